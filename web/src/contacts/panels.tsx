import { Trans } from '@lingui/react/macro'
import { Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useEffect, useRef } from 'react'
import type { Company, Contact } from '../api/types'
import { CardSkeleton } from '../ui/Skeletons'
import { ErrorState } from '../ui/States'
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
  if (contact.isError) return <ErrorState error={contact.error} retry={() => void contact.refetch()} />
  if (contact.isPending) return <CardSkeleton lines={8} />
  return (
    <Stack gap="md" p="md" ref={box}>
      <div>
        <Text fw={600} size="xl" component="h2" m={0}>
          {contact.data.fullName}
        </Text>
        <MoveStage of="contacts" record={contact.data} />
      </div>
      {beside?.(contact.data)}
      <ContactFacts contact={contact.data} />
      <Timeline of="contacts" id={id} canLog={contact.data.can?.edit} compact />
    </Stack>
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
  if (company.isError) return <ErrorState error={company.error} retry={() => void company.refetch()} />
  if (company.isPending) return <CardSkeleton lines={8} />
  return (
    <Stack gap="md" p="md" ref={box}>
      <div>
        <Text fw={600} size="xl" component="h2" m={0}>
          {company.data.name}
        </Text>
        <MoveStage of="companies" record={company.data} />
      </div>
      {beside?.(company.data)}
      <CompanyFacts company={company.data} />
      <Timeline of="companies" id={id} canLog={company.data.can?.edit} compact />
      <Text size="xs" c="dimmed">
        <Trans>Giai đoạn của công ty đi theo các thương vụ của nó.</Trans>
      </Text>
    </Stack>
  )
}
