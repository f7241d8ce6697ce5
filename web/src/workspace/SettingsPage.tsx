import { Trans } from '@lingui/react/macro'
import { Title } from '@mantine/core'

export function SettingsPage() {
  return (
    <Title order={1}>
      <Trans>Cài đặt</Trans>
    </Title>
  )
}
