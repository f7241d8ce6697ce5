import { dayIn } from '../ui/zone'

export interface Period {
  readonly from: string
  readonly to: string
}

const pad = (value: number) => String(value).padStart(2, '0')

/** The month `back` months before the day, whole. */
export function monthBefore(day: string, back: number): Period {
  const first = new Date(Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1 - back, 1))
  const year = first.getUTCFullYear()
  const month = first.getUTCMonth()
  const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate()
  return { from: `${year}-${pad(month + 1)}-01`, to: `${year}-${pad(month + 1)}-${pad(last)}` }
}

/** The quarter of the day, whole. */
export function quarterOf(day: string): Period {
  const first = Math.floor((Number(day.slice(5, 7)) - 1) / 3) * 3 + 1
  const year = day.slice(0, 4)
  return { from: `${year}-${pad(first)}-01`, to: monthBefore(`${year}-${pad(first + 2)}-01`, 0).to }
}

export const today = (zone: string, now = new Date()) => dayIn(zone, now)

export const samePeriod = (a: Period, b: Period) => a.from === b.from && a.to === b.to

/** What was asked for; an end that was not named is that of the month at the other one. */
export function chosenPeriod(asked: Partial<Period>, month: Period): Period {
  const from = asked.from ?? (asked.to === undefined ? month.from : monthBefore(asked.to, 0).from)
  const to = asked.to ?? (from > month.to ? monthBefore(from, 0).to : month.to)
  return { from, to }
}
