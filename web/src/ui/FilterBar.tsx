import { Trans, useLingui } from '@lingui/react/macro'
import { Button, CloseButton, Group, Menu, Popover, Select, Stack, TextInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { IconFilterPlus, IconSearch, IconX } from '@tabler/icons-react'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import type { Filter } from '../api/page'
import { ConditionEditor } from './ConditionEditor'
import { alternativesOf, anyOf, type Condition, conditionOf, draftOf, filterOf } from './conditions'
import { useWords } from './conditionWords'
import classes from './FilterBar.module.css'
import type { Field } from './fields'
import type { ListSearch } from './list'

const partsOf = (filter?: Filter): readonly Filter[] =>
  filter === undefined ? [] : 'all' in filter && !conditionOf(filter) ? filter.all : [filter]
const joined = (parts: readonly Filter[]): Filter | undefined =>
  parts.length === 0 ? undefined : { all: parts }

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
          part={filterOf(draftOf(fields[editing - parts.length] as Field))}
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
  const alternatives = alternativesOf(part)
  const editable = alternatives?.every((one) => fields.some(({ field }) => field === one.field)) === true
  const label = words(part)
  return (
    <Popover opened={opened && editable} onChange={onOpen} position="bottom-start" shadow="md" trapFocus>
      <Popover.Target>
        <span className={classes.chip}>
          <button type="button" onClick={() => onOpen(!opened)} disabled={!editable} title={label}>
            <span>{label}</span>
          </button>
          <button type="button" onClick={onRemove} aria-label={t`Bỏ điều kiện ${label}`}>
            <IconX size={14} aria-hidden />
          </button>
        </span>
      </Popover.Target>
      <Popover.Dropdown>
        {editable && opened && (
          <Alternatives
            fields={fields}
            start={alternatives ?? []}
            onDone={(next) => {
              onOpen(false)
              onChange(anyOf(next))
            }}
          />
        )}
      </Popover.Dropdown>
    </Popover>
  )
}

/** Conditions of which one is to hold; most often there is only one. */
function Alternatives({
  fields,
  start,
  onDone,
}: {
  fields: readonly Field[]
  start: readonly Condition[]
  onDone: (conditions: readonly Condition[]) => void
}) {
  const { t } = useLingui()
  const words = useWords(fields)
  const [all, setAll] = useState(start)
  const [at, setAt] = useState(start.length > 1 ? -1 : 0)
  const present = all[at]
  const field = fields.find((one) => one.field === present?.field)
  const withPresent = (next: Condition) => all.map((one, index) => (index === at ? next : one))
  return (
    <Stack gap="xs" w={280}>
      {all.map((one, index) => {
        const label = words(filterOf(one))
        return (
          index !== at && (
            // biome-ignore lint/suspicious/noArrayIndexKey: a condition is known by its place
            <Group key={index} gap={4} wrap="nowrap" justify="space-between">
              <Button
                variant="subtle"
                color="gray"
                size="compact-sm"
                styles={{ root: { minWidth: 0 }, label: { whiteSpace: 'normal', textAlign: 'left' } }}
                h="auto"
                onClick={() => setAt(index)}
              >
                {label}
              </Button>
              {all.length > 1 && (
                <CloseButton
                  size="xs"
                  aria-label={t`Bỏ điều kiện ${label}`}
                  onClick={() => {
                    setAll(all.filter((_, other) => other !== index))
                    setAt(at > index ? at - 1 : at)
                  }}
                />
              )}
            </Group>
          )
        )
      })}
      {field && present ? (
        <ConditionEditor
          key={`${at} ${field.field}`}
          field={field}
          condition={present}
          onDone={(next) => onDone(withPresent(next))}
          onOr={(next) => {
            setAll(withPresent(next))
            setAt(-1)
          }}
        />
      ) : (
        <>
          <Select
            data-autofocus
            aria-label={t`hoặc theo trường`}
            placeholder={t`hoặc theo trường…`}
            searchable
            data={fields.filter((one) => !one.hidden).map((one) => ({ value: one.field, label: one.name }))}
            value={null}
            onChange={(name) => {
              const other = fields.find((one) => one.field === name)
              if (!other) return
              setAll([...all, draftOf(other)])
              setAt(all.length)
            }}
            comboboxProps={{ withinPortal: false }}
          />
          <Button onClick={() => onDone(all)}>
            <Trans>Áp dụng</Trans>
          </Button>
        </>
      )}
    </Stack>
  )
}
