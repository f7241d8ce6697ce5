import { Trans, useLingui } from '@lingui/react/macro'
import { Loader, SegmentedControl, Stack, Text } from '@mantine/core'
import { IconFileSpreadsheet } from '@tabler/icons-react'
import { useState } from 'react'
import classes from './Imports.module.css'
import { objectName } from './words'

/** What is in the file, and the file. */
export function FileStep({
  objects,
  object,
  onObject,
  fileName,
  busy,
  onFile,
}: {
  objects: readonly string[]
  object: string
  onObject: (object: string) => void
  fileName?: string
  busy: boolean
  onFile: (file: File) => void
}) {
  const { t, i18n } = useLingui()
  const [over, setOver] = useState(false)
  return (
    <Stack gap="sm">
      <SegmentedControl
        aria-label={t`Trong tệp có gì`}
        value={object}
        onChange={onObject}
        data={objects.map((value) => ({ value, label: objectName(value, (message) => i18n._(message)) }))}
        style={{ alignSelf: 'flex-start', maxWidth: '100%', overflowX: 'auto' }}
      />
      <label
        className={classes.drop}
        data-over={over || undefined}
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault()
          setOver(false)
          const file = event.dataTransfer.files[0]
          if (file) onFile(file)
        }}
      >
        <input
          type="file"
          accept=".csv,.tsv,.txt,text/csv"
          disabled={busy}
          onChange={(event) => {
            const file = event.currentTarget.files?.[0]
            if (file) onFile(file)
            event.currentTarget.value = ''
          }}
        />
        {busy ? <Loader size={28} /> : <IconFileSpreadsheet size={28} stroke={1.4} aria-hidden />}
        <Text fw={500}>{fileName ?? <Trans>Thả tệp CSV vào đây hoặc bấm để chọn</Trans>}</Text>
        <Text size="sm" c="dimmed">
          {fileName ? (
            <Trans>Bấm để chọn tệp khác</Trans>
          ) : (
            <Trans>Từ Excel: Lưu thành → CSV. Tối đa 1 GB, bảng mã nào cũng được.</Trans>
          )}
        </Text>
      </label>
    </Stack>
  )
}
