import { Trans } from '@lingui/react/macro'
import { Badge, Button, VisuallyHidden } from '@mantine/core'
import type { ReactNode } from 'react'
import { MoveButtons } from './MoveButtons'

interface Arranged {
  readonly name: string
  readonly position: number
  readonly archived: boolean
}

/** For a line of a list that the company arranges: it is moved, archived and taken into use again. */
export function ArrangeButtons({
  of,
  count,
  edits,
  busy,
  onChange,
  children,
}: {
  of: Arranged
  /** How many lines there are. */
  count: number
  edits: boolean
  busy: boolean
  onChange: (change: Partial<Pick<Arranged, 'position' | 'archived'>>) => void
  /** What else can be done with it. */
  children?: ReactNode
}) {
  return (
    <>
      {of.archived && (
        <Badge size="sm" variant="light" color="gray">
          <Trans>đã cất</Trans>
        </Badge>
      )}
      {edits && (
        <>
          <MoveButtons
            name={of.name}
            first={of.position === 1}
            last={of.position === count}
            busy={busy}
            onMove={(by) => onChange({ position: of.position + by })}
          />
          {children}
          <Button
            variant="subtle"
            color="gray"
            size="compact-sm"
            disabled={busy}
            onClick={() => onChange({ archived: !of.archived })}
          >
            {of.archived ? <Trans>Dùng lại</Trans> : <Trans>Cất đi</Trans>}
            <VisuallyHidden> {of.name}</VisuallyHidden>
          </Button>
        </>
      )}
    </>
  )
}
