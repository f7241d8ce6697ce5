import { Trans, useLingui } from '@lingui/react/macro'
import { SimpleGrid, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { onVersion } from '../../api/client'
import { settingsChange } from '../../api/generated/settings'
import { useCommand } from '../../ui/command'
import { InlineEdit } from '../../ui/InlineEdit'
import { Loaded } from '../../ui/Loaded'
import { Card } from '../../ui/Page'
import { may, useMe, type Workspace, workspaceQuery } from '../session'
import { ZONES } from './calendar'

const CURRENCIES = ['VND', 'USD', 'EUR', 'JPY', 'SGD']

export function CompanySection() {
  const { t } = useLingui()
  const me = useMe()
  const workspace = useQuery(workspaceQuery)
  const change = useCommand(
    (input: Partial<Workspace>) => settingsChange(input, onVersion(workspace.data?.version ?? 0)),
    { refresh: ['workspace', 'me'], failed: () => true },
  )
  const readOnly = !may(me, 'WORKSPACE', 'WRITE')
  const choices = (known: readonly string[], current: string) =>
    [...new Set([current, ...known])].map((value) => ({ value, label: value }))
  return (
    <Card title={<Trans>Công ty của bạn</Trans>}>
      <Loaded of={workspace}>
        {(data) => (
          <SimpleGrid cols={{ base: 1, sm: 2 }} p="md" maw={720}>
            <InlineEdit
              label={t`Tên công ty`}
              field="name"
              readOnly={readOnly}
              value={data.name}
              onSave={(name) => change.mutateAsync({ name: name ?? '' })}
            />
            <InlineEdit
              kind="choice"
              required
              label={t`Múi giờ`}
              field="zone"
              readOnly={readOnly}
              value={data.zone}
              options={choices(ZONES, data.zone)}
              onSave={(zone) => change.mutateAsync({ zone: zone ?? '' })}
            />
            <InlineEdit
              kind="choice"
              required
              label={t`Tiền tệ mặc định`}
              field="currency"
              readOnly={readOnly}
              value={data.currency}
              options={choices(CURRENCIES, data.currency)}
              onSave={(currency) => change.mutateAsync({ currency: currency ?? '' })}
            />
            <InlineEdit
              kind="choice"
              required
              label={t`Ngôn ngữ mặc định`}
              field="locale"
              readOnly={readOnly}
              value={data.locale}
              show={data.locale === 'en' ? 'English' : 'Tiếng Việt'}
              options={[
                { value: 'vi', label: 'Tiếng Việt' },
                { value: 'en', label: 'English' },
              ]}
              onSave={(locale) => change.mutateAsync({ locale: locale ?? '' })}
            />
            <Text size="sm" c="dimmed" style={{ gridColumn: '1 / -1' }}>
              <Trans>
                Múi giờ quyết định ngày bắt đầu và kết thúc lúc nào trên màn hình. Giờ làm và báo cáo bàn giao
                theo múi giờ của lịch làm việc.
              </Trans>
            </Text>
          </SimpleGrid>
        )}
      </Loaded>
    </Card>
  )
}
