import { Tooltip } from '@mantine/core'
import { formatMoney, formatMoneyShort } from './format'

/** A sum of money; short where room is scarce, with the exact one on hover. */
export function Amount({
  value,
  short,
}: {
  value?: { readonly amount: string; readonly currency: string } | null
  short?: boolean
}) {
  if (!value) return <span aria-hidden>—</span>
  const exact = formatMoney(value.amount, value.currency)
  if (!short) return <span className="tabular">{exact}</span>
  return (
    <Tooltip label={exact}>
      <span className="tabular">{formatMoneyShort(value.amount, value.currency)}</span>
    </Tooltip>
  )
}
