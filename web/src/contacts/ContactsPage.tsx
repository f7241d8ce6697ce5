import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Text } from '@mantine/core'
import { IconAddressBook, IconFileImport, IconPlus } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { type Contact, LIFECYCLE_STAGES } from '../api/types'
import { type Column, ColumnChooser, DataList } from '../ui/DataList'
import { FilterBar, type FilterField } from '../ui/FilterBar'
import { formatNumber, formatPhone } from '../ui/format'
import { useListed } from '../ui/list'
import { Day, Moment } from '../ui/Moment'
import { NothingListed } from '../ui/NothingListed'
import { Page } from '../ui/Page'
import { Person } from '../ui/Person'
import { Split } from '../ui/Split'
import { EmptyState } from '../ui/States'
import { useListKeys } from '../ui/useListKeys'
import { type View, Views } from '../ui/Views'
import { ExportButton } from '../workspace/ExportButton'
import { may, useMe, useMembers } from '../workspace/session'
import { contactQuery, useRestore } from './api'
import { BulkEdit } from './BulkEdit'
import { ContactForm } from './ContactForm'
import { useOtherKinds } from './otherKinds'
import { ContactPanel } from './panels'
import { StageDots } from './StageDots'
import { STAGE_NAMES } from './words'

/** There is room for these while the panel is open. */
const BESIDE_PANEL = ['name', 'stage', 'phone', 'restore']

/** @param beside what other modules show of a contact in the side panel */
export function ContactsPage({ beside }: { beside?: (contact: Contact) => ReactNode }) {
  const { t, i18n } = useLingui()
  const me = useMe()
  const search = useSearch({ from: '/shell/contacts' })
  const navigate = useNavigate({ from: '/contacts' })
  const client = useQueryClient()
  const { choices, nameOf } = useMembers()
  const otherKinds = useOtherKinds()
  const restore = useRestore('contacts')
  const set = (change: Partial<typeof search>) =>
    navigate({ search: (old) => ({ ...old, ...change }), replace: true })
  const { query, rows, total } = useListed<Contact>('contacts', '/api/contacts', search)
  const writes = may(me, 'CONTACT', 'WRITE')
  const create = () => {
    if (writes) void set({ create: true })
  }
  useListKeys({ onCreate: create })
  const edit = (contact: Contact) => void set({ peek: contact.id, edit: true })

  const fields: FilterField[] = [
    {
      field: 'lifecycleStage',
      name: t`Giai đoạn`,
      kind: 'choice',
      options: LIFECYCLE_STAGES.map((stage) => ({ value: stage, label: i18n._(STAGE_NAMES[stage]) })),
    },
    { field: 'otherKindId', name: t`Loại trong “Khác”`, kind: 'choice', options: otherKinds.all },
    { field: 'ownerId', name: t`Phụ trách`, kind: 'choice', options: choices },
    { field: 'lastActivityAt', name: t`Trao đổi lần cuối`, kind: 'date' },
    { field: 'lifecycleSince', name: t`Vào giai đoạn`, kind: 'date' },
    { field: 'company.name', name: t`Tên công ty`, kind: 'text' },
    { field: 'company.industry', name: t`Ngành của công ty`, kind: 'text' },
    { field: 'jobTitle', name: t`Chức vụ`, kind: 'text' },
    { field: 'email', name: t`E-mail`, kind: 'text' },
    { field: 'phone', name: t`Điện thoại`, kind: 'text' },
    { field: 'source.channel', name: t`Kênh`, kind: 'text' },
    { field: 'source.campaign', name: t`Chiến dịch`, kind: 'text' },
    { field: 'tags', name: t`Nhãn`, kind: 'list' },
    { field: 'createdAt', name: t`Ngày tạo`, kind: 'date' },
  ]
  const views: View[] = [
    { name: t`Tất cả` },
    { name: t`Của tôi`, filter: { all: [{ field: 'ownerId', op: 'in', value: [me.id] }] } },
    {
      name: t`MQL chưa gọi`,
      filter: {
        all: [
          { field: 'lifecycleStage', op: 'in', value: ['MQL'] },
          { field: 'lastActivityAt', op: 'empty' },
        ],
      },
    },
    {
      name: t({ message: 'Khách hàng', context: 'list' }),
      filter: { all: [{ field: 'lifecycleStage', op: 'in', value: ['CUSTOMER', 'EVANGELIST'] }] },
    },
    { name: t`Thùng rác`, deleted: true },
  ]
  const columns: Column<Contact>[] = [
    {
      key: 'name',
      exports: 'fullName',
      name: t`Tên`,
      sort: 'fullName',
      narrow: 'title',
      cell: (contact) => (
        <Link
          to="/contacts/$contactId"
          params={{ contactId: contact.id }}
          preload={false}
          style={{ fontWeight: 500 }}
        >
          {contact.fullName}
        </Link>
      ),
    },
    {
      key: 'stage',
      exports: 'lifecycleStage',
      name: t`Giai đoạn`,
      width: 236,
      narrow: 'side',
      cell: (contact) => (
        <StageDots stage={contact.lifecycleStage} otherKindId={contact.otherKindId} withName />
      ),
    },
    {
      key: 'otherKind',
      exports: 'otherKind',
      name: t`Loại trong “Khác”`,
      width: 150,
      optional: true,
      cell: (contact) => otherKinds.nameOf(contact.otherKindId),
    },
    {
      key: 'company',
      exports: 'company',
      name: t`Công ty`,
      narrow: 'more',
      cell: (contact) => contact.companyName,
    },
    {
      key: 'phone',
      exports: 'phone',
      name: t`Điện thoại`,
      width: 132,
      narrow: 'more',
      cell: (contact) =>
        contact.phone && (
          <a href={`tel:${contact.phone}`} className="tabular">
            {formatPhone(contact.phone)}
          </a>
        ),
    },
    {
      key: 'email',
      exports: 'email',
      name: t`E-mail`,
      optional: true,
      cell: (contact) => contact.email && <a href={`mailto:${contact.email}`}>{contact.email}</a>,
    },
    {
      key: 'jobTitle',
      exports: 'jobTitle',
      name: t`Chức vụ`,
      optional: true,
      cell: (contact) => contact.jobTitle,
    },
    {
      key: 'owner',
      exports: 'owner',
      name: t`Phụ trách`,
      width: 162,
      cell: (contact) => <Person name={nameOf(contact.ownerId)} size={20} />,
    },
    {
      key: 'lastActivityAt',
      exports: 'lastActivityAt',
      name: t`Lần cuối`,
      width: 108,
      sort: 'lastActivityAt',
      cell: (contact) => <Moment at={contact.lastActivityAt} />,
    },
    {
      key: 'source',
      exports: 'source.channel',
      name: t`Nguồn`,
      width: 130,
      optional: true,
      cell: (contact) => contact.source?.channel,
    },
    {
      key: 'tags',
      exports: 'tags',
      name: t`Nhãn`,
      optional: true,
      cell: (contact) => contact.tags.join(', '),
    },
    {
      key: 'createdAt',
      exports: 'createdAt',
      name: t`Ngày tạo`,
      width: 116,
      align: 'right',
      sort: 'createdAt',
      optional: true,
      cell: (contact) => <Day date={contact.createdAt} />,
    },
  ]
  if (search.deleted) {
    columns.push({
      key: 'restore',
      name: t`Việc`,
      width: 110,
      narrow: 'side',
      cell: (contact) =>
        contact.can?.restore && (
          <Button size="compact-xs" variant="light" onClick={() => restore.mutate(contact.id)}>
            <Trans>Khôi phục</Trans>
          </Button>
        ),
    })
  }

  return (
    <Page
      title={<Trans>Liên hệ</Trans>}
      fill
      aside={<Views label={t`Cách xem`} views={views} search={search} onSearch={set} />}
      actions={
        <>
          {may(me, 'IMPORT', 'WRITE') && (
            <Button
              variant="default"
              visibleFrom="xs"
              component={Link}
              to="/imports"
              leftSection={<IconFileImport size={16} aria-hidden />}
            >
              <Trans>Nhập</Trans>
            </Button>
          )}
          {writes && (
            <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={create}>
              <Trans>Liên hệ mới</Trans>
            </Button>
          )}
        </>
      }
    >
      <FilterBar
        fields={fields}
        search={search}
        onSearch={set}
        placeholder={t`Tìm tên, e-mail, điện thoại`}
        count={total == null ? undefined : t`${formatNumber(total)} người`}
      >
        <ColumnChooser name="contacts" columns={columns} search={search} onSearch={set} />
        <ExportButton kind="CONTACT" name="contacts" columns={columns} search={search} />
      </FilterBar>
      <Split
        label={t`Liên hệ đang xem`}
        onClose={() => void set({ peek: undefined, edit: undefined })}
        head={search.peek && <PeekLink id={search.peek} />}
        panel={
          search.peek && (
            <ContactPanel key={search.peek} id={search.peek} edit={search.edit} beside={beside} />
          )
        }
      >
        <DataList
          name="contacts"
          label={t`Liên hệ`}
          rows={rows}
          columns={search.peek ? columns.filter((column) => BESIDE_PANEL.includes(column.key)) : columns}
          idOf={(contact) => contact.id}
          total={total}
          search={search}
          onSearch={set}
          onOpen={(contact) =>
            void navigate({ to: '/contacts/$contactId', params: { contactId: contact.id }, search: {} })
          }
          onPeek={(contact) => void set({ peek: contact.id, edit: undefined })}
          onHover={(contact) => void client.prefetchQuery({ ...contactQuery(contact.id), staleTime: 15_000 })}
          onEdit={edit}
          bulk={
            search.deleted || !writes
              ? undefined
              : (chosen, clear) => (
                  <BulkEdit of="contacts" chosen={chosen} loaded={rows.items} query={query} onDone={clear} />
                )
          }
          empty={
            <NothingListed
              search={search}
              onSearch={set}
              unmatched={<Trans>Không ai khớp.</Trans>}
              first={
                <EmptyState
                  icon={<IconAddressBook size={36} stroke={1.4} aria-hidden />}
                  text={<Trans>Chưa có liên hệ nào. Nhập danh sách bạn đang có từ Excel.</Trans>}
                  action={
                    <Button component={Link} to="/imports">
                      <Trans>Nhập danh sách</Trans>
                    </Button>
                  }
                />
              }
            />
          }
        />
      </Split>
      <ContactForm
        opened={search.create === true && writes}
        onClose={() => void set({ create: undefined })}
      />
    </Page>
  )
}

const PeekLink = ({ id }: { id: string }) => (
  <Text span size="md">
    <Link to="/contacts/$contactId" params={{ contactId: id }} className="link">
      <Trans>Mở cả trang</Trans>
    </Link>
  </Text>
)
