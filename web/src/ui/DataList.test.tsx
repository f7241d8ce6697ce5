import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { describe, expect, it } from 'vitest'
import { draw } from '../testing/render'
import { DataList } from './DataList'
import type { ListSearch } from './list'

interface Row {
  readonly id: string
}

const ROWS: Row[] = [{ id: 'one' }, { id: 'two' }]

const list = (search: ListSearch, total: number, items: readonly Row[] = ROWS) => (
  <DataList<Row>
    name="test"
    label="Danh sách"
    rows={{
      items,
      isPending: false,
      isError: false,
      error: null,
      hasNextPage: total > items.length,
      isFetchingNextPage: true,
      fetchNextPage: () => undefined,
      refetch: () => undefined,
    }}
    columns={[{ key: 'id', name: 'Tên', cell: (row) => row.id }]}
    idOf={(row) => row.id}
    search={search}
    onSearch={() => undefined}
    onOpen={() => undefined}
    bulk={({ ids, all, count }) => <output>{`${ids.length} ${all} ${count}`}</output>}
    total={total}
    empty={null}
  />
)

const chooseLoaded = () =>
  userEvent.click(screen.getByRole('checkbox', { name: 'Chọn tất cả các dòng đã tải' }))

describe('choosing rows', () => {
  it('all that match can be chosen, also those that are not loaded', async () => {
    draw(list({}, 120))
    await chooseLoaded()
    expect(screen.getByText('2 false 2')).toBeDefined()
    await userEvent.click(screen.getByRole('button', { name: 'Chọn cả 120 dòng khớp' }))
    expect(screen.getByText('2 true 120')).toBeDefined()
    await userEvent.click(screen.getByRole('button', { name: 'Bỏ chọn' }))
    expect(screen.queryByRole('toolbar')).toBeNull()
  })

  it('when all are loaded there is nothing more to choose', async () => {
    draw(list({}, 2))
    await chooseLoaded()
    expect(screen.queryByRole('button', { name: /^Chọn cả/ })).toBeNull()
  })

  it('too many for one click are refused', async () => {
    draw(list({}, 12_480))
    await chooseLoaded()
    await userEvent.click(screen.getByRole('button', { name: 'Chọn cả 12.480 dòng khớp' }))
    expect(screen.getByText('2 false 2')).toBeDefined()
  })

  it('a range begins where one was begun among these rows, not among those of another filter', async () => {
    const more = ['one', 'two', 'three', 'four'].map((id) => ({ id }))
    function Page() {
      const [q, setQ] = useState<string>()
      return (
        <>
          <button type="button" onClick={() => setQ('khác')}>
            Lọc khác
          </button>
          {list({ q }, 4, more)}
        </>
      )
    }
    draw(<Page />)
    await userEvent.keyboard('jx')
    expect(screen.getByText('1 false 1')).toBeDefined()
    await userEvent.click(screen.getByRole('button', { name: 'Lọc khác' }))
    await userEvent.keyboard('jjj{Shift>}X{/Shift}')
    expect(screen.getByText('1 false 1')).toBeDefined()
  })

  it('a range goes from row to row, also when another has come between them', async () => {
    const rows = ['one', 'two', 'three'].map((id) => ({ id }))
    function Page() {
      const [items, setItems] = useState(rows)
      return (
        <>
          <button type="button" onClick={() => setItems([{ id: 'new' }, ...rows])}>
            Có dòng mới
          </button>
          {list({}, 3, items)}
        </>
      )
    }
    draw(<Page />)
    await userEvent.keyboard('jjx')
    await userEvent.click(screen.getByRole('button', { name: 'Có dòng mới' }))
    await userEvent.keyboard('j{Shift>}X{/Shift}')
    expect(screen.getByText('2 false 2')).toBeDefined()
  })
})
