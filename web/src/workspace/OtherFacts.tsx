import { Trans, useLingui } from '@lingui/react/macro'
import { SimpleGrid, Stack, Text } from '@mantine/core'
import type { ApiProblem } from '../api/problem'
import { FieldEdit, FieldInput } from '../ui/FieldInput'
import { valueAt } from '../ui/fields'
import { type KnownField, keyOf, usePlainFields } from './fields'
import type { RecordKind } from './session'

type Values = Readonly<Record<string, unknown>>

const APART = { borderTop: '1px solid var(--sh-line)', paddingTop: 8, marginTop: 6 } as const

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
  const fields = usePlainFields(kind).filter(({ own, hidden }) => own && !hidden)
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

interface OtherFactsProps<T> {
  readonly kind: RecordKind
  readonly record: T
  /** The fields that the page shows in its own way. */
  readonly besides: Values
  readonly readOnly: boolean
  readonly edit: (record: T, changes: Partial<T>) => Promise<unknown>
}

/** What is known of a record and needs nothing special, each value edited where it stands; last what the company added. */
export function OtherFacts<T extends { readonly custom: Values }>({
  kind,
  record,
  besides,
  readOnly,
  edit,
}: OtherFactsProps<T>) {
  const { t } = useLingui()
  const has = (field: KnownField) => valueAt(record, field.field) != null
  // What is asked for no more is still told where it was answered.
  const fields = usePlainFields(kind).filter(
    (field) => !(field.field in besides) && (!field.hidden || has(field)),
  )
  const save = (field: KnownField, value: unknown) =>
    edit(record, (field.own ? { custom: { [keyOf(field)]: value } } : { [field.field]: value }) as Partial<T>)
  const edits = (some: readonly KnownField[]) =>
    some.map((field) => (
      <FieldEdit
        key={field.field}
        of={field}
        value={valueAt(record, field.field)}
        readOnly={readOnly || !field.editable}
        onSave={(value) => save(field, value)}
      />
    ))
  const plain = fields.filter((field) => !field.own)
  const own = fields.filter((field) => field.own)
  return (
    <>
      {plain.length > 0 && (
        <section style={APART}>
          <Stack gap={6}>{edits(plain)}</Stack>
        </section>
      )}
      {own.length > 0 && (
        <section aria-label={t`Trường riêng`} style={APART}>
          <Text fw={600} size="sm" component="h3" m={0} mb={4}>
            <Trans>Trường riêng</Trans>
          </Text>
          <Stack gap={6}>{edits(own)}</Stack>
        </section>
      )}
    </>
  )
}
