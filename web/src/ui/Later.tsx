import { type ReactNode, useEffect, useState } from 'react'

/** Shows what stands for a wait only when there is one: 300 ms go by unseen. Busy it is from the first of them. */
export function Later({ children, after = 300 }: { children: ReactNode; after?: number }) {
  const [shown, setShown] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setShown(true), after)
    return () => clearTimeout(timer)
  }, [after])
  return <div aria-busy="true">{shown && children}</div>
}
