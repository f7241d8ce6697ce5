import { Trans, useLingui } from '@lingui/react/macro'
import { Alert, Button, PasswordInput, Stack, Text, TextInput, Title } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { invitationAccept, invitationOpen } from '../api/generated/invitation'
import { ApiProblem } from '../api/problem'
import { explain, useCommand } from '../ui/command'
import { CardSkeleton } from '../ui/Skeletons'
import { ProblemAlert } from '../ui/States'
import { Door } from './Door'

/** Behind the link of an invitation: a new colleague, or one who forgot, sets a password and is in. */
export function InvitationPage() {
  const { t } = useLingui()
  const { token } = useSearch({ from: '/invitation' })
  const navigate = useNavigate()
  const client = useQueryClient()
  const [password, setPassword] = useState('')
  const invitation = useQuery({
    queryKey: ['invitation', token],
    queryFn: () => invitationOpen({ token }),
    retry: false,
  })
  const accept = useCommand(() => invitationAccept({ token, password }), {
    failed: () => true,
    done: () => {
      client.clear()
      void navigate({ to: '/' })
    },
  })
  if (invitation.isError) {
    const { title, detail } = explain(invitation.error)
    return (
      <Door>
        <Title order={1} mb="sm">
          <Trans>Lời mời không còn dùng được</Trans>
        </Title>
        <Alert color="yellow" variant="light" title={title} role="alert">
          <Text>{detail}</Text>
          <Text mt="xs">
            <Trans>Hãy nhờ quản trị viên gửi lại lời mời.</Trans>
          </Text>
        </Alert>
      </Door>
    )
  }
  if (invitation.isPending) {
    return (
      <Door>
        <CardSkeleton />
      </Door>
    )
  }
  const { fullName, email, workspaceName } = invitation.data
  const problem = accept.error instanceof ApiProblem ? accept.error : undefined
  return (
    <Door>
      <Title order={1} mb={4}>
        <Trans>Chào {fullName}</Trans>
      </Title>
      <Text c="dimmed" mb="lg">
        <Trans>{workspaceName} mời bạn vào Song Hành. Đặt mật khẩu là xong.</Trans>
      </Text>
      <form
        onSubmit={(event: FormEvent) => {
          event.preventDefault()
          accept.mutate(undefined)
        }}
      >
        <Stack>
          <ProblemAlert error={accept.error} fields={['password']} />
          <TextInput label={t`Email`} size="md" readOnly autoComplete="username" value={email ?? ''} />
          <PasswordInput
            label={t`Mật khẩu`}
            description={t`Dài là tốt: một câu dễ nhớ hơn một chuỗi ký tự lạ.`}
            size="md"
            autoComplete="new-password"
            autoFocus
            required
            withAsterisk={false}
            value={password}
            error={problem?.of('password')}
            onChange={(event) => setPassword(event.currentTarget.value)}
            visibilityToggleButtonProps={{ 'aria-label': t`Hiện hoặc ẩn mật khẩu` }}
          />
          <Button type="submit" size="md" loading={accept.isPending}>
            <Trans>Vào Song Hành</Trans>
          </Button>
        </Stack>
      </form>
    </Door>
  )
}
