import { screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { ApiProblem } from '../api/problem'
import { draw } from '../testing/render'
import { Loaded } from './Loaded'

const refetch = () => Promise.reject(new Error('not asked for'))
const shown = (data: readonly string[] | undefined, error: Error | null) =>
  draw(
    <Loaded of={{ data, error, isPending: false, refetch }} empty="chưa có gì">
      {(items) => items.join()}
    </Loaded>,
  )

describe('what was asked for', () => {
  it('is shown, or the word for its absence', () => {
    shown(['a', 'b'], null)
    expect(screen.getByText('a,b')).toBeDefined()
    shown([], null)
    expect(screen.getByText('chưa có gì')).toBeDefined()
  })
  it('stays while the server is out of reach, and goes when it is refused', () => {
    shown(['a'], new Error('no network'))
    expect(screen.getByText('a')).toBeDefined()
    expect(screen.queryByRole('alert')).toBeNull()
    shown(['a'], new ApiProblem(404, { title: 'Không tìm thấy' }))
    expect(screen.getByRole('alert')).toBeDefined()
  })
})
