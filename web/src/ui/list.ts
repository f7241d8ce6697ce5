import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
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
