import { Trans } from '@lingui/react/macro'
import { Button, Menu } from '@mantine/core'
import { IconAddressBook, IconBuilding, IconCoin, IconPlus } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'

/** The list pages open their form when the address says create. */
export function CreateMenu() {
  const navigate = useNavigate()
  return (
    <Menu position="bottom-end" width={200}>
      <Menu.Target>
        <Button leftSection={<IconPlus size={16} aria-hidden />} px="sm">
          <Trans>Tạo</Trans>
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={<IconAddressBook size={16} aria-hidden />}
          onClick={() => navigate({ to: '/contacts', search: { create: true } })}
        >
          <Trans>Liên hệ</Trans>
        </Menu.Item>
        <Menu.Item
          leftSection={<IconBuilding size={16} aria-hidden />}
          onClick={() => navigate({ to: '/companies', search: { create: true } })}
        >
          <Trans>Công ty</Trans>
        </Menu.Item>
        <Menu.Item
          leftSection={<IconCoin size={16} aria-hidden />}
          onClick={() => navigate({ to: '/deals', search: { create: true } })}
        >
          <Trans>Thương vụ</Trans>
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
