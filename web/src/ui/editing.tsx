import { Trans } from '@lingui/react/macro'
import { Button, Group, Modal, Stack, Table, Text } from '@mantine/core'
import { type InfiniteData, useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { patch } from '../api/client'
import type { Page } from '../api/page'
import { isProblem } from '../api/problem'
import { OptimisticCache } from './command'

interface Versioned {
  readonly id: string
  readonly version: number
}

interface Clash {
  readonly rows: readonly { readonly field: string; readonly mine: unknown; readonly theirs: unknown }[]
  readonly decide: (mine: boolean) => void
}

const written = (value: unknown): string => {
  if (value === null || value === undefined || value === '') return '—'
  if (Array.isArray(value)) return value.map(written).join(', ') || '—'
  if (typeof value === 'object') return Object.values(value).filter(Boolean).map(written).join(', ') || '—'
  return String(value)
}

/** Puts a record into every list and page of its collection that shows it. */
export function placeRecord<T extends Versioned>(
  cache: OptimisticCache,
  collection: string,
  id: string,
  change: (old: T) => T,
) {
  cache.update<T>([collection, 'one', id], change)
  cache.update<InfiniteData<Page<T>>>([collection, 'list'], (data) => ({
    ...data,
    pages: data.pages.map((page) =>
      page.items.some((item) => item.id === id)
        ? { ...page, items: page.items.map((item) => (item.id === id ? change(item) : item)) }
        : page,
    ),
  }))
}

interface Options {
  /** The first word of the keys under which the records lie: [collection, 'one', id] and [collection, 'list', …]. */
  readonly collection: string
  readonly path: string
  /** What a field is called, for the dialog that shows two values of it. */
  readonly nameOf: (field: string) => ReactNode
  readonly show?: (field: string, value: unknown) => ReactNode
}

/**
 * Edits of one kind of record: shown at once, taken back when the server refuses, and when somebody else was faster both
 * values are put side by side. The promise of an edit fails with the server's reason.
 */
export function useEditing<T extends Versioned>({ collection, path, nameOf, show }: Options) {
  const client = useQueryClient()
  const [clash, setClash] = useState<Clash>()

  const store = (record: T) => {
    placeRecord<T>(new OptimisticCache(client), collection, record.id, (old) => ({ ...old, ...record }))
    void client.invalidateQueries({ queryKey: [collection], refetchType: 'none' })
  }

  const send = async (id: string, version: number, changes: Partial<T>): Promise<T> => {
    try {
      return await patch<T>(`${path}/${id}`, changes, version)
    } catch (error) {
      if (!isProblem(error, 412)) throw error
      const current = error.body.current as T
      const mine = await new Promise<boolean>((resolve) =>
        setClash({
          rows: Object.keys(changes).map((field) => ({
            field,
            mine: changes[field as keyof T],
            theirs: current[field as keyof T],
          })),
          decide: resolve,
        }),
      )
      setClash(undefined)
      return mine ? send(id, current.version, changes) : current
    }
  }

  const edit = async (record: T, changes: Partial<T>) => {
    const cache = new OptimisticCache(client)
    placeRecord<T>(cache, collection, record.id, (old) => ({ ...old, ...changes }))
    try {
      const saved = await send(record.id, record.version, changes)
      store(saved)
      return saved
    } catch (error) {
      cache.rollBack()
      throw error
    }
  }

  const dialog = (
    <Modal
      opened={clash !== undefined}
      onClose={() => clash?.decide(false)}
      title={<Trans>Có người vừa sửa trước bạn</Trans>}
      size="lg"
    >
      <Stack>
        <Text>
          <Trans>Hai giá trị khác nhau. Giữ giá trị nào?</Trans>
        </Text>
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th />
              <Table.Th>
                <Trans>Của bạn</Trans>
              </Table.Th>
              <Table.Th>
                <Trans>Đang lưu</Trans>
              </Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {clash?.rows.map((row) => (
              <Table.Tr key={row.field}>
                <Table.Th scope="row">{nameOf(row.field)}</Table.Th>
                <Table.Td>{show?.(row.field, row.mine) ?? written(row.mine)}</Table.Td>
                <Table.Td>{show?.(row.field, row.theirs) ?? written(row.theirs)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
        <Group justify="flex-end">
          <Button variant="default" onClick={() => clash?.decide(false)} data-autofocus>
            <Trans>Giữ giá trị đang lưu</Trans>
          </Button>
          <Button onClick={() => clash?.decide(true)}>
            <Trans>Ghi giá trị của tôi</Trans>
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
  return { edit, store, dialog }
}
