import { useLingui } from '@lingui/react/macro'
import { Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { receiversQuery } from './api'

/** Who could answer a hand-off, as the server says; nobody chosen means whoever is next in turn. */
export function ReceiverSelect({
  without,
  value,
  onChange,
  error,
}: {
  /** Who has it already. */
  without?: string
  value: string | null
  onChange: (id: string | null) => void
  error?: string
}) {
  const { t } = useLingui()
  const receivers = useQuery(receiversQuery)
  const data = (receivers.data ?? [])
    .filter(({ id }) => id !== without)
    .map(({ id, fullName, away }) => ({
      value: id,
      label: away ? t`${fullName} (vắng hôm nay)` : fullName,
    }))
  return (
    <Select
      label={t`Người nhận`}
      placeholder={t`Người tiếp theo trong lượt`}
      searchable
      clearable
      data-autofocus
      data={data}
      value={value}
      onChange={onChange}
      error={error ?? (receivers.isError ? t`Không tải được danh sách người nhận` : undefined)}
    />
  )
}
