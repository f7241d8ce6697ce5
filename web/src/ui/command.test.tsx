import { useQuery } from '@tanstack/react-query'
import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { ApiProblem } from '../api/problem'
import { draw } from '../testing/render'
import { useCommand } from './command'

function Counter({ call }: { call: () => Promise<unknown> }) {
  const { data } = useQuery({
    queryKey: ['things', 'count'],
    queryFn: () => 1,
    staleTime: Number.POSITIVE_INFINITY,
  })
  const add = useCommand(call, {
    optimistic: (cache) => cache.update<number>(['things'], (old) => old + 1),
  })
  return (
    <button type="button" onClick={() => add.mutate(undefined)}>
      {data ?? '…'}
    </button>
  )
}

describe('something that a person does', () => {
  it('is seen before the server has answered', async () => {
    const user = userEvent.setup()
    const { promise, resolve } = Promise.withResolvers<void>()
    draw(<Counter call={() => promise} />)
    await user.click(await screen.findByRole('button', { name: '1' }))
    expect(await screen.findByRole('button', { name: '2' })).toBeTruthy()
    resolve()
  })

  it('is taken back, with the reason, when the server refuses', async () => {
    const user = userEvent.setup()
    const { promise, reject } = Promise.withResolvers<void>()
    draw(<Counter call={() => promise} />)
    await user.click(await screen.findByRole('button', { name: '1' }))
    await screen.findByRole('button', { name: '2' })
    reject(new ApiProblem(409, { title: 'Thương vụ đã đóng', detail: 'Mở lại trước khi chuyển.' }))
    await waitFor(() => expect(screen.getByRole('button', { name: '1' })).toBeTruthy())
    expect(await screen.findByText('Mở lại trước khi chuyển.')).toBeTruthy()
  })
})
