import { Trans, useLingui } from '@lingui/react/macro'
import { Badge, Button, Group, Stack, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Amount } from '../ui/Amount'
import { Card } from '../ui/Page'
import { CardSkeleton } from '../ui/Skeletons'
import { ErrorState } from '../ui/States'
import { may, useMe } from '../workspace/session'
import { dealsOfQuery } from './api'
import { DealForm } from './DealForm'
import { StageBar } from './StageBar'
import { STATUS_COLORS, STATUS_NAMES } from './words'

interface DealsOfProps {
  readonly field: 'contactIds' | 'companyId'
  readonly id: string
  /** What a deal that is opened here starts with. */
  readonly companyId?: string | null
}

/** The deals of a person or a company, beside the timeline. */
export function DealsOf({ field, id, companyId }: DealsOfProps) {
  const { i18n } = useLingui()
  const deals = useQuery(dealsOfQuery(field, id))
  const [opened, { open, close }] = useDisclosure(false)
  const me = useMe()
  const found = deals.data ?? []
  return (
    <Card
      title={found.length > 0 ? <Trans>Thương vụ ({found.length})</Trans> : <Trans>Thương vụ</Trans>}
      actions={
        may(me, 'DEAL', 'WRITE') && (
          <Button size="compact-sm" variant="subtle" onClick={open}>
            <Trans>Mở mới</Trans>
          </Button>
        )
      }
    >
      {deals.isPending && <CardSkeleton lines={2} />}
      {deals.isError && <ErrorState error={deals.error} retry={() => void deals.refetch()} />}
      {deals.isSuccess && found.length === 0 && (
        <Text c="dimmed" p="sm">
          <Trans>Chưa có thương vụ nào.</Trans>
        </Text>
      )}
      <Stack gap={0}>
        {found.map((deal) => (
          <Link
            key={deal.id}
            to="/deals/$dealId"
            params={{ dealId: deal.id }}
            style={{ padding: '9px 14px', borderTop: '1px solid var(--sh-line)' }}
          >
            <Group justify="space-between" gap="xs" wrap="nowrap">
              <Text fw={500} truncate>
                {deal.name}
              </Text>
              <Amount value={deal.amount} short />
            </Group>
            <Group justify="space-between" gap="xs" wrap="nowrap" mt={5}>
              <div style={{ flex: 1, maxWidth: 120 }}>
                <StageBar deal={deal} />
              </div>
              <Badge size="sm" variant="light" color={STATUS_COLORS[deal.status]}>
                {i18n._(STATUS_NAMES[deal.status])}
              </Badge>
            </Group>
          </Link>
        ))}
      </Stack>
      <DealForm
        opened={opened}
        onClose={close}
        companyId={field === 'companyId' ? id : companyId}
        contactIds={field === 'contactIds' ? [id] : []}
      />
    </Card>
  )
}
