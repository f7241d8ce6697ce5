import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import {
  Badge,
  Button,
  Group,
  Modal,
  Select,
  Stack,
  TagsInput,
  Text,
  TextInput,
  VisuallyHidden,
} from '@mantine/core'
import { IconForms, IconPlus } from '@tabler/icons-react'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { patch, post } from '../../api/client'
import type { CustomField, CustomFieldType } from '../../api/generated/api.schemas'
import { customFieldList } from '../../api/generated/custom-field'
import { ApiProblem } from '../../api/problem'
import { useCommand } from '../../ui/command'
import { fold } from '../../ui/fold'
import { Loaded } from '../../ui/Loaded'
import { Card } from '../../ui/Page'
import { EmptyState, ProblemAlert } from '../../ui/States'
import { ALL_KINDS, KINDS } from '../kinds'
import { may, useMe } from '../session'
import classes from './Settings.module.css'

export const TYPES: Record<CustomFieldType, MessageDescriptor> = {
  TEXT: msg`chữ`,
  NUMBER: msg`số`,
  DATE: msg`ngày`,
  FLAG: msg`có / không`,
  CHOICE: msg`chọn một`,
  LIST: msg`chọn nhiều`,
}

/** What the company wants to know beyond what the product asks for. */
const customFieldsQuery = queryOptions({
  queryKey: ['custom-fields'],
  queryFn: async ({ signal }) => (await customFieldList(undefined, { signal })).items,
  staleTime: 60_000,
})

export function CustomFieldSection() {
  const { t, i18n } = useLingui()
  const me = useMe()
  const [adding, setAdding] = useState(false)
  const fields = useQuery(customFieldsQuery)
  const change = useCommand(
    ({ field, archived }: { field: CustomField; archived: boolean }) =>
      patch<CustomField>(`/api/custom-fields/${field.id}`, { archived }, field.version),
    { refresh: ['custom-fields'] },
  )
  const edits = may(me, 'WORKSPACE', 'WRITE')
  return (
    <Card
      title={<Trans>Trường riêng</Trans>}
      actions={
        edits && (
          <Button size="xs" leftSection={<IconPlus size={15} aria-hidden />} onClick={() => setAdding(true)}>
            <Trans>Thêm trường</Trans>
          </Button>
        )
      }
    >
      <Loaded
        of={fields}
        empty={
          <EmptyState
            icon={<IconForms size={28} stroke={1.4} aria-hidden />}
            text={
              <Trans>
                Công ty bạn cần biết thêm điều gì về khách? Thêm thành trường riêng để lọc và nhập được.
              </Trans>
            }
            action={
              edits && (
                <Button variant="default" onClick={() => setAdding(true)}>
                  <Trans>Thêm trường</Trans>
                </Button>
              )
            }
          />
        }
      >
        {(data) => (
          <div className={classes.table}>
            <table>
              <thead>
                <tr>
                  <th>
                    <Trans>Tên</Trans>
                  </th>
                  <th>
                    <Trans>Của</Trans>
                  </th>
                  <th>
                    <Trans>Kiểu</Trans>
                  </th>
                  <th>
                    <Trans>Khoá trong API</Trans>
                  </th>
                  <th>
                    <VisuallyHidden>{t`Cất đi`}</VisuallyHidden>
                  </th>
                </tr>
              </thead>
              <tbody>
                {data.map((field) => (
                  <tr
                    key={field.id}
                    style={field.archived ? { color: 'var(--mantine-color-dimmed)' } : undefined}
                  >
                    <td>
                      {i18n.locale === 'en' ? field.label.en : field.label.vi}{' '}
                      {field.archived && (
                        <Badge size="sm" variant="light" color="gray">
                          <Trans>đã cất</Trans>
                        </Badge>
                      )}
                      {field.choices.length > 0 && (
                        <Text size="sm" c="dimmed">
                          {field.choices.join(' · ')}
                        </Text>
                      )}
                    </td>
                    <td>{i18n._(KINDS[field.kind].name)}</td>
                    <td>{i18n._(TYPES[field.type])}</td>
                    <td>
                      <code>custom.{field.key}</code>
                    </td>
                    <td>
                      {edits && (
                        <Button
                          variant="subtle"
                          color="gray"
                          size="compact-sm"
                          onClick={() => change.mutate({ field, archived: !field.archived })}
                        >
                          {field.archived ? <Trans>Dùng lại</Trans> : <Trans>Cất đi</Trans>}
                        </Button>
                      )}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
      </Loaded>
      {adding && <AddField onClose={() => setAdding(false)} />}
    </Card>
  )
}

const keyOf = (label: string) =>
  fold(label)
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^[^a-z]+|_+$/g, '')
    .slice(0, 40)

function AddField({ onClose }: { onClose: () => void }) {
  const { t, i18n } = useLingui()
  const [form, setForm] = useState({ kind: 'CONTACT', type: 'TEXT', vi: '', en: '', key: '' })
  const [choices, setChoices] = useState<string[]>([])
  const key = form.key || keyOf(form.vi)
  const add = useCommand(
    () =>
      post<CustomField>('/api/custom-fields', {
        kind: form.kind,
        type: form.type,
        key,
        label: { vi: form.vi.trim(), en: form.en.trim() || form.vi.trim() },
        choices: form.type === 'CHOICE' || form.type === 'LIST' ? choices : [],
      }),
    { refresh: ['custom-fields'], failed: () => true, done: onClose },
  )
  const problem = add.error instanceof ApiProblem ? add.error : undefined
  const options = (names: Record<string, MessageDescriptor>) =>
    Object.entries(names).map(([value, name]) => ({ value, label: i18n._(name) }))
  return (
    <Modal opened onClose={onClose} title={<Trans>Thêm trường</Trans>}>
      <form
        onSubmit={(event: FormEvent) => {
          event.preventDefault()
          add.mutate(undefined)
        }}
      >
        <Stack>
          <ProblemAlert error={add.error} fields={['label', 'key', 'choices', 'kind', 'type']} />
          <Group grow>
            <Select
              label={t`Của`}
              data={ALL_KINDS.filter((one) => KINDS[one].custom).map((one) => ({
                value: one,
                label: i18n._(KINDS[one].name),
              }))}
              value={form.kind}
              allowDeselect={false}
              error={problem?.of('kind')}
              onChange={(kind) => setForm({ ...form, kind: kind ?? form.kind })}
            />
            <Select
              label={t`Kiểu`}
              data={options(TYPES)}
              value={form.type}
              allowDeselect={false}
              error={problem?.of('type')}
              onChange={(type) => setForm({ ...form, type: type ?? form.type })}
            />
          </Group>
          <TextInput
            label={t`Tên tiếng Việt`}
            required
            withAsterisk={false}
            data-autofocus
            value={form.vi}
            error={problem?.of('label')}
            onChange={(event) => setForm({ ...form, vi: event.currentTarget.value })}
          />
          <TextInput
            label={t`Tên tiếng Anh`}
            value={form.en}
            onChange={(event) => setForm({ ...form, en: event.currentTarget.value })}
          />
          <TextInput
            label={t`Khoá trong API`}
            description={t`Không đổi được về sau.`}
            value={key}
            error={problem?.of('key')}
            onChange={(event) => setForm({ ...form, key: event.currentTarget.value })}
          />
          {(form.type === 'CHOICE' || form.type === 'LIST') && (
            <TagsInput
              label={t`Các lựa chọn`}
              description={t`Gõ từng lựa chọn rồi Enter.`}
              value={choices}
              onChange={setChoices}
              error={problem?.of('choices')}
            />
          )}
          <Group justify="flex-end">
            <Button type="submit" loading={add.isPending}>
              <Trans>Thêm trường</Trans>
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
