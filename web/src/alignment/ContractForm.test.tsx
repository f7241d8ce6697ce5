import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { draw } from '../testing/render'
import { type Me, meQuery } from '../workspace/session'
import type { Sla } from './api'
import { ContractForm } from './ContractForm'

const SLA: Sla = {
  id: 'the-contract',
  version: 3,
  name: 'Cam kết',
  agreedAt: '2026-01-05T02:00:00Z',
  startsOn: '2026-01-05',
  standing: 'IN_FORCE',
  signatures: [],
  changes: [],
  terms: {
    goal: { revenueTarget: { amount: '600000000', currency: 'VND' }, marketingShare: 0.4 },
    tiers: [{ tier: 'A', name: 'A', touchWithin: { minutes: 15 }, acceptWithin: { minutes: 15 } }],
    leadTypes: [
      {
        code: 'OTHER',
        name: 'Khác',
        tier: 'A',
        closeRate: 0.05,
        averageSale: { amount: '40000000', currency: 'VND' },
        sources: [],
      },
    ],
    rejectionReasons: [],
    remindAt: 0.8,
    disputeWithinDays: 2,
    countOnceInDays: 180,
  },
}

function drawn() {
  const asked: { url: string; body: { terms: Sla['terms'] } }[] = []
  vi.stubGlobal('fetch', (url: string, init: RequestInit) => {
    asked.push({ url, body: JSON.parse(String(init.body)) })
    const answer = {
      startsOn: '2027-01-01',
      against: 3,
      changes: [{ field: 'goal.marketingShare', before: 0.4, after: 0.5 }],
      replaces: [],
    }
    return Promise.resolve(
      new Response(JSON.stringify(answer), { headers: { 'Content-Type': 'application/json' } }),
    )
  })
  const queries = new QueryClient()
  queries.setQueryData(meQuery.queryKey, { workspace: { currency: 'VND' } } as unknown as Me)
  draw(
    <QueryClientProvider client={queries}>
      <ContractForm sla={SLA} opened onClose={() => undefined} />
    </QueryClientProvider>,
  )
  return asked
}

const share = () => screen.getByLabelText<HTMLInputElement>('Phần do marketing mang về')
const look = () => screen.getByRole('button', { name: 'Xem trước và sau' })

describe('the form of the contract', () => {
  afterEach(() => vi.unstubAllGlobals())

  it('asks nothing and proposes nothing while a number cannot be read', async () => {
    const user = userEvent.setup()
    const asked = drawn()
    await user.clear(share())
    await user.type(share(), 'abc')
    await user.click(look())
    expect(screen.getByText('Không đọc được số “abc”')).toBeTruthy()
    await user.clear(share())
    await user.type(share(), '250 %')
    await user.click(look())
    expect(screen.getByText('Cần từ 0 đến 100')).toBeTruthy()
    expect(share().value).toBe('250 %')
    expect(asked).toEqual([])
  }, 20_000)

  it('shows before and after, and only then proposes', async () => {
    const user = userEvent.setup()
    const asked = drawn()
    await user.clear(share())
    await user.type(share(), '50')
    await user.click(look())
    expect(await screen.findByRole('row', { name: /Phần do marketing mang về 40% 50%/ })).toBeTruthy()
    expect(asked.map(({ url }) => url)).toEqual(['/api/slas/the-contract/compare'])
    await user.click(screen.getByRole('button', { name: 'Đề xuất' }))
    await waitFor(() => expect(asked.map(({ url }) => url)).toContain('/api/slas/the-contract'))
    expect(asked.at(-1)?.body.terms.goal).toMatchObject({
      revenueTarget: { amount: '600000000', currency: 'VND' },
      marketingShare: 0.5,
    })
    expect(asked.at(-1)?.body.terms.leadTypes).toEqual(SLA.terms.leadTypes)
  }, 20_000)
})
