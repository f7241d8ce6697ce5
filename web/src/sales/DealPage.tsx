import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { Badge, Button, Group, Menu, Stack, Text } from '@mantine/core'
import { IconClockPause, IconDotsVertical, IconMoodSad, IconRotate, IconTrophy } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { Deal } from '../api/types'
import { CompanyPicker, ContactPicker } from '../contacts/pickers'
import { Timeline } from '../contacts/Timeline'
import { Amount } from '../ui/Amount'
import { BackLink } from '../ui/BackLink'
import { Columns } from '../ui/Columns'
import { useEditing } from '../ui/editing'
import { decimalsOf, formatDate, symbolOf } from '../ui/format'
import { InlineEdit } from '../ui/InlineEdit'
import { InlinePick } from '../ui/InlinePick'
import { Loaded } from '../ui/Loaded'
import { Day } from '../ui/Moment'
import { Card, Page } from '../ui/Page'
import { useFieldNames } from '../workspace/fields'
import { OtherFacts } from '../workspace/OtherFacts'
import { useMembers } from '../workspace/session'
import { useDealActions } from './actions'
import { dealQuery, movesQuery, reasonsQuery, usePipelines } from './api'
import { DealMenuItems, hasMenu } from './DealMenu'
import { DEALS } from './keys'
import { StageSteps } from './StageBar'
import { MOVE_ICONS, MOVE_NAMES, STATUS_COLORS, STATUS_NAMES } from './words'

export function DealPage({ dealId, aside }: { dealId: string; aside?: (deal: Deal) => ReactNode }) {
  const deal = useQuery(dealQuery(dealId))
  return (
    <Loaded of={deal} page>
      {(data) => <DealInFull deal={data} aside={aside} />}
    </Loaded>
  )
}

function DealInFull({ deal, aside }: { deal: Deal; aside?: (deal: Deal) => ReactNode }) {
  const { t, i18n } = useLingui()
  const { actions, dialogs } = useDealActions()
  const days = deal.daysInStage ?? 0
  return (
    <Page
      of={deal.name}
      title={
        <Group gap={10} component="span">
          <BackLink to="/deals">
            <Trans>Thương vụ</Trans>
          </BackLink>
          {deal.name}
        </Group>
      }
      aside={
        <Group gap="xs">
          <Text fw={600} size="lg" span>
            <Amount value={deal.amount} />
          </Text>
          <Badge variant="light" color={STATUS_COLORS[deal.status]}>
            {i18n._(STATUS_NAMES[deal.status])}
          </Badge>
          {deal.rotting && (
            <Badge variant="light" color="orange" leftSection={<IconClockPause size={13} aria-hidden />}>
              <Plural value={days} other="# ngày ở giai đoạn này" />
            </Badge>
          )}
        </Group>
      }
      actions={
        <>
          {deal.can?.win && (
            <Button leftSection={<IconTrophy size={16} aria-hidden />} onClick={() => actions.askToWin(deal)}>
              <Trans>Thắng</Trans>
            </Button>
          )}
          {deal.can?.lose && (
            <Button
              variant="default"
              leftSection={<IconMoodSad size={16} aria-hidden />}
              onClick={() => actions.askToLose(deal)}
            >
              <Trans>Thua…</Trans>
            </Button>
          )}
          {deal.can?.reopen && (
            <Button
              variant="default"
              leftSection={<IconRotate size={16} aria-hidden />}
              onClick={() => actions.reopen(deal)}
            >
              <Trans>Mở lại</Trans>
            </Button>
          )}
          {hasMenu(deal) && (
            <Menu position="bottom-end" width={248}>
              <Menu.Target>
                <Button variant="default" px={9} aria-label={t`Thao tác khác với thương vụ`}>
                  <IconDotsVertical size={16} />
                </Button>
              </Menu.Target>
              <Menu.Dropdown>
                <DealMenuItems deal={deal} actions={actions} />
              </Menu.Dropdown>
            </Menu>
          )}
        </>
      }
    >
      <StageSteps deal={deal} actions={actions} />
      <Columns
        left={<Facts deal={deal} />}
        middle={<DealTimeline deal={deal} />}
        right={
          <Stack gap="sm">
            <People deal={deal} />
            {aside?.(deal)}
          </Stack>
        }
      />
      {dialogs}
    </Page>
  )
}

function Facts({ deal }: { deal: Deal }) {
  const { t } = useLingui()
  const { choices, nameOf } = useMembers()
  const reasons = useQuery({ ...reasonsQuery, enabled: deal.status === 'LOST' })
  const names: Record<string, string> = {
    name: t`Tên`,
    amount: t`Giá trị`,
    expectedCloseDate: t`Dự kiến chốt`,
    ownerId: t`Phụ trách`,
    nextStep: t`Bước tiếp theo`,
    nextStepDate: t`Ngày làm bước tiếp theo`,
    tags: t`Nhãn`,
    custom: t`Trường riêng`,
    companyId: t`Công ty`,
    contactIds: t`Người liên hệ`,
  }
  const fieldName = useFieldNames('DEAL', names)
  const { edit, dialog } = useEditing<Deal>({
    collection: 'deals',
    path: '/api/deals',
    nameOf: fieldName,
    show: (field, value) => (field === 'ownerId' ? nameOf(String(value)) : undefined),
  })
  const readOnly = deal.can?.edit !== true
  const currency = deal.amount?.currency ?? 'VND'
  return (
    <Card title={<Trans>Thông tin</Trans>}>
      <Stack gap={6} p="md">
        <InlineEdit
          label={names.name ?? ''}
          field="name"
          readOnly={readOnly}
          value={deal.name}
          onSave={(value) => edit(deal, { name: value ?? '' })}
        />
        <InlineEdit
          kind="number"
          label={names.amount ?? ''}
          field="amount"
          readOnly={readOnly}
          suffix={symbolOf(currency)}
          decimals={decimalsOf(currency)}
          value={deal.amount?.amount}
          show={
            deal.amount ? (
              <>
                <Amount value={deal.amount} />
                {deal.weighted && (
                  <Text span size="sm" c="dimmed" ml={6}>
                    <Trans>
                      ≈ <Amount value={deal.weighted} /> theo xác suất
                    </Trans>
                  </Text>
                )}
              </>
            ) : undefined
          }
          onSave={(amount) => edit(deal, { amount: amount ? { amount, currency } : null })}
        />
        <InlineEdit
          kind="date"
          label={names.expectedCloseDate ?? ''}
          field="expectedCloseDate"
          readOnly={readOnly}
          value={deal.expectedCloseDate}
          show={
            deal.expectedCloseDate ? (
              <Day date={deal.expectedCloseDate} due={deal.status === 'OPEN'} />
            ) : undefined
          }
          onSave={(expectedCloseDate) => edit(deal, { expectedCloseDate })}
        />
        <InlineEdit
          kind="choice"
          label={names.ownerId ?? ''}
          field="ownerId"
          required
          readOnly={readOnly}
          value={deal.ownerId}
          show={nameOf(deal.ownerId)}
          options={choices}
          onSave={(ownerId) => edit(deal, { ownerId: ownerId ?? undefined })}
        />
        <InlineEdit
          label={names.nextStep ?? ''}
          field="nextStep"
          placeholder={t`Chưa có bước tiếp theo`}
          readOnly={readOnly}
          value={deal.nextStep}
          onSave={(nextStep) => edit(deal, { nextStep })}
        />
        <InlineEdit
          kind="date"
          label={names.nextStepDate ?? ''}
          field="nextStepDate"
          readOnly={readOnly}
          value={deal.nextStepDate}
          show={deal.nextStepDate ? <Day date={deal.nextStepDate} due={deal.status === 'OPEN'} /> : undefined}
          onSave={(nextStepDate) => edit(deal, { nextStepDate })}
        />
        <InlineEdit
          kind="tags"
          label={names.tags ?? ''}
          field="tags"
          readOnly={readOnly}
          value={deal.tags ?? []}
          onSave={(tags) => edit(deal, { tags })}
        />
        <OtherFacts besides={names} kind="DEAL" record={deal} readOnly={readOnly} edit={edit} />
        {deal.status === 'LOST' && (
          <div>
            <Text size="sm" c="dimmed">
              <Trans>Lý do thua</Trans>
            </Text>
            <Text>
              {reasons.data?.find((one) => one.code === deal.lostReason)?.name ?? deal.lostReason ?? '—'}
              {deal.lostNote && `: ${deal.lostNote}`}
            </Text>
          </div>
        )}
        {deal.closedAt && (
          <div>
            <Text size="sm" c="dimmed">
              <Trans>Ngày đóng</Trans>
            </Text>
            <Text className="tabular">{formatDate(deal.closedAt)}</Text>
          </div>
        )}
      </Stack>
      {dialog}
    </Card>
  )
}

function People({ deal }: { deal: Deal }) {
  const { t } = useLingui()
  const { edit, dialog } = useEditing<Deal>({
    collection: 'deals',
    path: '/api/deals',
    nameOf: (field) => (field === 'companyId' ? t`Công ty` : t`Người liên hệ`),
  })
  const readOnly = deal.can?.edit !== true
  const people = deal.contacts ?? []
  return (
    <Card title={<Trans>Khách</Trans>}>
      <Stack gap={10} p="md">
        <InlinePick
          label={t`Công ty`}
          readOnly={readOnly}
          value={deal.companyId ?? null}
          show={
            deal.companyId && (
              <Link to="/companies/$companyId" params={{ companyId: deal.companyId }} className="link">
                {deal.companyName ?? t`Công ty bạn không có quyền xem`}
              </Link>
            )
          }
          picker={(value, onChange) => (
            <CompanyPicker aria-label={t`Công ty`} value={value} onChange={onChange} autoFocus />
          )}
          onSave={(companyId) => edit(deal, { companyId })}
        />
        <InlinePick
          label={t`Người liên hệ`}
          readOnly={readOnly}
          value={deal.contactIds as string[]}
          show={
            people.length > 0 && (
              <Stack gap={2}>
                {people.map((one) => (
                  <Link
                    key={one.id}
                    to="/contacts/$contactId"
                    params={{ contactId: one.id }}
                    className="link"
                  >
                    {one.fullName ?? t`Người bạn không có quyền xem`}
                  </Link>
                ))}
              </Stack>
            )
          }
          picker={(value, onChange) => (
            <ContactPicker aria-label={t`Người liên hệ`} value={value} onChange={onChange} autoFocus />
          )}
          onSave={(contactIds) => edit(deal, { contactIds })}
        />
      </Stack>
      {dialog}
    </Card>
  )
}

/** All that happened with the deal: its way through the stages, what was said, who changed what. */
function DealTimeline({ deal }: { deal: Deal }) {
  const { i18n } = useLingui()
  const moves = useQuery(movesQuery(deal.id))
  const reasons = useQuery(reasonsQuery)
  const { nameOf } = useMembers()
  const { stageOf } = usePipelines()
  const lines = [...(moves.data ?? [])].reverse().map((move) => {
    const Icon = MOVE_ICONS[move.kind] ?? IconRotate
    const reason = reasons.data?.find((one) => one.code === move.reason)?.name ?? move.reason
    const to = stageOf(move.toStageId)?.name
    const why = [reason, move.note].filter(Boolean).join(': ')
    return {
      id: move.id,
      at: move.at,
      icon: <Icon size={14} />,
      text: (
        <>
          <Text span fw={500}>
            {MOVE_NAMES[move.kind] ? i18n._(MOVE_NAMES[move.kind] as never) : move.kind}
          </Text>
          {(move.kind === 'MOVED' || move.kind === 'OPENED' || move.kind === 'REOPENED') && to && ` → ${to}`}
          {why && ` · ${why}`}
          {nameOf(move.actorId) && (
            <Text span c="dimmed">
              {' '}
              · {nameOf(move.actorId)}
            </Text>
          )}
        </>
      ),
    }
  })
  return <Timeline of={DEALS} id={deal.id} canLog={deal.can?.edit} stages={lines} />
}
