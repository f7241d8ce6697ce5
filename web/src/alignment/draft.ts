import type { Tier } from '../api/types'
import { fold } from '../ui/fold'
import { toPercent, toShare } from '../ui/numbers'
import { unique } from '../ui/unique'
import type { Draft, Terms, Within } from './api'
import { monthBefore } from './period'

/** A span of working time as two fields of a form. */
export interface Span {
  readonly amount: string
  readonly unit: 'minutes' | 'days'
}

export interface TypedTier {
  readonly tier: Tier
  readonly name: string
  readonly touch: Span
  readonly accept: Span
}

/** A lead type in the form. One that is new has no code yet: it gets one of its name. */
export interface TypedType {
  readonly key: string
  readonly code?: string
  readonly name: string
  readonly tier: Tier
  readonly rate: string
  readonly sale: string
  readonly sources: readonly string[]
}

/** As a lead type. */
export interface TypedReason {
  readonly key: string
  readonly code?: string
  readonly name: string
  readonly deducts: boolean
  readonly reroutes: boolean
}

/** The contract as it stands in the form: every number as it is typed. */
export interface Typed {
  readonly name: string
  readonly startsOn: string | null
  readonly currency: string
  readonly target: string
  readonly share: string
  readonly customers: string
  readonly closeRate: string
  readonly tiers: readonly TypedTier[]
  readonly types: readonly TypedType[]
  readonly reasons: readonly TypedReason[]
  readonly remind: string
  readonly disputeDays: string
  readonly onceDays: string
}

const percent = (value?: number | null) => (value == null ? '' : toPercent(value))
const spanOf = (within: Within): Span =>
  within.minutes == null
    ? { amount: String(within.days ?? ''), unit: 'days' }
    : { amount: String(within.minutes), unit: 'minutes' }

export const typedOf = (name: string, terms: Terms, currency: string, startsOn: string | null): Typed => ({
  name,
  startsOn,
  currency,
  target: terms.goal.revenueTarget?.amount ?? '',
  share: percent(terms.goal.marketingShare),
  customers: terms.goal.customers == null ? '' : String(terms.goal.customers),
  closeRate: percent(terms.goal.closeRate),
  tiers: terms.tiers.map((one) => ({
    tier: one.tier,
    name: one.name,
    touch: spanOf(one.touchWithin),
    accept: spanOf(one.acceptWithin),
  })),
  types: terms.leadTypes.map(({ code, name: called, tier, closeRate, averageSale, sources }) => ({
    key: code,
    code,
    name: called,
    tier,
    rate: percent(closeRate),
    sale: averageSale.amount,
    sources,
  })),
  reasons: terms.rejectionReasons.map((one) => ({ key: one.code, ...one })),
  remind: percent(terms.remindAt),
  disputeDays: String(terms.disputeWithinDays),
  onceDays: String(terms.countOnceInDays),
})

export const newType = (): TypedType => ({
  key: unique(),
  name: '',
  tier: 'B',
  rate: '',
  sale: '',
  sources: [],
})

export const newReason = (): TypedReason => ({
  key: unique(),
  name: '',
  deducts: false,
  reroutes: false,
})

const numberOf = (text: string) => (text === '' ? null : Number(text))
const shareOf = (text: string) => (text === '' ? null : Number(toShare(text)))
const withinOf = ({ amount, unit }: Span): Within => ({ [unit]: Number(amount) })

/** The entries with the code that each keeps, or gets of its name; never one that another has or had. */
function coded<T extends { readonly code?: string; readonly name: string }>(
  entries: readonly T[],
  known: readonly { readonly code: string }[],
): (T & { code: string })[] {
  const taken = new Set([...known.map((one) => one.code), ...entries.flatMap((one) => one.code ?? [])])
  return entries.map((entry) => {
    if (entry.code) return { ...entry, code: entry.code }
    const base =
      fold(entry.name)
        .toUpperCase()
        .replace(/[^A-Z0-9]+/g, '_')
        .replace(/^_+|_+$/g, '')
        .slice(0, 40) || 'NEW'
    let code = base
    for (let next = 2; taken.has(code); next++) code = `${base}_${next}`
    taken.add(code)
    return { ...entry, code }
  })
}

/**
 * What is sent of the form.
 *
 * @param versions the terms of every version so far: figures of earlier months know lead types and reasons by codes that
 *     were given there, so they are not given to something else
 */
export const draftOf = (typed: Typed, versions: readonly Terms[]): Draft => ({
  name: typed.name,
  startsOn: typed.startsOn ?? '',
  terms: {
    goal: {
      revenueTarget: typed.target === '' ? null : { amount: typed.target, currency: typed.currency },
      marketingShare: shareOf(typed.share),
      customers: numberOf(typed.customers),
      closeRate: shareOf(typed.closeRate),
    },
    tiers: typed.tiers.map(({ tier, name, touch, accept }) => ({
      tier,
      name,
      touchWithin: withinOf(touch),
      acceptWithin: withinOf(accept),
    })),
    leadTypes: coded(
      typed.types,
      versions.flatMap(({ leadTypes }) => leadTypes),
    ).map(({ code, name, tier, rate, sale, sources }) => ({
      code,
      name,
      tier,
      closeRate: Number(toShare(rate)),
      averageSale: { amount: sale, currency: typed.currency },
      sources,
    })),
    rejectionReasons: coded(
      typed.reasons,
      versions.flatMap(({ rejectionReasons }) => rejectionReasons),
    ).map(({ code, name, deducts, reroutes }) => ({ code, name, deducts, reroutes })),
    remindAt: Number(toShare(typed.remind)),
    disputeWithinDays: Number(typed.disputeDays),
    countOnceInDays: Number(typed.onceDays),
  },
})

/** Goals are promised by the month, so a version usually begins with the next one. */
export const nextMonth = (today: string) => monthBefore(today, -1).from
