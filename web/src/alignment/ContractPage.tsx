import { Trans, useLingui } from '@lingui/react/macro'
import { Alert, Badge, Button, Group, Stack, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconSignature } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { BackLink } from '../ui/BackLink'
import { ConfirmDialog } from '../ui/ConfirmDialog'
import { tell } from '../ui/command'
import { formatDate, formatDateTime, formatMoney, formatNumber, formatPercent } from '../ui/format'
import { Loaded } from '../ui/Loaded'
import { Card, Page } from '../ui/Page'
import { PageError } from '../ui/PageError'
import { Person } from '../ui/Person'
import { CardSkeleton } from '../ui/Skeletons'
import { useMembers } from '../workspace/session'
import classes from './Alignment.module.css'
import {
  type Proposal,
  type Side,
  type Signature,
  type Sla,
  useSign,
  useSla,
  useWithdraw,
  versionsQuery,
} from './api'
import { ContractForm } from './ContractForm'
import { ChangeList, isShorter, spanWords } from './changes'
import { Tier } from './Tier'

const SIDES: readonly Side[] = ['MARKETING', 'SALES']

/** The contract itself: what is in force, what is proposed and waits for signatures, and what held before. */
export function ContractPage() {
  const { sla, isPending, isError, error, refetch } = useSla()
  if (isError) return <PageError error={error} reset={() => void refetch()} />
  if (isPending || !sla) return <CardSkeleton lines={8} />
  return <Contract sla={sla} />
}

function Contract({ sla }: { sla: Sla }) {
  const [opened, { open, close }] = useDisclosure(false)
  const { proposal } = sla
  return (
    <Page
      title={
        <Group gap={10} component="span">
          <BackLink to="/sla">
            <Trans>Báo cáo cam kết</Trans>
          </BackLink>
          {sla.name}
        </Group>
      }
      of={sla.name}
      actions={
        sla.can?.edit &&
        !proposal && (
          <Button onClick={open}>
            <Trans>Đề xuất thay đổi</Trans>
          </Button>
        )
      }
    >
      <Stack gap={14}>
        {proposal && <Proposed sla={sla} proposal={proposal} onEdit={open} />}
        <InForce sla={sla} />
        <Versions sla={sla} />
      </Stack>
      <ContractForm sla={sla} opened={opened} onClose={close} />
    </Page>
  )
}

function Proposed({ sla, proposal, onEdit }: { sla: Sla; proposal: Proposal; onEdit: () => void }) {
  const { t } = useLingui()
  const { nameOf } = useMembers()
  const [asked, setAsked] = useState<Side | 'withdraw'>()
  const close = () => setAsked(undefined)
  const sign = useSign((after) => {
    close()
    tell(after.state === 'AGREED' ? t`Đã đủ hai chữ ký.` : t`Đã ký, còn chờ bên kia.`)
  })
  const withdraw = useWithdraw(() => {
    close()
    tell(t`Đã rút đề xuất.`)
  })
  const day = formatDate(proposal.startsOn)
  const by = nameOf(proposal.proposedBy)
  const replaced = proposal.replaces.join(', ')
  return (
    <Card
      title={<Trans>Đề xuất chờ ký, từ ngày {day}</Trans>}
      actions={
        <Group gap={8}>
          {proposal.can.edit && (
            <Button variant="default" size="compact-sm" onClick={onEdit}>
              <Trans>Sửa</Trans>
            </Button>
          )}
          {proposal.can.withdraw && (
            <Button variant="default" size="compact-sm" onClick={() => setAsked('withdraw')}>
              <Trans>Rút lại</Trans>
            </Button>
          )}
        </Group>
      }
    >
      <Stack px="md" py="sm">
        <Text size="sm" c="dimmed">
          <Trans>
            {by} đề xuất {formatDateTime(proposal.proposedAt)}. Chưa có hiệu lực; so với phiên bản{' '}
            {proposal.against}:
          </Trans>
        </Text>
        <ChangeList changes={proposal.changes} />
        {replaced !== '' && (
          <Alert color="yellow" variant="light">
            <Trans>Phiên bản {replaced} đã ký nhưng chưa bắt đầu sẽ không có hiệu lực nữa.</Trans>
          </Alert>
        )}
        {proposal.late && (
          <Alert color="yellow" variant="light">
            <Trans>Ngày bắt đầu đã qua nên không ký được nữa. Hãy sửa sang ngày khác.</Trans>
          </Alert>
        )}
        <Signatures signatures={proposal.signatures} signable={proposal.can.sign} waiting onSign={setAsked} />
      </Stack>
      <ConfirmDialog
        opened={asked === 'withdraw'}
        onClose={close}
        title={t`Rút đề xuất này?`}
        confirm={<Trans>Rút lại</Trans>}
        danger
        busy={withdraw.isPending}
        onConfirm={() => withdraw.mutate({ id: sla.id, proposal })}
      >
        {t`Cam kết đang có hiệu lực không đổi. Chữ ký đã có trên đề xuất này mất hiệu lực.`}
      </ConfirmDialog>
      <ConfirmDialog
        opened={asked === 'MARKETING' || asked === 'SALES'}
        onClose={close}
        title={asked === 'MARKETING' ? t`Ký thay mặt marketing?` : t`Ký thay mặt bán hàng?`}
        confirm={<Trans>Ký</Trans>}
        busy={sign.isPending}
        onConfirm={() => asked && asked !== 'withdraw' && sign.mutate({ id: sla.id, proposal, side: asked })}
      >
        {t`Bạn ký đúng những thay đổi đang hiển thị, từ ngày ${day}. Các tháng đã qua không đổi.`}
      </ConfirmDialog>
    </Card>
  )
}

function Signatures({
  signatures,
  signable = [],
  waiting = false,
  onSign,
}: {
  signatures: readonly Signature[]
  signable?: readonly Side[]
  waiting?: boolean
  onSign?: (side: Side) => void
}) {
  const { t } = useLingui()
  const { nameOf } = useMembers()
  const names: Record<Side, string> = { MARKETING: t`Marketing`, SALES: t`Bán hàng` }
  return (
    <div className={classes.signatures}>
      {SIDES.map((side) => {
        const signature = signatures.find((one) => one.side === side)
        if (!signature && !waiting) return null
        return (
          <div key={side} className={classes.signature} data-missing={signature ? undefined : true}>
            <Text size="sm" c="dimmed">
              {names[side]}
            </Text>
            {signature ? (
              <>
                <Person name={nameOf(signature.memberId)} size={22} />
                <Text size="sm" c="dimmed" className="tabular">
                  <Trans>ký {formatDateTime(signature.at)}</Trans>
                </Text>
              </>
            ) : signable.includes(side) ? (
              <Button
                mt={6}
                size="compact-md"
                leftSection={<IconSignature size={16} aria-hidden />}
                onClick={() => onSign?.(side)}
              >
                {side === 'MARKETING' ? <Trans>Ký cho marketing</Trans> : <Trans>Ký cho bán hàng</Trans>}
              </Button>
            ) : (
              <Text>
                <Trans>chưa ký</Trans>
              </Text>
            )}
          </div>
        )
      })}
    </div>
  )
}

function InForce({ sla }: { sla: Sla }) {
  const { t } = useLingui()
  const { goal, tiers, leadTypes } = sla.terms
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
  return (
    <Card title={<Trans>Đang có hiệu lực: phiên bản {sla.version}</Trans>} actions={<Since sla={sla} />}>
      <Stack px="md" py="sm">
        <div className={classes.scroll}>
          <table className={classes.table}>
            <tbody>
              {goals.map(([name, value]) => (
                <tr key={name}>
                  <th scope="row">{name}</th>
                  <td>{value ?? <span className={classes.zero}>{t`chưa có`}</span>}</td>
                </tr>
              ))}
              {tiers.map((tier) => (
                <tr key={tier.tier}>
                  <th scope="row">
                    <Group gap={8} wrap="nowrap" component="span" style={{ display: 'inline-flex' }}>
                      <Tier tier={tier.tier} />
                      {tier.name}
                    </Group>
                  </th>
                  <td className={classes.words}>
                    <Promised tier={tier} />
                  </td>
                </tr>
              ))}
              {leadTypes.map((type) => (
                <tr key={type.code}>
                  <th scope="row">
                    <Group gap={8} wrap="nowrap" component="span" style={{ display: 'inline-flex' }}>
                      <Tier tier={type.tier} />
                      {type.name}
                    </Group>
                  </th>
                  <td className={classes.words}>
                    {formatPercent(type.closeRate, 2)} ×{' '}
                    {formatMoney(type.averageSale.amount, type.averageSale.currency)}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
        <Signatures signatures={sla.signatures} />
      </Stack>
    </Card>
  )
}

/** Whoever has less time to make contact than to accept has one deadline; the other only says when the lead moves on. */
function Promised({ tier: { acceptWithin, touchWithin } }: { tier: Sla['terms']['tiers'][number] }) {
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

const Since = ({ sla }: { sla: Sla }) => {
  const from = formatDate(sla.startsOn)
  const to = sla.endsOn && formatDate(sla.endsOn)
  // The first version also speaks for the days before anything was agreed.
  if (to && sla.endsOn && sla.endsOn < sla.startsOn) {
    return (
      <Text size="sm" c="dimmed" className="tabular">
        <Trans>đến {to}</Trans>
      </Text>
    )
  }
  return (
    <Text size="sm" c="dimmed" className="tabular">
      {to ? (
        <Trans>
          {from} – {to}
        </Trans>
      ) : (
        <Trans>từ {from}</Trans>
      )}
    </Text>
  )
}

function Versions({ sla }: { sla: Sla }) {
  const versions = useQuery(versionsQuery(sla.id))
  return (
    <Card title={<Trans>Các phiên bản</Trans>}>
      <Loaded of={versions}>
        {(all) => (
          <Stack px="md" py="sm" gap="md">
            {all.map((one) => (
              <Version key={one.version} version={one} />
            ))}
            <Text size="sm" c="dimmed">
              <Trans>
                Mỗi lead theo phiên bản có hiệu lực vào ngày nó thành MQL. Mỗi ngày làm việc mang phần mục
                tiêu của phiên bản ngày đó, nên tháng đã qua không đổi.
              </Trans>
            </Text>
          </Stack>
        )}
      </Loaded>
    </Card>
  )
}

function Version({ version }: { version: Sla }) {
  const { t } = useLingui()
  const [opened, { toggle }] = useDisclosure(false)
  const standing = {
    COMING: { name: t`sắp có hiệu lực`, color: 'blue' },
    IN_FORCE: { name: t`đang có hiệu lực`, color: 'green' },
    ENDED: { name: t`đã hết`, color: 'gray' },
    REPLACED: { name: t`bị thay trước khi bắt đầu`, color: 'gray' },
  }[version.standing]
  return (
    <div>
      <Group gap={10}>
        <Text fw={600}>
          <Trans>Phiên bản {version.version}</Trans>
        </Text>
        <Badge variant="light" color={standing.color}>
          {standing.name}
        </Badge>
        {version.standing !== 'REPLACED' && <Since sla={version} />}
        {version.changes.length > 0 && (
          <Button variant="subtle" size="compact-sm" onClick={toggle} aria-expanded={opened}>
            {opened ? <Trans>Ẩn thay đổi</Trans> : <Trans>Xem thay đổi</Trans>}
          </Button>
        )}
      </Group>
      {opened && (
        <Stack gap="sm" mt="xs">
          <ChangeList changes={version.changes} />
          <Signatures signatures={version.signatures} />
        </Stack>
      )}
    </div>
  )
}
