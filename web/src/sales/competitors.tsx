import { Trans, useLingui } from '@lingui/react/macro'
import { Button } from '@mantine/core'
import { IconSwords } from '@tabler/icons-react'
import type { CompetitorView } from '../api/generated/api.schemas'
import { formatNumber } from '../ui/format'
import { opening } from '../ui/opening'
import { Person } from '../ui/Person'
import { EmptyState } from '../ui/States'
import { PlainFacts, PlainForm, PlainPage } from '../workspace/plain'
import { RecordListPage, useCreating } from '../workspace/RecordList'
import { RecordPanel } from '../workspace/RecordPanel'
import { recordQuery, useRestore } from '../workspace/records'
import { useMembers } from '../workspace/session'
import { COMPETITORS } from './keys'

const pageOf = (id: string) => `/competitors/${id}`

/** Who else sells what we sell. */
export function CompetitorsPage() {
  const { t } = useLingui()
  const { choices, nameOf } = useMembers()
  const restore = useRestore(COMPETITORS)
  const { create } = useCreating('COMPETITOR')
  return (
    <RecordListPage<CompetitorView>
      list={{
        kind: 'COMPETITOR',
        collection: COMPETITORS,
        path: '/api/competitors',
        title: <Trans>Đối thủ</Trans>,
        label: t`Đối thủ`,
        placeholder: t`Tìm tên`,
        counted: (total) => t`${formatNumber(total)} đối thủ`,
        imported: true,
        exported: true,
        fields: [
          { field: 'name', name: t`Tên đối thủ`, heading: t`Tên`, kind: 'text', hidden: true },
          { field: 'ownerId', name: t`Phụ trách`, kind: 'choice', options: choices },
          { field: 'createdAt', name: t`Ngày tạo`, kind: 'date' },
        ],
        columns: [
          {
            field: 'name',
            sort: true,
            narrow: 'title',
            cell: ({ id, name }) => opening(pageOf(id), name),
          },
          { field: 'priceLevel', width: 136, narrow: 'side' },
          { field: 'answer', width: 380, narrow: 'more' },
          {
            key: 'owner',
            field: 'ownerId',
            exports: 'owner',
            width: 162,
            narrow: 'more',
            cell: ({ ownerId }) => <Person name={nameOf(ownerId)} size={20} />,
          },
          { field: 'createdAt', width: 116, align: 'right', sort: true, optional: true },
        ],
        views: [{ name: t`Tất cả` }, { name: t`Thùng rác`, deleted: true }],
        pageOf,
        prefetch: ({ id }) => recordQuery<CompetitorView>(COMPETITORS, id),
        panel: {
          label: t`Đối thủ đang xem`,
          columns: ['name'],
          of: (id, edit) => (
            <RecordPanel<CompetitorView>
              key={id}
              of={COMPETITORS}
              id={id}
              edit={edit}
              name={({ name }) => name}
            >
              {(record) => <PlainFacts kind="COMPETITOR" record={record} />}
            </RecordPanel>
          ),
        },
        restore: restore.mutate,
        unmatched: () => <Trans>Không đối thủ nào khớp.</Trans>,
        first: (
          <EmptyState
            icon={<IconSwords size={36} stroke={1.4} aria-hidden />}
            text={
              <Trans>Chưa có đối thủ nào. Ghi lại ai đang bán thứ mình bán, và mình thắng họ bằng gì.</Trans>
            }
            action={
              create && (
                <Button onClick={create}>
                  <Trans>Thêm đối thủ</Trans>
                </Button>
              )
            }
          />
        ),
        create: {
          name: <Trans>Đối thủ mới</Trans>,
          form: (opened, onClose) => (
            <PlainForm
              kind="COMPETITOR"
              title={<Trans>Đối thủ mới</Trans>}
              opened={opened}
              onClose={onClose}
            />
          ),
        },
      }}
    />
  )
}

export const CompetitorPage = ({ id }: { id: string }) => <PlainPage kind="COMPETITOR" id={id} />
