import { Trans, useLingui } from '@lingui/react/macro'
import { Badge, Button, Group, SegmentedControl, Select, VisuallyHidden } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { Deal } from '../api/types'
import { BulkEdit } from '../contacts/BulkEdit'
import { Amount } from '../ui/Amount'
import { FilterBar } from '../ui/FilterBar'
import { formatNumber } from '../ui/format'
import { LeftOut } from '../ui/LeftOut'
import { type ListPageSearch, useListSearch } from '../ui/list'
import { Day, Moment } from '../ui/Moment'
import { Page } from '../ui/Page'
import { Person } from '../ui/Person'
import { EmptyState, ErrorState } from '../ui/States'
import { useListKeys } from '../ui/useListKeys'
import type { View } from '../ui/Views'
import {
  RecordList,
  type RecordListDefinition,
  RecordViews,
  useCreating,
  useWithOtherFields,
} from '../workspace/RecordList'
import { useMe, useMembers } from '../workspace/session'
import { type DealActions, useDealActions } from './actions'
import { dealQuery, usePipelines, useRestoreDeal } from './api'
import { DealBoard } from './DealBoard'
import { DealForm } from './DealForm'
import { DealMenu } from './DealMenu'
import { NOT_ON_THE_BOARD, useDealFields } from './fields'
import { DEALS } from './keys'
import { StageBar } from './StageBar'
import { STATUS_COLORS, STATUS_NAMES } from './words'

interface DealsSearch extends ListPageSearch {
  readonly pipeline?: string
  readonly view?: 'board' | 'table'
}

const pageOf = (id: string) => `/deals/${id}`

export function DealsPage() {
  const { t } = useLingui()
  const { search, set } = useListSearch<DealsSearch>()
  const { pipelines, isError, error, refetch } = usePipelines()
  const { actions, dialogs } = useDealActions()
  const [stageId, setStageId] = useState<string>()
  const { create, creating, stop } = useCreating('DEAL')
  const list = useWithOtherFields(useDealList(actions, create))
  const asked = pipelines.find((one) => one.id === search.pipeline)
  const pipeline = asked ?? pipelines[0]
  const unknown = search.pipeline !== undefined && pipelines.length > 0 && !asked
  const table = search.view === 'table' || search.deleted
  useListKeys({ onCreate: () => create?.() })

  return (
    <Page
      title={list.title}
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
          {table && <RecordViews list={list} />}
        </Group>
      }
      actions={
        create && (
          <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={create}>
            <Trans>Thương vụ mới</Trans>
          </Button>
        )
      }
    >
      <LeftOut names={unknown ? ['pipeline'] : []} />
      {table ? (
        <RecordList list={list} />
      ) : (
        pipeline && (
          <>
            <FilterBar
              fields={list.fields.map((one) =>
                NOT_ON_THE_BOARD.includes(one.field) ? { ...one, hidden: true } : one,
              )}
              search={search}
              onSearch={set}
              placeholder={list.placeholder}
            />
            <DealBoard
              pipelineId={pipeline.id}
              query={{ q: search.q, filter: search.filter }}
              actions={actions}
              onCreate={
                create &&
                ((stage) => {
                  setStageId(stage)
                  create()
                })
              }
            />
          </>
        )
      )}
      {isError && !table && <ErrorState error={error} retry={() => void refetch()} />}
      <DealForm
        opened={creating}
        stageId={stageId}
        onClose={() => {
          setStageId(undefined)
          stop()
        }}
      />
      {dialogs}
    </Page>
  )
}

function useDealList(actions: DealActions, create?: () => void): RecordListDefinition<Deal> {
  const { t, i18n } = useLingui()
  const me = useMe()
  const fields = useDealFields()
  const { nameOf } = useMembers()
  const restore = useRestoreDeal()
  const having = (status: Deal['status']): View => ({
    name: i18n._(STATUS_NAMES[status]),
    filter: { all: [{ field: 'status', op: 'in', value: [status] }] },
  })
  return {
    kind: 'DEAL',
    collection: DEALS,
    path: '/api/deals',
    title: <Trans>Thương vụ</Trans>,
    label: t`Thương vụ`,
    placeholder: t`Tìm thương vụ`,
    counted: (total) => t`${formatNumber(total)} thương vụ`,
    exported: true,
    fields,
    columns: [
      {
        field: 'name',
        sort: true,
        narrow: 'title',
        cell: (deal) => (
          <Link to={pageOf(deal.id) as '/'} style={{ fontWeight: 500 }}>
            {deal.name}
          </Link>
        ),
      },
      { key: 'company', field: 'companyName', exports: 'company', width: 160, narrow: 'more' },
      {
        key: 'stage',
        field: 'stageId',
        exports: 'stage',
        width: 104,
        cell: (deal) => <StageBar deal={deal} />,
      },
      {
        field: 'status',
        width: 106,
        narrow: 'more',
        cell: (deal) => (
          <Badge variant="light" color={STATUS_COLORS[deal.status]}>
            {i18n._(STATUS_NAMES[deal.status])}
          </Badge>
        ),
      },
      {
        field: 'amount',
        exports: ['amount', 'currency'],
        width: 126,
        sort: true,
        narrow: 'side',
        cell: (deal) => <Amount value={deal.amount} />,
      },
      {
        key: 'weighted',
        name: t`Theo xác suất`,
        exports: 'weighted',
        width: 126,
        align: 'right',
        optional: true,
        cell: (deal) => <Amount value={deal.weighted} />,
      },
      {
        field: 'expectedCloseDate',
        width: 112,
        align: 'right',
        sort: true,
        cell: (deal) => <Day date={deal.expectedCloseDate} due={deal.status === 'OPEN'} />,
      },
      {
        key: 'owner',
        field: 'ownerId',
        exports: 'owner',
        width: 162,
        cell: (deal) => <Person name={nameOf(deal.ownerId)} size={20} />,
      },
      {
        field: 'stageSince',
        width: 130,
        sort: true,
        optional: true,
        cell: (deal) => <Moment at={deal.stageSince} />,
      },
      {
        field: 'closedAt',
        width: 120,
        align: 'right',
        sort: true,
        optional: true,
        cell: (deal) => <Day date={deal.closedAt} />,
      },
      { field: 'nextStep', optional: true },
      {
        key: 'menu',
        name: t`Thao tác`,
        width: 56,
        cell: (deal) => <DealMenu deal={deal} actions={actions} />,
      },
    ],
    views: [
      { name: t`Tất cả` },
      { name: t`Của tôi`, filter: { all: [{ field: 'ownerId', op: 'in', value: [me.id] }] } },
      having('OPEN'),
      having('WON'),
      having('LOST'),
      { name: t`Thùng rác`, deleted: true },
    ],
    pageOf,
    prefetch: ({ id }) => dealQuery(id),
    restore: restore.mutate,
    bulk: create
      ? (rows, query) => (chosen, clear) => (
          <BulkEdit of={DEALS} chosen={chosen} loaded={rows} query={query} onDone={clear} />
        )
      : undefined,
    unmatched: () => <Trans>Không có thương vụ nào khớp.</Trans>,
    first: (
      <EmptyState
        text={<Trans>Chưa có thương vụ nào. Mở thương vụ đầu tiên khi một khách muốn mua.</Trans>}
        action={
          create && (
            <Button onClick={create}>
              <Trans>Mở thương vụ</Trans>
            </Button>
          )
        }
      />
    ),
  }
}
