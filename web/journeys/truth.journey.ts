import type { Browser, BrowserContext, Page } from '@playwright/test'
import { expectTruth, openSql, type Reader, type Sql } from './figures'
import { expect, heading, test } from './house'
import { type Product, startProduct } from './product'

const OWNER = { name: 'Nguyễn Thị Lan', email: 'lan@minhphat.example', password: 'song hành cùng nhau đi xa' }

const FILE = `Họ và tên;Email;Điện thoại;Nguồn
Đặng Thuỷ Tiên;tien@truth.example;0912 111 222;Demo
Hoàng Văn Phúc;phuc@truth.example;0912 333 444;Webinar
Ngô Bảo Châu;chau@truth.example;0912 555 666;Webinar
`

const TIEN = 'Đặng Thuỷ Tiên'
const PHUC = 'Hoàng Văn Phúc'
const CHAU = 'Ngô Bảo Châu'

test.describe.configure({ mode: 'serial' })
test.setTimeout(300_000)

let product: Product
let sql: Sql
let closeSql: () => Promise<void>
const contexts: BrowserContext[] = []
let owner: Reader
let marketing: Reader
let manager: Reader
let rep: Reader
let viewer: Reader

const enter = async (browser: Browser, size = { width: 1440, height: 900 }) => {
  const context = await browser.newContext({
    baseURL: product.url,
    viewport: size,
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
    storageState: undefined,
    reducedMotion: 'reduce',
  })
  contexts.push(context)
  return context.newPage()
}

/** Comes in by an invitation, as people do. */
const join = async (
  browser: Browser,
  fullName: string,
  role: string,
  size?: { width: number; height: number },
) => {
  const { request } = owner.page
  const { csrf } = await (await request.get('/api/me')).json()
  const headers = { 'X-XSRF-TOKEN': csrf }
  const [team] = await sql<{ id: string }>(
    `select team_id id from workspace.member where role = $1 order by created_at limit 1`,
    [role === 'SALES_MANAGER' ? 'INSIDE_REP' : role],
  )
  const [any] = await sql<{ id: string }>('select id from workspace.team order by created_at limit 1')
  const made = await request.post('/api/members', {
    data: { fullName, email: `${role.toLowerCase()}@truth.example`, role, teamId: (team ?? any)?.id },
    headers,
  })
  const { id } = await made.json()
  const { path } = await (await request.post(`/api/members/${id}/invitation`, { headers })).json()
  const page = await enter(browser, size)
  await page.goto(path)
  await page.getByLabel('Mật khẩu', { exact: true }).fill('một câu dài dễ nhớ')
  await page.getByRole('button', { name: 'Vào Song Hành' }).click()
  await expect(heading(page, /^Chào/)).toBeVisible()
  return { page, id, role }
}

const openContact = async (page: Page, name: string) => {
  const [contact] = await sql<{ id: string }>('select id from contacts.contact where full_name = $1', [name])
  await page.goto(`/contacts/${contact?.id}`)
  await expect(heading(page, name)).toBeVisible()
}

const becomeMql = async (page: Page, name: string) => {
  await openContact(page, name)
  await page.getByRole('button', { name: 'Đổi giai đoạn vòng đời' }).click()
  await page.getByRole('menuitem', { name: /MQL/ }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Chuyển' }).click()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect.poll(() => handoffsOf(name), { message: 'handed over' }).toContain('OFFERED')
}

const handoffsOf = async (name: string) =>
  (
    await sql<{ status: string }>(
      `select h.status from alignment.handoff h join contacts.contact c on c.id = h.contact_id where c.full_name = $1`,
      [name],
    )
  ).map(({ status }) => status)

const everybody = () => [owner, marketing, manager, rep, viewer]

test.beforeAll(async ({ browser }) => {
  // Half a year of a company is played through first; the limit of hooks is that of the other journeys.
  test.setTimeout(300_000)
  product = await startProduct()
  const page = await enter(browser)
  await page.goto(`/setup?token=${product.token}`)
  await page.getByLabel('Tên công ty').fill('Công ty Minh Phát')
  await page.getByLabel('Họ và tên của bạn').fill(OWNER.name)
  await page.getByLabel('Email').fill(OWNER.email)
  await page.getByLabel('Mật khẩu', { exact: true }).fill(OWNER.password)
  await page.getByLabel('Nạp dữ liệu mẫu để xem thử').check()
  await page.getByRole('button', { name: 'Bắt đầu' }).click()
  await expect(heading(page, /^Chào/)).toBeVisible({ timeout: 240_000 })
  const opened = await openSql(product)
  sql = opened.sql
  closeSql = opened.close
  const { member } = await (await page.request.get('/api/me')).json()
  owner = { page, id: member.id, role: member.role }
  ;[marketing, manager, rep, viewer] = await Promise.all([
    join(browser, 'Phạm Minh Châu', 'MARKETING_MANAGER'),
    join(browser, 'Vũ Quốc Hưng', 'SALES_MANAGER'),
    join(browser, 'Lý Thu Hà', 'INSIDE_REP', { width: 390, height: 844 }),
    join(browser, 'Tạ Văn Kiên', 'VIEWER'),
  ])
})

test.afterAll(async () => {
  await closeSql?.()
  for (const context of contexts) await context.close()
  await product?.stop()
})

test('the sample company shows everybody the figures that the database holds', async () => {
  await expectTruth(everybody(), sql)
})

test('a file brings leads, and marketing hands two of them over', async () => {
  const { page } = owner
  await page.goto('/imports')
  await page.getByRole('radiogroup', { name: 'Trong tệp có gì' }).getByText('Liên hệ').click()
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'lead.csv', mimeType: 'text/csv', buffer: Buffer.from(FILE, 'utf8') })
  await page.getByRole('button', { name: 'Chạy thử' }).click()
  await page.getByRole('button', { name: 'Nhập 3 dòng' }).click()
  await expect(page.getByRole('row').filter({ hasText: 'lead.csv' })).toContainText('3 tạo')

  await becomeMql(marketing.page, TIEN)
  await becomeMql(marketing.page, PHUC)
  await expectTruth(everybody(), sql)
})

test('the rep accepts and calls on her phone, opens a deal and wins it', async () => {
  const { page } = rep
  await page.goto('/handoffs')
  await expect(page.getByText(TIEN).first()).toBeVisible()
  await openContact(page, TIEN)
  await page.getByRole('button', { name: 'Nhận', exact: true }).first().click()
  await page.getByRole('button', { name: 'Ghi cuộc gọi' }).first().click()
  const call = page.getByRole('dialog')
  await call.getByRole('textbox').first().fill('Chị hẹn xem báo giá')
  await call.getByRole('button', { name: 'Ghi lại' }).click()
  await expect(call).toHaveCount(0)
  await expect.poll(() => handoffsOf(TIEN)).toEqual(['TOUCHED'])
  await expectTruth([rep, owner], sql)

  await openContact(page, TIEN)
  await page.getByRole('button', { name: 'Mở mới' }).click()
  const form = page.getByRole('dialog', { name: 'Mở thương vụ' })
  await form.getByLabel('Tên thương vụ').fill('Sữa cho trường Hoa Sen')
  await form.getByLabel('Giá trị').fill('150000000')
  await form.getByRole('button', { name: 'Mở thương vụ' }).click()
  await expect(form).toHaveCount(0)
  await expect.poll(() => handoffsOf(TIEN)).toEqual(['QUALIFIED'])
  await expectTruth([rep, owner], sql)

  const [deal] = await sql<{ id: string }>(`select id from sales.deal where name = 'Sữa cho trường Hoa Sen'`)
  await page.goto(`/deals/${deal?.id}`)
  await page.getByRole('button', { name: 'Thắng', exact: true }).first().click()
  await page.getByRole('dialog').getByRole('button', { name: /Thắng/ }).click()
  await expect(page.getByText(/đã thành Khách hàng/)).toBeVisible()
  await expectTruth(everybody(), sql)
})

const remove = async (page: Page, name: string) => {
  await openContact(page, name)
  await page.getByRole('button', { name: `Thao tác khác với ${name}` }).click()
  await page.getByRole('menuitem', { name: 'Xoá…' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Xoá' }).click()
  await expect(page).not.toHaveURL(/\/contacts\/[0-9a-f]/)
}

test('a deleted lead counts nowhere, and counts again when it is restored', async () => {
  const { page } = owner
  await remove(page, PHUC)
  await expect.poll(() => handoffsOf(PHUC)).toEqual(['WITHDRAWN'])
  await expectTruth([owner, manager, rep], sql)

  await page.goto('/contacts?deleted=true')
  const row = page.getByRole('row').filter({ hasText: PHUC })
  await row.getByRole('button', { name: 'Khôi phục' }).click()
  await expect.poll(() => handoffsOf(PHUC)).toContain('OFFERED')
  await expectTruth([owner, manager, rep], sql)
})

test('undoing the file takes back what nobody used, keeps the others and says so', async () => {
  const { page } = owner
  await page.goto('/imports')
  await page.getByRole('button', { name: 'lead.csv' }).click()
  await page.getByRole('button', { name: 'Hoàn tác' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Hoàn tác' }).click()
  await expect(page.getByText('đã hoàn tác').first()).toBeVisible()
  for (const kept of [TIEN, PHUC]) await expect(page.getByText(kept).first()).toBeVisible()
  const living = await sql<{ name: string }>(
    'select full_name name from contacts.contact where full_name = any($1) and deleted_at is null order by 1',
    [[TIEN, PHUC, CHAU]],
  )
  // The second was moved by hand, and brought back from the bin.
  expect(living.map(({ name }) => name)).toEqual([TIEN, PHUC])
  await expectTruth([owner, manager, rep], sql)
})
