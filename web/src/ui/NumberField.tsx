import { useLingui } from '@lingui/react/macro'
import { TextInput, type TextInputProps } from '@mantine/core'
import { type FocusEvent, useLayoutEffect, useRef, useState } from 'react'
import { ENGLISH, readNumber, VIETNAMESE, writeNumber } from './numbers'

export interface NumberFieldProps extends Omit<TextInputProps, 'value' | 'onChange'> {
  /** A decimal such as `1250000.5`, or '' for none. */
  readonly value: string
  readonly onChange: (value: string) => void
  /** Stands behind it: `%`, `₫`. */
  readonly suffix?: string
  readonly min?: number
  readonly max?: number
  /** How many it may have; none unless it says so. */
  readonly decimals?: number
}

/**
 * A number as it is typed. What cannot be read, or lies outside its bounds, stays as it was typed, says so, and keeps
 * the form from being sent: nothing is emptied, cut or moved to the nearest bound.
 */
export function NumberField({
  value,
  onChange,
  suffix,
  min,
  max,
  decimals = 0,
  error,
  onBlur,
  ...rest
}: NumberFieldProps) {
  const { t, i18n } = useLingui()
  const marks = i18n.locale === 'en' ? ENGLISH : VIETNAMESE
  const input = useRef<HTMLInputElement>(null)
  const [text, setText] = useState(() => writeNumber(value, marks))
  const [told, setTold] = useState(false)
  const tails = suffix ? [suffix] : []

  const problemOf = (typed: string) => {
    const read = readNumber(typed, marks, tails)
    if (read === '') return undefined
    if (read === undefined) return t`Không đọc được số “${typed.trim()}”`
    const places = (read.split('.')[1] ?? '').length
    if (places > decimals) {
      return decimals === 0 ? t`Cần số nguyên` : t`Nhiều nhất ${decimals} chữ số thập phân`
    }
    const low = min !== undefined && Number(read) < min
    const high = max !== undefined && Number(read) > max
    if ((low || high) && min !== undefined && max !== undefined) {
      return t`Cần từ ${writeNumber(String(min), marks)} đến ${writeNumber(String(max), marks)}`
    }
    if (low) return t`Không thể nhỏ hơn ${writeNumber(String(min), marks)}`
    if (high) return t`Không thể lớn hơn ${writeNumber(String(max), marks)}`
    return undefined
  }
  const problem = problemOf(text)

  // The browser itself keeps a form from being sent while one of its fields is wrong.
  useLayoutEffect(() => {
    input.current?.setCustomValidity(problem ?? '')
  }, [problem])

  const [known, setKnown] = useState(value)
  if (value !== known) {
    setKnown(value)
    if (readNumber(text, marks, tails) !== value) setText(writeNumber(value, marks))
  }

  const change = (typed: string) => {
    setText(typed)
    if (problemOf(typed) !== undefined) return
    const read = readNumber(typed, marks, tails) ?? ''
    setKnown(read)
    onChange(read)
  }
  const leave = (event: FocusEvent<HTMLInputElement>) => {
    setTold(true)
    const read = readNumber(text, marks, tails)
    if (problem === undefined && read !== undefined) setText(writeNumber(read, marks))
    onBlur?.(event)
  }

  return (
    <TextInput
      inputMode="decimal"
      autoComplete="off"
      {...rest}
      ref={input}
      rightSection={suffix && text !== '' ? <span aria-hidden>{suffix}</span> : undefined}
      rightSectionPointerEvents="none"
      value={text}
      onChange={(event) => change(event.currentTarget.value)}
      onBlur={leave}
      onInvalid={() => setTold(true)}
      error={(told || error ? problem : undefined) ?? error}
    />
  )
}
