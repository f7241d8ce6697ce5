import { screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { draw } from '../testing/render'
import { ChangeList } from './changes'

describe('what a proposal changes', () => {
  it('is told in words, before and after', () => {
    draw(
      <ChangeList
        changes={[
          {
            field: 'goal.revenueTarget',
            before: null,
            after: { amount: '600000000', currency: 'VND' },
          },
          { field: 'goal.marketingShare', before: 0.2, after: 0.25 },
          { field: 'tiers.B.touchWithin', entry: 'B', before: { minutes: 240 }, after: { days: 1 } },
          { field: 'leadTypes.DEMO.closeRate', entry: 'Demo', before: 0.2, after: 0.075 },
          {
            field: 'leadTypes.ZALO',
            entry: 'Zalo',
            before: null,
            after: {
              code: 'ZALO',
              name: 'Zalo',
              tier: 'A',
              closeRate: 0.1,
              averageSale: { amount: '30000000', currency: 'VND' },
              sources: ['zalo', 'oa'],
            },
          },
          {
            field: 'rejectionReasons.X',
            entry: 'Trùng',
            before: { code: 'X', name: 'Trùng', deducts: true, reroutes: false },
            after: null,
          },
        ]}
      />,
    )
    const rows = screen.getAllByRole('row').slice(1)
    const texts = rows.map((row) =>
      [...row.children].map((cell) => cell.textContent?.replaceAll('\u00A0', ' ')),
    )
    expect(texts).toEqual([
      ['Doanh thu cả công ty mỗi tháng', 'chưa có', '600.000.000 ₫'],
      ['Phần do marketing mang về', '20%', '25%'],
      ['Hạng B: liên hệ trong', '4 giờ', '1 ngày làm việc'],
      ['Loại khách “Demo”: tỷ lệ chốt', '20%', '7,5%'],
      ['Loại khách “Zalo”', 'chưa có', 'Hạng A · 10% × 30.000.000 ₫ · zalo, oa'],
      ['Lý do trả lại “Trùng”', 'trừ giá trị đã giao', 'chưa có'],
    ])
  })
})
