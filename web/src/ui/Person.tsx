import { Avatar, Group, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { initials } from './format'

/** A person looks the same everywhere: a round with two letters, the name, and what the caller puts after it. */
export function Person({
  name,
  size = 24,
  after,
  quiet,
  compact,
}: {
  name?: string | null
  size?: number
  after?: ReactNode
  quiet?: boolean
  /** Only the round, where the name has no room. */
  compact?: boolean
}) {
  if (!name) {
    return (
      <Text span c="dimmed">
        —
      </Text>
    )
  }
  return (
    <Group
      gap={8}
      wrap="nowrap"
      component="span"
      style={{ display: 'inline-flex', minWidth: 0, maxWidth: '100%', verticalAlign: 'middle' }}
    >
      <Avatar
        size={size}
        radius="xl"
        color={quiet ? 'gray' : 'teal'}
        variant="light"
        component="span"
        aria-hidden={!compact || undefined}
        aria-label={compact ? name : undefined}
        role={compact ? 'img' : undefined}
        styles={{ placeholder: { fontSize: size * 0.4 } }}
      >
        {initials(name)}
      </Avatar>
      {!compact && (
        <Text span truncate>
          {name}
        </Text>
      )}
      {after}
    </Group>
  )
}
