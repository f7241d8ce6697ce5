import { i18n } from '@lingui/core'
import { afterEach, describe, expect, it } from 'vitest'
import {
  byGivenName,
  formatDate,
  formatDateTime,
  formatMinutes,
  formatMoney,
  formatMoneyShort,
  formatMonthOfYear,
  formatPhone,
  formatRelative,
  initials,
  lastWord,
} from './format'

describe('how values are written', () => {
  afterEach(() => i18n.activate('vi'))

  it('money is grouped by dots and ends in a dong sign that never wraps', () => {
    expect(formatMoney('1234567')).toBe('1.234.567\u00A0₫')
    expect(formatMoney('1234.5', 'USD')).toBe('1.234,50\u00A0$')
    expect(formatMoneyShort('150000000')).toBe('150\u00A0tr')
    expect(formatMoneyShort('1250000000')).toBe('1,25\u00A0tỷ')
  })

  it('money beyond the precision of a double stays exact', () => {
    expect(formatMoney('90071992547409931')).toBe('90.071.992.547.409.931\u00A0₫')
  })

  it('a day is day/month/year in both languages, in the zone of the company', () => {
    expect(formatDate('2026-11-24')).toBe('24/11/2026')
    expect(formatDateTime('2026-11-23T17:30:00Z')).toBe('24/11/2026 00:30')
    i18n.activate('en')
    expect(formatDate('2026-11-24')).toBe('24/11/2026')
  })

  it('relative times speak the language', () => {
    const now = new Date('2026-11-24T03:00:00Z')
    expect(formatRelative('2026-11-24T01:00:00Z', now)).toBe('2 giờ trước')
    expect(formatRelative('2026-11-24T02:59:40Z', now)).toBe('vừa xong')
    i18n.activate('en')
    expect(formatRelative('2026-11-24T02:59:40Z', now)).toBe('just now')
  })

  it('durations are short', () => {
    expect(formatMinutes(12)).toBe('12\u00A0ph')
    expect(formatMinutes(200)).toBe('3\u00A0giờ 20\u00A0ph')
  })

  it('a Vietnamese number is shown as people say it', () => {
    expect(formatPhone('+84912345678')).toBe('0912\u00A0345\u00A0678')
    expect(formatPhone('+14155550100')).toBe('+14155550100')
  })

  it('a person is greeted by the last word of the name', () => {
    expect(lastWord('Đặng Thị Thuỷ Tiên')).toBe('Tiên')
    expect(initials('Đặng Thị Thuỷ Tiên')).toBe('ĐT')
  })

  it('a month has its year', () => {
    expect(formatMonthOfYear('2026-11-01')).toBe('tháng 11/2026')
    i18n.activate('en')
    expect(formatMonthOfYear('2026-11-01')).toBe('November 2026')
  })

  it('people are greeted and sorted by the given name, and by the address while there is none', () => {
    expect(lastWord('lan@minhphat.example')).toBe('lan')
    expect(['Trần Minh Châu', 'Lê Quốc Bảo', 'Đặng Ngọc Lan', 'Bùi Thu An'].toSorted(byGivenName)).toEqual([
      'Bùi Thu An',
      'Lê Quốc Bảo',
      'Trần Minh Châu',
      'Đặng Ngọc Lan',
    ])
  })
})
