import type { Filter } from '../api/page'
import { sameFilter } from './filters'
import type { ListSearch } from './list'
import classes from './Views.module.css'

export interface View {
  readonly name: string
  readonly filter?: Filter
  readonly deleted?: boolean
}

interface ViewsProps {
  readonly label: string
  readonly views: readonly View[]
  readonly search: ListSearch
  readonly onSearch: (change: Partial<ListSearch>) => void
}

/** The looks at a list that people ask for most; each is a filter that stands in the address like any other. */
export function Views({ label, views, search, onSearch }: ViewsProps) {
  return (
    <nav className={classes.views} aria-label={label}>
      {views.map((view) => {
        const now =
          sameFilter(view.filter, search.filter) &&
          Boolean(view.deleted) === Boolean(search.deleted) &&
          !search.q
        return (
          <button
            key={view.name}
            type="button"
            className={classes.view}
            aria-current={now ? 'true' : undefined}
            onClick={() => onSearch({ filter: view.filter, deleted: view.deleted, q: undefined })}
          >
            {view.name}
          </button>
        )
      })}
    </nav>
  )
}
