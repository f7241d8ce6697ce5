import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Group, Modal, NumberInput, SimpleGrid, Stack, Text } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { isProblem } from '../api/problem'
import { tell } from '../ui/command'
import { formatMoney } from '../ui/format'
import { MoneyInput } from '../ui/MoneyInput'
import { percentOf } from '../ui/money'
import { ProblemAlert } from '../ui/States'
import { useMe } from '../workspace/session'
import { type Sla, useSetGoal } from './api'

/** What marketing promises for each month. Saving makes a new version of the contract. */
export function GoalForm({ sla, opened, onClose }: { sla: Sla; opened: boolean; onClose: () => void }) {
  return (
    <Modal opened={opened} onClose={onClose} title={<Trans>Mục tiêu mỗi tháng của marketing</Trans>}>
      {opened && <Fields sla={sla} onClose={onClose} />}
    </Modal>
  )
}

const share = (percent: string | number) => (percent === '' ? null : Number(percent) / 100)
const percent = (value?: number | null) => (value == null ? '' : Math.round(value * 10_000) / 100)

function Fields({ sla, onClose }: { sla: Sla; onClose: () => void }) {
  const { t } = useLingui()
  const me = useMe()
  const { goal } = sla.terms
  const currency = goal.revenueTarget?.currency ?? me.workspace?.currency ?? 'VND'
  const [target, setTarget] = useState(goal.revenueTarget?.amount ?? '')
  const [part, setPart] = useState<string | number>(percent(goal.marketingShare))
  const [customers, setCustomers] = useState<string | number>(goal.customers ?? '')
  const [closeRate, setCloseRate] = useState<string | number>(percent(goal.closeRate))
  const save = useSetGoal(() => {
    onClose()
    tell(t`Đã lưu thành phiên bản mới của bản cam kết.`)
  })
  const refused = isProblem(save.error) ? save.error : undefined
  const submit = (event: FormEvent) => {
    event.preventDefault()
    save.mutate({
      sla,
      goal: {
        revenueTarget: target ? { amount: target, currency } : null,
        marketingShare: share(part),
        customers: customers === '' ? null : Number(customers),
        closeRate: share(closeRate),
      },
    })
  }
  const promised = target && part !== '' ? formatMoney(percentOf(target, Number(part)), currency) : undefined
  return (
    <form onSubmit={submit}>
      <Stack>
        <ProblemAlert error={save.error} fields={['terms.goal']} />
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          <MoneyInput
            label={t`Doanh thu cả công ty`}
            currency={currency}
            value={target}
            onChange={setTarget}
            data-autofocus
            error={refused?.of('terms.goal.revenueTarget')}
          />
          <NumberInput
            label={t`Phần do marketing mang về`}
            suffix=" %"
            min={0}
            max={100}
            hideControls
            value={part}
            onChange={setPart}
            error={refused?.of('terms.goal.marketingShare')}
          />
          <NumberInput
            label={t`Khách hàng mới`}
            min={0}
            hideControls
            value={customers}
            onChange={setCustomers}
            error={refused?.of('terms.goal.customers')}
          />
          <NumberInput
            label={t`Tỷ lệ lead thành khách`}
            suffix=" %"
            min={0}
            max={100}
            hideControls
            value={closeRate}
            onChange={setCloseRate}
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
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            <Trans>Huỷ</Trans>
          </Button>
          <Button type="submit" loading={save.isPending}>
            <Trans>Lưu cam kết</Trans>
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
