import { describe, expect, it } from 'vitest'
import type { Deal } from '../api/types'
import { type Board, type Column, dropCard, dropOn, findCard, moveCard, totalOf } from './board'

const aDeal = (id: string, stageId: string, amount?: string, currency = 'VND'): Deal => ({
  id,
  version: 1,
  name: `Thương vụ ${id}`,
  pipelineId: 'p',
  stageId,
  status: 'OPEN',
  amount: amount ? { amount, currency } : null,
  contactIds: [],
  contacts: [],
  tags: [],
  custom: {},
  ownerId: 'm',
  openedAt: '2026-11-01T00:00:00Z',
  stageSince: '2026-11-01T00:00:00Z',
  daysInStage: 0,
  rotting: false,
  can: { edit: true, move: true, win: true, lose: true, reopen: false, delete: true, restore: false },
  createdAt: '2026-11-01T00:00:00Z',
  updatedAt: '2026-11-01T00:00:00Z',
})

const aColumn = (stageId: string, cards: Deal[] = [], sums: Column['sums'] = []): Column => ({
  stageId,
  name: stageId,
  kind: 'SELLING',
  probability: 70,
  count: cards.length,
  sums,
  weighted: [],
  cards,
})

const aBoard = (): Board => ({
  pipelineId: 'p',
  name: 'Bán hàng',
  columns: [
    {
      ...aColumn(
        'a',
        [aDeal('1', 'a', '90071992547409930'), aDeal('2', 'a', '1')],
        [{ amount: '90071992547409931', currency: 'VND' }],
      ),
      count: 12,
    },
    aColumn('b'),
    { ...aColumn('won'), kind: 'AFTER_SALES', probability: 100 },
  ],
})
const now = new Date('2026-11-24T03:00:00Z')

describe('the board', () => {
  it('its total is what is still to be won, to the last dong', () => {
    const won = aColumn('w', [], [{ amount: '5', currency: 'VND' }])
    const dollars = aColumn('c', [], [{ amount: '0.50', currency: 'USD' }])
    const board = {
      ...aBoard(),
      columns: [...aBoard().columns, dollars, { ...won, kind: 'AFTER_SALES' as const }],
    }
    expect(totalOf(board)).toEqual({
      count: 12,
      sums: [
        { amount: '90071992547409931', currency: 'VND' },
        { amount: '0.5', currency: 'USD' },
      ],
      weighted: [],
    })
  })

  it('a card that is moved takes its money along, to the last dong', () => {
    const board = moveCard(aBoard(), '1', 'b', now)
    expect(board.columns[0]).toMatchObject({ count: 11, sums: [{ amount: '1', currency: 'VND' }] })
    expect(board.columns[1]).toMatchObject({
      count: 1,
      sums: [{ amount: '90071992547409930', currency: 'VND' }],
    })
    expect(findCard(board, '1')).toMatchObject({ stageId: 'b', daysInStage: 0, rotting: false })
  })

  it('a moved card lies on top', () => {
    const board = moveCard(moveCard(aBoard(), '1', 'b', now), '2', 'b', now)
    expect(board.columns[1]?.cards.map((deal) => deal.id)).toEqual(['2', '1'])
  })

  it('currencies are not added together', () => {
    const start: Board = {
      ...aBoard(),
      columns: [
        aColumn('a', [aDeal('1', 'a', '5.5', 'USD')], [{ amount: '5.5', currency: 'USD' }]),
        aColumn('b', [aDeal('2', 'b', '7')], [{ amount: '7', currency: 'VND' }]),
      ],
    }
    const board = moveCard(start, '1', 'b', now)
    expect(board.columns[0]?.sums).toEqual([])
    expect(board.columns[1]?.sums).toEqual([
      { amount: '7', currency: 'VND' },
      { amount: '5.5', currency: 'USD' },
    ])
  })

  it('a move to where the card is, to nowhere or of an unknown card changes nothing', () => {
    const board = aBoard()
    expect(moveCard(board, '1', 'a', now)).toBe(board)
    expect(moveCard(board, '1', 'gone', now)).toBe(board)
    expect(moveCard(board, '9', 'b', now)).toBe(board)
  })

  it('a lost card leaves the board with its money', () => {
    expect(dropCard(aBoard(), '2').columns[0]).toMatchObject({
      count: 11,
      sums: [{ amount: '90071992547409930', currency: 'VND' }],
    })
  })

  it('dropping on the care after the sale asks to win', () => {
    expect(dropOn(aDeal('1', 'a'), { stageId: 'won', kind: 'AFTER_SALES' })).toBe('win')
    expect(dropOn(aDeal('1', 'a'), { stageId: 'b', kind: 'SELLING' })).toBe('move')
    expect(dropOn(aDeal('1', 'a'), { stageId: 'a', kind: 'SELLING' })).toBe('none')
    expect(dropOn({ ...aDeal('1', 'won'), status: 'WON' }, { stageId: 'a', kind: 'SELLING' })).toBe('none')
  })

  it('a weighted sum counts the chance of the new stage, and the care after the sale is no forecast', () => {
    const board = moveCard(aBoard(), '2', 'b', now)
    expect(board.columns[1]?.weighted).toEqual([{ amount: '0.7', currency: 'VND' }])
    expect(moveCard(aBoard(), '2', 'won', now).columns[2]?.weighted).toEqual([])
  })
})
