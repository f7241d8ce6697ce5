import { Trans, useLingui } from '@lingui/react/macro'
import {
  Button,
  Group,
  Menu,
  Modal,
  Stack,
  Text,
  Textarea,
  UnstyledButton,
  VisuallyHidden,
} from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { type FormEvent, useState } from 'react'
import { isProblem } from '../api/problem'
import { LIFECYCLE_STAGES, type LifecycleStage } from '../api/types'
import { tell } from '../ui/command'
import { formatDay } from '../ui/format'
import { ProblemAlert } from '../ui/States'
import { type Subject, useMoveStage } from './api'
import { OtherKindSelect } from './OtherKindSelect'
import { StageDots } from './StageDots'
import { STAGE_NAMES } from './words'

interface Staged {
  readonly id: string
  readonly version: number
  readonly lifecycleStage: LifecycleStage
  readonly lifecycleSince?: string
  readonly otherKindId?: string | null
  readonly can?: { readonly edit: boolean; readonly moveBack: boolean }
}

const LADDER: readonly LifecycleStage[] = LIFECYCLE_STAGES.filter((stage) => stage !== 'OTHER')

/** Whether a move by hand goes back or aside, and so needs a reason. */
export const needsReason = (from: LifecycleStage, to: LifecycleStage) =>
  to === 'OTHER' || (from !== 'OTHER' && LADDER.indexOf(to) < LADDER.indexOf(from))

/** The stage of the lifecycle, and the way to change it by hand. */
export function MoveStage({ of, record }: { of: Subject; record: Staged }) {
  const { t } = useLingui()
  const [to, setTo] = useState<LifecycleStage>()
  const stage = record.lifecycleStage
  const shown = (
    <Group gap={8} component="span" wrap="nowrap">
      <StageDots stage={stage} otherKindId={record.otherKindId} withName />
      {record.lifecycleSince && (
        <Text span c="dimmed" size="sm" style={{ whiteSpace: 'nowrap' }}>
          <Trans>từ {formatDay(record.lifecycleSince)}</Trans>
        </Text>
      )}
    </Group>
  )
  if (!record.can?.edit) return shown
  return (
    <>
      <Menu position="bottom-start" width={280}>
        <Menu.Target>
          <UnstyledButton
            style={{
              display: 'inline-flex',
              alignItems: 'center',
              gap: 6,
              borderRadius: 6,
              padding: '2px 4px',
            }}
          >
            <VisuallyHidden>{t`Đổi giai đoạn vòng đời`}: </VisuallyHidden>
            {shown}
            <IconChevronDown size={14} aria-hidden />
          </UnstyledButton>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>
            <Trans>Đổi giai đoạn bằng tay</Trans>
          </Menu.Label>
          {LIFECYCLE_STAGES.map((one) => (
            <Menu.Item
              key={one}
              disabled={
                (one === stage && one !== 'OTHER') ||
                (needsReason(stage, one) && one !== 'OTHER' && !record.can?.moveBack)
              }
              onClick={() => setTo(one)}
            >
              <StageDots stage={one} withName />
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <Modal opened={to !== undefined} onClose={() => setTo(undefined)} title={<Trans>Đổi giai đoạn</Trans>}>
        {to && <MoveForm of={of} record={record} to={to} onClose={() => setTo(undefined)} />}
      </Modal>
    </>
  )
}

function MoveForm({
  of,
  record,
  to,
  onClose,
}: {
  of: Subject
  record: Staged
  to: LifecycleStage
  onClose: () => void
}) {
  const { t, i18n } = useLingui()
  const [reason, setReason] = useState('')
  const [otherKindId, setOtherKindId] = useState(record.otherKindId ?? null)
  const name = i18n._(STAGE_NAMES[to])
  const move = useMoveStage(of, record, () => {
    onClose()
    tell(t`Đã chuyển sang ${name}.`)
  })
  // Who is in OTHER already only gets his kind.
  const onlyKind = to === 'OTHER' && record.lifecycleStage === 'OTHER'
  const needed = !onlyKind && needsReason(record.lifecycleStage, to)
  const refused = isProblem(move.error) ? move.error : undefined
  const submit = (event: FormEvent) => {
    event.preventDefault()
    move.mutate({
      stage: to,
      reason: reason.trim() || undefined,
      otherKindId: to === 'OTHER' ? (otherKindId ?? undefined) : undefined,
    })
  }
  return (
    <form onSubmit={submit}>
      <Stack>
        <ProblemAlert error={move.error} fields={['reason', 'otherKindId']} />
        <Group gap="sm">
          <StageDots stage={record.lifecycleStage} withName />
          <span aria-hidden>→</span>
          <StageDots stage={to} withName />
        </Group>
        {to === 'MQL' && of === 'contacts' && (
          <Text c="dimmed">
            <Trans>Người này sẽ được bàn giao cho bán hàng và đồng hồ cam kết bắt đầu chạy.</Trans>
          </Text>
        )}
        {to === 'OTHER' && (
          <OtherKindSelect
            required
            withAsterisk={false}
            data-autofocus
            value={otherKindId}
            onChange={setOtherKindId}
            error={refused?.of('otherKindId')}
          />
        )}
        {!onlyKind && (
          <Textarea
            label={needed ? t`Lý do` : t`Lý do (không bắt buộc)`}
            required={needed}
            data-autofocus={to !== 'OTHER' || undefined}
            autosize
            minRows={2}
            maxLength={500}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
            error={refused?.of('reason')}
          />
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            <Trans>Huỷ</Trans>
          </Button>
          <Button
            type="submit"
            loading={move.isPending}
            disabled={(needed && reason.trim() === '') || (to === 'OTHER' && !otherKindId)}
          >
            <Trans>Chuyển</Trans>
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
