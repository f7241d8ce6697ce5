import { Link } from '@tanstack/react-router'

/** The name of a row, which opens its page. */
export const opening = (to: string, name: string) => (
  <Link to={to as '/'} preload={false} style={{ fontWeight: 500 }}>
    {name}
  </Link>
)
