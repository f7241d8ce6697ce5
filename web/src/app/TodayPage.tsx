import { Trans } from '@lingui/react/macro'
import { Title } from '@mantine/core'

export function TodayPage() {
  return (
    <Title order={1}>
      <Trans>Hôm nay</Trans>
    </Title>
  )
}
