import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { Text } from '@mantine/core'
import { IconArrowBackUp, IconPencil, IconPlus, IconTrash } from '@tabler/icons-react'
import type { AuditLine } from '../api/generated/api.schemas'
import { Loaded } from '../ui/Loaded'
import { Card } from '../ui/Page'
import { type TimelineLine, TimelineList } from '../ui/TimelineList'
import { Changes } from './Changes'
import { useHistory } from './records'

/** What was done to the record itself. */
const WORDS: Record<string, { readonly name: MessageDescriptor; readonly icon: typeof IconPlus }> = {
  created: { name: msg`Tạo bản ghi`, icon: IconPlus },
  updated: { name: msg`Sửa thông tin`, icon: IconPencil },
  deleted: { name: msg`Cho vào thùng rác`, icon: IconTrash },
  restored: { name: msg`Khôi phục từ thùng rác`, icon: IconArrowBackUp },
}
const CHANGED = { name: msg`Sự kiện`, icon: IconPencil }

/** Who made the record, or changed what of it, as a line of what happened. */
export function changeLine(line: AuditLine): TimelineLine {
  const { icon: Icon } = WORDS[line.action] ?? CHANGED
  return { id: line.id, at: line.at, icon: <Icon size={14} />, text: <Change line={line} /> }
}

function Change({ line }: { line: AuditLine }) {
  const { t, i18n } = useLingui()
  return (
    <>
      <Text span fw={500}>
        {i18n._((WORDS[line.action] ?? CHANGED).name)}
      </Text>
      <Text span c="dimmed">
        {' · '}
        {line.actor ? (line.actor.name ?? t`người đã rời đi`) : t`Hệ thống`}
        {line.via === 'IMPORT' && ` · ${t`qua nhập dữ liệu`}`}
      </Text>
      {line.action === 'updated' && <Changes of={line} />}
    </>
  )
}

/** All that was changed of a record, for those that have no timeline. */
export function HistoryCard({ of, id }: { of: string; id: string }) {
  const history = useHistory(of, id, true)
  return (
    <Card title={<Trans>Lịch sử</Trans>}>
      <div style={{ padding: '0 14px 14px' }}>
        <Loaded of={history}>
          {({ pages }) => (
            <TimelineList
              lines={pages.flatMap((page) => page.items.map(changeLine))}
              more={history.hasNextPage ? () => void history.fetchNextPage() : undefined}
              loadingMore={history.isFetchingNextPage}
            />
          )}
        </Loaded>
      </div>
    </Card>
  )
}
