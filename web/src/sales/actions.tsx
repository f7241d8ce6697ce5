import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { Button, Group, Modal, Radio, Stack, Text, Textarea } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { isProblem } from '../api/problem'
import type { Deal } from '../api/types'
import { STAGE_NAMES } from '../contacts/words'
import { Amount } from '../ui/Amount'
import { ConfirmDialog } from '../ui/ConfirmDialog'
import { tell } from '../ui/command'
import { ErrorState } from '../ui/States'
import {
  type Recycling,
  reasonsQuery,
  useDeleteDeal,
  useLoseDeal,
  useMoveDeal,
  useRecycle,
  useReopenDeal,
  useWinDeal,
} from './api'

export interface DealActions {
  readonly move: (deal: Deal, stageId: string) => void
  readonly askToWin: (deal: Deal) => void
  readonly askToLose: (deal: Deal) => void
  readonly reopen: (deal: Deal) => void
  readonly askToDelete: (deal: Deal) => void
}

type Asked = { readonly what: 'win' | 'lose' | 'delete'; readonly deal: Deal }

/** What can be done with a deal, and the dialogs that some of it needs; put the dialogs anywhere in the page. */
export function useDealActions() {
  const { t } = useLingui()
  const [asked, setAsked] = useState<Asked>()
  const [proposal, setProposal] = useState<{ deal: Deal; recycling: Recycling }>()
  const close = () => setAsked(undefined)
  const move = useMoveDeal()
  const win = useWinDeal()
  const reopen = useReopenDeal()
  const drop = useDeleteDeal()

  const actions: DealActions = {
    move: (deal, stageId) => move.mutate({ deal, stageId }),
    askToWin: (deal) => setAsked({ what: 'win', deal }),
    askToLose: (deal) => setAsked({ what: 'lose', deal }),
    reopen: (deal) => reopen.mutate(deal),
    askToDelete: (deal) => setAsked({ what: 'delete', deal }),
  }
  const deal = asked?.deal
  const name = deal?.name ?? ''

  const dialogs = (
    <>
      <ConfirmDialog
        opened={asked?.what === 'win'}
        onClose={close}
        title={<Trans>Thắng “{name}”?</Trans>}
        confirm={<Trans>Thắng</Trans>}
        busy={win.isPending}
        onConfirm={() => deal && win.mutate(deal, { onSettled: close })}
      >
        <Text>
          {deal?.amount && (
            <>
              <Amount value={deal.amount} /> ·{' '}
            </>
          )}
          <Trans>Người liên hệ và công ty của thương vụ sẽ thành Khách hàng.</Trans>
        </Text>
      </ConfirmDialog>
      <ConfirmDialog
        opened={asked?.what === 'delete'}
        onClose={close}
        title={<Trans>Xoá “{name}”?</Trans>}
        confirm={<Trans>Xoá</Trans>}
        danger
        busy={drop.isPending}
        onConfirm={() => deal && drop.mutate(deal, { onSettled: close })}
      >
        {t`Thương vụ vào thùng rác và có thể khôi phục.`}
      </ConfirmDialog>
      <Modal opened={asked?.what === 'lose'} onClose={close} title={<Trans>Vì sao thua “{name}”?</Trans>}>
        {asked?.what === 'lose' && (
          <LoseForm
            deal={asked.deal}
            onClose={close}
            onLost={(lost, recycling) => {
              close()
              if (recycling) setProposal({ deal: lost, recycling })
              else tell(t`Đã ghi “${lost.name}” là thua.`)
            }}
          />
        )}
      </Modal>
      {proposal && (
        <RecycleDialog
          deal={proposal.deal}
          recycling={proposal.recycling}
          onClose={() => setProposal(undefined)}
        />
      )}
    </>
  )
  return { actions, dialogs }
}

function LoseForm({
  deal,
  onClose,
  onLost,
}: {
  deal: Deal
  onClose: () => void
  onLost: (deal: Deal, recycling?: Recycling | null) => void
}) {
  const { t } = useLingui()
  const reasons = useQuery(reasonsQuery)
  const lose = useLoseDeal((answer) => onLost(answer, answer.recycling))
  const [reason, setReason] = useState<string | null>(null)
  const [note, setNote] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (reason) lose.mutate({ deal, reason, note: note.trim() || undefined })
  }
  if (reasons.isError) return <ErrorState error={reasons.error} retry={() => void reasons.refetch()} />
  const refused = isProblem(lose.error) ? lose.error : undefined
  return (
    <form onSubmit={submit}>
      <Stack>
        <Radio.Group
          value={reason}
          onChange={setReason}
          aria-label={t`Lý do thua`}
          error={refused?.of('reason')}
        >
          <Stack gap={10}>
            {reasons.data
              ?.filter((one) => !one.archived)
              .map((one, index) => (
                <Radio key={one.code} value={one.code} label={one.name} autoFocus={index === 0} />
              ))}
          </Stack>
        </Radio.Group>
        <Textarea
          label={t`Ghi thêm cho đồng nghiệp (không bắt buộc)`}
          autosize
          minRows={2}
          maxLength={2000}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
          error={refused?.of('note')}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            <Trans>Huỷ</Trans>
          </Button>
          <Button type="submit" color="red.8" disabled={!reason} loading={lose.isPending}>
            <Trans>Ghi là thua</Trans>
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

/** Losing somebody's last open deal proposes where they should go; nobody goes there before the rep says so. */
function RecycleDialog({
  deal,
  recycling,
  onClose,
}: {
  deal: Deal
  recycling: Recycling
  onClose: () => void
}) {
  const { t, i18n } = useLingui()
  const stage = i18n._(STAGE_NAMES[recycling.to])
  const recycle = useRecycle(() => {
    onClose()
    tell(t`Đã chuyển về ${stage}.`)
  })
  const names = (deal.contacts ?? [])
    .filter((one) => recycling.contacts.includes(one.id))
    .flatMap((one) => (one.fullName ? [one.fullName] : []))
  const hidden = recycling.contacts.length - names.length
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      title={<Trans>Đã ghi là thua. Khách đi đâu tiếp?</Trans>}
      confirm={<Trans>Chuyển về {stage}</Trans>}
      busy={recycle.isPending}
      onConfirm={() => recycle.mutate(deal)}
    >
      <Stack gap="xs">
        <Text>
          <Trans>Không còn thương vụ nào khác đang mở với:</Trans>
        </Text>
        <ul style={{ margin: 0, paddingLeft: 20 }}>
          {names.map((one) => (
            <li key={one}>{one}</li>
          ))}
          {hidden > 0 && (
            <li>
              <Plural value={hidden} other="# người bạn không có quyền xem" />
            </li>
          )}
          {recycling.company && deal.companyName && <li>{deal.companyName}</li>}
        </ul>
        <Text c="dimmed">
          {recycling.to === 'LEAD' ? (
            <Trans>Marketing sẽ nuôi dưỡng tiếp và giao lại khi khách sẵn sàng.</Trans>
          ) : (
            <Trans>Khách ra khỏi đường bán hàng và không được giao lại.</Trans>
          )}
        </Text>
      </Stack>
    </ConfirmDialog>
  )
}
