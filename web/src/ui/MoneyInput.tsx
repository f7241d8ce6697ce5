import { decimalsOf, symbolOf } from './format'
import { NumberField, type NumberFieldProps } from './NumberField'

interface MoneyInputProps extends Omit<NumberFieldProps, 'suffix' | 'min' | 'max' | 'decimals'> {
  readonly currency: string
}

/** A sum of money as it is typed, kept as text so that no digit is lost. */
export function MoneyInput({ currency, ...rest }: MoneyInputProps) {
  return <NumberField {...rest} suffix={symbolOf(currency)} min={0} decimals={decimalsOf(currency)} />
}
