import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { ActionIcon, Button, Group, TextInput, VisuallyHidden } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { onVersion } from '../../api/client'
import { teamCreate, teamDelete, teamUpdate } from '../../api/generated/team'
import { useCommand } from '../../ui/command'
import { InlineEdit } from '../../ui/InlineEdit'
import { Loaded } from '../../ui/Loaded'
import { Card } from '../../ui/Page'
import { EmptyState } from '../../ui/States'
import { may, useMe, useMembers } from '../session'
import { type Team, teamsQuery } from './people'
import classes from './Settings.module.css'

export function TeamSection() {
  const { t } = useLingui()
  const me = useMe()
  const { members, nameOf } = useMembers()
  const teams = useQuery(teamsQuery)
  const [name, setName] = useState('')
  const edits = may(me, 'MEMBER', 'WRITE')
  const change = useCommand(
    ({ team, ...input }: { team: Team; name?: string; leaderId?: string | null }) =>
      teamUpdate(team.id, input, onVersion(team.version)),
    { refresh: ['teams', 'members', 'me'], failed: () => true },
  )
  const create = useCommand((input: { name: string }) => teamCreate(input), {
    refresh: ['teams'],
    done: () => setName(''),
  })
  const dissolve = useCommand((team: Team) => teamDelete(team.id), { refresh: ['teams'] })
  return (
    <Card title={<Trans>Nhóm</Trans>}>
      <Loaded of={teams} empty={<EmptyState text={<Trans>Chưa có nhóm nào.</Trans>} />}>
        {(data) => (
          <div className={classes.table}>
            <table>
              <thead>
                <tr>
                  <th>
                    <Trans>Tên nhóm</Trans>
                  </th>
                  <th>
                    <Trans>Trưởng nhóm</Trans>
                  </th>
                  <th>
                    <Trans>Số người</Trans>
                  </th>
                  <th>
                    <VisuallyHidden>{t`Xoá`}</VisuallyHidden>
                  </th>
                </tr>
              </thead>
              <tbody>
                {data.map((team) => (
                  <tr key={team.id}>
                    <td>
                      <InlineEdit
                        hideLabel
                        label={t`Tên nhóm`}
                        field="name"
                        readOnly={!edits}
                        value={team.name}
                        onSave={(next) => change.mutateAsync({ team, name: next ?? '' })}
                      />
                    </td>
                    <td>
                      <InlineEdit
                        kind="choice"
                        hideLabel
                        label={t`Trưởng nhóm`}
                        field="leaderId"
                        readOnly={!edits}
                        value={team.leaderId}
                        show={nameOf(team.leaderId)}
                        options={members
                          .filter((member) => member.active !== false)
                          .map((member) => ({ value: member.id, label: member.fullName }))}
                        onSave={(leaderId) => change.mutateAsync({ team, leaderId })}
                      />
                    </td>
                    <td className="tabular">
                      <Plural value={team.members} other="# người" />
                    </td>
                    <td style={{ width: 48 }}>
                      {edits && team.members === 0 && (
                        <ActionIcon
                          aria-label={t`Xoá nhóm ${team.name}`}
                          onClick={() => dissolve.mutate(team)}
                        >
                          <IconTrash size={16} />
                        </ActionIcon>
                      )}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
      </Loaded>
      {edits && (
        <form
          onSubmit={(event: FormEvent) => {
            event.preventDefault()
            if (name.trim()) create.mutate({ name: name.trim() })
          }}
        >
          <Group p="md" gap="xs" style={{ borderTop: '1px solid var(--sh-line)' }}>
            <TextInput
              aria-label={t`Tên nhóm mới`}
              placeholder={t`Tên nhóm mới`}
              value={name}
              onChange={(event) => setName(event.currentTarget.value)}
            />
            <Button type="submit" variant="default" disabled={!name.trim()} loading={create.isPending}>
              <Trans>Thêm nhóm</Trans>
            </Button>
          </Group>
        </form>
      )}
    </Card>
  )
}
