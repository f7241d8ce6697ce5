import { Tooltip } from '@mantine/core'

/** Steps of a way as dots: those reached are filled, from grey to teal; nothing reached is hollow. */
export function Dots({
  steps,
  reached,
  label,
  size = 8,
}: {
  steps: number
  /** How many are reached; 0 draws all of them hollow. */
  reached: number
  label: string
  size?: number
}) {
  const gap = 3
  const width = steps * size + (steps - 1) * gap
  return (
    <Tooltip label={label}>
      <svg width={width} height={size} role="img" aria-label={label} style={{ flex: 'none' }}>
        {Array.from({ length: steps }, (_, index) => {
          const share = steps > 1 ? index / (steps - 1) : 1
          return (
            <circle
              // biome-ignore lint/suspicious/noArrayIndexKey: the steps are a fixed row
              key={index}
              cx={index * (size + gap) + size / 2}
              cy={size / 2}
              r={size / 2 - 0.75}
              fill={
                index < reached
                  ? `color-mix(in oklab, var(--mantine-color-gray-5), var(--mantine-color-teal-6) ${Math.round(20 + share * 80)}%)`
                  : 'none'
              }
              stroke={
                index < reached
                  ? `color-mix(in oklab, var(--mantine-color-gray-5), var(--mantine-color-teal-6) ${Math.round(20 + share * 80)}%)`
                  : 'var(--sh-line-strong)'
              }
              strokeWidth="1.5"
            />
          )
        })}
      </svg>
    </Tooltip>
  )
}
