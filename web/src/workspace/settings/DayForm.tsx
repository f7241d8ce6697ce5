import { Trans, useLingui } from '@lingui/react/macro'
import {
  Button,
  Checkbox,
  Group,
  Modal,
  SegmentedControl,
  Select,
  SimpleGrid,
  Stack,
  TextInput,
} from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { onVersion } from '../../api/client'
import type { CalendarDayInput, CalendarDayKind, DayOfWeek } from '../../api/generated/api.schemas'
import { calendarAddDays, calendarChangeDay } from '../../api/generated/calendar'
import { ApiProblem } from '../../api/problem'
import { useCommand } from '../../ui/command'
import { DateField } from '../../ui/DateField'
import { ProblemAlert } from '../../ui/States'
import { type CalendarDay, nameOfWeekday, WEEKDAYS } from './calendar'

const FIELDS = ['date', 'until', 'name', 'hoursOf']

/** A holiday or a swapped-in working day, new or changed. */
export function DayForm({ day, today, onClose }: { day?: CalendarDay; today: string; onClose: () => void }) {
  const { t } = useLingui()
  const [kind, setKind] = useState<CalendarDayKind>(day?.kind ?? 'HOLIDAY')
  const [date, setDate] = useState<string | null>(day?.date ?? null)
  const [until, setUntil] = useState<string | null>(null)
  const [name, setName] = useState(day?.name ?? '')
  const [hoursOf, setHoursOf] = useState<DayOfWeek>(day?.hoursOf ?? 'MONDAY')
  const [observed, setObserved] = useState(day?.observed ?? true)
  const [provisional, setProvisional] = useState(day?.provisional ?? false)
  const works = kind === 'WORKDAY'
  const save = useCommand(
    async () => {
      const input: CalendarDayInput = { kind, name, hoursOf: works ? hoursOf : null, observed, provisional }
      if (day) await calendarChangeDay(day.date, { ...input }, onVersion(day.version))
      else await calendarAddDays({ ...input, date, until })
    },
    { refresh: ['calendar'], failed: () => true, done: onClose },
  )
  const problem = save.error instanceof ApiProblem ? save.error : undefined
  return (
    <Modal
      opened
      onClose={onClose}
      title={day ? <Trans>Sửa ngày trong lịch</Trans> : <Trans>Thêm ngày</Trans>}
    >
      <form
        onSubmit={(event: FormEvent) => {
          event.preventDefault()
          save.mutate(undefined)
        }}
      >
        <Stack>
          <ProblemAlert error={save.error} fields={FIELDS} />
          <SegmentedControl
            aria-label={t`Loại ngày`}
            data={[
              { value: 'HOLIDAY', label: t`Ngày nghỉ` },
              { value: 'WORKDAY', label: t`Ngày làm bù` },
            ]}
            value={kind}
            onChange={(value) => setKind(value as CalendarDayKind)}
          />
          <TextInput
            label={t`Tên`}
            placeholder={works ? t`Làm bù Tết Dương lịch` : t`Du lịch công ty`}
            required
            withAsterisk={false}
            value={name}
            error={problem?.of('name')}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <SimpleGrid cols={{ base: 1, xs: 2 }}>
            <DateField
              label={day || works ? t`Ngày` : t`Từ ngày`}
              placeholder="24/12/2026"
              minDate={today}
              disabled={day !== undefined}
              value={date}
              error={problem?.of('date')}
              onChange={setDate}
            />
            {works ? (
              <Select
                label={t`Theo giờ của`}
                data={WEEKDAYS.map((value) => ({ value, label: nameOfWeekday(value) }))}
                value={hoursOf}
                allowDeselect={false}
                error={problem?.of('hoursOf')}
                onChange={(value) => setHoursOf((value as DayOfWeek | null) ?? hoursOf)}
              />
            ) : (
              !day && (
                <DateField
                  label={t`Đến hết ngày`}
                  placeholder={t`một ngày`}
                  minDate={date ?? today}
                  clearable
                  value={until}
                  error={problem?.of('until')}
                  onChange={setUntil}
                />
              )
            )}
          </SimpleGrid>
          <Checkbox
            label={t`Công ty mình theo ngày này`}
            checked={observed}
            onChange={(event) => setObserved(event.currentTarget.checked)}
          />
          {day?.provisional && (
            <Checkbox
              label={t`Đã có thông báo chính thức`}
              checked={!provisional}
              onChange={(event) => setProvisional(!event.currentTarget.checked)}
            />
          )}
          <Group justify="flex-end">
            <Button type="submit" loading={save.isPending}>
              <Trans>Lưu ngày</Trans>
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
