import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { ActionIcon, Button, Group, Indicator, Popover, Stack, Text, UnstyledButton } from '@mantine/core'
import { IconBell } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import { get, post } from '../api/client'
import type { Page } from '../api/page'
import { useCommand } from '../ui/command'
import { Moment } from '../ui/Moment'

interface Notice {
  readonly id: string
  readonly kind: string
  readonly at?: string
  readonly createdAt?: string
  readonly title?: string
  readonly text?: string
  readonly path?: string | null
  readonly readAt?: string | null
}

type Notified = Page<Notice> & { readonly unread?: number }

export function Notices() {
  const { t } = useLingui()
  const [opened, setOpened] = useState(false)
  const router = useRouter()
  const notices = useInfiniteQuery({
    queryKey: ['notices'],
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) =>
      get<Notified>('/api/notices', { cursor: pageParam, limit: 20 }, signal),
    getNextPageParam: (last) => last.nextCursor || undefined,
  })
  const read = useCommand((id: string) => post(`/api/notices/${id}/read`), { refresh: ['notices'] })
  const readAll = useCommand(() => post('/api/notices/read-all'), { refresh: ['notices'] })
  const items = notices.data?.pages.flatMap((page) => page.items) ?? []
  const unread = notices.data?.pages[0]?.unread ?? items.filter((item) => !item.readAt).length
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-end" width={360} shadow="md" trapFocus>
      <Indicator
        disabled={unread === 0}
        label={unread > 99 ? '99+' : unread}
        size={16}
        offset={5}
        color="teal"
      >
        <Popover.Target>
          <ActionIcon
            size={34}
            aria-label={unread > 0 ? t`Thông báo, ${unread} chưa đọc` : t`Thông báo`}
            onClick={() => setOpened((value) => !value)}
          >
            <IconBell size={20} stroke={1.7} />
          </ActionIcon>
        </Popover.Target>
      </Indicator>
      <Popover.Dropdown p={0}>
        <Group justify="space-between" px="md" py="xs">
          <Text fw={600}>
            <Trans>Thông báo</Trans>
          </Text>
          {unread > 0 && (
            <Button variant="subtle" size="compact-sm" onClick={() => readAll.mutate(undefined)}>
              <Plural value={unread} other="Đánh dấu # đã đọc" />
            </Button>
          )}
        </Group>
        <Stack gap={0} pb="xs" mah={420} style={{ overflowY: 'auto' }}>
          {items.length === 0 && (
            <Text c="dimmed" px="md" py="lg" ta="center">
              {notices.isError ? (
                <Trans>Chưa tải được thông báo.</Trans>
              ) : (
                <Trans>Không có gì chờ bạn. Thong thả.</Trans>
              )}
            </Text>
          )}
          {items.map((notice) => (
            <UnstyledButton
              key={notice.id}
              px="md"
              py={8}
              bg={notice.readAt ? undefined : 'var(--sh-selected)'}
              onClick={() => {
                if (!notice.readAt) read.mutate(notice.id)
                if (notice.path) {
                  setOpened(false)
                  router.history.push(notice.path)
                }
              }}
            >
              <Text size="md" fw={notice.readAt ? 400 : 500}>
                {notice.title ?? notice.text}
              </Text>
              {notice.title && notice.text && (
                <Text size="sm" c="dimmed">
                  {notice.text}
                </Text>
              )}
              <Text size="xs" c="dimmed" component="div">
                <Moment at={notice.at ?? notice.createdAt ?? ''} />
              </Text>
            </UnstyledButton>
          ))}
          {notices.hasNextPage && (
            <Button variant="subtle" mx="md" mt="xs" onClick={() => void notices.fetchNextPage()}>
              <Trans>Xem thêm</Trans>
            </Button>
          )}
        </Stack>
      </Popover.Dropdown>
    </Popover>
  )
}
