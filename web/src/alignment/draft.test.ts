import { describe, expect, it } from 'vitest'
import type { Terms } from './api'
import { draftOf, newReason, newType, nextMonth, typedOf } from './draft'

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
  rejectionReasons: [{ code: 'DUPLICATE', name: 'Trùng', deducts: true, reroutes: false }],
  remindAt: 0.8,
  disputeWithinDays: 2,
  countOnceInDays: 180,
}

const TYPED = typedOf('Cam kết', TERMS, 'VND', '2026-12-01')

describe('the form of the contract', () => {
  it('changes nothing that was not touched', () => {
    expect(draftOf(TYPED, [TERMS])).toEqual({ name: 'Cam kết', startsOn: '2026-12-01', terms: TERMS })
  })

  it('sends percentages as shares, to the last digit', () => {
    const typed = { ...TYPED, share: '33.33', closeRate: '', remind: '62.5' }
    const { terms } = draftOf(typed, [TERMS])
    expect(terms.goal).toMatchObject({ marketingShare: 0.3333, closeRate: null })
    expect(terms.remindAt).toBe(0.625)
  })

  it('gives what is new a code of its name that nothing else has or had', () => {
    const types = [
      { ...newType(), name: 'Gọi điện', rate: '10', sale: '20000000', sources: ['hotline'] },
      { ...newType(), name: 'Demo', rate: '5', sale: '1000' },
      { ...newType(), name: '???', rate: '5', sale: '1000' },
    ]
    const earlier = { ...TERMS, leadTypes: TERMS.leadTypes.map((one) => ({ ...one, code: 'GOI_DIEN' })) }
    const draft = draftOf({ ...TYPED, types, reasons: [{ ...newReason(), name: 'Trùng' }] }, [TERMS, earlier])
    expect(draft.terms.leadTypes?.map(({ code }) => code)).toEqual(['GOI_DIEN_2', 'DEMO_2', 'NEW'])
    expect(draft.terms.leadTypes?.[0]).toEqual({
      code: 'GOI_DIEN_2',
      name: 'Gọi điện',
      tier: 'B',
      closeRate: 0.1,
      averageSale: { amount: '20000000', currency: 'VND' },
      sources: ['hotline'],
    })
    expect(draft.terms.rejectionReasons?.map(({ code }) => code)).toEqual(['TRUNG'])
  })

  it('begins with the next month unless somebody says otherwise', () => {
    expect(nextMonth('2026-11-28')).toBe('2026-12-01')
    expect(nextMonth('2026-12-01')).toBe('2027-01-01')
  })
})
