import { Trans, useLingui } from '@lingui/react/macro'
import { ActionIcon, Badge, Button, Group, Radio, Select, Stack, Text, TextInput } from '@mantine/core'
import { IconArrowRight, IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { fold } from '../../ui/fold'
import type { ColumnChoice, Duplicates, Order, Preview, TargetField } from './api'
import classes from './Imports.module.css'
import { MATCHES, valueName } from './words'

interface ColumnStepProps {
  readonly preview: Preview
  readonly order: Order
  readonly onOrder: (change: Partial<Order>) => void
}

/** Which column is what; theirs to ours; what to do with doubles. */
export function ColumnStep({ preview, order, onOrder }: ColumnStepProps) {
  const { t, i18n } = useLingui()
  const used = new Set(Object.values(order.columns).map((choice) => choice.field))
  const setColumn = (column: string, choice: ColumnChoice) =>
    onOrder({ columns: { ...order.columns, [column]: choice } })
  const missing = preview.fields.filter(
    (field) => field.required && !used.has(field.name) && !used.has('id') && !order.defaults[field.name],
  )
  const staged = [...used, ...Object.keys(order.defaults)].some((field) => /stage$/i.test(field ?? ''))
  return (
    <Stack gap="md">
      <div className={classes.scroll}>
        <table>
          <thead>
            <tr>
              <th scope="col">
                <Trans>Cột trong tệp</Trans>
              </th>
              <th scope="col">
                <Trans>Ví dụ</Trans>
              </th>
              <th scope="col">
                <Trans>Thành</Trans>
              </th>
              <th scope="col">
                <Trans>Ghi chú</Trans>
              </th>
            </tr>
          </thead>
          <tbody>
            {preview.columns.map((column, at) => {
              const choice = order.columns[column.name] ?? { values: {} }
              const field = preview.fields.find((one) => one.name === choice.field)
              const examples = [...new Set(preview.firstRows.map((row) => row[at] ?? '').filter(Boolean))]
              return (
                <tr key={column.name}>
                  <td>
                    <b style={{ fontWeight: 500 }}>{column.name}</b>
                  </td>
                  <td style={{ color: 'var(--mantine-color-dimmed)' }}>{examples.slice(0, 3).join(' · ')}</td>
                  <td style={{ overflow: 'visible' }}>
                    <Group gap={6} wrap="nowrap">
                      <Select
                        size="xs"
                        w={190}
                        aria-label={t`Cột ${column.name} là`}
                        placeholder={t`không nhập`}
                        clearable
                        searchable
                        data={preview.fields
                          .filter((one) => one.name === choice.field || !used.has(one.name))
                          .map((one) => ({ value: one.name, label: one.label }))}
                        value={choice.field ?? null}
                        onChange={(next) => setColumn(column.name, { field: next ?? undefined, values: {} })}
                      />
                      {field && field.matches.length > 1 && (
                        <Select
                          size="xs"
                          w={140}
                          aria-label={t`Tìm ${field.label}`}
                          data={field.matches.map((match) => ({
                            value: match,
                            label: MATCHES[match] ? i18n._(MATCHES[match]) : match,
                          }))}
                          value={choice.match ?? field.matches[0] ?? null}
                          allowDeselect={false}
                          onChange={(match) =>
                            setColumn(column.name, { ...choice, match: match ?? undefined })
                          }
                        />
                      )}
                    </Group>
                  </td>
                  <td style={{ overflow: 'visible' }}>
                    {choice.field && choice.field === column.field && column.confidence < 1 && (
                      <Badge size="sm" variant="light" color="yellow">
                        <Trans>đoán, xem lại giúp</Trans>
                      </Badge>
                    )}
                    {!choice.field && (
                      <Text size="sm" c="dimmed">
                        <Trans>không nhập</Trans>
                      </Text>
                    )}
                    {field && (
                      <Values
                        field={field}
                        theirs={column.values.length > 0 ? column.values : examples}
                        values={choice.values}
                        onValues={(values) => setColumn(column.name, { ...choice, values })}
                      />
                    )}
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
      <Defaults
        fields={preview.fields.filter((field) => !used.has(field.name))}
        missing={missing}
        defaults={order.defaults}
        onDefaults={(defaults) => onOrder({ defaults })}
      />
      <Radio.Group
        label={t`Gặp bản ghi đã có (trùng email, điện thoại hoặc mã số thuế) thì`}
        value={order.duplicates}
        onChange={(value) => onOrder({ duplicates: value as Duplicates })}
      >
        <Group mt={6} gap="lg">
          <Radio value="skip" label={t`bỏ qua dòng đó`} />
          <Radio value="update" label={t`cập nhật bản ghi`} />
          <Radio value="create" label={t`vẫn tạo mới`} />
        </Group>
      </Radio.Group>
      {staged && (
        <Radio.Group
          label={t`Giai đoạn trong tệp là`}
          description={t`Khách mới thì đồng hồ bàn giao chạy và có người được báo; dữ liệu cũ thì không.`}
          value={String(order.history)}
          onChange={(value) => onOrder({ history: value === 'true' })}
        >
          <Group mt={6} gap="lg">
            <Radio value="false" label={t`khách mới`} />
            <Radio value="true" label={t`dữ liệu cũ, chuyển từ nơi khác sang`} />
          </Group>
        </Radio.Group>
      )}
    </Stack>
  )
}

/** Their words for our closed list, such as stages: "Engaging" is "Báo giá". */
function Values({
  field,
  theirs,
  values,
  onValues,
}: {
  field: TargetField
  theirs: readonly string[]
  values: Readonly<Record<string, string>>
  onValues: (values: Record<string, string>) => void
}) {
  const { t, i18n } = useLingui()
  const words = new Map(Object.entries(field.words).map(([word, ours]) => [fold(word), ours]))
  const asIs = (their: string) =>
    field.values.find((ours) => fold(ours) === fold(their)) ?? words.get(fold(their))
  const unknown = theirs.filter((their) => !values[their] && !asIs(their)).length
  const [opened, setOpened] = useState(unknown > 0)
  if (field.values.length === 0 || theirs.length === 0) return null
  if (!opened) {
    return (
      <Button variant="subtle" size="compact-xs" onClick={() => setOpened(true)}>
        <Trans>Xem cách hiểu giá trị</Trans>
      </Button>
    )
  }
  const set = (their: string, ours: string | null) => {
    const next: Record<string, string> = { ...values }
    if (ours) next[their] = ours
    else delete next[their]
    onValues(next)
  }
  return (
    <Stack gap={4} py={4}>
      {theirs.map((their) => (
        <Group key={their} gap={6} wrap="nowrap">
          <Text size="sm" w={110} truncate title={their}>
            {their}
          </Text>
          <IconArrowRight size={14} aria-hidden />
          <Select
            size="xs"
            w={170}
            aria-label={t`“${their}” thành`}
            placeholder={t`chọn…`}
            error={!values[their] && !asIs(their)}
            clearable={values[their] !== undefined}
            data={field.values.map((ours) => ({
              value: ours,
              label: valueName(ours, (message) => i18n._(message)),
            }))}
            value={values[their] ?? asIs(their) ?? null}
            onChange={(ours) => set(their, ours)}
          />
        </Group>
      ))}
    </Stack>
  )
}

/** What a row gets where the file says nothing. */
function Defaults({
  fields,
  missing,
  defaults,
  onDefaults,
}: {
  fields: readonly TargetField[]
  missing: readonly TargetField[]
  defaults: Readonly<Record<string, string>>
  onDefaults: (defaults: Record<string, string>) => void
}) {
  const { t, i18n } = useLingui()
  const [adding, setAdding] = useState<string[]>([])
  const shown = [...new Set([...missing.map((field) => field.name), ...Object.keys(defaults), ...adding])]
  const set = (field: string, value: string | null) => {
    const next: Record<string, string> = { ...defaults }
    if (value) next[field] = value
    else delete next[field]
    onDefaults(next)
  }
  return (
    <Stack gap={6}>
      <Text size="sm" fw={500}>
        <Trans>Điền sẵn cho mọi dòng</Trans>
      </Text>
      {shown.map((fieldKey) => {
        const field = fields.find((one) => one.name === fieldKey)
        if (!field) return null
        const needed = missing.includes(field)
        return (
          <Group key={fieldKey} gap={6}>
            <Text w={170} size="sm">
              {field.label}
              {needed && (
                <Text span c="var(--sh-red)" size="sm">
                  {' '}
                  <Trans>(bắt buộc)</Trans>
                </Text>
              )}
            </Text>
            {field.values.length > 0 ? (
              <Select
                size="xs"
                w={220}
                aria-label={field.label}
                data={field.values.map((value) => ({
                  value,
                  label: valueName(value, (message) => i18n._(message)),
                }))}
                value={defaults[fieldKey] ?? null}
                onChange={(value) => set(fieldKey, value)}
              />
            ) : (
              <TextInput
                size="xs"
                w={220}
                aria-label={field.label}
                value={defaults[fieldKey] ?? ''}
                onChange={(event) => set(fieldKey, event.currentTarget.value)}
              />
            )}
            {!needed && (
              <ActionIcon
                aria-label={t`Bỏ ${field.label}`}
                onClick={() => {
                  set(fieldKey, null)
                  setAdding(adding.filter((one) => one !== fieldKey))
                }}
              >
                <IconX size={16} />
              </ActionIcon>
            )}
          </Group>
        )
      })}
      <Select
        size="xs"
        w={220}
        aria-label={t`Thêm trường điền sẵn`}
        placeholder={t`+ trường`}
        searchable
        data={fields
          .filter((field) => !shown.includes(field.name))
          .map((field) => ({ value: field.name, label: field.label }))}
        value={null}
        onChange={(field) => field && setAdding([...adding, field])}
      />
    </Stack>
  )
}
