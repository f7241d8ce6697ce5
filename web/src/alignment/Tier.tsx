import { useLingui } from '@lingui/react/macro'
import { Badge, Tooltip } from '@mantine/core'
import type { Tier as TierName } from '../api/types'
import { TIER_NAMES } from './words'

/** How eagerly a lead waits: one letter, its meaning on hover. */
export function Tier({ tier }: { tier: TierName }) {
  const { i18n } = useLingui()
  const label = i18n._(TIER_NAMES[tier])
  return (
    <Tooltip label={label}>
      <Badge
        size="sm"
        radius="sm"
        px={6}
        style={{ flex: 'none', verticalAlign: 'middle' }}
        variant={tier === 'A' ? 'filled' : tier === 'B' ? 'light' : 'outline'}
        aria-label={label}
      >
        {tier}
      </Badge>
    </Tooltip>
  )
}
