import { useLingui } from '@lingui/react/macro'
import { ActionIcon, Group } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { type ReactNode, useEffect, useEffectEvent } from 'react'
import { keysAreTaken } from './keys'
import classes from './Split.module.css'

interface SplitProps {
  readonly children: ReactNode
  /** What stands beside the list, with its name; nothing closes the panel. */
  readonly panel?: ReactNode
  readonly label: string
  readonly head?: ReactNode
  readonly onClose: () => void
}

/** A list, and beside it the record that was clicked; Esc closes it and the list keeps the keyboard. */
export function Split({ children, panel, label, head, onClose }: SplitProps) {
  const { t } = useLingui()
  const open = Boolean(panel)
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (open && event.key === 'Escape' && !keysAreTaken(event)) onClose()
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKey(event)
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [])
  return (
    <div className={classes.split}>
      <div className={classes.list}>{children}</div>
      {open && (
        <aside className={classes.panel} aria-label={label} data-peek>
          <Group justify="space-between" wrap="nowrap" className={classes.head}>
            <div style={{ minWidth: 0, flex: 1 }}>{head}</div>
            <ActionIcon size={28} aria-label={t`Đóng (Esc)`} onClick={onClose}>
              <IconX size={18} />
            </ActionIcon>
          </Group>
          {panel}
        </aside>
      )}
    </div>
  )
}
