import { Trans, useLingui } from '@lingui/react/macro'
import { Badge, Group, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { Handoff } from '../api/types'
import { formatDay, formatTime } from '../ui/format'
import { Card } from '../ui/Page'
import { Person } from '../ui/Person'
import { useMembers } from '../workspace/session'
import { useHandoffActions } from './actions'
import { handoffOfQuery, useTermsOf } from './api'
import { Clock } from './Clock'
import { HandoffButtons } from './HandoffButtons'
import { Tier } from './Tier'
import { STATUS_COLORS, STATUS_NAMES } from './words'

/** The hand-off of a contact with its clock; nothing where there never was one, or nothing for this viewer. */
export function HandoffOf({ contactId, quiet }: { contactId: string; quiet?: boolean }) {
  const handoff = useQuery(handoffOfQuery(contactId))
  const found = handoff.data
  if (!found) return null
  if (quiet && !['OFFERED', 'ACCEPTED', 'TOUCHED'].includes(found.status)) return null
  return (
    <Card
      title={
        <Link to="/handoffs/$handoffId" params={{ handoffId: found.id }}>
          <Trans context="one">Bàn giao</Trans>
        </Link>
      }
      actions={<Clock handoff={found} size={22} />}
    >
      <HandoffFacts handoff={found} />
    </Card>
  )
}

export function HandoffFacts({ handoff }: { handoff: Handoff }) {
  const { t, i18n } = useLingui()
  const { nameOf } = useMembers()
  const terms = useTermsOf(handoff)
  const { actions, dialogs } = useHandoffActions()
  const reason = terms?.rejectionReasons.find((one) => one.code === handoff.reason)?.name ?? handoff.reason
  const type = terms?.leadTypes.find((one) => one.code === handoff.leadType)?.name
  // Two deadlines at one moment are one.
  const together = new Date(handoff.acceptBy) >= new Date(handoff.touchBy)
  return (
    <Stack gap={8} px="md" py="sm">
      <Group gap={8}>
        <Tier tier={handoff.tier} />
        <Badge variant="light" color={STATUS_COLORS[handoff.status]}>
          {i18n._(STATUS_NAMES[handoff.status])}
        </Badge>
        {type && (
          <Text span size="sm" c="dimmed">
            {type}
          </Text>
        )}
      </Group>
      <Person name={nameOf(handoff.repId)} size={22} />
      {!together && (
        <Deadline
          label={t`Nhận trước`}
          by={handoff.acceptBy}
          done={handoff.answeredAt}
          running={handoff.status === 'OFFERED'}
        />
      )}
      <Deadline
        label={together && !handoff.answeredAt ? t`Phản hồi trước` : t`Liên hệ trước`}
        by={handoff.touchBy}
        done={handoff.firstTouchAt}
        running={handoff.dueAt != null}
      />
      {reason && (
        <Text size="sm">
          <Trans>Lý do: {reason}</Trans>
          {handoff.note && ` · “${handoff.note}”`}
        </Text>
      )}
      <HandoffButtons handoff={handoff} actions={actions} />
      {dialogs}
    </Stack>
  )
}

function Deadline({
  label,
  by,
  done,
  running,
}: {
  label: string
  by: string
  done?: string | null
  running: boolean
}) {
  const { t } = useLingui()
  if (!done && !running) return null
  const late = done ? new Date(done) > new Date(by) : new Date() > new Date(by)
  const said = done ? (late ? t`muộn` : t`kịp`) : late ? t`quá hạn` : undefined
  return (
    <Group justify="space-between" gap="xs" wrap="nowrap">
      <Text size="sm" c="dimmed">
        {label}
      </Text>
      <Text size="sm" className="tabular" ta="right">
        {formatTime(by)} {formatDay(by)}
        {said && (
          <Text span size="sm" c={late ? 'var(--sh-red)' : 'var(--sh-green)'}>
            {' '}
            {done && !late ? '✓ ' : ''}
            {said}
          </Text>
        )}
      </Text>
    </Group>
  )
}
