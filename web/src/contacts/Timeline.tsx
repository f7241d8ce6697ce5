import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Select, Text, Tooltip } from '@mantine/core'
import { IconArrowDownLeft, IconArrowUpRight } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { createContext, useContext, useState } from 'react'
import { formatDateTime } from '../ui/format'
import { Card } from '../ui/Page'
import { CardSkeleton } from '../ui/Skeletons'
import { EmptyState, ErrorState } from '../ui/States'
import { TimelineList } from '../ui/TimelineList'
import { useMembers } from '../workspace/session'
import { type Entry, type Subject, useTimeline } from './api'
import { LogTouch } from './LogTouch'
import { useOtherKinds } from './otherKinds'
import { CAUSE_NAMES, ENTRY_WORDS, type EntryWords, TOUCH_KINDS, UNKNOWN_ENTRY } from './timelineWords'
import { STAGE_SHORT } from './words'

interface Told {
  readonly words: Readonly<Record<string, EntryWords>>
  /** The names of codes that stand as the text of an entry: reasons of other modules. */
  readonly codes: Readonly<Record<string, string>>
}

/** How other modules tell what they wrote on a timeline; the page that puts the modules together gives it. */
export const TimelineWords = createContext<Told>({ words: {}, codes: {} })

type Shown = 'all' | 'touches' | 'notes' | 'stages' | 'others'

const groupOf = (entry: Entry): Shown => {
  if (entry.kind === 'NOTE') return 'notes'
  if (entry.kind === 'LIFECYCLE') return 'stages'
  return TOUCH_KINDS.some((kind) => kind === entry.kind) ? 'touches' : 'others'
}

interface TimelineProps {
  readonly of: Subject
  readonly id: string
  readonly canLog?: boolean
  /** Where there is no room for the filter. */
  readonly compact?: boolean
}

/** All that happened with a person or a company, whoever did it, and the place to write down what just did. */
export function Timeline({ of, id, canLog, compact }: TimelineProps) {
  const { t } = useLingui()
  const [shown, setShown] = useState<Shown>('all')
  const timeline = useTimeline(of, id)
  const entries = timeline.data?.pages.flatMap((page) => page.items) ?? []
  const wanted = shown === 'all' ? entries : entries.filter((entry) => groupOf(entry) === shown)
  const more = timeline.hasNextPage ? () => void timeline.fetchNextPage() : undefined

  return (
    <Card
      title={<Trans>Dòng thời gian</Trans>}
      actions={
        !compact && (
          <Select
            size="xs"
            w={124}
            aria-label={t`Lọc dòng thời gian`}
            allowDeselect={false}
            value={shown}
            onChange={(value) => setShown(value as Shown)}
            data={[
              { value: 'all', label: t`Tất cả` },
              { value: 'touches', label: t`Trao đổi` },
              { value: 'notes', label: t`Ghi chú` },
              { value: 'stages', label: t`Giai đoạn` },
              { value: 'others', label: t`Khác` },
            ]}
          />
        )
      }
    >
      {canLog && <LogTouch of={of} id={id} />}
      <div style={{ padding: '0 14px 14px' }}>
        {timeline.isPending && <CardSkeleton lines={6} />}
        {timeline.isError && <ErrorState error={timeline.error} retry={() => void timeline.refetch()} />}
        {timeline.isSuccess && wanted.length === 0 && (
          <EmptyState
            text={
              shown === 'all' ? (
                <Trans>Chưa có gì. Ghi lại cuộc gọi đầu tiên ở trên.</Trans>
              ) : (
                <Trans>Không có gì thuộc loại này.</Trans>
              )
            }
            action={
              shown !== 'all' && (
                <Button variant="default" size="compact-md" onClick={() => setShown('all')}>
                  <Trans>Xem tất cả</Trans>
                </Button>
              )
            }
          />
        )}
        <Lines entries={wanted} more={more} loadingMore={timeline.isFetchingNextPage} />
      </div>
    </Card>
  )
}

function Lines({
  entries,
  more,
  loadingMore,
}: {
  entries: readonly Entry[]
  more?: () => void
  loadingMore: boolean
}) {
  const { words: others, codes } = useContext(TimelineWords)
  return (
    <TimelineList
      lines={entries.map((entry) => {
        const words = ENTRY_WORDS[entry.kind] ?? others[entry.kind] ?? UNKNOWN_ENTRY
        const { icon: Icon } = words
        return {
          id: entry.id,
          at: entry.at,
          icon: <Icon size={14} />,
          text: <Line entry={{ ...entry, text: codes[entry.text ?? ''] ?? entry.text }} words={words} />,
        }
      })}
      more={more}
      loadingMore={loadingMore}
    />
  )
}

const DAY = 24 * 3600_000

function Line({ entry, words }: { entry: Entry; words: EntryWords }) {
  const { t, i18n } = useLingui()
  const { nameOf } = useMembers()
  const who = nameOf(entry.actor)
  const name = i18n._(words.name)
  const late =
    entry.loggedAt !== undefined &&
    new Date(entry.loggedAt).getTime() - new Date(entry.at).getTime() > DAY / 24
  const { nameOf: kindOf } = useOtherKinds()
  const stage = (value: Entry['from']) => (value ? i18n._(STAGE_SHORT[value]) : '—')
  const kind = entry.to === 'OTHER' ? kindOf(entry.otherKindId) : undefined
  return (
    <>
      <Text span fw={500}>
        {entry.kind === 'LIFECYCLE' ? (
          entry.to ? (
            entry.from ? (
              `${stage(entry.from)} → ${stage(entry.to)}`
            ) : (
              stage(entry.to)
            )
          ) : (
            t`Xoá giai đoạn ${stage(entry.from)}`
          )
        ) : entry.ref && words.path ? (
          <Link to={`${words.path}/${entry.ref}` as '/'} className="link">
            {name}
          </Link>
        ) : (
          name
        )}
        {kind && `: ${kind}`}
      </Text>
      {entry.direction === 'OUT' && entry.kind !== 'NOTE' && (
        <IconArrowUpRight size={14} aria-label={t`chiều đi`} style={{ verticalAlign: -2, marginLeft: 3 }} />
      )}
      {entry.direction === 'IN' && (
        <IconArrowDownLeft size={14} aria-label={t`chiều đến`} style={{ verticalAlign: -2, marginLeft: 3 }} />
      )}
      {entry.cause && CAUSE_NAMES[entry.cause] && (
        <Text span c="dimmed">
          {' · '}
          {i18n._(CAUSE_NAMES[entry.cause] ?? UNKNOWN_ENTRY.name)}
        </Text>
      )}
      {who && (
        <Text span c="dimmed">
          {' · '}
          {who}
        </Text>
      )}
      {late && (
        <Tooltip label={t`Ghi lúc ${formatDateTime(entry.loggedAt ?? entry.at)}`}>
          <Text span c="dimmed">
            {' · '}
            {t`ghi sau`}
          </Text>
        </Tooltip>
      )}
      {entry.text && <div>{entry.text}</div>}
    </>
  )
}
