import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { describe, expect, it } from 'vitest'
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
