import { Trans, useLingui } from '@lingui/react/macro'
import { Alert, Button, Group, Select, Stack, Text, Tooltip } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconAlertTriangle, IconCheck, IconFileExport, IconSignature } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { pathWithQuery } from '../api/client'
import { Amount } from '../ui/Amount'
import {
  formatDate,
  formatMinutes,
  formatMonth,
  formatMonthOfYear,
  formatNumber,
  formatPercent,
  getZone,
} from '../ui/format'
import { Card, Page } from '../ui/Page'
import { PageError } from '../ui/PageError'
import { Person } from '../ui/Person'
import { CardSkeleton } from '../ui/Skeletons'
import { ErrorState } from '../ui/States'
import { may, useMe } from '../workspace/session'
import classes from './Alignment.module.css'
import { type FigureName, reportQuery, type Sla, type SlaReport, useSla, versionsQuery } from './api'
import { ContractForm } from './ContractForm'
import { spanWords } from './changes'
import { FigureLink, FigureTable, useFigureWords } from './FigureTable'
import { chosenPeriod, monthBefore, type Period, quarterOf, samePeriod, today } from './period'
import { Tier } from './Tier'
import { WaterfallChart } from './WaterfallChart'

/** What marketing and sales promised each other, and how well both keep it. */
export function SlaPage() {
  const { sla, isPending, isError, error, refetch } = useSla()
  if (isError) return <PageError error={error} reset={() => void refetch()} />
  if (isPending || !sla) return <CardSkeleton lines={8} />
  return <Contract sla={sla} />
}

function Contract({ sla }: { sla: Sla }) {
  const me = useMe()
  const search = useSearch({ from: '/shell/sla' })
  const now = today(getZone())
  const month = monthBefore(now, 0)
  const period = chosenPeriod(search, month)
  const report = useQuery({
    ...reportQuery(sla.id, period.from, period.to),
    placeholderData: keepPreviousData,
  })
  return (
    <Page
      title={sla.name}
      aside={
        <Text c="dimmed">
          <Trans>
            phiên bản {sla.version} · từ {formatDate(sla.startsOn)}
          </Trans>
        </Text>
      }
      actions={
        <>
          <PeriodSelect period={period} now={now} />
          {may(me, 'SLA', 'EXPORT') && (
            <Button
              component="a"
              href={pathWithQuery(`/api/slas/${sla.id}/report.csv`, { from: period.from, to: period.to })}
              download
              variant="default"
              visibleFrom="xs"
              leftSection={<IconFileExport size={16} aria-hidden />}
            >
              <Trans>Xuất</Trans>
            </Button>
          )}
          <Button variant="default" component={Link} to="/sla/contract">
            <Trans>Bản cam kết</Trans>
          </Button>
          <Button variant="default" component={Link} to="/handoffs">
            <Trans>Bàn giao chờ tôi</Trans>
          </Button>
        </>
      }
    >
      <Waiting sla={sla} />
      {report.isError && (
        <Card>
          <ErrorState error={report.error} retry={() => void report.refetch()} />
        </Card>
      )}
      {report.isPending && <CardSkeleton lines={8} />}
      {report.data && <Report sla={sla} report={report.data} />}
    </Page>
  )
}

/** That something is proposed, and whose signature it waits for. */
function Waiting({ sla }: { sla: Sla }) {
  const { proposal } = sla
  if (!proposal) return null
  const day = formatDate(proposal.startsOn)
  return (
    <Alert color="blue" variant="light" icon={<IconSignature size={18} aria-hidden />}>
      <Group justify="space-between" gap="sm">
        <Text>
          {proposal.can.sign.length > 0 ? (
            <Trans>Cam kết mới từ {day} đang chờ bạn ký.</Trans>
          ) : (
            <Trans>Cam kết mới từ {day} đang chờ ký.</Trans>
          )}
        </Text>
        <Link to="/sla/contract" className="link">
          <Trans>Xem khác gì</Trans>
        </Link>
      </Group>
    </Alert>
  )
}

function PeriodSelect({ period, now }: { period: Period; now: string }) {
  const { t } = useLingui()
  const navigate = useNavigate({ from: '/sla' })
  const months = Array.from({ length: 12 }, (_, back) => monthBefore(now, back))
  const known = [
    ...months.map((month) => ({
      period: month,
      label: formatMonthOfYear(month.from),
    })),
    { period: quarterOf(now), label: t`quý này` },
    { period: { from: `${now.slice(0, 4)}-01-01`, to: `${now.slice(0, 4)}-12-31` }, label: t`năm nay` },
  ]
  const options = known.some((one) => samePeriod(one.period, period))
    ? known
    : [...known, { period, label: `${formatDate(period.from)} – ${formatDate(period.to)}` }]
  const keyOf = (one: Period) => `${one.from}/${one.to}`
  return (
    <Select
      w={176}
      aria-label={t`Kỳ`}
      data={options.map((one) => ({ value: keyOf(one.period), label: one.label }))}
      value={keyOf(period)}
      allowDeselect={false}
      onChange={(value) => {
        const [from, to] = value?.split('/') ?? []
        void navigate({ search: { from, to }, replace: true })
      }}
    />
  )
}

function Report({ sla, report }: { sla: Sla; report: SlaReport }) {
  const { t } = useLingui()
  const versions = useQuery(versionsQuery(sla.id))
  // A month that is over is told in the words of its own version.
  const judged = versions.data?.find((one) => one.version === report.slaVersion) ?? sla
  const { total, waterfall } = report
  const month = formatMonth(`${waterfall.month}-01`).replace(/^T(?=háng)/, 't')
  return (
    <Stack gap={14}>
      <div className={classes.promises}>
        <MarketingPromise sla={sla} report={report} />
        <SalesPromise sla={judged} report={report} />
      </div>
      <Totals report={report} />
      <div className={classes.two}>
        <Card title={<Trans>Giá trị lead {month}: hứa và giao</Trans>}>
          <WaterfallChart waterfall={waterfall} />
        </Card>
        <Card title={<Trans>Theo loại khách, {month}</Trans>}>
          <TypeTable report={report} />
        </Card>
      </div>
      <Card title={<Trans>Theo nguồn</Trans>}>
        {report.perSource.length > 0 ? (
          <>
            <FigureTable
              first={t`Nguồn`}
              rows={report.perSource.map(({ source, figures, earned }) => ({
                key: source ?? '',
                name: source ?? <span className={classes.zero}>{t`không rõ`}</span>,
                figures,
                earned,
              }))}
            />
            <Text size="sm" c="dimmed" p="md">
              <Trans>
                Con số gồm mọi khách của hợp đồng, cho cả hai bên. Mở ra, bạn chỉ thấy những khách mình được
                xem.
              </Trans>
            </Text>
          </>
        ) : (
          <Nothing />
        )}
      </Card>
      <Card title={<Trans>Theo nhân viên</Trans>}>
        {report.perRep.length > 0 ? (
          <>
            <FigureTable
              first={t`Nhân viên`}
              rows={report.perRep.map(({ repId, name, figures }) => ({
                key: repId,
                name: <Person name={name} size={22} />,
                figures,
              }))}
            />
            <Text size="sm" c="dimmed" px="md" py="xs">
              <Trans>
                Mỗi người theo đồng hồ của chính mình, từ lúc được giao. Bàn giao qua tay nhiều người tính cho
                từng người, nên các dòng không cộng thành tổng.
              </Trans>
            </Text>
          </>
        ) : (
          <Nothing />
        )}
      </Card>
      {report.perMonth.length > 1 && (
        <Card title={<Trans>Theo tháng</Trans>}>
          <FigureTable
            first={t`Tháng`}
            rows={report.perMonth.map(({ month: one, figures }) => ({
              key: one,
              name: formatMonthOfYear(`${one}-01`),
              figures,
            }))}
          />
        </Card>
      )}
      <Text size="sm" c="dimmed">
        <Trans>
          Tính theo ngày liên hệ thành MQL, {total.handedOver} bàn giao trong kỳ, theo giờ làm việc của công
          ty. Hai bên thấy cùng một con số.
        </Trans>
      </Text>
    </Stack>
  )
}

const Nothing = () => (
  <Text c="dimmed" p="md">
    <Trans>Chưa có bàn giao nào trong kỳ này.</Trans>
  </Text>
)

function Meter({
  value,
  mark,
  label,
  color,
}: {
  value: number
  mark?: number
  label: string
  color?: string
}) {
  const width = Math.max(0, Math.min(1, value)) * 100
  return (
    <div className={classes.meter} role="img" aria-label={label}>
      <div style={{ width: `${width}%`, background: color }} />
      {mark !== undefined && <i style={{ left: `${Math.min(99.5, mark * 100)}%` }} />}
    </div>
  )
}

const Verdict = ({ kept, children }: { kept: boolean; children: ReactNode }) => (
  <Group gap={4} wrap="nowrap" component="span" c={kept ? 'var(--sh-green)' : 'var(--sh-amber)'}>
    {kept ? <IconCheck size={16} aria-hidden /> : <IconAlertTriangle size={16} aria-hidden />}
    <Text span fw={500}>
      {children}
    </Text>
  </Group>
)

function MarketingPromise({ sla, report }: { sla: Sla; report: SlaReport }) {
  const { t } = useLingui()
  const [opened, { open, close }] = useDisclosure(false)
  const { waterfall } = report
  const { goal, net, pace, deducted, filters } = waterfall
  const share = goal && Number(goal.amount) > 0 ? Number(net.amount) / Number(goal.amount) : 0
  const byToday = goal && pace && Number(pace) > 0 ? share / Number(pace) : undefined
  return (
    <Card>
      <div className={classes.promise}>
        <Group justify="space-between" wrap="nowrap" align="flex-start" className={classes.said}>
          <Text className={classes.who}>
            {goal ? (
              <Trans>
                Marketing hứa <Amount value={goal} short /> giá trị lead
              </Trans>
            ) : (
              <Trans>Marketing chưa hứa con số nào cho mỗi tháng</Trans>
            )}
          </Text>
          {sla.can?.edit && !sla.proposal && (
            <Button variant="subtle" size="compact-sm" onClick={open} style={{ flex: 'none' }}>
              {goal ? <Trans>Đề xuất thay đổi</Trans> : <Trans>Đặt mục tiêu</Trans>}
            </Button>
          )}
        </Group>
        <div className={classes.big}>
          <FigureLink filter={filters.net}>
            <strong>
              <Amount value={net} short />
            </strong>
          </FigureLink>
          {pace != null && (
            <Tooltip label={t`Đã giao chia cho phần phải giao đến hôm nay, theo ngày làm việc`}>
              <span>
                <Verdict kept={Number(pace) >= 1}>
                  {Number(pace) >= 1 ? (
                    <Trans>đạt {formatPercent(Number(pace))} tiến độ</Trans>
                  ) : (
                    <Trans>mới đạt {formatPercent(Number(pace))} tiến độ</Trans>
                  )}
                </Verdict>
              </span>
            </Tooltip>
          )}
        </div>
        <Meter
          value={share}
          mark={byToday}
          label={goal ? t`${formatPercent(share)} của mục tiêu` : t`Chưa có mục tiêu`}
        />
        <Text size="sm" c="dimmed">
          <FigureLink filter={filters.leads}>
            <Trans>{formatNumber(waterfall.leads)} lead được tính</Trans>
          </FigureLink>
          {waterfall.leadsNeeded != null && ` / ${formatNumber(waterfall.leadsNeeded)} ${t`cần có`}`}
          {Number(deducted.amount) > 0 && (
            <>
              {' · '}
              <FigureLink filter={filters.deducted}>
                <Trans>
                  bị trừ <Amount value={deducted} short />
                </Trans>
              </FigureLink>
            </>
          )}
        </Text>
      </div>
      <ContractForm sla={sla} opened={opened} onClose={close} />
    </Card>
  )
}

function SalesPromise({ sla, report }: { sla: Sla; report: SlaReport }) {
  const { t } = useLingui()
  const { compliance, medianMinutes, filters, pending } = report.total
  const kept = compliance == null ? undefined : Number(compliance)
  return (
    <Card>
      <div className={classes.promise}>
        <Text className={`${classes.who} ${classes.said}`}>
          <Trans>Bán hàng hứa liên hệ trong</Trans>{' '}
          {sla.terms.tiers.map((tier, index) => (
            <span key={tier.tier}>
              {index > 0 && ' · '}
              <Tooltip label={tier.name}>
                <span>
                  {tier.tier} {spanWords(tier.touchWithin)}
                </span>
              </Tooltip>
            </span>
          ))}
        </Text>
        <div className={classes.big}>
          {kept === undefined ? (
            <strong>—</strong>
          ) : (
            <FigureLink filter={filters.compliance}>
              <strong>{formatPercent(kept)}</strong>
            </FigureLink>
          )}
          {kept !== undefined && (
            <Verdict kept={kept >= 0.9}>
              {kept >= 0.9 ? <Trans>giữ lời</Trans> : <Trans>cần nhanh hơn</Trans>}
            </Verdict>
          )}
        </div>
        <Meter
          value={kept ?? 0}
          label={kept === undefined ? t`Chưa có gì để đo` : t`${formatPercent(kept)} giữ lời`}
        />
        <Text size="sm" c="dimmed">
          {medianMinutes == null ? (
            <Trans>chưa có liên hệ đầu tiên nào</Trans>
          ) : (
            <FigureLink filter={filters.touched}>
              <Trans>trung vị {formatMinutes(Number(medianMinutes))}</Trans>
            </FigureLink>
          )}
          {pending > 0 && (
            <>
              {' · '}
              <FigureLink filter={filters.pending}>
                <Trans>{formatNumber(pending)} đang chờ</Trans>
              </FigureLink>
            </>
          )}
        </Text>
      </div>
    </Card>
  )
}

const SHOWN: readonly FigureName[] = ['handedOver', 'accepted', 'rejected', 'met', 'breached', 'pending']

function Totals({ report }: { report: SlaReport }) {
  const words = useFigureWords()
  const { total } = report
  return (
    <div className={classes.figures}>
      {SHOWN.map((name) => (
        <Tooltip key={name} label={words[name].meaning} multiline w={240}>
          <Link to="/handoffs" search={{ filter: total.filters[name] }} className={classes.figure}>
            <span>{words[name].name}</span>
            <b style={name === 'breached' && total.breached > 0 ? { color: 'var(--sh-red)' } : undefined}>
              {formatNumber(Number(total[name] ?? 0))}
            </b>
          </Link>
        </Tooltip>
      ))}
      <Tooltip label={words.median.meaning} multiline w={240}>
        <Link to="/handoffs" search={{ filter: total.filters.touched }} className={classes.figure}>
          <span>{words.median.name}</span>
          <b>{total.medianMinutes == null ? '—' : formatMinutes(Number(total.medianMinutes))}</b>
        </Link>
      </Tooltip>
    </div>
  )
}

function TypeTable({ report }: { report: SlaReport }) {
  const { t } = useLingui()
  return (
    <div className={classes.scroll}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">
              <Trans>Loại</Trans>
            </th>
            <th scope="col">
              <Tooltip label={t`Tỷ lệ chốt nhân giá bán trung bình`}>
                <span>
                  <Trans>Giá trị một lead</Trans>
                </span>
              </Tooltip>
            </th>
            <th scope="col">
              <Trans>Đã giao</Trans>
            </th>
            <th scope="col">
              <Trans>Bị trừ</Trans>
            </th>
            <th scope="col">
              <Trans>Còn lại</Trans>
            </th>
          </tr>
        </thead>
        <tbody>
          {report.waterfall.types.map((type) => (
            <tr key={type.code}>
              <th scope="row">
                <Group gap={8} wrap="nowrap" component="span" style={{ display: 'inline-flex' }}>
                  <Tier tier={type.tier} />
                  {type.name}
                </Group>
              </th>
              <td>
                <Amount value={type.value} short />
              </td>
              <td className={type.leads === 0 ? classes.zero : undefined}>
                {type.leads === 0 ? (
                  '0'
                ) : (
                  <FigureLink filter={type.filters.leads}>{formatNumber(type.leads)}</FigureLink>
                )}
              </td>
              <td className={type.rejected === 0 ? classes.zero : undefined}>
                {type.rejected === 0 ? (
                  '0'
                ) : (
                  <FigureLink filter={type.filters.rejected}>{formatNumber(type.rejected)}</FigureLink>
                )}
              </td>
              <td>
                <FigureLink filter={type.filters.net}>
                  <Amount value={type.net} short />
                </FigureLink>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
