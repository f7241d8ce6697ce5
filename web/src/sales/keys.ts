import { COMPANIES, CONTACTS } from '../contacts/keys'

/* Under which first words this module's answers are kept, and what its commands make stale. */

export const DEALS = 'deals'
export const PIPELINES = 'pipelines'
export const LOSS_REASONS = 'loss-reasons'

/** A deal was opened, won, lost or opened again. */
export const OUTCOMES = 'outcomes'

/** Whoever has a deal moves along with it. */
export const MOVED_ALONG = [DEALS, CONTACTS, COMPANIES] as const
