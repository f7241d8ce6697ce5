/** One page of a list by cursor. */
export interface Page<T> {
  readonly items: readonly T[]
  readonly nextCursor?: string | null
  /** Only when it was asked for. */
  readonly total?: number | null
  /** How many more there are that this viewer may not open, where the list counts them. */
  readonly hidden?: number
}

export type FilterOperator =
  | 'eq'
  | 'ne'
  | 'in'
  | 'notIn'
  | 'gt'
  | 'gte'
  | 'lt'
  | 'lte'
  | 'between'
  | 'contains'
  | 'startsWith'
  | 'empty'
  | 'notEmpty'
  | 'before'
  | 'after'
  | 'within'
  | 'memberOf'

export interface Predicate {
  readonly field: string
  readonly op: FilterOperator
  readonly value?: unknown
}

/** The filter language of lists, segments, exports and workflows. */
export type Filter =
  | Predicate
  | { readonly all: readonly Filter[] }
  | { readonly any: readonly Filter[] }
  | { readonly not: Filter }

/** What a list asks the server for. */
export interface ListQuery {
  readonly q?: string
  readonly filter?: Filter
  readonly sort?: string
  /** What lies in the bin instead of what lives. */
  readonly deleted?: boolean
}

/** What lies in the bin. Without a version, as it was put there a moment ago. */
export interface Binned {
  readonly id: string
  readonly version?: number
}
