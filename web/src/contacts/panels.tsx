import { Trans } from '@lingui/react/macro'
import { Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useEffect, useRef } from 'react'
import type { Company, Contact } from '../api/types'
import { Loaded } from '../ui/Loaded'
import { companyQuery, contactQuery } from './api'
import { CompanyFacts, ContactFacts } from './Facts'
import { MoveStage } from './MoveStage'
import { Timeline } from './Timeline'

/** Opens the first value for editing, as E on a row asks. */
function useFirstEdit(ready: boolean, edit?: boolean) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (ready && edit) box.current?.querySelector<HTMLElement>('[data-inline-edit] button')?.click()
  }, [ready, edit])
  return box
}

export function ContactPanel({
  id,
  edit,
  beside,
}: {
  id: string
  edit?: boolean
  beside?: (contact: Contact) => ReactNode
}) {
  const contact = useQuery(contactQuery(id))
  const box = useFirstEdit(contact.isSuccess, edit)
  return (
    <Loaded of={contact} lines={8}>
      {(data) => (
        <Stack gap="md" p="md" ref={box}>
          <div>
            <Text fw={600} size="xl" component="h2" m={0}>
              {data.fullName}
            </Text>
            <MoveStage of="contacts" record={data} />
          </div>
          {beside?.(data)}
          <ContactFacts contact={data} />
          <Timeline of="contacts" id={id} canLog={data.can?.edit} compact />
        </Stack>
      )}
    </Loaded>
  )
}

export function CompanyPanel({
  id,
  edit,
  beside,
}: {
  id: string
  edit?: boolean
  beside?: (company: Company) => ReactNode
}) {
  const company = useQuery(companyQuery(id))
  const box = useFirstEdit(company.isSuccess, edit)
  return (
    <Loaded of={company} lines={8}>
      {(data) => (
        <Stack gap="md" p="md" ref={box}>
          <div>
            <Text fw={600} size="xl" component="h2" m={0}>
              {data.name}
            </Text>
            <MoveStage of="companies" record={data} />
          </div>
          {beside?.(data)}
          <CompanyFacts company={data} />
          <Timeline of="companies" id={id} canLog={data.can?.edit} compact />
          <Text size="xs" c="dimmed">
            <Trans>Giai đoạn của công ty đi theo các thương vụ của nó.</Trans>
          </Text>
        </Stack>
      )}
    </Loaded>
  )
}
