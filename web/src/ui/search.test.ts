import { describe, expect, it } from 'vitest'
import { day, filter, flag, id, leftOut, oneOf, ownPath, period, sorting, text, word, year } from './search'

describe('what stands in the address', () => {
  it('is a day only if there is such a day', () => {
    expect(day('2026-11-30')).toBe('2026-11-30')
    for (const no of ['zzz', '2026-02-30', '2026-13-01', '2026-1-1', '9999-01-01', 20261130, {}, null]) {
      expect(day(no)).toBeUndefined()
    }
  })
  it('is a period only the right way round', () => {
    expect(period({ from: '2026-11-01', to: '2026-11-30' })).toEqual({ from: '2026-11-01', to: '2026-11-30' })
    expect(period({ from: 'zzz', to: '2026-11-30' })).toEqual({ from: undefined, to: '2026-11-30' })
    expect(period({ from: '2026-12-01', to: '2026-11-30' })).toEqual({ from: undefined, to: undefined })
  })
  it('is a filter only in the shape of one', () => {
    const good = { all: [{ field: 'name', op: 'eq', value: 1 }, { not: { any: [] } }] }
    expect(filter(good)).toBe(good)
    for (const no of [
      'x',
      7,
      null,
      [],
      {},
      { all: 5 },
      { all: [null] },
      { not: 'x' },
      { field: 'a', op: 'x' },
      { any: [{ field: 1 }] },
    ]) {
      expect(filter(no)).toBeUndefined()
    }
  })
  it('is what it should be, or nothing', () => {
    expect(id('0190a1b2-0000-7000-8000-000000000000')).toBeDefined()
    expect([id('zzz'), id(7), id({})]).toEqual([undefined, undefined, undefined])
    expect([word('contacts'), word('<b>'), word({})]).toEqual(['contacts', undefined, undefined])
    expect([sorting('-createdAt,name'), sorting('a b'), sorting([])]).toEqual([
      '-createdAt,name',
      undefined,
      undefined,
    ])
    expect([year(2026), year(99999), year('2026'), year(1.5)]).toEqual([
      2026,
      undefined,
      undefined,
      undefined,
    ])
    expect([flag(true), flag('yes')]).toEqual([true, undefined])
    expect([text(912345678), text(''), text({})]).toEqual(['912345678', undefined, undefined])
    expect(oneOf('board', 'table')('zzz')).toBeUndefined()
    expect([ownPath('/deals'), ownPath('//evil.example'), ownPath('https://evil.example')]).toEqual([
      '/deals',
      undefined,
      undefined,
    ])
  })
  it('is named when it is not on the page', () => {
    expect(leftOut({ from: 'zzz', to: '2026-11-30' }, { from: undefined, to: '2026-11-30' })).toEqual([
      'from',
    ])
    expect(leftOut({ q: 912345678, create: false, utm: 'x' }, { q: '912345678', utm: 'x' })).toEqual([])
    expect(leftOut({ columns: ['name', 7] }, { columns: ['name'] })).toEqual(['columns'])
  })
})
