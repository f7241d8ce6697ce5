import { t } from '@lingui/core/macro'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { get, patch, post, remove } from '../api/client'
import type { Binned, Filter, Page } from '../api/page'
import type { Deal, LifecycleStage, Money } from '../api/types'
import { tell, useCommand } from '../ui/command'
import { placeRecord } from '../ui/editing'
import { lastWord } from '../ui/format'
import { type Board, dropCard, moveCard, type Pipeline } from './board'
import { DEALS, LOSS_REASONS, MOVED_ALONG, OUTCOMES, PIPELINES } from './keys'

export interface Recycling {
  readonly contacts: readonly string[]
  readonly company?: string | null
  readonly to: LifecycleStage
  readonly reason: string
}

export interface LossReason {
  readonly id: string
  readonly version: number
  readonly code: string
  readonly name: string
  readonly recyclesTo: 'LEAD' | 'OTHER'
  readonly position: number
  /** Given to no deal any more; those that have it keep it. */
  readonly archived: boolean
}

export type DealAnswer = Deal & { readonly recycling?: Recycling | null }

export interface DealInput {
  readonly name: string
  readonly pipelineId?: string
  readonly stageId?: string
  readonly amount?: Money | null
  readonly contactIds?: readonly string[]
  readonly companyId?: string | null
  readonly ownerId?: string | null
  readonly expectedCloseDate?: string | null
  readonly custom?: Readonly<Record<string, unknown>>
}

export interface DealMove {
  readonly id: string
  readonly kind: string
  readonly fromStageId?: string | null
  readonly toStageId: string
  readonly reason?: string | null
  readonly note?: string | null
  readonly at: string
  readonly actorId?: string | null
  readonly via?: string
}

/** Archived ones too, for deals went through them. */
export const pipelinesQuery = queryOptions({
  queryKey: [PIPELINES],
  queryFn: ({ signal }) => get<{ items: readonly Pipeline[] }>('/api/pipelines', { archived: true }, signal),
  select: (page) => page.items,
  staleTime: 5 * 60_000,
})

export function usePipelines() {
  const { data, ...rest } = useQuery(pipelinesQuery)
  const all = data ?? []
  return {
    ...rest,
    all,
    /** In use: what deals can enter. */
    pipelines: all.filter((one) => !one.archived),
    stageOf: (id: string) => all.flatMap((one) => one.stages).find((one) => one.id === id),
  }
}

export const dealQuery = (id: string) =>
  queryOptions({
    queryKey: [DEALS, 'one', id],
    queryFn: ({ signal }) => get<Deal>(`/api/deals/${id}`, undefined, signal),
  })

export const movesQuery = (id: string) =>
  queryOptions({
    queryKey: [DEALS, 'moves', id],
    queryFn: ({ signal }) => get<{ items: readonly DealMove[] }>(`/api/deals/${id}/moves`, undefined, signal),
    select: (page) => page.items,
  })

/** Archived ones too, for deals have them. */
export const reasonsQuery = queryOptions({
  queryKey: [LOSS_REASONS],
  queryFn: ({ signal }) =>
    get<{ items: readonly LossReason[] }>('/api/deals/loss-reasons', { archived: true }, signal),
  select: (page) => page.items,
  staleTime: 5 * 60_000,
})

export interface BoardQuery {
  readonly q?: string
  readonly filter?: Filter
}

export const boardQuery = (pipelineId: string, query: BoardQuery) =>
  queryOptions({
    queryKey: [DEALS, 'board', pipelineId, query],
    queryFn: ({ signal }) => get<Board>(`/api/deals/board`, { ...query, pipelineId }, signal),
  })

/** The deals of a person or a company. */
export const dealsOfQuery = (field: 'contactIds' | 'companyId', id: string) =>
  queryOptions({
    queryKey: [DEALS, 'of', field, id],
    queryFn: ({ signal }) =>
      get<Page<Deal>>(
        '/api/deals',
        { filter: { field, op: 'eq', value: id }, sort: '-openedAt', limit: 50 },
        signal,
      ),
    select: (page) => page.items,
  })

const EVERYWHERE = [...MOVED_ALONG, OUTCOMES]

export function useOpenDeal(done?: (deal: Deal) => void) {
  return useCommand(
    ({ key, input }: { key: string; input: DealInput }) =>
      post<Deal>('/api/deals', input, { idempotencyKey: key }),
    { refresh: EVERYWHERE, done, failed: () => true },
  )
}

// What this person's own changes made of deals, for whoever drags a card twice has not seen the first answer yet.
const ownVersions = new Map<string, number>()

/** A change of a deal as it is seen: when somebody else has changed it meanwhile, it is refused. */
async function change<T extends Deal>(deal: Deal, verb: string, body?: object): Promise<T> {
  const version = Math.max(deal.version, ownVersions.get(deal.id) ?? 0)
  const changed = await post<T>(`/api/deals/${deal.id}/${verb}`, body, { version })
  ownVersions.set(deal.id, changed.version)
  return changed
}

export function useMoveDeal() {
  return useCommand(
    ({ deal, stageId }: { deal: Deal; stageId: string }) => change<Deal>(deal, 'move', { stageId }),
    {
      refresh: [DEALS],
      inTurn: DEALS,
      optimistic: (cache, { deal, stageId }) => {
        cache.update<Board>([DEALS, 'board'], (board) => moveCard(board, deal.id, stageId, new Date()))
        placeRecord<Deal>(cache, DEALS, deal.id, (old) => ({
          ...old,
          stageId,
          daysInStage: 0,
          rotting: false,
        }))
      },
    },
  )
}

/** Who became what by a won deal, in one sentence. */
const wonSentence = (deal: Deal) => {
  const names = (deal.contacts ?? []).flatMap((one) => (one.fullName ? [one.fullName] : []))
  const [first] = names
  const others = names.length - 1
  if (first && others > 0)
    return t`Thắng rồi! ${calledName(first)} và ${others} người nữa đã thành Khách hàng.`
  if (first) return t`Thắng rồi! ${calledName(first)} đã thành Khách hàng.`
  if (deal.companyName) return t`Thắng rồi! ${deal.companyName} đã thành Khách hàng.`
  return t`Thắng rồi!`
}

/** A person is spoken of by the given name: `Thuỷ Tiên`, `An`. */
const calledName = (name: string) => {
  const words = name.trim().split(/\s+/)
  return words.length > 3 ? words.slice(-2).join(' ') : lastWord(name)
}

export function useWinDeal() {
  return useCommand((deal: Deal) => change<Deal>(deal, 'win'), {
    refresh: EVERYWHERE,
    done: (deal) => tell(wonSentence(deal)),
  })
}

export function useLoseDeal(done: (answer: DealAnswer) => void) {
  return useCommand(
    ({ deal, ...why }: { deal: Deal; reason: string; note?: string }) =>
      change<DealAnswer>(deal, 'lose', why),
    {
      refresh: EVERYWHERE,
      optimistic: (cache, { deal }) =>
        cache.update<Board>([DEALS, 'board'], (board) => dropCard(board, deal.id)),
      done,
    },
  )
}

export function useRecycle(done: () => void) {
  return useCommand((deal: Deal) => change<DealAnswer>(deal, 'recycle'), {
    refresh: MOVED_ALONG,
    done,
  })
}

export function useReopenDeal() {
  return useCommand((deal: Deal) => change<Deal>(deal, 'reopen'), {
    refresh: EVERYWHERE,
    done: (deal) => tell(t`Đã mở lại “${deal.name}”.`),
  })
}

export function useRestoreDeal() {
  return useCommand(
    ({ id, version }: Binned) => post<Deal>(`/api/deals/${id}/restore`, undefined, { version }),
    { refresh: EVERYWHERE },
  )
}

export function useDeleteDeal() {
  const restore = useRestoreDeal()
  const navigate = useNavigate()
  return useCommand((deal: Deal) => remove(`/api/deals/${deal.id}`, { version: deal.version }), {
    refresh: EVERYWHERE,
    optimistic: (cache, deal) => cache.update<Board>([DEALS, 'board'], (board) => dropCard(board, deal.id)),
    done: (_, deal) => {
      void navigate({ to: '/deals' })
      tell(t`Đã xoá “${deal.name}”.`, { run: () => restore.mutateAsync({ id: deal.id }) })
    },
  })
}

export interface StageInput {
  /** None for one that is new. */
  readonly id?: string
  readonly name: string
  readonly kind: 'SELLING' | 'AFTER_SALES'
  readonly probability: number
  readonly rottingDays?: number | null
}

export interface PipelineInput {
  readonly name?: string
  readonly position?: number
  readonly archived?: boolean
  /** In their order; a stage that is left out is archived. */
  readonly stages?: readonly StageInput[]
}

/** Draws a pipeline, or one that is there anew. */
export const useDrawPipeline = (done: () => void) =>
  useCommand(
    ({ pipeline, input }: { pipeline?: Pipeline; input: PipelineInput }) =>
      pipeline
        ? patch<Pipeline>(`/api/pipelines/${pipeline.id}`, input, pipeline.version)
        : post<Pipeline>('/api/pipelines', input),
    { refresh: [PIPELINES, DEALS], done, failed: () => true },
  )

/** Moves a pipeline among the others, or takes it into use or out of it. */
export const usePlacePipeline = () =>
  useCommand(
    ({ pipeline, ...input }: { pipeline: Pipeline; position?: number; archived?: boolean }) =>
      patch<Pipeline>(`/api/pipelines/${pipeline.id}`, input, pipeline.version),
    { refresh: [PIPELINES, DEALS] },
  )

export const useAddReason = (done: () => void) =>
  useCommand(
    (input: Pick<LossReason, 'name' | 'recyclesTo'>) => post<LossReason>('/api/deals/loss-reasons', input),
    { refresh: [LOSS_REASONS], done },
  )

export const useChangeReason = () =>
  useCommand(
    ({
      reason,
      ...input
    }: { reason: LossReason } & Partial<Pick<LossReason, 'name' | 'recyclesTo' | 'position' | 'archived'>>) =>
      patch<LossReason>(`/api/deals/loss-reasons/${reason.id}`, input, reason.version),
    {
      refresh: [LOSS_REASONS],
      failed: (_, input) => input.name !== undefined || input.recyclesTo !== undefined,
    },
  )
