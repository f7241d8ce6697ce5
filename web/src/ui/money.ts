const SCALE = 6

const toUnits = (amount: string) => {
  const [whole = '0', part = ''] = amount.replace('-', '').split('.')
  const units = BigInt(whole) * 10n ** BigInt(SCALE) + BigInt(part.padEnd(SCALE, '0').slice(0, SCALE))
  return amount.startsWith('-') ? -units : units
}

const toAmount = (units: bigint) => {
  const size = units < 0n ? -units : units
  const whole = size / 10n ** BigInt(SCALE)
  const part = (size % 10n ** BigInt(SCALE)).toString().padStart(SCALE, '0').replace(/0+$/, '')
  return `${units < 0n ? '-' : ''}${whole}${part ? `.${part}` : ''}`
}

/** Sums of money are decimals written as text; adding them as numbers would lose the last dongs. */
export const addAmounts = (a: string, b: string) => toAmount(toUnits(a) + toUnits(b))

/** A part of an amount, in percent: 150000000 at 70 is 105000000. */
export const percentOf = (amount: string, percent: number) =>
  toAmount((toUnits(amount) * BigInt(Math.round(percent * 100))) / 10_000n)

export const negated = (amount: string) => toAmount(-toUnits(amount))
