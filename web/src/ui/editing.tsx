import { Trans } from '@lingui/react/macro'
import { Button, Group, Modal, Stack, Table, Text } from '@mantine/core'
import { type InfiniteData, useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { get, patch } from '../api/client'
import type { Page } from '../api/page'
import { ApiProblem, isProblem, Unreachable } from '../api/problem'
import { OptimisticCache } from './command'
import { formatTime } from './format'

interface Versioned {
  readonly id: string
  readonly version: number
}

interface Clash {
  /** Who was faster, and when; missing where nobody tells. */
  readonly by?: { readonly name: string; readonly at: string }
  readonly rows: readonly { readonly field: string; readonly mine: unknown; readonly theirs: unknown }[]
  readonly decide: (mine: boolean) => void
}

const written = (value: unknown): string => {
  if (value === null || value === undefined || value === '') return '—'
  if (Array.isArray(value)) return value.map(written).join(', ') || '—'
  if (typeof value === 'object') return Object.values(value).filter(Boolean).map(written).join(', ') || '—'
  return String(value)
}

type Values = Readonly<Record<string, unknown>>

const isPart = (value: unknown): value is Values =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A record with changes as the server merges them: where only parts of a value are said, the others stay. */
export function merged<T extends object>(record: T, changes: Partial<T>): T {
  const all = { ...record } as Record<string, unknown>
  for (const [field, said] of Object.entries(changes)) {
    const old = all[field]
    all[field] = isPart(said) && isPart(old) ? { ...old, ...said } : said
  }
  return all as T
}

/** The changed fields that somebody else has changed too since the record was as it was. */
export function clashing<T extends object>(before: T, current: T, changes: Partial<T>): string[] {
  const same = (one: unknown, other: unknown) => JSON.stringify(one ?? null) === JSON.stringify(other ?? null)
  return Object.entries(changes).flatMap(([field, said]) => {
    const [then, now] = [before[field as keyof T], current[field as keyof T]]
    const stands =
      isPart(said) && isPart(then) && isPart(now)
        ? Object.keys(said).every((part) => same(then[part], now[part]))
        : same(then, now)
    return said === undefined || stands ? [] : [field]
  })
}

interface Changed {
  readonly at: string
  readonly actor?: { readonly name?: string | null } | null
  readonly before?: Values | null
  readonly after?: Values | null
}

/** By whom and when one of these fields was changed last, as far as the record tells. */
async function lastChange(path: string, fields: readonly string[]): Promise<Clash['by']> {
  try {
    const { items } = await get<Page<Changed>>(`${path}/history`, { limit: 20 })
    const last = items.find(({ before, after }) => fields.some((field) => field in { ...before, ...after }))
    return last?.actor?.name ? { name: last.actor.name, at: last.at } : undefined
  } catch (error) {
    // The two values are what the dialog is for: it comes without a name where the history cannot be had.
    if (error instanceof ApiProblem || error instanceof Unreachable) return undefined
    throw error
  }
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
 * Edits of one kind of record: shown at once, taken back when the server refuses, and when somebody else was faster with the
 * same field both values are put side by side. The promise of an edit fails with the server's reason.
 */
export function useEditing<T extends Versioned>({ collection, path, nameOf, show }: Options) {
  const client = useQueryClient()
  const [clash, setClash] = useState<Clash>()

  const store = (record: T) => {
    placeRecord<T>(new OptimisticCache(client), collection, record.id, (old) => ({ ...old, ...record }))
    void client.invalidateQueries({ queryKey: [collection], refetchType: 'none' })
  }

  const send = async (record: T, changes: Partial<T>): Promise<T> => {
    try {
      return await patch<T>(`${path}/${record.id}`, changes, record.version)
    } catch (error) {
      if (!isProblem(error, 412)) throw error
      const current = error.body.current as T
      const fields = clashing(record, current, changes)
      if (fields.length === 0) return send(current, changes)
      const by = await lastChange(`${path}/${record.id}`, fields)
      const mine = await new Promise<boolean>((resolve) =>
        setClash({
          by,
          rows: fields.map((field) => ({
            field,
            mine: changes[field as keyof T],
            theirs: current[field as keyof T],
          })),
          decide: resolve,
        }),
      )
      setClash(undefined)
      return mine ? send(current, changes) : current
    }
  }

  const edit = async (record: T, changes: Partial<T>) => {
    const cache = new OptimisticCache(client)
    placeRecord<T>(cache, collection, record.id, (old) => merged(old, changes))
    try {
      const saved = await send(record, changes)
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
      title={
        clash?.by ? (
          <Trans>
            {clash.by.name} đã sửa trước bạn, lúc {formatTime(clash.by.at)}
          </Trans>
        ) : (
          <Trans>Có người vừa sửa trước bạn</Trans>
        )
      }
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
