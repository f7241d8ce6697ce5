import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { get } from '../api/client'
import type { Filter, ListQuery, Page } from '../api/page'
import { filter, flag, sorting, text, texts } from './search'

const LIMIT = 50
const MOST_A_PAGE = 200

/** What stands in the address bar of a list. */
export interface ListSearch {
  readonly q?: string
  readonly filter?: Filter
  readonly sort?: string
  readonly columns?: readonly string[]
  /** Shows the bin instead. */
  readonly deleted?: boolean
}

export const listSearch = (search: Record<string, unknown>): ListSearch => ({
  q: text(search.q),
  filter: filter(search.filter),
  sort: sorting(search.sort),
  columns: texts(search.columns),
  deleted: flag(search.deleted),
})

/** What may stand in the address of a list besides: its form, and the row that was clicked. */
export interface ListPageSearch extends ListSearch {
  readonly create?: boolean
  readonly peek?: string
  /** The panel opens with its first value being edited. */
  readonly edit?: boolean
}

/** What the address of this list asks for, and how to ask for something else. */
export function useListSearch<S extends ListPageSearch = ListPageSearch>() {
  const read: object = useSearch({ strict: false })
  const search = read as S
  const navigate = useNavigate()
  const set = (change: Partial<S>) => {
    void navigate({ to: '.', search: ((old: S) => ({ ...old, ...change })) as never, replace: true })
  }
  return { search, set }
}

/** A list by cursor that grows as it is scrolled. The first word of its key is the collection: ['contacts', 'list', …]. */
export function useList<T>(collection: string, path: string, query: ListQuery) {
  const result = useInfiniteQuery({
    queryKey: [collection, 'list', path, query],
    initialPageParam: '',
    placeholderData: keepPreviousData,
    queryFn: ({ pageParam, signal }) =>
      get<Page<T>>(path, { ...query, limit: LIMIT, cursor: pageParam }, signal),
    getNextPageParam: (last) => last.nextCursor || undefined,
  })
  const items = result.data?.pages.flatMap((page) => page.items) ?? []
  return { ...result, items }
}

/** How many there are, asked for on its own so that the rows never wait for it. */
export function useCount(collection: string, path: string, query: ListQuery) {
  return useQuery({
    queryKey: [collection, 'count', path, query],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      get<Page<unknown>>(path, { ...query, sort: undefined, limit: 1, count: true }, signal),
  })
}

/** All that match, asked for page by page: for doing something with each of them, not for showing them. */
export async function everyOne<T>(path: string, query: ListQuery) {
  const all: T[] = []
  let cursor: string | undefined = ''
  do {
    const page: Page<T> = await get<Page<T>>(path, { ...query, limit: MOST_A_PAGE, cursor })
    all.push(...page.items)
    cursor = page.nextCursor || undefined
  } while (cursor)
  return all
}

const asWritten = ({ q, filter, sort, deleted }: ListSearch): ListQuery => ({ q, filter, sort, deleted })

/**
 * What a list shows of what its address asks for.
 *
 * @param collection the first word of its keys
 * @param ask what the server is asked, where it is more than the address says
 */
export function useListed<T>(collection: string, path: string, search: ListSearch, ask = asWritten) {
  const query = ask(search)
  const rows = useList<T>(collection, path, query)
  const { data: count } = useCount(collection, path, query)
  return { query, rows, total: count?.total, hidden: count?.hidden ?? 0 }
}
