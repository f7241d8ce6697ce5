import { useLingui } from '@lingui/react/macro'
import { MultiSelect, Select, TagsInput, Textarea, TextInput } from '@mantine/core'
import { DateField } from './DateField'
import { type Field, Value } from './fields'
import { InlineEdit } from './InlineEdit'
import { NumberField } from './NumberField'

/** How many decimals a number may have whose use nobody knows. */
const DECIMALS = 6

const useYesNo = () => {
  const { t } = useLingui()
  return [
    { value: 'true', label: t`Có` },
    { value: 'false', label: t`Không` },
  ]
}

const asText = (value: unknown) => (value === null || value === undefined ? '' : String(value))
const asTexts = (value: unknown) => (Array.isArray(value) ? value.map(String) : [])
const asFlag = (value: string | null) => (value === null ? null : value === 'true')

/** The input that a field of its kind needs, for a form. Null means that there is nothing in it. */
export function FieldInput({
  of,
  value,
  onChange,
  error,
}: {
  of: Field
  value: unknown
  onChange: (value: unknown) => void
  error?: string
}) {
  const yesNo = useYesNo()
  const shared = { label: of.name, error } as const
  switch (of.kind) {
    case 'number':
      // As it was typed: a number of the browser would round what is long.
      return (
        <NumberField
          {...shared}
          decimals={DECIMALS}
          value={asText(value)}
          onChange={(next) => onChange(next || null)}
        />
      )
    case 'date':
      return (
        <DateField
          {...shared}
          placeholder="24/11/2026"
          clearable
          value={asText(value) || null}
          onChange={onChange}
        />
      )
    case 'flag':
      return (
        <Select
          {...shared}
          clearable
          data={yesNo}
          value={asText(value) || null}
          onChange={(next) => onChange(asFlag(next))}
        />
      )
    case 'choice':
      return (
        <Select
          {...shared}
          clearable
          searchable
          data={[...(of.options ?? [])]}
          value={asText(value) || null}
          onChange={onChange}
        />
      )
    case 'list':
      return of.options ? (
        <MultiSelect {...shared} data={[...of.options]} value={asTexts(value)} onChange={onChange} />
      ) : (
        <TagsInput {...shared} value={asTexts(value)} onChange={onChange} />
      )
    case 'lines':
      return (
        <Textarea
          {...shared}
          autosize
          minRows={2}
          value={asText(value)}
          onChange={(event) => onChange(event.currentTarget.value || null)}
        />
      )
    default:
      return (
        <TextInput
          {...shared}
          value={asText(value)}
          onChange={(event) => onChange(event.currentTarget.value || null)}
        />
      )
  }
}

/** A value that is edited where it stands, in the way that its kind asks for. */
export function FieldEdit({
  of,
  value,
  readOnly,
  onSave,
}: {
  of: Field
  value: unknown
  readOnly: boolean
  onSave: (value: unknown) => Promise<unknown>
}) {
  const yesNo = useYesNo()
  const shared = { label: of.name, field: of.field, readOnly } as const
  const show = asText(value) === '' ? undefined : <Value of={of} value={value} />
  switch (of.kind) {
    case 'number':
      return (
        <InlineEdit
          {...shared}
          kind="number"
          decimals={DECIMALS}
          negative
          value={asText(value)}
          show={show}
          onSave={onSave}
        />
      )
    case 'date':
      return <InlineEdit {...shared} kind="date" value={asText(value)} show={show} onSave={onSave} />
    case 'flag':
      return (
        <InlineEdit
          {...shared}
          kind="choice"
          options={yesNo}
          value={asText(value)}
          show={show}
          onSave={(next) => onSave(asFlag(next))}
        />
      )
    case 'choice':
      return (
        <InlineEdit
          {...shared}
          kind="choice"
          options={of.options ?? []}
          value={asText(value)}
          show={show}
          onSave={onSave}
        />
      )
    case 'list':
      return (
        <InlineEdit
          {...shared}
          kind="tags"
          suggestions={of.options?.map((option) => option.value)}
          value={asTexts(value)}
          onSave={onSave}
        />
      )
    case 'lines':
      return <InlineEdit {...shared} kind="lines" value={asText(value)} onSave={onSave} />
    default:
      return <InlineEdit {...shared} value={asText(value)} onSave={onSave} />
  }
}
