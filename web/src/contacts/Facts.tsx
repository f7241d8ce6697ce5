import { Trans, useLingui } from '@lingui/react/macro'
import { Stack, Text } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { Address, Company, Contact } from '../api/types'
import { useEditing } from '../ui/editing'
import { formatNumber, formatPhone } from '../ui/format'
import { InlineEdit } from '../ui/InlineEdit'
import { InlinePick } from '../ui/InlinePick'
import { Moment } from '../ui/Moment'
import { useFieldNames } from '../workspace/fields'
import { OtherFacts } from '../workspace/OtherFacts'
import { useMembers } from '../workspace/session'
import { CompanyPicker } from './pickers'

const useOwners = () => {
  const { choices, nameOf } = useMembers()
  return { nameOf, options: choices }
}

/** What is known about a person, each value edited where it stands. */
export function ContactFacts({ contact }: { contact: Contact }) {
  const { t } = useLingui()
  const { nameOf, options } = useOwners()
  const names: Record<string, string> = {
    fullName: t`Họ và tên`,
    jobTitle: t`Chức danh`,
    phones: t`Điện thoại`,
    emails: t`Email`,
    companyId: t`Công ty`,
    ownerId: t`Phụ trách`,
    tags: t`Nhãn`,
    source: t`Nguồn`,
    address: t`Địa chỉ`,
    custom: t`Trường riêng`,
  }
  const name = useFieldNames('CONTACT', names)
  const { edit, dialog } = useEditing<Contact>({
    collection: 'contacts',
    path: '/api/contacts',
    nameOf: name,
    show: (field, value) => (field === 'ownerId' ? nameOf(String(value)) : undefined),
  })
  const readOnly = contact.can?.edit !== true
  return (
    <Stack gap={6}>
      <InlineEdit
        label={name('fullName')}
        field="fullName"
        readOnly={readOnly}
        value={contact.fullName}
        onSave={(fullName) =>
          edit(contact, { fullName: fullName ?? '', familyName: undefined, givenName: undefined })
        }
      />
      <InlineEdit
        label={name('phones')}
        field="phones"
        placeholder={t`Nhiều số thì cách bằng dấu phẩy`}
        readOnly={readOnly}
        value={contact.phones.join(', ')}
        show={contact.phones.length > 0 ? <Lines of={contact.phones.map(formatPhone)} /> : undefined}
        onSave={(phones) => edit(contact, { phones: listed(phones) })}
      />
      <InlineEdit
        label={name('emails')}
        field="emails"
        placeholder={t`Nhiều địa chỉ thì cách bằng dấu phẩy`}
        readOnly={readOnly}
        value={contact.emails.join(', ')}
        show={contact.emails.length > 0 ? <Lines of={contact.emails} /> : undefined}
        onSave={(emails) => edit(contact, { emails: listed(emails) })}
      />
      <InlineEdit
        label={name('jobTitle')}
        field="jobTitle"
        readOnly={readOnly}
        value={contact.jobTitle}
        onSave={(jobTitle) => edit(contact, { jobTitle })}
      />
      <InlinePick
        label={name('companyId')}
        readOnly={readOnly}
        value={contact.companyId ?? null}
        show={
          contact.companyId && (
            <Link to="/companies/$companyId" params={{ companyId: contact.companyId }} className="link">
              {contact.companyName ?? t`Công ty bạn không có quyền xem`}
            </Link>
          )
        }
        picker={(value, onChange) => (
          <CompanyPicker aria-label={name('companyId')} value={value} onChange={onChange} autoFocus />
        )}
        onSave={(companyId) => edit(contact, { companyId })}
      />
      <InlineEdit
        kind="choice"
        label={name('ownerId')}
        field="ownerId"
        placeholder={t`Giao cho ai?`}
        readOnly={readOnly}
        value={contact.ownerId}
        show={nameOf(contact.ownerId)}
        options={options}
        onSave={(ownerId) => edit(contact, { ownerId })}
      />
      <InlineEdit
        kind="tags"
        label={name('tags')}
        field="tags"
        readOnly={readOnly}
        value={contact.tags}
        onSave={(tags) => edit(contact, { tags })}
      />
      <Group title={t`Nguồn`}>
        <SourceFields record={contact} readOnly={readOnly} edit={edit} />
      </Group>
      <Group title={t`Địa chỉ`}>
        <AddressFields record={contact} readOnly={readOnly} edit={edit} />
      </Group>
      <OtherFacts besides={names} kind="CONTACT" record={contact} readOnly={readOnly} edit={edit} />
      <Dates createdAt={contact.createdAt} lastActivityAt={contact.lastActivityAt} />
      {dialog}
    </Stack>
  )
}

export function CompanyFacts({ company }: { company: Company }) {
  const { t } = useLingui()
  const { nameOf, options } = useOwners()
  const names: Record<string, string> = {
    name: t`Tên công ty`,
    taxCode: t`Mã số thuế`,
    phone: t`Điện thoại`,
    domain: t`Tên miền`,
    industry: t`Ngành`,
    employees: t`Số nhân viên`,
    parentId: t`Công ty mẹ`,
    ownerId: t`Phụ trách`,
    tags: t`Nhãn`,
    source: t`Nguồn`,
    address: t`Địa chỉ`,
    custom: t`Trường riêng`,
  }
  const name = useFieldNames('COMPANY', names)
  const { edit, dialog } = useEditing<Company>({
    collection: 'companies',
    path: '/api/companies',
    nameOf: name,
    show: (field, value) => (field === 'ownerId' ? nameOf(String(value)) : undefined),
  })
  const readOnly = company.can?.edit !== true
  return (
    <Stack gap={6}>
      <InlineEdit
        label={name('name')}
        field="name"
        readOnly={readOnly}
        value={company.name}
        onSave={(value) => edit(company, { name: value ?? '' })}
      />
      <InlineEdit
        label={name('taxCode')}
        field="taxCode"
        readOnly={readOnly}
        value={company.taxCode}
        onSave={(taxCode) => edit(company, { taxCode })}
      />
      <InlineEdit
        kind="phone"
        label={name('phone')}
        field="phone"
        readOnly={readOnly}
        value={company.phone}
        show={company.phone ? formatPhone(company.phone) : undefined}
        onSave={(phone) => edit(company, { phone })}
      />
      <InlineEdit
        label={name('domain')}
        field="domain"
        readOnly={readOnly}
        value={company.domain}
        onSave={(domain) => edit(company, { domain })}
      />
      <InlineEdit
        label={name('industry')}
        field="industry"
        readOnly={readOnly}
        value={company.industry}
        onSave={(industry) => edit(company, { industry })}
      />
      <InlineEdit
        kind="number"
        label={name('employees')}
        field="employees"
        readOnly={readOnly}
        value={company.employees}
        show={company.employees == null ? undefined : formatNumber(company.employees)}
        onSave={(employees) => edit(company, { employees: employees === null ? null : Number(employees) })}
      />
      <InlinePick
        label={name('parentId')}
        readOnly={readOnly}
        value={company.parentId ?? null}
        show={
          company.parentId && (
            <Link to="/companies/$companyId" params={{ companyId: company.parentId }} className="link">
              <Trans>Xem công ty mẹ</Trans>
            </Link>
          )
        }
        picker={(value, onChange) => (
          <CompanyPicker aria-label={name('parentId')} value={value} onChange={onChange} autoFocus />
        )}
        onSave={(parentId) => edit(company, { parentId })}
      />
      <InlineEdit
        kind="choice"
        label={name('ownerId')}
        field="ownerId"
        placeholder={t`Giao cho ai?`}
        readOnly={readOnly}
        value={company.ownerId}
        show={nameOf(company.ownerId)}
        options={options}
        onSave={(ownerId) => edit(company, { ownerId })}
      />
      <InlineEdit
        kind="tags"
        label={name('tags')}
        field="tags"
        readOnly={readOnly}
        value={company.tags ?? []}
        onSave={(tags) => edit(company, { tags })}
      />
      <Group title={t`Địa chỉ`}>
        <AddressFields record={company} readOnly={readOnly} edit={edit} />
      </Group>
      <OtherFacts besides={names} kind="COMPANY" record={company} readOnly={readOnly} edit={edit} />
      <Dates createdAt={company.createdAt} lastActivityAt={company.lastActivityAt} />
      {dialog}
    </Stack>
  )
}

/** Several values on one line, as people write them. */
const listed = (line: string | null) =>
  (line ?? '')
    .split(/[,;]/)
    .map((part) => part.trim())
    .filter(Boolean)

const Lines = ({ of }: { of: readonly string[] }) =>
  of.map((line) => (
    <span key={line} className="tabular" style={{ display: 'block' }}>
      {line}
    </span>
  ))

function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section style={{ borderTop: '1px solid var(--sh-line)', paddingTop: 8, marginTop: 6 }}>
      <Text fw={600} size="sm" component="h3" m={0} mb={4}>
        {title}
      </Text>
      <Stack gap={6}>{children}</Stack>
    </section>
  )
}

interface Editable<T> {
  readonly record: T
  readonly readOnly: boolean
  readonly edit: (record: T, changes: Partial<T>) => Promise<unknown>
}

function SourceFields({ record, readOnly, edit }: Editable<Contact>) {
  const { t } = useLingui()
  const source = record.source ?? {}
  const save = (part: string) => (value: string | null) => edit(record, { source: { [part]: value } })
  return (
    <>
      <InlineEdit
        label={t`Kênh`}
        field="source.channel"
        readOnly={readOnly}
        value={source.channel}
        onSave={save('channel')}
      />
      <InlineEdit
        label={t`Chiến dịch`}
        field="source.campaign"
        readOnly={readOnly}
        value={source.campaign}
        onSave={save('campaign')}
      />
      <InlineEdit
        label={t`Phương tiện`}
        field="source.medium"
        readOnly={readOnly}
        value={source.medium}
        onSave={save('medium')}
      />
    </>
  )
}

/** Two tiers, ward and province: the server knows their names and refuses what there is not. */
function AddressFields<T extends { readonly address?: Address | null }>({
  record,
  readOnly,
  edit,
}: Editable<T>) {
  const { t } = useLingui()
  const address: Address = record.address ?? {}
  const save = (changes: Address) => edit(record, { address: { ...address, ...changes } } as Partial<T>)
  return (
    <>
      <InlineEdit
        label={t`Số nhà, đường`}
        field="address.line"
        readOnly={readOnly}
        value={address.line}
        onSave={(line) => save({ line })}
      />
      <InlineEdit
        label={t`Phường, xã`}
        field="address.ward"
        readOnly={readOnly}
        value={address.ward}
        onSave={(ward) => save({ ward, wardCode: null })}
      />
      <InlineEdit
        label={t`Tỉnh, thành phố`}
        field="address.province"
        readOnly={readOnly}
        value={address.province}
        onSave={(province) => save({ province, provinceCode: null, ward: null, wardCode: null })}
      />
      {address.text && (
        <Text size="sm" c="dimmed">
          <Trans>Ghi ban đầu: {address.text}</Trans>
        </Text>
      )}
    </>
  )
}

const Dates = ({ createdAt, lastActivityAt }: { createdAt: string; lastActivityAt?: string | null }) => (
  <Text size="sm" c="dimmed" mt={6} component="div">
    <Trans>
      Tạo <Moment at={createdAt} />
    </Trans>
    {lastActivityAt && (
      <>
        {' · '}
        <Trans>
          trao đổi lần cuối <Moment at={lastActivityAt} />
        </Trans>
      </>
    )}
  </Text>
)
