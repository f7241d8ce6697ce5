import { useLingui } from '@lingui/react/macro'
import { DateInput, type DateInputProps } from '@mantine/dates'
import dayjs from 'dayjs'
import { type FocusEvent, useRef, useState } from 'react'
import { Dates } from './Dates'

const FORMAT = 'DD/MM/YYYY'
const TYPED = [FORMAT, 'D/M/YYYY']

/** The day that was typed, as `2026-11-24`; null when there is no such day. */
export const readDay = (typed: string) => {
  const day = dayjs(typed.trim(), TYPED, true)
  return day.isValid() ? day.format('YYYY-MM-DD') : null
}

/**
 * A day that is typed or picked. A day that does not exist stays as it was typed, says so, and keeps the form from being
 * sent; it does not become another day, nor the one from before.
 */
export function DateField({ error, onBlur, onChange, ...rest }: DateInputProps) {
  const { t } = useLingui()
  const input = useRef<HTMLInputElement>(null)
  const [wrong, setWrong] = useState<string>()
  const [told, setTold] = useState(false)

  const problemOf = (typed: string) => {
    if (typed.trim() === '') return undefined
    const low = rest.minDate && dayjs(rest.minDate).format('YYYY-MM-DD')
    const high = rest.maxDate && dayjs(rest.maxDate).format('YYYY-MM-DD')
    const day = readDay(typed)
    if (day === null) return t`Không có ngày “${typed.trim()}”. Viết như 24/11/2026.`
    if (low && day < low) return t`Không thể trước ${dayjs(low).format(FORMAT)}`
    if (high && day > high) return t`Không thể sau ${dayjs(high).format(FORMAT)}`
    return undefined
  }
  // The browser itself keeps a form from being sent while one of its fields is wrong.
  const look = (typed: string) => {
    const problem = problemOf(typed)
    input.current?.setCustomValidity(problem ?? '')
    setWrong(problem)
  }
  const leave = (event: FocusEvent<HTMLInputElement>) => {
    look(event.currentTarget.value)
    setTold(true)
    onBlur?.(event)
  }

  return (
    <Dates>
      <DateInput
        {...rest}
        ref={input}
        valueFormat={FORMAT}
        fixOnBlur={false}
        dateParser={(typed) => readDay(typed)}
        onInput={(event) => look(event.currentTarget.value)}
        onInvalid={() => setTold(true)}
        onBlur={leave}
        onChange={(value) => {
          input.current?.setCustomValidity('')
          setWrong(undefined)
          onChange?.(value)
        }}
        error={(told || error ? wrong : undefined) ?? error}
      />
    </Dates>
  )
}
