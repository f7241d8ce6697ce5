import { Trans } from '@lingui/react/macro'
import { Alert, Button, Group, List, Stack, Text } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { ApiProblem } from '../api/problem'
import { explain } from './command'

/** An empty place says one sentence and offers one next step. */
export function EmptyState({
  icon,
  text,
  action,
}: {
  icon?: ReactNode
  text: ReactNode
  action?: ReactNode
}) {
  return (
    <Stack align="center" gap="sm" py={48} px="md" ta="center">
      {icon && <Text c="dimmed">{icon}</Text>}
      <Text c="dimmed" maw={420} style={{ textWrap: 'balance' }}>
        {text}
      </Text>
      {action}
    </Stack>
  )
}

/** A part of the page that could not be loaded: what happened, why, and the way on. */
export function ErrorState({ error, retry }: { error: unknown; retry?: () => void }) {
  const { title, detail } = explain(error)
  return (
    <Stack align="center" gap={6} py={36} px="md" ta="center" role="alert">
      <Group gap={6} c="var(--sh-red)">
        <IconAlertTriangle size={18} aria-hidden />
        <Text fw={600}>{title}</Text>
      </Group>
      <Text c="dimmed" maw={480}>
        {detail}
      </Text>
      {retry && (
        <Button variant="default" mt="xs" onClick={retry}>
          <Trans>Thử lại</Trans>
        </Button>
      )}
    </Stack>
  )
}

/** A refusal above the form that caused it; errors that a field of the form shows itself are left to it. */
export function ProblemAlert({ error, fields = [] }: { error: unknown; fields?: readonly string[] }) {
  if (!error) return null
  const { title, detail } = explain(error)
  const others =
    error instanceof ApiProblem
      ? error.errors.filter((item) => !fields.some((field) => item.field.startsWith(field)))
      : []
  if (error instanceof ApiProblem && error.errors.length > 0 && others.length === 0) return null
  return (
    <Alert
      color="red"
      variant="light"
      icon={<IconAlertTriangle size={18} aria-hidden />}
      title={title}
      role="alert"
    >
      {others.length > 0 ? (
        <List size="md">
          {others.map((item) => (
            <List.Item key={`${item.field}${item.code}`}>{item.message}</List.Item>
          ))}
        </List>
      ) : (
        detail
      )}
    </Alert>
  )
}
