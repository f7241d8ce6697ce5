import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useSla, versionsQuery } from '../alignment/api'
import { HandoffOf } from '../alignment/HandoffOf'
import { HANDOFF_ENTRIES } from '../alignment/words'
import { CompaniesPage } from '../contacts/CompaniesPage'
import { CompanyPage } from '../contacts/CompanyPage'
import { ContactPage } from '../contacts/ContactPage'
import { ContactsPage } from '../contacts/ContactsPage'
import { TimelineWords } from '../contacts/Timeline'
import { reasonsQuery } from '../sales/api'
import { CompetitorPage } from '../sales/competitors'
import { DealPage } from '../sales/DealPage'
import { DealsOf } from '../sales/DealsOf'
import { DEAL_ENTRIES } from '../sales/words'
import { AuditValues } from '../workspace/settings/auditWords'
import { AUDIT_VALUES } from './auditValues'

// A contact's page shows its hand-off and its deals, which contacts must not know: here the modules meet.
const WORDS = { ...DEAL_ENTRIES, ...HANDOFF_ENTRIES }

function WithWords({ children }: { children: ReactNode }) {
  const { sla } = useSla()
  const versions = useQuery({ ...versionsQuery(sla?.id ?? ''), enabled: sla !== undefined })
  const { data: reasons } = useQuery(reasonsQuery)
  const codes = Object.fromEntries(
    [
      ...(reasons ?? []),
      ...(versions.data ?? []).toReversed().flatMap(({ terms }) => terms.rejectionReasons),
    ].map(({ code, name }) => [code, name]),
  )
  return (
    <TimelineWords value={{ words: WORDS, codes }}>
      <AuditValues value={AUDIT_VALUES}>{children}</AuditValues>
    </TimelineWords>
  )
}

export function ContactsRoute() {
  return (
    <WithWords>
      <ContactsPage beside={(contact) => <HandoffOf contactId={contact.id} />} />
    </WithWords>
  )
}

export function ContactRoute() {
  const { contactId } = useParams({ from: '/shell/contacts/$contactId' })
  return (
    <WithWords>
      <ContactPage
        key={contactId}
        contactId={contactId}
        beside={(contact) => (
          <>
            <HandoffOf contactId={contact.id} />
            <DealsOf field="contactIds" id={contact.id} companyId={contact.companyId} />
          </>
        )}
      />
    </WithWords>
  )
}

export function CompaniesRoute() {
  return (
    <WithWords>
      <CompaniesPage />
    </WithWords>
  )
}

export function CompanyRoute() {
  const { companyId } = useParams({ from: '/shell/companies/$companyId' })
  return (
    <WithWords>
      <CompanyPage
        key={companyId}
        companyId={companyId}
        beside={(company) => <DealsOf field="companyId" id={company.id} />}
      />
    </WithWords>
  )
}

export function DealRoute() {
  const { dealId } = useParams({ from: '/shell/deals/$dealId' })
  return (
    <WithWords>
      <DealPage
        key={dealId}
        dealId={dealId}
        aside={(deal) => deal.contactIds.slice(0, 3).map((id) => <HandoffOf key={id} contactId={id} quiet />)}
      />
    </WithWords>
  )
}

export { CompetitorsPage } from '../sales/competitors'

export function CompetitorRoute() {
  const { competitorId } = useParams({ from: '/shell/competitors/$competitorId' })
  return <CompetitorPage key={competitorId} id={competitorId} />
}
