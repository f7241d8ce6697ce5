import type { Filter } from '../api/page'

const inOrder = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map(inOrder)
    : typeof value === 'object' && value !== null
      ? Object.fromEntries(
          Object.entries(value)
            .toSorted(([one], [other]) => (one < other ? -1 : 1))
            .map(([key, inner]) => [key, inOrder(inner)]),
        )
      : value

/** Whether two filters ask for the same, in whatever order a server has kept their words. */
export const sameFilter = (one: Filter | null | undefined, other: Filter | null | undefined) =>
  JSON.stringify(inOrder(one ?? undefined)) === JSON.stringify(inOrder(other ?? undefined))
