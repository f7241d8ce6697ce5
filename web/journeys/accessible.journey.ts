import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, test } from './house'

const PAGES = [
  '/',
  '/handoffs',
  '/sla',
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

type Dress = { colorScheme: 'light' | 'dark'; width: number }

// Every page in both languages, by day and by night, on a desk and on a phone. A page is opened once for each language
// and changes its dress while it is open, as it does when evening comes or a window is narrowed.
const DRESSES: Record<'vi' | 'en', readonly [Dress, ...Dress[]]> = {
  vi: [
    { colorScheme: 'light', width: 1280 },
    { colorScheme: 'dark', width: 390 },
  ],
  en: [
    { colorScheme: 'light', width: 390 },
    { colorScheme: 'dark', width: 1280 },
  ],
}

async function put(page: Page, { colorScheme, width }: Dress) {
  await page.emulateMedia({ colorScheme })
  await page.setViewportSize({ width, height: width < 500 ? 844 : 800 })
}

/** What is wrong with the page as it stands. */
async function faults(page: Page, name: string) {
  const found: string[] = []
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .setLegacyMode() // otherwise it opens a second page for each; there are no frames to gather from
    .analyze()
  for (const { id, nodes } of violations) {
    for (const node of nodes.slice(0, 3)) found.push(`${name} ${id}: ${node.html.slice(0, 160)}`)
  }
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  if (overflow > 1) found.push(`${name} is ${overflow} px wider than the screen`)
  return found
}

for (const language of ['vi', 'en'] as const) {
  test.describe(language, () => {
    const check =
      (paths: readonly string[]) =>
      async ({ page }: { page: Page }) => {
        test.setTimeout(240_000)
        await page.addInitScript((value) => localStorage.setItem('songhanh.language', value), language)
        const me = await page.request.get('/api/me')
        if (me.ok()) {
          const { csrf } = await me.json()
          await page.request.patch('/api/me', {
            data: { locale: language },
            headers: { 'X-XSRF-TOKEN': csrf },
          })
        }
        const found: string[] = []
        for (const path of paths) {
          const [first, ...others] = DRESSES[language]
          await put(page, first)
          await page.goto(path)
          await page.getByRole('heading', { level: 1 }).first().waitFor()
          await page.waitForLoadState('networkidle')
          if (paths === PAGES && (await page.getByRole('alert').count()) > 0)
            found.push(`${path} shows an error`)
          found.push(...(await faults(page, `${path} ${first.colorScheme} ${first.width}`)))
          for (const dress of others) {
            await put(page, dress)
            found.push(...(await faults(page, `${path} ${dress.colorScheme} ${dress.width}`)))
          }
        }
        expect(found).toEqual([])
      }

    test('the pages of the house pass axe', check(PAGES))

    test.describe('outside', () => {
      test.use({ storageState: { cookies: [], origins: [] } })
      test('the doors pass axe', check(DOORS))
    })
  })
}
