import { queryOptions, useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { get, post, remove, request } from '../api/client'
import type { Page } from '../api/page'
import type { Role } from '../api/types'

export type RecordKind =
  | 'CONTACT'
  | 'COMPANY'
  | 'DEAL'
  | 'HANDOFF'
  | 'SLA'
  | 'PIPELINE'
  | 'IMPORT'
  | 'MEMBER'
  | 'WORKSPACE'
export type Action = 'READ' | 'WRITE' | 'DELETE' | 'EXPORT'
export type Reach = 'NONE' | 'OWN' | 'TEAM' | 'ALL'
export type Permissions = Partial<Record<RecordKind, Partial<Record<Action, Reach>>>>

export interface Me {
  readonly id: string
  readonly fullName: string
  readonly email?: string | null
  readonly role: Role
  readonly teamId: string
  /** The language that was chosen; null: the browser's. */
  readonly locale?: string | null
  readonly permissions: Permissions
  readonly workspace: Workspace
}

export interface Workspace {
  readonly id: string
  readonly version: number
  readonly name: string
  readonly zone: string
  readonly currency: string
  readonly locale: string
}

export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: async ({ signal }): Promise<Me> => {
    const { member, permissions, workspace } = await get<{
      member: Omit<Me, 'permissions' | 'workspace'>
      permissions: Permissions
      workspace: Workspace
    }>('/api/me', undefined, signal)
    return { ...member, permissions, workspace }
  },
  staleTime: 5 * 60_000,
  retry: false,
})

export const workspaceQuery = queryOptions({
  queryKey: ['workspace'],
  queryFn: ({ signal }) => get<Workspace>('/api/workspace', undefined, signal),
  staleTime: 5 * 60_000,
})

/** Who is signed in. Only for screens behind the sign-in. */
export const useMe = () => useSuspenseQuery(meQuery).data

/** Whether the role reaches anything of that kind at all; for a single record its own `can` decides. */
export const may = (me: Me, kind: RecordKind, action: Action) =>
  (me.permissions[kind]?.[action] ?? 'NONE') !== 'NONE'

export interface Absence {
  readonly id: string
  readonly from: string
  readonly until: string
}

export interface Member {
  readonly id: string
  readonly version: number
  readonly fullName: string
  readonly email?: string | null
  readonly role: Role
  readonly teamId: string
  readonly active: boolean
  readonly locale?: string | null
  /** Whether a password was set: until then an invitation is needed. */
  readonly signsIn: boolean
  readonly absences: readonly Absence[]
}

const MANY = 200

/** Everyone of the company; asked for page by page, kept for a while. */
export const membersQuery = queryOptions({
  queryKey: ['members', 'all'],
  queryFn: async ({ signal }) => {
    const members: Member[] = []
    let cursor: string | null | undefined = ''
    do {
      const page: Page<Member> = await get<Page<Member>>('/api/members', { limit: MANY, cursor }, signal)
      members.push(...page.items)
      cursor = page.nextCursor
    } while (cursor)
    return members
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
export const chooseLanguage = (locale: string) => request<unknown>('PATCH', '/api/me', { body: { locale } })
