import { expect, it, vi } from 'vitest'
import { unique } from './unique'

it('is another every time, also where the page came without TLS', () => {
  vi.stubGlobal('crypto', { getRandomValues: crypto.getRandomValues.bind(crypto) })
  const names = Array.from({ length: 100 }, unique)
  vi.unstubAllGlobals()
  expect(new Set(names).size).toBe(100)
  expect(names[0]).toMatch(/^[0-9a-f]{32}$/)
})
