import type { QueryClient } from '@tanstack/react-query'
import { refresh } from '../ui/stale'
// Which of their answers go stale with what, the modules say themselves.
import '../alignment/keys'
import '../contacts/keys'
import '../sales/keys'
import '../workspace/keys'
import './keys'

const SOON = 1_000
const AT_LAST = 60_000
/** So long nobody is told that the line is down: it comes back by itself. */
const UNSEEN = 8_000
/** A page out of sight stays on the line for as long as somebody takes who only looks something up elsewhere. */
const OUT_OF_SIGHT = 5_000
/** All pages hear of a change at the same moment, and need not ask at the same moment. */
const SPREAD = 200
/** Between two rounds of questions, this many times as long as the answers took: who is busy is asked less often. */
const REST = 2
const LONGEST_REST = 10_000
/** A change that is under way shows what it will have done; asking now would show it undone. */
const MUTATING = 5_000

type Line = Pick<EventSource, 'close' | 'readyState' | 'onopen' | 'onmessage' | 'onerror'>

const pause = (millis: number) => new Promise((resolve) => setTimeout(resolve, millis))

/**
 * Keeps what is on the screen as the server has it: the server says which kinds of records have changed, and they are
 * asked for again. Whoever was off the line asks for everything again.
 *
 * @param down told when there has been no line for a while, and when there is one again
 * @return what ends it
 */
export function listen(
  client: QueryClient,
  down: (isDown: boolean) => void,
  dial: () => Line = () => new EventSource('/api/changes'),
) {
  let line: Line | undefined
  let again: ReturnType<typeof setTimeout> | undefined
  let unseen: ReturnType<typeof setTimeout> | undefined
  let hiding: ReturnType<typeof setTimeout> | undefined
  let wait = SOON
  let connectedBefore = false
  let over = false

  const stale = new Set<string>()
  let everything = false
  let asking = false
  const ask = async () => {
    if (asking) return
    asking = true
    await pause(Math.random() * SPREAD)
    while ((everything || stale.size > 0) && !over) {
      const patience = Date.now() + MUTATING
      while (client.isMutating() > 0 && Date.now() < patience) await pause(50)
      const kinds = [...stale]
      const all = everything
      stale.clear()
      everything = false
      const begun = Date.now()
      await (all ? client.invalidateQueries() : refresh(client, kinds))
      await pause(Math.min((Date.now() - begun) * REST, LONGEST_REST))
    }
    asking = false
  }

  const askForAll = () => {
    everything = true
    void ask()
  }

  const hangUp = () => {
    clearTimeout(again)
    line?.close()
    line = undefined
  }

  const connect = () => {
    hangUp()
    if (over) return
    const dialled = dial()
    line = dialled
    dialled.onopen = () => {
      wait = SOON
      clearTimeout(unseen)
      unseen = undefined
      down(false)
      if (connectedBefore) {
        askForAll()
      } else {
        connectedBefore = true
        // What was answered before the line was there may be stale already; what is still being asked is not.
        void client.invalidateQueries({ predicate: ({ state }) => state.fetchStatus === 'idle' })
      }
    }
    dialled.onmessage = ({ data }) => {
      for (const kind of (JSON.parse(data) as { kinds: string[] }).kinds) stale.add(kind)
      void ask()
    }
    dialled.onerror = () => {
      // Closed by the browser when the server answered and refused: then it can be asked, and says if the session is over.
      const refused = dialled.readyState === EventSource.CLOSED
      hangUp()
      connectedBefore = true
      unseen ??= setTimeout(() => down(true), UNSEEN)
      again = setTimeout(connect, wait * (0.75 + Math.random() / 2))
      wait = Math.min(wait * 2, AT_LAST)
      if (refused) askForAll()
    }
  }

  const onSight = () => {
    clearTimeout(hiding)
    if (document.hidden) {
      hiding = setTimeout(() => {
        hangUp()
        clearTimeout(unseen)
        unseen = undefined
        connectedBefore = true
      }, OUT_OF_SIGHT)
    } else if (!line) {
      connect()
    }
  }
  const onOnline = () => {
    if (!document.hidden) connect()
  }

  document.addEventListener('visibilitychange', onSight)
  window.addEventListener('online', onOnline)
  if (!document.hidden) connect()
  return () => {
    over = true
    hangUp()
    clearTimeout(unseen)
    clearTimeout(hiding)
    document.removeEventListener('visibilitychange', onSight)
    window.removeEventListener('online', onOnline)
  }
}
