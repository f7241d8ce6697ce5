import { Trans, useLingui } from '@lingui/react/macro'
import {
  Alert,
  Button,
  Divider,
  Group,
  Modal,
  Select,
  SimpleGrid,
  Stack,
  Text,
  TextInput,
} from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
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
import { type Comparison, type Sla, useCompare, usePropose, versionsQuery } from './api'
import { ChangeList } from './changes'
import { draftOf, nextMonth, type Typed, typedOf } from './draft'
import { today } from './period'
import { ReasonFields, TierFields, TypeFields } from './TermFields'

/** Proposes another version of the contract: first it is filled in, then seen beside the one in force. */
export function ContractForm({ sla, opened, onClose }: { sla: Sla; opened: boolean; onClose: () => void }) {
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      size="xl"
      // So much typing is not thrown away by a click beside it.
      closeOnClickOutside={false}
      title={sla.proposal ? <Trans>Sửa đề xuất</Trans> : <Trans>Đề xuất thay đổi cam kết</Trans>}
    >
      {opened && <Fields sla={sla} onClose={onClose} />}
    </Modal>
  )
}

const sameOrder = (one: readonly { key: string }[], other: readonly { key: string }[]) =>
  one.length === other.length && one.every(({ key }, index) => key === other[index]?.key)

function Fields({ sla, onClose }: { sla: Sla; onClose: () => void }) {
  const { t } = useLingui()
  const me = useMe()
  const terms = sla.proposal?.terms ?? sla.terms
  const now = today(getZone())
  const currency =
    terms.goal.revenueTarget?.currency ?? terms.leadTypes[0]?.averageSale.currency ?? me.workspace.currency
  const currencies = [...new Set([currency, me.workspace.currency])]
  const [typed, setTyped] = useState(() =>
    typedOf(
      sla.proposal?.name ?? sla.name,
      terms,
      currency,
      sla.proposal && !sla.proposal.late ? sla.proposal.startsOn : nextMonth(now),
    ),
  )
  const [seen, setSeen] = useState<Comparison>()
  const set = (change: Partial<Typed>) => setTyped((old) => ({ ...old, ...change }))
  const list = (change: Partial<Typed>, rearranged: boolean) => {
    set(change)
    // What was refused is told by places in the lists, which are others now.
    if (rearranged) compare.reset()
  }
  const compare = useCompare(setSeen)
  const propose = usePropose(() => {
    onClose()
    tell(t`Đã đề xuất. Cam kết đổi khi hai bên đã ký.`)
  })
  const { data: versions } = useQuery(versionsQuery(sla.id))
  const draft = draftOf(
    typed,
    (versions ?? [sla]).map(({ terms: agreed }) => agreed),
  )
  const refused = isProblem(compare.error) ? compare.error : undefined
  const wrong = (path: string) => refused?.of(`terms.${path}`)
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
      ? formatMoney(percentOf(typed.target, Number(typed.share)), typed.currency)
      : undefined
  return (
    <form onSubmit={submit}>
      <Stack>
        <ProblemAlert error={compare.error} fields={['name', 'terms', 'startsOn']} />
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          <TextInput
            label={t`Tên bản cam kết`}
            required
            withAsterisk={false}
            maxLength={200}
            value={typed.name}
            onChange={(event) => set({ name: event.currentTarget.value })}
            error={refused?.of('name')}
          />
          <DateField
            label={t`Có hiệu lực từ`}
            required
            withAsterisk={false}
            minDate={now}
            value={typed.startsOn}
            onChange={(startsOn) => set({ startsOn })}
            error={refused?.of('startsOn')}
          />
          {currencies.length > 1 && (
            <Select
              label={t`Loại tiền`}
              description={t`Đổi loại tiền thì nhập lại mọi số tiền; chỉ bắt đầu được từ ngày 1.`}
              allowDeselect={false}
              data={currencies}
              value={typed.currency}
              onChange={(chosen) => set({ currency: chosen ?? typed.currency })}
            />
          )}
        </SimpleGrid>
        <Divider label={t`Mục tiêu mỗi tháng của marketing`} labelPosition="left" />
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          <MoneyInput
            label={t`Doanh thu cả công ty`}
            currency={typed.currency}
            value={typed.target}
            onChange={(target) => set({ target })}
            data-autofocus
            error={wrong('goal.revenueTarget')}
          />
          <NumberField
            label={t`Phần do marketing mang về`}
            suffix="%"
            min={0}
            max={100}
            decimals={2}
            value={typed.share}
            onChange={(share) => set({ share })}
            error={wrong('goal.marketingShare')}
          />
          <NumberField
            label={t`Khách hàng mới`}
            min={0}
            max={1_000_000}
            value={typed.customers}
            onChange={(customers) => set({ customers })}
            error={wrong('goal.customers')}
          />
          <NumberField
            label={t`Tỷ lệ lead thành khách`}
            suffix="%"
            min={0}
            max={100}
            decimals={2}
            value={typed.closeRate}
            onChange={(closeRate) => set({ closeRate })}
            error={wrong('goal.closeRate')}
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
        <TierFields entries={typed.tiers} onChange={(tiers) => set({ tiers })} refused={wrong} />
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          <NumberField
            label={t`Nhắc khi đã qua`}
            description={t`Phần thời gian của hạn mà nhân viên được nhắc`}
            suffix="%"
            min={0.01}
            max={99.99}
            decimals={2}
            required
            withAsterisk={false}
            value={typed.remind}
            onChange={(remind) => set({ remind })}
            error={wrong('remindAt')}
          />
        </SimpleGrid>
        <Divider label={t`Các loại khách, và một lead đáng giá bao nhiêu`} labelPosition="left" />
        <Text c="dimmed">
          <Trans>
            Lead thuộc loại đầu tiên có tên nguồn của nó. Đúng một loại không ghi nguồn, dành cho mọi nguồn
            còn lại.
          </Trans>
        </Text>
        <TypeFields
          entries={typed.types}
          onChange={(types) => list({ types }, !sameOrder(types, typed.types))}
          refused={wrong}
          currency={typed.currency}
        />
        <Divider label={t`Lý do bán hàng được trả lại lead`} labelPosition="left" />
        <ReasonFields
          entries={typed.reasons}
          onChange={(reasons) => list({ reasons }, !sameOrder(reasons, typed.reasons))}
          refused={wrong}
        />
        <Divider label={t`Đếm và khiếu nại`} labelPosition="left" />
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          <NumberField
            label={t`Hạn khiếu nại, ngày làm việc`}
            description={t`Marketing khiếu nại một lần từ chối trong bấy nhiêu ngày`}
            min={0}
            max={3650}
            required
            withAsterisk={false}
            value={typed.disputeDays}
            onChange={(disputeDays) => set({ disputeDays })}
            error={wrong('disputeWithinDays')}
          />
          <NumberField
            label={t`Mỗi liên hệ tính giá trị một lần trong, ngày`}
            description={t`Cùng một người quay lại trong thời gian này không tính thêm`}
            min={0}
            max={3650}
            required
            withAsterisk={false}
            value={typed.onceDays}
            onChange={(onceDays) => set({ onceDays })}
            error={wrong('countOnceInDays')}
          />
        </SimpleGrid>
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
