import { useEffect, useEffectEvent } from 'react'
import { keysAreTaken } from './keys'

/** C creates, on every page that lists something. */
export function useListKeys({ onCreate }: { onCreate: () => void }) {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.key === 'c' && !keysAreTaken(event)) {
      event.preventDefault()
      onCreate()
    }
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKey(event)
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [])
}
