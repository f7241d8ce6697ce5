import { CONTACTS, STAGES, TOUCHES } from '../contacts/keys'
import { OUTCOMES } from '../sales/keys'
import { follow } from '../ui/stale'
import { MEMBERS } from '../workspace/keys'

/* Under which first words this module's answers are kept, and what its commands make stale. */

export const HANDOFFS = 'handoffs'
export const SLAS = 'slas'

/** An answer to a hand-off, or a ruling: it counts in the report, and tells of the contact. */
export const ANSWERED = [HANDOFFS, CONTACTS, SLAS] as const

// The first touch stops a clock, a stage opens or ends a hand-off, and so does what becomes of a deal; all of it counts.
for (const event of [TOUCHES, STAGES, OUTCOMES]) follow(event, HANDOFFS, SLAS)
// A hand-off tells of whom it is and who has it, and ends when its contact is deleted.
follow(CONTACTS, HANDOFFS)
follow(MEMBERS, HANDOFFS)
follow(HANDOFFS, SLAS)
