import { t } from '@lingui/core/macro'
import { queryOptions, useInfiniteQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { get, post, remove } from '../api/client'
import type { AuditLine } from '../api/generated/api.schemas'
import type { Binned, Page } from '../api/page'
import type { Company, Contact, LifecycleStage } from '../api/types'
import { tell, useCommand } from '../ui/command'
import { COMPANIES, CONTACTS, STAGES, TOUCHES } from './keys'
import type { TouchKind } from './timelineWords'

/** A person or a company: what has a lifecycle and a timeline. */
export type Subject = typeof CONTACTS | typeof COMPANIES

export interface Entry {
  readonly id: string
  readonly kind: string
  readonly at: string
  readonly loggedAt?: string
  readonly direction?: 'OUT' | 'IN' | null
  readonly actor?: string | null
  readonly text?: string | null
  readonly ref?: string | null
  readonly from?: LifecycleStage | null
  readonly to?: LifecycleStage | null
  readonly cause?: string | null
  readonly reason?: string | null
  readonly otherKindId?: string | null
}

export interface StageChange {
  readonly from?: LifecycleStage | null
  readonly to?: LifecycleStage | null
  readonly at: string
  readonly cause: string
  readonly actor?: string | null
  readonly reason?: string | null
}

export interface Lifecycle {
  readonly stage: LifecycleStage
  readonly changes: readonly StageChange[]
}

export interface Touch {
  readonly kind: TouchKind
  readonly text?: string
  readonly at?: string
  readonly direction?: 'OUT' | 'IN'
}

export const contactQuery = (id: string) =>
  queryOptions({
    queryKey: [CONTACTS, 'one', id],
    queryFn: ({ signal }) => get<Contact>(`/api/contacts/${id}`, undefined, signal),
  })

export const companyQuery = (id: string) =>
  queryOptions({
    queryKey: [COMPANIES, 'one', id],
    queryFn: ({ signal }) => get<Company>(`/api/companies/${id}`, undefined, signal),
  })

export const lifecycleQuery = (of: Subject, id: string) =>
  queryOptions({
    queryKey: [of, 'lifecycle', id],
    queryFn: ({ signal }) => get<Lifecycle>(`/api/${of}/${id}/lifecycle`, undefined, signal),
  })

/** @param of a collection whose records have a timeline */
export const useTimeline = (of: string, id: string) =>
  useInfiniteQuery({
    queryKey: [of, 'timeline', id],
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) =>
      get<Page<Entry>>(`/api/${of}/${id}/timeline`, { limit: 50, cursor: pageParam }, signal),
    getNextPageParam: (last) => last.nextCursor || undefined,
  })

export const useHistory = (of: string, id: string, enabled: boolean) =>
  useInfiniteQuery({
    queryKey: [of, 'history', id],
    enabled,
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) =>
      get<Page<AuditLine>>(`/api/${of}/${id}/history`, { limit: 50, cursor: pageParam }, signal),
    getNextPageParam: (last) => last.nextCursor || undefined,
  })

export interface Creation {
  /** One for each form that is filled in, so that a second click creates nothing. */
  readonly key: string
  readonly input: object
  /** The person has seen that we have somebody like that already. */
  readonly anyway?: boolean
}

export const useCreate = <T>(of: Subject, done: (record: T) => void) =>
  useCommand(
    ({ key, input, anyway }: Creation) =>
      post<T>(anyway ? `/api/${of}?duplicates=allow` : `/api/${of}`, input, { idempotencyKey: key }),
    { refresh: [of], done, failed: () => true },
  )

export const useLogTouch = (of: string, id: string, done: () => void) =>
  useCommand((touch: Touch) => post<Entry>(`/api/${of}/${id}/timeline`, touch), {
    refresh: [of, TOUCHES],
    done,
    failed: () => true,
  })

export const useMoveStage = (
  of: Subject,
  { id, version }: { id: string; version: number },
  done: () => void,
) =>
  useCommand(
    (input: { stage: LifecycleStage; reason?: string; otherKindId?: string }) =>
      post<Lifecycle>(`/api/${of}/${id}/lifecycle`, input, { version }),
    { refresh: [of, STAGES], done, failed: () => true },
  )

export const useRestore = (of: Subject) =>
  useCommand(({ id, version }: Binned) => post(`/api/${of}/${id}/restore`, undefined, { version }), {
    refresh: [of],
    done: () => tell(t`Đã khôi phục.`),
  })

/** Deletes softly: what was deleted waits in the bin, and the line that says so can take it back. */
export function useDelete(of: Subject) {
  const restore = useRestore(of)
  const navigate = useNavigate()
  const drop = ({ id, version }: { id: string; version: number; name: string }) =>
    remove(`/api/${of}/${id}`, { version })
  return useCommand(drop, {
    refresh: [of],
    done: (_, { id, name }) => {
      void navigate({ to: of === 'contacts' ? '/contacts' : '/companies' })
      tell(t`Đã xoá ${name}.`, { run: () => restore.mutateAsync({ id }) })
    },
  })
}
