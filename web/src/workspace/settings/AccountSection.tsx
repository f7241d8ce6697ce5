import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Group, PasswordInput, SimpleGrid, Stack, Text } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { meChange, meChangePassword } from '../../api/generated/me'
import { ApiProblem } from '../../api/problem'
import { tell, useCommand } from '../../ui/command'
import { InlineEdit } from '../../ui/InlineEdit'
import { Card } from '../../ui/Page'
import { Person } from '../../ui/Person'
import { ProblemAlert } from '../../ui/States'
import { ME, MEMBERS } from '../keys'
import { useMe } from '../session'
import { ROLE_NAMES } from '../words'

export function AccountSection() {
  const { t, i18n } = useLingui()
  const me = useMe()
  const fresh = { current: '', password: '' }
  const [form, setForm] = useState(fresh)
  const change = useCommand((input: typeof form) => meChangePassword(input), {
    failed: () => true,
    done: () => {
      setForm(fresh)
      tell(t`Đã đổi mật khẩu. Các máy khác phải đăng nhập lại.`)
    },
  })
  const rename = useCommand((fullName: string) => meChange({ fullName }), {
    refresh: [MEMBERS, ME],
    failed: () => true,
  })
  const problem = change.error instanceof ApiProblem ? change.error : undefined
  const toggle = { 'aria-label': t`Hiện hoặc ẩn mật khẩu` }
  return (
    <>
      <Card title={<Trans>Tài khoản của tôi</Trans>}>
        <SimpleGrid cols={{ base: 1, sm: 2 }} p="md" maw={720}>
          <InlineEdit
            label={t`Họ tên`}
            field="fullName"
            value={me.fullName}
            show={<Person name={me.fullName} size={32} />}
            onSave={(fullName) => rename.mutateAsync(fullName ?? '')}
          />
          <div>
            <Text>{me.email}</Text>
            <Text size="sm" c="dimmed">
              {i18n._(ROLE_NAMES[me.role])}
            </Text>
          </div>
        </SimpleGrid>
      </Card>
      <Card title={<Trans>Đổi mật khẩu</Trans>}>
        <form
          onSubmit={(event: FormEvent) => {
            event.preventDefault()
            change.mutate(form)
          }}
        >
          <Stack p="md" maw={420}>
            <ProblemAlert error={change.error} fields={['current', 'password']} />
            <PasswordInput
              label={t`Mật khẩu hiện tại`}
              autoComplete="current-password"
              required
              withAsterisk={false}
              value={form.current}
              error={problem?.of('current')}
              onChange={(event) => setForm({ ...form, current: event.currentTarget.value })}
              visibilityToggleButtonProps={toggle}
            />
            <PasswordInput
              label={t`Mật khẩu mới`}
              autoComplete="new-password"
              required
              withAsterisk={false}
              value={form.password}
              error={problem?.of('password')}
              onChange={(event) => setForm({ ...form, password: event.currentTarget.value })}
              visibilityToggleButtonProps={toggle}
            />
            <Group>
              <Button type="submit" loading={change.isPending}>
                <Trans>Đổi mật khẩu</Trans>
              </Button>
            </Group>
          </Stack>
        </form>
      </Card>
    </>
  )
}
