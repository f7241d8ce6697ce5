import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Text, VisuallyHidden } from '@mantine/core'
import { IconCircleCheck } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import type { EventControllerFailedEvent } from '../../api/generated/api.schemas'
import { eventList, eventReplay } from '../../api/generated/event'
import { tell, useCommand } from '../../ui/command'
import { Loaded } from '../../ui/Loaded'
import { Moment } from '../../ui/Moment'
import { Card } from '../../ui/Page'
import { EmptyState } from '../../ui/States'
import classes from './Settings.module.css'

/** What could not be carried out after a change was saved: why, and a way to try again. */
export function EventSection() {
  const { t } = useLingui()
  const failed = useQuery({
    queryKey: ['failed-events'],
    queryFn: async ({ signal }) => (await eventList({ signal })).items,
  })
  const replay = useCommand((event: EventControllerFailedEvent) => eventReplay(event.id), {
    refresh: ['failed-events'],
    done: () => tell(t`Đang thử lại`),
  })
  return (
    <Card title={<Trans>Sự kiện bị kẹt</Trans>}>
      <Loaded
        of={failed}
        empty={
          <EmptyState
            icon={<IconCircleCheck size={28} stroke={1.4} aria-hidden />}
            text={<Trans>Mọi việc sau mỗi thay đổi đều đã chạy xong.</Trans>}
          />
        }
      >
        {(data) => (
          <div className={classes.table}>
            <table>
              <thead>
                <tr>
                  <th>
                    <Trans>Sự kiện</Trans>
                  </th>
                  <th>
                    <Trans>Lỗi</Trans>
                  </th>
                  <th>
                    <Trans>Đã thử</Trans>
                  </th>
                  <th>
                    <VisuallyHidden>{t`Thử lại`}</VisuallyHidden>
                  </th>
                </tr>
              </thead>
              <tbody>
                {data.map((event) => (
                  <tr key={event.id}>
                    <td>
                      {event.type}
                      <Text size="sm" c="dimmed" component="div">
                        {event.consumer} · <Moment at={event.at} />
                      </Text>
                    </td>
                    <td>
                      <Text size="sm" lineClamp={2} title={event.error}>
                        {event.error}
                      </Text>
                    </td>
                    <td>
                      <Text size="sm" component="div" style={{ whiteSpace: 'nowrap' }}>
                        <Trans>{event.attempts} lần</Trans>
                        {event.nextTryAt && (
                          <>
                            {' · '}
                            <Moment at={event.nextTryAt} />
                          </>
                        )}
                      </Text>
                    </td>
                    <td>
                      <Button variant="default" size="compact-sm" onClick={() => replay.mutate(event)}>
                        <Trans>Thử lại</Trans>
                      </Button>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
      </Loaded>
    </Card>
  )
}
