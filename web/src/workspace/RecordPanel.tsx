import { Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useEffect, useRef } from 'react'
import { Loaded } from '../ui/Loaded'
import { recordQuery } from './records'

interface RecordPanelProps<T> {
  /** The collection that it is of. */
  readonly of: string
  readonly id: string
  /** Opens the first value for editing, as E on a row asks. */
  readonly edit?: boolean
  readonly name: (record: T) => string
  /** Stands below the name. */
  readonly head?: (record: T) => ReactNode
  readonly children: (record: T) => ReactNode
}

/** A record beside the list in which its row was clicked. */
export function RecordPanel<T>({ of, id, edit, name, head, children }: RecordPanelProps<T>) {
  const record = useQuery(recordQuery<T>(of, id))
  const box = useRef<HTMLDivElement>(null)
  const ready = record.isSuccess
  useEffect(() => {
    if (ready && edit) box.current?.querySelector<HTMLElement>('[data-inline-edit] button')?.click()
  }, [ready, edit])
  return (
    <Loaded of={record} lines={8}>
      {(data) => (
        <Stack gap="md" p="md" ref={box}>
          <div>
            <Text fw={600} size="xl" component="h2" m={0}>
              {name(data)}
            </Text>
            {head?.(data)}
          </div>
          {children(data)}
        </Stack>
      )}
    </Loaded>
  )
}
