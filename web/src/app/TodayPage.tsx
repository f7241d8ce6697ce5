import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { Button, Text, Title } from '@mantine/core'
import { IconArrowsExchange, IconCoin } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { LATE, lateQuery } from '../alignment/api'
import { get } from '../api/client'
import type { Page as ApiPage, Filter } from '../api/page'
import type { Deal } from '../api/types'
import { DEALS } from '../sales/keys'
import { Amount } from '../ui/Amount'
import { ClockRing } from '../ui/ClockRing'
import { formatCount, formatDay, formatMoneyShort, formatMonth, formatWeekday, lastWord } from '../ui/format'
import { Loaded } from '../ui/Loaded'
import { Card } from '../ui/Page'
import { EmptyState } from '../ui/States'
import { may, useMe, useMembers } from '../workspace/session'
import { Promises } from './Promises'
import classes from './Today.module.css'
import { monthOf, todayOf, useWaitingHandoffs } from './waiting'

export function TodayPage() {
  const { t } = useLingui()
  const me = useMe()
  const zone = me.workspace.zone
  // Who sells sees first who waits; the others, how both sides keep their word.
  const sells = ['SALES_MANAGER', 'INSIDE_REP', 'OUTSIDE_REP'].includes(me.role)
  const hour = Number(
    new Intl.DateTimeFormat('en-GB', { hour: 'numeric', hour12: false, timeZone: zone }).format(new Date()),
  )
  const name = lastWord(me.fullName)
  const hello =
    hour < 11
      ? t`Chào buổi sáng, ${name}`
      : hour < 18
        ? t`Chào buổi chiều, ${name}`
        : t`Chào buổi tối, ${name}`
  return (
    <div style={{ display: 'grid', gap: 16 }}>
      <div className={classes.hello}>
        <Title order={1}>{hello}</Title>
        <Text c="dimmed">{formatWeekday(new Date())}</Text>
        {may(me, 'DEAL', 'READ') && <Month />}
      </div>
      <div className={classes.grid}>
        {!sells && may(me, 'SLA', 'READ') && <Promises />}
        {may(me, 'HANDOFF', 'WRITE') && <Waiting />}
        {['TEAM', 'ALL'].includes(me.permissions.HANDOFF?.READ ?? 'NONE') && <Late />}
        {may(me, 'DEAL', 'READ') && <Overdue />}
        {may(me, 'DEAL', 'READ') && <WithoutStep />}
        {sells && may(me, 'SLA', 'READ') && <Promises />}
      </div>
    </div>
  )
}

const useMine = (): Filter[] => {
  const me = useMe()
  // A rep's day is the rep's own; everybody else looks at what all of them sell.
  return ['INSIDE_REP', 'OUTSIDE_REP'].includes(me.role) ? [{ field: 'ownerId', op: 'eq', value: me.id }] : []
}

function useDeals(parts: readonly Filter[], sort: string, limit = 8) {
  const filter: Filter = { all: parts }
  const query = { filter, sort, limit, count: true }
  return {
    filter,
    ...useQuery({
      queryKey: [DEALS, 'today', query],
      queryFn: ({ signal }) => get<ApiPage<Deal>>('/api/deals', query, signal),
    }),
  }
}

/** The month in numbers; each of them opens its rows. */
function Month() {
  const mine = useMine()
  const me = useMe()
  const month = monthOf(me.workspace.zone)
  const won = useDeals(
    [...mine, { field: 'status', op: 'eq', value: 'WON' }, { field: 'closedAt', op: 'gte', value: month }],
    '-closedAt',
    200,
  )
  const open = useDeals([...mine, { field: 'status', op: 'eq', value: 'OPEN' }], '-createdAt', 1)
  const deals = won.data?.items ?? []
  // A sum is only said when it is whole: of all deals, in one currency.
  const currencies = new Set(deals.map((deal) => deal.amount?.currency ?? me.workspace.currency))
  const whole = won.data !== undefined && !won.data.nextCursor && currencies.size === 1
  const sum = deals.reduce((total, deal) => total + Number(deal.amount?.amount ?? 0), 0)
  return (
    <div className={classes.month}>
      {whole && (
        <Link to="/deals" search={{ filter: won.filter, view: 'table' }} className={classes.number}>
          <strong>{formatMoneyShort(sum, [...currencies][0])}</strong>
          <span>
            <Trans>thắng {formatMonth(new Date())}</Trans>
          </span>
        </Link>
      )}
      <Link to="/deals" search={{ filter: won.filter, view: 'table' }} className={classes.number}>
        <strong>{formatCount(won.data?.total)}</strong>
        <span>
          <Trans>thương vụ thắng</Trans>
        </span>
      </Link>
      <Link to="/deals" search={{ filter: open.filter, view: 'table' }} className={classes.number}>
        <strong>{formatCount(open.data?.total)}</strong>
        <span>
          <Trans>đang mở</Trans>
        </span>
      </Link>
    </div>
  )
}

function Waiting() {
  const { t } = useLingui()
  const handoffs = useWaitingHandoffs()
  const { data } = handoffs
  return (
    <Card
      title={<Trans>Chờ tôi trả lời</Trans>}
      actions={
        data &&
        data.length > 0 && (
          <Link to="/handoffs" className="link">
            <Plural value={data.length} other="# bàn giao" />
          </Link>
        )
      }
    >
      <Loaded
        of={handoffs}
        empty={
          <EmptyState
            icon={<IconArrowsExchange size={28} stroke={1.4} aria-hidden />}
            text={<Trans>Không có bàn giao nào chờ bạn.</Trans>}
            action={
              <Button variant="default" component={Link} to="/contacts">
                <Trans>Xem liên hệ</Trans>
              </Button>
            }
          />
        }
      >
        {(waiting) => (
          <ul className={classes.rows}>
            {waiting.slice(0, 8).map((handoff) => (
              <li key={handoff.id}>
                <Link
                  to="/contacts/$contactId"
                  params={{ contactId: handoff.contactId }}
                  className={classes.row}
                >
                  <b>
                    {handoff.contactName}
                    <span className={classes.tier} title={t`Hạng ${handoff.tier}`}>
                      {handoff.tier}
                    </span>
                  </b>
                  <small>
                    {[handoff.companyName, handoff.source?.channel, handoff.source?.campaign]
                      .filter(Boolean)
                      .join(' · ') || t`giao ${formatDay(handoff.offeredAt)}`}
                  </small>
                  <span className={classes.side}>
                    <ClockRing start={handoff.offeredAt} due={handoff.dueAt} spent={handoff.spent} />
                  </span>
                </Link>
              </li>
            ))}
          </ul>
        )}
      </Loaded>
    </Card>
  )
}

/** Whose promise is broken, for those who look after more than their own: the longest overdue first. */
function Late() {
  const { t } = useLingui()
  const { nameOf } = useMembers()
  const late = useQuery(lateQuery(8))
  const total = late.data?.total ?? 0
  return (
    <Card
      title={<Trans>Đang trễ hẹn với khách</Trans>}
      actions={
        total > 0 && (
          <Link to="/handoffs" search={{ filter: LATE }} className="link">
            <Plural value={total} other="# bàn giao" />
          </Link>
        )
      }
    >
      <Loaded of={late}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState
              icon={<IconArrowsExchange size={28} stroke={1.4} aria-hidden />}
              text={<Trans>Không ai đang trễ hẹn.</Trans>}
            />
          ) : (
            <ul className={classes.rows}>
              {items.map((handoff) => (
                <li key={handoff.id}>
                  <Link to="/handoffs/$handoffId" params={{ handoffId: handoff.id }} className={classes.row}>
                    <b>
                      {handoff.contactName ?? t`Liên hệ bạn không có quyền xem`}
                      <span className={classes.tier} title={t`Hạng ${handoff.tier}`}>
                        {handoff.tier}
                      </span>
                    </b>
                    <small>{[handoff.companyName, nameOf(handoff.repId)].filter(Boolean).join(' · ')}</small>
                    <span className={classes.side}>
                      <ClockRing start={handoff.offeredAt} due={handoff.dueAt} spent={handoff.spent} />
                    </span>
                  </Link>
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </Card>
  )
}

function Overdue() {
  const mine = useMine()
  const me = useMe()
  const deals = useDeals(
    [
      ...mine,
      { field: 'status', op: 'eq', value: 'OPEN' },
      { field: 'expectedCloseDate', op: 'lt', value: todayOf(me.workspace.zone) },
    ],
    'expectedCloseDate',
  )
  return (
    <DealCard
      title={<Trans>Quá ngày dự kiến chốt</Trans>}
      empty={<Trans>Không có thương vụ nào trễ hẹn.</Trans>}
      deals={deals}
      side={(deal) => (
        <span style={{ color: 'var(--sh-red)' }}>
          {deal.expectedCloseDate && <Trans>hẹn {formatDay(deal.expectedCloseDate)}</Trans>}
        </span>
      )}
    />
  )
}

function WithoutStep() {
  const mine = useMine()
  const deals = useDeals(
    [...mine, { field: 'status', op: 'eq', value: 'OPEN' }, { field: 'nextStep', op: 'empty' }],
    '-amount',
  )
  return (
    <DealCard
      title={<Trans>Chưa có bước tiếp theo</Trans>}
      empty={<Trans>Thương vụ nào cũng có bước tiếp theo.</Trans>}
      deals={deals}
    />
  )
}

function DealCard({
  title,
  empty,
  deals,
  side,
}: {
  title: ReactNode
  empty: ReactNode
  deals: ReturnType<typeof useDeals>
  side?: (deal: Deal) => ReactNode
}) {
  const { data, filter } = deals
  return (
    <Card
      title={title}
      actions={
        data &&
        (data.total ?? 0) > 0 && (
          <Link to="/deals" search={{ filter, view: 'table' }} className="link">
            <Plural value={data.total ?? 0} other="# thương vụ" />
          </Link>
        )
      }
    >
      <Loaded of={deals}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState icon={<IconCoin size={28} stroke={1.4} aria-hidden />} text={empty} />
          ) : (
            <ul className={classes.rows}>
              {items.map((deal) => (
                <li key={deal.id}>
                  <Link to="/deals/$dealId" params={{ dealId: deal.id }} className={classes.row}>
                    <b>{deal.name}</b>
                    <small>{deal.companyName ?? '—'}</small>
                    <span className={classes.side}>
                      <Amount value={deal.amount} short />
                      {side && (
                        <>
                          <br />
                          {side(deal)}
                        </>
                      )}
                    </span>
                  </Link>
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </Card>
  )
}
