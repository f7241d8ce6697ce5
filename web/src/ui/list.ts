import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { get } from '../api/client'
import type { Filter, ListQuery, Page } from '../api/page'

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

const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined)

export const listSearch = (search: Record<string, unknown>): ListSearch => ({
  q: typeof search.q === 'number' ? String(search.q) : text(search.q),
  filter: typeof search.filter === 'object' && search.filter !== null ? (search.filter as Filter) : undefined,
  sort: text(search.sort),
  columns: Array.isArray(search.columns)
    ? search.columns.filter((key) => typeof key === 'string')
    : undefined,
  deleted: search.deleted === true || undefined,
})

/** A list by cursor that grows as it is scrolled. The first word of its key is the collection: ['contacts', 'list', …]. */
export function useList<T>(collection: string, path: string, query: ListQuery, enabled = true) {
  const result = useInfiniteQuery({
    queryKey: [collection, 'list', path, query],
    enabled,
    initialPageParam: '',
    placeholderData: keepPreviousData,
    queryFn: ({ pageParam, signal }) =>
      get<Page<T>>(path, { ...query, limit: LIMIT, cursor: pageParam }, signal),
    getNextPageParam: (last) => last.nextCursor || undefined,
  })
  const items = result.data?.pages.flatMap((page) => page.items) ?? []
  return { ...result, items }
}

/** The total, asked for on its own so that the rows never wait for it. */
export function useCount(collection: string, path: string, query: ListQuery, enabled = true) {
  return useQuery({
    queryKey: [collection, 'count', path, query],
    enabled,
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }) => {
      const page = await get<Page<unknown>>(path, { ...query, limit: 1, count: true }, signal)
      return page.total ?? null
    },
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

/** What a list shows of what its address asks for. @param collection the first word of its keys */
export function useListed<T>(collection: string, path: string, search: ListSearch) {
  const { q, filter, sort, deleted } = search
  const query: ListQuery = { q, filter, sort, deleted }
  const rows = useList<T>(collection, path, query)
  const { data: total } = useCount(collection, path, query)
  return { query, rows, total }
}
