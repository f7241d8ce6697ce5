import { Trans, useLingui } from '@lingui/react/macro'
import { Badge, Button, Group, SegmentedControl, Select, VisuallyHidden } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import type { Deal } from '../api/types'
import { Amount } from '../ui/Amount'
import { type Column, ColumnChooser, DataList } from '../ui/DataList'
import { FilterBar, type FilterField } from '../ui/FilterBar'
import { formatNumber } from '../ui/format'
import { LeftOut } from '../ui/LeftOut'
import { type ListSearch, useListed } from '../ui/list'
import { Day, Moment } from '../ui/Moment'
import { NothingListed } from '../ui/NothingListed'
import { Page } from '../ui/Page'
import { Person } from '../ui/Person'
import { EmptyState, ErrorState } from '../ui/States'
import { type View, Views } from '../ui/Views'
import { ExportButton } from '../workspace/ExportButton'
import { may, useMe, useMembers } from '../workspace/session'
import { type DealActions, useDealActions } from './actions'
import { dealQuery, usePipelines, useRestoreDeal } from './api'
import { DealBoard } from './DealBoard'
import { DealForm } from './DealForm'
import { DealMenu } from './DealMenu'
import { StageBar } from './StageBar'
import { STATUS_COLORS, STATUS_NAMES } from './words'

export function DealsPage() {
  const { t, i18n } = useLingui()
  const search = useSearch({ from: '/shell/deals' })
  const navigate = useNavigate({ from: '/deals' })
  const { pipelines, isError, error, refetch } = usePipelines()
  const me = useMe()
  const { actions, dialogs } = useDealActions()
  const [stageId, setStageId] = useState<string>()
  const asked = pipelines.find((one) => one.id === search.pipeline)
  const pipeline = asked ?? pipelines[0]
  const unknown = search.pipeline !== undefined && pipelines.length > 0 && !asked
  const table = search.view === 'table' || search.deleted
  const set = (change: Partial<typeof search>) =>
    navigate({ search: (old) => ({ ...old, ...change }), replace: true })
  const create = may(me, 'DEAL', 'WRITE')
    ? (stage?: string) => {
        setStageId(stage)
        void set({ create: true })
      }
    : undefined
  const having = (status: Deal['status']): View => ({
    name: i18n._(STATUS_NAMES[status]),
    filter: { all: [{ field: 'status', op: 'in', value: [status] }] },
  })
  const views: View[] = [
    { name: t`Tất cả` },
    { name: t`Của tôi`, filter: { all: [{ field: 'ownerId', op: 'in', value: [me.id] }] } },
    having('OPEN'),
    having('WON'),
    having('LOST'),
    { name: t`Thùng rác`, deleted: true },
  ]

  return (
    <Page
      title={<Trans>Thương vụ</Trans>}
      fill
      aside={
        <Group gap="xs">
          {pipelines.length > 1 && (
            <Select
              size="xs"
              w={180}
              aria-label={t`Quy trình bán`}
              data={pipelines.map((one) => ({ value: one.id, label: one.name }))}
              value={pipeline?.id ?? null}
              allowDeselect={false}
              onChange={(id) => set({ pipeline: id ?? undefined })}
            />
          )}
          <VisuallyHidden id="deals-view">{t`Cách xem`}</VisuallyHidden>
          <SegmentedControl
            size="xs"
            aria-labelledby="deals-view"
            value={table ? 'table' : 'board'}
            onChange={(view) => set({ view: view === 'table' ? 'table' : undefined, deleted: undefined })}
            data={[
              { value: 'board', label: t`Bảng` },
              { value: 'table', label: t`Danh sách` },
            ]}
          />
          {table && <Views label={t`Lọc sẵn`} views={views} search={search} onSearch={set} />}
        </Group>
      }
      actions={
        create && (
          <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => create()}>
            <Trans>Thương vụ mới</Trans>
          </Button>
        )
      }
    >
      <LeftOut names={unknown ? ['pipeline'] : []} />
      {table ? (
        <DealsTable actions={actions} search={search} onSearch={set} onCreate={create && (() => create())} />
      ) : (
        pipeline && (
          <>
            <BoardFilters search={search} onSearch={set} />
            <DealBoard
              pipelineId={pipeline.id}
              query={{ q: search.q, filter: search.filter }}
              actions={actions}
              onCreate={create}
            />
          </>
        )
      )}
      {isError && !table && <ErrorState error={error} retry={() => void refetch()} />}
      <DealForm
        opened={search.create === true && create !== undefined}
        stageId={stageId}
        onClose={() => {
          setStageId(undefined)
          void set({ create: undefined })
        }}
      />
      {dialogs}
    </Page>
  )
}

const useFields = (withStage: boolean): FilterField[] => {
  const { t, i18n } = useLingui()
  const { choices } = useMembers()
  const { pipelines } = usePipelines()
  const fields: FilterField[] = [
    {
      field: 'ownerId',
      name: t`Người phụ trách`,
      kind: 'choice',
      options: choices,
    },
    { field: 'amount', name: t`Giá trị`, kind: 'number' },
    { field: 'expectedCloseDate', name: t`Dự kiến chốt`, kind: 'date' },
    { field: 'stageSince', name: t`Vào giai đoạn`, kind: 'date' },
    { field: 'openedAt', name: t`Ngày mở`, kind: 'date' },
    { field: 'nextStep', name: t`Bước tiếp theo`, kind: 'text' },
    { field: 'tags', name: t`Nhãn`, kind: 'list' },
  ]
  if (!withStage) return fields
  return [
    {
      field: 'status',
      name: t`Trạng thái`,
      kind: 'choice',
      options: Object.entries(STATUS_NAMES).map(([value, name]) => ({ value, label: i18n._(name) })),
    },
    {
      field: 'stageId',
      name: t`Giai đoạn`,
      kind: 'choice',
      options: pipelines.flatMap((pipeline) =>
        pipeline.stages.map((stage) => ({ value: stage.id, label: stage.name })),
      ),
    },
    ...fields,
    { field: 'closedAt', name: t`Ngày đóng`, kind: 'date' },
  ]
}

interface Searching {
  readonly search: ListSearch
  readonly onSearch: (change: Partial<ListSearch>) => void
}

function BoardFilters({ search, onSearch }: Searching) {
  const { t } = useLingui()
  return (
    <FilterBar fields={useFields(false)} search={search} onSearch={onSearch} placeholder={t`Tìm thương vụ`} />
  )
}

function DealsTable({
  search,
  onSearch,
  actions,
  onCreate,
}: Searching & { actions: DealActions; onCreate?: () => void }) {
  const { t, i18n } = useLingui()
  const navigate = useNavigate()
  const client = useQueryClient()
  const { nameOf } = useMembers()
  const restore = useRestoreDeal()
  const { rows, total } = useListed<Deal>('deals', '/api/deals', search)

  const columns: Column<Deal>[] = [
    {
      key: 'name',
      exports: 'name',
      name: t`Tên`,
      sort: 'name',
      narrow: 'title',
      cell: (deal) => (
        <Link to="/deals/$dealId" params={{ dealId: deal.id }} style={{ fontWeight: 500 }}>
          {deal.name}
        </Link>
      ),
    },
    {
      key: 'company',
      exports: 'company',
      name: t`Công ty`,
      width: 160,
      narrow: 'more',
      cell: (deal) => deal.companyName,
    },
    {
      key: 'stage',
      exports: 'stage',
      name: t`Giai đoạn`,
      width: 104,
      cell: (deal) => <StageBar deal={deal} />,
    },
    {
      key: 'status',
      exports: 'status',
      name: t`Trạng thái`,
      width: 106,
      narrow: 'more',
      cell: (deal) => (
        <Badge variant="light" color={STATUS_COLORS[deal.status]}>
          {i18n._(STATUS_NAMES[deal.status])}
        </Badge>
      ),
    },
    {
      key: 'amount',
      exports: ['amount', 'currency'],
      name: t`Giá trị`,
      width: 126,
      align: 'right',
      sort: 'amount',
      narrow: 'side',
      cell: (deal) => <Amount value={deal.amount} />,
    },
    {
      key: 'expectedCloseDate',
      exports: 'expectedCloseDate',
      name: t`Dự kiến chốt`,
      width: 112,
      align: 'right',
      sort: 'expectedCloseDate',
      cell: (deal) => <Day date={deal.expectedCloseDate} />,
    },
    {
      key: 'owner',
      exports: 'owner',
      name: t`Phụ trách`,
      width: 162,
      cell: (deal) => <Person name={nameOf(deal.ownerId)} size={20} />,
    },
    {
      key: 'stageSince',
      exports: 'stageSince',
      name: t`Vào giai đoạn`,
      width: 130,
      sort: 'stageSince',
      optional: true,
      cell: (deal) => <Moment at={deal.stageSince} />,
    },
    {
      key: 'closedAt',
      exports: 'closedAt',
      name: t`Ngày đóng`,
      width: 120,
      align: 'right',
      sort: 'closedAt',
      optional: true,
      cell: (deal) => <Day date={deal.closedAt} />,
    },
    {
      key: 'nextStep',
      exports: 'nextStep',
      name: t`Bước tiếp theo`,
      optional: true,
      cell: (deal) => deal.nextStep,
    },
    {
      key: 'menu',
      name: t`Việc`,
      width: search.deleted ? 112 : 56,
      cell: (deal) =>
        search.deleted ? (
          deal.can?.restore && (
            <Button size="compact-xs" variant="light" onClick={() => restore.mutate(deal.id)}>
              <Trans>Khôi phục</Trans>
            </Button>
          )
        ) : (
          <DealMenu deal={deal} actions={actions} />
        ),
    },
  ]
  return (
    <>
      <FilterBar
        fields={useFields(true)}
        search={search}
        onSearch={onSearch}
        placeholder={t`Tìm thương vụ`}
        count={total == null ? undefined : t`${formatNumber(total)} thương vụ`}
      >
        <ColumnChooser name="deals" columns={columns} search={search} onSearch={onSearch} />
        <ExportButton kind="DEAL" name="deals" columns={columns} search={search} />
      </FilterBar>
      <DataList
        name="deals"
        label={t`Thương vụ`}
        rows={rows}
        columns={columns}
        idOf={(deal) => deal.id}
        search={search}
        onSearch={onSearch}
        onOpen={(deal) => navigate({ to: '/deals/$dealId', params: { dealId: deal.id } })}
        onHover={(deal) => void client.prefetchQuery({ ...dealQuery(deal.id), staleTime: 15_000 })}
        empty={
          <NothingListed
            search={search}
            onSearch={onSearch}
            unmatched={<Trans>Không có thương vụ nào khớp.</Trans>}
            first={
              <EmptyState
                text={<Trans>Chưa có thương vụ nào. Mở thương vụ đầu tiên khi một khách muốn mua.</Trans>}
                action={
                  onCreate && (
                    <Button onClick={onCreate}>
                      <Trans>Mở thương vụ</Trans>
                    </Button>
                  )
                }
              />
            }
          />
        }
      />
    </>
  )
}
