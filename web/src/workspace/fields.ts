import { useLingui } from '@lingui/react/macro'
import { queryOptions, useQuery } from '@tanstack/react-query'
import type { FieldType, FieldView } from '../api/generated/api.schemas'
import { fieldList } from '../api/generated/field'
import type { Field } from '../ui/fields'
import { FIELDS } from './keys'
import type { RecordKind } from './session'

/** A field as the server tells of it. */
export interface KnownField extends Field {
  /** Whether the viewer may change it, in records that he may change at all. */
  readonly editable: boolean
  /** Whether the company added it. */
  readonly own: boolean
}

const KINDS: Partial<Record<FieldType, Field['kind']>> = {
  TEXT: 'text',
  LINES: 'lines',
  NUMBER: 'number',
  DATE: 'date',
  INSTANT: 'date',
  FLAG: 'flag',
  CHOICE: 'choice',
  LIST: 'list',
}

const OWN = 'custom.'

/** Under which key a record has the value, among those of the company's own or beside the others. */
export const keyOf = ({ field }: Field) => (field.startsWith(OWN) ? field.slice(OWN.length) : field)

// The labels are in the language that was asked in.
const fieldsQuery = (kind: RecordKind, language: string) =>
  queryOptions({
    queryKey: [FIELDS, kind, language],
    queryFn: async ({ signal }) => (await fieldList(kind, { signal })).items,
    staleTime: 60_000,
  })

/**
 * The fields of that kind that hold one value each and need nothing special on a screen, also those that the company
 * added. Archived ones are hidden.
 */
export function usePlainFields(kind: RecordKind): readonly KnownField[] {
  const { i18n } = useLingui()
  const { data } = useQuery(fieldsQuery(kind, i18n.locale))
  return (data ?? []).flatMap((known) => asField(known) ?? [])
}

function asField({
  name,
  label,
  type,
  options,
  plain,
  editable,
  archived,
}: FieldView): KnownField | undefined {
  const kind = KINDS[type]
  return kind === undefined || !plain
    ? undefined
    : {
        field: name,
        name: label,
        kind,
        options: options.length > 0 ? options : undefined,
        hidden: archived,
        editable,
        own: name.startsWith(OWN),
      }
}

/** What fields of that kind are called: those that a page names itself so, and the others as the server does. */
export function useFieldNames(kind: RecordKind, names: Readonly<Record<string, string>>) {
  const fields = usePlainFields(kind)
  return (field: string) => names[field] ?? fields.find((known) => known.field === field)?.name ?? field
}
