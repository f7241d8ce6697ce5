import { QueryClient, QueryObserver } from '@tanstack/react-query'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { listen } from './listening'

class Line {
  readyState = 0
  onopen: ((event: Event) => void) | null = null
  onmessage: ((event: MessageEvent) => void) | null = null
  onerror: ((event: Event) => void) | null = null
  closed = false
  close() {
    this.closed = true
  }
  open() {
    this.onopen?.(new Event('open'))
  }
  tell(...kinds: string[]) {
    this.onmessage?.(new MessageEvent('message', { data: JSON.stringify({ kinds }) }))
  }
  fail(readyState: number) {
    this.readyState = readyState
    this.onerror?.(new Event('error'))
  }
}

const CONNECTING = 0
const CLOSED = 2

let client: QueryClient
let lines: Line[]
let asked: string[]
let down: boolean[]
let hang: () => void
const watched: (() => void)[] = []

/** Something on the screen. */
const show = (key: string) =>
  watched.push(
    new QueryObserver(client, {
      queryKey: [key, 'all'],
      queryFn: () => {
        asked.push(key)
        return asked.length
      },
      staleTime: Number.POSITIVE_INFINITY,
    }).subscribe(() => undefined),
  )
const line = () => {
  const last = lines.at(-1)
  if (!last) throw new Error('nobody has dialled')
  return last
}

beforeEach(async () => {
  vi.useFakeTimers()
  vi.stubGlobal('EventSource', { CLOSED })
  client = new QueryClient()
  lines = []
  asked = []
  down = []
  for (const key of ['contacts', 'deals', 'handoffs', 'slas', 'roles']) show(key)
  await vi.advanceTimersByTimeAsync(10)
  hang = listen(
    client,
    (isDown) => down.push(isDown),
    () => {
      const next = new Line()
      lines.push(next)
      return next
    },
  )
  line().open()
  await vi.advanceTimersByTimeAsync(1_000)
  asked = []
})

afterEach(() => {
  hang()
  for (const unwatch of watched.splice(0)) unwatch()
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

it('what has changed is asked for again, with what shows it, and nothing else', async () => {
  line().tell('contacts')
  await vi.advanceTimersByTimeAsync(500)
  expect(asked.toSorted()).toEqual(['contacts', 'deals', 'handoffs', 'slas'])
})

it('what nobody here shows is not asked for', async () => {
  line().tell('audit')
  await vi.advanceTimersByTimeAsync(500)
  expect(asked).toEqual([])
})

it('after the line was broken everything is asked for again', async () => {
  line().fail(CONNECTING)
  expect(line().closed).toBe(true)
  await vi.advanceTimersByTimeAsync(2_000)
  expect(asked).toEqual([])
  line().open()
  await vi.advanceTimersByTimeAsync(500)
  expect(asked).toHaveLength(5)
})

it('a line that stays broken is told of, tried less and less often, and forgotten when it is back', async () => {
  for (let seconds = 0; seconds < 60; seconds++) {
    if (!line().closed) line().fail(CONNECTING)
    await vi.advanceTimersByTimeAsync(1_000)
  }
  expect(down.at(-1)).toBe(true)
  expect(lines.length).toBeLessThan(10)
  await vi.advanceTimersByTimeAsync(90_000)
  line().open()
  expect(down.at(-1)).toBe(false)
})

it('whoever is refused asks for what he shows, and so learns why', async () => {
  line().fail(CLOSED)
  await vi.advanceTimersByTimeAsync(500)
  expect(asked).toHaveLength(5)
})

it('what somebody is just changing is not asked for before it is done', async () => {
  const { promise, resolve } = Promise.withResolvers<void>()
  const change = client.getMutationCache().build(client, { mutationFn: () => promise })
  void change.execute(undefined)
  line().tell('roles')
  await vi.advanceTimersByTimeAsync(1_000)
  expect(asked).toEqual([])
  resolve()
  await vi.advanceTimersByTimeAsync(500)
  expect(asked).toEqual(['roles'])
})

it('a page out of sight is off the line, and asks for everything when it is seen again', async () => {
  const hidden = vi.spyOn(document, 'hidden', 'get').mockReturnValue(true)
  document.dispatchEvent(new Event('visibilitychange'))
  await vi.advanceTimersByTimeAsync(6_000)
  expect(line().closed).toBe(true)
  hidden.mockReturnValue(false)
  document.dispatchEvent(new Event('visibilitychange'))
  expect(lines).toHaveLength(2)
  line().open()
  await vi.advanceTimersByTimeAsync(500)
  expect(asked).toHaveLength(5)
  hidden.mockRestore()
})
