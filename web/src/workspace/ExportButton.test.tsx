import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { screen } from '@testing-library/react'
import { beforeEach, describe, expect, it } from 'vitest'
import { draw } from '../testing/render'
import type { Column } from '../ui/DataList'
import type { ListSearch } from '../ui/list'
import { ExportButton } from './ExportButton'
import { type Me, meQuery, type Reach } from './session'

const COLUMNS: Column<unknown>[] = [
  { key: 'name', exports: 'fullName', name: 'Tên', cell: () => null },
  { key: 'price', exports: ['amount', 'currency'], name: 'Giá', cell: () => null },
  { key: 'note', exports: 'note', name: 'Ghi chú', optional: true, cell: () => null },
  { key: 'menu', name: 'Thao tác', cell: () => null },
]

function drawn(reach: Reach, search: ListSearch) {
  const queries = new QueryClient()
  queries.setQueryData(meQuery.queryKey, {
    permissions: { CONTACT: { READ: 'ALL', EXPORT: reach } },
  } as unknown as Me)
  draw(
    <QueryClientProvider client={queries}>
      <ExportButton kind="CONTACT" name="contacts" columns={COLUMNS} search={search} />
    </QueryClientProvider>,
  )
}

const asked = () => {
  const url = new URL(screen.getByRole('link', { name: 'Xuất' }).getAttribute('href') ?? '', 'https://x')
  expect(url.pathname).toBe('/api/exports/contacts.csv')
  return Object.fromEntries(url.searchParams)
}

describe('the file of a list', () => {
  beforeEach(() => localStorage.clear())

  it('has the columns, filter, search and order of the screen', () => {
    const filter = { field: 'tags', op: 'eq', value: 'vip' } as const
    drawn('ALL', { q: 'hoa', filter, sort: '-createdAt', deleted: true })
    expect(asked()).toEqual({
      q: 'hoa',
      filter: JSON.stringify(filter),
      sort: '-createdAt',
      deleted: 'true',
      columns: 'fullName,amount,currency',
    })
  })

  it('has the columns that were chosen', () => {
    drawn('OWN', { columns: ['name', 'note', 'menu'] })
    expect(asked()).toEqual({ columns: 'fullName,note' })
  })

  it('is not offered to those who may export nothing', () => {
    drawn('NONE', {})
    expect(screen.queryByText('Xuất')).toBeNull()
  })
})
