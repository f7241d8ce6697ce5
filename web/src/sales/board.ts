import type { Deal, Money } from '../api/types'
import { addAmounts, negated, percentOf } from '../ui/money'

export interface Stage {
  readonly id: string
  readonly name: string
  readonly kind: 'SELLING' | 'AFTER_SALES'
  readonly position: number
  readonly probability: number
  readonly rottingDays?: number | null
}

export interface Pipeline {
  readonly id: string
  readonly version: number
  readonly name: string
  readonly position: number
  /** Takes no deals any more; those that went through it keep it. */
  readonly archived: boolean
  readonly can?: { readonly edit: boolean }
  readonly stages: readonly Stage[]
}

export interface Column {
  readonly stageId: string
  readonly name: string
  readonly kind: Stage['kind']
  readonly probability: number
  readonly rottingDays?: number | null
  readonly count: number
  /** One for each currency. */
  readonly sums: readonly Money[]
  /** The sums by the stage's chance; none for the care after the sale, which is no forecast. */
  readonly weighted: readonly Money[]
  readonly cards: readonly Deal[]
  readonly nextCursor?: string | null
}

export interface Board {
  readonly pipelineId: string
  readonly name: string
  readonly columns: readonly Column[]
}

const added = (sums: readonly Money[], money: Money): readonly Money[] => {
  const rest = sums.filter((sum) => sum.currency !== money.currency)
  const old = sums.find((sum) => sum.currency === money.currency)
  const amount = addAmounts(old?.amount ?? '0', money.amount)
  return /^-?0$/.test(amount) ? rest : [...rest, { amount, currency: money.currency }]
}

const summed = (column: Column, sums: readonly Money[]): Pick<Column, 'sums' | 'weighted'> => ({
  sums,
  weighted:
    column.kind === 'AFTER_SALES'
      ? []
      : sums.map((sum) => ({ ...sum, amount: percentOf(sum.amount, column.probability) })),
})

/** What is still to be won: all columns but the care after the sale. */
export const totalOf = (board: Board) =>
  board.columns
    .filter((column) => column.kind === 'SELLING')
    .reduce(
      (total, column) => ({
        count: total.count + column.count,
        sums: column.sums.reduce(added, total.sums),
        weighted: column.weighted.reduce(added, total.weighted),
      }),
      { count: 0, sums: [] as readonly Money[], weighted: [] as readonly Money[] },
    )

const without = (column: Column, deal: Deal): Column => ({
  ...column,
  ...(deal.amount
    ? summed(column, added(column.sums, { ...deal.amount, amount: negated(deal.amount.amount) }))
    : {}),
  count: column.count - 1,
  cards: column.cards.filter((item) => item.id !== deal.id),
})

const withOnTop = (column: Column, deal: Deal): Column => ({
  ...column,
  ...(deal.amount ? summed(column, added(column.sums, deal.amount)) : {}),
  count: column.count + 1,
  cards: [deal, ...column.cards],
})

export const findCard = (board: Board, id: string) => {
  for (const column of board.columns) {
    const deal = column.cards.find((item) => item.id === id)
    if (deal) return deal
  }
  return undefined
}

/** The board as it will be once the card lies in another column; sums and counts move with it. */
export function moveCard(board: Board, id: string, stageId: string, now: Date): Board {
  const deal = findCard(board, id)
  if (!deal || deal.stageId === stageId || !board.columns.some((column) => column.stageId === stageId))
    return board
  const moved: Deal = {
    ...deal,
    stageId,
    stageSince: now.toISOString(),
    daysInStage: 0,
    rotting: false,
  }
  return {
    ...board,
    columns: board.columns.map((column) =>
      column.stageId === deal.stageId
        ? without(column, deal)
        : column.stageId === stageId
          ? withOnTop(column, moved)
          : column,
    ),
  }
}

/** The board without a card that was lost or deleted. */
export function dropCard(board: Board, id: string): Board {
  const deal = findCard(board, id)
  if (!deal) return board
  return {
    ...board,
    columns: board.columns.map((column) =>
      column.stageId === deal.stageId ? without(column, deal) : column,
    ),
  }
}

export type Drop = 'none' | 'move' | 'win'

/** What dropping a card on a stage asks for: the care after the sale is entered by winning only. */
export function dropOn(deal: Deal, column: Pick<Column, 'stageId' | 'kind'>): Drop {
  if (deal.status !== 'OPEN' || deal.stageId === column.stageId) return 'none'
  return column.kind === 'AFTER_SALES' ? 'win' : 'move'
}
