import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import pg from 'pg'
import { formatMoneyShort, formatNumber, formatPercent } from '../src/ui/format'
import { expect } from './house'
import type { Product } from './product'

/** Asks the product's own database, past the product. */
export type Sql = <T>(statement: string, values?: readonly unknown[]) => Promise<T[]>

export async function openSql({ dataFolder }: Product): Promise<{ sql: Sql; close: () => Promise<void> }> {
  const line = (file: string, number: number) =>
    readFileSync(join(dataFolder, file), 'utf8').split('\n')[number]?.trim() ?? ''
  const client = new pg.Client({
    host: '127.0.0.1',
    port: Number(line('database-port', 0)),
    database: 'songhanh',
    user: 'songhanh_app',
    password: line('database-passwords', 2),
  })
  await client.connect()
  return {
    sql: async (statement, values = []) => (await client.query(statement, [...values])).rows,
    close: () => client.end(),
  }
}

/** Somebody who looks at the pages, and how far he sees. */
export interface Reader {
  readonly page: Page
  readonly id: string
  readonly role: string
}

/** The first day of this month where the company is, and the first of the next. */
const MONTH = `date_trunc('month', now() at time zone 'Asia/Ho_Chi_Minh')`
const NEXT_MONTH = `(${MONTH} + interval '1 month')`
const TODAY = `(now() at time zone 'Asia/Ho_Chi_Minh')::date`

const isRep = (role: string) => role === 'INSIDE_REP' || role === 'OUTSIDE_REP'

/** What a reader's permissions let through of a table with an owner and a team. */
async function within(sql: Sql, { id, role }: Reader, kind: string, owner: string, team: string) {
  if (role === 'OWNER') return 'true'
  const [grant] = await sql<{ reach: string }>(
    `select reach from workspace.role_permission where role = $1 and kind = $2 and action = 'READ'`,
    [role, kind],
  )
  if (!grant) return 'false'
  if (grant.reach === 'ALL') return 'true'
  return grant.reach === 'TEAM'
    ? `${team} = (select team_id from workspace.member where id = '${id}')`
    : `${owner} = '${id}'`
}

const words = (page: Page) => page.getByRole('main')

/** The figure of a link whose label says what it counts. */
const figure = (page: Page, label: string) =>
  words(page)
    .getByRole('link')
    .filter({ has: page.getByText(label, { exact: true }) })
    .locator('b, strong')
    .first()

/** Hôm nay: the month, what waits, what is late and what has no next step. */
async function today(reader: Reader, sql: Sql) {
  const { page, id, role } = reader
  const deals = `sales.deal where deleted_at is null and ${await within(sql, reader, 'DEAL', 'owner_id', 'team_id')}${
    isRep(role) ? ` and owner_id = '${id}'` : ''
  }`
  const [month] = await sql<{ won: string; sum: string; open: string; late: string; aimless: string }>(
    `select count(*) filter (where status = 'WON' and closed_at at time zone 'Asia/Ho_Chi_Minh' >= ${MONTH}) won,
       coalesce(sum(amount) filter (where status = 'WON' and closed_at at time zone 'Asia/Ho_Chi_Minh' >= ${MONTH}), 0) sum,
       count(*) filter (where status = 'OPEN') open,
       count(*) filter (where status = 'OPEN' and expected_close_date < ${TODAY}) late,
       count(*) filter (where status = 'OPEN' and next_step is null) aimless
     from ${deals}`,
  )
  const [mine] = await sql<{ waiting: string }>(
    `select count(*) waiting from alignment.handoff h join contacts.contact c on c.id = h.contact_id
     where h.rep_id = $1 and h.status in ('OFFERED', 'ACCEPTED') and c.deleted_at is null`,
    [id],
  )
  if (!month || !mine) throw new Error('no figures')
  await page.goto('/')
  await expect(figure(page, 'đang mở')).toHaveText(formatNumber(month.open))
  await expect(figure(page, 'thương vụ thắng')).toHaveText(formatNumber(month.won))
  if (Number(month.won) > 0) {
    const sum = words(page)
      .getByRole('link')
      .filter({ hasText: /thắng tháng/ })
      .locator('strong')
    await expect(sum).toHaveText(formatMoneyShort(month.sum))
  }
  const card = (title: string) =>
    words(page)
      .locator('section')
      .filter({ has: page.getByRole('heading', { name: title }) })
  const counted = async (title: string, count: number, unit: string, none: RegExp) => {
    if (count > 0) await expect(card(title).getByRole('link', { name: `${count} ${unit}` })).toBeVisible()
    else await expect(card(title)).toContainText(none)
  }
  await counted('Quá ngày dự kiến chốt', Number(month.late), 'thương vụ', /Không có thương vụ nào trễ hẹn/)
  await counted('Chưa có bước tiếp theo', Number(month.aimless), 'thương vụ', /Thương vụ nào cũng có/)
  if (isRep(role) || role === 'SALES_MANAGER') {
    await counted('Chờ tôi trả lời', Number(mine.waiting), 'bàn giao', /Không có bàn giao nào chờ bạn/)
  }
}

interface Kept {
  handed: string
  accepted: string
  rejected: string
  met: string
  breached: string
  pending: string
}

const KEPT = `count(*) handed,
  count(*) filter (where answer = 'ACCEPTED') accepted, count(*) filter (where answer = 'REJECTED') rejected,
  count(*) filter (where outcome = 'MET') met, count(*) filter (where outcome = 'BREACHED') breached,
  count(*) filter (where outcome = 'PENDING') pending`

/** SLA: both promises of this month and the table by source, on the page and by the API. */
async function promises({ page }: Reader, sql: Sql) {
  const month = `mql_on >= ${MONTH} and mql_on < ${NEXT_MONTH} and c.deleted_at is null`
  const leads = `alignment.handoff h join contacts.contact c on c.id = h.contact_id where ${month}`
  const [kept] = await sql<Kept>(`select ${KEPT} from ${leads}`)
  const [value] = await sql<{ leads: string; net: string }>(
    `select count(*) leads, coalesce(sum(lead_value) filter (where not deducted), 0) net from ${leads} and counted`,
  )
  if (!kept || !value) throw new Error('no figures')
  await page.goto('/sla')
  for (const [label, count] of [
    ['Bàn giao', kept.handed],
    ['Đã nhận', kept.accepted],
    ['Đã từ chối', kept.rejected],
    ['Đạt', kept.met],
    ['Vỡ', kept.breached],
    ['Chờ', kept.pending],
  ] as const) {
    await expect(figure(page, label), label).toHaveText(formatNumber(count))
  }
  await expect(words(page)).toContainText(`${formatNumber(value.leads)} lead được tính`)
  await expect(
    words(page)
      .getByRole('link', { name: formatMoneyShort(value.net) })
      .first(),
  ).toBeVisible()
  const decided = Number(kept.met) + Number(kept.breached)
  if (decided > 0) {
    const share = formatPercent(Number((Number(kept.met) / decided).toFixed(4)))
    await expect(words(page).getByRole('link', { name: share, exact: true }).first()).toBeVisible()
  }

  const sources = await sql<Kept & { source: string | null }>(
    `select h.source_channel source, ${KEPT} from ${leads} group by 1`,
  )
  for (const { source, ...counts } of sources) {
    const row = words(page)
      .getByRole('row')
      .filter({ has: page.getByRole('rowheader', { name: source ?? 'không rõ', exact: true }) })
    const cells = row.getByRole('cell')
    const shown = async () => (await cells.allInnerTexts()).slice(0, 6).map((one) => one.trim())
    await expect
      .poll(shown, { message: `by source ${source}` })
      .toEqual(
        [counts.handed, counts.accepted, counts.rejected, counts.met, counts.breached, counts.pending].map(
          (one) => formatNumber(one),
        ),
      )
  }

  const { items } = await (await page.request.get('/api/slas')).json()
  const from = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Ho_Chi_Minh' }).format(new Date())
  const days = await sql<{ last: string }>(`select (${NEXT_MONTH} - interval '1 day')::date::text last`)
  const report = await (
    await page.request.get(`/api/slas/${items[0].id}/report?from=${from.slice(0, 8)}01&to=${days[0]?.last}`)
  ).json()
  expect(report.total).toMatchObject({
    handedOver: Number(kept.handed),
    accepted: Number(kept.accepted),
    rejected: Number(kept.rejected),
    met: Number(kept.met),
    breached: Number(kept.breached),
    pending: Number(kept.pending),
  })
  expect(Number(report.waterfall.net.amount)).toBe(Number(value.net))
  expect(report.waterfall.leads).toBe(Number(value.leads))
}

/** The board: how many deals stand in each column, and their sum. */
async function board(reader: Reader, sql: Sql) {
  const { page } = reader
  const visible = await within(sql, reader, 'DEAL', 'd.owner_id', 'd.team_id')
  const columns = await sql<{ id: string; name: string; count: string; sum: string }>(
    `select s.id, s.name, count(d.id) count, coalesce(sum(d.amount), 0) sum
     from sales.stage s left join sales.deal d on d.stage_id = s.id and d.deleted_at is null and ${visible}
       and d.status = case s.kind when 'AFTER_SALES' then 'WON' else 'OPEN' end
     where s.archived_at is null
       and s.pipeline_id = (select id from sales.pipeline order by position, created_at, id limit 1)
     group by s.id, s.name, s.position order by s.position`,
  )
  await page.goto('/deals?view=board')
  const answer = page.locator('[data-stage]')
  if (columns.every((column) => column.count === '0')) {
    await expect(words(page)).toContainText('Chưa có thương vụ nào')
    return
  }
  await expect(answer).toHaveCount(columns.length)
  for (const { id, name, count, sum } of columns) {
    const head = page.locator(`[data-stage="${id}"] h2`)
    await expect(head, name).toHaveText(`${name}${formatNumber(count)}`)
    if (Number(sum) > 0) {
      await expect(page.locator(`[data-stage="${id}"] h2 + div > span`).first(), name).toHaveText(
        formatMoneyShort(sum),
      )
    }
  }
}

/** Every figure of Hôm nay, SLA and the board is what plain SQL counts, and what the API says. */
export async function expectTruth(readers: readonly Reader[], sql: Sql) {
  const all = async () => {
    for (const reader of readers) {
      await today(reader, sql)
      await promises(reader, sql)
      await board(reader, sql)
    }
  }
  const begun = day()
  try {
    await all()
  } catch (differs) {
    // What was late yesterday and what is late today are two figures: over midnight both are asked for again.
    if (day() === begun) throw differs
    await all()
  }
}

const day = () => new Date().toLocaleDateString('en-CA', { timeZone: 'Asia/Ho_Chi_Minh' })
