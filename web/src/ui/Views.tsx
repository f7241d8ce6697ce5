import type { Filter } from '../api/page'
import { sameFilter } from './filters'
import type { ListSearch } from './list'
import classes from './Views.module.css'

export interface View {
  readonly name: string
  readonly filter?: Filter
  readonly deleted?: boolean
  /** Only of what somebody has saved: its order, its columns, and by what it is told from others of its name. */
  readonly id?: string
  readonly sort?: string
  readonly columns?: readonly string[]
}

const sameColumns = (one: readonly string[] = [], other: readonly string[] = []) =>
  one.join() === other.join()

/** Whether the list shows just that. What was saved goes by order and columns too. */
export const isShown = (view: View, search: ListSearch) =>
  sameFilter(view.filter, search.filter) &&
  Boolean(view.deleted) === Boolean(search.deleted) &&
  !search.q &&
  (view.id === undefined || (view.sort === search.sort && sameColumns(view.columns, search.columns)))

interface ViewsProps {
  readonly label: string
  readonly views: readonly View[]
  readonly search: ListSearch
  readonly onSearch: (change: Partial<ListSearch>) => void
}

/** The looks at a list that people ask for most; each is a filter that stands in the address like any other. */
export function Views({ label, views, search, onSearch }: ViewsProps) {
  const saved = views.some((view) => view.id !== undefined && isShown(view, search))
  return (
    <nav className={classes.views} aria-label={label}>
      {views.map((view) => {
        const now = isShown(view, search) && (view.id !== undefined || !saved)
        return (
          <button
            key={view.id ?? view.name}
            type="button"
            className={classes.view}
            aria-current={now ? 'true' : undefined}
            onClick={() =>
              onSearch({
                filter: view.filter,
                deleted: view.deleted,
                q: undefined,
                ...(view.id === undefined ? {} : { sort: view.sort, columns: view.columns }),
              })
            }
          >
            {view.name}
          </button>
        )
      })}
    </nav>
  )
}
