import { Trans, useLingui } from '@lingui/react/macro'
import { ActionIcon, Button, Group, Stack, TagsInput, Text, TextInput } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { isProblem } from '../api/problem'
import { tell } from '../ui/command'
import { Loaded } from '../ui/Loaded'
import { MoveButtons } from '../ui/MoveButtons'
import { Card } from '../ui/Page'
import { ProblemAlert } from '../ui/States'
import { may, useMe } from '../workspace/session'
import { type Source, type SourceList, sourcesQuery, useSaveSources } from './sources'

/** One word for each source, so that reports count it once. */
export function SourceSection() {
  const sources = useQuery(sourcesQuery)
  return (
    <Card title={<Trans>Các nguồn khách</Trans>}>
      <Text c="dimmed" px="md" pt="sm">
        <Trans>
          Mỗi nguồn một tên. Khi tệp hay biểu mẫu viết bằng tên gọi khác, hệ thống tự hiểu; liên hệ đang có
          cũng được đổi theo.
        </Trans>
      </Text>
      <Loaded of={sources}>{(list) => <List key={list.version} list={list} />}</Loaded>
    </Card>
  )
}

function List({ list }: { list: SourceList }) {
  const { t } = useLingui()
  const edits = may(useMe(), 'WORKSPACE', 'WRITE')
  const [items, setItems] = useState<readonly Source[]>(list.items)
  const save = useSaveSources(() => tell(t`Đã lưu danh sách nguồn.`))
  const refused = isProblem(save.error) ? save.error : undefined
  const changed = JSON.stringify(items) !== JSON.stringify(list.items)
  const set = (at: number, change: Partial<Source>) =>
    setItems(items.map((item, index) => (index === at ? { ...item, ...change } : item)))
  const move = (at: number, by: number) => {
    const next = [...items]
    next.splice(at + by, 0, ...next.splice(at, 1))
    setItems(next)
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    save.mutate({ version: list.version, items })
  }
  return (
    <form onSubmit={submit}>
      <Stack gap={8} p="md">
        {items.map((item, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a line is known by its place
          <Group key={at} gap="xs" align="flex-start" wrap="wrap">
            <TextInput
              w={170}
              aria-label={t`Tên nguồn ${at + 1}`}
              placeholder={t`Tên nguồn`}
              readOnly={!edits}
              maxLength={100}
              value={item.name}
              onChange={(event) => set(at, { name: event.currentTarget.value })}
              error={refused?.of(`items[${at}].name`)}
            />
            <TagsInput
              style={{ flex: '1 1 240px' }}
              aria-label={t`Tên gọi khác của ${item.name}`}
              placeholder={item.aliases.length === 0 ? t`Tên gọi khác, gõ rồi Enter` : undefined}
              readOnly={!edits}
              value={[...item.aliases]}
              onChange={(aliases) => set(at, { aliases })}
              error={refused?.of(`items[${at}].aliases`)}
            />
            {edits && (
              <Group gap={0} wrap="nowrap">
                <MoveButtons
                  name={item.name}
                  first={at === 0}
                  last={at === items.length - 1}
                  onMove={(by) => move(at, by)}
                />
                <ActionIcon
                  aria-label={t`Bỏ nguồn ${item.name}`}
                  onClick={() => setItems(items.filter((_, index) => index !== at))}
                >
                  <IconTrash size={16} />
                </ActionIcon>
              </Group>
            )}
          </Group>
        ))}
        <ProblemAlert
          error={save.error}
          fields={items.flatMap((_, at) => [`items[${at}].name`, `items[${at}].aliases`])}
        />
        {edits && (
          <Group justify="space-between" mt="xs">
            <Button
              variant="subtle"
              leftSection={<IconPlus size={16} aria-hidden />}
              onClick={() => setItems([...items, { name: '', aliases: [] }])}
            >
              <Trans>Thêm nguồn</Trans>
            </Button>
            <Group gap="xs">
              {changed && (
                <Button variant="default" onClick={() => setItems(list.items)}>
                  <Trans>Bỏ thay đổi</Trans>
                </Button>
              )}
              <Button type="submit" disabled={!changed} loading={save.isPending}>
                <Trans>Lưu danh sách</Trans>
              </Button>
            </Group>
          </Group>
        )}
      </Stack>
    </form>
  )
}
