import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Checkbox, Group, Select, SimpleGrid, Stack, TagsInput, TextInput } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import type { Tier as TierName } from '../api/types'
import { EntryList } from '../ui/EntryList'
import { MoneyInput } from '../ui/MoneyInput'
import { NumberField } from '../ui/NumberField'
import { newReason, newType, type Span, type TypedReason, type TypedTier, type TypedType } from './draft'
import { Tier } from './Tier'
import { TIER_NAMES } from './words'

/** What the server refused of a field of the terms, by its path in them. */
type Refused = (path: string) => string | undefined

interface EntriesProps<T> {
  readonly entries: readonly T[]
  readonly onChange: (entries: readonly T[]) => void
  readonly refused: Refused
}

const TIERS: readonly TierName[] = ['A', 'B', 'C']

/** Each tier's name and its two deadlines. */
export function TierFields({ entries, onChange, refused }: EntriesProps<TypedTier>) {
  const { t } = useLingui()
  return entries.map((entered, index) => {
    const put = (change: Partial<TypedTier>) =>
      onChange(entries.map((one) => (one.tier === entered.tier ? { ...one, ...change } : one)))
    return (
      <Group key={entered.tier} gap="md" align="flex-start" wrap="wrap">
        <TextInput
          label={
            <Group gap={6} component="span" style={{ display: 'inline-flex' }}>
              <Tier tier={entered.tier} />
              <Trans>Tên hạng</Trans>
            </Group>
          }
          aria-label={t`Hạng ${entered.tier}: tên`}
          style={{ flex: '1 1 180px' }}
          required
          withAsterisk={false}
          maxLength={100}
          value={entered.name}
          onChange={(event) => put({ name: event.currentTarget.value })}
          error={refused(`tiers[${index}].name`)}
        />
        <SpanField
          label={t`Nhận trong`}
          of={t`Hạng ${entered.tier}: nhận trong`}
          value={entered.accept}
          onChange={(accept) => put({ accept })}
          error={refused(`tiers[${index}].acceptWithin`)}
        />
        <SpanField
          label={t`Liên hệ trong`}
          of={t`Hạng ${entered.tier}: liên hệ trong`}
          value={entered.touch}
          onChange={(touch) => put({ touch })}
          error={refused(`tiers[${index}].touchWithin`)}
        />
      </Group>
    )
  })
}

/** Which leads marketing delivers, how one knows them, and what one is worth. */
export function TypeFields({
  entries,
  onChange,
  refused,
  currency,
}: EntriesProps<TypedType> & { currency: string }) {
  const { t, i18n } = useLingui()
  return (
    <EntryList
      entries={entries}
      onChange={onChange}
      nameOf={(one) => one.name || t`loại khách mới`}
      add={
        <Button
          variant="default"
          leftSection={<IconPlus size={15} aria-hidden />}
          onClick={() => onChange([...entries, newType()])}
        >
          <Trans>Thêm loại khách</Trans>
        </Button>
      }
      error={refused('leadTypes')}
      draw={(entered, put, index, name) => {
        const at = `leadTypes[${index}]`
        return (
          <SimpleGrid cols={{ base: 1, xs: 2 }} verticalSpacing="xs">
            <TextInput
              label={t`Tên loại khách`}
              aria-label={t`${name}: tên`}
              required
              withAsterisk={false}
              maxLength={100}
              value={entered.name}
              onChange={(event) => put({ name: event.currentTarget.value })}
              error={refused(`${at}.name`)}
            />
            <Select
              label={t`Hạng`}
              aria-label={t`${name}: hạng`}
              allowDeselect={false}
              data={TIERS.map((tier) => ({ value: tier, label: i18n._(TIER_NAMES[tier]) }))}
              value={entered.tier}
              onChange={(tier) => put({ tier: TIERS.find((one) => one === tier) ?? entered.tier })}
              error={refused(`${at}.tier`)}
            />
            <NumberField
              label={t`Tỷ lệ chốt`}
              aria-label={t`${name}: tỷ lệ chốt`}
              suffix="%"
              min={0}
              max={100}
              decimals={2}
              required
              withAsterisk={false}
              value={entered.rate}
              onChange={(rate) => put({ rate })}
              error={refused(`${at}.closeRate`)}
            />
            <MoneyInput
              label={t`Giá bán trung bình`}
              aria-label={t`${name}: giá bán trung bình`}
              currency={currency}
              required
              withAsterisk={false}
              value={entered.sale}
              onChange={(sale) => put({ sale })}
              error={refused(`${at}.averageSale`)}
            />
            <TagsInput
              style={{ gridColumn: '1 / -1' }}
              label={t`Nguồn: kênh, phương tiện, chiến dịch`}
              aria-label={t`${name}: nguồn`}
              placeholder={entered.sources.length === 0 ? t`mọi nguồn còn lại` : undefined}
              value={[...entered.sources]}
              maxTags={50}
              acceptValueOnBlur
              onChange={(sources) => put({ sources })}
              error={refused(`${at}.sources`)}
            />
          </SimpleGrid>
        )
      }}
    />
  )
}

/** Why sales may give a lead back, and what follows from it. */
export function ReasonFields({ entries, onChange, refused }: EntriesProps<TypedReason>) {
  const { t } = useLingui()
  return (
    <EntryList
      entries={entries}
      onChange={onChange}
      nameOf={(one) => one.name || t`lý do mới`}
      add={
        <Button
          variant="default"
          leftSection={<IconPlus size={15} aria-hidden />}
          onClick={() => onChange([...entries, newReason()])}
        >
          <Trans>Thêm lý do</Trans>
        </Button>
      }
      error={refused('rejectionReasons')}
      draw={(entered, put, index, name) => {
        const at = `rejectionReasons[${index}]`
        return (
          <Stack gap="xs">
            <TextInput
              aria-label={t`${name}: tên lý do`}
              placeholder={t`Tên lý do`}
              required
              maxLength={100}
              value={entered.name}
              onChange={(event) => put({ name: event.currentTarget.value })}
              error={refused(`${at}.name`)}
            />
            <Group gap="lg">
              <Checkbox
                label={t`Trừ giá trị marketing đã giao`}
                checked={entered.deducts}
                // Whoever reroutes a lead keeps it, so nothing is taken off.
                onChange={(event) =>
                  put({
                    deducts: event.currentTarget.checked,
                    reroutes: entered.reroutes && !event.currentTarget.checked,
                  })
                }
                error={refused(`${at}.deducts`)}
              />
              <Checkbox
                label={t`Giao cho nhân viên khác`}
                checked={entered.reroutes}
                onChange={(event) =>
                  put({
                    reroutes: event.currentTarget.checked,
                    deducts: entered.deducts && !event.currentTarget.checked,
                  })
                }
                error={refused(`${at}.reroutes`)}
              />
            </Group>
          </Stack>
        )
      }}
    />
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
