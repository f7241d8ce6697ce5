import { Trans, useLingui } from '@lingui/react/macro'
import {
  Alert,
  Button,
  Checkbox,
  Group,
  Loader,
  PasswordInput,
  Stack,
  Text,
  TextInput,
  Title,
} from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { type FormEvent, useEffect, useState } from 'react'
import { setupFound, setupState } from '../api/generated/setup'
import { ApiProblem } from '../api/problem'
import { useCommand } from '../ui/command'
import { ProblemAlert } from '../ui/States'
import { Door } from './Door'

const FIELDS = ['workspaceName', 'fullName', 'email', 'password']

export function SetupPage() {
  const { t } = useLingui()
  const { token } = useSearch({ from: '/setup' })
  const navigate = useNavigate()
  const client = useQueryClient()
  const [form, setForm] = useState({
    workspaceName: '',
    fullName: '',
    email: '',
    password: '',
    sampleData: false,
  })
  const found = useCommand((input: typeof form) => setupFound({ ...input, setupToken: token }), {
    failed: () => true,
    done: () => {
      client.clear()
      void navigate({ to: '/' })
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    found.mutate(form)
  }
  const problem = found.error instanceof ApiProblem ? found.error : undefined
  const text = (field: 'workspaceName' | 'fullName' | 'email' | 'password') => ({
    size: 'md' as const,
    required: true,
    withAsterisk: false,
    value: form[field],
    error: problem?.of(field),
    onChange: (event: { currentTarget: { value: string } }) => {
      const { value } = event.currentTarget
      setForm((old) => ({ ...old, [field]: value }))
    },
  })

  return (
    <Door>
      <Title order={1} mb={4}>
        <Trans>Thiết lập lần đầu</Trans>
      </Title>
      <Text c="dimmed" mb="lg">
        <Trans>Đặt tên công ty và tạo tài khoản chủ. Chỉ làm một lần.</Trans>
      </Text>
      {token === undefined ? (
        <Alert color="yellow" variant="light" title={t`Thiếu mã thiết lập`}>
          <Trans>Hãy mở đúng đường liên kết mà chương trình in ra khi khởi động.</Trans>
        </Alert>
      ) : found.isPending && form.sampleData ? (
        <Founding />
      ) : (
        <form onSubmit={submit}>
          <Stack>
            <ProblemAlert error={found.error} fields={FIELDS} />
            <TextInput
              label={t`Tên công ty`}
              placeholder={t`Công ty TNHH Minh Phát`}
              autoComplete="organization"
              autoFocus
              {...text('workspaceName')}
            />
            <TextInput
              label={t`Họ và tên của bạn`}
              placeholder="Nguyễn Thị Lan"
              autoComplete="name"
              {...text('fullName')}
            />
            <TextInput label={t`Email`} type="email" autoComplete="username" {...text('email')} />
            <PasswordInput
              label={t`Mật khẩu`}
              description={t`Dài là tốt: một câu dễ nhớ hơn một chuỗi ký tự lạ.`}
              autoComplete="new-password"
              minLength={12}
              visibilityToggleButtonProps={{ 'aria-label': t`Hiện hoặc ẩn mật khẩu` }}
              {...text('password')}
            />
            <Checkbox
              label={t`Nạp dữ liệu mẫu để xem thử`}
              description={t`Một công ty Việt Nam với 400 liên hệ và 120 thương vụ.`}
              checked={form.sampleData}
              onChange={(event) => {
                const { checked } = event.currentTarget
                setForm((old) => ({ ...old, sampleData: checked }))
              }}
            />
            <Button type="submit" size="md" loading={found.isPending}>
              <Trans>Bắt đầu</Trans>
            </Button>
          </Stack>
        </form>
      )}
    </Door>
  )
}

/** What the server is at: the company stands before its sample data is made, and says so. */
function Founding() {
  const { t } = useLingui()
  const { data } = useQuery({
    queryKey: ['setup'],
    queryFn: ({ signal }) => setupState({ signal }),
    refetchInterval: ({ state }) => (state.data?.needed === false ? false : 1000),
    gcTime: 0,
    retry: false,
  })
  const [seconds, setSeconds] = useState(0)
  useEffect(() => {
    const timer = setInterval(() => setSeconds((value) => value + 1), 1000)
    return () => clearInterval(timer)
  }, [])
  const stands = data?.needed === false
  return (
    <Stack role="status">
      <Group gap="sm" wrap="nowrap" align="flex-start">
        {stands ? (
          <IconCheck size={20} color="var(--sh-green)" aria-hidden style={{ flex: 'none' }} />
        ) : (
          <Loader size={20} style={{ flex: 'none' }} />
        )}
        <Text>{stands ? t`Công ty và tài khoản của bạn đã có.` : t`Đang tạo công ty và tài khoản…`}</Text>
      </Group>
      {stands && (
        <Group gap="sm" wrap="nowrap" align="flex-start">
          <Loader size={20} style={{ flex: 'none' }} />
          <div>
            <Text>
              <Trans>
                Đang diễn lại nửa năm của một công ty mẫu: 40 công ty, 400 liên hệ, 120 thương vụ, và những
                bàn giao giữa hai bên.
              </Trans>
            </Text>
            <Text c="dimmed" size="sm" aria-hidden className="tabular">
              <Trans>Đã {seconds} giây, thường mất dưới một phút. Xong thì trang này tự mở sản phẩm.</Trans>
            </Text>
          </div>
        </Group>
      )}
    </Stack>
  )
}
