import { DateInput } from '@mantine/dates'
import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test, vi } from 'vitest'
import { draw } from '../testing/render'
import { Dates } from './Dates'

test('a typed date is day, month, year', async () => {
  const typed = vi.fn()
  draw(
    <Dates>
      <DateInput label="Ngày" valueFormat="DD/MM/YYYY" onChange={typed} />
    </Dates>,
  )
  await userEvent.type(screen.getByLabelText('Ngày'), '05/12/2026')
  expect(typed).toHaveBeenLastCalledWith('2026-12-05')
})
