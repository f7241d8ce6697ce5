import type { Day } from './api'

interface Point {
  readonly x: number
  readonly y: number
}

export interface Chart {
  readonly goal: string
  readonly net: string
  readonly area: string
  readonly last?: Point
  /** Where the horizontal lines stand, and at what amount. */
  readonly marks: readonly { readonly y: number; readonly amount: number }[]
  readonly xOf: (index: number) => number
}

/** Round steps of an axis: at most `count` of 1, 2 or 5 times a power of ten. */
export function steps(max: number, count = 4): readonly number[] {
  if (!(max > 0)) return [0]
  const rough = max / count
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((one) => one >= rough) ?? 10 * power
  const marks: number[] = []
  for (let at = 0; at < max + step; at += step) marks.push(at)
  return marks
}

const line = (points: readonly Point[]) =>
  points.map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${x.toFixed(1)},${y.toFixed(1)}`).join('')

/** The lines of a month: what was promised by each day, and what was delivered until today. */
export function drawMonth(days: readonly Day[], width: number, height: number): Chart {
  const numbers = days.flatMap((day) => [Number(day.goal?.amount ?? 0), Number(day.net?.amount ?? 0)])
  const amounts = steps(Math.max(0, ...numbers))
  const low = Math.min(0, ...numbers)
  const top = amounts.at(-1) || 1
  const xOf = (index: number) => (days.length > 1 ? (index / (days.length - 1)) * width : width / 2)
  const yOf = (amount: number) => height - ((amount - low) / (top - low)) * height
  const point = (amount: string, index: number) => ({ x: xOf(index), y: yOf(Number(amount)) })
  const goal = days.flatMap((day, index) => (day.goal ? [point(day.goal.amount, index)] : []))
  const net = days.flatMap((day, index) => (day.net ? [point(day.net.amount, index)] : []))
  const last = net.at(-1)
  return {
    goal: line(goal),
    net: line(net),
    area: last
      ? `${line(net)}L${last.x.toFixed(1)},${yOf(0).toFixed(1)}L${xOf(0).toFixed(1)},${yOf(0).toFixed(1)}Z`
      : '',
    last,
    marks: amounts.map((amount) => ({ amount, y: yOf(amount) })),
    xOf,
  }
}
