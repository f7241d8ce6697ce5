import { RecordKind } from '../../api/generated/api.schemas'
import { day, id, oneOf, word } from '../../ui/search'

export type Json = unknown

export interface Difference {
  /** Where the value lies: `['address', 'street']`; parts of lists go by their name. */
  readonly path: readonly string[]
  readonly before?: Json
  readonly after?: Json
}

const isObject = (value: Json): value is Record<string, Json> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isMoney = (value: Record<string, Json>) =>
  Object.keys(value).length === 2 && 'amount' in value && 'currency' in value

const nameOf = (part: Json, index: number) => {
  const name = isObject(part) ? (part.name ?? part.code) : undefined
  return typeof name === 'string' ? name : String(index + 1)
}

/** Every value that is not made of others, by its place. Money and lists of plain values are one value. */
function leaves(
  value: Json,
  path: readonly string[],
  found: Map<string, Difference['path']>,
  at: Map<string, Json>,
) {
  const parts: [string, Json][] | undefined = Array.isArray(value)
    ? value.some((part) => typeof part === 'object')
      ? value.map((part, index) => [nameOf(part, index), part])
      : undefined
    : isObject(value) && !isMoney(value)
      ? Object.entries(value)
      : undefined
  if (parts) {
    for (const [name, part] of parts) leaves(part, [...path, name], found, at)
  } else if (value !== null && value !== undefined) {
    const key = path.join('\u0000')
    found.set(key, path)
    at.set(key, value)
  }
}

/** What differs, value by value, in the order in which it is kept. */
export function differences(before: Json, after: Json): Difference[] {
  const paths = new Map<string, Difference['path']>()
  const was = new Map<string, Json>()
  const is = new Map<string, Json>()
  leaves(before ?? {}, [], paths, was)
  leaves(after ?? {}, [], paths, is)
  return (
    [...paths]
      .map(([key, path]) => ({ path, before: was.get(key), after: is.get(key) }))
      .filter((one) => JSON.stringify(one.before) !== JSON.stringify(one.after))
      // A full name says all that its parts do; the id of a part of a list is no news.
      .filter(({ path }) => !['familyName', 'givenName'].includes(path[0] ?? ''))
      .filter(({ path }) => path.length === 1 || path.at(-1) !== 'id')
  )
}

export interface AuditSearch {
  readonly kind?: string
  readonly recordId?: string
  readonly actorId?: string
  readonly action?: string
  readonly from?: string
  readonly to?: string
}

const kind = oneOf(...Object.values(RecordKind))

/** Every one of them stands in it, or what was mistyped would be taken along. */
export const auditSearch = (search: Record<string, unknown>): AuditSearch => ({
  kind: kind(search.kind),
  recordId: id(search.recordId),
  actorId: id(search.actorId),
  action: word(search.action),
  from: day(search.from),
  to: day(search.to),
})
