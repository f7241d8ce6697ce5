import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Group, Modal, Radio, Stack, Text, Textarea } from '@mantine/core'
import { type FormEvent, type ReactNode, useState } from 'react'
import { isProblem } from '../api/problem'
import type { Handoff } from '../api/types'
import { TouchForm } from '../contacts/LogTouch'
import type { TouchKind } from '../contacts/timelineWords'
import { tell } from '../ui/command'
import { ProblemAlert } from '../ui/States'
import { useAccept, useDispute, useReassign, useReject, useRule, useTermsOf } from './api'
import { ReceiverSelect } from './ReceiverSelect'

type What = 'reject' | 'dispute' | 'rule' | 'reassign' | TouchKind

export interface HandoffActions {
  readonly accept: (handoff: Handoff) => void
  readonly ask: (what: What, handoff: Handoff) => void
}

/** What can be done with a hand-off, and the dialogs that some of it needs. */
export function useHandoffActions() {
  const { t } = useLingui()
  const [asked, setAsked] = useState<{ what: What; handoff: Handoff }>()
  const accept = useAccept()
  const close = () => setAsked(undefined)
  const actions: HandoffActions = {
    accept: (handoff) => accept.mutate(handoff),
    ask: (what, handoff) => setAsked({ what, handoff }),
  }
  const name = asked?.handoff.contactName ?? t`liên hệ này`
  const titles: Record<What, ReactNode> = {
    reject: <Trans>Vì sao từ chối {name}?</Trans>,
    dispute: <Trans>Khiếu nại việc từ chối {name}</Trans>,
    rule: <Trans>Phán quyết về {name}</Trans>,
    reassign: <Trans>Giao {name} cho ai?</Trans>,
    CALL: <Trans>Ghi cuộc gọi với {name}</Trans>,
    EMAIL: <Trans>Ghi email với {name}</Trans>,
    MESSAGE: <Trans>Ghi tin nhắn với {name}</Trans>,
    MEETING: <Trans>Ghi cuộc họp với {name}</Trans>,
    VISIT: <Trans>Ghi lần thăm {name}</Trans>,
    NOTE: <Trans>Ghi chú về {name}</Trans>,
  }
  const body = () => {
    if (!asked) return null
    const { what, handoff } = asked
    switch (what) {
      case 'reject':
        return <RejectForm handoff={handoff} onClose={close} />
      case 'dispute':
        return <DisputeForm handoff={handoff} onClose={close} />
      case 'rule':
        return <RuleForm handoff={handoff} onClose={close} />
      case 'reassign':
        return <ReassignForm handoff={handoff} onClose={close} />
      default:
        return <TouchForm kind={what} of="contacts" id={handoff.contactId} onClose={close} />
    }
  }
  const dialogs = (
    <Modal opened={asked !== undefined} onClose={close} title={asked && titles[asked.what]}>
      {body()}
    </Modal>
  )
  return { actions, dialogs }
}

interface FormProps {
  readonly handoff: Handoff
  readonly onClose: () => void
}

const Note = ({
  label,
  value,
  onChange,
  error,
  required,
}: {
  label: string
  value: string
  onChange: (value: string) => void
  error?: string
  required?: boolean
}) => (
  <Textarea
    label={label}
    autosize
    minRows={2}
    maxLength={2000}
    required={required}
    value={value}
    onChange={(event) => onChange(event.currentTarget.value)}
    error={error}
  />
)

function RejectForm({ handoff, onClose }: FormProps) {
  const { t } = useLingui()
  // Sales may give it back for the reasons that were agreed when it was offered.
  const reasons = useTermsOf(handoff)?.rejectionReasons ?? []
  const [code, setCode] = useState<string | null>(null)
  const [note, setNote] = useState('')
  const reason = reasons.find((one) => one.code === code)
  const reject = useReject((after) => {
    onClose()
    tell(after.status === 'REJECTED' ? t`Đã từ chối, marketing sẽ biết.` : t`Đã chuyển cho người khác.`)
  })
  const refused = isProblem(reject.error) ? reject.error : undefined
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (code) reject.mutate({ handoff, reason: code, note: note.trim() || undefined })
  }
  return (
    <form onSubmit={submit}>
      <Stack>
        <ProblemAlert error={reject.error} fields={['reason', 'note']} />
        <Radio.Group
          value={code}
          onChange={setCode}
          aria-label={t`Lý do từ chối`}
          error={refused?.of('reason')}
        >
          <Stack gap={10}>
            {reasons.map((one, index) => (
              <Radio key={one.code} value={one.code} label={one.name} autoFocus={index === 0} />
            ))}
          </Stack>
        </Radio.Group>
        <Note
          label={t`Ghi thêm cho marketing (không bắt buộc)`}
          value={note}
          onChange={setNote}
          error={refused?.of('note')}
        />
        {reason && (
          <Text size="sm" c="dimmed">
            {reason.reroutes ? (
              <Trans>Sẽ giao lại cho người khác; đồng hồ của khách chạy tiếp.</Trans>
            ) : reason.deducts ? (
              <Trans>Giá trị khách này bị trừ khỏi phần marketing đã giao. Marketing có thể khiếu nại.</Trans>
            ) : (
              <Trans>Trả lại marketing, không trừ giá trị đã giao.</Trans>
            )}
          </Text>
        )}
        <Buttons onClose={onClose} busy={reject.isPending} disabled={!code} danger>
          <Trans>Từ chối</Trans>
        </Buttons>
      </Stack>
    </form>
  )
}

function DisputeForm({ handoff, onClose }: FormProps) {
  const { t } = useLingui()
  const [note, setNote] = useState('')
  const dispute = useDispute(() => {
    onClose()
    tell(t`Đã gửi khiếu nại.`)
  })
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        dispute.mutate({ handoff, note: note.trim() })
      }}
    >
      <Stack>
        <ProblemAlert error={dispute.error} />
        <Note label={t`Vì sao khách này tốt?`} required value={note} onChange={setNote} />
        <Buttons onClose={onClose} busy={dispute.isPending} disabled={note.trim() === ''}>
          <Trans>Khiếu nại</Trans>
        </Buttons>
      </Stack>
    </form>
  )
}

function RuleForm({ handoff, onClose }: FormProps) {
  const { t } = useLingui()
  const [stands, setStands] = useState<string | null>(null)
  const [note, setNote] = useState('')
  const rule = useRule(() => {
    onClose()
    tell(t`Đã ghi phán quyết.`)
  })
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        rule.mutate({ handoff, stands: stands === 'yes', note: note.trim() || undefined })
      }}
    >
      <Stack>
        <ProblemAlert error={rule.error} />
        {handoff.note && <Text>“{handoff.note}”</Text>}
        <Radio.Group value={stands} onChange={setStands} aria-label={t`Phán quyết`}>
          <Stack gap={10}>
            <Radio value="yes" label={t`Từ chối đúng: giá trị vẫn bị trừ`} autoFocus />
            <Radio value="no" label={t`Khách tốt: giá trị tính cho marketing`} />
          </Stack>
        </Radio.Group>
        <Note label={t`Lý do (không bắt buộc)`} value={note} onChange={setNote} />
        <Buttons onClose={onClose} busy={rule.isPending} disabled={!stands}>
          <Trans>Phán quyết</Trans>
        </Buttons>
      </Stack>
    </form>
  )
}

function ReassignForm({ handoff, onClose }: FormProps) {
  const { t } = useLingui()
  const [repId, setRepId] = useState<string | null>(null)
  const reassign = useReassign(() => {
    onClose()
    tell(t`Đã giao lại.`)
  })
  const refused = isProblem(reassign.error) ? reassign.error : undefined
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        reassign.mutate({ handoff, repId })
      }}
    >
      <Stack>
        <ProblemAlert error={reassign.error} fields={['repId']} />
        <ReceiverSelect
          without={handoff.repId}
          value={repId}
          onChange={setRepId}
          error={refused?.of('repId')}
        />
        <Text size="sm" c="dimmed">
          <Trans>Đồng hồ của khách không bắt đầu lại; người nhận có đồng hồ riêng.</Trans>
        </Text>
        <Buttons onClose={onClose} busy={reassign.isPending}>
          <Trans>Giao</Trans>
        </Buttons>
      </Stack>
    </form>
  )
}

const Buttons = ({
  onClose,
  busy,
  disabled,
  danger,
  children,
}: {
  onClose: () => void
  busy: boolean
  disabled?: boolean
  danger?: boolean
  children: ReactNode
}) => (
  <Group justify="flex-end">
    <Button variant="default" onClick={onClose}>
      <Trans>Huỷ</Trans>
    </Button>
    <Button type="submit" loading={busy} disabled={disabled} color={danger ? 'red.8' : undefined}>
      {children}
    </Button>
  </Group>
)
