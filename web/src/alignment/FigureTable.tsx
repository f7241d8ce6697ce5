import { useLingui } from '@lingui/react/macro'
import { Tooltip } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { Filter } from '../api/page'
import { Amount } from '../ui/Amount'
import { formatMinutes, formatNumber, formatPercent } from '../ui/format'
import classes from './Alignment.module.css'
import type { Earned, FigureName, Figures } from './api'

/** A number that opens the rows which it counts. */
export function FigureLink({ filter, children }: { filter?: Filter; children: ReactNode }) {
  if (!filter) return children
  return (
    <Link to="/handoffs" search={{ filter }}>
      {children}
    </Link>
  )
}

const COUNTS = ['handedOver', 'accepted', 'rejected', 'met', 'breached', 'pending'] as const

/** What each figure is called, and what exactly it counts. */
export function useFigureWords() {
  const { t } = useLingui()
  const words: Record<FigureName | 'median', { name: string; meaning: string }> = {
    handedOver: {
      name: t`Bàn giao`,
      meaning: t`Bàn giao của những liên hệ thành MQL trong kỳ, dù được trả lời khi nào.`,
    },
    accepted: {
      name: t`Đã nhận`,
      meaning: t`Bán hàng đã nhận, bằng nút Nhận, bằng liên hệ đầu tiên hoặc bằng thương vụ.`,
    },
    rejected: { name: t`Đã từ chối`, meaning: t`Bán hàng đã trả lại kèm lý do.` },
    met: { name: t`Đạt`, meaning: t`Được liên hệ lần đầu trước khi hết giờ làm việc đã hứa.` },
    breached: { name: t`Vỡ`, meaning: t`Quá hạn nhận hoặc quá hạn liên hệ, dù sau đó có được liên hệ.` },
    pending: { name: t`Chờ`, meaning: t`Chưa được liên hệ và chưa quá hạn; không tính vào tỷ lệ giữ lời.` },
    touched: { name: t`Đã liên hệ`, meaning: t`Đã có cuộc gọi, email hoặc tin nhắn đầu tiên.` },
    compliance: { name: t`Giữ lời`, meaning: t`Đạt chia cho đạt cộng vỡ.` },
    median: {
      name: t`Trung vị`,
      meaning: t`Số phút làm việc đến liên hệ đầu tiên: một nửa nhanh hơn thế này.`,
    },
  }
  return words
}

interface Row {
  readonly key: string
  readonly name: ReactNode
  readonly figures: Figures
  /** Shown where the rows have it. */
  readonly earned?: Earned
}

export function FigureTable({ first, rows }: { first: string; rows: readonly Row[] }) {
  const { t } = useLingui()
  const words = useFigureWords()
  const earns = rows.some(({ earned }) => earned !== undefined)
  const head = (name: keyof typeof words) => (
    <th key={name} scope="col">
      <Tooltip label={words[name].meaning} multiline w={240}>
        <span>{words[name].name}</span>
      </Tooltip>
    </th>
  )
  return (
    <div className={classes.scroll}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{first}</th>
            {COUNTS.map(head)}
            {head('compliance')}
            {head('median')}
            {earns && (
              <>
                <th scope="col">
                  <Tooltip label={t`Giá trị của các lead được tính, theo bản cam kết`} multiline w={240}>
                    <span>{t`Giá trị lead`}</span>
                  </Tooltip>
                </th>
                <th scope="col">
                  <Tooltip label={t`Thương vụ các bàn giao này dẫn tới và đã thắng`} multiline w={240}>
                    <span>{t`Đã thắng`}</span>
                  </Tooltip>
                </th>
                <th scope="col">{t`Doanh thu`}</th>
              </>
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, name, figures, earned }) => (
            <tr key={key}>
              <th scope="row">{name}</th>
              {COUNTS.map((count) => (
                <td key={count} className={figures[count] === 0 ? classes.zero : undefined}>
                  {figures[count] === 0 ? (
                    '0'
                  ) : (
                    <FigureLink filter={figures.filters[count]}>
                      <span style={count === 'breached' ? { color: 'var(--sh-red)' } : undefined}>
                        {formatNumber(figures[count])}
                      </span>
                    </FigureLink>
                  )}
                </td>
              ))}
              <td>
                {figures.compliance == null ? (
                  '—'
                ) : (
                  <FigureLink filter={figures.filters.compliance}>
                    {formatPercent(figures.compliance)}
                  </FigureLink>
                )}
              </td>
              <td>
                {figures.medianMinutes == null ? (
                  '—'
                ) : (
                  <FigureLink filter={figures.filters.touched}>
                    {formatMinutes(figures.medianMinutes)}
                  </FigureLink>
                )}
              </td>
              {earned && (
                <>
                  <td>
                    <Amount value={earned.value} short />
                  </td>
                  <td className={earned.won === 0 ? classes.zero : undefined}>{formatNumber(earned.won)}</td>
                  <td>
                    <Amount value={earned.revenue} short />
                  </td>
                </>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
