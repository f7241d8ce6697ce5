import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { Select, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { roleChange, roleList } from '../../api/generated/role'
import type { Role } from '../../api/types'
import { useCommand } from '../../ui/command'
import { Card } from '../../ui/Page'
import { CardSkeleton } from '../../ui/Skeletons'
import { ErrorState } from '../../ui/States'
import { ALL_KINDS, KINDS } from '../kinds'
import { type Action, may, type Permissions, type Reach, type RecordKind, useMe } from '../session'
import { ROLE_NAMES } from '../words'
import classes from './Settings.module.css'

interface RoleView {
  readonly role: Role
  readonly permissions: Permissions
}

const ACTIONS: readonly [Action, MessageDescriptor][] = [
  ['READ', msg`Xem`],
  ['WRITE', msg`Sửa`],
  ['DELETE', msg`Xoá`],
  ['EXPORT', msg`Xuất`],
]
const REACHES: readonly [Reach, MessageDescriptor][] = [
  ['NONE', msg`không`],
  ['OWN', msg`của mình`],
  ['TEAM', msg`của nhóm`],
  ['ALL', msg`tất cả`],
]

export function RoleSection() {
  const { t, i18n } = useLingui()
  const me = useMe()
  const [chosen, setChosen] = useState<Role>('INSIDE_REP')
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['roles'],
    queryFn: async ({ signal }) => (await roleList({ signal })).items as readonly RoleView[],
  })
  const change = useCommand(
    ({ role, permissions }: { role: Role; permissions: Permissions }) =>
      roleChange(role, { permissions: permissions as Record<RecordKind, Record<Action, Reach>> }),
    {
      refresh: ['roles', 'me'],
      optimistic: (cache, next) =>
        cache.update<readonly RoleView[]>(['roles'], (old) =>
          old.map((one) => (one.role === next.role ? next : one)),
        ),
    },
  )
  if (error) return <ErrorState error={error} retry={() => void refetch()} />
  if (isPending) return <CardSkeleton lines={8} />
  const view = data.find((one) => one.role === chosen)
  // Nobody could give back to himself what he takes from his own role.
  const own = chosen === me.role && chosen !== 'OWNER' && may(me, 'WORKSPACE', 'WRITE')
  const fixed = chosen === 'OWNER' || own || !may(me, 'WORKSPACE', 'WRITE')
  const reaches = REACHES.map(([value, name]) => ({ value, label: i18n._(name) }))
  return (
    <Card
      title={<Trans>Vai trò và quyền</Trans>}
      actions={
        <Select
          size="xs"
          w={240}
          aria-label={t`Vai trò`}
          data={data.map((one) => ({ value: one.role, label: i18n._(ROLE_NAMES[one.role]) }))}
          value={chosen}
          allowDeselect={false}
          onChange={(role) => role && setChosen(role as Role)}
        />
      }
    >
      {chosen === 'OWNER' && (
        <Text c="dimmed" px="md" pt="sm">
          <Trans>Chủ doanh nghiệp luôn có mọi quyền.</Trans>
        </Text>
      )}
      {own && (
        <Text c="dimmed" px="md" pt="sm">
          <Trans>Vai trò bạn đang giữ chỉ chủ doanh nghiệp sửa được.</Trans>
        </Text>
      )}
      <div className={classes.table}>
        <table>
          <thead>
            <tr>
              <th>
                <Trans>Loại bản ghi</Trans>
              </th>
              {ACTIONS.map(([action, name]) => (
                <th key={action}>{i18n._(name)}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {ALL_KINDS.map((kind) => (
              <tr key={kind}>
                <td>{i18n._(KINDS[kind].name)}</td>
                {ACTIONS.map(([action, name]) => {
                  const value = view?.permissions[kind]?.[action] ?? 'NONE'
                  return (
                    <td key={action} className={classes.reach}>
                      {fixed ? (
                        reaches.find((reach) => reach.value === value)?.label
                      ) : (
                        <Select
                          size="xs"
                          w={112}
                          aria-label={`${i18n._(KINDS[kind].name)}: ${i18n._(name)}`}
                          data={reaches}
                          value={value}
                          allowDeselect={false}
                          onChange={(reach) =>
                            view &&
                            reach &&
                            change.mutate({
                              role: chosen,
                              permissions: {
                                ...view.permissions,
                                [kind]: { ...view.permissions[kind], [action]: reach as Reach },
                              },
                            })
                          }
                        />
                      )}
                    </td>
                  )
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Card>
  )
}
