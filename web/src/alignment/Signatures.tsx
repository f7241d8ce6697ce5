import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Text } from '@mantine/core'
import { IconSignature } from '@tabler/icons-react'
import { formatDateTime } from '../ui/format'
import { Person } from '../ui/Person'
import { useMembers } from '../workspace/session'
import classes from './Alignment.module.css'
import type { Side, Signature } from './api'

const SIDES: readonly Side[] = ['MARKETING', 'SALES']

/** Who agreed for which side; while it is waited for, whoever may can sign here. */
export function Signatures({
  signatures,
  signable = [],
  waiting = false,
  onSign,
}: {
  signatures: readonly Signature[]
  signable?: readonly Side[]
  waiting?: boolean
  onSign?: (side: Side) => void
}) {
  const { t } = useLingui()
  const { nameOf } = useMembers()
  const names: Record<Side, string> = { MARKETING: t`Marketing`, SALES: t`Bán hàng` }
  return (
    <div className={classes.signatures}>
      {SIDES.map((side) => {
        const signature = signatures.find((one) => one.side === side)
        if (!signature && !waiting) return null
        return (
          <div key={side} className={classes.signature} data-missing={signature ? undefined : true}>
            <Text size="sm" c="dimmed">
              {names[side]}
            </Text>
            {signature ? (
              <>
                <Person name={nameOf(signature.memberId)} size={22} />
                <Text size="sm" c="dimmed" className="tabular">
                  <Trans>ký {formatDateTime(signature.at)}</Trans>
                </Text>
              </>
            ) : signable.includes(side) ? (
              <Button
                mt={6}
                size="compact-md"
                leftSection={<IconSignature size={16} aria-hidden />}
                onClick={() => onSign?.(side)}
              >
                {side === 'MARKETING' ? <Trans>Ký cho marketing</Trans> : <Trans>Ký cho bán hàng</Trans>}
              </Button>
            ) : (
              <Text>
                <Trans>chưa ký</Trans>
              </Text>
            )}
          </div>
        )
      })}
    </div>
  )
}
