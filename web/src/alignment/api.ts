import { t } from '@lingui/core/macro'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { get, patch, post, request } from '../api/client'
import type { Filter, Page } from '../api/page'
import type { Handoff, Money, Tier } from '../api/types'
import { tell, useCommand } from '../ui/command'
import { placeRecord } from '../ui/editing'
import { ANSWERED, HANDOFFS, SLAS } from './keys'

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

export interface LeadType {
  readonly code: string
  readonly name: string
  readonly tier: Tier
  readonly closeRate: number
  readonly averageSale: Money
  readonly sources: readonly string[]
}

export interface TierTerms {
  readonly tier: Tier
  readonly name: string
  readonly touchWithin: Within
  readonly acceptWithin: Within
}

export interface Terms {
  readonly goal: Goal
  readonly tiers: readonly TierTerms[]
  readonly leadTypes: readonly LeadType[]
  readonly rejectionReasons: readonly RejectionReason[]
  readonly remindAt: number
  readonly disputeWithinDays: number
  readonly countOnceInDays: number
}

export type Side = 'MARKETING' | 'SALES'

export interface Signature {
  readonly side: Side
  readonly memberId: string
  readonly at: string
}

/** What a text of the contract says otherwise than another. */
export interface Change {
  readonly field: string
  readonly entry?: string | null
  readonly before?: unknown
  readonly after?: unknown
}

/** A version that waits for signatures, and holds for nobody before it has both. */
export interface Proposal {
  readonly id: string
  readonly version: number
  readonly state: 'OPEN' | 'AGREED' | 'WITHDRAWN'
  readonly name: string
  readonly terms: Terms
  readonly startsOn: string
  /** The day on which it should begin is over. */
  readonly late: boolean
  readonly proposedBy: string
  readonly proposedAt: string
  readonly against: number
  readonly changes: readonly Change[]
  /** Agreed versions that would not begin any more. */
  readonly replaces: readonly number[]
  readonly signatures: readonly Signature[]
  readonly can: { readonly edit: boolean; readonly withdraw: boolean; readonly sign: readonly Side[] }
}

/** One version of the contract that both sides agreed on. */
export interface Sla {
  readonly id: string
  readonly version: number
  readonly name: string
  readonly agreedAt: string
  readonly startsOn: string
  readonly endsOn?: string | null
  readonly standing: 'COMING' | 'IN_FORCE' | 'ENDED' | 'REPLACED'
  readonly signatures: readonly Signature[]
  /** The version whose place it took. */
  readonly against?: number | null
  /** What it says otherwise than that one. */
  readonly changes: readonly Change[]
  readonly proposal?: Proposal | null
  readonly terms: Terms
  readonly can?: Readonly<Record<string, boolean>>
}

export interface Comparison {
  readonly startsOn: string
  readonly against: number
  readonly changes: readonly Change[]
  readonly replaces: readonly number[]
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
  readonly perSource: readonly {
    readonly source?: string | null
    readonly figures: Figures
    readonly earned: Earned
  }[]
  readonly perMonth: readonly { readonly month: string; readonly figures: Figures }[]
  readonly waterfall: Waterfall
}

/** What became of hand-offs: what their leads are worth, and what the deals they led to have brought in. */
export interface Earned {
  readonly value: Money
  readonly won: number
  readonly revenue: Money
}

export const slasQuery = queryOptions({
  queryKey: [SLAS, 'all'],
  queryFn: ({ signal }) => get<Page<Sla>>('/api/slas', undefined, signal),
  select: (page) => page.items,
  staleTime: 60_000,
})

/** The contract between marketing and sales; a workspace starts with one. */
export const useSla = () => {
  const { data, ...rest } = useQuery(slasQuery)
  return { ...rest, sla: data?.[0] }
}

/** Every version that was ever agreed, the latest first. */
export const versionsQuery = (id: string) =>
  queryOptions({
    queryKey: [SLAS, 'versions', id],
    queryFn: ({ signal }) => get<Page<Sla>>(`/api/slas/${id}/versions`, undefined, signal),
    select: (page) => page.items,
    staleTime: 60_000,
  })

/** The terms by which a hand-off is judged: those of its own version, whatever is in force today. */
export const useTermsOf = (handoff: Pick<Handoff, 'slaId' | 'slaVersion'>) => {
  const { data } = useQuery(versionsQuery(handoff.slaId))
  return data?.find((one) => one.version === handoff.slaVersion)?.terms
}

export const reportQuery = (id: string, from?: string, to?: string) =>
  queryOptions({
    queryKey: [SLAS, 'report', id, from, to],
    queryFn: ({ signal }) => get<SlaReport>(`/api/slas/${id}/report`, { from, to }, signal),
  })

export const handoffQuery = (id: string) =>
  queryOptions({
    queryKey: [HANDOFFS, 'one', id],
    queryFn: ({ signal }) => get<Handoff>(`/api/handoffs/${id}`, undefined, signal),
  })

/** The latest hand-off of a contact. */
export const handoffOfQuery = (contactId: string) =>
  queryOptions({
    queryKey: [HANDOFFS, 'of', contactId],
    queryFn: ({ signal }) => get<Page<Handoff>>('/api/handoffs', { contactId, limit: 1 }, signal),
    select: (page) => page.items[0] ?? null,
  })

/** Whose promise is broken and who still wait, the longest first: as far as the viewer sees. */
export const LATE: Filter = { all: [{ field: 'late', op: 'eq', value: true }] }

export const lateQuery = (limit: number) =>
  queryOptions({
    queryKey: [HANDOFFS, 'late', limit],
    queryFn: ({ signal }) =>
      get<Page<Handoff>>('/api/handoffs', { filter: LATE, sort: 'dueAt', limit, count: true }, signal),
  })

export interface Receiver {
  readonly id: string
  readonly fullName: string
  readonly teamId: string
  /** Absent today. */
  readonly away: boolean
}

/** Whom I may give hand-offs to. */
export const receiversQuery = queryOptions({
  queryKey: [HANDOFFS, 'receivers'],
  queryFn: ({ signal }) => get<Page<Receiver>>('/api/handoffs/receivers', undefined, signal),
  select: (page) => page.items,
  staleTime: 60_000,
})

export interface Reassigned {
  readonly id: string
  readonly done: boolean
  readonly problem?: {
    readonly title?: string
    readonly errors?: readonly { readonly message: string }[]
  } | null
}

export const useAccept = () =>
  useCommand((handoff: Handoff) => post<Handoff>(`/api/handoffs/${handoff.id}/accept`), {
    refresh: ANSWERED,
    optimistic: (cache, handoff) =>
      placeRecord<Handoff>(cache, HANDOFFS, handoff.id, (old) => ({
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
    { refresh: ANSWERED, done, failed: () => true },
  )

export const useDispute = (done: () => void) =>
  useCommand(
    ({ handoff, note }: { handoff: Handoff; note: string }) =>
      post<Handoff>(`/api/handoffs/${handoff.id}/dispute`, { note }),
    { refresh: ANSWERED, done, failed: () => true },
  )

export const useRule = (done: () => void) =>
  useCommand(
    ({ handoff, ...ruling }: { handoff: Handoff; stands: boolean; note?: string }) =>
      post<Handoff>(`/api/handoffs/${handoff.id}/rule`, ruling),
    { refresh: ANSWERED, done, failed: () => true },
  )

export const useReassign = (done: () => void) =>
  useCommand(
    ({ handoff, ...to }: { handoff: Handoff; repId?: string | null; note?: string }) =>
      post<Handoff>(`/api/handoffs/${handoff.id}/reassign`, to),
    { refresh: ANSWERED, done, failed: () => true },
  )

/** Several at once; each of them is given away or told why it was not. */
export const useReassignAll = (done: (results: readonly Reassigned[]) => void) =>
  useCommand(
    (asked: { ids: readonly string[]; repId: string | null }) =>
      post<Page<Reassigned>>('/api/handoffs/reassign', asked),
    { refresh: ANSWERED, done: (page) => done(page.items), failed: () => true },
  )

/** A patch of the contract. */
export interface Draft {
  readonly name?: string
  readonly startsOn: string
  readonly terms: Partial<Terms>
}

/** What a draft would change. Asked before anything is proposed; a refusal names the fields. */
export const useCompare = (done: (comparison: Comparison) => void) =>
  useCommand(
    ({ id, draft }: { id: string; draft: Draft }) => post<Comparison>(`/api/slas/${id}/compare`, draft),
    {
      done,
      failed: () => true,
    },
  )

/** Proposes a draft, or puts it in the place of what is proposed already. */
export const usePropose = (done: () => void) =>
  useCommand(
    ({ sla, draft }: { sla: Sla; draft: Draft }) =>
      sla.proposal
        ? patch<unknown>(`/api/slas/${sla.id}/proposals/${sla.proposal.id}`, draft, sla.proposal.version)
        : patch<unknown>(`/api/slas/${sla.id}`, draft, sla.version),
    { refresh: [SLAS], done, failed: () => true },
  )

const act = (verb: 'sign' | 'withdraw', id: string, proposal: Proposal, body?: object) =>
  request<Proposal>('POST', `/api/slas/${id}/proposals/${proposal.id}/${verb}`, {
    body,
    version: proposal.version,
  })

export const useSign = (done: (after: Proposal) => void) =>
  useCommand(
    ({ id, proposal, side }: { id: string; proposal: Proposal; side: Side }) =>
      act('sign', id, proposal, { side }),
    { refresh: [SLAS], done },
  )

export const useWithdraw = (done: () => void) =>
  useCommand(({ id, proposal }: { id: string; proposal: Proposal }) => act('withdraw', id, proposal), {
    refresh: [SLAS],
    done,
  })
