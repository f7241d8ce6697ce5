import { useLingui } from '@lingui/react/macro'
import { ActionIcon, Stack, Text } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import classes from './EntryList.module.css'
import { MoveButtons, moved } from './MoveButtons'

/** The entries of a list inside a form: each with its fields, moved, taken out or added. The last one stays. */
export function EntryList<T extends { readonly key: string }>({
  entries,
  onChange,
  nameOf,
  draw,
  add,
  error,
}: {
  entries: readonly T[]
  onChange: (entries: readonly T[]) => void
  nameOf: (entry: T) => string
  draw: (entry: T, put: (change: Partial<T>) => void, index: number, name: string) => ReactNode
  add: ReactNode
  error?: string
}) {
  const { t } = useLingui()
  return (
    <Stack gap="sm">
      <ol className={classes.entries}>
        {entries.map((entry, index) => {
          const name = nameOf(entry)
          return (
            <li key={entry.key} className={classes.entry}>
              <div className={classes.entryFields}>
                {draw(
                  entry,
                  (change) =>
                    onChange(entries.map((one) => (one.key === entry.key ? { ...one, ...change } : one))),
                  index,
                  name,
                )}
              </div>
              <div className={classes.entryMoves}>
                <MoveButtons
                  name={name}
                  first={index === 0}
                  last={index === entries.length - 1}
                  onMove={(by) => onChange(moved(entries, index, by))}
                />
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  aria-label={t`Bỏ ${name}`}
                  disabled={entries.length === 1}
                  onClick={() => onChange(entries.filter((one) => one.key !== entry.key))}
                >
                  <IconTrash size={16} />
                </ActionIcon>
              </div>
            </li>
          )
        })}
      </ol>
      {error && (
        <Text size="sm" c="var(--sh-red)" role="alert">
          {error}
        </Text>
      )}
      <div>{add}</div>
    </Stack>
  )
}
