import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Group, Progress, Stack, Text } from '@mantine/core'
import { IconArrowBackUp, IconDownload, IconPlayerStop } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { post } from '../../api/client'
import { ConfirmDialog } from '../../ui/ConfirmDialog'
import { useCommand } from '../../ui/command'
import { formatDate, formatNumber } from '../../ui/format'
import { ErrorState } from '../../ui/States'
import type { Import } from './api'
import classes from './Imports.module.css'
import { KeptRows } from './KeptRows'
import { type Mend, Reasons } from './Reasons'
import { useImport } from './useImport'
import { STATUSES } from './words'

function Counts({ counts }: { counts: Import }) {
  const { t } = useLingui()
  const would = counts.dryRun
  const rows: [number, string, string?][] = [
    [counts.created, would ? t`sẽ tạo` : t`đã tạo`],
    [counts.updated, would ? t`sẽ cập nhật` : t`đã cập nhật`],
    [counts.skipped, would ? t`sẽ bỏ qua` : t`bỏ qua`],
    [counts.failed, would ? t`sẽ từ chối` : t`bị từ chối`, counts.failed > 0 ? 'var(--sh-red)' : undefined],
  ]
  return (
    <div className={classes.counts}>
      {rows.map(([count, name, color]) => (
        <div key={name} className={classes.count}>
          <strong style={{ color }}>{formatNumber(count)}</strong>
          <span>{name}</span>
        </div>
      ))}
    </div>
  )
}

/** How far it is, what came of it, and the way back. */
export function RunStep({ id, mend, onGone }: { id: string; mend?: Mend; onGone?: () => void }) {
  const { t, i18n } = useLingui()
  const { data, error, refetch } = useImport(id)
  const [undoing, setUndoing] = useState(false)
  const undo = useCommand(() => post(`/api/imports/${id}/undo`), {
    refresh: ['imports', 'contacts', 'companies', 'deals', 'competitors', 'members'],
    done: () => setUndoing(false),
  })
  const stop = useCommand(() => post(`/api/imports/${id}/cancel`), { refresh: ['imports'] })
  const finished = data !== undefined && data.status !== 'RUNNING'
  const settle = useCommand(async () => undefined, {
    refresh: ['imports', 'contacts', 'companies', 'deals', 'competitors', 'members', 'teams'],
  })
  const { mutate: settled } = settle
  const writes = finished && !data.dryRun
  useEffect(() => {
    if (writes) settled(undefined)
  }, [writes, settled])

  if (error) return <ErrorState error={error} retry={onGone ?? (() => void refetch())} />
  if (!data) return null
  const share = data.rows > 0 ? Math.min(100, (data.done / data.rows) * 100) : 0
  return (
    <Stack gap="sm">
      {!finished && (
        <div>
          <Group justify="space-between" mb={4}>
            <Text role="status" className="tabular">
              {data.undoing ? (
                <Trans>Đang hoàn tác…</Trans>
              ) : (
                <Trans>
                  {formatNumber(data.done)} / {formatNumber(data.rows)} dòng
                </Trans>
              )}
            </Text>
            {data.can.cancel && (
              <Button
                variant="subtle"
                size="compact-sm"
                color="gray"
                leftSection={<IconPlayerStop size={15} aria-hidden />}
                onClick={() => stop.mutate(undefined)}
              >
                <Trans>Dừng</Trans>
              </Button>
            )}
          </Group>
          <Progress value={data.undoing ? 100 : share} animated color="teal" aria-label={t`Tiến độ`} />
          <Text size="sm" c="dimmed" mt={6}>
            <Trans>Bạn có thể rời trang này; việc vẫn chạy tiếp, kể cả khi máy chủ khởi động lại.</Trans>
          </Text>
        </div>
      )}
      <Counts counts={data} />
      {finished && data.status !== 'DONE' && (
        <Text c={data.status === 'FAILED' ? 'var(--sh-red)' : 'dimmed'}>
          <Trans>Kết thúc: {i18n._(STATUSES[data.status])}.</Trans> {data.error}
        </Text>
      )}
      {finished && data.status === 'DONE' && data.failed + data.skipped > 0 && (
        <Reasons of={data} mend={mend} />
      )}
      {finished && data.kept > 0 && <KeptRows of={data} />}
      {finished && (
        <Group gap="sm">
          {data.failed + data.skipped > 0 && (
            <Button
              component="a"
              href={`/api/imports/${id}/errors.csv`}
              download
              variant="default"
              leftSection={<IconDownload size={16} aria-hidden />}
            >
              <Trans>Tải các dòng bị bỏ, kèm lý do</Trans>
            </Button>
          )}
          {data.can.undo && (
            <Button
              variant="default"
              leftSection={<IconArrowBackUp size={16} aria-hidden />}
              onClick={() => setUndoing(true)}
            >
              <Trans>Hoàn tác</Trans>
            </Button>
          )}
          {data.can.undo && data.undoableUntil && (
            <Text size="sm" c="dimmed">
              <Trans>Hoàn tác được đến {formatDate(data.undoableUntil)}.</Trans>
            </Text>
          )}
        </Group>
      )}
      <ConfirmDialog
        opened={undoing}
        onClose={() => setUndoing(false)}
        title={t`Hoàn tác lần nhập này?`}
        confirm={<Trans>Hoàn tác</Trans>}
        danger
        busy={undo.isPending}
        onConfirm={() => undo.mutate(undefined)}
      >
        {t`Bản ghi đã tạo sẽ bị xoá cùng bàn giao của nó, bản ghi đã cập nhật trở về giá trị cũ. Những gì đã có người dùng tiếp (sửa, gọi, ghi chú, gắn thương vụ, xử lý bàn giao) thì giữ nguyên.`}
      </ConfirmDialog>
    </Stack>
  )
}
