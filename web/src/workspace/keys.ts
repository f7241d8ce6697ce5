import { follow } from '../ui/stale'

/* Under which first words this module's answers are kept that others ask for too. */

export const ME = 'me'
export const WORKSPACE = 'workspace'
export const MEMBERS = 'members'
export const TEAMS = 'teams'
export const ROLES = 'roles'
export const FIELDS = 'fields'
export const VIEWS = 'views'

// Who I am is my own member, what my role may do, and how the company writes its days.
for (const part of [MEMBERS, TEAMS, ROLES, WORKSPACE]) follow(part, ME)
// A team names its people, and a member his team.
// What the company adds is a field like any other, and a role says who may change it.
follow('custom-fields', FIELDS)
follow(ROLES, FIELDS)
follow(TEAMS, MEMBERS)
follow(MEMBERS, TEAMS)
