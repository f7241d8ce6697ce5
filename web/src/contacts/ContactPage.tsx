import { Trans } from '@lingui/react/macro'
import { Title } from '@mantine/core'

export function ContactPage() {
  return (
    <Title order={1}>
      <Trans>Liên hệ</Trans>
    </Title>
  )
}
