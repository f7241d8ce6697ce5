import type { Filter, FilterOperator, Predicate } from '../api/page'

/*
 * What stands in the address bar, read piece by piece: a piece that is none of what it should be is left out, and the
 * shell says so.
 */

type Raw = Record<string, unknown>

const OPERATORS: Record<FilterOperator, true> = {
  eq: true,
  ne: true,
  in: true,
  notIn: true,
  gt: true,
  gte: true,
  lt: true,
  lte: true,
  between: true,
  contains: true,
  startsWith: true,
  empty: true,
  notEmpty: true,
  before: true,
  after: true,
  within: true,
  memberOf: true,
}

const DEEPEST = 10

const isRaw = (value: unknown): value is Raw =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The router reads digits as a number, whatever was meant. */
export const text = (value: unknown) =>
  typeof value === 'number' ? String(value) : typeof value === 'string' && value !== '' ? value : undefined

const matching = (pattern: RegExp) => (value: unknown) =>
  typeof value === 'string' && pattern.test(value) ? value : undefined

export const id = matching(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i)

export const word = matching(/^[\w.-]{1,100}$/)

export const sorting = matching(/^-?[\w.]+(,-?[\w.]+)*$/)

/** Only a path of our own: never an address that somebody else put into a link. */
export const ownPath = matching(/^\/(?![/\\])/)

/** A day that there is: `2026-11-30`. */
export const day = (value: unknown) => {
  if (typeof value !== 'string' || !/^(19|20|21)\d{2}-\d{2}-\d{2}$/.test(value)) return
  const at = new Date(`${value}T00:00:00Z`)
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(value) ? value : undefined
}

export const year = (value: unknown) =>
  Number.isInteger(value) && Number(value) >= 1900 && Number(value) <= 2199 ? Number(value) : undefined

export const flag = (value: unknown): true | undefined => value === true || undefined

export const oneOf =
  <T extends string>(...choices: readonly T[]) =>
  (value: unknown) =>
    choices.find((choice) => choice === value)

export const texts = (value: unknown) =>
  Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : undefined

const isPredicate = (value: Raw): value is Raw & Predicate =>
  typeof value.field === 'string' && typeof value.op === 'string' && value.op in OPERATORS

function isFilter(value: unknown, depth = 0): value is Filter {
  if (!isRaw(value) || depth > DEEPEST) return false
  const parts = value.all ?? value.any
  if (parts !== undefined) return Array.isArray(parts) && parts.every((part) => isFilter(part, depth + 1))
  return value.not === undefined ? isPredicate(value) : isFilter(value.not, depth + 1)
}

export const filter = (value: unknown) => (isFilter(value) ? value : undefined)

/** Both ends, unless they stand the wrong way round. */
export function period(raw: Raw) {
  const from = day(raw.from)
  const to = day(raw.to)
  return from && to && from > to ? { from: undefined, to: undefined } : { from, to }
}

/** The names of what was in the address and is not on the page. */
export const leftOut = (raw: Raw, read: Raw) =>
  Object.keys(raw).filter((name) => {
    const written = raw[name]
    const asks = written !== undefined && written !== null && written !== '' && written !== false
    return asks && JSON.stringify(written) !== JSON.stringify(read[name]) && String(written) !== read[name]
  })
