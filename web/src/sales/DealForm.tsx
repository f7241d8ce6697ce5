import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Group, Modal, Select, SimpleGrid, Stack, TextInput } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { isProblem } from '../api/problem'
import { CompanyPicker, ContactPicker } from '../contacts/pickers'
import { tell } from '../ui/command'
import { DateField } from '../ui/DateField'
import { type Draft, Drafted, useDrafted } from '../ui/draft'
import { MoneyInput } from '../ui/MoneyInput'
import { ProblemAlert } from '../ui/States'
import { unique } from '../ui/unique'
import { MemberSelect } from '../workspace/MemberSelect'
import { CustomInputs } from '../workspace/OtherFacts'
import { useMe } from '../workspace/session'
import { useOpenDeal, usePipelines } from './api'

const FIELDS = [
  'name',
  'companyId',
  'contactIds',
  'amount',
  'stageId',
  'ownerId',
  'expectedCloseDate',
  'custom',
]

interface DealFormProps {
  readonly opened: boolean
  readonly onClose: () => void
  readonly stageId?: string
  readonly companyId?: string | null
  readonly contactIds?: readonly string[]
}

export function DealForm({ opened, onClose, ...start }: DealFormProps) {
  const me = useMe()
  const about = [start.stageId, start.companyId, ...(start.contactIds ?? [])].filter(Boolean).join(' ')
  return (
    <Modal opened={opened} onClose={onClose} title={<Trans>Mở thương vụ</Trans>} size="lg">
      {opened && (
        <Drafted name={`deal ${me.id} ${about}`}>
          {(draft) => <Fields draft={draft} onClose={onClose} {...start} />}
        </Drafted>
      )}
    </Modal>
  )
}

function Fields({ draft, onClose, ...start }: Omit<DealFormProps, 'opened'> & { draft: Draft }) {
  const { t } = useLingui()
  const me = useMe()
  const navigate = useNavigate()
  const { pipelines } = usePipelines()
  const currency = me.workspace?.currency ?? 'VND'
  const [key] = useState(unique)
  const [custom, setCustom] = useDrafted<Readonly<Record<string, unknown>>>(draft, 'custom', {})
  const [name, setName] = useDrafted(draft, 'name', '')
  const [companyId, setCompanyId] = useDrafted<string | null>(draft, 'companyId', start.companyId ?? null)
  const [contactIds, setContactIds] = useDrafted<string[]>(draft, 'contactIds', [...(start.contactIds ?? [])])
  const [amount, setAmount] = useDrafted(draft, 'amount', '')
  const [stageId, setStageId] = useDrafted<string | null>(draft, 'stageId', start.stageId ?? null)
  const [ownerId, setOwnerId] = useDrafted<string | null>(draft, 'ownerId', me.id)
  const [date, setDate] = useDrafted<string | null>(draft, 'date', null)
  const open = useOpenDeal((deal) => {
    draft.forget()
    onClose()
    tell(t`Đã mở “${deal.name}”.`, {
      label: t`Xem`,
      run: () => navigate({ to: '/deals/$dealId', params: { dealId: deal.id } }),
    })
  })
  const refused = isProblem(open.error) ? open.error : undefined
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const pipeline = pipelines.find((one) => one.stages.some((stage) => stage.id === stageId))
    open.mutate({
      key,
      input: {
        name: name.trim(),
        companyId: companyId ?? undefined,
        contactIds,
        amount: amount ? { amount, currency } : undefined,
        pipelineId: pipeline?.id,
        stageId: stageId ?? undefined,
        ownerId: ownerId ?? undefined,
        expectedCloseDate: date ?? undefined,
        custom,
      },
    })
  }
  const stages = pipelines.map((pipeline) => ({
    group: pipeline.name,
    items: pipeline.stages
      .filter((stage) => stage.kind === 'SELLING')
      .map((stage) => ({ value: stage.id, label: stage.name })),
  }))

  return (
    <form onSubmit={submit}>
      <Stack>
        <ProblemAlert error={open.error} fields={FIELDS} />
        <TextInput
          label={t`Tên thương vụ`}
          placeholder={t`Ví dụ: Sữa học đường quận 7`}
          required
          data-autofocus
          maxLength={200}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          error={refused?.of('name')}
        />
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          <CompanyPicker
            label={t`Công ty`}
            value={companyId}
            onChange={setCompanyId}
            error={refused?.of('companyId')}
          />
          <ContactPicker
            label={t`Người liên hệ`}
            value={contactIds}
            onChange={setContactIds}
            error={refused?.of('contactIds')}
          />
          <MoneyInput
            label={t`Giá trị`}
            currency={currency}
            value={amount}
            onChange={setAmount}
            error={refused?.of('amount')}
          />
          <DateField
            label={t`Dự kiến chốt`}
            placeholder="24/11/2026"
            clearable
            value={date}
            onChange={setDate}
            error={refused?.of('expectedCloseDate')}
          />
          <Select
            label={t`Giai đoạn`}
            placeholder={t`Giai đoạn đầu`}
            data={pipelines.length > 1 ? stages : (stages[0]?.items ?? [])}
            value={stageId}
            onChange={setStageId}
            error={refused?.of('stageId')}
          />
          <MemberSelect
            label={t`Giao cho ai?`}
            value={ownerId}
            onChange={setOwnerId}
            error={refused?.of('ownerId')}
          />
        </SimpleGrid>
        <CustomInputs kind="DEAL" values={custom} onChange={setCustom} refused={refused} />
        <Group justify="flex-end">
          <Button
            variant="default"
            onClick={() => {
              draft.forget()
              onClose()
            }}
          >
            <Trans>Huỷ</Trans>
          </Button>
          <Button type="submit" loading={open.isPending} disabled={name.trim() === ''}>
            <Trans>Mở thương vụ</Trans>
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
