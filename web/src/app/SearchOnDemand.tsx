import { useHotkeys, useWindowEvent } from '@mantine/hooks'
import { useOnDemand } from '../ui/useOnDemand'
import type { Me } from '../workspace/session'
import type { Place } from './navigation'

export const OPEN_SEARCH = 'songhanh:search'
export const openSearch = () => window.dispatchEvent(new Event(OPEN_SEARCH))

const load = async () => (await import('./GlobalSearch')).GlobalSearch

/** The search is fetched by the first Ctrl K or click, which opens it; from then on it listens itself. */
export function SearchOnDemand(props: { me: Me; places: readonly Place[] }) {
  const { Part: GlobalSearch, ask } = useOnDemand(load)
  useHotkeys(GlobalSearch ? [] : [['mod + K', ask]])
  useWindowEvent(OPEN_SEARCH, () => !GlobalSearch && ask())
  return GlobalSearch ? <GlobalSearch {...props} /> : null
}
