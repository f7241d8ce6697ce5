import { useLingui } from '@lingui/react/macro'
import { queryOptions, useQuery } from '@tanstack/react-query'
import type { CustomField, CustomFieldType } from '../api/generated/api.schemas'
import { customFieldList } from '../api/generated/custom-field'
import type { Field } from '../ui/fields'
import type { RecordKind } from './session'

export const customFieldsQuery = queryOptions({
  queryKey: ['custom-fields'],
  queryFn: async ({ signal }) => (await customFieldList(undefined, { signal })).items,
  staleTime: 60_000,
})

const KINDS: Record<CustomFieldType, Field['kind']> = {
  TEXT: 'text',
  NUMBER: 'number',
  DATE: 'date',
  FLAG: 'flag',
  CHOICE: 'choice',
  LIST: 'list',
}

const CUSTOM = 'custom.'

/** Under which key a record has the value. */
export const keyOf = ({ field }: Field) => field.slice(CUSTOM.length)

/** What the company itself wants to know of records of that kind, as fields like any other. Archived ones are hidden. */
export function useCustomFields(kind: RecordKind): readonly Field[] {
  const { i18n } = useLingui()
  const { data } = useQuery(customFieldsQuery)
  const asField = ({ key, type, label, choices, archived }: CustomField): Field => ({
    field: CUSTOM + key,
    name: i18n.locale === 'en' ? label.en : label.vi,
    kind: KINDS[type],
    options: choices.length > 0 ? choices.map((choice) => ({ value: choice, label: choice })) : undefined,
    hidden: archived,
  })
  return (data ?? []).filter((field) => field.kind === kind).map(asField)
}
