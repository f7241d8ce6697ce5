import { useQuery } from '@tanstack/react-query'
import { get } from '../api/client'
import type { Page } from '../api/page'
import type { Handoff } from '../api/types'
import { useMe } from '../workspace/session'
import type { Place } from './navigation'

/** How much of each place waits for me. */
export function useBadges(): Partial<Record<Place['to'], number>> {
  const me = useMe()
  const { data } = useQuery({
    queryKey: ['handoffs', 'waiting', me.id],
    queryFn: ({ signal }) =>
      get<Page<Handoff>>('/api/handoffs', { repId: me.id, open: true, limit: 50 }, signal),
    refetchInterval: 60_000,
  })
  return { '/handoffs': data?.items.length }
}
