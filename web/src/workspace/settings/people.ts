import { queryOptions } from '@tanstack/react-query'
import { type Team, teamList } from '../../api/generated'

export type { Team }

export const teamsQuery = queryOptions({
  queryKey: ['teams'],
  queryFn: async ({ signal }) => (await teamList({ signal })).items,
  staleTime: 60_000,
})
