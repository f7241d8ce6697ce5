import type { Page } from '@playwright/test'
import axe, { type AxeResults, type RunOptions } from 'axe-core'
import { expect, test } from './house'

const PAGES = [
  '/',
  '/handoffs',
  '/sla',
  '/sla/contract',
  '/contacts',
  '/companies',
  '/deals',
  '/deals?view=table',
  '/imports',
  '/settings/account',
  '/settings/workspace',
  '/settings/calendar',
  '/settings/members',
  '/settings/teams',
  '/settings/roles',
  '/settings/custom-fields',
  '/settings/api-keys',
  '/settings/audit',
  '/settings/events',
  '/nowhere',
]
const DOORS = ['/sign-in', '/setup?token=x', '/invitation?token=x']

const SCHEMES = ['light', 'dark'] as const
const WIDTHS = [1280, 390] as const
const RULES: RunOptions = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  resultTypes: ['violations'],
}

/**
 * A page is looked at once in each language, and the two looks differ in all: one by day and one by night, one on a
 * desk and one on a phone. Which language meets which goes round from page to page, so that together they see all.
 */
const dressOf = (language: 'vi' | 'en', index: number) => {
  const turn = language === 'vi' ? index : ~index
  return { colorScheme: SCHEMES[turn & 1] ?? 'light', width: WIDTHS[(turn >> 1) & 1] ?? 1280 }
}

/** What is wrong with the page as it stands. */
async function faults(page: Page, name: string) {
  // Into the page itself: there are no frames to gather from, and only what is wrong need come back.
  await page.evaluate(axe.source)
  const found = await page.evaluate(async (rules) => {
    const { run } = (window as unknown as { axe: { run: (rules: RunOptions) => Promise<AxeResults> } }).axe
    const { violations } = await run(rules)
    const faulty = violations.flatMap(({ id, nodes }) =>
      nodes.slice(0, 3).map(({ html }) => `${id}: ${html.slice(0, 160)}`),
    )
    const { scrollWidth, clientWidth } = document.documentElement
    return scrollWidth - clientWidth > 1
      ? [...faulty, `${scrollWidth - clientWidth} px wider than the screen`]
      : faulty
  }, RULES)
  return found.map((fault) => `${name} ${fault}`)
}

const check =
  (language: 'vi' | 'en', paths: readonly string[]) =>
  async ({ page }: { page: Page }) => {
    await page.addInitScript((value) => localStorage.setItem('songhanh.language', value), language)
    const found: string[] = []
    for (const [index, path] of paths.entries()) {
      const { colorScheme, width } = dressOf(language, index)
      await page.emulateMedia({ colorScheme })
      await page.setViewportSize({ width, height: width < 500 ? 844 : 800 })
      await page.goto(path)
      await page.getByRole('heading', { level: 1 }).first().waitFor()
      await expect(page.locator('[aria-busy=true]')).toHaveCount(0)
      await expect(page.locator('html')).toHaveAttribute('lang', language)
      if (paths === PAGES && (await page.getByRole('alert').count()) > 0) found.push(`${path} shows an error`)
      found.push(...(await faults(page, `${path} ${language} ${colorScheme} ${width}`)))
    }
    expect(found).toEqual([])
  }

// Each on its own: they only look.
test.describe.configure({ mode: 'parallel' })

for (const language of ['vi', 'en'] as const) {
  test(`the pages of the house pass axe: ${language}`, check(language, PAGES))

  test.describe('outside', () => {
    test.use({ storageState: { cookies: [], origins: [] } })
    test(`the doors pass axe: ${language}`, check(language, DOORS))
  })
}
