import { Trans, useLingui } from '@lingui/react/macro'
import { Group, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { formatMoney, formatNumber, formatPercent } from '../ui/format'
import classes from './Alignment.module.css'
import type { Terms, TierTerms } from './api'
import { isShorter, reasonWords, sourceWords, spanWords, worthWords } from './changes'
import { Tier } from './Tier'

/** Everything that one version of the contract says. */
export function TermsTable({ terms }: { terms: Terms }) {
  const { t } = useLingui()
  const { goal, tiers, leadTypes, rejectionReasons } = terms
  const goals: [string, string | undefined][] = [
    [
      t`Doanh thu cả công ty mỗi tháng`,
      goal.revenueTarget ? formatMoney(goal.revenueTarget.amount, goal.revenueTarget.currency) : undefined,
    ],
    [
      t`Phần do marketing mang về`,
      goal.marketingShare == null ? undefined : formatPercent(goal.marketingShare, 2),
    ],
    [t`Khách hàng mới mỗi tháng`, goal.customers == null ? undefined : formatNumber(goal.customers)],
    [t`Tỷ lệ lead thành khách`, goal.closeRate == null ? undefined : formatPercent(goal.closeRate, 2)],
  ]
  const remind = formatPercent(terms.remindAt, 2)
  const dispute = formatNumber(terms.disputeWithinDays)
  const once = formatNumber(terms.countOnceInDays)
  return (
    <table className={`${classes.table} ${classes.terms}`}>
      <Part title={<Trans>Mục tiêu của marketing</Trans>}>
        {goals.map(([name, value]) => (
          <Term key={name} name={name}>
            {value ?? <span className={classes.zero}>{t`chưa có`}</span>}
          </Term>
        ))}
      </Part>
      <Part title={<Trans>Bán hàng hứa trả lời</Trans>}>
        {tiers.map((tier) => (
          <Term key={tier.tier} name={<Named tier={tier.tier}>{tier.name}</Named>}>
            <Promised tier={tier} />
          </Term>
        ))}
        <Term name={t`Nhắc nhân viên`}>
          <Trans>khi đã qua {remind} của hạn</Trans>
        </Term>
      </Part>
      <Part title={<Trans>Các loại khách</Trans>}>
        {leadTypes.map((type) => (
          <Term
            key={type.code}
            name={
              <>
                <Named tier={type.tier}>{type.name}</Named>
                <Text size="sm" c="dimmed" component="span" display="block">
                  {sourceWords(type.sources)}
                </Text>
              </>
            }
          >
            {worthWords(type)}
          </Term>
        ))}
        <Term name={t`Mỗi liên hệ tính giá trị`}>
          <Trans>một lần trong {once} ngày</Trans>
        </Term>
      </Part>
      <Part title={<Trans>Lý do bán hàng được trả lại lead</Trans>}>
        {rejectionReasons.map((reason) => (
          <Term key={reason.code} name={reason.name}>
            {reasonWords(reason)}
          </Term>
        ))}
        <Term name={t`Marketing khiếu nại`}>
          <Trans>trong {dispute} ngày làm việc</Trans>
        </Term>
      </Part>
    </table>
  )
}

function Part({ title, children }: { title: ReactNode; children: ReactNode }) {
  return (
    <tbody>
      <tr className={classes.part}>
        <th scope="rowgroup" colSpan={2}>
          {title}
        </th>
      </tr>
      {children}
    </tbody>
  )
}

const Term = ({ name, children }: { name: ReactNode; children: ReactNode }) => (
  <tr>
    <th scope="row">{name}</th>
    <td className={classes.words}>{children}</td>
  </tr>
)

const Named = ({ tier, children }: { tier: TierTerms['tier']; children: ReactNode }) => (
  <Group gap={8} wrap="nowrap" component="span" style={{ display: 'inline-flex' }}>
    <Tier tier={tier} />
    {children}
  </Group>
)

/** Whoever has less time to make contact than to accept has one deadline; the other only says when the lead moves on. */
function Promised({ tier: { acceptWithin, touchWithin } }: { tier: TierTerms }) {
  const accept = spanWords(acceptWithin)
  const touch = spanWords(touchWithin)
  return isShorter(acceptWithin, touchWithin) ? (
    <Trans>
      nhận trong {accept}, liên hệ trong {touch}
    </Trans>
  ) : (
    <Trans>
      liên hệ trong {touch}; im lặng {accept} thì giao người khác
    </Trans>
  )
}
