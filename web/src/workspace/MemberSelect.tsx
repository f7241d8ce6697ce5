import { Select, type SelectProps } from '@mantine/core'
import { useMembers } from './session'

/** Chooses a colleague; one who has left stays readable but is not offered. */
export function MemberSelect({ value, ...rest }: Omit<SelectProps, 'data'>) {
  const { members } = useMembers()
  const data = members
    .filter((member) => member.active !== false || member.id === value)
    .map((member) => ({ value: member.id, label: member.fullName }))
  return <Select searchable value={value} data={data} {...rest} />
}
