// The shapes of the public API, as far as the screens use them.

export interface Money {
  readonly amount: string
  readonly currency: string
}

export const LIFECYCLE_STAGES = [
  'SUBSCRIBER',
  'LEAD',
  'MQL',
  'SQL',
  'OPPORTUNITY',
  'CUSTOMER',
  'EVANGELIST',
  'OTHER',
] as const
export type LifecycleStage = (typeof LIFECYCLE_STAGES)[number]

export const ROLES = [
  'OWNER',
  'ADMINISTRATOR',
  'MARKETING_MANAGER',
  'MARKETER',
  'SALES_MANAGER',
  'INSIDE_REP',
  'OUTSIDE_REP',
  'VIEWER',
] as const
export type Role = (typeof ROLES)[number]

export interface Address {
  readonly provinceCode?: string | null
  readonly province?: string | null
  readonly wardCode?: string | null
  readonly ward?: string | null
  readonly line?: string | null
  /** As it was written, when its parts could not all be told apart. */
  readonly text?: string | null
}

export interface Source {
  readonly channel?: string | null
  readonly campaign?: string | null
  readonly medium?: string | null
}

export interface Contact {
  readonly id: string
  readonly version: number
  readonly fullName: string
  readonly familyName?: string | null
  readonly givenName?: string | null
  readonly email?: string | null
  readonly phone?: string | null
  readonly emails: readonly string[]
  readonly phones: readonly string[]
  readonly jobTitle?: string | null
  readonly companyId?: string | null
  readonly companyName?: string | null
  readonly ownerId?: string | null
  readonly lifecycleStage: LifecycleStage
  readonly lifecycleSince?: string
  readonly customerStatus?: 'ACTIVE' | 'FORMER' | null
  readonly lastActivityAt?: string | null
  readonly deletedAt?: string | null
  readonly source?: Source | null
  readonly tags: readonly string[]
  readonly address?: Address | null
  readonly custom: Readonly<Record<string, unknown>>
  readonly can?: Readonly<Record<string, boolean>>
  readonly createdAt: string
  readonly updatedAt: string
}

export interface Company {
  readonly id: string
  readonly version: number
  readonly name: string
  readonly taxCode?: string | null
  readonly domain?: string | null
  readonly phone?: string | null
  readonly industry?: string | null
  readonly employees?: number | null
  readonly parentId?: string | null
  readonly parentName?: string | null
  readonly ownerId?: string | null
  readonly lifecycleStage: LifecycleStage
  readonly lifecycleSince?: string
  readonly customerStatus?: 'ACTIVE' | 'FORMER' | null
  readonly lastActivityAt?: string | null
  readonly deletedAt?: string | null
  readonly source?: Source | null
  readonly tags: readonly string[]
  readonly address?: Address | null
  readonly custom: Readonly<Record<string, unknown>>
  readonly can?: Readonly<Record<string, boolean>>
  readonly createdAt: string
  readonly updatedAt: string
}

export interface Deal {
  readonly id: string
  readonly version: number
  readonly name: string
  readonly pipelineId: string
  readonly stageId: string
  readonly status: 'OPEN' | 'WON' | 'LOST'
  readonly amount?: Money | null
  readonly contactIds: readonly string[]
  readonly companyId?: string | null
  readonly ownerId?: string | null
  readonly contacts?: readonly { readonly id: string; readonly fullName?: string | null }[]
  readonly companyName?: string | null
  readonly expectedCloseDate?: string | null
  readonly nextStep?: string | null
  readonly nextStepDate?: string | null
  readonly tags?: readonly string[]
  readonly openedAt?: string
  readonly stageSince?: string
  readonly daysInStage?: number
  /** It has been in its stage for longer than is good. */
  readonly rotting?: boolean
  readonly closedAt?: string | null
  readonly lostReason?: string | null
  readonly lostNote?: string | null
  readonly deletedAt?: string | null
  readonly custom: Readonly<Record<string, unknown>>
  readonly can?: Readonly<Record<string, boolean>>
  readonly createdAt: string
  readonly updatedAt: string
}

export type Tier = 'A' | 'B' | 'C'
export type HandoffStatus =
  | 'OFFERED'
  | 'ACCEPTED'
  | 'TOUCHED'
  | 'QUALIFIED'
  | 'REJECTED'
  | 'DISPUTED'
  | 'WITHDRAWN'

export interface Handoff {
  readonly id: string
  readonly version: number
  readonly contactId: string
  readonly contactName?: string | null
  readonly companyName?: string | null
  readonly repId: string
  readonly tier: Tier
  readonly leadType?: string
  readonly leadValue?: Money
  readonly source?: Source | null
  readonly status: HandoffStatus
  readonly answer?: 'NONE' | 'ACCEPTED' | 'REJECTED'
  readonly outcome?: 'PENDING' | 'MET' | 'BREACHED' | 'ENDED'
  readonly offeredAt: string
  readonly acceptBy: string
  readonly touchBy: string
  /** The nearer of the deadlines that are still open. */
  readonly dueAt?: string | null
  readonly answeredAt?: string | null
  readonly firstTouchAt?: string | null
  readonly endedAt?: string | null
  readonly breachedAt?: string | null
  readonly businessMinutes: number
  /** The part of the time to dueAt that has passed, in business minutes. */
  readonly spent?: number
  readonly breached: boolean
  readonly reason?: string | null
  readonly note?: string | null
  readonly dealId?: string | null
  readonly slaId: string
  readonly can?: Readonly<Record<string, boolean>>
  readonly steps?: readonly HandoffStep[]
}

export interface HandoffStep {
  readonly id: string
  readonly kind: string
  readonly at: string
  readonly repId: string
  readonly actor?: string | null
  readonly reason?: string | null
  readonly note?: string | null
}
