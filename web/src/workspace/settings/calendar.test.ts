import { describe, expect, test } from 'vitest'
import {
  type DatedHours,
  linesOfWeek,
  lookOf,
  plusDays,
  readShifts,
  weekdayOf,
  writeShifts,
} from './calendar'

const office = [
  { from: '08:00', to: '12:00' },
  { from: '13:00', to: '17:00' },
]
const week = { MONDAY: office, TUESDAY: office, WEDNESDAY: office, THURSDAY: office, FRIDAY: office }
const hours: DatedHours[] = [
  { validFrom: '2026-12-07', version: 1, zone: 'Asia/Ho_Chi_Minh', week: { ...week, SATURDAY: office } },
  { validFrom: '2000-01-01', version: 1, zone: 'Asia/Ho_Chi_Minh', week },
]

describe('shifts', () => {
  test('are read as people write them', () => {
    expect(readShifts('08:00–12:00, 13:00–17:00')).toEqual(office)
    expect(readShifts(' 8-12 ; 13h - 17h00 ')).toEqual(office)
    expect(readShifts('8.30 đến 17h30')).toEqual([{ from: '08:30', to: '17:30' }])
    expect(readShifts('22-24')).toEqual([{ from: '22:00', to: '00:00' }])
    expect(readShifts('')).toEqual([])
  })

  test('that say nothing clear are not guessed at', () => {
    expect(readShifts('cả ngày')).toBeUndefined()
    expect(readShifts('8')).toBeUndefined()
    expect(readShifts('8-25')).toBeUndefined()
    expect(readShifts('8:70-12')).toBeUndefined()
  })

  test('are written as they are read', () => {
    expect(writeShifts(office)).toBe('08:00–12:00, 13:00–17:00')
    expect(writeShifts([{ from: '22:00', to: '00:00' }])).toBe('22:00–24:00')
  })
})

test('neighbours with the same hours share a line', () => {
  expect(linesOfWeek(week)).toEqual([
    { first: 'MONDAY', last: 'FRIDAY', hours: '08:00–12:00, 13:00–17:00' },
    { first: 'SATURDAY', last: 'SUNDAY', hours: '' },
  ])
})

test('a day looks as the hours of its time and its own entry say', () => {
  const holiday = {
    date: '2026-11-24',
    version: 1,
    kind: 'HOLIDAY',
    name: 'x',
    observed: true,
    provisional: false,
  } as const
  expect(weekdayOf('2026-11-24')).toBe('TUESDAY')
  expect(plusDays('2026-12-31', 1)).toBe('2027-01-01')
  expect(lookOf('2026-11-24', hours)).toBe('work')
  expect(lookOf('2026-11-24', hours, holiday)).toBe('holiday')
  expect(lookOf('2026-11-24', hours, { ...holiday, observed: false })).toBe('work')
  expect(lookOf('2026-12-05', hours)).toBe('rest')
  expect(lookOf('2026-12-12', hours)).toBe('work')
})
