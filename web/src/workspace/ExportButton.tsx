import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Tooltip } from '@mantine/core'
import { IconFileExport } from '@tabler/icons-react'
import { pathWithQuery } from '../api/client'
import { type Column, useColumns } from '../ui/DataList'
import type { ListSearch } from '../ui/list'
import { may, type RecordKind, useMe } from './session'

interface ExportButtonProps<T> {
  readonly kind: RecordKind
  /** As the list is called that it stands beside: its chosen columns are those of the file. */
  readonly name: string
  readonly columns: readonly Column<T>[]
  readonly search: ListSearch
}

/** The list as it is on the screen, with its filter, search, order and columns, as a file; for those who may. */
export function ExportButton<T>({ kind, name, columns, search }: ExportButtonProps<T>) {
  const { t } = useLingui()
  const me = useMe()
  const { shown } = useColumns(name, columns, search)
  if (!may(me, kind, 'EXPORT')) return null
  const { READ, EXPORT } = me.permissions[kind] ?? {}
  const whole = READ === EXPORT || EXPORT === 'ALL'
  const label = whole
    ? t`Tải danh sách đang xem về tệp CSV`
    : EXPORT === 'TEAM'
      ? t`Tải về tệp CSV. Quyền của bạn: chỉ các dòng của nhóm`
      : t`Tải về tệp CSV. Quyền của bạn: chỉ các dòng bạn phụ trách`
  return (
    <Tooltip label={label}>
      <Button
        component="a"
        href={pathWithQuery(`/api/exports/${name}.csv`, {
          filter: search.filter,
          q: search.q,
          sort: search.sort,
          deleted: search.deleted,
          columns: shown.flatMap((column) => column.exports ?? []).join(','),
        })}
        download
        variant="default"
        size="xs"
        visibleFrom="xs"
        leftSection={<IconFileExport size={16} aria-hidden />}
      >
        <Trans>Xuất</Trans>
      </Button>
    </Tooltip>
  )
}
