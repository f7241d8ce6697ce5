import { Trans, useLingui } from '@lingui/react/macro'
import { Badge, Button, Group, Stack, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { Link } from '@tanstack/react-router'
import { formatDate, formatDateTime } from '../ui/format'
import { useMembers } from '../workspace/session'
import type { Side, Sla } from './api'
import { ChangeList } from './changes'

/** The days on which a version holds. */
export const Since = ({ sla }: { sla: Sla }) => {
  const from = formatDate(sla.startsOn)
  const to = sla.endsOn && formatDate(sla.endsOn)
  // The first version also speaks for the days before anything was agreed.
  if (to && sla.endsOn && sla.endsOn < sla.startsOn) {
    return (
      <Text size="sm" c="dimmed" className="tabular">
        <Trans>đến {to}</Trans>
      </Text>
    )
  }
  return (
    <Text size="sm" c="dimmed" className="tabular">
      {to ? (
        <Trans>
          {from} – {to}
        </Trans>
      ) : (
        <Trans>từ {from}</Trans>
      )}
    </Text>
  )
}

export function StandingBadge({ of }: { of: Sla }) {
  const { t } = useLingui()
  const standing = {
    COMING: { name: t`sắp có hiệu lực`, color: 'blue' },
    IN_FORCE: { name: t`đang có hiệu lực`, color: 'green' },
    ENDED: { name: t`đã hết`, color: 'gray' },
    REPLACED: { name: t`bị thay trước khi bắt đầu`, color: 'gray' },
  }[of.standing]
  return (
    <Badge variant="light" color={standing.color}>
      {standing.name}
    </Badge>
  )
}

/** A version in the list of all: from when to when, who signed it and when, and what it changed. */
export function VersionLine({ version }: { version: Sla }) {
  const [opened, { toggle }] = useDisclosure(false)
  const { against } = version
  return (
    <div>
      <Group gap={10}>
        <Text fw={600} component={Link} to={`/sla/contract/versions/${version.version}`} className="link">
          <Trans>Phiên bản {version.version}</Trans>
        </Text>
        <StandingBadge of={version} />
        {version.standing !== 'REPLACED' && <Since sla={version} />}
        {version.changes.length > 0 && (
          <Button variant="subtle" size="compact-sm" onClick={toggle} aria-expanded={opened}>
            {opened ? <Trans>Ẩn thay đổi</Trans> : <Trans>Xem thay đổi</Trans>}
          </Button>
        )}
      </Group>
      <Signed version={version} />
      {opened && (
        <Stack gap={4} mt="xs">
          {against != null && (
            <Text size="sm" c="dimmed">
              <Trans>So với phiên bản {against}:</Trans>
            </Text>
          )}
          <ChangeList changes={version.changes} agreed />
        </Stack>
      )}
    </div>
  )
}

function Signed({ version: { signatures } }: { version: Sla }) {
  const { t } = useLingui()
  const { nameOf } = useMembers()
  const names: Record<Side, string> = { MARKETING: t`Marketing`, SALES: t`Bán hàng` }
  return (
    <Text size="sm" c="dimmed" className="tabular">
      {signatures.length === 0 ? (
        <Trans>Có từ trước khi cam kết cần chữ ký.</Trans>
      ) : (
        signatures.map(({ side, memberId, at }) => (
          <span key={side} style={{ display: 'inline-block', marginRight: 16 }}>
            {names[side]}: {nameOf(memberId)}, {formatDateTime(at)}
          </span>
        ))
      )}
    </Text>
  )
}
