import { queryOptions, useQuery } from '@tanstack/react-query'
import { get, put } from '../api/client'
import { useCommand } from '../ui/command'
import { CONTACTS, SOURCES } from './keys'

/** Where people come from, and what else it is called. */
export interface Source {
  readonly name: string
  readonly aliases: readonly string[]
}

export interface SourceList {
  readonly version: number
  readonly items: readonly Source[]
}

export const sourcesQuery = queryOptions({
  queryKey: [SOURCES],
  queryFn: ({ signal }) => get<SourceList>('/api/sources', undefined, signal),
  staleTime: 5 * 60_000,
})

/** The names to choose from; others may be written too. */
export const useSourceNames = () => useQuery(sourcesQuery).data?.items.map(({ name }) => name) ?? []

export const useSaveSources = (done: () => void) =>
  useCommand(({ version, items }: SourceList) => put<SourceList>('/api/sources', { items }, { version }), {
    refresh: [SOURCES, CONTACTS],
    done,
    failed: () => true,
  })
