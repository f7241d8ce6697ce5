import { QueryClient } from '@tanstack/react-query'
import { describe, expect, it } from 'vitest'
import { OptimisticCache } from './command'
import { clashing, merged, placeRecord } from './editing'

interface Thing {
  readonly id: string
  readonly version: number
  readonly name: string
}
const thing: Thing = { id: '1', version: 1, name: 'Lan' }

const aClient = () => {
  const client = new QueryClient()
  client.setQueryData(['things', 'one', '1'], thing)
  client.setQueryData(['things', 'list', '/things', {}], {
    pages: [{ items: [thing, { ...thing, id: '2' }] }, { items: [] }],
    pageParams: ['', 'x'],
  })
  return client
}
const names = (client: QueryClient) =>
  client
    .getQueryData<{ pages: { items: Thing[] }[] }>(['things', 'list', '/things', {}])
    ?.pages.flatMap((page) => page.items.map((item) => item.name))

describe('showing an outcome before the server has answered', () => {
  it('a changed record changes on its page and in every list that shows it', () => {
    const client = aClient()
    placeRecord<Thing>(new OptimisticCache(client), 'things', '1', (old) => ({ ...old, name: 'Mai' }))
    expect(client.getQueryData<Thing>(['things', 'one', '1'])?.name).toBe('Mai')
    expect(names(client)).toEqual(['Mai', 'Lan'])
  })
  it('a refusal puts everything back, also after two changes of the same record', () => {
    const client = aClient()
    const cache = new OptimisticCache(client)
    placeRecord<Thing>(cache, 'things', '1', (old) => ({ ...old, name: 'Mai' }))
    placeRecord<Thing>(cache, 'things', '1', (old) => ({ ...old, name: 'Hoa' }))
    cache.rollBack()
    expect(client.getQueryData(['things', 'one', '1'])).toEqual(thing)
    expect(names(client)).toEqual(['Lan', 'Lan'])
  })
})

describe('two people who edit one record', () => {
  const before = { name: 'Lan', tags: ['a'], custom: { branches: 2, grade: 'A' }, job: null }

  it('do not clash over different fields, nor over different parts of one', () => {
    expect(clashing(before, { ...before, name: 'Hoa' }, { tags: ['b'] })).toEqual([])
    const theirs = { ...before, custom: { ...before.custom, grade: 'B' } }
    expect(clashing(before, theirs, { custom: { branches: 3 } } as Partial<typeof before>)).toEqual([])
  })

  it('clash over the same field, and over the same part', () => {
    expect(clashing(before, { ...before, tags: ['c'] }, { tags: ['b'], name: 'Hoa' })).toEqual(['tags'])
    const theirs = { ...before, custom: { ...before.custom, branches: 9 } }
    expect(clashing(before, theirs, { custom: { branches: 3 } } as Partial<typeof before>)).toEqual([
      'custom',
    ])
  })

  it('see parts of a value beside those that were not touched', () => {
    expect(merged(before, { custom: { branches: 3 } } as Partial<typeof before>).custom).toEqual({
      branches: 3,
      grade: 'A',
    })
    expect(merged(before, { tags: [] }).tags).toEqual([])
  })
})
