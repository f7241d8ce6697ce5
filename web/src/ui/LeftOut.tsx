import { Trans } from '@lingui/react/macro'
import { Alert } from '@mantine/core'
import { IconInfoCircle } from '@tabler/icons-react'

/** Says that something in the address could not be read, so that nobody takes what he sees for what he asked for. */
export function LeftOut({ names }: { names: readonly string[] }) {
  if (names.length === 0) return null
  const list = names.join(', ')
  return (
    <Alert color="yellow" mb="md" icon={<IconInfoCircle size={18} aria-hidden />} role="status">
      <Trans>Địa chỉ có chỗ không đọc được ({list}), nên trang hiện như khi không có chỗ ấy.</Trans>
    </Alert>
  )
}
