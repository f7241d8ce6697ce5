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
  readonly street?: string | null
  readonly ward?: string | null
  readonly province?: string | null
  readonly country?: string | null
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
  readonly ownerId?: string | null
  readonly lifecycleStage: LifecycleStage
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
  readonly parentId?: string | null
  readonly ownerId?: string | null
  readonly lifecycleStage: LifecycleStage
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
  readonly companyName?: string | null
  readonly ownerId?: string | null
  readonly nextStep?: string | null
  readonly nextStepDate?: string | null
  readonly expectedCloseDate?: string | null
  readonly closedAt?: string | null
  readonly lostReason?: string | null
  readonly custom: Readonly<Record<string, unknown>>
  readonly can?: Readonly<Record<string, boolean>>
  readonly createdAt: string
  readonly updatedAt: string
}

export interface Handoff {
  readonly id: string
  readonly contactId: string
  readonly contactName?: string | null
  readonly companyName?: string | null
  readonly source?: Source | null
  readonly spent?: number
  readonly repId?: string | null
  readonly tier: 'A' | 'B' | 'C'
  readonly status: string
  readonly offeredAt: string
  readonly dueAt?: string | null
  readonly acceptBy?: string | null
  readonly touchBy?: string | null
  readonly firstTouchAt?: string | null
  readonly businessMinutes?: number | null
  readonly breached: boolean
}
