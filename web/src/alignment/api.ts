import { t } from '@lingui/core/macro'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { get, patch, post } from '../api/client'
import type { Filter, Page } from '../api/page'
import type { Handoff, Money, Tier } from '../api/types'
import { tell, useCommand } from '../ui/command'
import { placeRecord } from '../ui/editing'

export interface Within {
  readonly minutes?: number
  readonly days?: number
}

export interface RejectionReason {
  readonly code: string
  readonly name: string
  readonly deducts: boolean
  readonly reroutes: boolean
}

export interface Goal {
  readonly revenueTarget?: Money | null
  readonly marketingShare?: number | null
  readonly customers?: number | null
  readonly closeRate?: number | null
}

export interface Sla {
  readonly id: string
  readonly version: number
  readonly name: string
  readonly agreedAt: string
  readonly terms: {
    readonly goal: Goal
    readonly tiers: readonly {
      readonly tier: Tier
      readonly name: string
      readonly touchWithin: Within
      readonly acceptWithin: Within
    }[]
    readonly leadTypes: readonly { readonly code: string; readonly name: string }[]
    readonly rejectionReasons: readonly RejectionReason[]
    readonly disputeWithinDays: number
    readonly countOnceInDays: number
  }
  readonly can?: Readonly<Record<string, boolean>>
}

export type FigureName =
  | 'handedOver'
  | 'accepted'
  | 'rejected'
  | 'met'
  | 'breached'
  | 'pending'
  | 'touched'
  | 'compliance'

export interface Figures {
  readonly handedOver: number
  readonly accepted: number
  readonly rejected: number
  readonly met: number
  readonly breached: number
  readonly pending: number
  readonly touched: number
  /** Business minutes to the first touch. */
  readonly medianMinutes?: number | null
  readonly compliance?: number | null
  readonly filters: Readonly<Partial<Record<FigureName, Filter>>>
}

export interface Day {
  readonly date: string
  readonly workday: boolean
  readonly goal?: Money | null
  readonly net?: Money | null
}

export interface LeadTypeValue {
  readonly code: string
  readonly name: string
  readonly tier: Tier
  readonly value: Money
  readonly leads: number
  readonly rejected: number
  readonly net: Money
  readonly filters: Readonly<Partial<Record<'leads' | 'rejected' | 'net', Filter>>>
}

export interface Waterfall {
  readonly month: string
  readonly goal?: Money | null
  readonly gross: Money
  readonly deducted: Money
  readonly net: Money
  readonly pace?: number | null
  readonly leadsNeeded?: number | null
  readonly leads: number
  readonly workdays: number
  readonly days: readonly Day[]
  readonly types: readonly LeadTypeValue[]
  readonly filters: Readonly<Partial<Record<'leads' | 'gross' | 'deducted' | 'net', Filter>>>
}

export interface SlaReport {
  readonly slaId: string
  readonly slaVersion: number
  readonly from: string
  readonly to: string
  readonly total: Figures
  readonly perRep: readonly { readonly repId: string; readonly name: string; readonly figures: Figures }[]
  readonly perSource: readonly { readonly source?: string | null; readonly figures: Figures }[]
  readonly perMonth: readonly { readonly month: string; readonly figures: Figures }[]
  readonly waterfall: Waterfall
}

export const slasQuery = queryOptions({
  queryKey: ['slas', 'all'],
  queryFn: ({ signal }) => get<Page<Sla>>('/api/slas', undefined, signal),
  select: (page) => page.items,
  staleTime: 60_000,
})

/** The contract between marketing and sales; a workspace starts with one. */
export const useSla = () => {
  const { data, ...rest } = useQuery(slasQuery)
  return { ...rest, sla: data?.[0] }
}

export const reportQuery = (id: string, from?: string, to?: string) =>
  queryOptions({
    queryKey: ['slas', 'report', id, from, to],
    queryFn: ({ signal }) => get<SlaReport>(`/api/slas/${id}/report`, { from, to }, signal),
  })

export const handoffQuery = (id: string) =>
  queryOptions({
    queryKey: ['handoffs', 'one', id],
    queryFn: ({ signal }) => get<Handoff>(`/api/handoffs/${id}`, undefined, signal),
  })

/** The latest hand-off of a contact. */
export const handoffOfQuery = (contactId: string) =>
  queryOptions({
    queryKey: ['handoffs', 'of', contactId],
    queryFn: ({ signal }) => get<Page<Handoff>>('/api/handoffs', { contactId, limit: 1 }, signal),
    select: (page) => page.items[0] ?? null,
    refetchInterval: 60_000,
  })

const STALE = ['handoffs', 'contacts', 'slas']

export const useAccept = () =>
  useCommand((handoff: Handoff) => post<Handoff>(`/api/handoffs/${handoff.id}/accept`), {
    refresh: STALE,
    optimistic: (cache, handoff) =>
      placeRecord<Handoff>(cache, 'handoffs', handoff.id, (old) => ({
        ...old,
        status: 'ACCEPTED',
        can: { ...old.can, accept: false },
      })),
    done: (_, handoff) => tell(t`Đã nhận ${handoff.contactName ?? ''}. Gọi trước khi hết giờ.`),
  })

export const useReject = (done: (handoff: Handoff) => void) =>
  useCommand(
    ({ handoff, ...why }: { handoff: Handoff; reason: string; note?: string }) =>
      post<Handoff>(`/api/handoffs/${handoff.id}/reject`, why),
    { refresh: STALE, done, failed: () => true },
  )

export const useDispute = (done: () => void) =>
  useCommand(
    ({ handoff, note }: { handoff: Handoff; note: string }) =>
      post<Handoff>(`/api/handoffs/${handoff.id}/dispute`, { note }),
    { refresh: STALE, done, failed: () => true },
  )

export const useRule = (done: () => void) =>
  useCommand(
    ({ handoff, ...ruling }: { handoff: Handoff; stands: boolean; note?: string }) =>
      post<Handoff>(`/api/handoffs/${handoff.id}/rule`, ruling),
    { refresh: STALE, done, failed: () => true },
  )

export const useReassign = (done: () => void) =>
  useCommand(
    ({ handoff, ...to }: { handoff: Handoff; repId?: string | null; note?: string }) =>
      post<Handoff>(`/api/handoffs/${handoff.id}/reassign`, to),
    { refresh: STALE, done, failed: () => true },
  )

export const useSetGoal = (done: () => void) =>
  useCommand(
    ({ sla, goal }: { sla: Sla; goal: Goal }) =>
      patch<Sla>(`/api/slas/${sla.id}`, { terms: { goal } }, sla.version),
    { refresh: ['slas'], done, failed: () => true },
  )
