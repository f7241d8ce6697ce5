import { Trans, useLingui } from '@lingui/react/macro'
import {
  ActionIcon,
  Badge,
  Button,
  Group,
  Menu,
  Modal,
  Select,
  Stack,
  Text,
  TextInput,
  VisuallyHidden,
} from '@mantine/core'
import { IconBeach, IconDots, IconMail, IconPencil, IconPlus, IconUserOff, IconX } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { onVersion } from '../../api/client'
import { invitationInvite } from '../../api/generated/invitation'
import { memberAddAbsence, memberCreate, memberRemoveAbsence, memberUpdate } from '../../api/generated/member'
import { ApiProblem } from '../../api/problem'
import { ROLES, type Role } from '../../api/types'
import { ConfirmDialog } from '../../ui/ConfirmDialog'
import { tell, useCommand } from '../../ui/command'
import { DateField } from '../../ui/DateField'
import { formatDateTime, formatDay } from '../../ui/format'
import { Loaded } from '../../ui/Loaded'
import { Card } from '../../ui/Page'
import { Person } from '../../ui/Person'
import { ProblemAlert } from '../../ui/States'
import { type Member, may, membersQuery, useMe } from '../session'
import { ROLE_NAMES } from '../words'
import { teamsQuery } from './people'
import { Secret } from './Secret'
import classes from './Settings.module.css'

const REFRESH = ['members', 'teams']

export function MemberSection() {
  const { t, i18n } = useLingui()
  const me = useMe()
  const everybody = useQuery(membersQuery)
  const teams = useQuery(teamsQuery)
  const [adding, setAdding] = useState(false)
  const [leaving, setLeaving] = useState<Member>()
  const [away, setAway] = useState<Member>()
  const [edited, setEdited] = useState<Member>()
  const edits = may(me, 'MEMBER', 'WRITE')

  const change = useCommand(
    ({ member, ...input }: { member: Member } & Partial<Pick<Member, 'role' | 'teamId' | 'active'>>) =>
      memberUpdate(member.id, input, onVersion(member.version)),
    { refresh: REFRESH },
  )
  const back = useCommand(
    ({ member, absence }: { member: Member; absence: string }) => memberRemoveAbsence(member.id, absence),
    { refresh: REFRESH },
  )
  const [invited, setInvited] = useState<{ name: string; link: string; expiresAt: string }>()
  const invite = useCommand((member: Member) => invitationInvite(member.id), {
    refresh: REFRESH,
    done: ({ path, expiresAt }, member) =>
      setInvited({ name: member.fullName, link: window.location.origin + path, expiresAt }),
  })
  const roles = ROLES.map((role) => ({ value: role, label: i18n._(ROLE_NAMES[role]) }))
  const teamChoices = (teams.data ?? []).map((team) => ({ value: team.id, label: team.name }))

  return (
    <Card
      title={<Trans>Thành viên</Trans>}
      actions={
        edits && (
          <Button size="xs" leftSection={<IconPlus size={15} aria-hidden />} onClick={() => setAdding(true)}>
            <Trans>Thêm người</Trans>
          </Button>
        )
      }
    >
      <Loaded of={everybody}>
        {(members) => (
          <div className={classes.table}>
            <table>
              <thead>
                <tr>
                  <th>
                    <Trans>Họ tên</Trans>
                  </th>
                  <th>
                    <Trans>Vai trò</Trans>
                  </th>
                  <th>
                    <Trans>Nhóm</Trans>
                  </th>
                  <th>
                    <Trans>Vắng mặt</Trans>
                  </th>
                  <th>
                    <VisuallyHidden>{t`Thao tác khác`}</VisuallyHidden>
                  </th>
                </tr>
              </thead>
              <tbody>
                {members.map((member) => (
                  <tr
                    key={member.id}
                    style={member.active ? undefined : { color: 'var(--mantine-color-dimmed)' }}
                  >
                    <td>
                      <Person name={member.fullName} quiet={!member.active} />
                      <Text size="sm" c="dimmed" pl={32} component="div">
                        {member.email ?? <Trans>chưa có email</Trans>}{' '}
                        {!member.active && (
                          <Badge size="sm" color="gray" variant="light">
                            <Trans>đã khoá</Trans>
                          </Badge>
                        )}
                        {member.active && member.email && !member.signsIn && (
                          <Badge size="sm" color="yellow" variant="light">
                            <Trans>chờ lời mời</Trans>
                          </Badge>
                        )}
                      </Text>
                    </td>
                    <td>
                      {edits ? (
                        <Select
                          size="xs"
                          w={200}
                          aria-label={t`Vai trò của ${member.fullName}`}
                          data={roles}
                          value={member.role}
                          allowDeselect={false}
                          onChange={(role) => role && change.mutate({ member, role: role as Role })}
                        />
                      ) : (
                        i18n._(ROLE_NAMES[member.role])
                      )}
                    </td>
                    <td>
                      {edits ? (
                        <Select
                          size="xs"
                          w={150}
                          aria-label={t`Nhóm của ${member.fullName}`}
                          data={teamChoices}
                          value={member.teamId}
                          allowDeselect={false}
                          onChange={(teamId) => teamId && change.mutate({ member, teamId })}
                        />
                      ) : (
                        teamChoices.find((team) => team.value === member.teamId)?.label
                      )}
                    </td>
                    <td>
                      {(member.absences ?? []).map((absence) => (
                        <Group key={absence.id} gap={2} wrap="nowrap">
                          <Text size="sm" className="tabular" style={{ whiteSpace: 'nowrap' }}>
                            {formatDay(absence.from)} – {formatDay(absence.until)}
                          </Text>
                          {edits && (
                            <ActionIcon
                              size="sm"
                              aria-label={t`Bỏ đợt vắng từ ${formatDay(absence.from)}`}
                              onClick={() => back.mutate({ member, absence: absence.id })}
                            >
                              <IconX size={14} />
                            </ActionIcon>
                          )}
                        </Group>
                      ))}
                    </td>
                    <td style={{ width: 48 }}>
                      {edits && (
                        <Menu position="bottom-end">
                          <Menu.Target>
                            <ActionIcon aria-label={t`Thao tác khác với ${member.fullName}`}>
                              <IconDots size={18} />
                            </ActionIcon>
                          </Menu.Target>
                          <Menu.Dropdown>
                            <Menu.Item
                              leftSection={<IconPencil size={16} aria-hidden />}
                              onClick={() => setEdited(member)}
                            >
                              <Trans>Sửa họ tên, email</Trans>
                            </Menu.Item>
                            {member.active && member.email && (
                              <Menu.Item
                                leftSection={<IconMail size={16} aria-hidden />}
                                onClick={() => invite.mutate(member)}
                              >
                                {member.signsIn ? (
                                  <Trans>Gửi lại lời mời</Trans>
                                ) : (
                                  <Trans>Mời đăng nhập</Trans>
                                )}
                              </Menu.Item>
                            )}
                            <Menu.Item
                              leftSection={<IconBeach size={16} aria-hidden />}
                              onClick={() => setAway(member)}
                            >
                              <Trans>Báo vắng</Trans>
                            </Menu.Item>
                            {member.active ? (
                              <Menu.Item
                                leftSection={<IconUserOff size={16} aria-hidden />}
                                onClick={() => setLeaving(member)}
                              >
                                <Trans>Khoá tài khoản</Trans>
                              </Menu.Item>
                            ) : (
                              <Menu.Item onClick={() => change.mutate({ member, active: true })}>
                                <Trans>Mở lại tài khoản</Trans>
                              </Menu.Item>
                            )}
                          </Menu.Dropdown>
                        </Menu>
                      )}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
      </Loaded>
      <AddMember opened={adding} onClose={() => setAdding(false)} roles={roles} teams={teamChoices} />
      <Modal
        opened={invited !== undefined}
        onClose={() => setInvited(undefined)}
        title={t`Lời mời cho ${invited?.name ?? ''}`}
      >
        {invited && (
          <Stack>
            <Text>
              <Trans>Gửi liên kết này cho người được mời. Mở ra là đặt mật khẩu và vào được ngay.</Trans>
            </Text>
            <Secret value={invited.link} name="invitation" />
            <Text size="sm" c="dimmed">
              <Trans>Có hiệu lực đến {formatDateTime(invited.expiresAt)}.</Trans>
            </Text>
          </Stack>
        )}
      </Modal>
      {edited && <EditMember member={edited} onClose={() => setEdited(undefined)} />}
      {away && <ReportAbsence member={away} onClose={() => setAway(undefined)} />}
      <ConfirmDialog
        opened={leaving !== undefined}
        onClose={() => setLeaving(undefined)}
        title={t`Khoá tài khoản của ${leaving?.fullName ?? ''}?`}
        confirm={<Trans>Khoá tài khoản</Trans>}
        danger
        busy={change.isPending}
        onConfirm={() =>
          leaving &&
          change.mutate({ member: leaving, active: false }, { onSuccess: () => setLeaving(undefined) })
        }
      >
        {t`Mọi phiên đăng nhập và khoá API của người này dừng ngay. Dữ liệu vẫn giữ nguyên.`}
      </ConfirmDialog>
    </Card>
  )
}

interface Choice {
  readonly value: string
  readonly label: string
}

function AddMember({
  opened,
  onClose,
  roles,
  teams,
}: {
  opened: boolean
  onClose: () => void
  roles: readonly Choice[]
  teams: readonly Choice[]
}) {
  const { t } = useLingui()
  const fresh = { fullName: '', email: '', role: 'INSIDE_REP' as Role, teamId: '' }
  const [form, setForm] = useState(fresh)
  const add = useCommand(
    (input: typeof form) =>
      memberCreate({
        ...input,
        email: input.email.trim() || null,
        teamId: input.teamId || teams[0]?.value,
      }),
    {
      refresh: REFRESH,
      failed: () => true,
      done: (member) => {
        tell(t`Đã thêm ${member.fullName}`)
        setForm(fresh)
        onClose()
      },
    },
  )
  const problem = add.error instanceof ApiProblem ? add.error : undefined
  const submit = (event: FormEvent) => {
    event.preventDefault()
    add.mutate(form)
  }
  return (
    <Modal opened={opened} onClose={onClose} title={<Trans>Thêm người</Trans>}>
      <form onSubmit={submit}>
        <Stack>
          <ProblemAlert error={add.error} fields={['fullName', 'email', 'role', 'teamId']} />
          <TextInput
            label={t`Họ tên`}
            data-autofocus
            required
            withAsterisk={false}
            value={form.fullName}
            error={problem?.of('fullName')}
            onChange={(event) => setForm({ ...form, fullName: event.currentTarget.value })}
          />
          <TextInput
            label={t`Email`}
            type="email"
            description={t`Không có email thì vẫn đứng tên khách và thương vụ được, chỉ chưa đăng nhập được.`}
            value={form.email}
            error={problem?.of('email')}
            onChange={(event) => setForm({ ...form, email: event.currentTarget.value })}
          />
          <Select
            label={t`Vai trò`}
            data={[...roles]}
            value={form.role}
            allowDeselect={false}
            error={problem?.of('role')}
            onChange={(role) => setForm({ ...form, role: (role as Role) ?? form.role })}
          />
          <Select
            label={t`Nhóm`}
            data={[...teams]}
            value={form.teamId || (teams[0]?.value ?? null)}
            allowDeselect={false}
            error={problem?.of('teamId')}
            onChange={(teamId) => setForm({ ...form, teamId: teamId ?? '' })}
          />
          <Group justify="flex-end">
            <Button type="submit" loading={add.isPending}>
              <Trans>Thêm người</Trans>
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}

function EditMember({ member, onClose }: { member: Member; onClose: () => void }) {
  const { t } = useLingui()
  const [fullName, setFullName] = useState(member.fullName)
  const [email, setEmail] = useState(member.email ?? '')
  const change = useCommand(
    () => memberUpdate(member.id, { fullName, email: email.trim() || null }, onVersion(member.version)),
    { refresh: REFRESH, failed: () => true, done: onClose },
  )
  const problem = change.error instanceof ApiProblem ? change.error : undefined
  return (
    <Modal opened onClose={onClose} title={t`Sửa ${member.fullName}`}>
      <form
        onSubmit={(event: FormEvent) => {
          event.preventDefault()
          change.mutate(undefined)
        }}
      >
        <Stack>
          <ProblemAlert error={change.error} fields={['fullName', 'email']} />
          <TextInput
            label={t`Họ tên`}
            data-autofocus
            required
            withAsterisk={false}
            maxLength={200}
            value={fullName}
            error={problem?.of('fullName')}
            onChange={(event) => setFullName(event.currentTarget.value)}
          />
          <TextInput
            label={t`Email`}
            type="email"
            description={t`Đây cũng là tên đăng nhập.`}
            value={email}
            error={problem?.of('email')}
            onChange={(event) => setEmail(event.currentTarget.value)}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              <Trans>Huỷ</Trans>
            </Button>
            <Button type="submit" loading={change.isPending}>
              <Trans>Lưu</Trans>
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}

function ReportAbsence({ member, onClose }: { member: Member; onClose: () => void }) {
  const { t } = useLingui()
  const [from, setFrom] = useState<string | null>(null)
  const [until, setUntil] = useState<string | null>(null)
  const report = useCommand(() => memberAddAbsence(member.id, { from, until: until ?? from }), {
    refresh: REFRESH,
    failed: () => true,
    done: onClose,
  })
  return (
    <Modal opened onClose={onClose} title={t`${member.fullName} vắng mặt`}>
      <Stack>
        <ProblemAlert error={report.error} />
        <Text size="md" c="dimmed">
          <Trans>Trong thời gian này không có khách nào được giao cho người này.</Trans>
        </Text>
        <Group grow>
          <DateField label={t`Từ ngày`} placeholder="24/11/2026" value={from} onChange={setFrom} />
          <DateField label={t`Đến hết ngày`} placeholder="27/11/2026" value={until} onChange={setUntil} />
        </Group>
        <Group justify="flex-end">
          <Button
            disabled={from === null}
            loading={report.isPending}
            onClick={() => report.mutate(undefined)}
          >
            <Trans>Báo vắng</Trans>
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
