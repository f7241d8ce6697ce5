import { follow } from '../ui/stale'

/*
 * Under which first words this module's answers are kept, and what its commands make stale. What another module keeps
 * goes stale with them where that module says so (`follow`).
 */

export const CONTACTS = 'contacts'
export const COMPANIES = 'companies'
export const OTHER_KINDS = 'other-kinds'
export const SOURCES = 'sources'

// People are listed with the name of their company.
follow(COMPANIES, CONTACTS)

/** A call, e-mail, message or meeting with somebody was logged. */
export const TOUCHES = 'touches'
/** Somebody came into another stage. */
export const STAGES = 'stages'
