import { Trans } from '@lingui/react/macro'
import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import type { ListSearch } from './list'
import { EmptyState } from './States'

/** Why a list is empty: the bin is, nothing matches, or there is nothing yet and a first step to take. */
export function NothingListed({
  search,
  onSearch,
  unmatched,
  unfilter,
  first,
}: {
  search: ListSearch
  onSearch: (change: Partial<ListSearch>) => void
  unmatched: ReactNode
  /** On the button that takes the filter away. */
  unfilter?: ReactNode
  first: ReactNode
}) {
  if (search.deleted) return <EmptyState text={<Trans>Thùng rác trống.</Trans>} />
  if (search.q === undefined && search.filter === undefined) return first
  return (
    <EmptyState
      text={unmatched}
      action={
        <Button variant="default" onClick={() => onSearch({ q: undefined, filter: undefined })}>
          {unfilter ?? <Trans>Bỏ lọc</Trans>}
        </Button>
      }
    />
  )
}
