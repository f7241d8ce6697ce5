import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Divider, Group, Modal, Stack, Text, TextInput } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { type FormEvent, useState } from 'react'
import { isProblem } from '../api/problem'
import { tell } from '../ui/command'
import { EntryList } from '../ui/EntryList'
import { NumberField } from '../ui/NumberField'
import { ProblemAlert } from '../ui/States'
import { unique } from '../ui/unique'
import { type StageInput, useDrawPipeline } from './api'
import type { Pipeline, Stage } from './board'

interface TypedStage {
  readonly key: string
  /** None for one that is new. */
  readonly id?: string
  readonly kind: Stage['kind']
  readonly name: string
  readonly probability: string
  readonly rottingDays: string
}

const typedOf = (stage: Stage): TypedStage => ({
  key: stage.id,
  id: stage.id,
  kind: stage.kind,
  name: stage.name,
  probability: String(stage.probability),
  rottingDays: stage.rottingDays == null ? '' : String(stage.rottingDays),
})

const newStage = (kind: Stage['kind'], name = '', probability = ''): TypedStage => ({
  key: unique(),
  kind,
  name,
  probability,
  rottingDays: '',
})

const inputOf = ({ id, kind, name, probability, rottingDays }: TypedStage): StageInput => ({
  id,
  kind,
  name,
  probability: Number(probability),
  rottingDays: rottingDays === '' ? null : Number(rottingDays),
})

/** A pipeline and its stages, drawn in one go. */
export function PipelineForm({
  pipeline,
  opened,
  onClose,
}: {
  pipeline?: Pipeline
  opened: boolean
  onClose: () => void
}) {
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      size="lg"
      closeOnClickOutside={false}
      title={pipeline ? <Trans>Sửa quy trình bán</Trans> : <Trans>Thêm quy trình bán</Trans>}
    >
      {opened && <Fields pipeline={pipeline} onClose={onClose} />}
    </Modal>
  )
}

function Fields({ pipeline, onClose }: { pipeline?: Pipeline; onClose: () => void }) {
  const { t } = useLingui()
  const drawn = pipeline?.stages.map(typedOf) ?? [newStage('SELLING')]
  const [name, setName] = useState(pipeline?.name ?? '')
  const [selling, setSelling] = useState<readonly TypedStage[]>(
    drawn.filter((stage) => stage.kind === 'SELLING'),
  )
  const [care, setCare] = useState(drawn.find((stage) => stage.kind === 'AFTER_SALES'))
  const draw = useDrawPipeline(() => {
    onClose()
    tell(t`Đã lưu quy trình bán.`)
  })
  const refused = isProblem(draw.error) ? draw.error : undefined
  const rearrange = (stages: readonly TypedStage[]) => {
    // What was refused is told by places in the list, which are others now.
    if (stages.length !== selling.length || stages.some(({ key }, at) => key !== selling[at]?.key))
      draw.reset()
    setSelling(stages)
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    draw.mutate({ pipeline, input: { name, stages: [...selling, ...(care ? [care] : [])].map(inputOf) } })
  }
  const wrong = (index: number, field: string) => refused?.of(`stages[${index}].${field}`)
  return (
    <form onSubmit={submit}>
      <Stack>
        <ProblemAlert error={draw.error} fields={['name', 'stages']} />
        <TextInput
          label={t`Tên quy trình`}
          required
          withAsterisk={false}
          maxLength={100}
          data-autofocus
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          error={refused?.of('name')}
        />
        <Divider label={t`Các giai đoạn bán`} labelPosition="left" />
        <Text c="dimmed">
          <Trans>
            Bỏ một giai đoạn là cất nó đi: thương vụ đã qua vẫn ghi nó. Còn thương vụ đang mở trong đó thì
            chưa bỏ được.
          </Trans>
        </Text>
        <EntryList
          entries={selling}
          onChange={rearrange}
          nameOf={(one) => one.name || t`giai đoạn mới`}
          error={refused?.of('stages')}
          draw={(stage, put, index, called) => (
            <StageFields
              stage={stage}
              called={called}
              onChange={put}
              wrong={(field) => wrong(index, field)}
            />
          )}
          add={
            <Button
              variant="default"
              leftSection={<IconPlus size={15} aria-hidden />}
              onClick={() => rearrange([...selling, newStage('SELLING')])}
            >
              <Trans>Thêm giai đoạn</Trans>
            </Button>
          }
        />
        <Divider label={t`Sau khi thắng`} labelPosition="left" />
        {care ? (
          <>
            <StageFields
              stage={care}
              called={care.name}
              onChange={(change) => setCare({ ...care, ...change })}
              wrong={(field) => wrong(selling.length, field)}
            />
            <div>
              <Button variant="subtle" color="gray" size="compact-sm" onClick={() => setCare(undefined)}>
                <Trans>Bỏ giai đoạn sau bán</Trans>
              </Button>
            </div>
          </>
        ) : (
          <div>
            <Button
              variant="default"
              leftSection={<IconPlus size={15} aria-hidden />}
              onClick={() => setCare(newStage('AFTER_SALES', t`Chăm sóc sau bán`, '100'))}
            >
              <Trans>Thêm giai đoạn sau bán</Trans>
            </Button>
          </div>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            <Trans>Huỷ</Trans>
          </Button>
          <Button type="submit" loading={draw.isPending}>
            <Trans>Lưu</Trans>
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

function StageFields({
  stage,
  called,
  onChange,
  wrong,
}: {
  stage: TypedStage
  called: string
  onChange: (change: Partial<TypedStage>) => void
  wrong: (field: string) => string | undefined
}) {
  const { t } = useLingui()
  return (
    <Group gap="sm" align="flex-start">
      <TextInput
        label={t`Tên giai đoạn`}
        aria-label={t`${called}: tên`}
        style={{ flex: '1 1 180px' }}
        required
        withAsterisk={false}
        maxLength={100}
        value={stage.name}
        onChange={(event) => onChange({ name: event.currentTarget.value })}
        error={wrong('name') ?? wrong('kind')}
      />
      <NumberField
        label={t`Xác suất thắng`}
        aria-label={t`${called}: xác suất thắng`}
        w={116}
        suffix="%"
        min={0}
        max={100}
        required
        withAsterisk={false}
        value={stage.probability}
        onChange={(probability) => onChange({ probability })}
        error={wrong('probability')}
      />
      <NumberField
        label={t`Nguội sau, ngày`}
        aria-label={t`${called}: nguội sau bao nhiêu ngày`}
        w={116}
        min={1}
        max={3650}
        placeholder={t`không bao giờ`}
        value={stage.rottingDays}
        onChange={(rottingDays) => onChange({ rottingDays })}
        error={wrong('rottingDays')}
      />
    </Group>
  )
}
