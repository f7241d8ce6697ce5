import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { Badge, Button, Group, Text } from '@mantine/core'
import { IconArrowsExchange } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { get } from '../api/client'
import type { Filter, Page as PageOf } from '../api/page'
import type { Handoff } from '../api/types'
import { Amount } from '../ui/Amount'
import { type Column, DataList } from '../ui/DataList'
import { FilterBar, type FilterField } from '../ui/FilterBar'
import { formatNumber } from '../ui/format'
import { useList } from '../ui/list'
import { Moment } from '../ui/Moment'
import { Page } from '../ui/Page'
import { Person } from '../ui/Person'
import { EmptyState } from '../ui/States'
import { type View, Views } from '../ui/Views'
import { useMembers } from '../workspace/session'
import { useHandoffActions } from './actions'
import { LATE, useSla, versionsQuery } from './api'
import { Clock } from './Clock'
import { HandoffButtons } from './HandoffButtons'
import { Kept } from './Kept'
import { ReassignSeveral } from './ReassignSeveral'
import { Tier } from './Tier'
import { STATUS_COLORS, STATUS_NAMES } from './words'

const WAITING = { mine: true, status: 'OFFERED,ACCEPTED' } as const
const OPEN: Filter = { all: [{ field: 'status', op: 'in', value: ['OFFERED', 'ACCEPTED', 'TOUCHED'] }] }
const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)

type HandoffPageOf = PageOf<Handoff> & { readonly hidden?: number }

/** What waits for me, the most urgent first; a filter in the address shows the rows that a figure counts instead. */
export function HandoffsPage() {
  const { t, i18n } = useLingui()
  const search = useSearch({ from: '/shell/handoffs' })
  const navigate = useNavigate({ from: '/handoffs' })
  const { members, choices, nameOf } = useMembers()
  const { sla } = useSla()
  const versions = useQuery({ ...versionsQuery(sla?.id ?? ''), enabled: sla !== undefined })
  // Also those that an earlier version had; the latest name is the one that is known.
  const types = new Map(
    (versions.data ?? [])
      .toReversed()
      .flatMap(({ terms }) => terms.leadTypes.map(({ code, name }) => [code, name])),
  )
  const { actions, dialogs } = useHandoffActions()
  const set = (change: Partial<typeof search>) =>
    navigate({ search: (old) => ({ ...old, ...change }), replace: true })
  const waiting = search.filter === undefined
  // What still waits is looked at by its clock, the most overdue first; what is over, by when it came.
  const byClock = waiting || same(search.filter, OPEN) || same(search.filter, LATE)
  const sort = search.sort ?? (byClock ? 'dueAt' : undefined)
  const query = waiting ? { ...WAITING, sort } : { filter: search.filter, sort }
  const rows = useList<Handoff>('handoffs', '/api/handoffs', query)
  const count = useQuery({
    queryKey: ['handoffs', 'count', query],
    queryFn: ({ signal }) =>
      get<HandoffPageOf>('/api/handoffs', { ...query, sort: undefined, limit: 1, count: true }, signal),
  })
  const hidden = count.data?.hidden ?? 0
  const total = count.data?.total

  const fields: FilterField[] = [
    {
      field: 'status',
      name: t`Trạng thái`,
      kind: 'choice',
      options: Object.entries(STATUS_NAMES).map(([value, name]) => ({ value, label: i18n._(name) })),
    },
    {
      field: 'outcome',
      name: t`Cam kết`,
      kind: 'choice',
      options: [
        { value: 'PENDING', label: t`Đang chờ` },
        { value: 'MET', label: t`Đạt` },
        { value: 'BREACHED', label: t`Vỡ` },
        { value: 'ENDED', label: t`Dừng giữa chừng` },
      ],
    },
    {
      field: 'answer',
      name: t`Trả lời`,
      kind: 'choice',
      options: [
        { value: 'NONE', label: t`Chưa` },
        { value: 'ACCEPTED', label: t`Đã nhận` },
        { value: 'REJECTED', label: t`Đã từ chối` },
      ],
    },
    {
      field: 'tier',
      name: t`Hạng`,
      kind: 'choice',
      options: ['A', 'B', 'C'].map((tier) => ({ value: tier, label: tier })),
    },
    {
      field: 'repId',
      name: t`Nhân viên`,
      kind: 'choice',
      options: choices,
    },
    {
      field: 'leadType',
      name: t`Loại khách`,
      kind: 'choice',
      options: [...types].map(([value, label]) => ({ value, label })),
    },
    { field: 'source', name: t`Kênh`, kind: 'text' },
    { field: 'mqlOn', name: t`Ngày thành MQL`, kind: 'date' },
    { field: 'late', name: t`Đang trễ`, kind: 'flag' },
    { field: 'touched', name: t`Đã liên hệ`, kind: 'flag' },
    { field: 'counted', name: t`Tính giá trị`, kind: 'flag' },
    { field: 'deducted', name: t`Bị trừ giá trị`, kind: 'flag' },
    ...(sla
      ? [
          {
            field: 'slaId',
            name: t`Bản cam kết`,
            kind: 'choice' as const,
            hidden: true,
            options: [{ value: sla.id, label: sla.name }],
          },
        ]
      : []),
    ...members.flatMap((member): FilterField[] => [
      {
        field: `reps.${member.id}.assigned`,
        name: t`Từng giao cho ${member.fullName}`,
        kind: 'flag',
        hidden: true,
      },
      {
        field: `reps.${member.id}.touched`,
        name: t`${member.fullName} đã liên hệ`,
        kind: 'flag',
        hidden: true,
      },
      {
        field: `reps.${member.id}.outcome`,
        name: t`Cam kết của ${member.fullName}`,
        kind: 'choice',
        hidden: true,
        options: [
          { value: 'PENDING', label: t`Đang chờ` },
          { value: 'MET', label: t`Đạt` },
          { value: 'BREACHED', label: t`Vỡ` },
        ],
      },
      {
        field: `reps.${member.id}.answer`,
        name: t`${member.fullName} trả lời`,
        kind: 'choice',
        hidden: true,
        options: [
          { value: 'ACCEPTED', label: t`Đã nhận` },
          { value: 'REJECTED', label: t`Đã từ chối` },
        ],
      },
    ]),
  ]
  const views: View[] = [
    { name: t`Chờ tôi` },
    { name: t`Đang trễ`, filter: LATE },
    { name: t`Đang mở`, filter: OPEN },
    { name: t`Đã vỡ`, filter: { all: [{ field: 'outcome', op: 'in', value: ['BREACHED'] }] } },
    {
      name: t`Từ chối, khiếu nại`,
      filter: { all: [{ field: 'status', op: 'in', value: ['REJECTED', 'DISPUTED'] }] },
    },
    { name: t`Tất cả`, filter: { all: [] } },
  ]
  const columns: Column<Handoff>[] = [
    {
      key: 'contact',
      name: t({ message: 'Liên hệ', context: 'one' }),
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
      name: t`Đồng hồ`,
      width: 168,
      narrow: 'more',
      sort: 'dueAt',
      cell: (handoff) => <Clock handoff={handoff} />,
    },
    {
      key: 'tier',
      name: t`Hạng`,
      width: 72,
      narrow: 'more',
      sort: 'tier',
      cell: (handoff) => <Tier tier={handoff.tier} />,
    },
    {
      key: 'company',
      name: t`Công ty`,
      narrow: 'more',
      cell: (handoff) => handoff.companyName,
    },
    {
      key: 'source',
      name: t`Nguồn`,
      width: 112,
      optional: !waiting,
      cell: (handoff) => handoff.source?.channel,
    },
    {
      key: 'rep',
      name: t`Nhân viên`,
      width: 150,
      narrow: waiting ? undefined : 'more',
      optional: waiting,
      sort: 'rep',
      cell: (handoff) => <Person name={nameOf(handoff.repId)} size={20} />,
    },
    {
      key: 'status',
      name: t`Trạng thái`,
      width: 170,
      cell: (handoff) => (
        <Badge variant="light" color={STATUS_COLORS[handoff.status]}>
          {i18n._(STATUS_NAMES[handoff.status])}
        </Badge>
      ),
    },
    {
      key: 'value',
      name: t`Giá trị lead`,
      width: 120,
      align: 'right',
      optional: true,
      sort: 'leadValue',
      cell: (handoff) => <Amount value={handoff.leadValue} />,
    },
    {
      key: 'offeredAt',
      name: t`Giao lúc`,
      width: 110,
      optional: waiting,
      sort: 'offeredAt',
      cell: (handoff) => <Moment at={handoff.offeredAt} />,
    },
    {
      key: 'actions',
      name: t`Việc`,
      width: 186,
      align: 'right',
      narrow: 'side',
      cell: (handoff) => <HandoffButtons handoff={handoff} actions={actions} />,
    },
  ]

  return (
    <Page
      title={<Trans>Bàn giao</Trans>}
      fill
      aside={<Views label={t`Cách xem`} views={views} search={search} onSearch={set} />}
      actions={
        <Button variant="default" component={Link} to="/sla">
          <Trans>Báo cáo cam kết</Trans>
        </Button>
      }
    >
      {!waiting && (
        <FilterBar
          fields={fields}
          search={search}
          onSearch={set}
          filterOnly
          count={
            total == null ? undefined : hidden > 0 ? (
              <Group gap={6} component="span">
                {t`${formatNumber(total)} bàn giao`}
                <Text span c="dimmed" size="sm">
                  <Plural value={hidden} other="và # bàn giao nữa bạn không mở được" />
                </Text>
              </Group>
            ) : (
              t`${formatNumber(total)} bàn giao`
            )
          }
        />
      )}
      <DataList
        name="handoffs"
        label={t`Bàn giao`}
        rows={rows}
        columns={columns}
        idOf={(handoff) => handoff.id}
        search={{ ...search, sort }}
        bulk={
          rows.items.some((handoff) => handoff.can?.reassign)
            ? (chosen, clear) => <ReassignSeveral ids={chosen.ids} rows={rows.items} onDone={clear} />
            : undefined
        }
        onSearch={set}
        onOpen={(handoff) =>
          void navigate({ to: '/handoffs/$handoffId', params: { handoffId: handoff.id }, search: {} })
        }
        empty={
          waiting ? (
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
          ) : (
            <EmptyState
              text={
                hidden > 0 ? (
                  <Plural value={hidden} other="Có # bàn giao, nhưng bạn không có quyền mở." />
                ) : (
                  <Trans>Không có bàn giao nào khớp.</Trans>
                )
              }
              action={
                <Button variant="default" onClick={() => void set({ filter: undefined })}>
                  <Trans>Xem những gì chờ tôi</Trans>
                </Button>
              }
            />
          )
        }
      />
      {dialogs}
    </Page>
  )
}
