import { Trans } from '@lingui/react/macro'
import { Title } from '@mantine/core'

export function DealPage() {
  return (
    <Title order={1}>
      <Trans>Thương vụ</Trans>
    </Title>
  )
}
