import { Trans, useLingui } from '@lingui/react/macro'
import {
  ActionIcon,
  Button,
  Group,
  Menu,
  Modal,
  Radio,
  Select,
  Stack,
  TextInput,
  Tooltip,
} from '@mantine/core'
import { IconBookmark } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { onVersion } from '../api/client'
import type { SavedView, SavedViewInput } from '../api/generated/api.schemas'
import { savedViewCreate, savedViewDelete, savedViewList, savedViewUpdate } from '../api/generated/saved-view'
import type { Filter } from '../api/page'
import { ConfirmDialog } from '../ui/ConfirmDialog'
import { tell, useCommand } from '../ui/command'
import type { ListSearch } from '../ui/list'
import { ProblemAlert } from '../ui/States'
import { isShown, type View } from '../ui/Views'
import { VIEWS } from './keys'
import type { RecordKind } from './session'

const NONE: readonly SavedView[] = []

/** What people have saved of lists of that kind: one's own, and what colleagues share. */
export function useSavedViews(kind: RecordKind): readonly SavedView[] {
  const { data } = useQuery({
    queryKey: [VIEWS, kind],
    queryFn: ({ signal }) => savedViewList({ kind }, { signal }),
    staleTime: 60_000,
  })
  return data?.items ?? NONE
}

export const asView = (saved: SavedView): View => ({
  id: saved.id,
  name: saved.name,
  filter: (saved.filter ?? undefined) as Filter | undefined,
  sort: saved.sort ?? undefined,
  columns: saved.columns.length > 0 ? saved.columns : undefined,
})

const asSaved = ({ filter, sort, columns }: ListSearch): SavedViewInput => ({
  filter: (filter ?? null) as SavedViewInput['filter'],
  sort: sort ?? null,
  columns: [...(columns ?? [])],
})

interface SaveViewProps {
  readonly kind: RecordKind
  /** Those that the list has by itself. */
  readonly own: readonly View[]
  readonly saved: readonly SavedView[]
  readonly search: ListSearch
  readonly onSearch: (change: Partial<ListSearch>) => void
}

/** Keeps what the list shows under a name; renames, shares and deletes what is kept. */
export function SaveView({ kind, own, saved, search, onSearch }: SaveViewProps) {
  const { t } = useLingui()
  const [form, setForm] = useState<{ of?: SavedView }>()
  const [deleting, setDeleting] = useState<SavedView>()
  const present = saved.find((view) => isShown(asView(view), search))
  const changed = search.sort !== undefined || search.columns !== undefined
  // Words that are searched for are no part of a view.
  const isNew =
    !present && !search.deleted && !search.q && (changed || !own.some((view) => isShown(view, search)))
  const mine = present?.mine ? present : undefined
  const remove = useCommand((view: SavedView) => savedViewDelete(view.id), {
    refresh: [VIEWS],
    done: () => {
      setDeleting(undefined)
      onSearch({ filter: undefined, sort: undefined, columns: undefined })
    },
  })
  return (
    <>
      {(isNew || mine) && (
        <Menu position="bottom-start" width={230}>
          <Menu.Target>
            <Tooltip label={isNew ? t`Lưu cách xem này` : t`Cách xem đã lưu`}>
              <ActionIcon size={28} aria-label={isNew ? t`Lưu cách xem này` : t`Cách xem đã lưu`}>
                <IconBookmark size={16} />
              </ActionIcon>
            </Tooltip>
          </Menu.Target>
          <Menu.Dropdown>
            {isNew && (
              <Menu.Item onClick={() => setForm({})}>
                <Trans>Lưu cách xem này…</Trans>
              </Menu.Item>
            )}
            {mine && (
              <>
                <Menu.Item onClick={() => setForm({ of: mine })}>
                  <Trans>Đổi tên, chia sẻ…</Trans>
                </Menu.Item>
                <Menu.Item color="red" onClick={() => setDeleting(mine)}>
                  <Trans>Xoá cách xem này…</Trans>
                </Menu.Item>
              </>
            )}
          </Menu.Dropdown>
        </Menu>
      )}
      <Modal
        opened={form !== undefined}
        onClose={() => setForm(undefined)}
        title={form?.of ? <Trans>Cách xem đã lưu</Trans> : <Trans>Lưu cách xem này</Trans>}
      >
        {form && (
          <Form
            kind={kind}
            of={form.of}
            saved={saved.filter((view) => view.mine)}
            search={search}
            onDone={() => setForm(undefined)}
          />
        )}
      </Modal>
      <ConfirmDialog
        opened={deleting !== undefined}
        onClose={() => setDeleting(undefined)}
        title={t`Xoá cách xem “${deleting?.name ?? ''}”?`}
        confirm={<Trans>Xoá</Trans>}
        danger
        busy={remove.isPending}
        onConfirm={() => deleting && remove.mutate(deleting)}
      >
        {deleting?.shared === 'PRIVATE'
          ? t`Chỉ cách xem bị xoá; các bản ghi vẫn còn nguyên.`
          : t`Đồng nghiệp cũng không thấy nó nữa; các bản ghi vẫn còn nguyên.`}
      </ConfirmDialog>
    </>
  )
}

function Form({
  kind,
  of,
  saved,
  search,
  onDone,
}: {
  kind: RecordKind
  of?: SavedView
  saved: readonly SavedView[]
  search: ListSearch
  onDone: () => void
}) {
  const { t } = useLingui()
  const [over, setOver] = useState<string>()
  const target = of ?? saved.find((view) => view.id === over)
  const [name, setName] = useState(of?.name ?? '')
  const [shared, setShared] = useState(of?.shared ?? 'PRIVATE')
  const save = useCommand(
    () => {
      if (!target) return savedViewCreate({ kind, name: name.trim(), shared, ...asSaved(search) })
      const said = of ? { name: name.trim(), shared } : { ...asSaved(search) }
      return savedViewUpdate(target.id, said, onVersion(target.version))
    },
    {
      refresh: [VIEWS],
      failed: () => true,
      done: (view) => {
        tell(t`Đã lưu “${view.name}”`)
        onDone()
      },
    },
  )
  const asks = of !== undefined || target === undefined
  return (
    <form
      onSubmit={(event: FormEvent) => {
        event.preventDefault()
        if (!asks || name.trim()) save.mutate(undefined)
      }}
    >
      <Stack>
        {!of && saved.length > 0 && (
          <Select
            label={t`Lưu vào`}
            data={[
              { value: '', label: t`Cách xem mới` },
              ...saved.map((view) => ({ value: view.id, label: view.name })),
            ]}
            value={over ?? ''}
            allowDeselect={false}
            onChange={(id) => setOver(id || undefined)}
          />
        )}
        {asks && (
          <>
            <TextInput
              label={t`Tên cách xem`}
              placeholder={t`MQL chưa ai gọi`}
              data-autofocus
              maxLength={200}
              value={name}
              onChange={(event) => setName(event.currentTarget.value)}
            />
            <Radio.Group
              label={t`Ai thấy`}
              description={t`Ai cũng chỉ thấy những bản ghi mà mình được xem.`}
              value={shared}
              onChange={(value) => setShared(value as SavedView['shared'])}
            >
              <Group mt={6} gap="lg">
                <Radio value="PRIVATE" label={t`Chỉ mình tôi`} />
                <Radio value="TEAM" label={t`Nhóm tôi`} />
                <Radio value="ALL" label={t`Cả công ty`} />
              </Group>
            </Radio.Group>
          </>
        )}
        <ProblemAlert error={save.error} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onDone}>
            <Trans>Huỷ</Trans>
          </Button>
          <Button type="submit" loading={save.isPending} disabled={asks && !name.trim()}>
            <Trans>Lưu</Trans>
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
