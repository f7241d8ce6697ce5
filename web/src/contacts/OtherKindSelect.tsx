import { useLingui } from '@lingui/react/macro'
import { Select, type SelectProps } from '@mantine/core'
import { useOtherKinds } from './otherKinds'

/** Which kind of OTHER somebody is. */
export function OtherKindSelect(props: Omit<SelectProps, 'data'>) {
  const { t } = useLingui()
  const { choices, isPending } = useOtherKinds()
  return (
    <Select
      label={t`Là ai?`}
      placeholder={t`Chọn loại`}
      data={choices}
      disabled={isPending}
      allowDeselect={false}
      {...props}
    />
  )
}
