import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Group, Menu, Stack } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconCalendarEvent, IconDotsVertical, IconNote, IconPhone, IconTrash } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { Contact } from '../api/types'
import { BackLink } from '../ui/BackLink'
import { Columns } from '../ui/Columns'
import { ConfirmDialog } from '../ui/ConfirmDialog'
import { formatPhone } from '../ui/format'
import { Card, Page } from '../ui/Page'
import { PageError } from '../ui/PageError'
import { CardSkeleton } from '../ui/Skeletons'
import { contactQuery, useDelete } from './api'
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
  if (contact.isError) return <PageError error={contact.error} reset={() => void contact.refetch()} />
  if (contact.isPending) return <CardSkeleton lines={8} />
  return <ContactInFull contact={contact.data} beside={beside} />
}

function ContactInFull({ contact, beside }: { contact: Contact; beside?: (contact: Contact) => ReactNode }) {
  const { t } = useLingui()
  const [asked, { open, close }] = useDisclosure(false)
  const drop = useDelete('contacts')
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
              <Menu position="bottom-end">
                <Menu.Target>
                  <Button variant="default" px={9} aria-label={t`Việc khác với ${name}`}>
                    <IconDotsVertical size={16} />
                  </Button>
                </Menu.Target>
                <Menu.Dropdown>
                  <Menu.Item color="red" leftSection={<IconTrash size={16} aria-hidden />} onClick={open}>
                    <Trans>Xoá…</Trans>
                  </Menu.Item>
                </Menu.Dropdown>
              </Menu>
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
      <ConfirmDialog
        opened={asked}
        onClose={close}
        title={<Trans>Xoá {name}?</Trans>}
        confirm={<Trans>Xoá</Trans>}
        danger
        busy={drop.isPending}
        onConfirm={() => drop.mutate({ id: contact.id, name }, { onSettled: close })}
      >
        {t`Vào thùng rác, có thể khôi phục.`}
      </ConfirmDialog>
    </Page>
  )
}
