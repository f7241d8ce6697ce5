import { i18n } from '@lingui/core'

let zone = 'Asia/Ho_Chi_Minh'

/** Times are shown in the zone of the company, wherever the reader sits. */
export const setZone = (value: string) => {
  zone = value
}
export const getZone = () => zone

const NBSP = '\u00A0'
const SYMBOLS: Record<string, string> = { VND: '₫', USD: '$', EUR: '€', JPY: '¥', GBP: '£' }

/** How many decimals its amounts have. */
export const decimalsOf = (currency: string) => (currency === 'VND' || currency === 'JPY' ? 0 : 2)

export const symbolOf = (currency: string) => SYMBOLS[currency] ?? currency

const cache = new Map<string, unknown>()
const cached = <T>(key: string, make: () => T): T => {
  const full = `${key}|${i18n.locale}|${zone}`
  if (!cache.has(full)) cache.set(full, make())
  return cache.get(full) as T
}

// Dates are day/month/year in both languages; numbers follow the language.
const locale = () => (i18n.locale === 'en' ? 'en-GB' : 'vi-VN')

export const formatNumber = (value: number | string, digits = 0) =>
  cached(`n${digits}`, () => new Intl.NumberFormat(locale(), { maximumFractionDigits: digits })).format(
    value as Intl.StringNumericLiteral,
  )

/** A count that may not be known yet. */
export const formatCount = (count?: number | null) => (typeof count === 'number' ? formatNumber(count) : '–')

export const formatPercent = (share: number, digits = 0) => `${formatNumber(share * 100, digits)}%`

/** `1.234.567 ₫`, with a space that never breaks. */
export function formatMoney(amount: string | number, currency = 'VND') {
  const digits = decimalsOf(currency)
  const number = cached(
    `m${digits}`,
    () =>
      new Intl.NumberFormat(locale(), {
        minimumFractionDigits: digits,
        maximumFractionDigits: digits,
      }),
  ).format(amount as Intl.StringNumericLiteral)
  return `${number}${NBSP}${SYMBOLS[currency] ?? currency}`
}

/** `150 tr`, `1,25 tỷ`: for cards and columns where the exact sum stands on hover. */
export function formatMoneyShort(amount: string | number, currency = 'VND') {
  const value = Number(amount)
  const size = Math.abs(value)
  const english = i18n.locale === 'en'
  const symbol = SYMBOLS[currency] ?? currency
  const tail = currency === 'VND' ? '' : `${NBSP}${symbol}`
  if (size >= 1e9) return `${formatNumber(value / 1e9, 2)}${NBSP}${english ? 'bn' : 'tỷ'}${tail}`
  if (size >= 1e6) return `${formatNumber(value / 1e6, 1)}${NBSP}${english ? 'm' : 'tr'}${tail}`
  return formatMoney(amount, currency)
}

const dateOf = (value: string | Date) => {
  if (value instanceof Date) return value
  // A date without a time is a day in the company's calendar, not midnight in Greenwich.
  return /^\d{4}-\d{2}-\d{2}$/.test(value) ? new Date(`${value}T12:00:00+07:00`) : new Date(value)
}

/** `24/11/2026` */
export const formatDate = (value: string | Date) =>
  cached(
    'd',
    () =>
      new Intl.DateTimeFormat('en-GB', { day: '2-digit', month: '2-digit', year: 'numeric', timeZone: zone }),
  ).format(dateOf(value))

/** `24/11` this year, `24/11/2025` otherwise. */
export function formatDay(value: string | Date, now = new Date()) {
  const full = formatDate(value)
  return full.slice(6) === formatDate(now).slice(6) ? full.slice(0, 5) : full
}

/** `09:12` */
export const formatTime = (value: string | Date) =>
  cached(
    't',
    () => new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone: zone }),
  ).format(dateOf(value))

/** `24/11/2026 09:12` */
export const formatDateTime = (value: string | Date) => `${formatDate(value)} ${formatTime(value)}`

/** `thứ Ba, 24/11` */
export const formatWeekday = (value: string | Date) =>
  `${cached('w', () => new Intl.DateTimeFormat(locale(), { weekday: 'long', timeZone: zone })).format(
    dateOf(value),
  )} ${formatDay(value)}`

/** `Thứ Hai` / `Monday`, by the number of the weekday: Monday is 1. */
export const weekdayName = (number: number, length: 'long' | 'narrow' = 'long') =>
  cached(`wd${length}`, () => new Intl.DateTimeFormat(locale(), { weekday: length, timeZone: 'UTC' })).format(
    Date.UTC(2024, 0, number),
  )

/** `tháng 11` / `November` */
export function formatMonth(value: string | Date) {
  const month = cached(
    'mo',
    () => new Intl.DateTimeFormat(locale(), { month: 'long', timeZone: zone }),
  ).format(dateOf(value))
  return i18n.locale === 'en' ? month : month.toLocaleLowerCase('vi')
}

/** `tháng 11/2026` / `November 2026` */
export const formatMonthOfYear = (value: string | Date) =>
  `${formatMonth(value)}${i18n.locale === 'en' ? ' ' : '/'}${formatDate(value).slice(6)}`

const STEPS: readonly [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 365 * 86400],
  ['month', 30 * 86400],
  ['week', 7 * 86400],
  ['day', 86400],
  ['hour', 3600],
  ['minute', 60],
]

/** `2 giờ trước`, `trong 12 phút`. */
export function formatRelative(value: string | Date, now = new Date()) {
  const seconds = (dateOf(value).getTime() - now.getTime()) / 1000
  const format = cached('r', () => new Intl.RelativeTimeFormat(locale(), { numeric: 'auto' }))
  for (const [unit, size] of STEPS) {
    if (Math.abs(seconds) >= size) return format.format(Math.trunc(seconds / size), unit)
  }
  return format
    .format(0, 'minute')
    .replace(/^(phút|giây) này$|^this minute$/, () => (i18n.locale === 'en' ? 'just now' : 'vừa xong'))
}

/** `12 ph`, `3 giờ 20 ph`, `2 ngày`: how long, never when. */
export function formatMinutes(minutes: number) {
  const english = i18n.locale === 'en'
  const whole = Math.round(Math.abs(minutes))
  if (whole < 60) return `${whole}${NBSP}${english ? 'min' : 'ph'}`
  if (whole < 24 * 60) {
    const rest = whole % 60
    const hours = `${Math.floor(whole / 60)}${NBSP}${english ? 'h' : 'giờ'}`
    return rest === 0 ? hours : `${hours} ${rest}${NBSP}${english ? 'min' : 'ph'}`
  }
  const days = Math.round(whole / 60 / 24)
  return `${days}${NBSP}${english ? (days === 1 ? 'day' : 'days') : 'ngày'}`
}

/** `+84912345678` → `0912 345 678`; a foreign number stays international. */
export function formatPhone(e164: string) {
  const match = /^\+84(\d{9,10})$/.exec(e164)
  if (!match?.[1]) return e164
  const national = `0${match[1]}`
  return national.length === 10
    ? `${national.slice(0, 4)}${NBSP}${national.slice(4, 7)}${NBSP}${national.slice(7)}`
    : `${national.slice(0, 3)}${NBSP}${national.slice(3, 7)}${NBSP}${national.slice(7)}`
}

/** Names are greeted by their last word; who has not told a name yet, by the first part of the address. */
export const lastWord = (name: string) => name.trim().split(/\s+/).at(-1)?.split('@')[0] ?? name

/** As Vietnamese people are sorted: by the given name, which stands last. */
export const byGivenName = (one: string, other: string) =>
  lastWord(one).localeCompare(lastWord(other), 'vi') || one.localeCompare(other, 'vi')

/** Two letters of a Vietnamese name: the first of the family name and the first of the given name. */
export function initials(name: string) {
  const words = name.trim().split(/\s+/)
  const first = words.at(0)?.charAt(0) ?? ''
  const last = words.length > 1 ? (words.at(-1)?.charAt(0) ?? '') : ''
  return (first + last).toLocaleUpperCase('vi')
}
