import { queryOptions } from '@tanstack/react-query'
import { type CalendarDay, type DatedHours, DayOfWeek, type Shift } from '../../api/generated/api.schemas'
import { calendarRead } from '../../api/generated/calendar'
import { weekdayName } from '../../ui/format'

export type { CalendarDay, DatedHours, Shift }

export const WEEKDAYS = Object.values(DayOfWeek)

export const isWeekday = (text: string): text is DayOfWeek => (WEEKDAYS as readonly string[]).includes(text)

export const ZONES = [
  'Asia/Ho_Chi_Minh',
  'Asia/Bangkok',
  'Asia/Singapore',
  'Asia/Tokyo',
  'Europe/Berlin',
  'UTC',
]

export const nameOfWeekday = (day: DayOfWeek) => weekdayName(WEEKDAYS.indexOf(day) + 1)

export const calendarQuery = (year?: number) =>
  queryOptions({
    queryKey: ['calendar', year],
    queryFn: ({ signal }) => calendarRead({ year }, { signal }),
  })

const time = (hours: string, minutes = '00') => {
  const whole = Number(hours) === 24 && Number(minutes) === 0 ? '00' : hours.padStart(2, '0')
  return Number(whole) < 24 && Number(minutes) < 60 ? `${whole}:${minutes}` : undefined
}

const SHIFT = /^(\d{1,2})(?:[:h.](\d{2})?)?\s*(?:-|–|—|đến|to)\s*(\d{1,2})(?:[:h.](\d{2})?)?$/i

/** Reads `8-12, 13h30-17h`: the shifts of a day, none when it is a rest day; undefined when it says neither. */
export function readShifts(text: string): Shift[] | undefined {
  const shifts: Shift[] = []
  for (const part of text.split(/[,;]/)) {
    if (part.trim() === '') continue
    const found = SHIFT.exec(part.trim())
    const from = found?.[1] && time(found[1], found[2])
    const to = found?.[3] && time(found[3], found[4])
    if (!from || !to) return undefined
    shifts.push({ from, to })
  }
  return shifts
}

export const writeShifts = (shifts: readonly Shift[] = []) =>
  shifts.map(({ from, to }) => `${from}–${to === '00:00' ? '24:00' : to}`).join(', ')

/** The week in as few lines as it takes: neighbours with the same hours are one. */
export function linesOfWeek(week: DatedHours['week']) {
  const lines: { first: DayOfWeek; last: DayOfWeek; hours: string }[] = []
  for (const day of WEEKDAYS) {
    const hours = writeShifts(week[day])
    const line = lines.at(-1)
    if (line?.hours === hours) line.last = day
    else lines.push({ first: day, last: day, hours })
  }
  return lines
}

/** The hours that are valid on a date; `hours` come latest first. */
export const validOn = (hours: readonly DatedHours[], date: string) =>
  hours.find(({ validFrom }) => validFrom <= date) ?? hours.at(-1)

/** `2026-11-23` and a number of days more. */
export function plusDays(date: string, days: number) {
  const day = new Date(`${date}T00:00:00Z`)
  day.setUTCDate(day.getUTCDate() + days)
  return day.toISOString().slice(0, 10)
}

export const weekdayOf = (date: string) =>
  WEEKDAYS[(new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7] as DayOfWeek

export type DayLook = 'work' | 'rest' | 'holiday' | 'swapped'

export function lookOf(date: string, hours: readonly DatedHours[], day?: CalendarDay): DayLook {
  if (day?.observed) return day.kind === 'HOLIDAY' ? 'holiday' : 'swapped'
  return (validOn(hours, date)?.week[weekdayOf(date)] ?? []).length > 0 ? 'work' : 'rest'
}
