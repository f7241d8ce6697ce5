import { Trans } from '@lingui/react/macro'
import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import type { ReactNode } from 'react'

/** Asks before what cannot be taken back with one click. The button says what will happen, never just "OK". */
export function ConfirmDialog({
  opened,
  onClose,
  title,
  children,
  confirm,
  danger,
  busy,
  onConfirm,
}: {
  opened: boolean
  onClose: () => void
  title: ReactNode
  children?: ReactNode
  confirm: ReactNode
  danger?: boolean
  busy?: boolean
  onConfirm: () => void
}) {
  return (
    <Modal opened={opened} onClose={onClose} title={title}>
      <Stack>
        {typeof children === 'string' ? <Text>{children}</Text> : children}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            <Trans>Không</Trans>
          </Button>
          <Button color={danger ? 'red.8' : undefined} loading={busy} onClick={onConfirm} data-autofocus>
            {confirm}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
