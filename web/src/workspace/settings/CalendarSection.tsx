import { Trans, useLingui } from '@lingui/react/macro'
import { ActionIcon, Badge, Button, Group, Stack, Text, VisuallyHidden } from '@mantine/core'
import {
  IconCalendarOff,
  IconChevronLeft,
  IconChevronRight,
  IconPencil,
  IconPlus,
  IconTrash,
} from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import type { CalendarView } from '../../api/generated/api.schemas'
import { calendarRemoveDay, calendarRemoveHours } from '../../api/generated/calendar'
import { ConfirmDialog } from '../../ui/ConfirmDialog'
import { useCommand } from '../../ui/command'
import { formatDate, formatWeekday } from '../../ui/format'
import { Card } from '../../ui/Page'
import { CardSkeleton } from '../../ui/Skeletons'
import { EmptyState, ErrorState } from '../../ui/States'
import { may, useMe } from '../session'
import classes from './Calendar.module.css'
import {
  type CalendarDay,
  calendarQuery,
  type DatedHours,
  linesOfWeek,
  nameOfWeekday,
  validOn,
} from './calendar'
import { DayForm } from './DayForm'
import { HoursForm } from './HoursForm'
import settings from './Settings.module.css'
import { YearPicture } from './YearPicture'

/** When the company works: what every deadline is counted by. */
export function CalendarSection() {
  const me = useMe()
  const { year } = useSearch({ strict: false })
  const { data, error, isPending, refetch } = useQuery({
    ...calendarQuery(year),
    placeholderData: keepPreviousData,
  })
  if (error) return <ErrorState error={error} retry={() => void refetch()} />
  if (isPending) {
    return (
      <Card title={<Trans>Giờ làm việc</Trans>}>
        <CardSkeleton />
      </Card>
    )
  }
  const edits = may(me, 'WORKSPACE', 'WRITE')
  return (
    <>
      <Hours calendar={data} edits={edits} />
      <Days calendar={data} edits={edits} />
    </>
  )
}

interface PartProps {
  readonly calendar: CalendarView
  readonly edits: boolean
}

function Hours({ calendar, edits }: PartProps) {
  const { t } = useLingui()
  const { hours, today } = calendar
  const [form, setForm] = useState<{ hours: DatedHours; changes: boolean }>()
  const [removing, setRemoving] = useState<DatedHours>()
  const remove = useCommand((one: DatedHours) => calendarRemoveHours(one.validFrom), {
    refresh: ['calendar'],
    done: () => setRemoving(undefined),
  })
  const present = validOn(hours, today)
  return (
    <Card
      title={<Trans>Giờ làm việc</Trans>}
      actions={
        edits &&
        present && (
          <Button
            size="xs"
            leftSection={<IconPlus size={15} aria-hidden />}
            onClick={() => setForm({ hours: present, changes: false })}
          >
            <Trans>Đổi giờ làm</Trans>
          </Button>
        )
      }
    >
      {hours.map((one, index) => {
        const coming = one.validFrom > today
        const changes = edits && one.validFrom >= today
        const date = formatDate(one.validFrom)
        return (
          <div key={one.validFrom} className={classes.hours}>
            <Stack gap={4} style={{ flex: 1 }}>
              <Group gap={8}>
                <Text fw={500}>
                  {index === hours.length - 1 ? <Trans>Từ đầu</Trans> : <Trans>Từ {date}</Trans>}
                </Text>
                {coming && (
                  <Badge size="sm" color="blue" variant="light">
                    <Trans>sắp tới</Trans>
                  </Badge>
                )}
                {one === present && (
                  <Badge size="sm" color="teal" variant="light">
                    <Trans>đang áp dụng</Trans>
                  </Badge>
                )}
                <Text size="sm" c="dimmed">
                  {one.zone}
                </Text>
              </Group>
              <dl className={classes.week} data-quiet={one !== present || undefined}>
                {linesOfWeek(one.week).map((line) => (
                  <Line key={line.first} {...line} />
                ))}
              </dl>
            </Stack>
            {changes && (
              <ActionIcon
                aria-label={t`Sửa giờ làm từ ${date}`}
                onClick={() => setForm({ hours: one, changes: true })}
              >
                <IconPencil size={17} />
              </ActionIcon>
            )}
            {edits && coming && (
              <ActionIcon aria-label={t`Bỏ giờ làm từ ${date}`} onClick={() => setRemoving(one)}>
                <IconTrash size={17} />
              </ActionIcon>
            )}
          </div>
        )
      })}
      <Text size="sm" c="dimmed" px="md" py="sm">
        <Trans>
          Mọi thời hạn bàn giao tính theo giờ này. Thời hạn đã giao giữ nguyên khi lịch đổi; khách bàn giao
          sau đó tính theo lịch mới. Những ngày đã qua không sửa được.
        </Trans>
      </Text>
      {form && <HoursForm {...form} today={today} onClose={() => setForm(undefined)} />}
      <ConfirmDialog
        opened={removing !== undefined}
        onClose={() => setRemoving(undefined)}
        title={t`Bỏ giờ làm từ ${removing ? formatDate(removing.validFrom) : ''}?`}
        confirm={<Trans>Bỏ giờ làm</Trans>}
        danger
        busy={remove.isPending}
        onConfirm={() => removing && remove.mutate(removing)}
      >
        {t`Giờ làm trước đó tiếp tục áp dụng.`}
      </ConfirmDialog>
    </Card>
  )
}

function Line({ first, last, hours }: ReturnType<typeof linesOfWeek>[number]) {
  return (
    <>
      <dt>{first === last ? nameOfWeekday(first) : `${nameOfWeekday(first)} – ${nameOfWeekday(last)}`}</dt>
      <dd className="tabular">
        {hours || (
          <Text span c="dimmed">
            <Trans>nghỉ</Trans>
          </Text>
        )}
      </dd>
    </>
  )
}

function Days({ calendar, edits }: PartProps) {
  const { t } = useLingui()
  const navigate = useNavigate()
  const { year, days, today } = calendar
  const [form, setForm] = useState<{ day?: CalendarDay }>()
  const [removing, setRemoving] = useState<CalendarDay>()
  const remove = useCommand((day: CalendarDay) => calendarRemoveDay(day.date), {
    refresh: ['calendar'],
    done: () => setRemoving(undefined),
  })
  const show = (other: number) =>
    void navigate({
      to: '/settings/$section',
      params: { section: 'calendar' },
      search: { year: other },
      replace: true,
      resetScroll: false,
    })
  return (
    <Card
      title={<Trans>Ngày nghỉ và làm bù</Trans>}
      actions={
        <Group gap={4} wrap="nowrap">
          <ActionIcon aria-label={t`Năm ${year - 1}`} onClick={() => show(year - 1)}>
            <IconChevronLeft size={18} />
          </ActionIcon>
          <Text className="tabular" fw={500} aria-live="polite">
            {year}
          </Text>
          <ActionIcon aria-label={t`Năm ${year + 1}`} onClick={() => show(year + 1)}>
            <IconChevronRight size={18} />
          </ActionIcon>
          {edits && (
            <Button
              size="xs"
              ml={8}
              leftSection={<IconPlus size={15} aria-hidden />}
              onClick={() => setForm({})}
            >
              <Trans>Thêm ngày</Trans>
            </Button>
          )}
        </Group>
      }
    >
      <YearPicture calendar={calendar} />
      <div className={classes.legend} aria-hidden>
        <span>
          <i className={classes.day} data-look="holiday" />
          <Trans>ngày nghỉ</Trans>
        </span>
        <span>
          <i className={classes.day} data-look="rest" />
          <Trans>nghỉ hằng tuần</Trans>
        </span>
        <span>
          <i className={classes.day} data-look="swapped" />
          <Trans>làm bù</Trans>
        </span>
        <span>
          <i className={classes.day} data-today />
          <Trans>hôm nay</Trans>
        </span>
      </div>
      {days.length === 0 ? (
        <EmptyState
          icon={<IconCalendarOff size={28} stroke={1.4} aria-hidden />}
          text={<Trans>Lịch nghỉ năm {year} chưa có. Nhà nước thường công bố vào cuối năm trước.</Trans>}
        />
      ) : (
        <div className={settings.table} data-fits>
          <table>
            <thead>
              <tr>
                <th>
                  <Trans>Ngày</Trans>
                </th>
                <th>
                  <Trans>Tên</Trans>
                </th>
                <th>
                  <VisuallyHidden>{t`Sửa hoặc bỏ`}</VisuallyHidden>
                </th>
              </tr>
            </thead>
            <tbody>
              {days.map((day) => (
                <tr
                  key={day.date}
                  style={day.observed ? undefined : { color: 'var(--mantine-color-dimmed)' }}
                >
                  <td className="tabular" style={{ width: 160 }}>
                    {formatWeekday(day.date)}
                  </td>
                  <td>
                    <Group gap={8}>
                      {day.name}
                      <Marks day={day} />
                    </Group>
                  </td>
                  <td style={{ width: 80 }}>
                    {edits && day.date >= today && (
                      <Group gap={2} wrap="nowrap" justify="flex-end">
                        <ActionIcon
                          aria-label={t`Sửa ${day.name} ${formatDate(day.date)}`}
                          onClick={() => setForm({ day })}
                        >
                          <IconPencil size={17} />
                        </ActionIcon>
                        <ActionIcon
                          aria-label={t`Bỏ ${day.name} ${formatDate(day.date)}`}
                          onClick={() => setRemoving(day)}
                        >
                          <IconTrash size={17} />
                        </ActionIcon>
                      </Group>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {form && <DayForm {...form} today={today} onClose={() => setForm(undefined)} />}
      <ConfirmDialog
        opened={removing !== undefined}
        onClose={() => setRemoving(undefined)}
        title={t`Bỏ “${removing?.name ?? ''}” khỏi lịch?`}
        confirm={<Trans>Bỏ ngày này</Trans>}
        danger
        busy={remove.isPending}
        onConfirm={() => removing && remove.mutate(removing)}
      >
        {t`Ngày ${removing ? formatDate(removing.date) : ''} trở lại như mọi tuần. Thời hạn đã giao giữ nguyên.`}
      </ConfirmDialog>
    </Card>
  )
}

function Marks({ day }: { day: CalendarDay }) {
  const weekday = day.hoursOf ? nameOfWeekday(day.hoursOf) : ''
  return (
    <>
      {day.kind === 'WORKDAY' && (
        <Badge size="sm" color="blue" variant="light">
          <Trans>làm bù theo giờ {weekday}</Trans>
        </Badge>
      )}
      {!day.observed && (
        <Badge size="sm" color="gray" variant="light">
          <Trans>công ty không theo</Trans>
        </Badge>
      )}
      {day.provisional && (
        <Badge size="sm" color="yellow" variant="light">
          <Trans>dự kiến</Trans>
        </Badge>
      )}
    </>
  )
}
