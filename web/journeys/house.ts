import { type APIRequestContext, test as base, expect, type Page } from '@playwright/test'

export const LAN = {
  workspace: 'Công ty Minh Phát',
  name: 'Nguyễn Thị Lan',
  email: 'lan@minhphat.example',
  password: 'song hành cùng nhau đi xa',
}

/** Journeys talk to the product that was started for them, and fail on an error that only the console saw. */
export const test = base.extend<{ watched: undefined }>({
  baseURL: async ({ browserName: _ }, use) => {
    await use(process.env.PRODUCT_URL)
  },
  watched: [
    async ({ page }, use) => {
      const errors: string[] = []
      page.on('pageerror', (error) => errors.push(String(error)))
      await use(undefined)
      expect(errors, 'errors in the page').toEqual([])
    },
    { auto: true },
  ],
})

export { expect }

export const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { name, level: 1 })

/** Somebody new, for a journey that changes what is a person's own. @param owner signed in @return the way in */
export async function invited(owner: APIRequestContext, fullName: string) {
  const { csrf, member } = await (await owner.get('/api/me')).json()
  const headers = { 'X-XSRF-TOKEN': csrf }
  const email = `${fullName.toLowerCase()}@minhphat.example`
  const made = await owner.post('/api/members', {
    data: { fullName, email, role: 'MARKETER', teamId: member.teamId },
    headers,
  })
  const { id } = await made.json()
  const { path } = await (await owner.post(`/api/members/${id}/invitation`, { headers })).json()
  return path as string
}
