import { useLingui } from '@lingui/react/macro'
import type { Company, Contact } from '../api/types'
import type { ColumnOf } from '../ui/fields'
import { formatPhone } from '../ui/format'
import { Moment } from '../ui/Moment'
import { Person } from '../ui/Person'
import type { View } from '../ui/Views'
import { useMe, useMembers } from '../workspace/session'
import { StageDots } from './StageDots'

const call = (phone?: string | null) =>
  phone && (
    <a href={`tel:${phone}`} className="tabular">
      {formatPhone(phone)}
    </a>
  )

type Either = Pick<
  Contact & Company,
  'lifecycleStage' | 'otherKindId' | 'phone' | 'ownerId' | 'lastActivityAt'
>

/** Columns that people and companies have alike. */
export function useCommonColumns() {
  const { nameOf } = useMembers()
  return {
    stage: {
      key: 'stage',
      field: 'lifecycleStage',
      width: 236,
      narrow: 'side',
      cell: (row: Either) => <StageDots stage={row.lifecycleStage} otherKindId={row.otherKindId} withName />,
    },
    otherKind: { key: 'otherKind', field: 'otherKindId', exports: 'otherKind', width: 150, optional: true },
    phone: { field: 'phone', width: 132, cell: (row: Either) => call(row.phone) },
    owner: {
      key: 'owner',
      field: 'ownerId',
      exports: 'owner',
      width: 162,
      cell: (row: Either) => <Person name={nameOf(row.ownerId)} size={20} />,
    },
    lastActivity: {
      field: 'lastActivityAt',
      width: 108,
      sort: true,
      cell: (row: Either) => <Moment at={row.lastActivityAt} />,
    },
    created: { field: 'createdAt', width: 116, align: 'right', sort: true, optional: true },
  } as const satisfies Record<string, ColumnOf<Either>>
}

/** The looks that people and companies have alike: what comes first, and what last. */
export function useCommonViews(): { readonly first: readonly View[]; readonly last: readonly View[] } {
  const { t } = useLingui()
  const me = useMe()
  return {
    first: [
      { name: t`Tất cả` },
      { name: t`Của tôi`, filter: { all: [{ field: 'ownerId', op: 'in', value: [me.id] }] } },
    ],
    last: [
      {
        name: t({ message: 'Khách hàng', context: 'list' }),
        filter: { all: [{ field: 'lifecycleStage', op: 'in', value: ['CUSTOMER', 'EVANGELIST'] }] },
      },
      { name: t`Thùng rác`, deleted: true },
    ],
  }
}
