import { Trans, useLingui } from '@lingui/react/macro'
import {
  Badge,
  Button,
  Group,
  Modal,
  MultiSelect,
  Select,
  Stack,
  Text,
  TextInput,
  VisuallyHidden,
} from '@mantine/core'
import { IconKey, IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { ApiKey } from '../../api/generated/api.schemas'
import { apiKeyCreate, apiKeyList, apiKeyRevoke } from '../../api/generated/api-key'
import { ApiProblem } from '../../api/problem'
import { ConfirmDialog } from '../../ui/ConfirmDialog'
import { useCommand } from '../../ui/command'
import { Loaded } from '../../ui/Loaded'
import { Day, Moment } from '../../ui/Moment'
import { Card } from '../../ui/Page'
import { EmptyState, ProblemAlert } from '../../ui/States'
import { ALL_KINDS, KINDS } from '../kinds'
import { useMembers } from '../session'
import { Secret } from './Secret'
import classes from './Settings.module.css'

const SCOPES = [
  '*',
  '*:read',
  ...ALL_KINDS.map((kind) => KINDS[kind].plural).flatMap((kind) => [
    `${kind}:read`,
    `${kind}:write`,
    `${kind}:*`,
  ]),
]

export function ApiKeySection() {
  const { t } = useLingui()
  const { nameOf } = useMembers()
  const [making, setMaking] = useState(false)
  const [revoking, setRevoking] = useState<ApiKey>()
  const keys = useQuery({
    queryKey: ['api-keys'],
    queryFn: async ({ signal }) => (await apiKeyList({ signal })).items,
  })
  const nameOfKey = (id: string) => keys.data?.find((key) => key.id === id)?.name ?? '…'
  const revoke = useCommand((key: ApiKey) => apiKeyRevoke(key.id), {
    refresh: ['api-keys'],
    done: () => setRevoking(undefined),
  })
  return (
    <Card
      title={<Trans>Khoá API</Trans>}
      actions={
        <Button size="xs" leftSection={<IconPlus size={15} aria-hidden />} onClick={() => setMaking(true)}>
          <Trans>Tạo khoá</Trans>
        </Button>
      }
    >
      <Loaded
        of={keys}
        empty={
          <EmptyState
            icon={<IconKey size={28} stroke={1.4} aria-hidden />}
            text={<Trans>Chương trình khác nói chuyện với Song Hành bằng khoá. Chưa có khoá nào.</Trans>}
            action={
              <Button variant="default" onClick={() => setMaking(true)}>
                <Trans>Tạo khoá</Trans>
              </Button>
            }
          />
        }
      >
        {(data) => (
          <div className={classes.table}>
            <table>
              <thead>
                <tr>
                  <th>
                    <Trans>Tên</Trans>
                  </th>
                  <th>
                    <Trans>Phạm vi</Trans>
                  </th>
                  <th>
                    <Trans>Hết hạn</Trans>
                  </th>
                  <th>
                    <Trans>Dùng lần cuối</Trans>
                  </th>
                  <th>
                    <VisuallyHidden>{t`Thu hồi`}</VisuallyHidden>
                  </th>
                </tr>
              </thead>
              <tbody>
                {data.map((key) => (
                  <tr
                    key={key.id}
                    style={key.revokedAt ? { color: 'var(--mantine-color-dimmed)' } : undefined}
                  >
                    <td>
                      {key.name}
                      <Text size="sm" c="dimmed">
                        <code>{key.hint}…</code> · {nameOf(key.memberId)}
                      </Text>
                      {key.parentId && (
                        <Text size="sm" c="dimmed">
                          <Trans>do khoá “{nameOfKey(key.parentId)}” tạo ra</Trans>
                        </Text>
                      )}
                    </td>
                    <td>
                      <Group gap={4}>
                        {key.scopes.map((scope) => (
                          <Badge key={scope} variant="light" color="gray" size="sm">
                            {scope}
                          </Badge>
                        ))}
                      </Group>
                    </td>
                    <td>{key.expiresAt ? <Day date={key.expiresAt} /> : <Trans>không bao giờ</Trans>}</td>
                    <td>{key.lastUsedAt ? <Moment at={key.lastUsedAt} /> : <Trans>chưa dùng</Trans>}</td>
                    <td>
                      {key.revokedAt ? (
                        <Badge color="gray" variant="light" size="sm">
                          <Trans>đã thu hồi</Trans>
                        </Badge>
                      ) : (
                        <Button
                          variant="subtle"
                          color="red"
                          size="compact-sm"
                          onClick={() => setRevoking(key)}
                        >
                          <Trans>Thu hồi</Trans>
                        </Button>
                      )}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
      </Loaded>
      {making && <MakeKey onClose={() => setMaking(false)} />}
      <ConfirmDialog
        opened={revoking !== undefined}
        onClose={() => setRevoking(undefined)}
        title={t`Thu hồi khoá “${revoking?.name ?? ''}”?`}
        confirm={<Trans>Thu hồi</Trans>}
        danger
        busy={revoke.isPending}
        onConfirm={() => revoking && revoke.mutate(revoking)}
      >
        {t`Chương trình đang dùng khoá này sẽ bị từ chối ngay lập tức. Những khoá do nó tạo ra cũng bị thu hồi, và việc nhập tệp nó bắt đầu sẽ dừng lại.`}
      </ConfirmDialog>
    </Card>
  )
}

function MakeKey({ onClose }: { onClose: () => void }) {
  const { t } = useLingui()
  const [name, setName] = useState('')
  const [scopes, setScopes] = useState<string[]>(['*:read'])
  const [days, setDays] = useState('90')
  const make = useCommand(
    () =>
      apiKeyCreate({
        name: name.trim(),
        scopes,
        expiresAt: days === '' ? null : new Date(Date.now() + Number(days) * 86_400_000).toISOString(),
      }),
    { refresh: ['api-keys'], failed: () => true },
  )
  const problem = make.error instanceof ApiProblem ? make.error : undefined
  const secret = make.data?.key
  if (secret) {
    return (
      <Modal opened onClose={onClose} title={<Trans>Khoá mới</Trans>} closeOnClickOutside={false}>
        <Stack>
          <Text>
            <Trans>Hãy chép khoá này ngay. Nó chỉ hiện một lần.</Trans>
          </Text>
          <Secret value={secret} name="api-key" />
          <Group justify="flex-end">
            <Button onClick={onClose}>
              <Trans>Tôi đã chép</Trans>
            </Button>
          </Group>
        </Stack>
      </Modal>
    )
  }
  return (
    <Modal opened onClose={onClose} title={<Trans>Tạo khoá</Trans>}>
      <form
        onSubmit={(event: FormEvent) => {
          event.preventDefault()
          make.mutate(undefined)
        }}
      >
        <Stack>
          <ProblemAlert error={make.error} fields={['name', 'scopes', 'expiresAt']} />
          <TextInput
            label={t`Tên`}
            description={t`Để sau này biết khoá dùng vào việc gì.`}
            placeholder={t`Đồng bộ kế toán`}
            required
            withAsterisk={false}
            data-autofocus
            value={name}
            error={problem?.of('name')}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <MultiSelect
            label={t`Phạm vi`}
            description={t`Khoá không bao giờ làm được nhiều hơn chính bạn.`}
            data={SCOPES}
            searchable
            value={scopes}
            error={problem?.of('scopes')}
            onChange={setScopes}
          />
          <Select
            label={t`Hết hạn sau`}
            data={[
              { value: '30', label: t`30 ngày` },
              { value: '90', label: t`90 ngày` },
              { value: '365', label: t`1 năm` },
              { value: '', label: t`Không bao giờ` },
            ]}
            value={days}
            allowDeselect={false}
            error={problem?.of('expiresAt')}
            onChange={(value) => setDays(value ?? '')}
          />
          <Group justify="flex-end">
            <Button type="submit" loading={make.isPending}>
              <Trans>Tạo khoá</Trans>
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
