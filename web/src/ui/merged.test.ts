import { describe, expect, it } from 'vitest'
import { isWaitedFor, merged } from './merged'

const on = (...days: number[]) =>
  days.map((day) => ({ at: `2026-11-${String(day).padStart(2, '0')}T03:00:00Z` }))

describe('streams that come in parts', () => {
  it('are one, newest first', () => {
    const all = merged({ items: on(20, 10), more: false }, { items: on(15, 5), more: false })
    expect(all).toEqual(on(20, 15, 10, 5))
  })

  it('what something may still come before waits', () => {
    const long = { items: on(20, 10), more: true }
    const short = { items: on(15, 5, 1), more: false }
    expect(merged(long, short)).toEqual(on(20, 15, 10))
    expect(isWaitedFor(long, short)).toBe(true)
    expect(isWaitedFor(short, long)).toBe(false)
  })

  it('one of which nothing has come yet holds all back', () => {
    expect(merged({ items: on(20), more: false }, { items: [], more: true })).toEqual([])
  })
})
