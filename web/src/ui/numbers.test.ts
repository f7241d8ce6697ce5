import { describe, expect, it } from 'vitest'
import { ENGLISH, readNumber, toPercent, toShare, VIETNAMESE, writeNumber } from './numbers'

describe('a number that is typed', () => {
  it('is read as it is written in the language', () => {
    expect(readNumber('1.250.000,5', VIETNAMESE)).toBe('1250000.5')
    expect(readNumber('1,250,000.5', ENGLISH)).toBe('1250000.5')
    expect(readNumber('600000000', VIETNAMESE)).toBe('600000000')
    expect(readNumber('25 %', VIETNAMESE, ['%'])).toBe('25')
    expect(readNumber('12.000\u00A0₫', VIETNAMESE, ['₫'])).toBe('12000')
    expect(readNumber('-3', VIETNAMESE)).toBe('-3')
    expect(readNumber(' ', VIETNAMESE)).toBe('')
    expect(readNumber('007', VIETNAMESE)).toBe('7')
  })

  it('is never guessed', () => {
    for (const typed of [
      'abc',
      '12abc',
      '1.5',
      '1.50.000',
      '1,2,3',
      '1e9',
      '٣',
      '--2',
      '5%%',
      '250 000 đồng',
      '.5',
      '5,',
    ]) {
      expect(readNumber(typed, VIETNAMESE, ['%']), typed).toBeUndefined()
    }
  })

  it('is written with its groups', () => {
    expect(writeNumber('1250000.5', VIETNAMESE)).toBe('1.250.000,5')
    expect(writeNumber('999', VIETNAMESE)).toBe('999')
    expect(writeNumber('-1234', ENGLISH)).toBe('-1,234')
    expect(writeNumber('', VIETNAMESE)).toBe('')
  })

  it('is a share and a percentage without losing a digit', () => {
    expect(toPercent(0.07)).toBe('7')
    expect(toPercent('0.125')).toBe('12.5')
    expect(toPercent(1)).toBe('100')
    expect(toShare('12.5')).toBe('0.125')
    expect(toShare('7')).toBe('0.07')
    expect(toShare('100')).toBe('1')
    expect(toShare('250')).toBe('2.5')
  })
})
