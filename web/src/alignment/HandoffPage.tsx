import { Trans, useLingui } from '@lingui/react/macro'
import { Group, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import type { Handoff } from '../api/types'
import { UNKNOWN_ENTRY } from '../contacts/timelineWords'
import { BackLink } from '../ui/BackLink'
import { Card, Page } from '../ui/Page'
import { PageError } from '../ui/PageError'
import { CardSkeleton } from '../ui/Skeletons'
import { TimelineList } from '../ui/TimelineList'
import { useMembers } from '../workspace/session'
import classes from './Alignment.module.css'
import { handoffQuery, useSla } from './api'
import { Clock } from './Clock'
import { HandoffFacts } from './HandoffOf'
import { STEP_WORDS } from './words'

/** One hand-off and all that happened to it: where a notice leads. */
export function HandoffPage() {
  const { handoffId } = useParams({ from: '/shell/handoffs/$handoffId' })
  const handoff = useQuery(handoffQuery(handoffId))
  if (handoff.isError) return <PageError error={handoff.error} reset={() => void handoff.refetch()} />
  if (handoff.isPending) return <CardSkeleton lines={6} />
  const { contactId, contactName, companyName } = handoff.data
  return (
    <Page
      of={contactName ?? undefined}
      title={
        <Group gap={10} component="span">
          <BackLink to="/handoffs">
            <Trans>Bàn giao</Trans>
          </BackLink>
          {contactName ? (
            <Link to="/contacts/$contactId" params={{ contactId }} className="link">
              {contactName}
            </Link>
          ) : (
            <Trans>Liên hệ bạn không có quyền xem</Trans>
          )}
        </Group>
      }
      aside={
        <Group gap="md">
          {companyName && <Text c="dimmed">{companyName}</Text>}
          <Clock handoff={handoff.data} size={24} />
        </Group>
      }
    >
      <div className={classes.two}>
        <Card title={<Trans context="one">Bàn giao</Trans>}>
          <HandoffFacts handoff={handoff.data} />
        </Card>
        <Card title={<Trans>Từng bước</Trans>}>
          <Steps handoff={handoff.data} />
        </Card>
      </div>
    </Page>
  )
}

function Steps({ handoff }: { handoff: Handoff }) {
  const { i18n } = useLingui()
  const { nameOf } = useMembers()
  const { sla } = useSla()
  const lines = [...(handoff.steps ?? [])].reverse().map((step) => {
    const words = STEP_WORDS[step.kind] ?? UNKNOWN_ENTRY
    const Icon = words.icon
    const reason = sla?.terms.rejectionReasons.find((one) => one.code === step.reason)?.name ?? step.reason
    const rep = step.kind === 'OFFERED' || step.kind === 'REASSIGNED' ? nameOf(step.repId) : undefined
    return {
      id: step.id,
      at: step.at,
      icon: <Icon size={14} />,
      text: (
        <>
          <Text span fw={500}>
            {i18n._(words.name)}
          </Text>
          {rep && ` → ${rep}`}
          {nameOf(step.actor) && (
            <Text span c="dimmed">
              {' '}
              · {nameOf(step.actor)}
            </Text>
          )}
          {(reason || step.note) && <div>{[reason, step.note].filter(Boolean).join(': ')}</div>}
        </>
      ),
    }
  })
  return (
    <div style={{ padding: '2px 14px 14px' }}>
      <TimelineList lines={lines} />
    </div>
  )
}
