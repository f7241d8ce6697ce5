import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { ApiProblem } from '../api/problem'
import { PageError } from './PageError'
import { CardSkeleton } from './Skeletons'
import { ErrorState } from './States'

interface LoadedProps<T> {
  readonly of: Pick<UseQueryResult<T>, 'data' | 'isPending' | 'error' | 'refetch'>
  /** The whole page waits for it, and fails with it. */
  readonly page?: boolean
  /** How much of it there will be, roughly. */
  readonly lines?: number
  /** Instead of a list with nothing in it. */
  readonly empty?: ReactNode
  readonly children: (data: T) => ReactNode
}

/** What was asked for, once it is there: its outline until then, and why it is not when it fails. */
export function Loaded<T>({ of, page, lines = page ? 8 : 4, empty, children }: LoadedProps<T>) {
  const retry = () => void of.refetch()
  // What was seen stays while the server is out of reach; what it refuses goes.
  if (of.error && (of.data === undefined || of.error instanceof ApiProblem))
    return page ? <PageError error={of.error} reset={retry} /> : <ErrorState error={of.error} retry={retry} />
  if (of.isPending || of.data === undefined) return <CardSkeleton lines={lines} />
  if (empty !== undefined && Array.isArray(of.data) && of.data.length === 0) return empty
  return children(of.data)
}
