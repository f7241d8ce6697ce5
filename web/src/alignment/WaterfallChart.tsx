import { Trans, useLingui } from '@lingui/react/macro'
import { useElementSize } from '@mantine/hooks'
import { Amount } from '../ui/Amount'
import { formatDate, formatMoney, formatMoneyShort } from '../ui/format'
import classes from './Alignment.module.css'
import type { Waterfall } from './api'
import { drawMonth } from './chart'

const HEIGHT = 200
const LEFT = 58
const BOTTOM = 22

/** The lead value of a month, day by day: what was promised and what was delivered. The table below says the same. */
export function WaterfallChart({ waterfall }: { waterfall: Waterfall }) {
  const { t } = useLingui()
  const { ref, width } = useElementSize()
  const currency = waterfall.net.currency
  const { days } = waterfall
  const inner = Math.max(120, (width || 560) - LEFT - 8)
  const chart = drawMonth(days, inner, HEIGHT)
  const net = formatMoney(waterfall.net.amount, currency)
  const goal = waterfall.goal ? formatMoney(waterfall.goal.amount, currency) : ''
  const label = goal ? t`Marketing đã giao ${net}, mục tiêu cả tháng ${goal}` : t`Marketing đã giao ${net}`
  return (
    <div ref={ref} style={{ padding: '12px 14px 10px' }}>
      <svg
        className={classes.chart}
        viewBox={`0 0 ${inner + LEFT + 8} ${HEIGHT + BOTTOM + 8}`}
        role="img"
        aria-label={label}
      >
        <g transform={`translate(${LEFT},6)`}>
          {chart.marks.map(({ y, amount }) => (
            <g key={amount}>
              <line x1={0} x2={inner} y1={y} y2={y} stroke="var(--sh-line)" />
              <text x={-8} y={y + 4} textAnchor="end">
                {amount === 0 ? '0' : formatMoneyShort(amount, currency)}
              </text>
            </g>
          ))}
          {days.map((day, index) =>
            index === 0 || (index + 1) % 5 === 0 ? (
              <text key={day.date} x={chart.xOf(index)} y={HEIGHT + 16} textAnchor="middle">
                {Number(day.date.slice(8))}
              </text>
            ) : null,
          )}
          <path d={chart.area} fill="var(--mantine-color-teal-6)" opacity={0.12} />
          <path
            d={chart.goal}
            fill="none"
            stroke="var(--mantine-color-dimmed)"
            strokeWidth={1.6}
            strokeDasharray="5 4"
          />
          <path
            d={chart.net}
            fill="none"
            stroke="var(--mantine-color-teal-6)"
            strokeWidth={2.4}
            strokeLinejoin="round"
          />
          {chart.last && (
            <circle cx={chart.last.x} cy={chart.last.y} r={4} fill="var(--mantine-color-teal-6)" />
          )}
        </g>
      </svg>
      <div className={classes.legend}>
        <span>
          <i aria-hidden />
          <Trans>Đã giao, trừ phần bị từ chối</Trans>
        </span>
        {waterfall.goal && (
          <span>
            <i data-goal aria-hidden />
            <Trans>Đường cam kết</Trans>
          </span>
        )}
      </div>
      <details style={{ marginTop: 8 }}>
        <summary style={{ cursor: 'pointer', fontSize: 'var(--mantine-font-size-sm)' }}>
          <Trans>Xem từng ngày</Trans>
        </summary>
        <div className={classes.scroll} style={{ maxHeight: 260, overflowY: 'auto' }}>
          <table className={classes.table}>
            <thead>
              <tr>
                <th scope="col">
                  <Trans>Ngày</Trans>
                </th>
                <th scope="col">
                  <Trans>Cam kết đến hết ngày</Trans>
                </th>
                <th scope="col">
                  <Trans>Đã giao</Trans>
                </th>
              </tr>
            </thead>
            <tbody>
              {days.map((day) => (
                <tr key={day.date} className={day.workday ? undefined : classes.zero}>
                  <th scope="row">{formatDate(day.date)}</th>
                  <td>
                    <Amount value={day.goal} />
                  </td>
                  <td>
                    <Amount value={day.net} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </div>
  )
}
