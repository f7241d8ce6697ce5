import { describe, expect, it } from 'vitest'
import { alternativesOf, anyOf, conditionOf, filterOf } from './conditions'

const span = { last: 2, unit: 'week' }
const within = { field: 'seen', op: 'within', value: span } as const

describe('a condition', () => {
  it('not within asks for what is there and not in that time', () => {
    const filter = filterOf({ field: 'seen', op: 'notWithin', value: span })
    expect(filter).toEqual({ all: [{ field: 'seen', op: 'notEmpty' }, { not: within }] })
    expect(conditionOf(filter)).toEqual({ field: 'seen', op: 'notWithin', value: span })
  })

  it('empty or not within asks for all that is not in that time', () => {
    const filter = filterOf({ field: 'seen', op: 'emptyOrNotWithin', value: span })
    expect(filter).toEqual({ not: within })
    expect(conditionOf(filter)).toEqual({ field: 'seen', op: 'emptyOrNotWithin', value: span })
  })

  it('of several of which one is to hold each can be edited again', () => {
    const conditions = [
      { field: 'name', op: 'empty' },
      { field: 'seen', op: 'emptyOrNotWithin', value: span },
    ] as const
    const filter = anyOf(conditions)
    expect(filter).toEqual({ any: [{ field: 'name', op: 'empty' }, { not: within }] })
    expect(alternativesOf(filter)).toEqual(conditions)
  })

  it('what is deeper than that is left alone', () => {
    expect(alternativesOf({ any: [{ all: [within, { field: 'name', op: 'empty' }] }] })).toBeUndefined()
    expect(conditionOf({ not: { field: 'name', op: 'empty' } })).toBeUndefined()
  })
})
