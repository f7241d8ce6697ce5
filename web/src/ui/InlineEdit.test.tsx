import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { describe, expect, it, vi } from 'vitest'
import { ApiProblem } from '../api/problem'
import { draw } from '../testing/render'
import { InlineEdit } from './InlineEdit'

function Sheet({ refuse }: { refuse?: ApiProblem }) {
  const [first, setFirst] = useState<string | null>('Lan')
  const [second, setSecond] = useState<string | null>('Huế')
  return (
    <>
      <InlineEdit
        label="Tên"
        field="name"
        value={first}
        onSave={async (value) => {
          if (refuse) throw refuse
          setFirst(value)
        }}
      />
      <InlineEdit label="Nơi ở" value={second} onSave={async (value) => setSecond(value)} />
    </>
  )
}

describe('a value that is edited where it stands', () => {
  it('Enter saves', async () => {
    const user = userEvent.setup()
    draw(<Sheet />)
    await user.click(screen.getByRole('button', { name: 'Tên: Lan' }))
    await user.clear(screen.getByRole('textbox', { name: 'Tên' }))
    await user.type(screen.getByRole('textbox', { name: 'Tên' }), 'Hoa{Enter}')
    expect(await screen.findByRole('button', { name: 'Tên: Hoa' })).toBeTruthy()
  })

  it('Esc puts the old value back', async () => {
    const user = userEvent.setup()
    draw(<Sheet />)
    await user.click(screen.getByRole('button', { name: 'Tên: Lan' }))
    await user.type(screen.getByRole('textbox', { name: 'Tên' }), ' Anh{Escape}')
    expect(await screen.findByRole('button', { name: 'Tên: Lan' })).toBeTruthy()
  })

  it('Tab saves and opens the next one', async () => {
    const user = userEvent.setup()
    draw(<Sheet />)
    await user.click(screen.getByRole('button', { name: 'Tên: Lan' }))
    await user.type(screen.getByRole('textbox', { name: 'Tên' }), ' Anh{Tab}')
    expect(await screen.findByRole('button', { name: 'Tên: Lan Anh' })).toBeTruthy()
    await waitFor(() => expect(screen.getByRole('textbox', { name: 'Nơi ở' })).toBeTruthy())
  })

  it('a refusal stays open and says why', async () => {
    const user = userEvent.setup()
    const refuse = new ApiProblem(400, {
      title: 'Dữ liệu chưa đúng',
      errors: [{ field: 'name', code: 'too-long', message: 'Tên dài quá.' }],
    })
    draw(<Sheet refuse={refuse} />)
    await user.click(screen.getByRole('button', { name: 'Tên: Lan' }))
    await user.type(screen.getByRole('textbox', { name: 'Tên' }), ' Anh{Enter}')
    expect(await screen.findByText('Tên dài quá.')).toBeTruthy()
    expect(screen.getByRole('textbox', { name: 'Tên' })).toBeTruthy()
  })
})

describe('a number that is edited where it stands', () => {
  it('is not emptied by what cannot be read', async () => {
    const user = userEvent.setup()
    const saved: (string | null)[] = []
    draw(
      <InlineEdit
        kind="number"
        label="Số nhân viên"
        value={120}
        onSave={async (value) => saved.push(value)}
      />,
    )
    await user.click(screen.getByRole('button', { name: /Số nhân viên/ }))
    const field = screen.getByRole<HTMLInputElement>('textbox', { name: 'Số nhân viên' })
    await user.clear(field)
    await user.type(field, 'abc{Enter}')
    expect(await screen.findByText('Không đọc được số “abc”')).toBeTruthy()
    expect(saved).toEqual([])
    await user.clear(field)
    await user.type(field, '1.500{Enter}')
    await waitFor(() => expect(saved).toEqual(['1500']))
  })

  it('of a day that does not exist keeps the day from before until it is mended', async () => {
    const user = userEvent.setup()
    const saved: (string | null)[] = []
    draw(
      <InlineEdit kind="date" label="Hẹn" value="2026-12-01" onSave={async (value) => saved.push(value)} />,
    )
    await user.click(screen.getByRole('button', { name: /Hẹn/ }))
    const field = screen.getByRole<HTMLInputElement>('textbox', { name: 'Hẹn' })
    await user.clear(field)
    await user.type(field, '31/02/2027{Enter}')
    expect(await screen.findByText(/Không có ngày/)).toBeTruthy()
    expect(saved).toEqual([])
  })
})

describe('a value that somebody else changes meanwhile', () => {
  const field = (value: string, saved: (value: string | null) => void) => (
    <InlineEdit
      label="Chức danh"
      value={value}
      onSave={(next) => {
        saved(next)
        return Promise.resolve()
      }}
    />
  )
  function Page({ before, after }: Record<'before' | 'after', (value: string | null) => void>) {
    const [changed, setChanged] = useState(false)
    return (
      <>
        <button
          type="button"
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => setChanged(true)}
        >
          Người khác
        </button>
        {changed ? field('Giám đốc', after) : field('Trưởng phòng', before)}
      </>
    )
  }

  it('is changed as it was when the editing began, so that the server sees two changes', async () => {
    const user = userEvent.setup()
    const before = vi.fn()
    const after = vi.fn()
    draw(<Page before={before} after={after} />)
    await user.click(screen.getByRole('button', { name: /Chức danh/ }))
    await user.type(screen.getByRole('textbox'), ' mua')
    await user.click(screen.getByRole('button', { name: 'Người khác' }))
    expect(screen.getByRole<HTMLInputElement>('textbox').value).toBe('Trưởng phòng mua')
    await user.type(screen.getByRole('textbox'), '{Enter}')
    expect(before).toHaveBeenCalledWith('Trưởng phòng mua')
    expect(after).not.toHaveBeenCalled()
  })

  it('is not set back by whoever opened it and typed nothing', async () => {
    const user = userEvent.setup()
    const before = vi.fn()
    const after = vi.fn()
    draw(<Page before={before} after={after} />)
    await user.click(screen.getByRole('button', { name: /Chức danh/ }))
    await user.click(screen.getByRole('button', { name: 'Người khác' }))
    await user.type(screen.getByRole('textbox'), '{Enter}')
    expect(before).not.toHaveBeenCalled()
    expect(after).not.toHaveBeenCalled()
  })
})
