import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import type { Filter } from '../api/page'
import { conditionOf, hasValue, isSpan, type Operator } from './conditions'
import type { Field } from './fields'
import { formatDate, formatNumber } from './format'

export const OPERATOR_NAMES: Record<Operator, MessageDescriptor> = {
  eq: msg`bằng`,
  ne: msg`khác`,
  in: msg`là một trong`,
  notIn: msg`không phải`,
  gt: msg`lớn hơn`,
  gte: msg`từ`,
  lt: msg`nhỏ hơn`,
  lte: msg`đến`,
  between: msg`trong khoảng`,
  contains: msg`chứa`,
  startsWith: msg`bắt đầu bằng`,
  empty: msg`để trống`,
  notEmpty: msg`có giá trị`,
  before: msg`trước ngày`,
  after: msg`sau ngày`,
  within: msg`trong vòng`,
  notWithin: msg`không trong vòng`,
  emptyOrNotWithin: msg`để trống hoặc không trong vòng`,
  memberOf: msg`thuộc`,
}

export const UNITS: Record<string, MessageDescriptor> = {
  day: msg`ngày qua`,
  week: msg`tuần qua`,
  month: msg`tháng qua`,
}

/** A condition in words, as a colleague would say it. */
export function useWords(fields: readonly Field[]) {
  const { t, i18n } = useLingui()
  const words = (part: Filter): string => {
    const condition = conditionOf(part)
    if (condition === undefined) {
      if ('all' in part) return part.all.map(words).join(` ${t`và`} `)
      if ('any' in part) return part.any.map(words).join(` ${t`hoặc`} `)
      const inner = 'not' in part ? words(part.not) : ''
      return t`không (${inner})`
    }
    const field = fields.find((one) => one.field === condition.field)
    const name = field?.name ?? condition.field
    const operator = i18n._(OPERATOR_NAMES[condition.op] ?? OPERATOR_NAMES.eq)
    if (!hasValue(condition.op)) return `${name}: ${operator}`
    const say = (value: unknown): string => {
      if (typeof value === 'boolean') return value ? t`Có` : t`Không`
      const label = field?.options?.find((option) => option.value === value)?.label
      if (label) return label
      if (field?.kind === 'date' && typeof value === 'string' && value) return formatDate(value)
      if (field?.kind === 'number' && value !== '') return formatNumber(String(value), 2)
      return String(value ?? '')
    }
    const { op, value } = condition
    if (isSpan(op) && typeof value === 'object' && value !== null) {
      const { last, unit } = value as { last?: number; unit?: string }
      const span = `${last ?? ''} ${i18n._(UNITS[unit ?? 'day'] ?? msg`ngày qua`)}`
      return op === 'within' ? `${name}: ${span}` : `${name}: ${operator} ${span}`
    }
    const said = Array.isArray(value) ? value.map(say).join(op === 'between' ? ' – ' : ', ') : say(value)
    const quiet = op === 'in' || op === 'between' || (op === 'eq' && field?.kind !== 'number')
    return quiet ? `${name}: ${said || '…'}` : `${name} ${operator} ${said || '…'}`
  }
  return words
}
