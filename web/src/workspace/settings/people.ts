import { queryOptions } from '@tanstack/react-query'
import type { Team } from '../../api/generated/api.schemas'
import { teamList } from '../../api/generated/team'

export type { Team }

export const teamsQuery = queryOptions({
  queryKey: ['teams'],
  queryFn: async ({ signal }) => (await teamList({ signal })).items,
  staleTime: 60_000,
})
