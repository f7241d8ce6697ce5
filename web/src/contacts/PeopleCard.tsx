import { Trans } from '@lingui/react/macro'
import { Button, Group, Stack, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { get } from '../api/client'
import type { Page } from '../api/page'
import type { Contact } from '../api/types'
import { Card } from '../ui/Page'
import { CardSkeleton } from '../ui/Skeletons'
import { ErrorState } from '../ui/States'
import { may, useMe } from '../workspace/session'
import { ContactForm } from './ContactForm'
import { CONTACTS } from './keys'
import { StageDots } from './StageDots'

const SHOWN = 20

/** The people of a company, beside the timeline. */
export function PeopleCard({ companyId }: { companyId: string }) {
  const filter = { field: 'companyId', op: 'eq', value: companyId } as const
  const people = useQuery({
    queryKey: [CONTACTS, 'of', companyId],
    queryFn: ({ signal }) =>
      get<Page<Contact>>('/api/contacts', { filter, limit: SHOWN, count: true, sort: 'fullName' }, signal),
  })
  const [opened, { open, close }] = useDisclosure(false)
  const me = useMe()
  const total = people.data?.total ?? people.data?.items.length ?? 0
  return (
    <Card
      title={total > 0 ? <Trans>Người ({total})</Trans> : <Trans>Người</Trans>}
      actions={
        may(me, 'CONTACT', 'WRITE') && (
          <Button size="compact-sm" variant="subtle" onClick={open}>
            <Trans>Thêm người</Trans>
          </Button>
        )
      }
    >
      {people.isPending && <CardSkeleton lines={3} />}
      {people.isError && <ErrorState error={people.error} retry={() => void people.refetch()} />}
      {people.isSuccess && total === 0 && (
        <Text c="dimmed" p="sm">
          <Trans>Chưa biết ai ở công ty này.</Trans>
        </Text>
      )}
      <Stack gap={0}>
        {people.data?.items.map((contact) => (
          <Link
            key={contact.id}
            to="/contacts/$contactId"
            params={{ contactId: contact.id }}
            style={{ padding: '8px 14px', borderTop: '1px solid var(--sh-line)' }}
          >
            <Group justify="space-between" gap="xs" wrap="nowrap">
              <div style={{ minWidth: 0 }}>
                <Text truncate fw={500}>
                  {contact.fullName}
                </Text>
                {contact.jobTitle && (
                  <Text size="sm" c="dimmed" truncate>
                    {contact.jobTitle}
                  </Text>
                )}
              </div>
              <StageDots stage={contact.lifecycleStage} />
            </Group>
          </Link>
        ))}
        {total > SHOWN && (
          <Link
            to="/contacts"
            search={{ filter: { all: [{ field: 'companyId', op: 'in', value: [companyId] }] } }}
            className="link"
            style={{ padding: '8px 14px', borderTop: '1px solid var(--sh-line)' }}
          >
            <Trans>Xem cả {total} người</Trans>
          </Link>
        )}
      </Stack>
      <ContactForm opened={opened} onClose={close} companyId={companyId} />
    </Card>
  )
}
