import { useParams } from '@tanstack/react-router'
import { HandoffOf } from '../alignment/HandoffOf'
import { HANDOFF_ENTRIES } from '../alignment/words'
import { CompaniesPage } from '../contacts/CompaniesPage'
import { CompanyPage } from '../contacts/CompanyPage'
import { ContactPage } from '../contacts/ContactPage'
import { ContactsPage } from '../contacts/ContactsPage'
import { TimelineWords } from '../contacts/Timeline'
import { DealPage } from '../sales/DealPage'
import { DealsOf } from '../sales/DealsOf'
import { DEAL_ENTRIES } from '../sales/words'

// A contact's page shows its hand-off and its deals, which contacts must not know: here the modules meet.
const WORDS = { ...DEAL_ENTRIES, ...HANDOFF_ENTRIES }

export function ContactsRoute() {
  return (
    <TimelineWords value={WORDS}>
      <ContactsPage beside={(contact) => <HandoffOf contactId={contact.id} />} />
    </TimelineWords>
  )
}

export function ContactRoute() {
  const { contactId } = useParams({ from: '/shell/contacts/$contactId' })
  return (
    <TimelineWords value={WORDS}>
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
    </TimelineWords>
  )
}

export function CompaniesRoute() {
  return (
    <TimelineWords value={WORDS}>
      <CompaniesPage />
    </TimelineWords>
  )
}

export function CompanyRoute() {
  const { companyId } = useParams({ from: '/shell/companies/$companyId' })
  return (
    <TimelineWords value={WORDS}>
      <CompanyPage
        key={companyId}
        companyId={companyId}
        beside={(company) => <DealsOf field="companyId" id={company.id} />}
      />
    </TimelineWords>
  )
}

export function DealRoute() {
  const { dealId } = useParams({ from: '/shell/deals/$dealId' })
  return (
    <DealPage
      key={dealId}
      dealId={dealId}
      aside={(deal) => deal.contactIds.slice(0, 3).map((id) => <HandoffOf key={id} contactId={id} quiet />)}
    />
  )
}
