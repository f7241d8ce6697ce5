import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { ActionIcon, Button, Checkbox, Menu, Text, Tooltip } from '@mantine/core'
import { useLocalStorage, useMediaQuery } from '@mantine/hooks'
import { IconArrowDown, IconArrowUp, IconColumns3 } from '@tabler/icons-react'
import { useVirtualizer } from '@tanstack/react-virtual'
import { Fragment, type MouseEvent, type ReactNode, useEffect, useEffectEvent, useRef, useState } from 'react'
import classes from './DataList.module.css'
import { formatNumber } from './format'
import { keysAreTaken } from './keys'
import type { ListSearch } from './list'
import { ListSkeleton } from './Skeletons'
import { ErrorState } from './States'

/** What a column without a width needs at least; a list that is too narrow for its columns scrolls. */
const ROOM = 132

export interface Column<T> {
  readonly key: string
  readonly name: string
  /** CSS width; the columns without one share what is left. */
  readonly width?: number
  readonly align?: 'right'
  /** The field to sort by, when the server can. */
  readonly sort?: string
  /** Not shown until it is chosen. */
  readonly optional?: boolean
  /** What the columns of an exported file are called that hold it; without, it is left out. */
  readonly exports?: string | readonly string[]
  /** Where it goes on a narrow screen; without a place it is left out. */
  readonly narrow?: 'title' | 'side' | 'more'
  readonly cell: (row: T) => ReactNode
}

interface Rows<T> {
  readonly items: readonly T[]
  readonly isPending: boolean
  readonly isError: boolean
  readonly error: unknown
  readonly hasNextPage: boolean
  readonly isFetchingNextPage: boolean
  readonly fetchNextPage: () => unknown
  readonly refetch: () => unknown
}

/** The rows that something is to be done with. */
export interface Chosen {
  readonly ids: readonly string[]
  /** Not only these but all that match, also those that nobody has scrolled to. */
  readonly all: boolean
  readonly count: number
}

/** More than that at once is an import's work, not a click's. */
const MOST_AT_ONCE = 5000

interface DataListProps<T> {
  /** Remembers the chosen columns under this name. */
  readonly name: string
  /** What a screen reader calls the list. */
  readonly label: string
  readonly rows: Rows<T>
  readonly columns: readonly Column<T>[]
  readonly idOf: (row: T) => string
  readonly search: ListSearch
  readonly onSearch: (change: Partial<ListSearch>) => void
  /** Enter, and a click when there is no peek. */
  readonly onOpen: (row: T) => void
  /** A click: the side panel. */
  readonly onPeek?: (row: T) => void
  /** The mouse rests on a row: time to fetch what opening it needs. */
  readonly onHover?: (row: T) => void
  /** E on the active row. */
  readonly onEdit?: (row: T) => void
  /** What can be done with the chosen rows; with it come the boxes. */
  readonly bulk?: (chosen: Chosen, clear: () => void) => ReactNode
  /** How many match, as soon as that is known: then all of them can be chosen. */
  readonly total?: number | null
  readonly empty: ReactNode
}

/** What does not fit into its cell is told whole to the mouse that rests there. */
const tellWhole = ({ currentTarget: cell }: MouseEvent<HTMLElement>) => {
  const clipped = [cell, ...cell.querySelectorAll<HTMLElement>('*')].some(
    ({ scrollWidth, clientWidth }) => clientWidth > 0 && scrollWidth > clientWidth,
  )
  cell.title = clipped ? cell.innerText : ''
}

/** Which columns a person wants to see; kept for the next visit, overruled by the address. */
export function useColumns<T>(name: string, columns: readonly Column<T>[], search: ListSearch) {
  const [kept, keep] = useLocalStorage<string[] | null>({
    key: `songhanh.columns.${name}`,
    defaultValue: null,
    getInitialValueInEffect: false,
  })
  const wanted = search.columns ?? kept
  const shown = wanted
    ? columns.filter((column, index) => index === 0 || wanted.includes(column.key))
    : columns.filter((column) => !column.optional)
  return { shown, keep }
}

export function ColumnChooser<T>({
  name,
  columns,
  search,
  onSearch,
}: Pick<DataListProps<T>, 'name' | 'columns' | 'search' | 'onSearch'>) {
  const { t } = useLingui()
  const { shown, keep } = useColumns(name, columns, search)
  const keys = shown.map((column) => column.key)
  return (
    <Menu closeOnItemClick={false} position="bottom-end">
      <Menu.Target>
        <Tooltip label={t`Chọn cột`}>
          <ActionIcon size={34} aria-label={t`Chọn cột`}>
            <IconColumns3 size={18} stroke={1.7} />
          </ActionIcon>
        </Tooltip>
      </Menu.Target>
      <Menu.Dropdown>
        {columns.slice(1).map((column) => (
          <Menu.Item
            key={column.key}
            component="label"
            leftSection={
              <Checkbox
                size="xs"
                checked={keys.includes(column.key)}
                onChange={(event) => {
                  const next = event.currentTarget.checked
                    ? [...keys, column.key]
                    : keys.filter((key) => key !== column.key)
                  keep(next)
                  onSearch({ columns: next })
                }}
                aria-label={column.name}
              />
            }
          >
            {column.name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}

/** A list of any length: it asks for more while it is scrolled and draws only what is seen. */
export function DataList<T>(props: DataListProps<T>) {
  const { name, rows, columns, idOf, search, onSearch, onOpen, bulk, total } = props
  const { t } = useLingui()
  const narrow = useMediaQuery('(max-width: 48em)', false, { getInitialValueInEffect: false }) ?? false
  const { shown } = useColumns(name, columns, search)
  const box = useRef<HTMLDivElement>(null)
  const [activeId, setActiveId] = useState<string>()
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set())
  const [everything, setEverything] = useState(false)
  // Rows are known by what they are: others come and go between them while somebody looks.
  const [lastPicked, setLastPicked] = useState<string>()
  const { items } = rows
  const placeOf = (id?: string) => (id === undefined ? -1 : items.findIndex((row) => idOf(row) === id))
  const active = placeOf(activeId)
  const unpick = () => {
    setPicked(new Set())
    setLastPicked(undefined)
    setEverything(false)
  }
  // What was chosen among other rows is not what somebody means who looks at these.
  const asked = JSON.stringify([search.q, search.filter, search.deleted])
  const [askedBefore, setAskedBefore] = useState(asked)
  if (asked !== askedBefore) {
    setAskedBefore(asked)
    unpick()
  }
  const isPicked = (id: string) => everything || picked.has(id)

  const virtual = useVirtualizer({
    count: items.length,
    getScrollElement: () => box.current,
    estimateSize: () => (narrow ? 62 : 36),
    overscan: 12,
    getItemKey: (index) => {
      const row = items[index]
      return row === undefined ? index : idOf(row)
    },
  })
  const drawn = virtual.getVirtualItems()
  const lastDrawn = drawn.at(-1)?.index ?? -1
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = rows

  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage && lastDrawn >= items.length - 15) void fetchNextPage()
  }, [hasNextPage, isFetchingNextPage, fetchNextPage, lastDrawn, items.length])

  const pick = (index: number, range: boolean) => {
    const last = range ? placeOf(lastPicked) : -1
    const from = last >= 0 ? last : index
    const next = new Set(everything ? items.map(idOf) : picked)
    const first = items[index]
    const add = first !== undefined && !next.has(idOf(first))
    for (let at = Math.min(from, index); at <= Math.max(from, index); at++) {
      const row = items[at]
      if (row === undefined) continue
      if (add || range) next.add(idOf(row))
      else next.delete(idOf(row))
    }
    setLastPicked(first && idOf(first))
    setPicked(next)
    setEverything(false)
  }

  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (keysAreTaken(event)) return
    const move = (to: number) => {
      const next = Math.max(0, Math.min(items.length - 1, to))
      event.preventDefault()
      // Enter shall open the row, not press again what was clicked last.
      box.current?.focus({ preventScroll: true })
      virtual.scrollToIndex(next, { align: 'auto' })
      const row = items[next]
      if (row === undefined) return
      setActiveId(idOf(row))
      props.onHover?.(row)
    }
    const row = items[active]
    switch (event.key) {
      case 'j':
        return move(active + 1)
      case 'k':
        return move(active - 1)
      case 'x':
      case 'X':
        if (bulk && row !== undefined) pick(active, event.shiftKey)
        return
      case 'Enter':
        if (row !== undefined && !(event.target instanceof HTMLElement && event.target.closest('button,a'))) {
          onOpen(row)
        }
        return
      case 'e':
        if (row !== undefined && props.onEdit) {
          event.preventDefault()
          props.onEdit(row)
        }
        return
      case '/':
        event.preventDefault()
        document.querySelector<HTMLInputElement>('[data-list-search]')?.focus()
        return
      case 'Escape':
        if (picked.size > 0) unpick()
        return
    }
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKey(event)
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [])

  if (rows.isError) {
    return (
      <div className={classes.box}>
        <ErrorState error={rows.error} retry={() => void rows.refetch()} />
      </div>
    )
  }
  if (rows.isPending) {
    return (
      <div className={classes.box}>
        <ListSkeleton />
      </div>
    )
  }
  if (items.length === 0) return <div className={classes.box}>{props.empty}</div>

  const click = (row: T) => (event: MouseEvent<HTMLElement>) => {
    if ((event.target as HTMLElement).closest('a,button,input,label,[data-inline-edit]')) return
    setActiveId(idOf(row))
    if (props.onPeek && !narrow) props.onPeek(row)
    else onOpen(row)
  }
  const before = drawn.at(0)?.start ?? 0
  const after = virtual.getTotalSize() - (drawn.at(-1)?.end ?? 0)
  const foot = isFetchingNextPage ? (
    <div className={classes.foot} role="status">
      <Trans>Đang tải thêm…</Trans>
    </div>
  ) : null
  const allPicked = items.every((row) => isPicked(idOf(row)))
  const matching = total ?? 0
  const count = everything ? Math.max(matching, items.length) : picked.size
  const bar =
    bulk && picked.size > 0 ? (
      <div className={classes.bulk} role="toolbar" aria-label={t`Thao tác với các dòng đã chọn`}>
        <Text fw={600} size="md">
          <Plural value={count} other="# dòng đã chọn" />
        </Text>
        {allPicked && !everything && hasNextPage && matching > items.length && (
          <Tooltip
            label={t`Làm được với tối đa ${formatNumber(MOST_AT_ONCE)} dòng một lần. Hãy lọc bớt.`}
            disabled={matching <= MOST_AT_ONCE}
          >
            <Button
              variant="subtle"
              size="compact-sm"
              data-disabled={matching > MOST_AT_ONCE || undefined}
              onClick={() => matching <= MOST_AT_ONCE && setEverything(true)}
            >
              <Trans>Chọn cả {formatNumber(matching)} dòng khớp</Trans>
            </Button>
          </Tooltip>
        )}
        {bulk({ ids: [...picked], all: everything, count }, unpick)}
        <Button variant="subtle" size="compact-sm" color="gray" onClick={unpick}>
          <Trans>Bỏ chọn</Trans>
        </Button>
      </div>
    ) : null

  if (narrow) {
    const at = (place: Column<T>['narrow']) => columns.filter((column) => column.narrow === place)
    return (
      <section
        ref={box}
        className={classes.box}
        data-scroll-restoration-id={name}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by the keyboard
        tabIndex={0}
        aria-label={props.label}
      >
        <ul className={classes.cards} style={{ paddingTop: before, paddingBottom: after }}>
          {drawn.map(({ index, key }) => {
            const row = items[index]
            if (row === undefined) return null
            return (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the window listens to J, K and Enter for the list
              <li
                key={key}
                ref={virtual.measureElement}
                data-index={index}
                className={classes.cardRow}
                data-active={index === active || undefined}
                onClick={click(row)}
              >
                <div className={classes.cardTitle}>
                  {at('title').map((column) => (
                    <Fragment key={column.key}>{column.cell(row)}</Fragment>
                  ))}
                </div>
                <div className={classes.cardSide}>
                  {at('side').map((column) => (
                    <Fragment key={column.key}>{column.cell(row)}</Fragment>
                  ))}
                </div>
                <div className={classes.cardMore}>
                  {at('more').map((column) => (
                    <span key={column.key}>{column.cell(row)}</span>
                  ))}
                </div>
              </li>
            )
          })}
        </ul>
        {foot}
        {bar}
      </section>
    )
  }

  const sorted = search.sort?.split(',')[0]
  return (
    <section
      ref={box}
      className={classes.box}
      data-scroll-restoration-id={name}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by the keyboard
      tabIndex={0}
      aria-label={props.label}
    >
      <table
        className={classes.table}
        aria-rowcount={-1}
        style={{ minWidth: shown.reduce((sum, column) => sum + (column.width ?? ROOM), 40) }}
      >
        <thead>
          <tr>
            {bulk && (
              <th className={classes.pick}>
                <Checkbox
                  size="xs"
                  aria-label={t`Chọn tất cả các dòng đã tải`}
                  checked={allPicked}
                  indeterminate={picked.size > 0 && !allPicked}
                  onChange={() => (allPicked ? unpick() : setPicked(new Set(items.map(idOf))))}
                />
              </th>
            )}
            {shown.map((column) => {
              const up = sorted === column.sort
              const down = sorted === `-${column.sort}`
              return (
                <th
                  key={column.key}
                  scope="col"
                  data-align={column.align}
                  style={{ width: column.width }}
                  aria-sort={column.sort ? (up ? 'ascending' : down ? 'descending' : 'none') : undefined}
                >
                  {column.sort ? (
                    <button
                      type="button"
                      className={classes.sort}
                      onClick={() => onSearch({ sort: up ? `-${column.sort}` : column.sort })}
                    >
                      {column.name}
                      {up && <IconArrowUp size={14} aria-hidden />}
                      {down && <IconArrowDown size={14} aria-hidden />}
                    </button>
                  ) : (
                    column.name
                  )}
                </th>
              )
            })}
          </tr>
        </thead>
        <tbody>
          {before > 0 && (
            <tr aria-hidden style={{ height: before }}>
              <td colSpan={shown.length + (bulk ? 1 : 0)} style={{ padding: 0, border: 0, height: before }} />
            </tr>
          )}
          {drawn.map(({ index, key }) => {
            const row = items[index]
            if (row === undefined) return null
            const id = idOf(row)
            return (
              <tr
                key={key}
                className={classes.row}
                data-active={index === active || undefined}
                aria-selected={bulk ? isPicked(id) : undefined}
                onClick={click(row)}
                onMouseEnter={() => props.onHover?.(row)}
              >
                {bulk && (
                  <td className={classes.pick}>
                    <Checkbox
                      size="xs"
                      aria-label={t`Chọn dòng ${index + 1}`}
                      checked={isPicked(id)}
                      onChange={() => undefined}
                      onClick={(event) => pick(index, event.shiftKey)}
                    />
                  </td>
                )}
                {shown.map((column) => (
                  <td key={column.key} data-align={column.align} onMouseEnter={tellWhole}>
                    {column.cell(row)}
                  </td>
                ))}
              </tr>
            )
          })}
          {after > 0 && (
            <tr aria-hidden style={{ height: after }}>
              <td colSpan={shown.length + (bulk ? 1 : 0)} style={{ padding: 0, border: 0, height: after }} />
            </tr>
          )}
        </tbody>
      </table>
      {foot}
      {bar}
    </section>
  )
}
