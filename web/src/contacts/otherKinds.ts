import { queryOptions, useQuery } from '@tanstack/react-query'
import { get, patch, post } from '../api/client'
import { useCommand } from '../ui/command'
import { OTHER_KINDS } from './keys'

/** What somebody is who stands beside the ladder: a partner, a supplier, our own staff. */
export interface OtherKind {
  readonly id: string
  readonly version: number
  readonly name: string
  readonly position: number
  readonly archived: boolean
}

export const otherKindsQuery = queryOptions({
  queryKey: [OTHER_KINDS],
  queryFn: ({ signal }) => get<{ items: readonly OtherKind[] }>('/api/other-kinds', undefined, signal),
  select: (page) => page.items,
  staleTime: 5 * 60_000,
})

/** The company's list: archived kinds are offered no more, and are still called by their names. */
export function useOtherKinds() {
  const { data, isPending } = useQuery(otherKindsQuery)
  const kinds = data ?? []
  const choice = ({ id, name }: OtherKind) => ({ value: id, label: name })
  return {
    isPending,
    /** To give. */
    choices: kinds.filter((kind) => !kind.archived).map(choice),
    /** To look for. */
    all: kinds.map(choice),
    nameOf: (id: string | null | undefined) => kinds.find((kind) => kind.id === id)?.name,
  }
}

export const useAddOtherKind = (done: () => void) =>
  useCommand((input: { name: string }) => post<OtherKind>('/api/other-kinds', input), {
    refresh: [OTHER_KINDS],
    done,
  })

export const useChangeOtherKind = () =>
  useCommand(
    ({ kind, ...input }: { kind: OtherKind; name?: string; position?: number; archived?: boolean }) =>
      patch<OtherKind>(`/api/other-kinds/${kind.id}`, input, kind.version),
    { refresh: [OTHER_KINDS], failed: (_, input) => input.name !== undefined },
  )
