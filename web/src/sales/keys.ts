import { COMPANIES, CONTACTS } from '../contacts/keys'
import { follow } from '../ui/stale'

/* Under which first words this module's answers are kept, and what its commands make stale. */

export const DEALS = 'deals'
export const COMPETITORS = 'competitors'
export const PIPELINES = 'pipelines'
export const LOSS_REASONS = 'loss-reasons'

/** A deal was opened, won, lost or opened again. */
export const OUTCOMES = 'outcomes'

/** Whoever has a deal moves along with it. */
export const MOVED_ALONG = [DEALS, CONTACTS, COMPANIES] as const

// A deal tells whom it is with, and stands in a stage of its pipeline.
for (const part of [CONTACTS, COMPANIES, PIPELINES]) follow(part, DEALS)
