import { useLingui } from '@lingui/react/macro'
import { Group, Text } from '@mantine/core'
import { LIFECYCLE_STAGES, type LifecycleStage } from '../api/types'
import { Dots } from '../ui/Dots'
import { useOtherKinds } from './otherKinds'
import { STAGE_NAMES, STAGE_SHORT } from './words'

/** How far a contact has come: the eight dots. OTHER stands beside the way, so all are hollow. */
export function StageDots({
  stage,
  otherKindId,
  withName,
}: {
  stage: LifecycleStage
  /** Which kind of OTHER. */
  otherKindId?: string | null
  withName?: boolean
}) {
  const { i18n } = useLingui()
  const { nameOf } = useOtherKinds()
  const kind = stage === 'OTHER' ? nameOf(otherKindId) : undefined
  const reached = stage === 'OTHER' ? 0 : LIFECYCLE_STAGES.indexOf(stage) + 1
  const dots = <Dots steps={LIFECYCLE_STAGES.length} reached={reached} label={i18n._(STAGE_NAMES[stage])} />
  if (!withName) return dots
  return (
    <Group gap={8} wrap="nowrap" component="span" style={{ display: 'inline-flex' }}>
      {dots}
      <Text span size="md" style={{ whiteSpace: 'nowrap' }}>
        {i18n._(STAGE_SHORT[stage])}
        {kind && `: ${kind}`}
      </Text>
    </Group>
  )
}
