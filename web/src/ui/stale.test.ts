import { expect, it } from 'vitest'
import { follow, staleWith } from './stale'

it('what follows goes stale too, and what follows that, once', () => {
  follow('calls', 'clocks')
  follow('clocks', 'report', 'calls')
  follow('calls', 'report')
  expect([...staleWith(['calls'])]).toEqual(['calls', 'clocks', 'report'])
})

it('what leads does not go stale with what follows it', () => {
  follow('visits', 'routes')
  expect([...staleWith(['routes'])]).toEqual(['routes'])
})
