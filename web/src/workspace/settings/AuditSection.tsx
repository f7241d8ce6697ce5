import { Trans, useLingui } from '@lingui/react/macro'
import { ActionIcon, Button, CopyButton, Group, Select, Stack, Text, Tooltip } from '@mantine/core'
import { IconCheck, IconCopy, IconHistory, IconShieldCheck, IconShieldX, IconX } from '@tabler/icons-react'
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import type { AuditCheckFault, AuditListParams } from '../../api/generated/api.schemas'
import { auditCheck, auditList, auditSeal } from '../../api/generated/audit'
import { useCommand } from '../../ui/command'
import { DateField } from '../../ui/DateField'
import { formatDateTime, formatNumber } from '../../ui/format'
import { Moment } from '../../ui/Moment'
import { Card } from '../../ui/Page'
import { CardSkeleton } from '../../ui/Skeletons'
import { EmptyState, ErrorState } from '../../ui/States'
import { TimelineList } from '../../ui/TimelineList'
import { ALL_KINDS, KINDS } from '../kinds'
import { useMe, useMembers } from '../session'
import classes from './Audit.module.css'
import { AuditLine } from './AuditLine'
import { type AuditSearch, auditSearch } from './audit'
import { ACTIONS } from './auditWords'

/** Who changed what, when and through what; and whether anybody tampered with it. */
export function AuditSection() {
  const { t, i18n } = useLingui()
  const navigate = useNavigate()
  const { choices } = useMembers()
  const me = useMe()
  const search = auditSearch(useSearch({ strict: false }))
  const { data, error, isPending, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } =
    useInfiniteQuery({
      queryKey: ['audit', 'list', search],
      initialPageParam: '',
      placeholderData: keepPreviousData,
      staleTime: 0,
      queryFn: ({ pageParam, signal }) =>
        auditList({ ...(search as AuditListParams), cursor: pageParam || undefined }, { signal }),
      getNextPageParam: (last) => last.nextCursor || undefined,
    })
  const lines = data?.pages.flatMap((page) => page.items) ?? []
  const show = (change: AuditSearch) =>
    void navigate({
      to: '/settings/$section',
      params: { section: 'audit' },
      search: { ...search, ...change },
      replace: true,
      resetScroll: false,
    })
  const options = (names: [string, string][]) =>
    names.map(([value, label]) => ({ value, label: label.charAt(0).toLocaleUpperCase() + label.slice(1) }))
  const filtered = Object.values(search).some((value) => value !== undefined)
  const open = ALL_KINDS.filter((kind) => me.permissions[kind]?.READ === 'ALL')
  return (
    <>
      <SealCard />
      <Card title={<Trans>Nhật ký</Trans>}>
        <search className={classes.filters}>
          <Select
            aria-label={t`Loại bản ghi`}
            placeholder={t`Mọi loại`}
            clearable
            data={options(open.map((kind) => [kind, i18n._(KINDS[kind].one)]))}
            value={search.kind ?? null}
            onChange={(kind) => show({ kind: kind ?? undefined })}
          />
          <Select
            aria-label={t`Ai làm`}
            placeholder={t`Mọi người`}
            clearable
            searchable
            data={choices}
            value={search.actorId ?? null}
            onChange={(actorId) => show({ actorId: actorId ?? undefined })}
          />
          <Select
            aria-label={t`Việc đã làm`}
            placeholder={t`Mọi việc`}
            clearable
            searchable
            data={options(Object.entries(ACTIONS).map(([key, { name }]) => [key, i18n._(name)]))}
            value={search.action ?? null}
            onChange={(action) => show({ action: action ?? undefined })}
          />
          <DateField
            aria-label={t`Từ ngày`}
            placeholder={t`Từ ngày`}
            minDate="2000-01-01"
            clearable
            value={search.from ?? null}
            onChange={(from) => show({ from: from ?? undefined })}
          />
          <DateField
            aria-label={t`Đến hết ngày`}
            placeholder={t`Đến hết ngày`}
            minDate="2000-01-01"
            clearable
            value={search.to ?? null}
            onChange={(to) => show({ to: to ?? undefined })}
          />
        </search>
        {open.length < ALL_KINDS.length && (
          <Text size="sm" c="dimmed" px="md" pt="sm">
            <Trans>Không có những loại bản ghi mà bạn không được xem hết.</Trans>
          </Text>
        )}
        {search.recordId && (
          <Group px="md" pt="sm" gap={6}>
            <Text size="sm">
              <Trans>Chỉ một bản ghi: {lines[0]?.recordName ?? '…'}</Trans>
            </Text>
            <ActionIcon
              size="sm"
              aria-label={t`Xem mọi bản ghi`}
              onClick={() => show({ recordId: undefined })}
            >
              <IconX size={14} />
            </ActionIcon>
          </Group>
        )}
        {error ? (
          <ErrorState error={error} retry={() => void refetch()} />
        ) : isPending ? (
          <CardSkeleton />
        ) : lines.length === 0 ? (
          <EmptyState
            icon={<IconHistory size={28} stroke={1.4} aria-hidden />}
            text={
              filtered ? (
                <Trans>Không có thay đổi nào như vậy.</Trans>
              ) : (
                <Trans>Chưa có thay đổi nào. Mọi thay đổi sẽ được ghi lại ở đây.</Trans>
              )
            }
            action={
              filtered && (
                <Button variant="default" onClick={() => void navigate({ to: '.', search: {} })}>
                  <Trans>Bỏ lọc</Trans>
                </Button>
              )
            }
          />
        ) : (
          <div className={classes.lines}>
            <TimelineList
              lines={lines.map((line) => {
                const Icon = KINDS[line.kind].icon
                return {
                  id: line.id,
                  at: line.at,
                  icon: <Icon size={14} />,
                  text: <AuditLine line={line} onOnly={() => show({ recordId: line.recordId })} />,
                }
              })}
              more={hasNextPage ? () => void fetchNextPage() : undefined}
              loadingMore={isFetchingNextPage}
            />
          </div>
        )}
      </Card>
    </>
  )
}

/** Looks every two seconds while a check that was asked for is under way. */
function SealCard() {
  const { t } = useLingui()
  const [asked, setAsked] = useState<{ checkBefore: string | undefined }>()
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['audit', 'seal'],
    queryFn: ({ signal }) => auditSeal({ signal }),
    staleTime: 0,
    refetchInterval: ({ state }) => (asked && state.data?.check?.at === asked.checkBefore ? 2_000 : false),
  })
  const check = useCommand(() => auditCheck(), { done: () => setAsked({ checkBefore: data?.check?.at }) })
  const faults: Record<AuditCheckFault, string> = {
    SEAL_MISSING: t`Một niêm phong đã bị gỡ.`,
    ENTRY_REMOVED: t`Có mục đã bị xoá.`,
    ENTRY_ADDED: t`Có mục bị chèn thêm.`,
    ENTRY_CHANGED: t`Có mục đã bị sửa.`,
    VALUES_CHANGED: t`Nội dung của một mục đã bị sửa.`,
  }
  if (error) return <ErrorState error={error} retry={() => void refetch()} />
  if (isPending)
    return (
      <Card>
        <CardSkeleton />
      </Card>
    )
  const { seals, entries, sealedAt, head, waiting } = data
  const last = data.check
  const broken = last?.broken
  const running = check.isPending || (asked !== undefined && last?.at === asked.checkBefore)
  let outcome: ReactNode = <Trans>Chưa kiểm tra lần nào; mỗi đêm sẽ tự kiểm tra.</Trans>
  if (last && broken) {
    const until = broken.intactUntil
    outcome = (
      <>
        {faults[broken.fault]}{' '}
        {until ? (
          <Trans>Nguyên vẹn đến {formatDateTime(until)}, không còn chắc chắn từ đó.</Trans>
        ) : (
          <Trans>Không còn chắc chắn từ đầu.</Trans>
        )}
      </>
    )
  } else if (last) {
    outcome = (
      <Trans>
        Kiểm tra <Moment at={last.at} />: nguyên vẹn.
      </Trans>
    )
  }
  const sealed = formatNumber(entries)
  const coming = formatNumber(waiting)
  return (
    <Card>
      <div className={classes.seal} role={broken ? 'alert' : undefined}>
        {broken ? (
          <IconShieldX size={22} color="var(--sh-red)" aria-hidden />
        ) : (
          <IconShieldCheck size={22} color="var(--sh-green)" aria-hidden />
        )}
        <Stack gap={2} style={{ flex: '1 1 220px' }}>
          <Text fw={500}>{broken ? <Trans>Nhật ký không còn nguyên vẹn</Trans> : outcome}</Text>
          <Text size="sm" c="dimmed" component="div">
            {broken && <div>{outcome}</div>}
            {seals === 0 ? (
              <Trans>Chưa niêm phong mục nào.</Trans>
            ) : (
              <Trans>
                Đã niêm phong {sealed} mục, lần cuối <Moment at={sealedAt} />.
              </Trans>
            )}{' '}
            {waiting > 0 && <Trans>{coming} mục mới đang chờ.</Trans>}
            {head && (
              <Group gap={4} component="span">
                <Trans>Dấu niêm phong:</Trans> <code title={head}>{head.slice(0, 12)}…</code>
                <CopyButton value={head}>
                  {({ copied, copy }) => (
                    <Tooltip label={t`Chép dấu để giữ ở nơi khác`}>
                      <ActionIcon size="sm" aria-label={t`Chép dấu niêm phong`} onClick={copy}>
                        {copied ? <IconCheck size={14} /> : <IconCopy size={14} />}
                      </ActionIcon>
                    </Tooltip>
                  )}
                </CopyButton>
              </Group>
            )}
          </Text>
        </Stack>
        <Button variant="default" size="xs" loading={running} onClick={() => check.mutate(undefined)}>
          <Trans>Kiểm tra ngay</Trans>
        </Button>
      </div>
    </Card>
  )
}
