import { Trans } from '@lingui/react/macro'
import { Title } from '@mantine/core'

export function HandoffsPage() {
  return (
    <Title order={1}>
      <Trans>Bàn giao</Trans>
    </Title>
  )
}
