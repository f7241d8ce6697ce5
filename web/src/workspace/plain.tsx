import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Group, Modal, Stack, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, type ReactNode, useState } from 'react'
import { isProblem } from '../api/problem'
import { BackLink } from '../ui/BackLink'
import { Columns } from '../ui/Columns'
import { tell } from '../ui/command'
import { type Draft, Drafted, useDrafted } from '../ui/draft'
import { useEditing } from '../ui/editing'
import { FieldInput } from '../ui/FieldInput'
import { InlineEdit } from '../ui/InlineEdit'
import { Loaded } from '../ui/Loaded'
import { Card, Page } from '../ui/Page'
import { ProblemAlert } from '../ui/States'
import { unique } from '../ui/unique'
import { DeleteMenu } from './DeleteMenu'
import { keyOf, useFieldNames, usePlainFields } from './fields'
import { HistoryCard } from './history'
import { KINDS } from './kinds'
import { MemberSelect } from './MemberSelect'
import { OtherFacts } from './OtherFacts'
import { recordQuery, useCreate } from './records'
import { type RecordKind, useMe, useMembers } from './session'

/** A record that is nothing but what is said of it, by whom it is called and whose it is. */
export interface PlainRecord {
  readonly id: string
  readonly version: number
  readonly name: string
  readonly ownerId?: string | null
  readonly custom: Readonly<Record<string, unknown>>
  readonly can?: { readonly edit: boolean; readonly delete: boolean }
}

type Values = Readonly<Record<string, unknown>>

/** The form that makes one: its name, its plain fields as the server tells of them, and who looks after it. */
export function PlainForm({
  kind,
  title,
  opened,
  onClose,
}: {
  kind: RecordKind
  title: ReactNode
  opened: boolean
  onClose: () => void
}) {
  const me = useMe()
  return (
    <Modal opened={opened} onClose={onClose} title={title} size="lg">
      {opened && (
        <Drafted name={`${kind} ${me.id}`}>
          {(draft) => <Fields kind={kind} draft={draft} onClose={onClose} />}
        </Drafted>
      )}
    </Modal>
  )
}

function Fields({ kind, draft, onClose }: { kind: RecordKind; draft: Draft; onClose: () => void }) {
  const { t } = useLingui()
  const me = useMe()
  const navigate = useNavigate()
  const fields = usePlainFields(kind)
  const nameOf = useFieldNames(kind, {})
  const others = fields.filter(({ field, hidden }) => field !== 'name' && !hidden)
  const { plural } = KINDS[kind]
  const [key] = useState(unique)
  const [name, setName] = useDrafted(draft, 'name', '')
  const [values, setValues] = useDrafted<Values>(draft, 'values', {})
  const [ownerId, setOwnerId] = useDrafted<string | null>(draft, 'ownerId', me.id)
  const create = useCreate<PlainRecord>(plural, (record) => {
    draft.forget()
    onClose()
    tell(t`Đã tạo ${record.name}.`, {
      label: t`Xem`,
      run: () => navigate({ to: `/${plural}/${record.id}` as '/' }),
    })
  })
  const refused = isProblem(create.error) ? create.error : undefined
  const valuesOf = (own: boolean) =>
    Object.fromEntries(
      others
        .filter((field) => field.own === own && values[field.field] != null)
        .map((field) => [keyOf(field), values[field.field]]),
    )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    create.mutate({
      key,
      input: {
        ...valuesOf(false),
        name: name.trim(),
        ownerId: ownerId ?? undefined,
        custom: valuesOf(true),
      },
    })
  }
  return (
    <form onSubmit={submit}>
      <Stack>
        <ProblemAlert
          error={create.error}
          fields={['name', 'ownerId', ...others.map(({ field }) => field)]}
        />
        <TextInput
          label={nameOf('name')}
          required
          data-autofocus
          maxLength={200}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          error={refused?.of('name')}
        />
        {others.map((field) => (
          <FieldInput
            key={field.field}
            of={field}
            value={values[field.field]}
            onChange={(value) => setValues({ ...values, [field.field]: value })}
            error={refused?.of(field.field)}
          />
        ))}
        <MemberSelect
          label={t`Giao cho ai?`}
          clearable
          value={ownerId}
          onChange={setOwnerId}
          error={refused?.of('ownerId')}
        />
        <Group justify="flex-end">
          <Button
            variant="default"
            onClick={() => {
              draft.forget()
              onClose()
            }}
          >
            <Trans>Huỷ</Trans>
          </Button>
          <Button type="submit" loading={create.isPending} disabled={name.trim() === ''}>
            <Trans>Tạo</Trans>
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

/** The page of one: its facts, edited where they stand, and what was changed of it. */
export function PlainPage({ kind, id, beside }: { kind: RecordKind; id: string; beside?: ReactNode }) {
  const { i18n } = useLingui()
  const { plural, name } = KINDS[kind]
  const record = useQuery(recordQuery<PlainRecord>(plural, id))
  return (
    <Loaded of={record} page>
      {(data) => (
        <Page
          of={data.name}
          title={
            <Group gap={10} component="span">
              <BackLink to={`/${plural}` as '/'}>{i18n._(name)}</BackLink>
              {data.name}
            </Group>
          }
          actions={
            data.can?.delete && <DeleteMenu of={plural} id={id} version={data.version} name={data.name} />
          }
        >
          <Columns
            left={
              <Card title={<Trans>Thông tin</Trans>}>
                <div style={{ padding: '10px 14px 14px' }}>
                  <PlainFacts kind={kind} record={data} />
                </div>
              </Card>
            }
            middle={<HistoryCard of={plural} id={id} />}
            right={beside}
          />
        </Page>
      )}
    </Loaded>
  )
}

/** What is known of one, each value edited where it stands. */
export function PlainFacts({ kind, record }: { kind: RecordKind; record: PlainRecord }) {
  const { t } = useLingui()
  const { choices, nameOf } = useMembers()
  const { plural } = KINDS[kind]
  const names: Record<string, string> = { ownerId: t`Phụ trách` }
  const called = useFieldNames(kind, names)
  const { edit, dialog } = useEditing<PlainRecord>({
    collection: plural,
    path: `/api/${plural}`,
    nameOf: called,
    show: (field, value) => (field === 'ownerId' ? nameOf(String(value)) : undefined),
  })
  const readOnly = record.can?.edit !== true
  return (
    <Stack gap={6}>
      <InlineEdit
        label={called('name')}
        field="name"
        readOnly={readOnly}
        value={record.name}
        onSave={(name) => edit(record, { name: name ?? '' })}
      />
      <InlineEdit
        kind="choice"
        label={called('ownerId')}
        field="ownerId"
        readOnly={readOnly}
        options={choices}
        value={record.ownerId}
        show={nameOf(record.ownerId)}
        onSave={(ownerId) => edit(record, { ownerId })}
      />
      <OtherFacts kind={kind} record={record} besides={{ name: '' }} readOnly={readOnly} edit={edit} />
      {dialog}
    </Stack>
  )
}
