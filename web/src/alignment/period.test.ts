import { describe, expect, it } from 'vitest'
import { chosenPeriod, monthBefore, quarterOf } from './period'

describe('the periods of the report', () => {
  it('a month is whole, also across the year', () => {
    expect(monthBefore('2026-11-24', 0)).toEqual({ from: '2026-11-01', to: '2026-11-30' })
    expect(monthBefore('2027-01-05', 1)).toEqual({ from: '2026-12-01', to: '2026-12-31' })
    expect(monthBefore('2028-03-31', 1)).toEqual({ from: '2028-02-01', to: '2028-02-29' })
  })
  it('a quarter too', () => {
    expect(quarterOf('2026-11-24')).toEqual({ from: '2026-10-01', to: '2026-12-31' })
    expect(quarterOf('2026-03-31')).toEqual({ from: '2026-01-01', to: '2026-03-31' })
  })
})

it('an end that was not named is that of the month at the other one', () => {
  const month = { from: '2026-11-01', to: '2026-11-30' }
  expect(chosenPeriod({}, month)).toEqual(month)
  expect(chosenPeriod({ from: '2026-10-05' }, month)).toEqual({ from: '2026-10-05', to: '2026-11-30' })
  expect(chosenPeriod({ to: '2026-02-10' }, month)).toEqual({ from: '2026-02-01', to: '2026-02-10' })
  expect(chosenPeriod({ from: '2027-01-15' }, month)).toEqual({ from: '2027-01-15', to: '2027-01-31' })
})
