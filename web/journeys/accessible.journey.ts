import AxeBuilder from '@axe-core/playwright'
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

// Every page in both languages, by day and by night, on a desk and on a phone.
const WAYS = [
  { language: 'vi', colorScheme: 'light', width: 1280 },
  { language: 'en', colorScheme: 'dark', width: 1280 },
  { language: 'en', colorScheme: 'light', width: 390 },
  { language: 'vi', colorScheme: 'dark', width: 390 },
] as const

for (const { language, colorScheme, width } of WAYS) {
  test.describe(`${language}, ${colorScheme}, ${width} px`, () => {
    test.use({ colorScheme, viewport: { width, height: width < 500 ? 844 : 800 } })

    const check =
      (paths: readonly string[]) =>
      async ({ page }: { page: import('@playwright/test').Page }) => {
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
          await page.goto(path)
          await page.getByRole('heading', { level: 1 }).first().waitFor()
          await page.waitForLoadState('networkidle')
          const { violations } = await new AxeBuilder({ page })
            .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
            .analyze()
          for (const { id, nodes } of violations) {
            for (const node of nodes.slice(0, 3)) found.push(`${path} ${id}: ${node.html.slice(0, 160)}`)
          }
          if (paths === PAGES && (await page.getByRole('alert').count()) > 0)
            found.push(`${path} shows an error`)
          const overflow = await page.evaluate(
            () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
          )
          if (overflow > 1) found.push(`${path} is ${overflow} px wider than the screen`)
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
