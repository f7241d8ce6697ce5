import { Trans, useLingui } from '@lingui/react/macro'
import { Alert, Button, PasswordInput, Stack, Text, TextInput, Title } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useRouter, useSearch } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { explain, useCommand } from '../ui/command'
import { Door } from './Door'
import { signIn } from './session'

export function SignInPage() {
  const { t } = useLingui()
  const { next } = useSearch({ from: '/sign-in' })
  const router = useRouter()
  const client = useQueryClient()
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const enter = useCommand(signIn, {
    failed: () => true,
    done: () => {
      client.clear()
      router.history.push(next ?? '/')
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    enter.mutate({ email: email.trim(), password })
  }
  const refusal = enter.error ? explain(enter.error) : undefined
  return (
    <Door>
      <Title order={1} mb={4}>
        <Trans>Đăng nhập</Trans>
      </Title>
      <Text c="dimmed" mb="lg">
        <Trans>Chào mừng bạn trở lại.</Trans>
      </Text>
      <form onSubmit={submit}>
        <Stack>
          {refusal && (
            <Alert color="red" variant="light" title={refusal.title} role="alert">
              {refusal.detail}
            </Alert>
          )}
          <TextInput
            label={t`Email`}
            type="email"
            size="md"
            autoComplete="username"
            required
            withAsterisk={false}
            autoFocus
            value={email}
            onChange={(event) => setEmail(event.currentTarget.value)}
          />
          <PasswordInput
            label={t`Mật khẩu`}
            size="md"
            autoComplete="current-password"
            required
            withAsterisk={false}
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
            visibilityToggleButtonProps={{ 'aria-label': t`Hiện hoặc ẩn mật khẩu` }}
          />
          <Button type="submit" size="md" loading={enter.isPending}>
            <Trans>Đăng nhập</Trans>
          </Button>
          <Text size="sm" c="dimmed">
            <Trans>Quên mật khẩu? Hãy nhờ quản trị viên của công ty bạn gửi lại lời mời.</Trans>
          </Text>
        </Stack>
      </form>
    </Door>
  )
}
