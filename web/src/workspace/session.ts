import { queryOptions, useQuery, useSuspenseQuery } from '@tanstack/react-query'
import type { Absence, Member, RecordKind, WorkspaceSettings } from '../api/generated/api.schemas'
import { meChange, meMe } from '../api/generated/me'
import { memberList } from '../api/generated/member'
import { sessionSignIn, sessionSignOut } from '../api/generated/session'
import { settingsRead } from '../api/generated/settings'
import type { Role } from '../api/types'
import { forgetDrafts } from '../ui/draft'
import { byGivenName } from '../ui/format'
import { ME, MEMBERS, WORKSPACE } from './keys'

export type { RecordKind }
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

export type { Absence, Member }
export type Workspace = WorkspaceSettings

export const meQuery = queryOptions({
  queryKey: [ME],
  queryFn: async ({ signal }): Promise<Me> => {
    const { member, permissions, workspace } = await meMe({ signal })
    return { ...member, permissions, workspace }
  },
  staleTime: 5 * 60_000,
  retry: false,
})

export const workspaceQuery = queryOptions({
  queryKey: [WORKSPACE],
  queryFn: ({ signal }) => settingsRead({ signal }),
  staleTime: 5 * 60_000,
})

/** Who is signed in. Only for screens behind the sign-in. */
export const useMe = () => useSuspenseQuery(meQuery).data

/** Whether the role reaches anything of that kind at all; for a single record its own `can` decides. */
export const may = (me: Me, kind: RecordKind, action: Action) =>
  (me.permissions[kind]?.[action] ?? 'NONE') !== 'NONE'

const MANY = 200

/** Everyone of the company; asked for page by page, kept for a while. */
export const membersQuery = queryOptions({
  queryKey: [MEMBERS, 'all'],
  queryFn: async ({ signal }) => {
    const members: Member[] = []
    let cursor: string | null | undefined = ''
    do {
      const page = await memberList({ limit: MANY, cursor: cursor || undefined }, { signal })
      members.push(...page.items)
      cursor = page.nextCursor
    } while (cursor)
    return members.toSorted((one, other) => byGivenName(one.fullName, other.fullName))
  },
  staleTime: 5 * 60_000,
})

/** Colleagues: by id, for naming owners, and to choose from. */
export function useMembers() {
  const { data } = useQuery(membersQuery)
  const members = data ?? []
  return {
    members,
    choices: members.map(({ id, fullName }) => ({ value: id, label: fullName })),
    nameOf: (id?: string | null) => members.find((member) => member.id === id)?.fullName,
  }
}

export const signIn = sessionSignIn
export const signOut = () => {
  forgetDrafts()
  return sessionSignOut()
}
export const chooseLanguage = (locale: string) => meChange({ locale })
