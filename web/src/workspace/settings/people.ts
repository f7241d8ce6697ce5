import { queryOptions } from '@tanstack/react-query'
import { get } from '../../api/client'
import type { Page } from '../../api/page'

export interface Team {
  readonly id: string
  readonly version: number
  readonly name: string
  readonly leaderId?: string | null
  readonly members: number
}

export const teamsQuery = queryOptions({
  queryKey: ['teams'],
  queryFn: async ({ signal }) => (await get<Page<Team>>('/api/teams', undefined, signal)).items,
  staleTime: 60_000,
})
