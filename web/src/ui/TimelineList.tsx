import { Trans } from '@lingui/react/macro'
import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { formatDate, formatDateTime, formatTime, formatWeekday } from './format'
import classes from './TimelineList.module.css'

export interface TimelineLine {
  readonly id: string
  readonly at: string
  readonly icon: ReactNode
  readonly text: ReactNode
}

/** What happened, the newest first, under its days. */
export function TimelineList({
  lines,
  more,
  loadingMore,
}: {
  lines: readonly TimelineLine[]
  more?: () => void
  loadingMore?: boolean
}) {
  const days = new Map<string, TimelineLine[]>()
  for (const line of lines) {
    const day = formatDate(line.at)
    days.set(day, [...(days.get(day) ?? []), line])
  }
  const today = formatDate(new Date())
  return (
    <div>
      {[...days].map(([day, entries]) => (
        <section key={day}>
          <div className={classes.day}>
            {day === today ? <Trans>Hôm nay</Trans> : formatWeekday(entries[0]?.at ?? '')}
          </div>
          <ul className={classes.list}>
            {entries.map((line) => (
              <li key={line.id} className={classes.entry}>
                <span className={classes.icon} aria-hidden>
                  {line.icon}
                </span>
                <time className={classes.time} dateTime={line.at} title={formatDateTime(line.at)}>
                  {formatTime(line.at)}
                </time>
                <div className={classes.text}>{line.text}</div>
              </li>
            ))}
          </ul>
        </section>
      ))}
      {more && (
        <Button variant="subtle" size="compact-md" mt="sm" onClick={more} loading={loadingMore}>
          <Trans>Xem thêm</Trans>
        </Button>
      )}
    </div>
  )
}
