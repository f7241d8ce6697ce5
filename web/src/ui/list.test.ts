import { describe, expect, it } from 'vitest'
import type { Filter } from '../api/page'
import { listSearch } from './list'

const filter: Filter = {
  all: [
    { field: 'lifecycleStage', op: 'in', value: ['LEAD', 'MQL'] },
    { not: { field: 'lastActivityAt', op: 'within', value: { last: 14, unit: 'day' } } },
  ],
}

describe('what stands in the address of a list', () => {
  it('a filter comes back as it was written', () => {
    expect(listSearch({ filter, sort: '-createdAt', columns: ['name', 'phone'] })).toMatchObject({
      filter,
      sort: '-createdAt',
      columns: ['name', 'phone'],
    })
  })
  it('a search for digits is text, not a number', () => {
    expect(listSearch({ q: 912345678 }).q).toBe('912345678')
  })
  it('what somebody mistyped in the address is left out instead of breaking the page', () => {
    expect(listSearch({ filter: 'x', sort: 3, columns: 'name', deleted: 'yes', q: '' })).toEqual({
      q: undefined,
      filter: undefined,
      sort: undefined,
      columns: undefined,
      deleted: undefined,
    })
  })
})
