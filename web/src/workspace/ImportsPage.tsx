import { Trans } from '@lingui/react/macro'
import { Title } from '@mantine/core'

export function ImportsPage() {
  return (
    <Title order={1}>
      <Trans>Nhập dữ liệu</Trans>
    </Title>
  )
}
