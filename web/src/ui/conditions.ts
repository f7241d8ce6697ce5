import type { Filter, FilterOperator, Predicate } from '../api/page'
import type { Field } from './fields'
import { sameFilter } from './filters'

/** What a condition can ask: the words of the filter language, and two of daily use that it puts together. */
export type Operator = FilterOperator | 'notWithin' | 'emptyOrNotWithin'

/** One question about one field, as the editor has it. */
export interface Condition {
  readonly field: string
  readonly op: Operator
  readonly value?: unknown
}

export const OPERATORS: Record<Field['kind'], readonly Operator[]> = {
  text: ['contains', 'eq', 'startsWith', 'empty', 'notEmpty'],
  lines: ['contains', 'empty', 'notEmpty'],
  choice: ['in', 'notIn', 'empty', 'notEmpty'],
  list: ['in', 'notIn', 'empty', 'notEmpty'],
  number: ['gte', 'lte', 'between', 'eq', 'empty', 'notEmpty'],
  date: ['within', 'notWithin', 'emptyOrNotWithin', 'after', 'before', 'between', 'empty', 'notEmpty'],
  flag: ['eq'],
}

export const isPredicate = (filter: Filter): filter is Predicate => 'field' in filter

export const hasValue = (op: Operator) => op !== 'empty' && op !== 'notEmpty'

/** Whether it asks for a number of days, weeks or months. */
export const isSpan = (op: Operator) => op === 'within' || op === 'notWithin' || op === 'emptyOrNotWithin'

export const filterOf = ({ field, op, value }: Condition): Filter => {
  const within = { field, op: 'within', value } as const
  if (op === 'notWithin') return { all: [{ field, op: 'notEmpty' }, { not: within }] }
  // What is turned round holds for the empty too.
  if (op === 'emptyOrNotWithin') return { not: within }
  return hasValue(op) ? { field, op, value } : { field, op }
}

/** Undefined where a filter is more than one question about one field. */
export const conditionOf = (part: Filter): Condition | undefined => {
  if (isPredicate(part)) return part
  const inner = 'not' in part ? part.not : 'all' in part ? part.all[1] : undefined
  const turned = inner && 'not' in inner ? inner.not : inner
  if (!turned || !isPredicate(turned)) return undefined
  return (['notWithin', 'emptyOrNotWithin'] as const)
    .map((op) => ({ field: turned.field, op, value: turned.value }))
    .find((condition) => sameFilter(filterOf(condition), part))
}

/** Of which one is to hold; undefined where a filter is more than that. */
export const alternativesOf = (part: Filter): readonly Condition[] | undefined => {
  const whole = conditionOf(part)
  if (whole) return [whole]
  if (!('any' in part)) return undefined
  const each = part.any.map(conditionOf)
  return each.every((one) => one !== undefined) ? each : undefined
}

export const anyOf = (conditions: readonly Condition[]): Filter => {
  const [only, ...others] = conditions
  return only && others.length === 0 ? filterOf(only) : { any: conditions.map(filterOf) }
}

export const draftOf = (field: Field): Condition => {
  const op = OPERATORS[field.kind][0] ?? 'eq'
  const value =
    field.kind === 'choice' || field.kind === 'list'
      ? []
      : field.kind === 'date'
        ? { last: 14, unit: 'day' }
        : field.kind === 'flag'
          ? true
          : ''
  return { field: field.field, op, value }
}

export const isComplete = ({ op, value }: Condition) => {
  if (!hasValue(op)) return true
  if (isSpan(op)) return (value as { last?: number } | undefined)?.last !== undefined
  if (Array.isArray(value)) {
    return value.length > 0 && value.every((part) => part !== null && part !== '' && part !== undefined)
  }
  return value !== undefined && value !== null && value !== ''
}
