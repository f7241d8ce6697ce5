import { Trans } from '@lingui/react/macro'
import { Anchor, Text } from '@mantine/core'
import { Fragment, type ReactNode, useState } from 'react'

const STORE = 'songhanh:draft:'

type Values = Readonly<Record<string, unknown>>

/** What somebody has typed and not sent yet: it outlives a closed form and a reload, and ends with the tab. */
export class Draft {
  /** Whether it was begun before. */
  readonly restored: boolean
  private values: Values
  private readonly name: string

  constructor(name: string) {
    this.name = name
    this.values = read(name)
    this.restored = Object.values(this.values).some(says)
  }

  of<T>(field: string, start: T): T {
    return field in this.values ? (this.values[field] as T) : start
  }

  keep(field: string, value: unknown) {
    this.values = { ...this.values, [field]: value }
    write(this.name, this.values)
  }

  forget() {
    this.values = {}
    write(this.name, undefined)
  }
}

const says = (value: unknown) =>
  value !== null && value !== '' && (typeof value !== 'object' || Object.keys(value).length > 0)

// A browser may refuse to keep anything: then a draft lives as long as its form.
const read = (name: string): Values => {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(STORE + name) ?? '{}')
    return typeof kept === 'object' && kept !== null ? (kept as Values) : {}
  } catch {
    return {}
  }
}

const write = (name: string, values?: Values) => {
  try {
    if (values) sessionStorage.setItem(STORE + name, JSON.stringify(values))
    else sessionStorage.removeItem(STORE + name)
  } catch {
    return
  }
}

/** Whoever signs out leaves nothing behind. */
export const forgetDrafts = () => {
  try {
    for (const name of Object.keys(sessionStorage)) {
      if (name.startsWith(STORE)) sessionStorage.removeItem(name)
    }
  } catch {
    return
  }
}

/** @param name of the form, and of what it is about */
export const useDraft = (name: string) => useState(() => new Draft(name))[0]

/** A field of a form, as `useState`. */
export function useDrafted<T>(draft: Draft, field: string, start: T) {
  const [value, setValue] = useState(() => draft.of(field, start))
  const set = (next: T) => {
    draft.keep(field, next)
    setValue(next)
  }
  return [value, set] as const
}

/** A form that begins where it was left. */
export function Drafted({ name, children }: { name: string; children: (draft: Draft) => ReactNode }) {
  const [draft, setDraft] = useState(() => new Draft(name))
  const [round, setRound] = useState(0)
  return (
    <Fragment key={round}>
      {draft.restored && (
        <Text size="sm" c="dimmed" mb="xs" role="status">
          <Trans>Tiếp tục bản nháp lúc trước.</Trans>{' '}
          <Anchor
            component="button"
            size="sm"
            onClick={() => {
              draft.forget()
              setDraft(new Draft(name))
              setRound(round + 1)
            }}
          >
            <Trans>Bỏ bản nháp</Trans>
          </Anchor>
        </Text>
      )}
      {children(draft)}
    </Fragment>
  )
}
