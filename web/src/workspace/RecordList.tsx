import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Group } from '@mantine/core'
import { IconFileImport, IconPlus } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { type ListDefinition, type Listed, Listing, useColumnsOf } from '../ui/Listing'
import { useListSearch } from '../ui/list'
import { Page } from '../ui/Page'
import { useListKeys } from '../ui/useListKeys'
import { Views } from '../ui/Views'
import { ExportButton } from './ExportButton'
import { usePlainFields } from './fields'
import { asView, SaveView, useSavedViews } from './SavedViews'
import { may, type RecordKind, useMe } from './session'

/** A list of records: what the shell of the product adds to it follows from their kind. */
export interface RecordListDefinition<T extends Listed> extends ListDefinition<T> {
  readonly kind: RecordKind
  readonly title: ReactNode
  /** The list can be taken along as a file of this name. */
  readonly exported?: boolean
  readonly imported?: boolean
  readonly create?: {
    readonly name: ReactNode
    readonly form: (opened: boolean, onClose: () => void) => ReactNode
  }
}

/** The definition with the fields that it does not name itself: in the filters, and to choose among the columns. */
export function useWithOtherFields<T extends Listed>(list: RecordListDefinition<T>): RecordListDefinition<T> {
  const others = usePlainFields(list.kind).filter(
    ({ field }) => !list.fields.some((known) => known.field === field),
  )
  const fields = [...list.fields, ...others]
  // What the server tells of may come a moment after the list.
  const isThere = (column: (typeof list.columns)[number]) =>
    others.length > 0 || !('field' in column) || fields.some(({ field }) => field === column.field)
  return {
    ...list,
    fields,
    columns: [
      ...list.columns.filter(isThere),
      ...others
        .filter(
          ({ field, hidden }) =>
            !hidden && !list.columns.some((column) => 'field' in column && column.field === field),
        )
        .map(({ field }) => ({ field, optional: true, width: 140 })),
    ],
  }
}

/** The way to the form that makes a record, for whoever may. */
export function useCreating(kind: RecordKind) {
  const me = useMe()
  const { search, set } = useListSearch()
  const writes = may(me, kind, 'WRITE')
  return {
    create: writes ? () => set({ create: true }) : undefined,
    creating: writes && search.create === true,
    stop: () => set({ create: undefined }),
  }
}

/** The list itself with its filters, to stand in a page of its own making. */
export function RecordList<T extends Listed>({ list }: { list: RecordListDefinition<T> }) {
  const { search } = useListSearch()
  const columns = useColumnsOf(list)
  return (
    <Listing list={list}>
      {list.exported && (
        <ExportButton kind={list.kind} name={list.collection} columns={columns} search={search} />
      )}
    </Listing>
  )
}

/** The looks at the list that its definition offers, and those that people have saved. */
export function RecordViews<T extends Listed>({ list }: { list: RecordListDefinition<T> }) {
  const { t } = useLingui()
  const { search, set } = useListSearch()
  const saved = useSavedViews(list.kind)
  return (
    <Group gap={2} wrap="nowrap" style={{ minWidth: 0 }}>
      <Views
        label={t`Cách xem`}
        views={[...list.views, ...saved.map(asView)]}
        search={search}
        onSearch={set}
      />
      <SaveView kind={list.kind} own={list.views} saved={saved} search={search} onSearch={set} />
    </Group>
  )
}

/** A whole page that is nothing but a list. */
export function RecordListPage<T extends Listed>({
  list: own,
  actions,
}: {
  list: RecordListDefinition<T>
  actions?: ReactNode
}) {
  const me = useMe()
  const list = useWithOtherFields(own)
  const { create, creating, stop } = useCreating(list.kind)
  useListKeys({ onCreate: () => list.create && create?.() })
  return (
    <Page
      title={list.title}
      fill
      aside={<RecordViews list={list} />}
      actions={
        <>
          {actions}
          {list.imported && may(me, 'IMPORT', 'WRITE') && (
            <Button
              variant="default"
              visibleFrom="xs"
              component={Link}
              to="/imports"
              leftSection={<IconFileImport size={16} aria-hidden />}
            >
              <Trans>Nhập</Trans>
            </Button>
          )}
          {list.create && create && (
            <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={create}>
              {list.create.name}
            </Button>
          )}
        </>
      }
    >
      <RecordList list={list} />
      {list.create?.form(creating, stop)}
    </Page>
  )
}
