import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Checkbox, Group, Select, Stack, TagsInput, TextInput } from '@mantine/core'
import { useState } from 'react'
import { type Condition, draftOf, hasValue, isComplete, isSpan, OPERATORS, type Operator } from './conditions'
import { OPERATOR_NAMES, UNITS } from './conditionWords'
import { DateField } from './DateField'
import type { Field } from './fields'
import { fold } from './fold'
import { NumberField } from './NumberField'

interface ConditionEditorProps {
  readonly field: Field
  readonly condition: Condition
  readonly onDone: (next: Condition) => void
  /** Takes it over and goes on to another that may hold instead. */
  readonly onOr: (next: Condition) => void
}

/** The form of one condition. */
export function ConditionEditor({ field, condition, onDone, onOr }: ConditionEditorProps) {
  const { t, i18n } = useLingui()
  const [draft, setDraft] = useState(condition)
  const pair = Array.isArray(draft.value) ? draft.value : ['', '']
  const span = (typeof draft.value === 'object' && draft.value !== null ? draft.value : {}) as {
    last?: number
    unit?: string
  }
  const set = (value: unknown) => setDraft({ ...draft, value })
  const changeOperator = (op: Operator) => {
    const fresh = draftOf(field)
    setDraft({
      field: field.field,
      op,
      ...(hasValue(op)
        ? {
            value:
              op === 'between'
                ? ['', '']
                : isSpan(op) || (field.kind !== 'date' && field.kind !== 'number')
                  ? fresh.value
                  : '',
          }
        : {}),
    })
  }

  const value = () => {
    if (!hasValue(draft.op)) return null
    if (field.kind === 'choice' || field.kind === 'list') {
      return (
        <Choices
          name={field.name}
          options={field.options}
          value={Array.isArray(draft.value) ? draft.value.map(String) : []}
          onChange={set}
        />
      )
    }
    if (field.kind === 'flag') {
      return (
        <Select
          aria-label={field.name}
          data={[
            { value: 'true', label: t`Có` },
            { value: 'false', label: t`Không` },
          ]}
          value={String(draft.value)}
          onChange={(next) => set(next === 'true')}
          comboboxProps={{ withinPortal: false }}
        />
      )
    }
    if (isSpan(draft.op)) {
      return (
        <Group gap="xs" wrap="nowrap">
          <NumberField
            aria-label={t`Số`}
            min={1}
            max={3650}
            w={80}
            required
            value={span.last === undefined ? '' : String(span.last)}
            onChange={(last) =>
              set({ unit: span.unit ?? 'day', last: last === '' ? undefined : Number(last) })
            }
          />
          <Select
            aria-label={t`Đơn vị`}
            data={Object.entries(UNITS).map(([unit, name]) => ({ value: unit, label: i18n._(name) }))}
            value={span.unit ?? 'day'}
            onChange={(unit) => set({ last: span.last, unit })}
            comboboxProps={{ withinPortal: false }}
          />
        </Group>
      )
    }
    const one = (current: unknown, change: (next: unknown) => void, label: string) =>
      field.kind === 'date' ? (
        <DateField
          key={label}
          aria-label={label}
          placeholder="24/11/2026"
          value={current ? String(current) : null}
          onChange={change}
          popoverProps={{ withinPortal: false }}
        />
      ) : field.kind === 'number' ? (
        <NumberField
          key={label}
          aria-label={label}
          decimals={6}
          value={String(current ?? '')}
          onChange={(next) => change(next === '' ? '' : Number(next))}
        />
      ) : (
        <TextInput
          key={label}
          aria-label={label}
          data-autofocus
          value={String(current ?? '')}
          onChange={(event) => change(event.currentTarget.value)}
        />
      )
    if (draft.op === 'between') {
      return (
        <Group gap="xs" wrap="nowrap">
          {one(pair[0], (next) => set([next, pair[1]]), t`Từ`)}
          {one(pair[1], (next) => set([pair[0], next]), t`Đến`)}
        </Group>
      )
    }
    return one(draft.value, set, field.name)
  }

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (isComplete(draft)) onDone(draft)
      }}
    >
      <Stack gap="xs" w={280}>
        {OPERATORS[field.kind].length > 1 && (
          <Select
            aria-label={t`Phép so sánh`}
            data={OPERATORS[field.kind].map((op) => ({ value: op, label: i18n._(OPERATOR_NAMES[op]) }))}
            value={draft.op}
            onChange={(op) => op && changeOperator(op as Operator)}
            comboboxProps={{ withinPortal: false }}
            allowDeselect={false}
          />
        )}
        {value()}
        <Group gap="xs" grow>
          <Button type="submit" disabled={!isComplete(draft)}>
            <Trans>Áp dụng</Trans>
          </Button>
          <Button variant="default" disabled={!isComplete(draft)} onClick={() => onOr(draft)}>
            <Trans>Hoặc…</Trans>
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

/** Several of a fixed choice, all in sight; free words where there is no fixed choice. */
function Choices({
  name,
  options,
  value,
  onChange,
}: {
  name: string
  options: Field['options']
  value: string[]
  onChange: (value: string[]) => void
}) {
  const { t } = useLingui()
  const [text, setText] = useState('')
  if (!options) {
    return (
      <TagsInput
        aria-label={name}
        placeholder={t`Gõ rồi Enter`}
        value={value}
        onChange={onChange}
        data-autofocus
        comboboxProps={{ withinPortal: false }}
      />
    )
  }
  const wanted = options.filter((option) => fold(option.label).includes(fold(text)))
  return (
    <Stack gap={8}>
      {options.length > 10 && (
        <TextInput
          size="xs"
          aria-label={t`Tìm trong ${name}`}
          placeholder={t`Tìm`}
          data-autofocus
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
      )}
      <Checkbox.Group value={value} onChange={onChange} aria-label={name}>
        <Stack gap={7} mah={236} style={{ overflowY: 'auto' }}>
          {wanted.map((option, index) => (
            <Checkbox
              key={option.value}
              value={option.value}
              label={option.label}
              size="xs"
              data-autofocus={index === 0 && options.length <= 10 ? true : undefined}
            />
          ))}
        </Stack>
      </Checkbox.Group>
    </Stack>
  )
}
