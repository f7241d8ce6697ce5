import { useDisclosure } from '@mantine/hooks'
import { useNavigate } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { keysAreTaken } from '../ui/keys'
import { useOnDemand } from '../ui/useOnDemand'
import type { Place } from './navigation'

const OPEN = 'songhanh:shortcuts'
const load = async () => (await import('./ShortcutList')).ShortcutList

export const openShortcuts = () => window.dispatchEvent(new Event(OPEN))

/** G then a letter goes to a place; ? says which letters there are. */
export function Shortcuts({ places }: { places: readonly Place[] }) {
  const [opened, { open: show, close }] = useDisclosure(false)
  const { Part: ShortcutList, ask } = useOnDemand(load)
  const navigate = useNavigate()
  const chord = useRef(0)

  useEffect(() => {
    const open = () => {
      ask()
      show()
    }
    const onKey = (event: KeyboardEvent) => {
      if (keysAreTaken(event)) return
      if (event.key === '?') {
        open()
        return
      }
      const key = event.key.toLowerCase()
      if (Date.now() - chord.current < 1500) {
        chord.current = 0
        const place = places.find((one) => one.key === key)
        if (place) {
          event.preventDefault()
          void navigate({ to: place.to })
        }
        return
      }
      if (key === 'g') chord.current = Date.now()
    }
    // Before the page hears it: the second key of a chord means nothing else.
    window.addEventListener('keydown', onKey, { capture: true })
    window.addEventListener(OPEN, open)
    return () => {
      window.removeEventListener('keydown', onKey, { capture: true })
      window.removeEventListener(OPEN, open)
    }
  }, [places, navigate, ask, show])

  return opened && ShortcutList ? <ShortcutList places={places} onClosed={close} /> : null
}
