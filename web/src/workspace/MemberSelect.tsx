import { Select, type SelectProps } from '@mantine/core'
import { type Member, useMembers } from './session'

interface Props extends Omit<SelectProps, 'data'> {
  /** Who can be chosen; everyone who is there, unless it says otherwise. */
  readonly among?: (member: Member) => boolean
}

/** Chooses a colleague; one who has left stays readable but is not offered. */
export function MemberSelect({ value, among = () => true, ...rest }: Props) {
  const { members } = useMembers()
  const data = members
    .filter((member) => (member.active !== false && among(member)) || member.id === value)
    .map((member) => ({ value: member.id, label: member.fullName }))
  return <Select searchable value={value} data={data} {...rest} />
}
