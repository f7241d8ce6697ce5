import { get, post } from '../../api/client'
import type { Page } from '../../api/page'

export interface TargetField {
  readonly name: string
  /** What it is called, in the language of the reader. */
  readonly label: string
  readonly required: boolean
  /** What may be written in it, when that is a closed list. */
  readonly values: readonly string[]
  /** What people call those values. */
  readonly words: Readonly<Record<string, string>>
  /** By what another record can be named, when it is a reference. */
  readonly matches: readonly string[]
  /** What can be imported first where a cell names by its name what is not there. */
  readonly object?: string | null
}

export interface Target {
  readonly object: string
  readonly fields: readonly TargetField[]
}

export interface Preview {
  readonly fileId: string
  readonly fileName: string
  readonly size: number
  readonly encoding: string
  readonly separator: string
  readonly header: boolean
  readonly rows: number
  readonly columns: readonly {
    readonly name: string
    readonly field?: string | null
    readonly confidence: number
    /** What stands in it, each once; empty where that is too much to choose from. */
    readonly values: readonly string[]
  }[]
  readonly firstRows: readonly (readonly string[])[]
  readonly fields: readonly TargetField[]
}

export interface Import {
  readonly id: string
  readonly object: string
  readonly status: 'RUNNING' | 'DONE' | 'FAILED' | 'CANCELLED' | 'UNDONE'
  readonly rows: number
  readonly done: number
  readonly created: number
  readonly updated: number
  readonly skipped: number
  readonly failed: number
  readonly kept: number
  readonly undoing: boolean
  readonly dryRun: boolean
  readonly history: boolean
  readonly fileName: string
  readonly error?: string | null
  readonly ownerId: string
  readonly createdAt: string
  readonly finishedAt?: string | null
  readonly undoableUntil?: string | null
  readonly can: { readonly cancel: boolean; readonly undo: boolean }
}

/** What becomes of a column of the file. */
export interface ColumnChoice {
  readonly field?: string
  readonly match?: string
  readonly values: Readonly<Record<string, string>>
}

export type Duplicates = 'skip' | 'update' | 'create'

export interface Order {
  readonly fileId: string
  readonly object: string
  readonly encoding: string
  readonly separator: string
  readonly header: boolean
  readonly columns: Readonly<Record<string, ColumnChoice>>
  readonly defaults: Readonly<Record<string, string>>
  readonly duplicates: Duplicates
  readonly history: boolean
}

const form = (parts: Record<string, string | Blob | undefined>) => {
  const data = new FormData()
  for (const [name, value] of Object.entries(parts)) if (value !== undefined) data.set(name, value)
  return data
}

export interface Look {
  readonly file?: File
  readonly fileId?: string
  readonly object: string
  readonly encoding?: string
  readonly separator?: string
  readonly header?: boolean
}

export const lookAt = ({ file, fileId, object, encoding, separator, header }: Look) =>
  post<Preview>(
    '/api/imports/preview',
    form({
      file,
      fileId: file ? undefined : fileId,
      object,
      encoding,
      separator,
      header: header?.toString(),
    }),
  )

const mappingOf = (columns: Order['columns']) =>
  Object.fromEntries(
    Object.entries(columns)
      .filter(([, choice]) => choice.field)
      .map(([name, { field, match, values }]) => [
        name,
        match || Object.keys(values).length > 0 ? { field, match, values } : field,
      ]),
  )

export const startImport = ({ order, dryRun }: { order: Order; dryRun: boolean }) =>
  post<Import>(
    '/api/imports',
    form({
      fileId: order.fileId,
      object: order.object,
      encoding: order.encoding,
      separator: order.separator,
      header: String(order.header),
      mapping: JSON.stringify(mappingOf(order.columns)),
      defaults: JSON.stringify(order.defaults),
      duplicates: order.duplicates,
      history: String(order.history),
      dryRun: String(dryRun),
    }),
  )

export const importOf = (id: string, signal?: AbortSignal) =>
  get<Import>(`/api/imports/${id}`, undefined, signal)

/** Why rows were left out, and how many of them. */
export interface Reason {
  readonly outcome: 'SKIPPED' | 'FAILED'
  /** Null when the whole row is meant. */
  readonly field?: string | null
  readonly column?: string | null
  readonly code: string
  readonly value?: string | null
  readonly message: string
  readonly rows: number
  readonly first: number
}

export const reasonsOf = (id: string, signal?: AbortSignal) =>
  get<Page<Reason>>(`/api/imports/${id}/reasons`, undefined, signal)

/** A row that undoing could not take back. */
export interface Kept {
  readonly row: number
  readonly recordId: string
  /** Null when the viewer may not see the record. */
  readonly name?: string | null
  readonly reason: string
}

export const keptOf = (id: string, cursor?: string, signal?: AbortSignal) =>
  get<Page<Kept>>(`/api/imports/${id}/kept`, { cursor }, signal)
