import type { Place } from './navigation'
import { useWaitingHandoffs } from './waiting'

/** How much of each place waits for me. */
export function useBadges(): Partial<Record<Place['to'], number>> {
  const { data } = useWaitingHandoffs()
  return { '/handoffs': data?.length }
}
