import { t } from '@lingui/core/macro'
import { Button, Group, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { type QueryClient, type QueryKey, useMutation, useQueryClient } from '@tanstack/react-query'
import { ApiProblem, Unreachable } from '../api/problem'
import { refresh } from './stale'
import { unique } from './unique'

/** What to tell a person about an error: what happened, and why. */
export function explain(error: unknown): { title: string; detail: string } {
  if (error instanceof Unreachable) {
    return {
      title: t`Không kết nối được với máy chủ`,
      detail: t`Kiểm tra mạng rồi thử lại. Thay đổi chưa được lưu.`,
    }
  }
  if (error instanceof ApiProblem) {
    const fields = error.errors.map((item) => item.message).join(' ')
    return { title: error.title || t`Không thực hiện được`, detail: fields || error.detail }
  }
  return { title: t`Có lỗi ngoài dự kiến`, detail: error instanceof Error ? error.message : String(error) }
}

interface Undo {
  readonly label?: string
  readonly run: () => unknown
}

/** A line at the edge of the screen that says what was done, with a way back when there is one. */
export function tell(message: string, undo?: Undo) {
  const id = unique()
  notifications.show({
    id,
    color: 'teal',
    autoClose: undo ? 8000 : 4000,
    withBorder: true,
    message: undo ? (
      <Group justify="space-between" wrap="nowrap" gap="sm">
        <Text size="md">{message}</Text>
        <Button
          size="compact-sm"
          variant="subtle"
          flex="none"
          onClick={() => {
            notifications.hide(id)
            void undo.run()
          }}
        >
          {undo.label ?? t`Hoàn tác`}
        </Button>
      </Group>
    ) : (
      message
    ),
  })
}

export function tellProblem(error: unknown) {
  const { title, detail } = explain(error)
  notifications.show({ color: 'red', title, message: detail, autoClose: 10000, withBorder: true })
}

interface CommandOptions<Input, Result> {
  /** The first words of the queries that the command makes stale; what follows them goes stale too (`follow`). */
  readonly refresh?: readonly string[]
  /** Commands of one such name run one after another, so that each is made on what the one before it left. */
  readonly inTurn?: string
  /** Shows the outcome before the server has answered; what it changed is put back when the server refuses. */
  readonly optimistic?: (cache: OptimisticCache, input: Input) => void
  readonly done?: (result: Result, input: Input) => void
  /** Return true when the error is shown where it belongs (a form field, a conflict dialog). */
  readonly failed?: (error: unknown, input: Input) => boolean | undefined
}

/** A cache that remembers what it overwrote. */
export class OptimisticCache {
  private readonly before: [QueryKey, unknown][] = []

  private readonly client: QueryClient

  constructor(client: QueryClient) {
    this.client = client
  }

  update<T>(key: QueryKey, change: (old: T) => T) {
    for (const [found, old] of this.client.getQueriesData<T>({ queryKey: key })) {
      if (old === undefined) continue
      void this.client.cancelQueries({ queryKey: found, exact: true })
      this.before.push([found, old])
      this.client.setQueryData(found, change(old))
    }
  }

  rollBack() {
    for (const [key, old] of this.before.toReversed()) this.client.setQueryData(key, old)
  }
}

/** One thing that a person does. It owns what becomes stale by it. */
export function useCommand<Input, Result>(
  call: (input: Input) => Promise<Result>,
  options: CommandOptions<Input, Result> = {},
) {
  const client = useQueryClient()
  return useMutation<Result, unknown, Input, OptimisticCache>({
    mutationFn: call,
    scope: options.inTurn ? { id: options.inTurn } : undefined,
    onMutate: (input) => {
      const cache = new OptimisticCache(client)
      options.optimistic?.(cache, input)
      return cache
    },
    onError: (error, input, cache) => {
      cache?.rollBack()
      if (options.failed?.(error, input) !== true) tellProblem(error)
    },
    onSuccess: (result, input) => options.done?.(result, input),
    onSettled: () => refresh(client, options.refresh ?? []),
  })
}
