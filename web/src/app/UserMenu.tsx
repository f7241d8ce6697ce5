import { Trans, useLingui } from '@lingui/react/macro'
import {
  Avatar,
  Menu,
  SegmentedControl,
  Text,
  UnstyledButton,
  useMantineColorScheme,
  VisuallyHidden,
} from '@mantine/core'
import { IconKeyboard, IconLogout, IconSettings } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useCommand } from '../ui/command'
import { initials } from '../ui/format'
import { type Language, speak } from '../ui/texts'
import { chooseLanguage, type Me, signOut } from '../workspace/session'
import { ROLE_NAMES } from '../workspace/words'
import { openShortcuts } from './Shortcuts'

export function UserMenu({ me }: { me: Me }) {
  const { t, i18n } = useLingui()
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  const client = useQueryClient()
  const navigate = useNavigate()
  const leave = useCommand(signOut, {
    done: () => {
      client.clear()
      void navigate({ to: '/sign-in' })
    },
  })
  const choose = useCommand(chooseLanguage, { refresh: ['me'] })
  return (
    <Menu position="bottom-end" width={264} closeOnItemClick={false}>
      <Menu.Target>
        <UnstyledButton style={{ borderRadius: 16 }}>
          <VisuallyHidden>{t`Tài khoản của ${me.fullName}`}</VisuallyHidden>
          <Avatar size={32} radius="xl" color="teal" variant="light" aria-hidden>
            {initials(me.fullName)}
          </Avatar>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown p="xs">
        <Text fw={600} px="xs">
          {me.fullName}
        </Text>
        <Text size="sm" c="dimmed" px="xs" mb="xs">
          {i18n._(ROLE_NAMES[me.role])}
        </Text>
        <VisuallyHidden id="language-label">{t`Ngôn ngữ`}</VisuallyHidden>
        <SegmentedControl
          fullWidth
          mb={6}
          aria-labelledby="language-label"
          value={i18n.locale}
          onChange={(value) => {
            void speak(value as Language)
            choose.mutate(value)
          }}
          data={[
            { value: 'vi', label: 'Tiếng Việt' },
            { value: 'en', label: 'English' },
          ]}
        />
        <VisuallyHidden id="scheme-label">{t`Giao diện`}</VisuallyHidden>
        <SegmentedControl
          fullWidth
          mb="xs"
          aria-labelledby="scheme-label"
          value={colorScheme}
          onChange={(value) => setColorScheme(value as typeof colorScheme)}
          data={[
            { value: 'light', label: t`Sáng` },
            { value: 'dark', label: t`Tối` },
            { value: 'auto', label: t`Theo máy` },
          ]}
        />
        <Menu.Item
          component={Link}
          to="/settings"
          closeMenuOnClick
          leftSection={<IconSettings size={16} aria-hidden />}
        >
          <Trans>Cài đặt</Trans>
        </Menu.Item>
        <Menu.Item
          closeMenuOnClick
          leftSection={<IconKeyboard size={16} aria-hidden />}
          onClick={openShortcuts}
        >
          <Trans>Phím tắt</Trans>
        </Menu.Item>
        <Menu.Item leftSection={<IconLogout size={16} aria-hidden />} onClick={() => leave.mutate()}>
          <Trans>Đăng xuất</Trans>
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
