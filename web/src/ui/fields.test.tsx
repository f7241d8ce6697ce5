import { screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { draw } from '../testing/render'
import { columnsOf, type Field, Value } from './fields'

const FIELDS: Field[] = [
  { field: 'name', name: 'Tên đầy đủ', heading: 'Tên', kind: 'text' },
  { field: 'custom.branches', name: 'Số chi nhánh', kind: 'number' },
  { field: 'color', name: 'Màu', kind: 'choice', options: [{ value: 'RED', label: 'đỏ' }] },
]

describe('the columns of a list', () => {
  it('take name, side and value from the field, unless they have their own', () => {
    const columns = columnsOf<object>(FIELDS, [
      { field: 'name', sort: true },
      { field: 'custom.branches', width: 90 },
      { field: 'color', key: 'paint', exports: 'colour', sort: 'hue' },
      { key: 'menu', name: 'Thao tác', cell: () => null },
    ])
    expect(
      columns.map(({ key, name, align, sort, exports }) => ({ key, name, align, sort, exports })),
    ).toEqual([
      { key: 'name', name: 'Tên', align: undefined, sort: 'name', exports: 'name' },
      {
        key: 'custom.branches',
        name: 'Số chi nhánh',
        align: 'right',
        sort: undefined,
        exports: 'custom.branches',
      },
      { key: 'paint', name: 'Màu', align: undefined, sort: 'hue', exports: 'colour' },
      { key: 'menu', name: 'Thao tác', align: undefined, sort: undefined, exports: undefined },
    ])
    draw(<p>{columns[1]?.cell({ custom: { branches: 1200 } })}</p>)
    expect(screen.getByText('1.200')).toBeTruthy()
  })

  it('cannot be of a field that nobody knows', () => {
    expect(() => columnsOf(FIELDS, [{ field: 'size' }])).toThrow('size')
  })

  it('show a value as people read it', () => {
    const as = (kind: Field['kind'], value: unknown) => (
      <p>
        <Value of={{ field: 'x', name: 'X', kind, options: FIELDS[2]?.options }} value={value} />
      </p>
    )
    draw(
      <>
        {as('choice', 'RED')}
        {as('list', ['RED', 'blau'])}
        {as('date', '2026-11-24')}
        {as('flag', false)}
      </>,
    )
    for (const text of ['đỏ', 'đỏ, blau', '24/11/2026', 'Không']) expect(screen.getByText(text)).toBeTruthy()
  })
})
