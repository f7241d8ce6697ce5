import { plural, t } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { Text } from '@mantine/core'
import { formatMinutes, formatMoney, formatNumber, formatPercent } from '../ui/format'
import classes from './Alignment.module.css'
import type { Change, LeadType, RejectionReason, Within } from './api'

/** Working minutes of a business day, as far as two spans are compared. */
const DAY = 8 * 60
const minutesOf = (within: Within) => within.minutes ?? (within.days ?? 0) * DAY

export const isShorter = (one: Within, other: Within) => minutesOf(one) < minutesOf(other)

export const spanWords = (within: Within) =>
  within.minutes == null
    ? plural(within.days ?? 0, { other: '# ngày làm việc' })
    : formatMinutes(within.minutes)

const share = (value: unknown) => formatPercent(Number(value), 4)
const isMoney = (value: unknown): value is { amount: string; currency: string } =>
  typeof value === 'object' && value !== null && 'amount' in value
const isWithin = (value: unknown): value is Within =>
  typeof value === 'object' && value !== null && ('minutes' in value || 'days' in value)

const isLeadType = (value: unknown): value is LeadType =>
  typeof value === 'object' && value !== null && 'averageSale' in value
const isReason = (value: unknown): value is RejectionReason =>
  typeof value === 'object' && value !== null && 'deducts' in value

/** How a lead's value is reckoned. */
export const worthWords = ({ closeRate, averageSale }: LeadType) =>
  `${formatPercent(closeRate, 2)} × ${formatMoney(averageSale.amount, averageSale.currency)}`

/** What follows when a lead is given back for that reason. */
export const reasonWords = ({ deducts, reroutes }: RejectionReason) =>
  reroutes ? t`giao cho nhân viên khác` : deducts ? t`trừ giá trị đã giao` : t`không trừ giá trị`

export const sourceWords = (sources: readonly string[]) =>
  sources.length === 0 ? t`mọi nguồn còn lại` : sources.join(', ')

/** A whole lead type: nobody signs for one of which he only sees the name. */
const typeWords = (type: LeadType) =>
  `${t`Hạng ${type.tier}`} · ${worthWords(type)} · ${sourceWords(type.sources)}`

/** What a field of the contract is called. */
export function fieldWords({ field, entry }: Change): string {
  const name = entry ?? ''
  const last = field.split('.').at(-1)
  switch (field.split('.')[0]) {
    case 'name':
      return t`Tên bản cam kết`
    case 'goal':
      switch (last) {
        case 'revenueTarget':
          return t`Doanh thu cả công ty mỗi tháng`
        case 'marketingShare':
          return t`Phần do marketing mang về`
        case 'customers':
          return t`Khách hàng mới mỗi tháng`
        default:
          return t`Tỷ lệ lead thành khách`
      }
    case 'tiers':
      switch (last) {
        case 'acceptWithin':
          return t`Hạng ${name}: nhận trong`
        case 'touchWithin':
          return t`Hạng ${name}: liên hệ trong`
        default:
          return t`Hạng ${name}: tên`
      }
    case 'leadTypes':
      switch (last) {
        case 'name':
          return t`Loại khách “${name}”: tên`
        case 'tier':
          return t`Loại khách “${name}”: hạng`
        case 'closeRate':
          return t`Loại khách “${name}”: tỷ lệ chốt`
        case 'averageSale':
          return t`Loại khách “${name}”: giá bán trung bình`
        case 'sources':
          return t`Loại khách “${name}”: nguồn`
        case 'order':
          return t`Thứ tự các loại khách`
        default:
          return t`Loại khách “${name}”`
      }
    case 'rejectionReasons':
      switch (last) {
        case 'name':
          return t`Lý do trả lại “${name}”: tên`
        case 'deducts':
          return t`Lý do trả lại “${name}”: trừ giá trị`
        case 'reroutes':
          return t`Lý do trả lại “${name}”: chuyển người khác`
        case 'order':
          return t`Thứ tự các lý do trả lại`
        default:
          return t`Lý do trả lại “${name}”`
      }
    case 'remindAt':
      return t`Nhắc khi đã qua phần thời gian`
    case 'disputeWithinDays':
      return t`Hạn khiếu nại, ngày làm việc`
    case 'countOnceInDays':
      return t`Mỗi liên hệ chỉ tính giá trị một lần trong, ngày`
    default:
      return field
  }
}

/** What stands in a field of the contract, in words. */
export function valueWords(field: string, value: unknown): string {
  if (value === null || value === undefined) return t`chưa có`
  if (typeof value === 'boolean')
    return value ? t({ message: 'có', context: 'answer' }) : t({ message: 'không', context: 'answer' })
  if (isMoney(value)) return formatMoney(value.amount, value.currency)
  if (isWithin(value)) return spanWords(value)
  if (Array.isArray(value)) return sourceWords(value)
  if (/(Share|Rate|remindAt)$/.test(field)) return share(value)
  if (typeof value === 'number') return formatNumber(value)
  if (isLeadType(value)) return typeWords(value)
  if (isReason(value)) return reasonWords(value)
  return String(value)
}

/**
 * Field by field: what stood there, and what will.
 *
 * @param agreed it is over: what was, and what became of it
 */
export function ChangeList({ changes, agreed }: { changes: readonly Change[]; agreed?: boolean }) {
  const { i18n } = useLingui()
  if (changes.length === 0) {
    return (
      <Text c="dimmed" py="xs">
        <Trans>Không có gì khác.</Trans>
      </Text>
    )
  }
  return (
    <div className={classes.scroll}>
      <table className={`${classes.table} ${classes.terms} ${classes.changes}`}>
        <thead>
          <tr>
            <th scope="col">
              <Trans>Điều khoản</Trans>
            </th>
            <th scope="col">{agreed ? <Trans>Trước là</Trans> : <Trans>Đang là</Trans>}</th>
            <th scope="col">{agreed ? <Trans>Đã thành</Trans> : <Trans>Sẽ là</Trans>}</th>
          </tr>
        </thead>
        <tbody key={i18n.locale}>
          {changes.map((change) => (
            <tr key={change.field}>
              <th scope="row">{fieldWords(change)}</th>
              <td className={classes.words}>{valueWords(change.field, change.before)}</td>
              <td className={classes.words}>
                <b>{valueWords(change.field, change.after)}</b>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
