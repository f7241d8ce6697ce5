import { expect, heading, invited, LAN, test } from './house'

test('the keyboard reaches everything: search, places, help', async ({ page }) => {
  await page.goto('/')
  await expect(heading(page, /^Chào/)).toBeVisible()
  await page.keyboard.press('g')
  await page.keyboard.press('l')
  await expect(heading(page, 'Liên hệ')).toBeVisible()
  // In a chord the C goes to the companies; alone it would make a contact.
  await page.keyboard.press('g')
  await page.keyboard.press('c')
  await expect(heading(page, 'Công ty')).toBeVisible()
  await expect(page.getByRole('dialog')).toHaveCount(0)

  await page.keyboard.press('Control+k')
  await page.getByRole('dialog').getByRole('textbox').fill('nguyen van an')
  await expect(page.getByRole('dialog').getByText('Nguyễn Văn An').first()).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)

  await page.keyboard.press('?')
  await expect(page.getByRole('dialog', { name: 'Phím tắt' })).toBeVisible()
})

// As somebody new: the other journeys speak Vietnamese to the owner meanwhile.
test('another language and the dark are one click away, and stay', async ({ page }) => {
  const door = await invited(page.request, 'Thu')
  await page.context().clearCookies()
  await page.goto(door)
  await page.getByLabel('Mật khẩu', { exact: true }).fill(LAN.password)
  await page.getByRole('button', { name: 'Vào Song Hành' }).click()
  await expect(heading(page, /^Chào/)).toBeVisible()

  await page.getByRole('button', { name: /Tài khoản của/ }).click()
  await page.getByText('English', { exact: true }).click()
  await expect(heading(page, /^Good/)).toBeVisible()
  await page.getByText('Dark', { exact: true }).click()
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark')
  await page.reload()
  await expect(heading(page, /^Good/)).toBeVisible()
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark')
  await page.getByRole('button', { name: /Account of/ }).click()
  await page.getByText('Tiếng Việt', { exact: true }).click()
  await expect(heading(page, /^Chào/)).toBeVisible()
})

test('an open page shows within two seconds what is done on another', async ({ page, context }) => {
  const listening = page.waitForResponse((answer) => answer.url().endsWith('/api/changes'))
  await page.goto('/contacts')
  await listening
  await expect(heading(page, 'Liên hệ')).toBeVisible()
  const other = await context.newPage()
  await other.goto('/contacts?create=true')
  const form = other.getByRole('dialog')
  await form.getByLabel('Họ và tên').fill('Mạc Thị Đông Tươi')
  const search = page.getByRole('searchbox')
  await search.pressSequentially('Mạc Thị ')
  await form.getByRole('button', { name: /^Tạo/ }).click()
  await expect(page.getByRole('link', { name: 'Mạc Thị Đông Tươi' })).toBeVisible({ timeout: 2_000 })
  await expect(search).toHaveValue('Mạc Thị ')
})

test('at the width of a phone the places become a bar of five', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto('/')
  const bar = page.getByRole('navigation', { name: 'Điều hướng nhanh' })
  await expect(bar.getByRole('link')).toHaveCount(4)
  await bar.getByRole('button', { name: 'Thêm' }).click()
  await page.getByRole('dialog').getByRole('link', { name: 'Nhập dữ liệu' }).click()
  await expect(heading(page, 'Nhập dữ liệu')).toBeVisible()
})

test('an address that leads nowhere says so and shows the way back', async ({ page }) => {
  await page.goto('/nowhere')
  await expect(heading(page, 'Không có trang này')).toBeVisible()
  await page.getByRole('link', { name: 'Về Hôm nay' }).click()
  await expect(heading(page, /^Chào/)).toBeVisible()
})

test('assets never change and are sent compressed; pages are asked for again', async ({ request }) => {
  const page = await request.get('/deals')
  expect(page.status()).toBe(200)
  expect(page.headers()['cache-control']).toContain('no-cache')
  const asset = /assets\/[^"]+\.js/.exec(await page.text())?.[0]
  const script = await request.get(`/${asset}`, { headers: { 'Accept-Encoding': 'br' } })
  expect(script.headers()['cache-control']).toContain('immutable')
  expect(script.headers()['content-encoding']).toBe('br')
  expect((await request.get('/assets/none.js')).status()).toBe(404)
  expect((await request.get('/api/nope')).status()).toBe(404)
})

test('without a connection, a page that has not come yet says so and comes when there is one', async ({
  page,
  context,
}) => {
  await page.goto('/')
  await expect(heading(page, /^Chào buổi/)).toBeVisible()
  await context.setOffline(true)
  await page.getByRole('link', { name: 'Nhập dữ liệu' }).first().click()
  await expect(page.getByText('Không kết nối được với máy chủ').first()).toBeVisible()
  await context.setOffline(false)
  await page.getByRole('button', { name: 'Thử lại' }).first().click()
  await expect(heading(page, 'Nhập dữ liệu')).toBeVisible()
})
