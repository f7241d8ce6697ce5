import type { Page } from '@playwright/test'
import { expect, heading, test } from './house'

const TEAMS = `sales_agent,manager,regional_office
Trần Hoài An,Lê Bình,Miền Nam
Phạm Chi,Lê Bình,Miền Nam
Vũ Dũng,Đỗ Giang,Miền Bắc
`

const ACCOUNTS = `account,sector,employees,office_location,subsidiary_of
Cancity,retail,2448,United States,
Isdom,medical,4540,United States,
Codehow,software,2714,United States,Isdom
`

const PIPELINE = `opportunity_id,sales_agent,product,account,deal_stage,engage_date,close_date,close_value
1C1I7A6R,Trần Hoài An,GTX Basic,Cancity,Won,2016-10-20,2017-03-01,1054
Z063OYW0,Vũ Dũng,GTXPro,Isdom,Won,2016-10-25,2017-03-11,4514
EC4QE1BX,Vũ Dũng,MG Special,Cancity,Lost,2016-10-25,2017-03-07,0
MV1LWRNH,Phạm Chi,GTX Basic,Codehow,Engaging,2016-11-29,,
PE84CX4O,Phạm Chi,GTX Basic,,Prospecting,,,
HAXMC4IX,Người Lạ,MG Special,Isdom,Engaging,2016-11-04,,
`

const choose = async (page: Page, what: string, name: string, text: string) => {
  await page.goto('/imports')
  await page.getByRole('radiogroup', { name: 'Trong tệp có gì' }).getByText(what, { exact: true }).click()
  await page
    .locator('input[type=file]')
    .setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text, 'utf8') })
  await expect(page.getByRole('heading', { name: 'Tệp được hiểu thế này' })).toBeVisible()
}

/** Tries it out, then takes it in; what the screen says of both. */
const takeIn = async (page: Page, name: string, would: string, did: string) => {
  await page.getByRole('button', { name: 'Chạy thử' }).click()
  await expect(page.getByText('sẽ tạo')).toBeVisible()
  await page.getByRole('button', { name: `Nhập ${would} dòng` }).click()
  await expect(page).toHaveURL(/id=/)
  await expect(page.getByRole('row').filter({ hasText: name })).toContainText(did)
}

test.describe.configure({ mode: 'serial' })

test('the people of the past come first, with their teams and who leads them', async ({ page }) => {
  await choose(page, 'Thành viên', 'sales_teams.csv', TEAMS)
  await takeIn(page, 'sales_teams.csv', '3', '3 tạo, 0 cập nhật, 0 bỏ qua, 0 lỗi')
  await page.goto('/settings/members')
  await expect(page.getByText('Vũ Dũng')).toBeVisible()
  await expect(page.getByText('Đỗ Giang')).toBeVisible()
})

test('their accounts become companies', async ({ page }) => {
  await choose(page, 'Công ty', 'accounts.csv', ACCOUNTS)
  await takeIn(page, 'accounts.csv', '3', '3 tạo, 0 cập nhật, 0 bỏ qua, 0 lỗi')
})

test('their pipeline becomes deals with owners and dates; who is unknown is told, not guessed', async ({
  page,
}) => {
  await choose(page, 'Thương vụ', 'sales_pipeline.csv', PIPELINE)
  for (const [theirs, ours] of [
    ['Prospecting', 'Tìm kiếm & kết nối'],
    ['Engaging', 'Tiếp cận'],
  ]) {
    await page.getByRole('combobox', { name: `“${theirs}” thành` }).click()
    await page.getByRole('option', { name: ours }).click()
  }
  await page.getByText('dữ liệu cũ, chuyển từ nơi khác sang').click()
  await takeIn(page, 'sales_pipeline.csv', '5', '5 tạo, 0 cập nhật, 0 bỏ qua, 1 lỗi')
  const [reasons] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Tải các dòng bị bỏ, kèm lý do' }).click(),
  ])
  const chunks: Buffer[] = []
  for await (const chunk of await reasons.createReadStream()) chunks.push(chunk as Buffer)
  expect(Buffer.concat(chunks).toString('utf8')).toContain('Người Lạ')

  await page.goto('/companies?q=cancity')
  await page.getByText('Cancity').first().click()
  await expect(heading(page, 'Cancity')).toBeVisible()
  await expect(page.getByText('Khách hàng').first()).toBeVisible()
  await expect(page.getByText('GTX Basic – Cancity')).toBeVisible()
  await page.getByText('GTX Basic – Cancity').click()
  await expect(page.getByText('Trần Hoài An').first()).toBeVisible()
  await expect(page.getByText('01/03/2017').first()).toBeVisible()
})

test('history starts no clock', async ({ page }) => {
  await page.goto('/handoffs')
  await expect(page.getByText('Cancity')).toHaveCount(0)
})

test('an import is undone as a whole', async ({ page }) => {
  await page.goto('/imports')
  await page.getByRole('button', { name: 'sales_pipeline.csv' }).click()
  await page.getByRole('button', { name: 'Hoàn tác' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Hoàn tác' }).click()
  await expect(page.getByText('đã hoàn tác').first()).toBeVisible()
  await page.goto('/deals?q=Cancity')
  await expect(page.getByText('GTX Basic – Cancity')).toHaveCount(0)
})
