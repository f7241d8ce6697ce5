import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Stack, Text } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { formatNumber } from '../../ui/format'
import { ErrorState } from '../../ui/States'
import { type Import, keptOf } from './api'
import classes from './Imports.module.css'

/** Kinds of records that have a page of their own. */
const PAGES: Readonly<Record<string, string>> = {
  contacts: '/contacts',
  companies: '/companies',
  deals: '/deals',
}

/** What undoing left where it was, and why: row by row, a page at a time. */
export function KeptRows({ of }: { of: Import }) {
  const { t } = useLingui()
  const kept = useInfiniteQuery({
    queryKey: ['imports', of.id, 'kept'],
    queryFn: ({ pageParam, signal }) => keptOf(of.id, pageParam, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  })
  const page = PAGES[of.object]
  if (kept.error) return <ErrorState error={kept.error} retry={() => void kept.refetch()} />
  const rows = kept.data?.pages.flatMap((one) => one.items) ?? []
  return (
    <Stack gap={6}>
      <Text>
        <Trans>{formatNumber(of.kept)} dòng được giữ lại vì đã có người dùng tiếp:</Trans>
      </Text>
      <div className={classes.scroll}>
        <table aria-label={t`Những dòng được giữ lại`}>
          <thead>
            <tr>
              <th scope="col">
                <Trans>Dòng</Trans>
              </th>
              <th scope="col">
                <Trans>Bản ghi được giữ</Trans>
              </th>
              <th scope="col">
                <Trans>Vì sao giữ lại</Trans>
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.row}>
                <td className="tabular">{formatNumber(row.row)}</td>
                <td>
                  {row.name && page ? (
                    <Link to={`${page}/${row.recordId}` as '/'}>{row.name}</Link>
                  ) : (
                    (row.name ?? <Trans>không xem được</Trans>)
                  )}
                </td>
                <td>{row.reason}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {kept.hasNextPage && (
        <Button
          variant="subtle"
          size="compact-sm"
          style={{ alignSelf: 'start' }}
          loading={kept.isFetchingNextPage}
          onClick={() => void kept.fetchNextPage()}
        >
          <Trans>Xem thêm</Trans>
        </Button>
      )}
    </Stack>
  )
}
