import { COMPANIES, CONTACTS } from '../contacts/keys'
import { COMPETITORS, DEALS } from '../sales/keys'
import { follow } from '../ui/stale'

/* What the shell keeps for itself. */

export const SEARCH = 'search'

for (const found of [CONTACTS, COMPANIES, DEALS, COMPETITORS]) follow(found, SEARCH)
