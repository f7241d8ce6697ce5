import { queryOptions, useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { get, post, remove } from '../api/client'
import type { Role } from '../api/types'

export interface Me {
  readonly id: string
  readonly fullName: string
  readonly email: string
  readonly role: Role
  readonly language?: 'vi' | 'en' | null
  readonly workspace?: { readonly name: string; readonly zone?: string; readonly currency?: string }
}

export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: ({ signal }) => get<Me>('/api/me', undefined, signal),
  staleTime: 5 * 60_000,
  retry: false,
})

/** Who is signed in. Only for screens behind the sign-in. */
export const useMe = () => useSuspenseQuery(meQuery).data

export interface Member {
  readonly id: string
  readonly fullName: string
  readonly email?: string | null
  readonly role: Role
  readonly teamId?: string
  readonly active?: boolean
}

export const membersQuery = queryOptions({
  queryKey: ['members', 'all'],
  queryFn: async ({ signal }) => {
    const page = await get<{ items: readonly Member[] }>('/api/members', { limit: 500 }, signal)
    return page.items
  },
  staleTime: 5 * 60_000,
})

/** Colleagues by id, for naming owners. */
export function useMembers() {
  const { data } = useQuery(membersQuery)
  const members = data ?? []
  return { members, nameOf: (id?: string | null) => members.find((member) => member.id === id)?.fullName }
}

export const signIn = (input: { email: string; password: string }) => post<unknown>('/api/session', input)
export const signOut = () => remove('/api/session')
