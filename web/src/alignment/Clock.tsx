import { useLingui } from '@lingui/react/macro'
import { Group, Text } from '@mantine/core'
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react'
import type { Handoff } from '../api/types'
import { ClockRing } from '../ui/ClockRing'
import { formatMinutes } from '../ui/format'

/** The clock of a hand-off: running towards its nearer deadline, or what it showed when it stopped. */
export function Clock({ handoff, size }: { handoff: Handoff; size?: number }) {
  const { t } = useLingui()
  if (handoff.dueAt) {
    return <ClockRing start={handoff.offeredAt} due={handoff.dueAt} spent={handoff.spent} size={size} />
  }
  const waited = formatMinutes(handoff.businessMinutes)
  if (handoff.firstTouchAt) {
    return (
      <Group
        gap={6}
        wrap="nowrap"
        component="span"
        style={{ display: 'inline-flex', verticalAlign: 'middle' }}
      >
        {handoff.breached ? (
          <IconAlertTriangle size={16} color="var(--sh-red)" aria-hidden />
        ) : (
          <IconCheck size={16} color="var(--sh-green)" aria-hidden />
        )}
        <Text span size="sm" c={handoff.breached ? 'var(--sh-red)' : 'var(--sh-green)'}>
          {handoff.breached ? t`muộn, sau ${waited}` : t`kịp, sau ${waited}`}
        </Text>
      </Group>
    )
  }
  return (
    <Text span size="sm" c={handoff.breached ? 'var(--sh-red)' : 'dimmed'}>
      {handoff.breached ? t`quá hạn, đã dừng` : t`đã dừng`}
    </Text>
  )
}
