import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Text } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { Binned, ListQuery } from '../api/page'
import { type Chosen, type Column, ColumnChooser, DataList } from './DataList'
import { FilterBar } from './FilterBar'
import { type ColumnOf, columnsOf, type Field } from './fields'
import { type ListSearch, useListed, useListSearch } from './list'
import { NothingListed } from './NothingListed'
import { Split } from './Split'
import type { View } from './Views'

export interface Listed {
  readonly id: string
  readonly version?: number
  /** What this viewer may do with it; `restore` among it, where there is a bin. */
  readonly can?: object
}

/** Everything that one list is and another is not. */
export interface ListDefinition<T extends Listed> {
  /** The first word of the keys of its queries; the chosen columns are remembered by it. */
  readonly collection: string
  /** Where the API has it. */
  readonly path: string
  /** What a screen reader calls it. */
  readonly label: string
  readonly fields: readonly Field[]
  readonly columns: readonly ColumnOf<T>[]
  readonly views: readonly View[]
  /** In the box for words; without it, the list knows no search by words. */
  readonly placeholder?: string
  /** How many match, in words; and how many more of which this viewer sees nothing. */
  readonly counted: (total: number, hidden: number) => ReactNode
  readonly pageOf: (id: string) => string
  /** What the mouse that rests on a row should have fetched by the time of the click. */
  readonly prefetch?: (row: T) => { readonly queryKey: readonly unknown[] }
  /** The panel beside the list, for the row that was clicked, and the columns for which there is still room. */
  readonly panel?: {
    readonly label: string
    readonly columns: readonly string[]
    readonly of: (id: string, edit: boolean) => ReactNode
  }
  /** What can be done with several of these rows at once; undefined when nothing can. */
  readonly bulk?: (
    rows: readonly T[],
    query: ListQuery,
  ) => ((chosen: Chosen, clear: () => void) => ReactNode) | undefined
  /** Takes a row out of the bin. */
  readonly restore?: (row: Binned) => void
  /** What the server is asked, where it is more than the address says. */
  readonly ask?: (search: ListSearch) => ListQuery
  /** Shows no filters: what is listed now is no filter's doing. */
  readonly unfiltered?: boolean
  /** Said when nothing matches, and when there is nothing at all yet. */
  readonly unmatched: (hidden: number) => ReactNode
  readonly first: ReactNode
  /** On the button that takes the filter away. */
  readonly unfilter?: ReactNode
}

/** The columns that a list has as it stands now. */
export function useColumnsOf<T extends Listed>({ fields, columns, restore }: ListDefinition<T>) {
  const { t } = useLingui()
  const { search } = useListSearch()
  const all = columnsOf(fields, columns)
  if (!search.deleted || !restore) return all
  const back: Column<T> = {
    key: 'restore',
    name: t`Thao tác`,
    width: 112,
    narrow: 'side',
    cell: (row) =>
      (row.can as { restore?: boolean } | undefined)?.restore && (
        <Button size="compact-xs" variant="light" onClick={() => restore(row)}>
          <Trans>Khôi phục</Trans>
        </Button>
      ),
  }
  return [...all.filter((column) => column.key !== 'menu'), back]
}

/** A list by its definition: its filters, its rows, and beside them the row that was clicked. */
export function Listing<T extends Listed>({
  list,
  children,
}: {
  list: ListDefinition<T>
  /** Stands beside the chooser of columns. */
  children?: ReactNode
}) {
  const { search, set } = useListSearch()
  const navigate = useNavigate()
  const client = useQueryClient()
  const { query, rows, total, hidden } = useListed<T>(list.collection, list.path, search, list.ask)
  const columns = useColumnsOf(list)
  const { panel, prefetch } = list
  const { peek } = search
  const beside = panel && peek
  return (
    <>
      {!list.unfiltered && (
        <FilterBar
          fields={list.fields}
          search={search}
          onSearch={set}
          placeholder={list.placeholder}
          filterOnly={list.placeholder === undefined}
          count={total == null ? undefined : list.counted(total, hidden)}
        >
          <ColumnChooser name={list.collection} columns={columns} search={search} onSearch={set} />
          {children}
        </FilterBar>
      )}
      <Split
        label={panel?.label ?? ''}
        onClose={() => set({ peek: undefined, edit: undefined })}
        head={
          beside && (
            <Text span size="md">
              <Link to={list.pageOf(peek) as '/'} className="link">
                <Trans>Mở cả trang</Trans>
              </Link>
            </Text>
          )
        }
        panel={beside && panel.of(peek, search.edit === true)}
      >
        <DataList
          name={list.collection}
          label={list.label}
          rows={rows}
          columns={
            beside ? columns.filter(({ key }) => key === 'restore' || panel.columns.includes(key)) : columns
          }
          idOf={(row) => row.id}
          total={total}
          search={{ ...search, sort: query.sort }}
          onSearch={set}
          onOpen={(row) => void navigate({ to: list.pageOf(row.id) as '/', search: {} })}
          onPeek={panel && ((row) => set({ peek: row.id, edit: undefined }))}
          onHover={prefetch && ((row) => void client.prefetchQuery({ ...prefetch(row), staleTime: 15_000 }))}
          onEdit={panel && ((row) => set({ peek: row.id, edit: true }))}
          bulk={search.deleted ? undefined : list.bulk?.(rows.items, query)}
          empty={
            <NothingListed
              search={search}
              onSearch={set}
              unmatched={list.unmatched(hidden)}
              unfilter={list.unfilter}
              first={list.first}
            />
          }
        />
      </Split>
    </>
  )
}
