/** How numbers are written in a language: where groups of three end and where the decimals begin. */
export interface Marks {
  readonly group: string
  readonly decimal: string
}

export const VIETNAMESE: Marks = { group: '.', decimal: ',' }
export const ENGLISH: Marks = { group: ',', decimal: '.' }

const escaped = (mark: string) => mark.replace('.', '\\.')

/**
 * A number as it was typed, as a decimal without groups: `1.250.000,5` is `1250000.5`. Nothing is guessed: what is not
 * a whole number in this way of writing is undefined, and an empty text is ''.
 *
 * @param tails words that may stand behind it, such as % or ₫
 */
export function readNumber(typed: string, marks: Marks, tails: readonly string[] = []): string | undefined {
  let text = typed.replace(/[\s\u00A0\u202F]/g, '').normalize('NFC')
  if (text === '') return ''
  const tail = tails.find((one) => one !== '' && text.endsWith(one))
  if (tail) text = text.slice(0, -tail.length)
  const group = escaped(marks.group)
  const shape = new RegExp(`^-?(\\d+|\\d{1,3}(${group}\\d{3})+)(${escaped(marks.decimal)}\\d+)?$`)
  if (!shape.test(text)) return undefined
  const [whole = '', part] = text.split(marks.decimal)
  const digits = whole.replaceAll(marks.group, '').replace(/^(-?)0+(?=\d)/, '$1')
  return part === undefined ? digits : `${digits}.${part}`
}

/** A decimal as people write it: `1250000.5` is `1.250.000,5`. */
export function writeNumber(value: string, marks: Marks): string {
  const [whole = '', part] = value.split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, marks.group)
  return part === undefined ? grouped : `${grouped}${marks.decimal}${part}`
}

/** A decimal moved by two places, without counting in binary: 0.07 is 7 percent, and 12.5 percent are 0.125. */
export const toPercent = (share: string | number) => moved(String(share), 2)
export const toShare = (percent: string) => moved(percent, -2)

function moved(value: string, places: number): string {
  const negative = value.startsWith('-')
  const [whole = '', part = ''] = value.replace('-', '').split('.')
  const digits = places > 0 ? part.padEnd(places, '0') : whole.padStart(1 - places, '0')
  const [left, right] =
    places > 0
      ? [whole + digits.slice(0, places), digits.slice(places)]
      : [digits.slice(0, places), digits.slice(places) + part]
  const tail = right.replace(/0+$/, '')
  return `${negative ? '-' : ''}${left.replace(/^0+(?=\d)/, '')}${tail ? `.${tail}` : ''}`
}
