import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { Alert, Button, Group, List, Modal, Stack, Text } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { isProblem } from '../api/problem'
import type { Handoff } from '../api/types'
import { tell } from '../ui/command'
import { ProblemAlert } from '../ui/States'
import { type Reassigned, useReassignAll } from './api'
import { ReceiverSelect } from './ReceiverSelect'

/** Gives the chosen hand-offs to one colleague, or to whoever is in turn; those that stayed are named with the reason. */
export function ReassignSeveral({
  ids,
  rows,
  onDone,
}: {
  ids: readonly string[]
  /** The rows on the screen, for their names. */
  rows: readonly Handoff[]
  onDone: () => void
}) {
  const { t } = useLingui()
  const [opened, setOpened] = useState(false)
  const [repId, setRepId] = useState<string | null>(null)
  const [stayed, setStayed] = useState<readonly Reassigned[]>([])
  const reassign = useReassignAll((results) => {
    const failed = results.filter(({ done }) => !done)
    const given = results.length - failed.length
    if (given > 0) tell(t`Đã giao lại ${given} bàn giao.`)
    setStayed(failed)
    if (failed.length === 0) {
      setOpened(false)
      onDone()
    }
  })
  const refused = isProblem(reassign.error) ? reassign.error : undefined
  const left = stayed.length > 0 ? stayed.map(({ id }) => id) : ids
  const nameOf = (id: string) => rows.find((row) => row.id === id)?.contactName ?? id
  const submit = (event: FormEvent) => {
    event.preventDefault()
    reassign.mutate({ ids: left, repId })
  }
  const close = () => {
    setOpened(false)
    // What was given away is not to be given away again.
    if (stayed.length > 0) onDone()
    setStayed([])
  }
  return (
    <>
      <Button size="compact-sm" variant="default" onClick={() => setOpened(true)}>
        <Trans>Giao lại…</Trans>
      </Button>
      <Modal
        opened={opened}
        onClose={close}
        title={<Plural value={left.length} other="Giao # bàn giao cho ai?" />}
      >
        <form onSubmit={submit}>
          <Stack>
            <ProblemAlert error={reassign.error} fields={['repId']} />
            <ReceiverSelect value={repId} onChange={setRepId} error={refused?.of('repId')} />
            <Text size="sm" c="dimmed">
              <Trans>Đồng hồ của khách không bắt đầu lại; người nhận có đồng hồ riêng.</Trans>
            </Text>
            {stayed.length > 0 && (
              <Alert
                color="red"
                variant="light"
                role="alert"
                title={<Plural value={stayed.length} other="# bàn giao chưa giao được" />}
              >
                <List size="md">
                  {stayed.slice(0, 20).map(({ id, problem }) => (
                    <List.Item key={id}>
                      {nameOf(id)}:{' '}
                      {problem?.errors?.map(({ message }) => message).join(' ') || problem?.title}
                    </List.Item>
                  ))}
                </List>
              </Alert>
            )}
            <Group justify="flex-end">
              <Button variant="default" onClick={close}>
                <Trans>Huỷ</Trans>
              </Button>
              <Button type="submit" loading={reassign.isPending}>
                <Trans>Giao</Trans>
              </Button>
            </Group>
          </Stack>
        </form>
      </Modal>
    </>
  )
}
