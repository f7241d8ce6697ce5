import { useLingui } from '@lingui/react/macro'
import { Group, Skeleton, Stack } from '@mantine/core'
import { Later } from './Later'

const WIDTHS = ['62%', '48%', '70%', '55%', '66%', '44%', '58%', '50%', '68%', '60%', '46%', '64%']

/** The shape of a list that is on its way. */
export function ListSkeleton({ rows = 10 }: { rows?: number }) {
  const { t } = useLingui()
  return (
    <Later>
      <Stack gap={0} role="status" aria-label={t`Đang tải`}>
        {WIDTHS.slice(0, rows).map((width) => (
          <Group key={width} h={36} px="sm" wrap="nowrap">
            <Skeleton height={10} width={18} />
            <Skeleton height={10} width={width} />
            <Skeleton height={10} width="14%" />
          </Group>
        ))}
      </Stack>
    </Later>
  )
}

export function CardSkeleton({ lines = 4 }: { lines?: number }) {
  const { t } = useLingui()
  return (
    <Later>
      <Stack gap="sm" p="md" role="status" aria-label={t`Đang tải`}>
        {WIDTHS.slice(0, lines).map((width) => (
          <Skeleton key={width} height={10} width={width} />
        ))}
      </Stack>
    </Later>
  )
}
