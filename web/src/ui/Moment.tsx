import { Tooltip } from '@mantine/core'
import { useEffect, useState } from 'react'
import { formatDate, formatDateTime, formatRelative } from './format'

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

/** A day of the calendar: `24/11/2026`. */
export function Day({ date }: { date?: string | null }) {
  return date ? (
    <time className="tabular" dateTime={date}>
      {formatDate(date)}
    </time>
  ) : null
}
