interface Outcome<T> {
  readonly succeeded: readonly T[]
  readonly failed: readonly { readonly item: T; readonly error: unknown }[]
}

/** Does the same for each of many, a few at a time; one that fails holds up no other. */
export async function inParts<T>(
  items: readonly T[],
  act: (item: T) => Promise<unknown>,
  progress: (done: number) => void = () => undefined,
  together = 4,
): Promise<Outcome<T>> {
  const succeeded: T[] = []
  const failed: { item: T; error: unknown }[] = []
  const waiting = [...items]
  const work = async () => {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) {
      try {
        await act(item)
        succeeded.push(item)
      } catch (error) {
        failed.push({ item, error })
      }
      progress(succeeded.length + failed.length)
    }
  }
  await Promise.all(Array.from({ length: together }, work))
  return { succeeded, failed }
}
