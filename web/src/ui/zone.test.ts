import { describe, expect, it } from 'vitest'
import { dayIn, instantIn } from './zone'

describe('times of the company', () => {
  it('what the clock on the wall shows is an instant of its zone, wherever the browser is', () => {
    expect(instantIn('Asia/Ho_Chi_Minh', '2026-11-24 09:30')).toBe('2026-11-24T02:30:00.000Z')
    expect(instantIn('Asia/Ho_Chi_Minh', '2026-11-24 09:30:15')).toBe('2026-11-24T02:30:15.000Z')
    expect(instantIn('America/New_York', '2026-11-24T09:30')).toBe('2026-11-24T14:30:00.000Z')
  })
  it('holds on the day when a clock changes', () => {
    expect(instantIn('Europe/Berlin', '2026-03-29 03:30')).toBe('2026-03-29T01:30:00.000Z')
    expect(instantIn('Europe/Berlin', '2026-10-25 12:00')).toBe('2026-10-25T11:00:00.000Z')
  })
  it('a day begins at midnight there', () => {
    expect(dayIn('Asia/Ho_Chi_Minh', new Date('2026-11-23T17:30:00Z'))).toBe('2026-11-24')
  })
})
