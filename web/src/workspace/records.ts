import { t } from '@lingui/core/macro'
import { queryOptions, useInfiniteQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { get, post, remove } from '../api/client'
import type { AuditLine } from '../api/generated/api.schemas'
import type { Binned, Page } from '../api/page'
import { tell, useCommand } from '../ui/command'

/* What is asked of and done with records of every kind; `of` is their collection: `companies`. */

export const recordQuery = <T>(of: string, id: string) =>
  queryOptions({
    queryKey: [of, 'one', id],
    queryFn: ({ signal }) => get<T>(`/api/${of}/${id}`, undefined, signal),
  })

export const useHistory = (of: string, id: string, enabled: boolean) =>
  useInfiniteQuery({
    queryKey: [of, 'history', id],
    enabled,
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) =>
      get<Page<AuditLine>>(`/api/${of}/${id}/history`, { limit: 50, cursor: pageParam }, signal),
    getNextPageParam: (last) => last.nextCursor || undefined,
  })

export interface Creation {
  /** One for each form that is filled in, so that a second click creates nothing. */
  readonly key: string
  readonly input: object
  /** The person has seen that we have somebody like that already. */
  readonly anyway?: boolean
}

export const useCreate = <T>(of: string, done: (record: T) => void) =>
  useCommand(
    ({ key, input, anyway }: Creation) =>
      post<T>(anyway ? `/api/${of}?duplicates=allow` : `/api/${of}`, input, { idempotencyKey: key }),
    { refresh: [of], done, failed: () => true },
  )

export const useRestore = (of: string) =>
  useCommand(({ id, version }: Binned) => post(`/api/${of}/${id}/restore`, undefined, { version }), {
    refresh: [of],
    done: () => tell(t`Đã khôi phục.`),
  })

/** Deletes softly: what was deleted waits in the bin, and the line that says so can take it back. */
export function useDelete(of: string) {
  const restore = useRestore(of)
  const navigate = useNavigate()
  const drop = ({ id, version }: { id: string; version: number; name: string }) =>
    remove(`/api/${of}/${id}`, { version })
  return useCommand(drop, {
    refresh: [of],
    done: (_, { id, name }) => {
      void navigate({ to: `/${of}` as '/' })
      tell(t`Đã xoá ${name}.`, { run: () => restore.mutateAsync({ id }) })
    },
  })
}
