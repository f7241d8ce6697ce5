import { Drawer } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import type { ReactNode } from 'react'

/** On a phone: the places for which the bar at the bottom has no room. Opens as it comes. */
export function MorePlaces({
  children,
  onClosed,
}: {
  children: (close: () => void) => ReactNode
  onClosed: () => void
}) {
  const [opened, { close }] = useDisclosure(true)
  return (
    <Drawer
      opened={opened}
      onClose={close}
      onExitTransitionEnd={onClosed}
      position="bottom"
      size="auto"
      title="Song Hành"
    >
      {children(close)}
    </Drawer>
  )
}
