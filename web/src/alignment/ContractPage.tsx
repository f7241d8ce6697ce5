import { Trans, useLingui } from '@lingui/react/macro'
import { Alert, Button, Group, Stack, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { BackLink } from '../ui/BackLink'
import { ConfirmDialog } from '../ui/ConfirmDialog'
import { tell } from '../ui/command'
import { formatDate, formatDateTime } from '../ui/format'
import { Loaded } from '../ui/Loaded'
import { Card, Page } from '../ui/Page'
import { PageError } from '../ui/PageError'
import { CardSkeleton } from '../ui/Skeletons'
import { useMembers } from '../workspace/session'
import { type Proposal, type Side, type Sla, useSign, useSla, useWithdraw, versionsQuery } from './api'
import { ContractForm } from './ContractForm'
import { ChangeList } from './changes'
import { Signatures } from './Signatures'
import { TermsTable } from './TermsTable'
import { Since, VersionLine } from './Version'

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

function InForce({ sla }: { sla: Sla }) {
  return (
    <Card title={<Trans>Đang có hiệu lực: phiên bản {sla.version}</Trans>} actions={<Since sla={sla} />}>
      <Stack px="md" py="sm">
        <TermsTable terms={sla.terms} />
        <Signatures signatures={sla.signatures} />
      </Stack>
    </Card>
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
              <VersionLine key={one.version} version={one} />
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
