import { useLingui } from '@lingui/react/macro'
import { Tooltip, VisuallyHidden } from '@mantine/core'
import { useEffect, useState } from 'react'
import { formatDate, formatDateTime, formatDay, formatRelative, getZone } from './format'
import { dayIn } from './zone'

/** A point in time, said relative to now; the exact one on hover. */
export function Moment({ at }: { at?: string | null }) {
  const [, tick] = useState(0)
  useEffect(() => {
    const timer = setInterval(() => tick((value) => value + 1), 60_000)
    return () => clearInterval(timer)
  }, [])
  if (!at) return null
  return (
    <Tooltip label={formatDateTime(at)}>
      <time dateTime={at}>{formatRelative(at)}</time>
    </Tooltip>
  )
}

interface DayProps {
  readonly date?: string | null
  /** Whether something is still to be done by then: once it has passed, it is red and says so. */
  readonly due?: boolean
  /** Without the year, where that is this one. */
  readonly short?: boolean
}

/** A day of the calendar: `24/11/2026`. */
export function Day({ date, due, short }: DayProps) {
  const { t } = useLingui()
  if (!date) return null
  const late = due === true && date < dayIn(getZone(), new Date())
  const day = (
    <time className="tabular" dateTime={date} style={late ? { color: 'var(--sh-red)' } : undefined}>
      {short ? formatDay(date) : formatDate(date)}
      {late && <VisuallyHidden> {t`đã quá ngày`}</VisuallyHidden>}
    </time>
  )
  return late ? <Tooltip label={t`Đã quá ngày`}>{day}</Tooltip> : day
}
