/** Comes newest first, in parts. */
export interface Stream<T> {
  readonly items: readonly T[]
  /** Whether older ones are still to come. */
  readonly more: boolean
}

/** Several streams as one, newest first. What an older part of another stream may still come before waits for it. */
export function merged<T extends { readonly at: string }>(...streams: readonly Stream<T>[]): T[] {
  const time = (item: T) => Date.parse(item.at)
  const horizon = Math.max(
    ...streams
      .filter(({ more }) => more)
      .map(({ items }) => (items.length > 0 ? time(items.at(-1) as T) : Infinity)),
    -Infinity,
  )
  return streams
    .flatMap(({ items }) => items)
    .filter((item) => time(item) >= horizon)
    .toSorted((one, other) => time(other) - time(one))
}

/** Whether that stream is what the others wait for. */
export const isWaitedFor = <T extends { readonly at: string }>(
  one: Stream<T>,
  ...streams: readonly Stream<T>[]
) => {
  const end = ({ items }: Stream<T>) => Date.parse(items.at(-1)?.at ?? '9999-12-31')
  return one.more && streams.every((other) => !other.more || end(one) >= end(other))
}
