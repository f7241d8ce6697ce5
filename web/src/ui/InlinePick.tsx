import { Trans, useLingui } from '@lingui/react/macro'
import { ActionIcon, Button, Group, Text } from '@mantine/core'
import { IconPencil } from '@tabler/icons-react'
import { type KeyboardEvent, type ReactNode, useState } from 'react'
import { explain } from './command'

interface InlinePickProps<T> {
  readonly label: string
  readonly value: T
  /** The value as it is read; it may hold links, so a pencil opens the editing. */
  readonly show: ReactNode
  readonly readOnly?: boolean
  readonly picker: (value: T, onChange: (value: T) => void) => ReactNode
  readonly onSave: (value: T) => Promise<unknown>
}

/** A value that is chosen from what the server finds, edited where it stands. */
export function InlinePick<T>({ label, value, show, readOnly, picker, onSave }: InlinePickProps<T>) {
  const { t } = useLingui()
  /** Beside the draft, how it was when the editing began; somebody else may change it meanwhile. */
  const [draft, setDraft] = useState<{ value: T; before: T; onSave: (value: T) => Promise<unknown> }>()
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<string>()
  const close = () => {
    setDraft(undefined)
    setError(undefined)
  }
  const save = async () => {
    if (!draft) return
    setBusy(true)
    try {
      // What somebody else has changed meanwhile is not overwritten unseen: the change is made on what it was.
      const same = JSON.stringify(draft.before) === JSON.stringify(value)
      await (same ? onSave : draft.onSave)(draft.value)
      close()
    } catch (problem) {
      setError(explain(problem).detail || explain(problem).title)
    } finally {
      setBusy(false)
    }
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && !event.defaultPrevented) close()
  }
  return (
    <div>
      <Group justify="space-between" gap={4} wrap="nowrap">
        <Text size="sm" c="dimmed">
          {label}
        </Text>
        {!readOnly && !draft && (
          <ActionIcon
            size={24}
            aria-label={t`Sửa ${label}`}
            onClick={() => setDraft({ value, before: value, onSave })}
          >
            <IconPencil size={14} />
          </ActionIcon>
        )}
      </Group>
      {draft ? (
        // biome-ignore lint/a11y/noStaticElementInteractions: Escape bubbles up from the field inside
        <div onKeyDown={onKeyDown}>
          {picker(draft.value, (next) => setDraft({ ...draft, value: next }))}
          {error && (
            <Text size="sm" c="var(--sh-red)" role="alert" mt={4}>
              {error}
            </Text>
          )}
          <Group gap={6} mt={6}>
            <Button size="compact-sm" onClick={() => void save()} loading={busy}>
              <Trans>Lưu</Trans>
            </Button>
            <Button size="compact-sm" variant="default" onClick={close}>
              <Trans>Huỷ</Trans>
            </Button>
          </Group>
        </div>
      ) : (
        show || (
          <Text c="dimmed" span>
            —
          </Text>
        )
      )}
    </div>
  )
}
