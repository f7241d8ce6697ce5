import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { describe, expect, it } from 'vitest'
import { draw } from '../testing/render'
import { FilterBar } from './FilterBar'
import type { Field } from './fields'
import { type ListSearch, listSearch } from './list'

const FIELDS: Field[] = [
  { field: 'name', name: 'Tên', kind: 'text' },
  { field: 'size', name: 'Cỡ', kind: 'number' },
  { field: 'color', name: 'Màu', kind: 'choice', options: [{ value: 'RED', label: 'đỏ' }] },
]

function Bar({ start, onChange }: { start: ListSearch; onChange: (search: ListSearch) => void }) {
  const [search, setSearch] = useState(start)
  return (
    <FilterBar
      fields={FIELDS}
      search={search}
      onSearch={(change) => {
        const next = { ...search, ...change }
        setSearch(next)
        onChange(next)
      }}
    />
  )
}

describe('the conditions of a list', () => {
  it('read as words, whatever their depth', () => {
    const filter = {
      all: [
        { field: 'color', op: 'in', value: ['RED'] },
        { field: 'seen', op: 'within', value: { last: 14, unit: 'day' } },
        {
          not: {
            any: [
              { field: 'name', op: 'empty' },
              { field: 'size', op: 'gte', value: 1500 },
            ],
          },
        },
      ],
    } as const
    draw(<Bar start={{ filter }} onChange={() => undefined} />)
    expect(screen.getByRole('button', { name: 'Màu: đỏ' })).toBeTruthy()
    expect(screen.getByRole('button', { name: 'seen: 14 ngày qua' })).toBeTruthy()
    expect(screen.getByRole('button', { name: 'không (Tên: để trống hoặc Cỡ từ 1.500)' })).toBeTruthy()
  })

  it('one is taken away by its cross, the others stay', async () => {
    const user = userEvent.setup()
    const seen: ListSearch[] = []
    const filter = {
      all: [
        { field: 'name', op: 'contains', value: 'An' },
        { field: 'color', op: 'in', value: ['RED'] },
      ],
    } as const
    draw(<Bar start={{ filter }} onChange={(search) => seen.push(search)} />)
    await user.click(screen.getByRole('button', { name: 'Bỏ điều kiện Tên chứa An' }))
    expect(seen.at(-1)?.filter).toEqual({ all: [{ field: 'color', op: 'in', value: ['RED'] }] })
  })

  it('one or another can be asked for', async () => {
    const user = userEvent.setup()
    const seen: ListSearch[] = []
    const filter = { all: [{ field: 'name', op: 'contains', value: 'An' }] } as const
    draw(<Bar start={{ filter }} onChange={(search) => seen.push(search)} />)
    await user.click(screen.getByRole('button', { name: 'Tên chứa An' }))
    await user.click(await screen.findByRole('button', { name: 'Hoặc…' }))
    await user.click(await screen.findByRole('combobox', { name: 'hoặc theo trường' }))
    await user.click(await screen.findByRole('option', { name: 'Cỡ' }))
    await user.type(await screen.findByRole('textbox', { name: 'Cỡ' }), '1500')
    await user.click(screen.getByRole('button', { name: 'Áp dụng' }))
    expect(seen.at(-1)?.filter).toEqual({
      all: [
        {
          any: [
            { field: 'name', op: 'contains', value: 'An' },
            { field: 'size', op: 'gte', value: 1500 },
          ],
        },
      ],
    })
    expect(screen.getByRole('button', { name: 'Tên chứa An hoặc Cỡ từ 1.500' })).toBeTruthy()
  })

  it('typing searches a moment later, once', async () => {
    const user = userEvent.setup()
    const seen: ListSearch[] = []
    draw(<Bar start={{}} onChange={(search) => seen.push(search)} />)
    await user.type(screen.getByRole('searchbox'), 'bich')
    await waitFor(() => expect(seen).toEqual([{ q: 'bich' }]))
  })

  it('what somebody wrote into the address by hand does no harm', () => {
    expect(listSearch({ q: 123, filter: 'no', sort: 5, columns: ['name', 7] })).toEqual({
      q: '123',
      filter: undefined,
      sort: undefined,
      columns: ['name'],
    })
  })
})

describe('the words that are looked for', () => {
  it('stay as they are typed, with the spaces between them', async () => {
    const user = userEvent.setup()
    const seen: ListSearch[] = []
    draw(<Bar start={{}} onChange={(search) => seen.push(search)} />)
    const field = screen.getByRole<HTMLInputElement>('searchbox')
    await user.type(field, 'An ')
    await waitFor(() => expect(seen.at(-1)?.q).toBe('An'))
    expect(field.value).toBe('An ')
    await user.type(field, 'Bình')
    await waitFor(() => expect(seen.at(-1)?.q).toBe('An Bình'))
    expect(field.value).toBe('An Bình')
  })

  it('give way to what comes from elsewhere', async () => {
    const user = userEvent.setup()
    draw(<Bar start={{ q: 'An' }} onChange={() => undefined} />)
    await user.click(screen.getByRole('button', { name: 'Bỏ hết' }))
    await waitFor(() => expect(screen.getByRole<HTMLInputElement>('searchbox').value).toBe(''))
  })
})
