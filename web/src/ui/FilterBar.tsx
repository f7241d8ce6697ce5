import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import {
  Button,
  Checkbox,
  CloseButton,
  Group,
  Menu,
  Popover,
  Select,
  Stack,
  TagsInput,
  TextInput,
} from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { IconFilterPlus, IconSearch, IconX } from '@tabler/icons-react'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import type { Filter, FilterOperator, Predicate } from '../api/page'
import { DateField } from './DateField'
import classes from './FilterBar.module.css'
import type { Field } from './fields'
import { fold } from './fold'
import { formatDate, formatNumber } from './format'
import type { ListSearch } from './list'
import { NumberField } from './NumberField'

const OPERATORS: Record<Field['kind'], readonly FilterOperator[]> = {
  text: ['contains', 'eq', 'startsWith', 'empty', 'notEmpty'],
  choice: ['in', 'notIn', 'empty', 'notEmpty'],
  list: ['in', 'notIn', 'empty', 'notEmpty'],
  number: ['gte', 'lte', 'between', 'eq', 'empty', 'notEmpty'],
  date: ['within', 'after', 'before', 'between', 'empty', 'notEmpty'],
  flag: ['eq'],
}

const OPERATOR_NAMES: Record<FilterOperator, MessageDescriptor> = {
  eq: msg`bằng`,
  ne: msg`khác`,
  in: msg`là một trong`,
  notIn: msg`không phải`,
  gt: msg`lớn hơn`,
  gte: msg`từ`,
  lt: msg`nhỏ hơn`,
  lte: msg`đến`,
  between: msg`trong khoảng`,
  contains: msg`chứa`,
  startsWith: msg`bắt đầu bằng`,
  empty: msg`để trống`,
  notEmpty: msg`có giá trị`,
  before: msg`trước ngày`,
  after: msg`sau ngày`,
  within: msg`trong vòng`,
  memberOf: msg`thuộc`,
}

const UNITS: Record<string, MessageDescriptor> = {
  day: msg`ngày qua`,
  week: msg`tuần qua`,
  month: msg`tháng qua`,
}

const isPredicate = (filter: Filter): filter is Predicate => 'field' in filter
const partsOf = (filter?: Filter): readonly Filter[] =>
  filter === undefined ? [] : 'all' in filter ? filter.all : [filter]
const joined = (parts: readonly Filter[]): Filter | undefined =>
  parts.length === 0 ? undefined : { all: parts }

const hasValue = (op: FilterOperator) => op !== 'empty' && op !== 'notEmpty'

const complete = (predicate: Predicate) => {
  if (!hasValue(predicate.op)) return true
  const { value } = predicate
  if (predicate.op === 'within') return (value as { last?: number } | undefined)?.last !== undefined
  if (Array.isArray(value)) {
    return value.length > 0 && value.every((part) => part !== null && part !== '' && part !== undefined)
  }
  return value !== undefined && value !== null && value !== ''
}

interface FilterBarProps {
  readonly fields: readonly Field[]
  readonly search: ListSearch
  readonly onSearch: (change: Partial<ListSearch>) => void
  readonly placeholder?: string
  /** The list cannot be searched by words. */
  readonly filterOnly?: boolean
  /** Shown at the right: how many there are. */
  readonly count?: ReactNode
  readonly children?: ReactNode
}

/** What a list shows, as words that can be clicked; the same stands in the address. */
export function FilterBar({
  fields,
  search,
  onSearch,
  placeholder,
  filterOnly,
  count,
  children,
}: FilterBarProps) {
  const { t } = useLingui()
  const [text, setText] = useState(search.q ?? '')
  const [editing, setEditing] = useState<number>()
  const parts = partsOf(search.filter)
  const sent = useRef(search.q)
  const send = useDebouncedCallback((typed: string) => {
    sent.current = typed.trim() || undefined
    onSearch({ q: sent.current })
  }, 250)

  // The address answers what is typed a moment later and without the spaces around it; only what comes from elsewhere
  // takes the place of what stands in the field.
  useEffect(() => {
    if (search.q === sent.current) return
    sent.current = search.q
    send.cancel()
    setText(search.q ?? '')
  }, [search.q, send])

  const replace = (index: number, part?: Filter) =>
    onSearch({
      filter: joined(
        part === undefined
          ? parts.filter((_, at) => at !== index)
          : index < parts.length
            ? parts.map((old, at) => (at === index ? part : old))
            : [...parts, part],
      ),
    })

  return (
    <search className={classes.bar}>
      {!filterOnly && (
        <TextInput
          className={classes.search}
          data-list-search
          size="xs"
          type="search"
          placeholder={placeholder ?? t`Tìm trong danh sách`}
          aria-label={placeholder ?? t`Tìm trong danh sách`}
          leftSection={<IconSearch size={15} aria-hidden />}
          rightSection={
            text ? (
              <CloseButton
                size="xs"
                aria-label={t`Xoá chữ tìm`}
                onClick={() => {
                  send.cancel()
                  sent.current = undefined
                  setText('')
                  onSearch({ q: undefined })
                }}
              />
            ) : null
          }
          value={text}
          onChange={(event) => {
            setText(event.currentTarget.value)
            send(event.currentTarget.value)
          }}
          onKeyDown={(event) => {
            if (event.key === 'Escape' || event.key === 'Enter') event.currentTarget.blur()
          }}
        />
      )}
      {parts.map((part, index) => (
        <Chip
          // biome-ignore lint/suspicious/noArrayIndexKey: a condition is known by its place
          key={index}
          part={part}
          fields={fields}
          opened={editing === index}
          onOpen={(open) => setEditing(open ? index : undefined)}
          onChange={(next) => replace(index, next)}
          onRemove={() => replace(index)}
        />
      ))}
      {editing !== undefined && editing >= parts.length && fields[editing - parts.length] && (
        <Chip
          part={draftOf(fields[editing - parts.length] as Field)}
          fields={fields}
          opened
          onOpen={(open) => !open && setEditing(undefined)}
          onChange={(next) => {
            setEditing(undefined)
            replace(parts.length, next)
          }}
          onRemove={() => setEditing(undefined)}
        />
      )}
      <Menu position="bottom-start" width={220}>
        <Menu.Target>
          <Button
            variant="subtle"
            color="gray"
            size="xs"
            leftSection={<IconFilterPlus size={16} aria-hidden />}
            styles={{ root: { color: 'var(--mantine-color-text)' } }}
          >
            <Trans>Lọc</Trans>
          </Button>
        </Menu.Target>
        <Menu.Dropdown mah={360} style={{ overflowY: 'auto' }}>
          {fields.map((field, index) =>
            field.hidden ? null : (
              <Menu.Item key={field.field} onClick={() => setEditing(parts.length + index)}>
                {field.name}
              </Menu.Item>
            ),
          )}
        </Menu.Dropdown>
      </Menu>
      {(parts.length > 0 || search.q) && (
        <Button
          variant="subtle"
          color="gray"
          size="xs"
          onClick={() => onSearch({ filter: undefined, q: undefined })}
          styles={{ root: { color: 'var(--mantine-color-dimmed)' } }}
        >
          <Trans>Bỏ hết</Trans>
        </Button>
      )}
      <div className={classes.end}>
        {count !== undefined && (
          <span className={classes.count} role="status">
            {count}
          </span>
        )}
        {children}
      </div>
    </search>
  )
}

const draftOf = (field: Field): Predicate => {
  const op = OPERATORS[field.kind][0] ?? 'eq'
  const value =
    field.kind === 'choice' || field.kind === 'list'
      ? []
      : field.kind === 'date'
        ? { last: 14, unit: 'day' }
        : field.kind === 'flag'
          ? true
          : ''
  return { field: field.field, op, value }
}

function Chip({
  part,
  fields,
  opened,
  onOpen,
  onChange,
  onRemove,
}: {
  part: Filter
  fields: readonly Field[]
  opened: boolean
  onOpen: (open: boolean) => void
  onChange: (part: Filter) => void
  onRemove: () => void
}) {
  const { t } = useLingui()
  const words = useWords(fields)
  const field = isPredicate(part) ? fields.find((one) => one.field === part.field) : undefined
  const label = words(part)
  return (
    <Popover
      opened={opened && field !== undefined}
      onChange={onOpen}
      position="bottom-start"
      shadow="md"
      trapFocus
    >
      <Popover.Target>
        <span className={classes.chip}>
          <button type="button" onClick={() => onOpen(!opened)} disabled={field === undefined} title={label}>
            <span>{label}</span>
          </button>
          <button type="button" onClick={onRemove} aria-label={t`Bỏ điều kiện ${label}`}>
            <IconX size={14} aria-hidden />
          </button>
        </span>
      </Popover.Target>
      <Popover.Dropdown>
        {field && isPredicate(part) && (
          <Editor
            field={field}
            predicate={part}
            onDone={(next) => {
              onOpen(false)
              onChange(next)
            }}
          />
        )}
      </Popover.Dropdown>
    </Popover>
  )
}

function Editor({
  field,
  predicate,
  onDone,
}: {
  field: Field
  predicate: Predicate
  onDone: (next: Predicate) => void
}) {
  const { t, i18n } = useLingui()
  const [draft, setDraft] = useState(predicate)
  const pair = Array.isArray(draft.value) ? draft.value : ['', '']
  const span = (typeof draft.value === 'object' && draft.value !== null ? draft.value : {}) as {
    last?: number
    unit?: string
  }
  const set = (value: unknown) => setDraft({ ...draft, value })
  const changeOperator = (op: FilterOperator) => {
    const fresh = draftOf(field)
    setDraft({
      field: field.field,
      op,
      ...(hasValue(op)
        ? {
            value:
              op === 'between'
                ? ['', '']
                : op === 'within' || (field.kind !== 'date' && field.kind !== 'number')
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
    if (draft.op === 'within') {
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
        if (complete(draft)) onDone(draft)
      }}
    >
      <Stack gap="xs" w={280}>
        {OPERATORS[field.kind].length > 1 && (
          <Select
            aria-label={t`Phép so sánh`}
            data={OPERATORS[field.kind].map((op) => ({ value: op, label: i18n._(OPERATOR_NAMES[op]) }))}
            value={draft.op}
            onChange={(op) => op && changeOperator(op as FilterOperator)}
            comboboxProps={{ withinPortal: false }}
            allowDeselect={false}
          />
        )}
        {value()}
        <Button type="submit" disabled={!complete(draft)}>
          <Trans>Áp dụng</Trans>
        </Button>
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

/** A condition in words, as a colleague would say it. */
function useWords(fields: readonly Field[]) {
  const { t, i18n } = useLingui()
  const words = (part: Filter): string => {
    if ('all' in part) return part.all.map(words).join(` ${t`và`} `)
    if ('any' in part) return part.any.map(words).join(` ${t`hoặc`} `)
    if ('not' in part) {
      const inner = words(part.not)
      return t`không (${inner})`
    }
    const field = fields.find((one) => one.field === part.field)
    const name = field?.name ?? part.field
    const operator = i18n._(OPERATOR_NAMES[part.op] ?? OPERATOR_NAMES.eq)
    if (!hasValue(part.op)) return `${name}: ${operator}`
    const say = (value: unknown): string => {
      if (typeof value === 'boolean') return value ? t`Có` : t`Không`
      const label = field?.options?.find((option) => option.value === value)?.label
      if (label) return label
      if (field?.kind === 'date' && typeof value === 'string' && value) return formatDate(value)
      if (field?.kind === 'number' && value !== '') return formatNumber(String(value), 2)
      return String(value ?? '')
    }
    const { value } = part
    if (part.op === 'within' && typeof value === 'object' && value !== null) {
      const { last, unit } = value as { last?: number; unit?: string }
      return `${name}: ${last ?? ''} ${i18n._(UNITS[unit ?? 'day'] ?? msg`ngày qua`)}`
    }
    const said = Array.isArray(value) ? value.map(say).join(part.op === 'between' ? ' – ' : ', ') : say(value)
    const quiet = part.op === 'in' || part.op === 'between' || (part.op === 'eq' && field?.kind !== 'number')
    return quiet ? `${name}: ${said || '…'}` : `${name} ${operator} ${said || '…'}`
  }
  return words
}
