import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Menu } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconDotsVertical, IconTrash } from '@tabler/icons-react'
import { ConfirmDialog } from '../ui/ConfirmDialog'
import { useDelete } from './records'

/** What is done seldom with a record, and asks again. */
export function DeleteMenu({
  of,
  id,
  version,
  name,
}: {
  of: string
  id: string
  version: number
  name: string
}) {
  const { t } = useLingui()
  const [asked, { open, close }] = useDisclosure(false)
  const drop = useDelete(of)
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button variant="default" px={9} aria-label={t`Thao tác khác với ${name}`}>
            <IconDotsVertical size={16} />
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item color="red" leftSection={<IconTrash size={16} aria-hidden />} onClick={open}>
            <Trans>Xoá…</Trans>
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <ConfirmDialog
        opened={asked}
        onClose={close}
        title={<Trans>Xoá {name}?</Trans>}
        confirm={<Trans>Xoá</Trans>}
        danger
        busy={drop.isPending}
        onConfirm={() => drop.mutate({ id, version, name }, { onSettled: close })}
      >
        {t`Vào thùng rác, có thể khôi phục.`}
      </ConfirmDialog>
    </>
  )
}
