/** The sign of the product: two who walk side by side. */
export function Mark({ size = 24 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true">
      <rect width="32" height="32" rx="8" fill="var(--mantine-color-teal-7)" />
      <path d="M8 20c3-8 6-8 8-4s5 4 8-4" fill="none" stroke="#fff" strokeWidth="3" strokeLinecap="round" />
      <circle cx="8" cy="20" r="2.6" fill="#fff" />
      <circle cx="24" cy="12" r="2.6" fill="#fff" />
    </svg>
  )
}
