import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { Alert, Button, Group, List, Modal, Progress, Stack, Text, Textarea } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { patch, post, remove } from '../api/client'
import type { ListQuery } from '../api/page'
import { explain, tell, tellProblem } from '../ui/command'
import type { Chosen } from '../ui/DataList'
import { formatNumber } from '../ui/format'
import { inParts } from '../ui/inParts'
import { everyOne } from '../ui/list'
import { refresh } from '../ui/stale'
import { MemberSelect } from '../workspace/MemberSelect'
import { OtherKindSelect } from './OtherKindSelect'

interface Editable {
  readonly id: string
  readonly version: number
  readonly ownerId?: string | null
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
  staged,
  chosen,
  loaded,
  query,
  onDone,
}: {
  /** The collection. */
  of: string
  /** Whether they stand in the lifecycle, and can be put aside there. */
  staged?: boolean
  chosen: Chosen
  /** The rows that are on the screen, and what else matches them. */
  loaded: readonly Editable[]
  query: ListQuery
  onDone: () => void
}) {
  const { t } = useLingui()
  const client = useQueryClient()
  const [asked, setAsked] = useState<'assign' | 'aside' | 'delete'>()
  const [owner, setOwner] = useState<string | null>(null)
  const [otherKindId, setOtherKindId] = useState<string | null>(null)
  const [reason, setReason] = useState('')
  const [done, setDone] = useState<{ count: number; of: number }>()
  const [failures, setFailures] = useState<readonly Failure[]>([])
  const path = `/api/${of}`

  const run = async (
    act: (record: Editable) => Promise<unknown>,
    finished: (ok: readonly Editable[]) => void,
  ) => {
    setDone({ count: 0, of: chosen.count })
    setFailures([])
    let records: readonly Editable[]
    try {
      records = chosen.all
        ? await everyOne<Editable>(path, query)
        : loaded.filter(({ id }) => chosen.ids.includes(id))
    } catch (error) {
      setDone(undefined)
      tellProblem(error)
      return
    }
    const { succeeded, failed } = await inParts(records, act, (count) =>
      setDone({ count, of: records.length }),
    )
    setDone(undefined)
    await refresh(client, [of])
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
  const takeBack = async (records: readonly Editable[], act: (record: Editable) => Promise<unknown>) => {
    const { failed } = await inParts(records, act)
    await refresh(client, [of])
    if (failed[0]) tellProblem(failed[0].error)
  }
  const assign = () =>
    run(
      (record) => patch(`${path}/${record.id}`, { ownerId: owner }, record.version),
      (ok) =>
        tell(t`Đã giao ${ok.length} bản ghi.`, {
          // Giving it away made one version of it: whoever has changed it since is not overruled.
          run: () =>
            takeBack(ok, (record) =>
              patch(`${path}/${record.id}`, { ownerId: record.ownerId }, record.version + 1),
            ),
        }),
    )
  const putAside = () =>
    run(
      (record) =>
        post(
          `${path}/${record.id}/lifecycle`,
          { stage: 'OTHER', otherKindId, reason: reason.trim() },
          { version: record.version },
        ),
      (ok) => tell(t`Đã chuyển ${ok.length} bản ghi sang “Khác”.`),
    )
  const drop = () =>
    run(
      (record) => remove(`${path}/${record.id}`, { version: record.version }),
      (ok) =>
        tell(t`Đã xoá ${ok.length} bản ghi.`, {
          run: () => takeBack(ok, (record) => post(`${path}/${record.id}/restore`)),
        }),
    )
  const busy = done !== undefined

  return (
    <>
      <Button size="compact-sm" variant="default" onClick={() => setAsked('assign')}>
        <Trans>Giao cho…</Trans>
      </Button>
      {staged && (
        <Button size="compact-sm" variant="default" onClick={() => setAsked('aside')}>
          <Trans>Chuyển sang “Khác”…</Trans>
        </Button>
      )}
      <Button size="compact-sm" variant="default" onClick={() => setAsked('delete')}>
        <Trans>Xoá…</Trans>
      </Button>
      <Modal
        opened={asked !== undefined}
        onClose={() => !busy && setAsked(undefined)}
        title={
          asked === 'delete' ? (
            <Plural value={chosen.count} other="Xoá # bản ghi?" />
          ) : asked === 'aside' ? (
            <Plural value={chosen.count} other="Chuyển # bản ghi sang “Khác”?" />
          ) : (
            <Plural value={chosen.count} other="Giao # bản ghi cho ai?" />
          )
        }
      >
        <Stack>
          {asked === 'assign' && (
            <MemberSelect aria-label={t`Giao cho ai?`} value={owner} onChange={setOwner} data-autofocus />
          )}
          {asked === 'aside' && (
            <>
              <OtherKindSelect value={otherKindId} onChange={setOtherKindId} data-autofocus />
              <Textarea
                label={t`Lý do`}
                autosize
                minRows={2}
                maxLength={500}
                value={reason}
                onChange={(event) => setReason(event.currentTarget.value)}
              />
            </>
          )}
          {asked === 'delete' && (
            <Text>
              <Trans>Chúng vào thùng rác và có thể khôi phục.</Trans>
            </Text>
          )}
          {done && (
            <div>
              <Progress
                size="lg"
                value={(done.count / Math.max(1, done.of)) * 100}
                aria-label={t`Phần đã xong`}
              />
              <Text size="sm" c="dimmed" mt={4} className="tabular">
                <Trans>
                  {formatNumber(done.count)} trên {formatNumber(done.of)} xong
                </Trans>
              </Text>
            </div>
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
            ) : asked === 'aside' ? (
              <Button
                loading={busy}
                disabled={!otherKindId || reason.trim() === ''}
                onClick={() => void putAside()}
              >
                <Trans>Chuyển</Trans>
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
