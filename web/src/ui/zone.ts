/** The instant at which clocks in a zone show `2026-11-24 09:30` (or with T, or with seconds). */
export function instantIn(zone: string, local: string): string {
  const text = local.replace(' ', 'T')
  const asUtc = new Date(`${text.length === 16 ? `${text}:00` : text}Z`)
  // Asked twice, because the offset at the guess may not be the offset at the answer.
  const first = new Date(asUtc.getTime() - offsetAt(zone, asUtc))
  return new Date(asUtc.getTime() - offsetAt(zone, first)).toISOString()
}

function offsetAt(zone: string, at: Date) {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(at)
  const part = (type: string) => Number(parts.find((one) => one.type === type)?.value)
  const shown = Date.UTC(
    part('year'),
    part('month') - 1,
    part('day'),
    part('hour'),
    part('minute'),
    part('second'),
  )
  return shown - Math.floor(at.getTime() / 1000) * 1000
}

/** The calendar day in a zone: `2026-11-24`. */
export const dayIn = (zone: string, at: Date) =>
  new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).format(at)
