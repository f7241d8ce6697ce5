import { useLingui } from '@lingui/react/macro'
import { Select, TagsInput, Text, Textarea, TextInput, VisuallyHidden } from '@mantine/core'
import { type KeyboardEvent, type ReactNode, useId, useRef, useState } from 'react'
import { ApiProblem } from '../api/problem'
import { explain } from './command'
import { DateField } from './DateField'
import classes from './InlineEdit.module.css'
import { NumberField } from './NumberField'

interface Base {
  /** Said above the value, and by a screen reader. */
  readonly label: string
  readonly hideLabel?: boolean
  readonly readOnly?: boolean
  readonly placeholder?: string
  /** The name of the field in the API, to find its message in a refusal. */
  readonly field?: string
}

interface TextField extends Base {
  readonly kind?: 'text' | 'lines' | 'email' | 'phone'
  readonly value: string | null | undefined
  readonly show?: ReactNode
  readonly onSave: (value: string | null) => Promise<unknown>
}
interface NumberValue extends Base {
  readonly kind: 'number'
  readonly value: string | number | null | undefined
  readonly show?: ReactNode
  readonly suffix?: string
  /** How many it may have; none unless it says so. */
  readonly decimals?: number
  /** It may be less than nothing. */
  readonly negative?: boolean
  readonly onSave: (value: string | null) => Promise<unknown>
}
interface DateValue extends Base {
  readonly kind: 'date'
  readonly value: string | null | undefined
  readonly show?: ReactNode
  readonly onSave: (value: string | null) => Promise<unknown>
}
interface ChoiceField extends Base {
  readonly kind: 'choice'
  readonly value: string | null | undefined
  readonly show?: ReactNode
  readonly options: readonly { readonly value: string; readonly label: string }[]
  readonly required?: boolean
  /** For options that the server finds. */
  readonly onSearch?: (text: string) => void
  readonly onSave: (value: string | null) => Promise<unknown>
}
interface TagsField extends Base {
  readonly kind: 'tags'
  readonly value: readonly string[]
  readonly show?: ReactNode
  readonly suggestions?: readonly string[]
  readonly onSave: (value: string[]) => Promise<unknown>
}
export type InlineEditProps = TextField | NumberValue | DateValue | ChoiceField | TagsField

const MARK = 'data-inline-edit'

const written = (props: InlineEditProps): string | string[] =>
  props.kind === 'tags' ? [...props.value] : props.value == null ? '' : String(props.value)

const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)

/** The next value on the screen after this one opens, as Tab does in a sheet. */
function openNext(from: Element | null, backwards: boolean) {
  if (from === null) return
  const all = [...document.querySelectorAll(`[${MARK}]`)]
  const at = all.indexOf(from)
  const next = all[at + (backwards ? -1 : 1)]?.querySelector('button')
  next?.focus()
  next?.click()
}

/** A value that is edited where it stands: Enter saves, Esc cancels, Tab saves and goes on. */
export function InlineEdit(props: InlineEditProps) {
  const { t } = useLingui()
  const id = useId()
  const box = useRef<HTMLDivElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  const leaving = useRef(false)
  /** As it was when the editing began; somebody else may change it meanwhile. */
  const begun = useRef(props)
  const [draft, setDraft] = useState<string | string[] | null>(null)
  const [editing, setEditing] = useState(false)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<string>()

  const current = written(props)

  const open = () => {
    leaving.current = false
    begun.current = props
    setDraft(current)
    setError(undefined)
    setEditing(true)
  }
  const close = (focus: boolean) => {
    leaving.current = true
    setEditing(false)
    setError(undefined)
    if (focus) requestAnimationFrame(() => button.current?.focus())
  }

  const save = async (value: string | string[], then?: () => void, focus = true) => {
    if (busy) return
    const input = box.current?.querySelector('input')
    // What cannot be read is no value: it stays where it was typed and says so.
    if (input?.validity.customError) {
      setError(input.validationMessage)
      return
    }
    const before = written(begun.current)
    if (isSame(value, before)) {
      close(focus && !then)
      then?.()
      return
    }
    setBusy(true)
    try {
      // What somebody else has changed meanwhile is not overwritten unseen: the change is made on what it was.
      const to = isSame(before, current) ? props : begun.current
      if (to.kind === 'tags') await to.onSave(value as string[])
      else await to.onSave(String(value).trim() === '' ? null : String(value).trim())
      close(focus && !then)
      then?.()
    } catch (problem) {
      const own = problem instanceof ApiProblem && props.field ? problem.of(props.field) : undefined
      setError(own ?? explain(problem).detail)
    } finally {
      setBusy(false)
    }
  }

  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation()
    if (event.key === 'Escape') {
      event.preventDefault()
      close(true)
    } else if (event.key === 'Enter' && !(props.kind === 'lines' && event.shiftKey)) {
      if (props.kind === 'choice' || (props.kind === 'tags' && !(event.ctrlKey || event.metaKey))) return
      event.preventDefault()
      void save(draft ?? '')
    } else if (event.key === 'Tab') {
      event.preventDefault()
      const backwards = event.shiftKey
      void save(draft ?? '', () => openNext(box.current, backwards))
    }
  }
  const onBlur = () => {
    if (!leaving.current && !busy) void save(draft ?? '', undefined, false)
  }

  const shared = {
    'aria-label': props.label,
    error,
    disabled: busy,
    autoFocus: true,
    size: 'sm',
    placeholder: props.placeholder,
    onKeyDown,
  } as const

  const input = () => {
    switch (props.kind) {
      case 'lines':
        return (
          <Textarea
            {...shared}
            autosize
            minRows={2}
            value={String(draft ?? '')}
            onChange={(event) => setDraft(event.currentTarget.value)}
            onBlur={onBlur}
          />
        )
      case 'number':
        return (
          <NumberField
            {...shared}
            suffix={props.suffix}
            min={props.negative ? undefined : 0}
            decimals={props.decimals}
            value={String(draft ?? '')}
            onChange={setDraft}
            onBlur={onBlur}
          />
        )
      case 'date':
        return (
          <DateField
            {...shared}
            value={draft ? String(draft) : null}
            onChange={(value) => setDraft(value ?? '')}
            onBlur={onBlur}
            clearable
          />
        )
      case 'choice':
        return (
          <Select
            {...shared}
            searchable
            clearable={!props.required}
            defaultDropdownOpened
            data={[...props.options]}
            value={String(draft ?? '') || null}
            onSearchChange={props.onSearch}
            onChange={(value) => {
              setDraft(value ?? '')
              void save(value ?? '')
            }}
            onBlur={() => close(false)}
          />
        )
      case 'tags':
        return (
          <TagsInput
            {...shared}
            data={[...(props.suggestions ?? [])]}
            value={Array.isArray(draft) ? draft : []}
            onChange={setDraft}
            onBlur={onBlur}
          />
        )
      default:
        return (
          <TextInput
            {...shared}
            type={props.kind === 'email' ? 'email' : props.kind === 'phone' ? 'tel' : 'text'}
            value={String(draft ?? '')}
            onChange={(event) => setDraft(event.currentTarget.value)}
            onBlur={onBlur}
          />
        )
    }
  }

  const empty = props.show === undefined && current.length === 0
  return (
    <div ref={box} {...(props.readOnly ? {} : { [MARK]: '' })}>
      {!props.hideLabel && (
        <div id={id} className={classes.label}>
          {props.label}
        </div>
      )}
      {editing ? (
        input()
      ) : (
        <button
          ref={button}
          type="button"
          className={`${classes.value} ${empty ? classes.empty : ''}`}
          disabled={props.readOnly}
          onClick={open}
        >
          <VisuallyHidden>{props.label}: </VisuallyHidden>
          {props.show ??
            (empty ? (
              <Text span c="dimmed">
                {props.placeholder ?? '—'}
                <VisuallyHidden> {t`trống, bấm để nhập`}</VisuallyHidden>
              </Text>
            ) : Array.isArray(current) ? (
              current.join(', ')
            ) : (
              current
            ))}
        </button>
      )}
    </div>
  )
}
