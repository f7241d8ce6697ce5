import { describe, expect, it } from 'vitest'
import type { Day } from './api'
import { drawMonth, steps } from './chart'

const day = (date: string, goal: number | null, net: number | null): Day => ({
  date,
  workday: true,
  goal: goal === null ? null : { amount: String(goal), currency: 'VND' },
  net: net === null ? null : { amount: String(net), currency: 'VND' },
})

describe('the chart of a month', () => {
  it('the axis stands on round amounts above the highest', () => {
    expect(steps(438_000_000)).toEqual([0, 200_000_000, 400_000_000, 600_000_000])
    expect(steps(0)).toEqual([0])
  })
  it('days to come have a goal and no delivery', () => {
    const chart = drawMonth([day('2026-11-01', 50, 20), day('2026-11-02', 100, null)], 100, 100)
    expect(chart.goal).toBe('M0.0,50.0L100.0,0.0')
    expect(chart.net).toBe('M0.0,80.0')
    expect(chart.last).toEqual({ x: 0, y: 80 })
  })
  it('a month without a goal or a lead draws nothing and breaks nothing', () => {
    const chart = drawMonth([day('2026-11-01', null, 0)], 100, 100)
    expect(chart.goal).toBe('')
    expect(chart.net).not.toContain('NaN')
  })
})
