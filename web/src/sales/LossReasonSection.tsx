import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Group, Select, Text, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { ArrangeButtons } from '../ui/ArrangeButtons'
import { InlineEdit } from '../ui/InlineEdit'
import { Loaded } from '../ui/Loaded'
import { Card } from '../ui/Page'
import { may, useMe } from '../workspace/session'
import { type LossReason, reasonsQuery, useAddReason, useChangeReason } from './api'
import classes from './Board.module.css'

const recycling = (value: string | null): LossReason['recyclesTo'] => (value === 'OTHER' ? 'OTHER' : 'LEAD')

/** Why deals are lost, and where the people go who are left without one. */
export function LossReasonSection() {
  const { t } = useLingui()
  const me = useMe()
  const reasons = useQuery(reasonsQuery)
  const [name, setName] = useState('')
  const [to, setTo] = useState<LossReason['recyclesTo']>('LEAD')
  const change = useChangeReason()
  const add = useAddReason(() => setName(''))
  const edits = may(me, 'PIPELINE', 'WRITE')
  const targets = [
    { value: 'LEAD', label: t`về nuôi dưỡng lại` },
    { value: 'OTHER', label: t`vào “Khác”: không phù hợp` },
  ]
  return (
    <Card title={<Trans>Các lý do thua</Trans>}>
      <Text c="dimmed" px="md" pt="sm">
        <Trans>
          Khi ghi một thương vụ là thua, nhân viên chọn một lý do. Khách không còn thương vụ nào khác được đề
          nghị chuyển đi như ghi ở đây.
        </Trans>
      </Text>
      <Loaded of={reasons}>
        {(data) => (
          <ul className={classes.settings}>
            {data.map((reason) => (
              <li key={reason.id} className={classes.setting} data-archived={reason.archived || undefined}>
                <div className={classes.settingName}>
                  <InlineEdit
                    hideLabel
                    label={t`Tên lý do`}
                    field="name"
                    readOnly={!edits}
                    value={reason.name}
                    onSave={(next) => change.mutateAsync({ reason, name: next ?? '' })}
                  />
                </div>
                <div className={classes.settingValue}>
                  <InlineEdit
                    kind="choice"
                    required
                    hideLabel
                    label={t`${reason.name}: khách đi đâu`}
                    field="recyclesTo"
                    readOnly={!edits}
                    value={reason.recyclesTo}
                    show={targets.find((one) => one.value === reason.recyclesTo)?.label}
                    options={targets}
                    onSave={(next) => change.mutateAsync({ reason, recyclesTo: recycling(next) })}
                  />
                </div>
                <Group gap={4} wrap="nowrap">
                  <ArrangeButtons
                    of={reason}
                    count={data.length}
                    edits={edits}
                    busy={change.isPending}
                    onChange={(to) => change.mutate({ reason, ...to })}
                  />
                </Group>
              </li>
            ))}
          </ul>
        )}
      </Loaded>
      {edits && (
        <form
          onSubmit={(event: FormEvent) => {
            event.preventDefault()
            if (name.trim()) add.mutate({ name: name.trim(), recyclesTo: to })
          }}
        >
          <Group p="md" gap="xs" style={{ borderTop: '1px solid var(--sh-line)' }}>
            <TextInput
              aria-label={t`Tên lý do mới`}
              placeholder={t`Tên lý do mới`}
              maxLength={100}
              value={name}
              onChange={(event) => setName(event.currentTarget.value)}
            />
            <Select
              aria-label={t`Khách của lý do mới đi đâu`}
              w={240}
              allowDeselect={false}
              data={targets}
              value={to}
              onChange={(next) => setTo(recycling(next))}
            />
            <Button type="submit" variant="default" disabled={!name.trim()} loading={add.isPending}>
              <Trans>Thêm lý do</Trans>
            </Button>
          </Group>
        </form>
      )}
    </Card>
  )
}
