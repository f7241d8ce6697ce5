import { Trans, useLingui } from '@lingui/react/macro'
import { SimpleGrid, Stack, Text } from '@mantine/core'
import type { ApiProblem } from '../api/problem'
import { FieldEdit, FieldInput } from '../ui/FieldInput'
import { keyOf, useCustomFields } from './customFields'
import type { RecordKind } from './session'

type Values = Readonly<Record<string, unknown>>

/** The fields that the company added, in the form that makes a record. */
export function CustomInputs({
  kind,
  values,
  onChange,
  refused,
}: {
  kind: RecordKind
  values: Values
  onChange: (values: Values) => void
  refused?: ApiProblem
}) {
  const fields = useCustomFields(kind).filter((field) => !field.hidden)
  if (fields.length === 0) return null
  return (
    <SimpleGrid cols={{ base: 1, xs: 2 }}>
      {fields.map((field) => (
        <FieldInput
          key={field.field}
          of={field}
          value={values[keyOf(field)]}
          onChange={(value) => onChange({ ...values, [keyOf(field)]: value })}
          error={refused?.of(field.field)}
        />
      ))}
    </SimpleGrid>
  )
}

/** The fields that the company added, of a record, each edited where it stands. */
export function CustomFacts<T extends { readonly custom: Values }>({
  kind,
  record,
  readOnly,
  edit,
}: {
  kind: RecordKind
  record: T
  readOnly: boolean
  edit: (record: T, changes: Partial<T>) => Promise<unknown>
}) {
  const { t } = useLingui()
  const has = (key: string) => record.custom[key] !== undefined && record.custom[key] !== null
  // What is asked for no more is still told where it was answered.
  const fields = useCustomFields(kind).filter((field) => !field.hidden || has(keyOf(field)))
  if (fields.length === 0) return null
  return (
    <section
      aria-label={t`Trường riêng`}
      style={{ borderTop: '1px solid var(--sh-line)', paddingTop: 8, marginTop: 6 }}
    >
      <Text fw={600} size="sm" component="h3" m={0} mb={4}>
        <Trans>Trường riêng</Trans>
      </Text>
      <Stack gap={6}>
        {fields.map((field) => (
          <FieldEdit
            key={field.field}
            of={field}
            value={record.custom[keyOf(field)]}
            readOnly={readOnly || field.hidden === true}
            onSave={(value) =>
              edit(record, { custom: { ...record.custom, [keyOf(field)]: value } } as Partial<T>)
            }
          />
        ))}
      </Stack>
    </section>
  )
}
