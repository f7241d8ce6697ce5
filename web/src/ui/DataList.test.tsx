import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { draw } from '../testing/render'
import { DataList } from './DataList'
import type { ListSearch } from './list'

interface Row {
  readonly id: string
}

const ROWS: Row[] = [{ id: 'one' }, { id: 'two' }]

const list = (search: ListSearch, total: number) => (
  <DataList<Row>
    name="test"
    label="Danh sách"
    rows={{
      items: ROWS,
      isPending: false,
      isError: false,
      error: null,
      hasNextPage: total > ROWS.length,
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
})
