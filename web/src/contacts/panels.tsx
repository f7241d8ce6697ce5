import { Trans } from '@lingui/react/macro'
import { Text } from '@mantine/core'
import type { ReactNode } from 'react'
import type { Company, Contact } from '../api/types'
import { RecordPanel } from '../workspace/RecordPanel'
import { CompanyFacts, ContactFacts } from './Facts'
import { COMPANIES, CONTACTS } from './keys'
import { MoveStage } from './MoveStage'
import { Timeline } from './Timeline'

interface PanelProps<T> {
  readonly id: string
  readonly edit?: boolean
  readonly beside?: (record: T) => ReactNode
}

export const ContactPanel = ({ id, edit, beside }: PanelProps<Contact>) => (
  <RecordPanel<Contact>
    of={CONTACTS}
    id={id}
    edit={edit}
    name={(contact) => contact.fullName}
    head={(contact) => <MoveStage of={CONTACTS} record={contact} />}
  >
    {(contact) => (
      <>
        {beside?.(contact)}
        <ContactFacts contact={contact} />
        <Timeline of={CONTACTS} id={id} canLog={contact.can?.edit} compact />
      </>
    )}
  </RecordPanel>
)

export const CompanyPanel = ({ id, edit, beside }: PanelProps<Company>) => (
  <RecordPanel<Company>
    of={COMPANIES}
    id={id}
    edit={edit}
    name={(company) => company.name}
    head={(company) => <MoveStage of={COMPANIES} record={company} />}
  >
    {(company) => (
      <>
        {beside?.(company)}
        <CompanyFacts company={company} />
        <Timeline of={COMPANIES} id={id} canLog={company.can?.edit} compact />
        <Text size="xs" c="dimmed">
          <Trans>Giai đoạn của công ty đi theo các thương vụ của nó.</Trans>
        </Text>
      </>
    )}
  </RecordPanel>
)
