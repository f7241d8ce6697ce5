import { describe, expect, it } from 'vitest'
import type { Terms } from './api'
import { draftOf, nextMonth, typedOf } from './draft'

const TERMS: Terms = {
  goal: {
    revenueTarget: { amount: '1400000000', currency: 'VND' },
    marketingShare: 0.4,
    customers: null,
    closeRate: 0.07,
  },
  tiers: [
    { tier: 'A', name: 'A', touchWithin: { minutes: 15 }, acceptWithin: { days: 1 } },
    { tier: 'B', name: 'B', touchWithin: { minutes: 240 }, acceptWithin: { days: 1 } },
    { tier: 'C', name: 'C', touchWithin: { days: 1 }, acceptWithin: { days: 1 } },
  ],
  leadTypes: [
    {
      code: 'DEMO',
      name: 'Demo',
      tier: 'A',
      closeRate: 0.2,
      averageSale: { amount: '50000000', currency: 'VND' },
      sources: ['demo'],
    },
  ],
  rejectionReasons: [],
  remindAt: 0.8,
  disputeWithinDays: 2,
  countOnceInDays: 180,
}

describe('the form of the contract', () => {
  it('changes nothing that was not touched', () => {
    const { terms } = draftOf(typedOf(TERMS, '2026-12-01'), TERMS, 'VND')
    expect(terms.goal).toEqual(TERMS.goal)
    expect(terms.tiers).toEqual(TERMS.tiers)
    expect(terms.leadTypes).toEqual(TERMS.leadTypes)
  })

  it('sends percentages as shares, to the last digit', () => {
    const typed = { ...typedOf(TERMS, '2026-12-01'), share: '33.33', closeRate: '' }
    expect(draftOf(typed, TERMS, 'VND').terms.goal).toMatchObject({ marketingShare: 0.3333, closeRate: null })
  })

  it('keeps what it has no field for', () => {
    const typed = typedOf(TERMS, '2026-12-01')
    const tiers = typed.tiers.map((one) =>
      one.tier === 'B' ? { ...one, touch: { amount: '2', unit: 'days' as const } } : one,
    )
    expect(draftOf({ ...typed, tiers }, TERMS, 'VND').terms.tiers?.[1]).toEqual({
      ...TERMS.tiers[1],
      touchWithin: { days: 2 },
    })
  })

  it('begins with the next month unless somebody says otherwise', () => {
    expect(nextMonth('2026-11-28')).toBe('2026-12-01')
    expect(nextMonth('2026-12-01')).toBe('2027-01-01')
  })
})
