import { useLingui } from '@lingui/react/macro'
import { ActionIcon } from '@mantine/core'
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'

/** Puts an entry of a list one place up or down, by keyboard too. */
export function MoveButtons({
  name,
  first,
  last,
  busy,
  onMove,
}: {
  name: string
  first: boolean
  last: boolean
  busy?: boolean
  onMove: (by: -1 | 1) => void
}) {
  const { t } = useLingui()
  return (
    <>
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={t`Đưa ${name} lên trên`}
        disabled={first || busy}
        onClick={() => onMove(-1)}
      >
        <IconArrowUp size={16} />
      </ActionIcon>
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={t`Đưa ${name} xuống dưới`}
        disabled={last || busy}
        onClick={() => onMove(1)}
      >
        <IconArrowDown size={16} />
      </ActionIcon>
    </>
  )
}

/** The list with the entry at that place one further up or down. */
export function moved<T>(list: readonly T[], index: number, by: -1 | 1): readonly T[] {
  const entry = list[index]
  return entry === undefined ? list : list.toSpliced(index, 1).toSpliced(index + by, 0, entry)
}
