import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { beforeEach, describe, expect, it } from 'vitest'
import { draw } from '../testing/render'
import { type Draft, Drafted, forgetDrafts, useDrafted } from './draft'

function Field({ draft }: { draft: Draft }) {
  const [text, setText] = useDrafted(draft, 'text', '')
  return <input aria-label="lời" value={text} onChange={(event) => setText(event.currentTarget.value)} />
}

function Form() {
  const [opened, setOpened] = useState(true)
  return (
    <>
      <button type="button" onClick={() => setOpened(!opened)}>
        đóng mở
      </button>
      {opened && <Drafted name="an">{(draft) => <Field draft={draft} />}</Drafted>}
    </>
  )
}

const shown = () => (screen.getByRole('textbox', { name: 'lời' }) as HTMLInputElement).value

describe('a draft', () => {
  beforeEach(forgetDrafts)

  it('is there again when its form is, until somebody drops it', async () => {
    const user = userEvent.setup()
    draw(<Form />)
    await user.type(screen.getByRole('textbox', { name: 'lời' }), 'gọi lại sau Tết')
    await user.click(screen.getByRole('button', { name: 'đóng mở' }))
    await user.click(screen.getByRole('button', { name: 'đóng mở' }))
    expect(shown()).toBe('gọi lại sau Tết')

    await user.click(screen.getByRole('button', { name: 'Bỏ bản nháp' }))
    expect(shown()).toBe('')
    expect(screen.queryByRole('button', { name: 'Bỏ bản nháp' })).toBeNull()
  })

  it('does not outlive the one who wrote it', async () => {
    const user = userEvent.setup()
    const { unmount } = draw(<Form />)
    await user.type(screen.getByRole('textbox', { name: 'lời' }), 'chuyện riêng')
    forgetDrafts()
    unmount()
    draw(<Form />)
    expect(shown()).toBe('')
  })
})
