import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Group, Modal, Select, SimpleGrid, Stack, Text, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { onVersion } from '../../api/client'
import { calendarAddHours, calendarChangeHours } from '../../api/generated/calendar'
import { ApiProblem } from '../../api/problem'
import { useCommand } from '../../ui/command'
import { DateField } from '../../ui/DateField'
import { ProblemAlert } from '../../ui/States'
import {
  type DatedHours,
  nameOfWeekday,
  plusDays,
  readShifts,
  WEEKDAYS,
  writeShifts,
  ZONES,
} from './calendar'

/** The hours of a week, one line a day; a line without any is a rest day. */
export function HoursForm({
  hours,
  changes,
  today,
  onClose,
}: {
  hours: DatedHours
  /** Whether these hours themselves change; otherwise they are what new ones begin with. */
  changes: boolean
  today: string
  onClose: () => void
}) {
  const { t } = useLingui()
  const [from, setFrom] = useState<string | null>(changes ? hours.validFrom : plusDays(today, 1))
  const [zone, setZone] = useState(hours.zone)
  const [lines, setLines] = useState<Record<string, string>>(
    Object.fromEntries(WEEKDAYS.map((day) => [day, writeShifts(hours.week[day])])),
  )
  const [unclear, setUnclear] = useState<readonly string[]>([])
  const save = useCommand(
    (week: DatedHours['week']) =>
      changes
        ? calendarChangeHours(
            hours.validFrom,
            { zone, week: Object.fromEntries(WEEKDAYS.map((day) => [day, week[day] ?? null])) },
            onVersion(hours.version),
          )
        : calendarAddHours({ validFrom: from, zone, week }),
    { refresh: ['calendar'], failed: () => true, done: onClose },
  )
  const problem = save.error instanceof ApiProblem ? save.error : undefined
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const read = WEEKDAYS.map((day) => [day, readShifts(lines[day] ?? '')] as const)
    const wrong = read.filter(([, shifts]) => shifts === undefined).map(([day]) => day)
    setUnclear(wrong)
    if (wrong.length > 0) return
    save.mutate(Object.fromEntries(read.flatMap(([day, shifts]) => (shifts?.length ? [[day, shifts]] : []))))
  }
  return (
    <Modal
      opened
      onClose={onClose}
      title={changes ? <Trans>Sửa giờ làm việc</Trans> : <Trans>Giờ làm việc mới</Trans>}
    >
      <form onSubmit={submit}>
        <Stack gap="sm">
          <ProblemAlert
            error={save.error}
            fields={['validFrom', 'zone', ...WEEKDAYS.map((day) => `week.${day}`)]}
          />
          <SimpleGrid cols={{ base: 1, xs: 2 }}>
            <DateField
              label={t`Có hiệu lực từ`}
              placeholder="24/11/2026"
              minDate={today}
              disabled={changes}
              value={from}
              error={problem?.of('validFrom')}
              onChange={setFrom}
            />
            <Select
              label={t`Múi giờ`}
              data={[...new Set([hours.zone, ...ZONES])]}
              value={zone}
              allowDeselect={false}
              error={problem?.of('zone')}
              onChange={(value) => setZone(value ?? zone)}
            />
          </SimpleGrid>
          {WEEKDAYS.map((day) => (
            <TextInput
              key={day}
              label={nameOfWeekday(day)}
              placeholder={t`nghỉ`}
              value={lines[day]}
              error={
                unclear.includes(day) ? t`Viết như 08:00–12:00, 13:00–17:00` : problem?.of(`week.${day}`)
              }
              onChange={(event) => setLines({ ...lines, [day]: event.currentTarget.value })}
              onBlur={(event) => {
                const shifts = readShifts(event.currentTarget.value)
                if (shifts) setLines({ ...lines, [day]: writeShifts(shifts) })
              }}
            />
          ))}
          <Text size="sm" c="dimmed">
            <Trans>Viết gọn cũng được: 8-12, 13h30-17h. Để trống là ngày nghỉ.</Trans>
          </Text>
          <Group justify="flex-end">
            <Button type="submit" loading={save.isPending}>
              <Trans>Lưu giờ làm</Trans>
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
