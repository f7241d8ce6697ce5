import { useLingui } from '@lingui/react/macro'
import type { CalendarView } from '../../api/generated/api.schemas'
import { formatDate, formatMonth, weekdayName } from '../../ui/format'
import classes from './Calendar.module.css'
import { lookOf, plusDays, WEEKDAYS, weekdayOf } from './calendar'

/** The year at a glance. The list beside it says the same in words, so nobody needs to read this. */
export function YearPicture({ calendar }: { calendar: CalendarView }) {
  const { t } = useLingui()
  const days = new Map(calendar.days.map((day) => [day.date, day]))
  return (
    <div className={classes.year} role="img" aria-label={t`Lịch năm ${calendar.year}`}>
      {Array.from({ length: 12 }, (_, month) => {
        const first = `${calendar.year}-${String(month + 1).padStart(2, '0')}-01`
        const length = new Date(Date.UTC(calendar.year, month + 1, 0)).getUTCDate()
        return (
          <div key={first}>
            <div className={classes.month}>{formatMonth(first)}</div>
            <div className={classes.days}>
              {WEEKDAYS.map((day, index) => (
                <span key={day} className={classes.weekday}>
                  {weekdayName(index + 1, 'narrow')}
                </span>
              ))}
              {Array.from({ length }, (_, index) => {
                const date = plusDays(first, index)
                const day = days.get(date)
                return (
                  <span
                    key={date}
                    className={classes.day}
                    data-look={lookOf(date, calendar.hours, day)}
                    data-today={date === calendar.today || undefined}
                    title={day ? `${formatDate(date)} ${day.name}` : undefined}
                    style={
                      index === 0 ? { gridColumnStart: WEEKDAYS.indexOf(weekdayOf(date)) + 1 } : undefined
                    }
                  >
                    {index + 1}
                  </span>
                )
              })}
            </div>
          </div>
        )
      })}
    </div>
  )
}
