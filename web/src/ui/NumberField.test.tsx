import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { describe, expect, it, vi } from 'vitest'
import { draw } from '../testing/render'
import { MoneyInput } from './MoneyInput'
import { NumberField } from './NumberField'

function Form({ start = '25', onSave }: { start?: string; onSave: (value: string) => void }) {
  const [value, setValue] = useState(start)
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        onSave(value)
      }}
    >
      <NumberField label="Phần" suffix="%" min={0} max={100} decimals={2} value={value} onChange={setValue} />
      <button type="submit">Lưu</button>
    </form>
  )
}

async function typed(text: string, start?: string) {
  const user = userEvent.setup()
  const onSave = vi.fn()
  draw(<Form start={start} onSave={onSave} />)
  const field = screen.getByLabelText<HTMLInputElement>('Phần')
  await user.clear(field)
  if (text) await user.type(field, text)
  await user.click(screen.getByRole('button', { name: 'Lưu' }))
  return { onSave, field }
}

describe('a number field', () => {
  it('keeps what it cannot read, says so and does not let it be saved', async () => {
    const { onSave, field } = await typed('abc')
    expect(onSave).not.toHaveBeenCalled()
    expect(field.value).toBe('abc')
    expect(screen.getByText('Không đọc được số “abc”')).toBeTruthy()
  })

  it('refuses what is out of bounds instead of moving it to the bound', async () => {
    const { onSave, field } = await typed('250')
    expect(onSave).not.toHaveBeenCalled()
    expect(field.value).toBe('250')
    expect(screen.getByText('Cần từ 0 đến 100')).toBeTruthy()
  })

  it('takes a percentage with the sign that people type', async () => {
    const { onSave } = await typed('12,5 %')
    expect(onSave).toHaveBeenCalledWith('12.5')
  })

  it('is empty only when somebody empties it', async () => {
    const { onSave } = await typed('')
    expect(onSave).toHaveBeenCalledWith('')
  })

  it('does not cut decimals that are too many', async () => {
    const { onSave } = await typed('33,3333')
    expect(onSave).not.toHaveBeenCalled()
    expect(screen.getByText('Nhiều nhất 2 chữ số thập phân')).toBeTruthy()
  })

  it('shows money with its groups and refuses a sum that is none', async () => {
    const user = userEvent.setup()
    const seen: string[] = []
    function Sum() {
      const [value, setValue] = useState('')
      return (
        <MoneyInput
          label="Giá trị"
          currency="VND"
          value={value}
          onChange={(next) => {
            seen.push(next)
            setValue(next)
          }}
        />
      )
    }
    draw(<Sum />)
    const field = screen.getByLabelText<HTMLInputElement>('Giá trị')
    await user.type(field, '150000000')
    await user.tab()
    expect(field.value).toBe('150.000.000')
    expect(seen.at(-1)).toBe('150000000')
    await user.type(field, 'tr')
    await user.tab()
    expect(field.value).toBe('150.000.000tr')
    expect(seen.at(-1)).toBe('150000000')
    expect(field.validity.valid).toBe(false)
  })
})
