import { msg } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { Text, UnstyledButton } from '@mantine/core'
import { type ReactNode, useContext, useState } from 'react'
import type { AuditLine as Line } from '../api/generated/api.schemas'
import { formatDate, formatDateTime, formatMoney, formatNumber, formatPhone } from '../ui/format'
import { usePlainFields } from './fields'
import classes from './settings/Audit.module.css'
import { type Difference, differences, type Json } from './settings/audit'
import { AuditValues, FIELDS, permissionWords, VALUES } from './settings/auditWords'
import { isWeekday, nameOfWeekday } from './settings/calendar'

const YES = msg({ message: 'có', context: 'answer' })
const NO = msg({ message: 'không', context: 'answer' })
const SHOWN = 5
const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Field by field, from what to what. */
export function Changes({ of }: { of: Line }) {
  const [all, setAll] = useState(false)
  const found = differences(of.before, of.after)
  const shown = all || found.length <= SHOWN + 1 ? found : found.slice(0, SHOWN)
  const rest = found.length - shown.length
  return (
    <>
      {shown.length > 0 && (
        <dl className={classes.changes}>
          {shown.map((one) => (
            <Change key={one.path.join('.')} one={one} line={of} />
          ))}
        </dl>
      )}
      {rest > 0 && (
        <UnstyledButton className={classes.more} onClick={() => setAll(true)}>
          <Trans>và {rest} trường nữa</Trans>
        </UnstyledButton>
      )}
    </>
  )
}

function Change({ one, line }: { one: Difference; line: Line }) {
  const label = useLabel(one, line)
  const before = useValue(one.before, one, line)
  const after = useValue(one.after, one, line)
  return (
    <>
      <dt>{label}</dt>
      <dd>
        {one.before !== undefined && <del>{before}</del>}
        {one.before !== undefined && ' → '}
        {one.after === undefined ? (
          <Text span c="dimmed">
            <Trans>trống</Trans>
          </Text>
        ) : (
          after
        )}
      </dd>
    </>
  )
}

/** `địa chỉ · số nhà, đường`; the company's own fields go by their labels. */
function useLabel({ path }: Difference, line: Line) {
  const { i18n } = useLingui()
  const fields = usePlainFields(line.kind)
  if (line.action === 'role-changed') {
    return permissionWords(path[0] ?? '')
      .map((word) => word && i18n._(word))
      .join(' · ')
  }
  return path
    .filter((part, index) => !(index === 0 && part === 'custom' && path.length > 1))
    .map((part) => {
      const known = fields.find(({ field }) => field === (path[0] === 'custom' ? `custom.${part}` : part))
      if (known?.own) return known.name
      if (isWeekday(part)) return nameOfWeekday(part)
      const word = FIELDS[part]
      if (word) return i18n._(word)
      return known ? known.name.charAt(0).toLowerCase() + known.name.slice(1) : part
    })
    .join(' · ')
}

function useValue(value: Json, { path }: Difference, line: Line): ReactNode {
  const { t, i18n } = useLingui()
  const others = useContext(AuditValues)
  const field = path.at(-1) ?? ''
  const words = { ...VALUES, ...others }
  const of = (one: Json): string => {
    if (typeof one === 'boolean') return i18n._(one ? YES : NO)
    if (typeof one === 'number') return formatNumber(one, 4)
    if (typeof one === 'object' && one !== null) {
      const { amount, currency } = one as { amount?: string; currency?: string }
      return amount === undefined ? JSON.stringify(one) : formatMoney(amount, currency)
    }
    const text = String(one)
    const word = (words[`${line.kind}.${field}`] ?? words[field] ?? words[line.action])?.[text]
    if (word) return i18n._(word)
    if (isWeekday(text)) return nameOfWeekday(text)
    if (/^\+84\d{9,10}$/.test(text)) return formatPhone(text)
    if (ID.test(text)) return line.names[text] ?? `${text.slice(0, 8)}…`
    if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return formatDate(text)
    if (/^\d{4}-\d{2}-\d{2}T.*Z$/.test(text)) return formatDateTime(text)
    return text
  }
  return Array.isArray(value) ? value.map(of).join(', ') || t`trống` : of(value)
}
