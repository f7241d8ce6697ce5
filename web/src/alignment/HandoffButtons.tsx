import { Trans, useLingui } from '@lingui/react/macro'
import { ActionIcon, Button, Group, Menu } from '@mantine/core'
import {
  IconCheck,
  IconDotsVertical,
  IconGavel,
  IconHandOff,
  IconMail,
  IconMessage,
  IconPhone,
  IconX,
} from '@tabler/icons-react'
import type { Handoff } from '../api/types'
import type { HandoffActions } from './actions'

/** The next step of a hand-off as a button, and the rest behind three dots. */
export function HandoffButtons({ handoff, actions }: { handoff: Handoff; actions: HandoffActions }) {
  const { t } = useLingui()
  const can = handoff.can ?? {}
  const open = handoff.status === 'OFFERED' || handoff.status === 'ACCEPTED' || handoff.status === 'TOUCHED'
  const touchable = open && handoff.contactName != null
  const name = handoff.contactName ?? ''
  const more = touchable || can.reject || can.reassign || can.dispute || can.rule
  return (
    <Group gap={4} wrap="nowrap" justify="flex-end">
      {can.accept && (
        <Button
          size="compact-sm"
          leftSection={<IconCheck size={14} aria-hidden />}
          onClick={() => actions.accept(handoff)}
        >
          <Trans>Nhận</Trans>
        </Button>
      )}
      {touchable && !can.accept && handoff.status === 'ACCEPTED' && (
        <Button
          size="compact-sm"
          variant="light"
          leftSection={<IconPhone size={14} aria-hidden />}
          onClick={() => actions.ask('CALL', handoff)}
        >
          <Trans>Ghi cuộc gọi</Trans>
        </Button>
      )}
      {can.rule && (
        <Button
          size="compact-sm"
          variant="light"
          leftSection={<IconGavel size={14} aria-hidden />}
          onClick={() => actions.ask('rule', handoff)}
        >
          <Trans>Phán quyết</Trans>
        </Button>
      )}
      {more && (
        <Menu position="bottom-end" width={232}>
          <Menu.Target>
            <ActionIcon size={28} aria-label={t`Thao tác với bàn giao của ${name}`}>
              <IconDotsVertical size={16} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            {touchable && (
              <>
                <Menu.Item
                  leftSection={<IconPhone size={16} aria-hidden />}
                  onClick={() => actions.ask('CALL', handoff)}
                >
                  <Trans>Ghi cuộc gọi…</Trans>
                </Menu.Item>
                <Menu.Item
                  leftSection={<IconMail size={16} aria-hidden />}
                  onClick={() => actions.ask('EMAIL', handoff)}
                >
                  <Trans>Ghi email…</Trans>
                </Menu.Item>
                <Menu.Item
                  leftSection={<IconMessage size={16} aria-hidden />}
                  onClick={() => actions.ask('MESSAGE', handoff)}
                >
                  <Trans>Ghi tin nhắn…</Trans>
                </Menu.Item>
                <Menu.Divider />
              </>
            )}
            {can.reassign && (
              <Menu.Item
                leftSection={<IconHandOff size={16} aria-hidden />}
                onClick={() => actions.ask('reassign', handoff)}
              >
                <Trans>Giao cho người khác…</Trans>
              </Menu.Item>
            )}
            {can.reject && (
              <Menu.Item
                color="red"
                leftSection={<IconX size={16} aria-hidden />}
                onClick={() => actions.ask('reject', handoff)}
              >
                <Trans>Từ chối…</Trans>
              </Menu.Item>
            )}
            {can.dispute && (
              <Menu.Item
                leftSection={<IconGavel size={16} aria-hidden />}
                onClick={() => actions.ask('dispute', handoff)}
              >
                <Trans>Khiếu nại…</Trans>
              </Menu.Item>
            )}
          </Menu.Dropdown>
        </Menu>
      )}
    </Group>
  )
}
