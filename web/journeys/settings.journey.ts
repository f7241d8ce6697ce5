import { expect, heading, LAN, test } from './house'

test('a colleague is added, invited, and comes in by the link', async ({ page, browser }) => {
  await page.goto('/settings/members')
  await page.getByRole('button', { name: 'Thêm người' }).click()
  const form = page.getByRole('dialog', { name: 'Thêm người' })
  await form.getByLabel('Họ tên').fill('Trần Văn Minh')
  await form.getByLabel('Email').fill('minh@minhphat.example')
  await form.getByRole('button', { name: 'Thêm người' }).click()
  await expect(page.getByRole('cell', { name: /Trần Văn Minh minh@/ })).toBeVisible()

  await page.getByRole('button', { name: 'Thao tác khác với Trần Văn Minh' }).click()
  await page.getByRole('menuitem', { name: 'Mời đăng nhập' }).click()
  const link = await page.locator('[data-secret="invitation"]').innerText()

  const his = await browser.newContext({ baseURL: process.env.PRODUCT_URL, locale: 'vi-VN' })
  const door = await his.newPage()
  await door.goto(link)
  await expect(heading(door, 'Chào Trần Văn Minh')).toBeVisible()
  await door.getByLabel('Mật khẩu', { exact: true }).fill('một câu dài dễ nhớ')
  await door.getByRole('button', { name: 'Vào Song Hành' }).click()
  await expect(heading(door, /^Chào buổi \S+, Minh$/)).toBeVisible()
  await his.close()
})

test('an API key is shown once, works, and is refused when it is revoked', async ({ page, playwright }) => {
  await page.goto('/settings/api-keys')
  await page.getByRole('button', { name: 'Tạo khoá' }).first().click()
  const form = page.getByRole('dialog', { name: 'Tạo khoá' })
  await form.getByLabel('Tên').fill('Kế toán')
  await form.getByRole('button', { name: 'Tạo khoá' }).click()
  const key = await page.locator('[data-secret="api-key"]').innerText()
  expect(key).toMatch(/^shk_/)
  await page.getByRole('button', { name: 'Tôi đã chép' }).click()
  await expect(page.getByText(key)).toHaveCount(0)

  const program = await playwright.request.newContext({
    baseURL: process.env.PRODUCT_URL,
    extraHTTPHeaders: { Authorization: `Bearer ${key}` },
  })
  expect((await program.get('/api/me')).status()).toBe(200)
  await page
    .getByRole('row', { name: /Kế toán/ })
    .getByRole('button', { name: 'Thu hồi' })
    .click()
  await page.getByRole('dialog').getByRole('button', { name: 'Thu hồi' }).click()
  await expect(page.getByRole('row', { name: /Kế toán/ }).getByText('đã thu hồi')).toBeVisible()
  expect((await program.get('/api/me')).status()).toBe(401)
  await program.dispose()
})

test('the name of the company is edited where it stands', async ({ page }) => {
  await page.goto('/settings/workspace')
  await page.getByRole('button', { name: `Tên công ty: ${LAN.workspace}` }).click()
  await page.getByRole('textbox', { name: 'Tên công ty' }).fill('Công ty Minh Phát Việt Nam')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Tên công ty: Công ty Minh Phát Việt Nam' })).toBeVisible()
  await page.reload()
  await expect(page.getByRole('button', { name: 'Tên công ty: Công ty Minh Phát Việt Nam' })).toBeVisible()
})

test('a day off is put into the calendar, and the audit trail tells of it', async ({ page }) => {
  const calendar = async (year: number) =>
    (await page.request.get(`/api/calendar?year=${year}`)).json() as Promise<{
      today: string
      days: { date: string }[]
    }>
  const { today } = await calendar(2026)
  const day = new Date(`${today}T00:00:00Z`)
  const taken = (await calendar(day.getUTCFullYear())).days.map(({ date }) => date)
  do {
    day.setUTCDate(day.getUTCDate() + 1)
  } while (taken.includes(day.toISOString().slice(0, 10)))
  const [year, month, date] = day.toISOString().slice(0, 10).split('-')

  await page.goto(`/settings/calendar?year=${year}`)
  await page.getByRole('button', { name: 'Thêm ngày' }).click()
  const form = page.getByRole('dialog', { name: 'Thêm ngày' })
  await form.getByLabel('Tên').fill('Ngày truyền thống')
  await form.getByLabel('Từ ngày').fill(`${date}/${month}/${year}`)
  await form.getByRole('button', { name: 'Lưu ngày' }).click()
  await expect(page.getByRole('cell', { name: 'Ngày truyền thống', exact: true })).toBeVisible()

  await page.goto('/settings/audit?action=calendar-day-added')
  await expect(page.getByText('thêm ngày vào lịch Ngày truyền thống')).toBeVisible()
  await expect(page.getByText(`${date}/${month}/${year}`)).toBeVisible()

  await page.goto(`/settings/calendar?year=${year}`)
  await page.getByRole('button', { name: /^Bỏ Ngày truyền thống/ }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Bỏ ngày này' }).click()
  await expect(page.getByRole('cell', { name: 'Ngày truyền thống', exact: true })).toHaveCount(0)
})

test('the audit trail is narrowed down in the address and says that it is whole', async ({ page }) => {
  await page.goto('/settings/audit')
  await page.getByRole('combobox', { name: 'Loại bản ghi' }).click()
  await page.getByRole('option', { name: 'Thành viên' }).click()
  await expect(page).toHaveURL(/kind=MEMBER/)
  await expect(page.getByText(/đặt mật khẩu của thành viên/).first()).toBeVisible()
  await page.getByRole('button', { name: 'Kiểm tra ngay' }).click()
  await expect(page.getByText(/^Kiểm tra .*: nguyên vẹn\.$/)).toBeVisible({ timeout: 30_000 })
})

test('a pipeline is drawn, its stages are edited, and it is archived again', async ({ page }) => {
  await page.goto('/settings/pipelines')
  await page.getByRole('button', { name: 'Thêm quy trình' }).click()
  const form = page.getByRole('dialog', { name: 'Thêm quy trình bán' })
  await form.getByLabel('Tên quy trình').fill('Đấu thầu')
  await form.getByLabel('giai đoạn mới: tên').fill('Mua hồ sơ')
  await form.getByLabel('Mua hồ sơ: xác suất thắng').fill('200')
  await form.getByRole('button', { name: 'Lưu' }).click()
  await expect(form.getByText('100', { exact: false }).first()).toBeVisible()
  await form.getByLabel('Mua hồ sơ: xác suất thắng').fill('10')
  await form.getByRole('button', { name: 'Thêm giai đoạn', exact: true }).click()
  await form.getByLabel('giai đoạn mới: tên').fill('Nộp thầu')
  await form.getByLabel('Nộp thầu: xác suất thắng').fill('40')
  await form.getByRole('button', { name: 'Lưu' }).click()
  await expect(form).toHaveCount(0)
  const stages = page.getByRole('list', { name: 'Giai đoạn của Đấu thầu' })
  await expect(stages).toContainText('Mua hồ sơ')
  await expect(stages).toContainText('Nộp thầu')

  await page.getByRole('button', { name: 'Cất đi Đấu thầu' }).click()
  await expect(page.getByRole('button', { name: 'Dùng lại Đấu thầu' })).toBeVisible()
})

test('a reason for losing is added and renamed', async ({ page }) => {
  await page.goto('/settings/loss-reasons')
  await page.getByRole('textbox', { name: 'Tên lý do mới' }).fill('Đổi người phụ trách')
  await page.getByRole('button', { name: 'Thêm lý do' }).click()
  await page.getByRole('button', { name: 'Tên lý do: Đổi người phụ trách' }).click()
  await page.getByRole('textbox', { name: 'Tên lý do', exact: true }).fill('Khách đổi người phụ trách')
  await page.keyboard.press('Enter')
  await page.reload()
  await expect(page.getByRole('button', { name: 'Tên lý do: Khách đổi người phụ trách' })).toBeVisible()
})

test('a name is put right, and an address that leads nowhere says so', async ({ page }) => {
  await page.goto('/settings/members')
  await page.getByRole('button', { name: 'Thêm người' }).click()
  const form = page.getByRole('dialog', { name: 'Thêm người' })
  await form.getByLabel('Họ tên').fill('Phạm Thi Ngoc')
  await form.getByRole('button', { name: 'Thêm người' }).click()
  await page.getByRole('button', { name: 'Thao tác khác với Phạm Thi Ngoc' }).click()
  await page.getByRole('menuitem', { name: 'Sửa họ tên, email' }).click()
  const edit = page.getByRole('dialog', { name: 'Sửa Phạm Thi Ngoc' })
  await edit.getByLabel('Họ tên').fill('Phạm Thị Ngọc')
  await edit.getByLabel('Email').fill('ngoc@minhphat.example')
  await edit.getByRole('button', { name: 'Lưu' }).click()
  await expect(page.getByRole('cell', { name: /Phạm Thị Ngọc ngoc@/ })).toBeVisible()

  await page.goto('/settings/khong-co')
  await expect(page.getByText('Không có mục cài đặt “khong-co”.', { exact: false })).toBeVisible()
})

test('a field that the company adds is asked for, shown and edited like any other', async ({ page }) => {
  await page.goto('/settings/custom-fields')
  await page.getByRole('button', { name: 'Thêm trường' }).first().click()
  const field = page.getByRole('dialog', { name: 'Thêm trường' })
  await field.getByLabel('Của').click()
  await page.getByRole('option', { name: 'Công ty' }).click()
  await field.getByLabel('Kiểu').click()
  await page.getByRole('option', { name: 'số', exact: true }).click()
  await field.getByLabel('Tên tiếng Việt').fill('Số chi nhánh')
  await field.getByLabel('Tên tiếng Anh').fill('Branches')
  await field.getByRole('button', { name: 'Thêm trường' }).click()
  await expect(page.getByText('Số chi nhánh')).toBeVisible()

  await page.goto('/companies')
  await page
    .getByRole('button', { name: /^(Tạo công ty|Công ty mới)$/ })
    .first()
    .click()
  const form = page.getByRole('dialog', { name: 'Công ty mới' })
  await form.getByLabel('Tên công ty').fill('Gạo Sông Tiền')
  await form.getByLabel('Số chi nhánh').fill('12')
  await form.getByRole('button', { name: 'Tạo công ty' }).click()
  await page.goto(`${await page.getByRole('link', { name: 'Gạo Sông Tiền' }).getAttribute('href')}`)
  await page.getByRole('button', { name: 'Số chi nhánh: 12' }).click()
  await page.getByRole('textbox', { name: 'Số chi nhánh' }).fill('15')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Số chi nhánh: 15' })).toBeVisible()
  await page.reload()
  await expect(page.getByRole('button', { name: 'Số chi nhánh: 15' })).toBeVisible()

  // Somebody else changes another field, and this page has not heard of it.
  await page.route('**/api/changes', (route) => route.abort())
  await page.reload()
  await expect(page.getByRole('button', { name: 'Số chi nhánh: 15' })).toBeVisible()
  const path = `/api${new URL(page.url()).pathname}`
  const { csrf } = await (await page.request.get('/api/me')).json()
  const { version } = await (await page.request.get(path)).json()
  const other = await page.request.patch(path, {
    data: { industry: 'Lúa gạo' },
    headers: { 'X-XSRF-TOKEN': csrf, 'If-Match': `"${version}"` },
  })
  expect(other.ok()).toBe(true)
  await page.getByRole('button', { name: 'Số chi nhánh: 15' }).click()
  await page.getByRole('textbox', { name: 'Số chi nhánh' }).fill('16')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Ngành: Lúa gạo' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Số chi nhánh: 16' })).toBeVisible()
})

test('a source goes by the name that the company gives it, and a half-written form waits', async ({
  page,
}) => {
  await page.goto('/settings/sources')
  await page.getByRole('button', { name: 'Thêm nguồn' }).click()
  await page.getByRole('textbox', { name: 'Tên nguồn 11' }).fill('Báo giấy')
  const others = page.getByRole('combobox', { name: 'Tên gọi khác của Báo giấy' })
  await others.fill('báo in')
  await others.press('Enter')
  await page.getByRole('button', { name: 'Lưu danh sách' }).click()
  await expect(page.getByText('Đã lưu danh sách nguồn.')).toBeVisible()

  await page.goto('/contacts?create=true')
  await page.getByRole('textbox', { name: 'Họ và tên' }).fill('Đỗ Thị Mận')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await page.goto('/contacts?create=true')
  await expect(page.getByText('Tiếp tục bản nháp lúc trước.')).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'Họ và tên' })).toHaveValue('Đỗ Thị Mận')
  await page.getByLabel('Biết đến từ đâu?').first().fill('BÁO IN')
  await page.getByRole('dialog').getByRole('button', { name: 'Tạo liên hệ' }).click()
  await page.getByRole('button', { name: 'Xem' }).click()
  await expect(heading(page, /Đỗ Thị Mận/)).toBeVisible()
  await expect(page.getByText('Báo giấy')).toBeVisible()
})
