import { useQuery } from '@tanstack/react-query'
import { importOf } from './api'

/** Follows one import to its end. */
export const useImport = (id?: string) =>
  useQuery({
    queryKey: ['imports', id],
    enabled: id !== undefined,
    queryFn: ({ signal }) => importOf(id ?? '', signal),
    refetchInterval: (query) => (query.state.data?.status === 'RUNNING' ? 700 : false),
  })
