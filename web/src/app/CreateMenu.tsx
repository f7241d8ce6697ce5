import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Menu, Text } from '@mantine/core'
import { IconAddressBook, IconBuilding, IconCoin, IconPlus, IconSwords } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { type Me, may, type RecordKind } from '../workspace/session'

interface Creatable {
  readonly kind: RecordKind
  readonly to: '/contacts' | '/companies' | '/deals' | '/competitors'
  readonly name: MessageDescriptor
  readonly full: MessageDescriptor
  readonly icon: typeof IconPlus
}

const CREATABLE: readonly Creatable[] = [
  {
    kind: 'CONTACT',
    to: '/contacts',
    name: msg({ message: 'Liên hệ', context: 'one' }),
    full: msg`Tạo liên hệ`,
    icon: IconAddressBook,
  },
  { kind: 'COMPANY', to: '/companies', name: msg`Công ty`, full: msg`Tạo công ty`, icon: IconBuilding },
  {
    kind: 'DEAL',
    to: '/deals',
    name: msg({ message: 'Thương vụ', context: 'one' }),
    full: msg`Mở thương vụ`,
    icon: IconCoin,
  },
  { kind: 'COMPETITOR', to: '/competitors', name: msg`Đối thủ`, full: msg`Thêm đối thủ`, icon: IconSwords },
]

/** What this person may make. The list pages open their form when the address says create. */
export const creatable = (me: Me) => CREATABLE.filter(({ kind }) => may(me, kind, 'WRITE'))

export function CreateMenu({ me }: { me: Me }) {
  const { t, i18n } = useLingui()
  const navigate = useNavigate()
  const kinds = creatable(me)
  if (kinds.length === 0) return null
  return (
    <Menu position="bottom-end" width={200}>
      <Menu.Target>
        <Button px="sm" aria-label={t`Tạo`}>
          <IconPlus size={16} aria-hidden />
          <Text span inherit ml={8} visibleFrom="sm">
            <Trans>Tạo</Trans>
          </Text>
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {kinds.map(({ kind, to, name, icon: Icon }) => (
          <Menu.Item
            key={kind}
            leftSection={<Icon size={16} aria-hidden />}
            onClick={() => navigate({ to, search: { create: true } })}
          >
            {i18n._(name)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
