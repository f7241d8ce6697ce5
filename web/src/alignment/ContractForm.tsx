import { Trans, useLingui } from '@lingui/react/macro'
import { Alert, Button, Divider, Group, Modal, Select, SimpleGrid, Stack, Text } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { isProblem } from '../api/problem'
import { tell } from '../ui/command'
import { DateField } from '../ui/DateField'
import { formatDate, formatMoney, getZone } from '../ui/format'
import { MoneyInput } from '../ui/MoneyInput'
import { percentOf } from '../ui/money'
import { NumberField } from '../ui/NumberField'
import { ProblemAlert } from '../ui/States'
import { useMe } from '../workspace/session'
import { type Comparison, type Sla, useCompare, usePropose } from './api'
import { ChangeList } from './changes'
import { draftOf, nextMonth, type Span, type Typed, typedOf } from './draft'
import { today } from './period'
import { Tier } from './Tier'

/** Proposes another version of the contract: first it is filled in, then seen beside the one in force. */
export function ContractForm({ sla, opened, onClose }: { sla: Sla; opened: boolean; onClose: () => void }) {
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      size="lg"
      title={sla.proposal ? <Trans>Sửa đề xuất</Trans> : <Trans>Đề xuất thay đổi cam kết</Trans>}
    >
      {opened && <Fields sla={sla} onClose={onClose} />}
    </Modal>
  )
}

function Fields({ sla, onClose }: { sla: Sla; onClose: () => void }) {
  const { t } = useLingui()
  const me = useMe()
  const terms = sla.proposal?.terms ?? sla.terms
  const now = today(getZone())
  const currency =
    terms.goal.revenueTarget?.currency ?? terms.leadTypes[0]?.averageSale.currency ?? me.workspace.currency
  const [typed, setTyped] = useState(() =>
    typedOf(terms, sla.proposal && !sla.proposal.late ? sla.proposal.startsOn : nextMonth(now)),
  )
  const [seen, setSeen] = useState<Comparison>()
  const set = (change: Partial<Typed>) => setTyped((old) => ({ ...old, ...change }))
  const compare = useCompare(setSeen)
  const propose = usePropose(() => {
    onClose()
    tell(t`Đã đề xuất. Cam kết đổi khi hai bên đã ký.`)
  })
  const draft = { name: sla.proposal?.name ?? sla.name, ...draftOf(typed, terms, currency) }
  const refused = isProblem(compare.error) ? compare.error : undefined
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (seen) propose.mutate({ sla, draft })
    else compare.mutate({ id: sla.id, draft })
  }

  if (seen) {
    const day = formatDate(seen.startsOn)
    const replaced = seen.replaces.join(', ')
    return (
      <form onSubmit={submit}>
        <Stack>
          <ProblemAlert error={propose.error} />
          <Text>
            <Trans>
              So với phiên bản {seen.against}, từ ngày {day}:
            </Trans>
          </Text>
          <ChangeList changes={seen.changes} />
          {replaced !== '' && (
            <Alert color="yellow" variant="light">
              <Trans>Phiên bản {replaced} đã ký nhưng chưa bắt đầu sẽ không có hiệu lực nữa.</Trans>
            </Alert>
          )}
          <Text size="sm" c="dimmed">
            {sla.proposal && sla.proposal.signatures.length > 0 ? (
              <Trans>Chữ ký đã có mất hiệu lực khi đề xuất được sửa; hai bên ký lại.</Trans>
            ) : (
              <Trans>Chưa có hiệu lực cho đến khi marketing và bán hàng cùng ký.</Trans>
            )}
          </Text>
          <Group justify="flex-end">
            <Button variant="default" onClick={() => setSeen(undefined)}>
              <Trans>Sửa tiếp</Trans>
            </Button>
            <Button
              type="submit"
              loading={propose.isPending}
              disabled={seen.changes.length + seen.replaces.length === 0}
            >
              <Trans>Đề xuất</Trans>
            </Button>
          </Group>
        </Stack>
      </form>
    )
  }

  const promised =
    typed.target && typed.share !== ''
      ? formatMoney(percentOf(typed.target, Number(typed.share)), currency)
      : undefined
  return (
    <form onSubmit={submit}>
      <Stack>
        <ProblemAlert error={compare.error} fields={['terms', 'startsOn']} />
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          <DateField
            label={t`Có hiệu lực từ`}
            required
            withAsterisk={false}
            minDate={now}
            value={typed.startsOn}
            onChange={(startsOn) => set({ startsOn })}
            error={refused?.of('startsOn')}
          />
        </SimpleGrid>
        <Divider label={t`Mục tiêu mỗi tháng của marketing`} labelPosition="left" />
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          <MoneyInput
            label={t`Doanh thu cả công ty`}
            currency={currency}
            value={typed.target}
            onChange={(target) => set({ target })}
            data-autofocus
            error={refused?.of('terms.goal.revenueTarget')}
          />
          <NumberField
            label={t`Phần do marketing mang về`}
            suffix="%"
            min={0}
            max={100}
            decimals={2}
            value={typed.share}
            onChange={(share) => set({ share })}
            error={refused?.of('terms.goal.marketingShare')}
          />
          <NumberField
            label={t`Khách hàng mới`}
            min={0}
            max={1_000_000}
            value={typed.customers}
            onChange={(customers) => set({ customers })}
            error={refused?.of('terms.goal.customers')}
          />
          <NumberField
            label={t`Tỷ lệ lead thành khách`}
            suffix="%"
            min={0}
            max={100}
            decimals={2}
            value={typed.closeRate}
            onChange={(closeRate) => set({ closeRate })}
            error={refused?.of('terms.goal.closeRate')}
          />
        </SimpleGrid>
        <Text c="dimmed">
          {promised ? (
            <Trans>Marketing hứa {promised} giá trị lead mỗi tháng.</Trans>
          ) : (
            <Trans>Doanh thu nhân phần của marketing là giá trị lead phải giao mỗi tháng.</Trans>
          )}
        </Text>
        <Divider label={t`Bán hàng hứa trả lời`} labelPosition="left" />
        {typed.tiers.map((entered, index) => {
          const put = (change: Partial<typeof entered>) =>
            set({
              tiers: typed.tiers.map((one) => (one.tier === entered.tier ? { ...one, ...change } : one)),
            })
          return (
            <Group key={entered.tier} gap="md" align="flex-end" wrap="wrap">
              <div style={{ paddingBottom: 8 }}>
                <Tier tier={entered.tier} />
              </div>
              <SpanField
                label={t`Nhận trong`}
                of={t`Hạng ${entered.tier}: nhận trong`}
                value={entered.accept}
                onChange={(accept) => put({ accept })}
                error={refused?.of(`terms.tiers[${index}].acceptWithin`)}
              />
              <SpanField
                label={t`Liên hệ trong`}
                of={t`Hạng ${entered.tier}: liên hệ trong`}
                value={entered.touch}
                onChange={(touch) => put({ touch })}
                error={refused?.of(`terms.tiers[${index}].touchWithin`)}
              />
            </Group>
          )
        })}
        <Divider label={t`Một lead đáng giá bao nhiêu`} labelPosition="left" />
        {typed.types.map((entered, index) => {
          const type = terms.leadTypes[index]
          const name = type?.name ?? entered.code
          const put = (change: Partial<typeof entered>) =>
            set({
              types: typed.types.map((one) => (one.code === entered.code ? { ...one, ...change } : one)),
            })
          return (
            <SimpleGrid key={entered.code} cols={{ base: 1, xs: 2 }}>
              <NumberField
                label={t`${name}: tỷ lệ chốt`}
                suffix="%"
                min={0}
                max={100}
                decimals={2}
                required
                withAsterisk={false}
                value={entered.rate}
                onChange={(rate) => put({ rate })}
                error={refused?.of(`terms.leadTypes[${index}].closeRate`)}
              />
              <MoneyInput
                label={t`${name}: giá bán trung bình`}
                currency={type?.averageSale.currency ?? currency}
                required
                withAsterisk={false}
                value={entered.sale}
                onChange={(sale) => put({ sale })}
                error={refused?.of(`terms.leadTypes[${index}].averageSale`)}
              />
            </SimpleGrid>
          )
        })}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            <Trans>Huỷ</Trans>
          </Button>
          <Button type="submit" loading={compare.isPending}>
            <Trans>Xem trước và sau</Trans>
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

function SpanField({
  label,
  of,
  value,
  onChange,
  error,
}: {
  label: string
  of: string
  value: Span
  onChange: (value: Span) => void
  error?: string
}) {
  const { t } = useLingui()
  return (
    <Group gap={4} wrap="nowrap" align="flex-end">
      <NumberField
        label={label}
        aria-label={of}
        w={96}
        required
        withAsterisk={false}
        min={1}
        max={value.unit === 'days' ? 250 : 60_000}
        value={value.amount}
        onChange={(amount) => onChange({ ...value, amount })}
        error={error}
      />
      <Select
        aria-label={t`${of}: đơn vị`}
        w={136}
        allowDeselect={false}
        data={[
          { value: 'minutes', label: t`phút làm việc` },
          { value: 'days', label: t`ngày làm việc` },
        ]}
        value={value.unit}
        onChange={(unit) => onChange({ ...value, unit: unit === 'days' ? 'days' : 'minutes' })}
      />
    </Group>
  )
}
