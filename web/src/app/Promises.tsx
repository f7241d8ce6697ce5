import { Trans, useLingui } from '@lingui/react/macro'
import { Progress, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { reportQuery, useSla } from '../alignment/api'
import { formatMinutes, formatMoneyShort, formatMonth, formatPercent } from '../ui/format'
import { Card } from '../ui/Page'
import { CardSkeleton } from '../ui/Skeletons'
import { ErrorState } from '../ui/States'
import { useMe } from '../workspace/session'
import { monthOf, todayOf } from './waiting'

/** What each side promised the other this month, and how it stands: two lines of one size. */
export function Promises() {
  const { t } = useLingui()
  const me = useMe()
  const { sla, error: noSla, isPending: waiting } = useSla()
  const { zone } = me.workspace
  const report = useQuery({
    ...reportQuery(sla?.id ?? '', monthOf(zone), todayOf(zone)),
    enabled: sla !== undefined,
  })
  const error = noSla ?? report.error
  const title = <Trans>Hai lời hứa {formatMonth(new Date())}</Trans>
  if (!waiting && sla === undefined && !error) return null
  if (error) {
    return (
      <Card title={title}>
        <ErrorState error={error} retry={() => void report.refetch()} />
      </Card>
    )
  }
  if (!report.data) {
    return (
      <Card title={title}>
        <CardSkeleton lines={3} />
      </Card>
    )
  }
  const { total, waterfall } = report.data
  const goal = Number(waterfall.goal?.amount ?? 0)
  const net = Number(waterfall.net.amount)
  const delivered = formatMoneyShort(waterfall.net.amount, waterfall.net.currency)
  const promised = waterfall.goal && formatMoneyShort(waterfall.goal.amount, waterfall.goal.currency)
  const kept = total.compliance
  return (
    <Card
      title={title}
      actions={
        <Link to="/sla" className="link">
          <Trans>Xem báo cáo</Trans>
        </Link>
      }
    >
      <Stack p="md" gap="md">
        <Pledge
          name={t`Marketing giao giá trị lead`}
          share={goal > 0 ? net / goal : undefined}
          says={promised ? t`${delivered} trên ${promised}` : t`${delivered}, chưa đặt mục tiêu`}
        />
        <Pledge
          name={t`Bán hàng trả lời đúng hẹn`}
          share={kept ?? undefined}
          says={
            kept == null
              ? t`chưa có bàn giao nào phải trả lời`
              : total.medianMinutes == null
                ? formatPercent(kept)
                : t`${formatPercent(kept)} · trung vị ${formatMinutes(total.medianMinutes)}`
          }
        />
      </Stack>
    </Card>
  )
}

function Pledge({ name, share, says }: { name: string; share?: number; says: string }) {
  return (
    <div>
      <Text size="md" fw={500}>
        {name}
      </Text>
      <Progress
        value={Math.min(100, (share ?? 0) * 100)}
        size="md"
        my={6}
        color={share !== undefined && share < 0.8 ? 'yellow.7' : 'teal'}
        aria-label={name}
      />
      <Text size="sm" c="dimmed" className="tabular">
        {says}
      </Text>
    </div>
  )
}
