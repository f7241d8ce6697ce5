// The shapes of the public API under the names that the screens use.

export type {
  Address,
  CompanyView as Company,
  ContactView as Contact,
  DealView as Deal,
  HandoffStatus,
  HandoffView as Handoff,
  LifecycleStage,
  Money,
  Role,
  Source,
  Tier,
} from './generated/api.schemas'

import type { LifecycleStage, Role } from './generated/api.schemas'

export const LIFECYCLE_STAGES = [
  'SUBSCRIBER',
  'LEAD',
  'MQL',
  'SQL',
  'OPPORTUNITY',
  'CUSTOMER',
  'EVANGELIST',
  'OTHER',
] as const satisfies readonly LifecycleStage[]

export const ROLES = [
  'OWNER',
  'ADMINISTRATOR',
  'MARKETING_MANAGER',
  'MARKETER',
  'SALES_MANAGER',
  'INSIDE_REP',
  'OUTSIDE_REP',
  'VIEWER',
] as const satisfies readonly Role[]
