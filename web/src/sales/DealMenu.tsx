import { Trans, useLingui } from '@lingui/react/macro'
import { ActionIcon, Menu } from '@mantine/core'
import {
  IconArrowRight,
  IconDotsVertical,
  IconMoodSad,
  IconRotate,
  IconTrash,
  IconTrophy,
} from '@tabler/icons-react'
import type { Deal } from '../api/types'
import type { DealActions } from './actions'
import { usePipelines } from './api'

interface DealMenuProps {
  readonly deal: Deal
  readonly actions: DealActions
  readonly opened?: boolean
  readonly onChange?: (opened: boolean) => void
}

/** Whether this person may do anything of it. */
export const hasMenu = ({ can }: Deal) =>
  Boolean(can && (can.move || can.win || can.lose || can.reopen || can.delete))

/** All that can be done with a deal without dragging it. */
export function DealMenu({ deal, actions, opened, onChange }: DealMenuProps) {
  const { t } = useLingui()
  if (!hasMenu(deal)) return null
  return (
    <Menu position="bottom-end" width={248} opened={opened} onChange={onChange}>
      <Menu.Target>
        <ActionIcon size={26} aria-label={t`Thao tác với ${deal.name}`}>
          <IconDotsVertical size={16} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <DealMenuItems deal={deal} actions={actions} />
      </Menu.Dropdown>
    </Menu>
  )
}

export function DealMenuItems({ deal, actions }: { deal: Deal; actions: DealActions }) {
  const { pipelines } = usePipelines()
  const stages = pipelines.find((one) => one.id === deal.pipelineId)?.stages ?? []
  const can = deal.can ?? {}
  return (
    <>
      {can.move && (
        <>
          <Menu.Label>
            <Trans>Chuyển sang…</Trans>
          </Menu.Label>
          {stages
            .filter((stage) => stage.kind === 'SELLING')
            .map((stage) => (
              <Menu.Item
                key={stage.id}
                disabled={stage.id === deal.stageId}
                leftSection={<IconArrowRight size={16} aria-hidden />}
                onClick={() => actions.move(deal, stage.id)}
              >
                {stage.name}
              </Menu.Item>
            ))}
          <Menu.Divider />
        </>
      )}
      {can.win && (
        <Menu.Item leftSection={<IconTrophy size={16} aria-hidden />} onClick={() => actions.askToWin(deal)}>
          <Trans>Thắng</Trans>
        </Menu.Item>
      )}
      {can.lose && (
        <Menu.Item
          leftSection={<IconMoodSad size={16} aria-hidden />}
          onClick={() => actions.askToLose(deal)}
        >
          <Trans>Thua…</Trans>
        </Menu.Item>
      )}
      {can.reopen && (
        <Menu.Item leftSection={<IconRotate size={16} aria-hidden />} onClick={() => actions.reopen(deal)}>
          <Trans>Mở lại</Trans>
        </Menu.Item>
      )}
      {can.delete && (
        <Menu.Item
          color="red"
          leftSection={<IconTrash size={16} aria-hidden />}
          onClick={() => actions.askToDelete(deal)}
        >
          <Trans>Xoá…</Trans>
        </Menu.Item>
      )}
    </>
  )
}
