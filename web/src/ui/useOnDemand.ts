import { type ComponentType, useCallback, useState } from 'react'
import { tellProblem } from './command'

/**
 * What is seldom opened comes when it is first asked for, and is not part of the first load. A connection that fails is
 * told; asking once more tries once more.
 *
 * @param load the same function at every drawing
 */
export function useOnDemand<Props>(load: () => Promise<ComponentType<Props>>) {
  const [Part, setPart] = useState<ComponentType<Props>>()
  const ask = useCallback(() => {
    load().then((part) => setPart(() => part), tellProblem)
  }, [load])
  return { Part, ask }
}
