import { Trans, useLingui } from '@lingui/react/macro'
import { Group, Kbd, Modal, Stack, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useNavigate } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { keysAreTaken } from '../ui/keys'
import type { Place } from './navigation'

const OPEN = 'songhanh:shortcuts'
export const openShortcuts = () => window.dispatchEvent(new Event(OPEN))

/** G then a letter goes to a place; ? says which letters there are. */
export function Shortcuts({ places }: { places: readonly Place[] }) {
  const { t, i18n } = useLingui()
  const [opened, { open, close }] = useDisclosure(false)
  const navigate = useNavigate()
  const chord = useRef(0)

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (keysAreTaken(event)) return
      if (event.key === '?') {
        open()
        return
      }
      const key = event.key.toLowerCase()
      if (Date.now() - chord.current < 1500) {
        chord.current = 0
        const place = places.find((one) => one.key === key)
        if (place) {
          event.preventDefault()
          void navigate({ to: place.to })
        }
        return
      }
      if (key === 'g') chord.current = Date.now()
    }
    // Before the page hears it: the second key of a chord means nothing else.
    window.addEventListener('keydown', onKey, { capture: true })
    window.addEventListener(OPEN, open)
    return () => {
      window.removeEventListener('keydown', onKey, { capture: true })
      window.removeEventListener(OPEN, open)
    }
  }, [places, navigate, open])

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
    <Modal opened={opened} onClose={close} title={<Trans>Phím tắt</Trans>}>
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
