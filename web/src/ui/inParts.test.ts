import { describe, expect, it } from 'vitest'
import { inParts } from './inParts'

describe('doing the same for many', () => {
  it('one that fails holds up no other, and is named', async () => {
    const seen: number[] = []
    const { succeeded, failed } = await inParts(
      [1, 2, 3, 4, 5, 6, 7],
      async (item) => {
        if (item === 3) throw new Error('no')
        seen.push(item)
      },
      undefined,
      2,
    )
    expect([...succeeded].sort()).toEqual([1, 2, 4, 5, 6, 7])
    expect(failed.map(({ item }) => item)).toEqual([3])
    expect(seen).toHaveLength(6)
  })
  it('never more than a few at once', async () => {
    let now = 0
    let most = 0
    await inParts(
      Array.from({ length: 20 }, (_, index) => index),
      async () => {
        now++
        most = Math.max(most, now)
        await Promise.resolve()
        now--
      },
      undefined,
      3,
    )
    expect(most).toBe(3)
  })
})
