import type { QueryClient } from '@tanstack/react-query'

const followers = new Map<string, Set<string>>()

/** Whoever keeps answers says himself what they depend on: they go stale whenever that does. */
export function follow(leader: string, ...keys: readonly string[]) {
  const known = followers.get(leader) ?? new Set()
  for (const key of keys) known.add(key)
  followers.set(leader, known)
}

/** The first words of all keys that go stale with these. */
export function staleWith(keys: readonly string[]): ReadonlySet<string> {
  const all = new Set<string>()
  const take = (key: string) => {
    if (all.has(key)) return
    all.add(key)
    for (const next of followers.get(key) ?? []) take(next)
  }
  keys.forEach(take)
  return all
}

/** Asks again for what is on the screen of these and of what follows them; the rest is asked for when it is shown. */
export function refresh(client: QueryClient, keys: readonly string[]) {
  const stale = staleWith(keys)
  return client.invalidateQueries({ predicate: ({ queryKey }) => stale.has(String(queryKey[0])) })
}
