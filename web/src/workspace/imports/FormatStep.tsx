import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { Checkbox, Group, Select, Stack, Text } from '@mantine/core'
import { formatNumber } from '../../ui/format'
import type { Look, Preview } from './api'
import classes from './Imports.module.css'

/** How the file was understood; whoever knows better corrects it. */
export function FormatStep({
  preview,
  onChange,
}: {
  preview: Preview
  onChange: (change: Pick<Look, 'encoding' | 'separator' | 'header'>) => void
}) {
  const { t } = useLingui()
  return (
    <Stack gap="sm">
      <Group gap="md" align="flex-end">
        <Select
          label={t`Bảng mã`}
          w={170}
          data={[
            { value: 'UTF-8', label: 'UTF-8' },
            { value: 'UTF-16LE', label: 'UTF-16 LE' },
            { value: 'UTF-16BE', label: 'UTF-16 BE' },
            { value: 'windows-1258', label: 'Windows-1258' },
          ]}
          value={preview.encoding}
          allowDeselect={false}
          onChange={(encoding) => onChange({ encoding: encoding ?? undefined })}
        />
        <Select
          label={t`Dấu ngăn cột`}
          w={150}
          data={[
            { value: ',', label: t`phẩy ( , )` },
            { value: ';', label: t`chấm phẩy ( ; )` },
            { value: '\t', label: t`tab` },
          ]}
          value={preview.separator}
          allowDeselect={false}
          onChange={(separator) => onChange({ separator: separator ?? undefined })}
        />
        <Checkbox
          mb={8}
          label={t`Dòng đầu là tên cột`}
          checked={preview.header}
          onChange={(event) => onChange({ header: event.currentTarget.checked })}
        />
        <Text c="dimmed" mb={6} ml="auto" className="tabular">
          {formatNumber(preview.rows)} <Plural value={preview.rows} other="dòng" /> ·{' '}
          <Plural value={preview.columns.length} other="# cột" />
        </Text>
      </Group>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by the keyboard */}
      <section className={classes.scroll} tabIndex={0} aria-label={t`Mấy dòng đầu`}>
        <table>
          <thead>
            <tr>
              {preview.columns.map((column) => (
                <th key={column.name} scope="col">
                  {column.name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {preview.firstRows.slice(0, 5).map((row, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the rows of a file are known by their place
              <tr key={index}>
                {preview.columns.map((column, at) => (
                  <td key={column.name} title={row[at]}>
                    {row[at]}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <Text size="sm" c="dimmed">
        <Trans>Chữ hiện sai dấu? Đổi bảng mã. Mọi thứ dồn vào một cột? Đổi dấu ngăn.</Trans>
      </Text>
    </Stack>
  )
}
