import { useLingui } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import type { Column } from './DataList'
import { formatNumber } from './format'
import { Day } from './Moment'

/** One thing that is known of a record. Columns, filters and forms take its name and its kind from here and nowhere else. */
export interface Field {
  /** As the API calls it: `jobTitle`, `company.name`, `custom.branches`. */
  readonly field: string
  readonly name: string
  /** Above a column, where the name is too long. */
  readonly heading?: string
  readonly kind: 'text' | 'lines' | 'choice' | 'number' | 'date' | 'flag' | 'list'
  readonly options?: readonly { readonly value: string; readonly label: string }[]
  /** Put into words when a filter asks for it, but not offered. */
  readonly hidden?: boolean
}

/** A column of a field; or, without one, a column that says itself what it shows. */
export type ColumnOf<T> =
  | (Partial<Omit<Column<T>, 'sort'>> & {
      readonly field: string
      /** True where the server sorts by the name of the field. */
      readonly sort?: string | true
    })
  | Column<T>

/** What stands in a record under the name of a field. */
export const valueAt = (record: unknown, field: string): unknown =>
  field.split('.').reduce<unknown>((at, part) => (at as Record<string, unknown> | undefined)?.[part], record)

/** A value as people read it. */
export function Value({ of, value }: { of: Field; value: unknown }): ReactNode {
  const { t } = useLingui()
  if (value === null || value === undefined || value === '') return null
  const labelOf = (one: unknown) => of.options?.find((option) => option.value === one)?.label ?? String(one)
  switch (of.kind) {
    case 'number':
      return <span className="tabular">{formatNumber(String(value), 6)}</span>
    case 'date':
      return <Day date={String(value)} />
    case 'flag':
      return value === true ? t`Có` : t`Không`
    case 'list':
      return Array.isArray(value) ? value.map(labelOf).join(', ') : labelOf(value)
    default:
      return labelOf(value)
  }
}

/** The columns of a list, each with the name and the kind of its field. */
export const columnsOf = <T,>(fields: readonly Field[], columns: readonly ColumnOf<T>[]): Column<T>[] =>
  columns.map((column) => {
    if (!('field' in column)) return column
    const { field, sort, ...own } = column
    const known = fields.find((one) => one.field === field)
    if (known === undefined) throw new Error(`no field ${field}`)
    return {
      key: field,
      name: known.heading ?? known.name,
      align: known.kind === 'number' ? 'right' : undefined,
      exports: field,
      cell: (row) => <Value of={known} value={valueAt(row, field)} />,
      ...own,
      sort: sort === true ? field : sort,
    }
  })
