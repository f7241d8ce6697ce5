import { OWNER } from '../playwright.config'
import { expect, heading, LAN, test } from './house'

test('a link with the wrong token sets nothing up', async ({ page }) => {
  await page.goto('/setup?token=wrong')
  await page.getByLabel('Tên công ty').fill(LAN.workspace)
  await page.getByLabel('Họ và tên của bạn').fill(LAN.name)
  await page.getByLabel('Email').fill(LAN.email)
  await page.getByLabel('Mật khẩu', { exact: true }).fill(LAN.password)
  await page.getByRole('button', { name: 'Bắt đầu' }).click()
  await expect(page.getByRole('alert')).toBeVisible()
})

test('the printed link sets the company up and lets its owner in, once', async ({ page }) => {
  await page.goto(`/setup?token=${process.env.SETUP_TOKEN}`)
  await page.getByLabel('Tên công ty').fill(LAN.workspace)
  await page.getByLabel('Họ và tên của bạn').fill(LAN.name)
  await page.getByLabel('Email').fill(LAN.email)
  await page.getByLabel('Mật khẩu', { exact: true }).fill('ngắn')
  await page.getByRole('button', { name: 'Bắt đầu' }).click()
  await expect(heading(page, 'Thiết lập lần đầu')).toBeVisible()

  await page.getByLabel('Mật khẩu', { exact: true }).fill(LAN.password)
  await page.getByRole('button', { name: 'Bắt đầu' }).click()
  await expect(heading(page, /^Chào buổi \S+, Lan$/)).toBeVisible()
})

test('a wrong password is refused, the right one lets in', async ({ page }) => {
  await page.goto('/contacts')
  await expect(heading(page, 'Đăng nhập')).toBeVisible()
  await page.getByLabel('Email').fill(LAN.email)
  await page.getByLabel('Mật khẩu', { exact: true }).fill('không phải mật khẩu này')
  await page.getByRole('button', { name: 'Đăng nhập' }).click()
  await expect(page.getByRole('alert')).toBeVisible()

  await page.getByLabel('Mật khẩu', { exact: true }).fill(LAN.password)
  await page.getByRole('button', { name: 'Đăng nhập' }).click()
  await expect(page).toHaveURL(/\/contacts$/)
  await expect(heading(page, 'Liên hệ')).toBeVisible()
  await page.context().storageState({ path: OWNER })
})

test('signing out ends the session on the server too', async ({ page, browser }) => {
  await page.goto('/')
  await page.getByLabel('Email').fill(LAN.email)
  await page.getByLabel('Mật khẩu', { exact: true }).fill(LAN.password)
  await page.getByRole('button', { name: 'Đăng nhập' }).click()
  await expect(heading(page, /^Chào/)).toBeVisible()
  const state = await page.context().storageState()
  await page.getByRole('button', { name: /Tài khoản của/ }).click()
  await page.getByRole('menuitem', { name: 'Đăng xuất' }).click()
  await expect(heading(page, 'Đăng nhập')).toBeVisible()

  const stolen = await browser.newContext({ storageState: state, baseURL: process.env.PRODUCT_URL })
  const answer = await stolen.request.get('/api/me')
  expect(answer.status()).toBe(401)
  await stolen.close()
})
