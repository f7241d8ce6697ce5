import { Trans } from '@lingui/react/macro'
import { Title } from '@mantine/core'

export function CompanyPage() {
  return (
    <Title order={1}>
      <Trans>Công ty</Trans>
    </Title>
  )
}
