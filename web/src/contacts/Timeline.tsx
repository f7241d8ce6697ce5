import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Select, Text, Tooltip } from '@mantine/core'
import { IconArrowDownLeft, IconArrowUpRight } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { createContext, useContext, useState } from 'react'
import { formatDateTime } from '../ui/format'
import { isWaitedFor, merged, type Stream } from '../ui/merged'
import { Card } from '../ui/Page'
import { CardSkeleton } from '../ui/Skeletons'
import { EmptyState, ErrorState } from '../ui/States'
import { type TimelineLine, TimelineList } from '../ui/TimelineList'
import { changeLine } from '../workspace/history'
import { useHistory } from '../workspace/records'
import { useMembers } from '../workspace/session'
import { type Entry, useTimeline } from './api'
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

type Shown = 'all' | 'touches' | 'notes' | 'stages' | 'changes' | 'others'

const groupOf = (entry: Entry): Shown => {
  if (entry.kind === 'NOTE') return 'notes'
  if (entry.kind === 'LIFECYCLE') return 'stages'
  return TOUCH_KINDS.some((kind) => kind === entry.kind) ? 'touches' : 'others'
}

type Grouped = TimelineLine & { readonly group: Shown }

interface TimelineProps {
  /** The collection whose record it is of. */
  readonly of: string
  readonly id: string
  readonly canLog?: boolean
  /** Where there is no room for the filter, nor for who changed what. */
  readonly compact?: boolean
  /** How the record went from stage to stage, where that is told elsewhere; undefined until it is there. */
  readonly stages?: readonly TimelineLine[] | null
}

/** All that happened with a record, whoever did it, and the place to write down what just did. */
export function Timeline({ of, id, canLog, compact, stages = null }: TimelineProps) {
  const { t } = useLingui()
  const [shown, setShown] = useState<Shown>('all')
  const timeline = useTimeline(of, id)
  const history = useHistory(of, id, compact !== true)
  const lineOf = useLineOf()

  const told: Stream<Grouped> = {
    items: (timeline.data?.pages ?? []).flatMap((page) =>
      page.items.map((entry) => ({ ...lineOf(entry), group: groupOf(entry) })),
    ),
    more: timeline.isPending || timeline.hasNextPage,
  }
  const changed: Stream<Grouped> = {
    // How it began is told by its way through the stages, where that is told elsewhere.
    items: (history.data?.pages ?? []).flatMap((page) =>
      page.items
        .filter(({ action }) => stages === null || action !== 'created')
        .map((line) => ({ ...changeLine(line), group: 'changes' as const })),
    ),
    more: compact !== true && (history.isPending || history.hasNextPage),
  }
  const moved: Stream<Grouped> = {
    items: (stages ?? []).map((line) => ({ ...line, group: 'stages' as const })),
    more: false,
  }
  const lines = merged(told, changed, moved)
  const wanted = shown === 'all' ? lines : lines.filter((line) => line.group === shown)
  const more =
    timeline.hasNextPage || history.hasNextPage
      ? () => {
          if (isWaitedFor(told, changed)) void timeline.fetchNextPage()
          if (isWaitedFor(changed, told)) void history.fetchNextPage()
        }
      : undefined
  const failed = [timeline, history].find((query) => query.isError)
  const waits = timeline.isPending || (compact !== true && history.isPending)

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
              { value: 'changes', label: t`Thay đổi` },
              { value: 'others', label: t`Khác` },
            ]}
          />
        )
      }
    >
      {canLog && <LogTouch of={of} id={id} />}
      <div style={{ padding: '0 14px 14px' }}>
        {waits && !failed && <CardSkeleton lines={6} />}
        {failed && <ErrorState error={failed.error} retry={() => void failed.refetch()} />}
        {!waits && wanted.length === 0 && (
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
        <TimelineList
          lines={wanted}
          more={more}
          loadingMore={timeline.isFetchingNextPage || history.isFetchingNextPage}
        />
      </div>
    </Card>
  )
}

/** An entry as a line, in the words of whichever module wrote it. */
function useLineOf() {
  const { words: others, codes } = useContext(TimelineWords)
  return (entry: Entry): TimelineLine => {
    const words = ENTRY_WORDS[entry.kind] ?? others[entry.kind] ?? UNKNOWN_ENTRY
    const { icon: Icon } = words
    return {
      id: entry.id,
      at: entry.at,
      icon: <Icon size={14} />,
      text: <Line entry={{ ...entry, text: codes[entry.text ?? ''] ?? entry.text }} words={words} />,
    }
  }
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
