import { useQuery } from '@tanstack/react-query'
import { HANDOFFS } from '../alignment/keys'
import { get } from '../api/client'
import type { Page } from '../api/page'
import type { Handoff } from '../api/types'
import { may, useMe } from '../workspace/session'

/** The first day of the running month where the company is. */
export const monthOf = (zone: string) => `${todayOf(zone).slice(0, 8)}01`

/** Today where the company is, as `2026-11-24`. */
export const todayOf = (zone: string) =>
  new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format(new Date())

/** The hand-offs that wait for me, the nearest deadline first. */
export function useWaitingHandoffs() {
  const me = useMe()
  return useQuery({
    queryKey: [HANDOFFS, 'waiting', me.id],
    enabled: may(me, 'HANDOFF', 'READ'),
    queryFn: async ({ signal }) => {
      const page = await get<Page<Handoff>>(
        '/api/handoffs',
        { mine: true, status: 'OFFERED,ACCEPTED', limit: 100 },
        signal,
      )
      return page.items.toSorted((a, b) => (a.dueAt ?? '').localeCompare(b.dueAt ?? ''))
    },
  })
}
