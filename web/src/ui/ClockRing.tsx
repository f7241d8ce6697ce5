import { useLingui } from '@lingui/react/macro'
import { Group, Text, Tooltip } from '@mantine/core'
import { useEffect, useState } from 'react'
import { formatDateTime, formatDay, formatMinutes, formatTime } from './format'

interface ClockRingProps {
  readonly start: string
  readonly due?: string | null
  /** When it was stopped: the ring stands still. */
  readonly stopped?: string | null
  /** The part of the time that has passed, where somebody counts it better than the wall clock does. */
  readonly spent?: number
  readonly size?: number
  readonly withText?: boolean
}

/** The time that is left, as a ring that empties: grey-teal, amber from 80 % on, red when it is over. */
export function ClockRing({ start, due, stopped, spent, size = 18, withText = true }: ClockRingProps) {
  const { t } = useLingui()
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    if (stopped) return
    const timer = setInterval(() => setNow(Date.now()), 15_000)
    return () => clearInterval(timer)
  }, [stopped])
  if (!due) return null

  const from = new Date(start).getTime()
  const to = new Date(due).getTime()
  const at = stopped ? new Date(stopped).getTime() : now
  const left = Math.min(1, Math.max(0, spent === undefined ? (to - at) / Math.max(1, to - from) : 1 - spent))
  const minutes = (to - at) / 60_000
  const over = minutes < 0
  const color = over ? 'var(--sh-red)' : left <= 0.2 ? 'var(--sh-amber)' : 'var(--mantine-color-teal-6)'
  const radius = size / 2 - 2
  const around = 2 * Math.PI * radius
  const span = formatMinutes(Math.max(1, Math.abs(minutes)))
  // Tomorrow's deadline is a time of day; only today's is a countdown.
  const today = formatDay(new Date(at)) === formatDay(due)
  const moment = today ? formatTime(due) : `${formatTime(due)} ${formatDay(due)}`
  const text = stopped
    ? over
      ? t`muộn ${span}`
      : t`kịp`
    : over
      ? t`quá hạn ${span}`
      : today
        ? t`còn ${span}`
        : t`hạn ${moment}`
  return (
    <Tooltip label={formatDateTime(due)}>
      <Group
        gap={6}
        wrap="nowrap"
        component="span"
        style={{ display: 'inline-flex', verticalAlign: 'middle' }}
        role="img"
        aria-label={text}
      >
        <svg
          width={size}
          height={size}
          aria-hidden="true"
          style={{ transform: 'rotate(-90deg)', flex: 'none' }}
        >
          <circle
            cx={size / 2}
            cy={size / 2}
            r={radius}
            fill="none"
            stroke={over ? color : 'var(--sh-line-strong)'}
            strokeWidth="3"
          />
          <circle
            cx={size / 2}
            cy={size / 2}
            r={radius}
            fill="none"
            stroke={color}
            strokeWidth="3"
            strokeDasharray={around}
            strokeDashoffset={around * (1 - left)}
          />
        </svg>
        {withText && (
          <Text
            span
            size="sm"
            className="tabular"
            c={over ? 'var(--sh-red)' : left <= 0.2 ? 'var(--sh-amber)' : 'dimmed'}
            style={{ whiteSpace: 'nowrap' }}
          >
            {text}
          </Text>
        )}
      </Group>
    </Tooltip>
  )
}
