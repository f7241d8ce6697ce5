import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { Alert, Button, Group, List, Modal, Progress, Stack, Text } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { patch, post, remove } from '../api/client'
import { explain, tell, tellProblem } from '../ui/command'
import { inParts } from '../ui/inParts'
import { MemberSelect } from '../workspace/MemberSelect'
import type { Subject } from './api'

interface Chosen {
  readonly id: string
  readonly version: number
  readonly fullName?: string
  readonly name?: string
}

interface Failure {
  readonly name: string
  readonly why: string
}

/** What can be done with the chosen rows at once; each row is its own request, and those that were refused are named. */
export function BulkEdit({
  of,
  records,
  onDone,
}: {
  of: Subject
  records: readonly Chosen[]
  onDone: () => void
}) {
  const { t } = useLingui()
  const client = useQueryClient()
  const [asked, setAsked] = useState<'assign' | 'delete'>()
  const [owner, setOwner] = useState<string | null>(null)
  const [done, setDone] = useState<number>()
  const [failures, setFailures] = useState<readonly Failure[]>([])
  const path = `/api/${of}`

  const run = async (
    act: (record: Chosen) => Promise<unknown>,
    finished: (ok: readonly Chosen[]) => void,
  ) => {
    setDone(0)
    setFailures([])
    const { succeeded, failed } = await inParts(records, act, (count) => setDone(count))
    setDone(undefined)
    await client.invalidateQueries({ queryKey: [of] })
    if (succeeded.length > 0) finished(succeeded)
    if (failed.length === 0) {
      setAsked(undefined)
      onDone()
    } else {
      setFailures(
        failed.map(({ item, error }) => ({
          name: item.fullName ?? item.name ?? item.id,
          why: explain(error).detail || explain(error).title,
        })),
      )
    }
  }
  const assign = () =>
    run(
      (record) => patch(`${path}/${record.id}`, { ownerId: owner }, record.version),
      (ok) => tell(t`Đã giao ${ok.length} bản ghi.`),
    )
  const drop = () =>
    run(
      (record) => remove(`${path}/${record.id}`),
      (ok) =>
        tell(t`Đã xoá ${ok.length} bản ghi.`, {
          run: async () => {
            const { failed } = await inParts(ok, (record) => post(`${path}/${record.id}/restore`))
            await client.invalidateQueries({ queryKey: [of] })
            if (failed[0]) tellProblem(failed[0].error)
          },
        }),
    )
  const busy = done !== undefined

  return (
    <>
      <Button size="compact-sm" variant="default" onClick={() => setAsked('assign')}>
        <Trans>Giao cho…</Trans>
      </Button>
      <Button size="compact-sm" variant="default" onClick={() => setAsked('delete')}>
        <Trans>Xoá…</Trans>
      </Button>
      <Modal
        opened={asked !== undefined}
        onClose={() => !busy && setAsked(undefined)}
        title={
          asked === 'delete' ? (
            <Plural value={records.length} other="Xoá # bản ghi?" />
          ) : (
            <Plural value={records.length} other="Giao # bản ghi cho ai?" />
          )
        }
      >
        <Stack>
          {asked === 'assign' && (
            <MemberSelect aria-label={t`Giao cho ai?`} value={owner} onChange={setOwner} data-autofocus />
          )}
          {asked === 'delete' && (
            <Text>
              <Trans>Chúng vào thùng rác và có thể khôi phục.</Trans>
            </Text>
          )}
          {busy && (
            <Progress.Root size="lg">
              <Progress.Section
                value={(done / Math.max(1, records.length)) * 100}
                aria-label={t`${done} trên ${records.length} xong`}
              />
            </Progress.Root>
          )}
          {failures.length > 0 && (
            <Alert color="red" variant="light" role="alert" title={t`${failures.length} bản ghi không được`}>
              <List size="md">
                {failures.slice(0, 20).map((failure) => (
                  <List.Item key={failure.name}>
                    {failure.name}: {failure.why}
                  </List.Item>
                ))}
              </List>
            </Alert>
          )}
          <Group justify="flex-end">
            <Button variant="default" onClick={() => setAsked(undefined)} disabled={busy}>
              <Trans>Huỷ</Trans>
            </Button>
            {asked === 'delete' ? (
              <Button color="red.8" loading={busy} onClick={() => void drop()}>
                <Trans>Xoá</Trans>
              </Button>
            ) : (
              <Button loading={busy} disabled={!owner} onClick={() => void assign()}>
                <Trans>Giao</Trans>
              </Button>
            )}
          </Group>
        </Stack>
      </Modal>
    </>
  )
}
