import type { Page } from '@playwright/test'
import { expect, heading, LAN, test } from './house'

const FILE = `\uFEFFHọ và tên;Email;Điện thoại;Công ty;Chức danh
Nguyễn Văn An;an@vinamilk.example;0912 345 678;Vinamilk;Trưởng phòng mua
Trần Thị Bích;bich@fpt.example;0987 654 321;FPT;Giám đốc
Nguyễn Văn An;an@vinamilk.example;0912 345 678;Vinamilk;Trưởng phòng mua
Lê Hoàng Nam;không phải email;;;
`

test.describe.configure({ mode: 'serial' })

const AN = 'Nguyễn Văn An'
const row = (page: Page, name: string) => page.getByRole('row', { name: new RegExp(name) }).first()

const openContact = async (page: Page) => {
  await page.goto(`/contacts?q=${encodeURIComponent(AN)}`)
  await row(page, AN).getByText(AN).click()
  await expect(heading(page, AN)).toBeVisible()
}

test('a file of contacts is understood, tried out and taken in', async ({ page }) => {
  await page.goto('/companies?create=true')
  await page.getByRole('dialog').getByLabel('Tên công ty').fill('Vinamilk')
  await page.getByRole('dialog').getByRole('button', { name: 'Tạo công ty' }).click()
  await expect(page.getByText('Vinamilk').first()).toBeVisible()

  await page.goto('/imports')
  await page.getByRole('radiogroup', { name: 'Trong tệp có gì' }).getByText('Liên hệ').click()
  await page.locator('input[type=file]').setInputFiles({
    name: 'khach-hang.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(FILE, 'utf8'),
  })
  await expect(page.getByRole('heading', { name: 'Tệp được hiểu thế này' })).toBeVisible()
  await expect(page.getByText('4 dòng · 5 cột')).toBeVisible()
  await page.getByRole('button', { name: 'Chạy thử' }).click()
  await page.getByRole('button', { name: /^Nhập \d+ dòng$/ }).click()
  await expect(page).toHaveURL(/id=/)
  await expect(page.getByText('đã tạo')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Hoàn tác' })).toBeVisible()
  const [reasons] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Tải các dòng bị bỏ, kèm lý do' }).click(),
  ])
  const stream = await reasons.createReadStream()
  const chunks: Buffer[] = []
  for await (const chunk of stream) chunks.push(chunk as Buffer)
  expect(Buffer.concat(chunks).toString('utf8')).toContain('không phải email')
})

test('one of them becomes an MQL and is handed over under a clock, accepted and called', async ({ page }) => {
  await openContact(page)
  await page.getByRole('button', { name: 'Đổi giai đoạn vòng đời' }).click()
  await page.getByRole('menuitem', { name: /MQL/ }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Chuyển' }).click()

  await expect(page.getByRole('dialog')).toHaveCount(0)

  // The hand-off opens a moment after the move was saved.
  const handoff = row(page, AN)
  await expect(async () => {
    await page.goto('/handoffs')
    await expect(handoff).toBeVisible({ timeout: 3000 })
  }).toPass({ timeout: 30_000 })
  await expect(page.getByRole('link', { name: /^Bàn giao 1$/ })).toBeVisible()
  await handoff.getByRole('button', { name: 'Nhận', exact: true }).click()
  await handoff.getByRole('button', { name: 'Ghi cuộc gọi' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox').first().fill('Hẹn báo giá thứ Năm')
  await dialog.getByRole('button', { name: 'Ghi lại' }).click()
  await expect(dialog).toHaveCount(0)
})

test('a deal is opened for the contact, dragged on and won: the contact is a customer', async ({ page }) => {
  await openContact(page)
  const contact = page.url()
  await page.getByRole('button', { name: 'Mở mới' }).click()
  const form = page.getByRole('dialog', { name: 'Mở thương vụ' })
  await form.getByLabel('Tên thương vụ').fill('Sữa học đường 2027')
  await form.getByLabel('Giá trị').fill('150000000')
  await form.getByRole('button', { name: 'Mở thương vụ' }).click()
  await expect(form).toHaveCount(0)
  await page.goto(contact)
  await expect(page.getByText('Cơ hội').first()).toBeVisible()

  await page.goto('/deals')
  const columns = page.getByRole('list')
  const card = page.getByText('Sữa học đường 2027').first()
  await expect(card).toBeVisible()
  const second = columns.nth(1)
  await card.dragTo(second)
  await expect(second.getByText('Sữa học đường 2027')).toBeVisible()

  await page.getByRole('button', { name: 'Thao tác với Sữa học đường 2027' }).click()
  await page.getByRole('menuitem', { name: 'Thắng' }).click()
  await page.getByRole('dialog').getByRole('button', { name: /Thắng/ }).click()
  await expect(page.getByText(/đã thành Khách hàng/)).toBeVisible()

  await page.goto(contact)
  await expect(page.getByText('Khách hàng').first()).toBeVisible()
  await expect(page.getByText('Cơ hội → Khách hàng')).toBeVisible()
  await expect(page.getByText('Hẹn báo giá thứ Năm')).toBeVisible()
})

test('the SLA page counts what was handed over and answered', async ({ page }) => {
  await page.goto('/sla')
  await expect(heading(page, /SLA|Cam kết/)).toBeVisible()
  // Handed over, accepted, rejected, met, breached, pending.
  const figures = async () =>
    (await row(page, LAN.name).getByRole('cell').allInnerTexts()).slice(0, 6).map((figure) => figure.trim())
  await expect.poll(figures).toEqual(['1', '1', '0', '1', '0', '0'])
  await row(page, LAN.name).getByRole('link', { name: '1' }).first().click()
  await expect(heading(page, 'Bàn giao')).toBeVisible()
  await expect(row(page, AN)).toBeVisible()
})
