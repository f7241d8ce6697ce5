import { toPercent, toShare } from '../ui/numbers'
import type { Draft, LeadType, Terms, TierTerms, Within } from './api'
import { monthBefore } from './period'

/** A span of working time as two fields of a form. */
export interface Span {
  readonly amount: string
  readonly unit: 'minutes' | 'days'
}

/** The contract as it stands in the form: every number as it is typed. */
export interface Typed {
  readonly startsOn: string | null
  readonly target: string
  readonly share: string
  readonly customers: string
  readonly closeRate: string
  readonly tiers: readonly { readonly tier: TierTerms['tier']; readonly touch: Span; readonly accept: Span }[]
  readonly types: readonly { readonly code: string; readonly rate: string; readonly sale: string }[]
}

const percent = (value?: number | null) => (value == null ? '' : toPercent(value))
const spanOf = (within: Within): Span =>
  within.minutes == null
    ? { amount: String(within.days ?? ''), unit: 'days' }
    : { amount: String(within.minutes), unit: 'minutes' }

export const typedOf = (terms: Terms, startsOn: string | null): Typed => ({
  startsOn,
  target: terms.goal.revenueTarget?.amount ?? '',
  share: percent(terms.goal.marketingShare),
  customers: terms.goal.customers == null ? '' : String(terms.goal.customers),
  closeRate: percent(terms.goal.closeRate),
  tiers: terms.tiers.map(({ tier, touchWithin, acceptWithin }) => ({
    tier,
    touch: spanOf(touchWithin),
    accept: spanOf(acceptWithin),
  })),
  types: terms.leadTypes.map(({ code, closeRate, averageSale }) => ({
    code,
    rate: percent(closeRate),
    sale: averageSale.amount,
  })),
})

const numberOf = (text: string) => (text === '' ? null : Number(text))
const shareOf = (text: string) => (text === '' ? null : Number(toShare(text)))
const withinOf = ({ amount, unit }: Span): Within => ({ [unit]: Number(amount) })

/** What is sent of the form; what it has no field for is sent as it stands in the terms. */
export const draftOf = (typed: Typed, terms: Terms, currency: string): Draft => ({
  startsOn: typed.startsOn ?? '',
  terms: {
    ...terms,
    goal: {
      revenueTarget: typed.target === '' ? null : { amount: typed.target, currency },
      marketingShare: shareOf(typed.share),
      customers: numberOf(typed.customers),
      closeRate: shareOf(typed.closeRate),
    },
    tiers: terms.tiers.map((tier): TierTerms => {
      const entered = typed.tiers.find((one) => one.tier === tier.tier)
      return entered
        ? { ...tier, touchWithin: withinOf(entered.touch), acceptWithin: withinOf(entered.accept) }
        : tier
    }),
    leadTypes: terms.leadTypes.map((type): LeadType => {
      const entered = typed.types.find((one) => one.code === type.code)
      return entered
        ? {
            ...type,
            closeRate: Number(toShare(entered.rate)),
            averageSale: { ...type.averageSale, amount: entered.sale },
          }
        : type
    }),
  },
})

/** Goals are promised by the month, so a version usually begins with the next one. */
export const nextMonth = (today: string) => monthBefore(today, -1).from
