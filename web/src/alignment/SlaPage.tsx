import { Trans } from '@lingui/react/macro'
import { Title } from '@mantine/core'

export function SlaPage() {
  return (
    <Title order={1}>
      <Trans>SLA</Trans>
    </Title>
  )
}
