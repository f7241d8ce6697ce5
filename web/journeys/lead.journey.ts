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
  const why = page.getByRole('table', { name: 'Vì sao có dòng bị bỏ' })
  await expect(why.getByRole('row', { name: /Không tìm thấy FPT/ })).toBeVisible()
  await page.getByRole('button', { name: 'Tạo công ty còn thiếu' }).click()
  await expect(why.getByText('FPT')).toHaveCount(0)
  await page.getByRole('button', { name: 'Nhập 2 dòng' }).click()
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

test('what a list shows is kept under a name, for oneself or for all', async ({ page }) => {
  await page.goto('/contacts')
  await page.getByRole('button', { name: 'Lọc', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Chức danh' }).click()
  await page.getByRole('textbox', { name: 'Chức danh' }).fill('Giám đốc')
  await page.getByRole('button', { name: 'Hoặc…' }).click()
  await page.getByRole('combobox', { name: 'hoặc theo trường' }).fill('Trao đổi')
  await page.getByRole('option').first().click()
  await page.getByRole('combobox', { name: 'Phép so sánh' }).click()
  await page.getByRole('option', { name: 'để trống hoặc không trong vòng' }).click()
  await page.getByRole('button', { name: 'Áp dụng' }).click()
  await expect(row(page, AN)).toBeVisible()

  await page.getByRole('button', { name: 'Lưu cách xem này' }).click()
  await page.getByRole('menuitem', { name: 'Lưu cách xem này…' }).click()
  await page.getByRole('textbox', { name: 'Tên cách xem' }).fill('Cần chăm')
  await page.getByRole('radio', { name: 'Cả công ty' }).check()
  await page.getByRole('dialog').getByRole('button', { name: 'Lưu' }).click()
  const views = page.getByRole('navigation', { name: 'Cách xem' })
  await expect(views.getByRole('button', { name: 'Cần chăm' })).toHaveAttribute('aria-current', 'true')

  await views.getByRole('button', { name: 'Tất cả' }).click()
  await page.reload()
  await views.getByRole('button', { name: 'Cần chăm' }).click()
  await expect(page.getByRole('button', { name: /Chức danh chứa Giám đốc hoặc/ }).first()).toBeVisible()
  await page.getByRole('button', { name: 'Cách xem đã lưu' }).click()
  await page.getByRole('menuitem', { name: 'Xoá cách xem này…' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Xoá' }).click()
  await expect(views.getByRole('button', { name: 'Cần chăm' })).toHaveCount(0)
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
