import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { Anchor, Badge, Button, Group, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { get } from '../api/client'
import type { Page as ApiPage } from '../api/page'
import { useCommand } from '../ui/command'
import { formatNumber } from '../ui/format'
import { LeftOut } from '../ui/LeftOut'
import { Moment } from '../ui/Moment'
import { Card, Page } from '../ui/Page'
import { PageError } from '../ui/PageError'
import { EmptyState, ProblemAlert } from '../ui/States'
import {
  type Import,
  type Look,
  lookAt,
  type Order,
  type Preview,
  startImport,
  type Target,
} from './imports/api'
import { ColumnStep } from './imports/ColumnStep'
import { FileStep } from './imports/FileStep'
import { FormatStep } from './imports/FormatStep'
import classes from './imports/Imports.module.css'
import type { Meanings } from './imports/Reasons'
import { RunStep } from './imports/RunStep'
import { Step } from './imports/Step'
import { useImport } from './imports/useImport'
import { inOrder, objectName, STATUSES } from './imports/words'
import { useMembers } from './session'
import table from './settings/Settings.module.css'

const guessed = (preview: Preview, object: string, before?: Order): Order => ({
  fileId: preview.fileId,
  object,
  encoding: preview.encoding,
  separator: preview.separator,
  header: preview.header,
  columns: Object.fromEntries(
    preview.columns.map(({ name, field }) => [
      name,
      before?.columns[name] ?? { field: field ?? undefined, values: {} },
    ]),
  ),
  defaults: before?.defaults ?? {},
  duplicates: before?.duplicates ?? 'skip',
  history: before?.history ?? false,
})

export function ImportsPage() {
  const search = useSearch({ from: '/shell/imports' })
  const navigate = useNavigate({ from: '/imports' })
  const targets = useQuery({
    queryKey: ['imports', 'targets'],
    queryFn: ({ signal }) => get<readonly Target[]>('/api/imports/targets', undefined, signal),
    staleTime: 300_000,
  })
  const objects = inOrder(targets.data?.map((target) => target.object) ?? [])
  const unknown = targets.isSuccess && search.object !== undefined && !objects.includes(search.object)
  const object = (unknown ? undefined : search.object) ?? objects[0] ?? 'contacts'

  const [order, setOrder] = useState<Order>()
  const [trial, setTrial] = useState<{ id: string; of: Order }>()
  const look = useCommand((input: Look) => lookAt(input), {
    failed: () => true,
    done: (preview, input) => {
      setTrial(undefined)
      setOrder(
        guessed(preview, input.object, input.fileId && order?.header === preview.header ? order : undefined),
      )
    },
  })
  const preview = look.data
  const tryOut = useCommand((input: Order) => startImport({ order: input, dryRun: true }), {
    failed: () => true,
    done: (made, input) => setTrial({ id: made.id, of: input }),
  })
  const start = useCommand((input: Order) => startImport({ order: input, dryRun: false }), {
    refresh: ['imports'],
    failed: () => true,
    done: (made) => navigate({ search: { object, id: made.id } }),
  })
  const result = useImport(trial?.id)
  const tried = trial !== undefined && trial.of === order && result.data?.status === 'DONE'
  const takes = (result.data?.created ?? 0) + (result.data?.updated ?? 0)
  const again = () => {
    look.reset()
    setOrder(undefined)
    setTrial(undefined)
    void navigate({ search: { object } })
  }
  const tryAgain = (meanings: Meanings) => {
    if (!order) return
    const columns = Object.entries(order.columns).map(([name, choice]) => [
      name,
      { ...choice, values: { ...choice.values, ...meanings[choice.field ?? ''] } },
    ])
    const next: Order = { ...order, columns: Object.fromEntries(columns) }
    setOrder(next)
    tryOut.mutate(next)
  }
  const change = (next: Partial<Order>) => order && setOrder({ ...order, ...next })

  if (targets.isError) return <PageError error={targets.error} reset={() => void targets.refetch()} />
  if (targets.isSuccess && objects.length === 0) {
    return (
      <Page title={<Trans>Nhập dữ liệu</Trans>}>
        <Card>
          <EmptyState
            text={<Trans>Vai trò của bạn không nhập dữ liệu. Hãy nhờ quản trị viên nếu bạn cần.</Trans>}
          />
        </Card>
      </Page>
    )
  }
  if (search.id) {
    return (
      <Page
        title={<Trans>Nhập dữ liệu</Trans>}
        actions={
          <Button variant="default" onClick={again}>
            <Trans>Nhập tệp khác</Trans>
          </Button>
        }
      >
        <div className={classes.steps}>
          <Step number={5} title={<Trans>Nhập</Trans>}>
            <RunStep key={search.id} id={search.id} onGone={again} />
          </Step>
        </div>
        <History />
      </Page>
    )
  }
  return (
    <Page title={<Trans>Nhập dữ liệu</Trans>}>
      <LeftOut names={unknown ? ['object'] : []} />
      <div className={classes.steps}>
        <Step number={1} title={<Trans>Chọn tệp</Trans>} done={preview !== undefined}>
          <FileStep
            objects={objects}
            object={object}
            onObject={(next) => {
              void navigate({ search: { object: next } })
              if (order) look.mutate({ fileId: order.fileId, object: next })
            }}
            fileName={preview?.fileName}
            busy={look.isPending}
            onFile={(file) => look.mutate({ file, object })}
          />
          <ProblemAlert error={look.error} />
        </Step>
        <Step
          number={2}
          title={<Trans>Tệp được hiểu thế này</Trans>}
          waiting={!preview}
          done={trial !== undefined}
        >
          {preview && order && (
            <FormatStep
              preview={preview}
              onChange={(next) =>
                look.mutate({
                  fileId: order.fileId,
                  object,
                  encoding: order.encoding,
                  separator: order.separator,
                  header: order.header,
                  ...next,
                })
              }
            />
          )}
        </Step>
        <Step number={3} title={<Trans>Cột nào là gì</Trans>} waiting={!preview} done={tried}>
          {preview && order && <ColumnStep preview={preview} order={order} onOrder={change} />}
        </Step>
        <Step number={4} title={<Trans>Chạy thử, chưa ghi gì</Trans>} waiting={!preview} done={tried}>
          {order && (
            <>
              <ProblemAlert error={tryOut.error} />
              {trial && trial.of === order ? (
                <RunStep
                  key={trial.id}
                  id={trial.id}
                  mend={{
                    fields: preview?.fields ?? [],
                    choices: Object.fromEntries(
                      Object.values(order.columns).map((choice) => [choice.field, choice]),
                    ),
                    again: tryAgain,
                  }}
                />
              ) : (
                <Button variant="default" loading={tryOut.isPending} onClick={() => tryOut.mutate(order)}>
                  <Trans>Chạy thử</Trans>
                </Button>
              )}
            </>
          )}
        </Step>
        <Step number={5} title={<Trans>Nhập</Trans>} waiting={!tried}>
          {order && tried && (
            <>
              <ProblemAlert error={start.error} />
              {takes > 0 ? (
                <Button loading={start.isPending} onClick={() => start.mutate(order)}>
                  <Plural value={takes} other="Nhập # dòng" />
                </Button>
              ) : (
                <Text c="dimmed">
                  <Trans>Không dòng nào nhập được. Sửa tệp hoặc cách hiểu cột ở trên rồi chạy thử lại.</Trans>
                </Text>
              )}
            </>
          )}
        </Step>
      </div>
      <History />
    </Page>
  )
}

/** What was imported before: each of them opens its result. */
function History() {
  const { i18n } = useLingui()
  const { nameOf } = useMembers()
  const navigate = useNavigate({ from: '/imports' })
  const { data } = useQuery({
    queryKey: ['imports', 'list'],
    queryFn: ({ signal }) => get<ApiPage<Import>>('/api/imports', { limit: 20 }, signal),
  })
  const items = (data?.items ?? []).filter((item) => !item.dryRun)
  if (items.length === 0) return null
  return (
    <Card title={<Trans>Các lần nhập trước</Trans>}>
      <div className={table.table}>
        <table>
          <tbody>
            {items.map((item) => (
              <tr key={item.id}>
                <td>
                  <Anchor
                    component="button"
                    ta="left"
                    onClick={() => navigate({ search: { object: item.object, id: item.id } })}
                  >
                    {item.fileName}
                  </Anchor>
                </td>
                <td>{objectName(item.object, (message) => i18n._(message))}</td>
                <td className="tabular">
                  <Trans>
                    {formatNumber(item.created)} tạo, {formatNumber(item.updated)} cập nhật,{' '}
                    {formatNumber(item.skipped)} bỏ qua, {formatNumber(item.failed)} lỗi
                  </Trans>
                </td>
                <td>
                  <Group gap={6} wrap="nowrap">
                    <Badge
                      variant="light"
                      color={item.status === 'FAILED' ? 'red' : item.status === 'DONE' ? 'teal' : 'gray'}
                    >
                      {i18n._(STATUSES[item.status])}
                    </Badge>
                  </Group>
                </td>
                <td>{nameOf(item.ownerId)}</td>
                <td>
                  <Moment at={item.createdAt} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Card>
  )
}
