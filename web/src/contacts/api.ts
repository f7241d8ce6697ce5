import { queryOptions, useInfiniteQuery } from '@tanstack/react-query'
import { get, post } from '../api/client'
import type { Page } from '../api/page'
import type { Company, Contact, LifecycleStage } from '../api/types'
import { useCommand } from '../ui/command'
import { recordQuery } from '../workspace/records'
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

export const contactQuery = (id: string) => recordQuery<Contact>(CONTACTS, id)

export const companyQuery = (id: string) => recordQuery<Company>(COMPANIES, id)

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
