import { Trans, useLingui } from '@lingui/react/macro'
import { Group, Kbd, Modal, Stack, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import type { Place } from './navigation'

/** Which keys do what. Opens as it comes. */
export function ShortcutList({ places, onClosed }: { places: readonly Place[]; onClosed: () => void }) {
  const { t, i18n } = useLingui()
  const [opened, { close }] = useDisclosure(true)
  const rows: [string[], string][] = [
    [['Ctrl', 'K'], t`Tìm mọi thứ`],
    [['/'], t`Tìm trong danh sách`],
    [['J'], t`Dòng dưới`],
    [['K'], t`Dòng trên`],
    [['X'], t`Chọn dòng`],
    [['Shift', 'X'], t`Chọn đến dòng này`],
    [['C'], t`Tạo mới trong danh sách`],
    [['Enter'], t`Mở`],
    [['E'], t`Sửa tại chỗ`],
    [['Esc'], t`Huỷ, đóng`],
    ...places.map((place): [string[], string] => [['G', place.key.toUpperCase()], i18n._(place.name)]),
  ]
  return (
    <Modal opened={opened} onClose={close} onExitTransitionEnd={onClosed} title={<Trans>Phím tắt</Trans>}>
      <Stack gap={6}>
        {rows.map(([keys, meaning]) => (
          <Group key={keys.join()} justify="space-between">
            <Text>{meaning}</Text>
            <Group gap={4}>
              {keys.map((key) => (
                <Kbd key={key}>{key}</Kbd>
              ))}
            </Group>
          </Group>
        ))}
      </Stack>
    </Modal>
  )
}
