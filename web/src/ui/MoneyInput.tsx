import { useLingui } from '@lingui/react/macro'
import { NumberInput, type NumberInputProps } from '@mantine/core'
import { symbolOf } from './format'

interface MoneyInputProps extends Omit<NumberInputProps, 'value' | 'onChange'> {
  readonly value: string
  readonly currency: string
  readonly onChange: (amount: string) => void
}

/** A sum of money as it is typed: grouped while typing, kept as text so that no digit is lost. */
export function MoneyInput({ value, currency, onChange, ...rest }: MoneyInputProps) {
  const { i18n } = useLingui()
  const english = i18n.locale === 'en'
  return (
    <NumberInput
      {...rest}
      hideControls
      inputMode="decimal"
      allowNegative={false}
      decimalScale={currency === 'VND' || currency === 'JPY' ? 0 : 2}
      thousandSeparator={english ? ',' : '.'}
      decimalSeparator={english ? '.' : ','}
      suffix={`\u00A0${symbolOf(currency)}`}
      value={value}
      onChange={(next) => onChange(String(next))}
    />
  )
}
