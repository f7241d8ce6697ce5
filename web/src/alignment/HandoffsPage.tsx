import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { Badge, Button, Group, Text } from '@mantine/core'
import { IconArrowsExchange } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { Filter } from '../api/page'
import type { Handoff } from '../api/types'
import { Amount } from '../ui/Amount'
import { sameFilter } from '../ui/filters'
import { formatNumber } from '../ui/format'
import { type ListSearch, useListSearch } from '../ui/list'
import { Moment } from '../ui/Moment'
import { Person } from '../ui/Person'
import { EmptyState } from '../ui/States'
import { RecordListPage } from '../workspace/RecordList'
import { useMembers } from '../workspace/session'
import { useHandoffActions } from './actions'
import { LATE } from './api'
import { Clock } from './Clock'
import { useHandoffFields } from './fields'
import { HandoffButtons } from './HandoffButtons'
import { Kept } from './Kept'
import { HANDOFFS } from './keys'
import { ReassignSeveral } from './ReassignSeveral'
import { Tier } from './Tier'
import { STATUS_COLORS, STATUS_NAMES } from './words'

const WAITING = { mine: true, status: 'OFFERED,ACCEPTED' } as const
const OPEN: Filter = { all: [{ field: 'status', op: 'in', value: ['OFFERED', 'ACCEPTED', 'TOUCHED'] }] }

/** What still waits is looked at by its clock, the most overdue first; what is over, by when it came. */
function ask({ filter, sort }: ListSearch) {
  if (filter === undefined) return { ...WAITING, sort: sort ?? 'dueAt' }
  const byClock = sameFilter(filter, OPEN) || sameFilter(filter, LATE)
  return { filter, sort: sort ?? (byClock ? 'dueAt' : undefined) }
}

/** What waits for me, the most urgent first; a filter in the address shows the rows that a figure counts instead. */
export function HandoffsPage() {
  const { t, i18n } = useLingui()
  const { search } = useListSearch()
  const { nameOf } = useMembers()
  const fields = useHandoffFields()
  const { actions, dialogs } = useHandoffActions()
  const waiting = search.filter === undefined
  return (
    <>
      <RecordListPage<Handoff>
        list={{
          kind: 'HANDOFF',
          collection: HANDOFFS,
          path: '/api/handoffs',
          title: <Trans>Bàn giao</Trans>,
          label: t`Bàn giao`,
          ask,
          unfiltered: waiting,
          counted: (total, hidden) =>
            hidden > 0 ? (
              <Group gap={6} component="span">
                {t`${formatNumber(total)} bàn giao`}
                <Text span c="dimmed" size="sm">
                  <Plural value={hidden} other="và # bàn giao nữa bạn không mở được" />
                </Text>
              </Group>
            ) : (
              t`${formatNumber(total)} bàn giao`
            ),
          exported: true,
          fields,
          columns: [
            {
              key: 'contact',
              field: 'contactName',
              exports: 'contact',
              narrow: 'title',
              cell: (handoff) =>
                handoff.contactName ? (
                  <Link
                    to="/contacts/$contactId"
                    params={{ contactId: handoff.contactId }}
                    preload={false}
                    style={{ fontWeight: 500 }}
                  >
                    {handoff.contactName}
                  </Link>
                ) : (
                  <Text span c="dimmed">
                    <Trans>Liên hệ bạn không có quyền xem</Trans>
                  </Text>
                ),
            },
            {
              key: 'clock',
              field: 'dueAt',
              width: 176,
              narrow: 'more',
              sort: true,
              cell: (handoff) => <Clock handoff={handoff} />,
            },
            {
              field: 'tier',
              width: 64,
              narrow: 'more',
              sort: true,
              cell: (handoff) => <Tier tier={handoff.tier} />,
            },
            { key: 'company', field: 'companyName', exports: 'company', narrow: 'more' },
            {
              field: 'source',
              width: 112,
              optional: !waiting,
              cell: (handoff) => handoff.source?.channel,
            },
            {
              key: 'rep',
              field: 'repId',
              exports: 'rep',
              width: 150,
              narrow: waiting ? undefined : 'more',
              optional: waiting,
              sort: 'rep',
              cell: (handoff) => <Person name={nameOf(handoff.repId)} size={20} />,
            },
            {
              field: 'status',
              width: 190,
              cell: (handoff) => (
                <Badge variant="light" color={STATUS_COLORS[handoff.status]}>
                  {i18n._(STATUS_NAMES[handoff.status])}
                </Badge>
              ),
            },
            {
              key: 'value',
              field: 'leadValue',
              exports: ['leadValue', 'currency'],
              width: 120,
              optional: true,
              sort: true,
              cell: (handoff) => <Amount value={handoff.leadValue} />,
            },
            {
              field: 'offeredAt',
              width: 100,
              optional: waiting,
              sort: true,
              cell: (handoff) => <Moment at={handoff.offeredAt} />,
            },
            {
              key: 'actions',
              name: t`Thao tác`,
              width: 132,
              align: 'right',
              narrow: 'side',
              cell: (handoff) => <HandoffButtons handoff={handoff} actions={actions} />,
            },
          ],
          views: [
            { name: t`Chờ tôi` },
            { name: t`Đang trễ`, filter: LATE },
            { name: t`Đang mở`, filter: OPEN },
            { name: t`Đã vỡ`, filter: { all: [{ field: 'outcome', op: 'in', value: ['BREACHED'] }] } },
            {
              name: t`Từ chối, khiếu nại`,
              filter: { all: [{ field: 'status', op: 'in', value: ['REJECTED', 'DISPUTED'] }] },
            },
            { name: t`Tất cả`, filter: { all: [] } },
          ],
          pageOf: (id) => `/handoffs/${id}`,
          bulk: (rows) =>
            rows.some((handoff) => handoff.can?.reassign)
              ? (chosen, clear) => <ReassignSeveral ids={chosen.ids} rows={rows} onDone={clear} />
              : undefined,
          unmatched: (hidden) =>
            hidden > 0 ? (
              <Plural value={hidden} other="Có # bàn giao, nhưng bạn không có quyền mở." />
            ) : (
              <Trans>Không có bàn giao nào khớp.</Trans>
            ),
          unfilter: <Trans>Xem những gì chờ tôi</Trans>,
          first: (
            <EmptyState
              icon={<IconArrowsExchange size={36} stroke={1.4} aria-hidden />}
              text={
                <>
                  <Trans>Không có bàn giao nào chờ bạn.</Trans> <Kept />
                </>
              }
              action={
                <Button variant="default" component={Link} to="/sla">
                  <Trans>Xem báo cáo cam kết</Trans>
                </Button>
              }
            />
          ),
        }}
        actions={
          <Button variant="default" component={Link} to="/sla">
            <Trans>Báo cáo cam kết</Trans>
          </Button>
        }
      />
      {dialogs}
    </>
  )
}
