import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { describe, expect, it, vi } from 'vitest'
import { draw } from '../testing/render'
import { DateField, readDay } from './DateField'

function Form({ onSave }: { onSave: (value: string | null) => void }) {
  const [value, setValue] = useState<string | null>('2026-12-01')
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        onSave(value)
      }}
    >
      <DateField label="Ngày" value={value} onChange={setValue} minDate="2026-11-28" clearable />
      <button type="submit">Lưu</button>
    </form>
  )
}

async function typed(text: string) {
  const user = userEvent.setup()
  const onSave = vi.fn()
  draw(<Form onSave={onSave} />)
  const field = screen.getByLabelText<HTMLInputElement>('Ngày')
  await user.clear(field)
  await user.type(field, text)
  await user.tab()
  await user.click(screen.getByRole('button', { name: 'Lưu' }))
  return { onSave, field }
}

describe('a typed day', () => {
  it('is day, month, year', () => {
    expect(readDay('05/12/2026')).toBe('2026-12-05')
    expect(readDay('5/2/2027')).toBe('2027-02-05')
  })

  it('that does not exist is none, and not another', () => {
    for (const day of ['31/02/2026', '32/01/2026', '12/13/2026', 'mai', '2026-12-05', '1/1/27', '05/12']) {
      expect(readDay(day), day).toBeNull()
    }
  })

  it('that does not exist stays where it was typed and is not saved', async () => {
    const { onSave, field } = await typed('31/02/2027')
    expect(onSave).not.toHaveBeenCalled()
    expect(field.value).toBe('31/02/2027')
    expect(screen.getByText(/Không có ngày “31\/02\/2027”/)).toBeTruthy()
  })

  it('outside its bounds is refused', async () => {
    const { onSave } = await typed('01/01/2020')
    expect(onSave).not.toHaveBeenCalled()
    expect(screen.getByText('Không thể trước 28/11/2026')).toBeTruthy()
  })

  it('that exists is saved', async () => {
    const { onSave } = await typed('05/01/2027')
    expect(onSave).toHaveBeenCalledWith('2027-01-05')
  })
})
