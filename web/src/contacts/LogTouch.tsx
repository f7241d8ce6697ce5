import { Trans, useLingui } from '@lingui/react/macro'
import {
  Button,
  Group,
  SegmentedControl,
  Stack,
  Text,
  Textarea,
  Tooltip,
  VisuallyHidden,
} from '@mantine/core'
import { DateTimePicker } from '@mantine/dates'
import { type FormEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { isProblem } from '../api/problem'
import { tell } from '../ui/command'
import { Dates } from '../ui/Dates'
import { useDraft, useDrafted } from '../ui/draft'
import { getZone } from '../ui/format'
import { ProblemAlert } from '../ui/States'
import { instantIn } from '../ui/zone'
import { useMe } from '../workspace/session'
import { useLogTouch } from './api'
import { TOUCH_KINDS, TOUCH_NAMES, TOUCH_SHORT, type TouchKind } from './timelineWords'

const LOG = 'songhanh:log-touch'

/** Opens the form on this page, from a button that stands elsewhere. */
export const openLog = (kind: TouchKind) => window.dispatchEvent(new CustomEvent(LOG, { detail: kind }))

/** Writes down a call, an e-mail, a visit … as a line on the timeline. */
export function LogTouch({ of, id }: { of: string; id: string }) {
  const { t, i18n } = useLingui()
  const [kind, setKind] = useState<TouchKind>()
  const box = useRef<HTMLDivElement>(null)

  useEffect(() => {
    const open = (event: Event) => {
      setKind((event as CustomEvent<TouchKind>).detail)
      box.current?.scrollIntoView({ block: 'nearest' })
    }
    window.addEventListener(LOG, open)
    return () => window.removeEventListener(LOG, open)
  }, [])

  return (
    <div ref={box} style={{ padding: '10px 14px', borderBottom: '1px solid var(--sh-line)' }}>
      <Group gap={6} role="group" aria-label={t`Ghi lại`}>
        {TOUCH_KINDS.map((one) => {
          return (
            <Button
              key={one}
              size="compact-sm"
              variant={kind === one ? 'filled' : 'default'}
              aria-pressed={kind === one}
              onClick={() => setKind(kind === one ? undefined : one)}
            >
              {i18n._(TOUCH_SHORT[one])}
            </Button>
          )
        })}
      </Group>
      {kind && <TouchForm key={kind} kind={kind} of={of} id={id} onClose={() => setKind(undefined)} />}
    </div>
  )
}

/** `2026-11-24 09:30:00` as the field shows it. */
const written = (local: string) =>
  local.replace(/^(\d{4})-(\d{2})-(\d{2})[ T](\d{2}:\d{2}).*$/, '$3/$2/$1 $4')

export function TouchForm({
  kind,
  of,
  id,
  onClose,
}: {
  kind: TouchKind
  of: string
  id: string
  onClose: () => void
}) {
  const { t, i18n } = useLingui()
  const me = useMe()
  const draft = useDraft(`touch ${me.id} ${id} ${kind}`)
  const [text, setText] = useDrafted(draft, 'text', '')
  const [direction, setDirection] = useState<'OUT' | 'IN'>('OUT')
  const [at, setAt] = useState<string | null>(null)
  const log = useLogTouch(of, id, () => {
    draft.forget()
    onClose()
    tell(t`Đã ghi vào dòng thời gian.`)
  })
  const refused = isProblem(log.error) ? log.error : undefined
  const note = kind === 'NOTE'
  const submit = (event?: FormEvent) => {
    event?.preventDefault()
    if (log.isPending || (note && text.trim() === '')) return
    log.mutate({
      kind,
      text: text.trim() || undefined,
      at: at ? instantIn(getZone(), at) : undefined,
      direction: note ? undefined : direction,
    })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onClose()
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit()
  }
  const placeholders: Record<TouchKind, string> = {
    CALL: t`Nói gì, hẹn gì tiếp?`,
    EMAIL: t`Viết gì, trả lời gì?`,
    MESSAGE: t`Nhắn gì, trả lời gì?`,
    MEETING: t`Ai dự, chốt được gì?`,
    VISIT: t`Gặp ai, thấy gì?`,
    NOTE: t`Điều đồng nghiệp cần biết`,
  }
  return (
    <form onSubmit={submit}>
      <Stack gap="xs" mt="sm">
        <ProblemAlert error={log.error} fields={['text', 'at']} />
        <Textarea
          aria-label={i18n._(TOUCH_NAMES[kind])}
          placeholder={placeholders[kind]}
          autoFocus
          autosize
          minRows={2}
          maxLength={10_000}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          onKeyDown={onKeyDown}
          error={refused?.of('text')}
        />
        <Group gap="xs" align="flex-end">
          {!note && (
            <>
              <VisuallyHidden id="touch-direction">{t`Chiều cuộc gọi`}</VisuallyHidden>
              <SegmentedControl
                size="xs"
                aria-labelledby="touch-direction"
                value={direction}
                onChange={(value) => setDirection(value as 'OUT' | 'IN')}
                data={[
                  { value: 'OUT', label: t`Gọi đi` },
                  { value: 'IN', label: t`Gọi đến` },
                ].map((option) =>
                  kind === 'CALL'
                    ? option
                    : { ...option, label: option.value === 'OUT' ? t`Ta chủ động` : t`Khách chủ động` },
                )}
              />
            </>
          )}
          <Dates>
            <Tooltip label={t`Ghi lùi ngày được; đồng hồ bàn giao vẫn tính theo lúc ghi.`} multiline w={240}>
              <DateTimePicker
                size="xs"
                w={170}
                aria-label={at ? t`Lúc nào: ${written(at)}` : t`Lúc nào: Vừa xong`}
                placeholder={t`Vừa xong`}
                valueFormat="DD/MM/YYYY HH:mm"
                clearable
                maxDate={new Date()}
                value={at}
                onChange={setAt}
                error={refused?.of('at')}
              />
            </Tooltip>
          </Dates>
        </Group>
        <Group gap="xs" justify="space-between">
          <Text size="xs" c="dimmed">
            <Trans>Ctrl Enter để lưu, Esc để đóng.</Trans>
          </Text>
          <Group gap={6}>
            <Button
              variant="default"
              size="xs"
              onClick={() => {
                draft.forget()
                onClose()
              }}
            >
              <Trans>Huỷ</Trans>
            </Button>
            <Button type="submit" size="xs" loading={log.isPending} disabled={note && text.trim() === ''}>
              <Trans>Ghi lại</Trans>
            </Button>
          </Group>
        </Group>
      </Stack>
    </form>
  )
}
