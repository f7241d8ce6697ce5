import { Trans, useLingui } from '@lingui/react/macro'
import { Button } from '@mantine/core'
import { IconAddressBook } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { Contact } from '../api/types'
import { formatNumber } from '../ui/format'
import { opening } from '../ui/opening'
import { EmptyState } from '../ui/States'
import { RecordListPage } from '../workspace/RecordList'
import { useRestore } from '../workspace/records'
import { may, useMe } from '../workspace/session'
import { contactQuery } from './api'
import { BulkEdit } from './BulkEdit'
import { ContactForm } from './ContactForm'
import { useCommonColumns, useCommonViews } from './columns'
import { useContactFields } from './fields'
import { CONTACTS } from './keys'
import { ContactPanel } from './panels'

const pageOf = (id: string) => `/contacts/${id}`

/** @param beside what other modules show of a contact in the side panel */
export function ContactsPage({ beside }: { beside?: (contact: Contact) => ReactNode }) {
  const { t } = useLingui()
  const me = useMe()
  const fields = useContactFields()
  const columns = useCommonColumns()
  const views = useCommonViews()
  const restore = useRestore(CONTACTS)
  return (
    <RecordListPage<Contact>
      list={{
        kind: 'CONTACT',
        collection: CONTACTS,
        path: '/api/contacts',
        title: <Trans>Liên hệ</Trans>,
        label: t`Liên hệ`,
        placeholder: t`Tìm tên, email, điện thoại`,
        counted: (total) => t`${formatNumber(total)} người`,
        imported: true,
        exported: true,
        fields,
        columns: [
          {
            key: 'name',
            field: 'fullName',
            sort: true,
            narrow: 'title',
            cell: (contact) => opening(pageOf(contact.id), contact.fullName),
          },
          columns.stage,
          columns.otherKind,
          {
            key: 'company',
            field: 'company.name',
            exports: 'company',
            narrow: 'more',
            cell: (contact) => contact.companyName,
          },
          { ...columns.phone, narrow: 'more' },
          {
            field: 'email',
            optional: true,
            cell: (contact) => contact.email && <a href={`mailto:${contact.email}`}>{contact.email}</a>,
          },
          { field: 'jobTitle', optional: true },
          columns.owner,
          columns.lastActivity,
          { key: 'source', field: 'source.channel', width: 130, optional: true },
          { field: 'tags', optional: true },
          columns.created,
        ],
        views: [
          ...views.first,
          {
            name: t`MQL chưa gọi`,
            filter: {
              all: [
                { field: 'lifecycleStage', op: 'in', value: ['MQL'] },
                { field: 'lastActivityAt', op: 'empty' },
              ],
            },
          },
          ...views.last,
        ],
        pageOf,
        prefetch: ({ id }) => contactQuery(id),
        panel: {
          label: t`Liên hệ đang xem`,
          columns: ['name', 'stage', 'phone'],
          of: (id, edit) => <ContactPanel key={id} id={id} edit={edit} beside={beside} />,
        },
        restore: restore.mutate,
        bulk: may(me, 'CONTACT', 'WRITE')
          ? (rows, query) => (chosen, clear) => (
              <BulkEdit of="contacts" staged chosen={chosen} loaded={rows} query={query} onDone={clear} />
            )
          : undefined,
        unmatched: () => <Trans>Không ai khớp.</Trans>,
        first: (
          <EmptyState
            icon={<IconAddressBook size={36} stroke={1.4} aria-hidden />}
            text={<Trans>Chưa có liên hệ nào. Nhập danh sách bạn đang có từ Excel.</Trans>}
            action={
              <Button component={Link} to="/imports">
                <Trans>Nhập danh sách</Trans>
              </Button>
            }
          />
        ),
        create: {
          name: <Trans>Liên hệ mới</Trans>,
          form: (opened, onClose) => <ContactForm opened={opened} onClose={onClose} />,
        },
      }}
    />
  )
}
