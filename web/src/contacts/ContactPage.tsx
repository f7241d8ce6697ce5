import { Trans } from '@lingui/react/macro'
import { Button, Group, Stack } from '@mantine/core'
import { IconCalendarEvent, IconNote, IconPhone } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { Contact } from '../api/types'
import { BackLink } from '../ui/BackLink'
import { Columns } from '../ui/Columns'
import { formatPhone } from '../ui/format'
import { Loaded } from '../ui/Loaded'
import { Card, Page } from '../ui/Page'
import { DeleteMenu } from '../workspace/DeleteMenu'
import { contactQuery } from './api'
import { CompanyCard } from './CompanyCard'
import { ContactFacts } from './Facts'
import { openLog } from './LogTouch'
import { MoveStage } from './MoveStage'
import { Timeline } from './Timeline'

interface ContactPageProps {
  readonly contactId: string
  /** What other modules show of a contact. */
  readonly beside?: (contact: Contact) => ReactNode
}

export function ContactPage({ contactId, beside }: ContactPageProps) {
  const contact = useQuery(contactQuery(contactId))
  return (
    <Loaded of={contact} page>
      {(data) => <ContactInFull contact={data} beside={beside} />}
    </Loaded>
  )
}

function ContactInFull({ contact, beside }: { contact: Contact; beside?: (contact: Contact) => ReactNode }) {
  const name = contact.fullName
  const call = (
    <Button
      leftSection={<IconPhone size={16} aria-hidden />}
      onClick={() => openLog('CALL')}
      {...(contact.phone ? { component: 'a', href: `tel:${contact.phone}` } : {})}
      title={contact.phone ? formatPhone(contact.phone) : undefined}
    >
      <Trans>Gọi</Trans>
    </Button>
  )
  return (
    <Page
      of={name}
      title={
        <Group gap={10} component="span">
          <BackLink to="/contacts">
            <Trans>Liên hệ</Trans>
          </BackLink>
          {name}
        </Group>
      }
      aside={<MoveStage of="contacts" record={contact} />}
      actions={
        contact.can?.edit && (
          <>
            {call}
            <Button
              variant="default"
              leftSection={<IconNote size={16} aria-hidden />}
              onClick={() => openLog('NOTE')}
            >
              <Trans>Ghi chú</Trans>
            </Button>
            <Button
              variant="default"
              leftSection={<IconCalendarEvent size={16} aria-hidden />}
              onClick={() => openLog('MEETING')}
            >
              <Trans>Cuộc họp</Trans>
            </Button>
            {contact.can?.delete && (
              <DeleteMenu of="contacts" id={contact.id} version={contact.version} name={name} />
            )}
          </>
        )
      }
    >
      <Columns
        left={
          <Card title={<Trans>Thông tin</Trans>}>
            <div style={{ padding: '10px 14px 14px' }}>
              <ContactFacts contact={contact} />
            </div>
          </Card>
        }
        middle={<Timeline of="contacts" id={contact.id} canLog={contact.can?.edit} />}
        right={
          <Stack gap="sm">
            {beside?.(contact)}
            {contact.companyId && <CompanyCard id={contact.companyId} />}
          </Stack>
        }
      />
    </Page>
  )
}
