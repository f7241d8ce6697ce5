import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Text } from '@mantine/core'
import { IconBuilding, IconFileImport, IconPlus } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { type Company, LIFECYCLE_STAGES } from '../api/types'
import { type Column, ColumnChooser, DataList } from '../ui/DataList'
import { FilterBar, type FilterField } from '../ui/FilterBar'
import { formatNumber, formatPhone } from '../ui/format'
import { useListed } from '../ui/list'
import { Day, Moment } from '../ui/Moment'
import { NothingListed } from '../ui/NothingListed'
import { Page } from '../ui/Page'
import { Person } from '../ui/Person'
import { Split } from '../ui/Split'
import { EmptyState } from '../ui/States'
import { useListKeys } from '../ui/useListKeys'
import { type View, Views } from '../ui/Views'
import { ExportButton } from '../workspace/ExportButton'
import { may, useMe, useMembers } from '../workspace/session'
import { companyQuery, useRestore } from './api'
import { BulkEdit } from './BulkEdit'
import { CompanyForm } from './CompanyForm'
import { useOtherKinds } from './otherKinds'
import { CompanyPanel } from './panels'
import { StageDots } from './StageDots'
import { STAGE_NAMES } from './words'

/** There is room for these while the panel is open. */
const BESIDE_PANEL = ['name', 'stage', 'taxCode', 'restore']

/** @param beside what other modules show of a company in the side panel */
export function CompaniesPage({ beside }: { beside?: (company: Company) => ReactNode }) {
  const { t, i18n } = useLingui()
  const me = useMe()
  const search = useSearch({ from: '/shell/companies' })
  const navigate = useNavigate({ from: '/companies' })
  const client = useQueryClient()
  const { choices, nameOf } = useMembers()
  const otherKinds = useOtherKinds()
  const restore = useRestore('companies')
  const set = (change: Partial<typeof search>) =>
    navigate({ search: (old) => ({ ...old, ...change }), replace: true })
  const { query, rows, total } = useListed<Company>('companies', '/api/companies', search)
  const writes = may(me, 'COMPANY', 'WRITE')
  const create = () => {
    if (writes) void set({ create: true })
  }
  useListKeys({ onCreate: create })

  const fields: FilterField[] = [
    {
      field: 'lifecycleStage',
      name: t`Giai đoạn`,
      kind: 'choice',
      options: LIFECYCLE_STAGES.map((stage) => ({ value: stage, label: i18n._(STAGE_NAMES[stage]) })),
    },
    { field: 'otherKindId', name: t`Loại trong “Khác”`, kind: 'choice', options: otherKinds.all },
    {
      field: 'ownerId',
      name: t`Phụ trách`,
      kind: 'choice',
      options: choices,
    },
    { field: 'industry', name: t`Ngành`, kind: 'text' },
    { field: 'employees', name: t`Số nhân viên`, kind: 'number' },
    { field: 'taxCode', name: t`Mã số thuế`, kind: 'text' },
    { field: 'lastActivityAt', name: t`Trao đổi lần cuối`, kind: 'date' },
    { field: 'tags', name: t`Nhãn`, kind: 'list' },
    { field: 'createdAt', name: t`Ngày tạo`, kind: 'date' },
  ]
  const views: View[] = [
    { name: t`Tất cả` },
    { name: t`Của tôi`, filter: { all: [{ field: 'ownerId', op: 'in', value: [me.id] }] } },
    {
      name: t({ message: 'Khách hàng', context: 'list' }),
      filter: { all: [{ field: 'lifecycleStage', op: 'in', value: ['CUSTOMER', 'EVANGELIST'] }] },
    },
    { name: t`Thùng rác`, deleted: true },
  ]
  const columns: Column<Company>[] = [
    {
      key: 'name',
      exports: 'name',
      name: t`Tên`,
      sort: 'name',
      narrow: 'title',
      cell: (company) => (
        <Link
          to="/companies/$companyId"
          params={{ companyId: company.id }}
          preload={false}
          style={{ fontWeight: 500 }}
        >
          {company.name}
        </Link>
      ),
    },
    {
      key: 'stage',
      exports: 'lifecycleStage',
      name: t`Giai đoạn`,
      width: 236,
      narrow: 'side',
      cell: (company) => (
        <StageDots stage={company.lifecycleStage} otherKindId={company.otherKindId} withName />
      ),
    },
    {
      key: 'otherKind',
      exports: 'otherKind',
      name: t`Loại trong “Khác”`,
      width: 150,
      optional: true,
      cell: (company) => otherKinds.nameOf(company.otherKindId),
    },
    {
      key: 'taxCode',
      exports: 'taxCode',
      name: t`Mã số thuế`,
      width: 112,
      narrow: 'more',
      cell: (company) => <span className="tabular">{company.taxCode}</span>,
    },
    {
      key: 'industry',
      exports: 'industry',
      name: t`Ngành`,
      width: 116,
      narrow: 'more',
      cell: (company) => company.industry,
    },
    {
      key: 'phone',
      exports: 'phone',
      name: t`Điện thoại`,
      width: 132,
      optional: true,
      cell: (company) =>
        company.phone && (
          <a href={`tel:${company.phone}`} className="tabular">
            {formatPhone(company.phone)}
          </a>
        ),
    },
    {
      key: 'owner',
      exports: 'owner',
      name: t`Phụ trách`,
      width: 162,
      cell: (company) => <Person name={nameOf(company.ownerId)} size={20} />,
    },
    {
      key: 'domain',
      exports: 'domain',
      name: t`Tên miền`,
      optional: true,
      cell: (company) => company.domain,
    },
    {
      key: 'employees',
      exports: 'employees',
      name: t({ message: 'Nhân viên', context: 'count' }),
      width: 110,
      align: 'right',
      optional: true,
      cell: (company) => company.employees != null && formatNumber(company.employees),
    },
    {
      key: 'lastActivityAt',
      exports: 'lastActivityAt',
      name: t`Lần cuối`,
      width: 108,
      sort: 'lastActivityAt',
      cell: (company) => <Moment at={company.lastActivityAt} />,
    },
    {
      key: 'createdAt',
      exports: 'createdAt',
      name: t`Ngày tạo`,
      width: 116,
      align: 'right',
      sort: 'createdAt',
      optional: true,
      cell: (company) => <Day date={company.createdAt} />,
    },
  ]
  if (search.deleted) {
    columns.push({
      key: 'restore',
      name: t`Việc`,
      width: 110,
      narrow: 'side',
      cell: (company) =>
        company.can?.restore && (
          <Button size="compact-xs" variant="light" onClick={() => restore.mutate(company.id)}>
            <Trans>Khôi phục</Trans>
          </Button>
        ),
    })
  }

  return (
    <Page
      title={<Trans context="list">Công ty</Trans>}
      fill
      aside={<Views label={t`Cách xem`} views={views} search={search} onSearch={set} />}
      actions={
        <>
          {may(me, 'IMPORT', 'WRITE') && (
            <Button
              variant="default"
              visibleFrom="xs"
              component={Link}
              to="/imports"
              leftSection={<IconFileImport size={16} aria-hidden />}
            >
              <Trans>Nhập</Trans>
            </Button>
          )}
          {writes && (
            <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={create}>
              <Trans>Công ty mới</Trans>
            </Button>
          )}
        </>
      }
    >
      <FilterBar
        fields={fields}
        search={search}
        onSearch={set}
        placeholder={t`Tìm tên, mã số thuế`}
        count={total == null ? undefined : t`${formatNumber(total)} công ty`}
      >
        <ColumnChooser name="companies" columns={columns} search={search} onSearch={set} />
        <ExportButton kind="COMPANY" name="companies" columns={columns} search={search} />
      </FilterBar>
      <Split
        label={t`Công ty đang xem`}
        onClose={() => void set({ peek: undefined, edit: undefined })}
        head={
          search.peek && (
            <Text span size="md">
              <Link to="/companies/$companyId" params={{ companyId: search.peek }} className="link">
                <Trans>Mở cả trang</Trans>
              </Link>
            </Text>
          )
        }
        panel={
          search.peek && (
            <CompanyPanel key={search.peek} id={search.peek} edit={search.edit} beside={beside} />
          )
        }
      >
        <DataList
          name="companies"
          label={t({ message: 'Công ty', context: 'list' })}
          rows={rows}
          columns={search.peek ? columns.filter((column) => BESIDE_PANEL.includes(column.key)) : columns}
          idOf={(company) => company.id}
          total={total}
          search={search}
          onSearch={set}
          onOpen={(company) =>
            void navigate({ to: '/companies/$companyId', params: { companyId: company.id }, search: {} })
          }
          onPeek={(company) => void set({ peek: company.id, edit: undefined })}
          onHover={(company) => void client.prefetchQuery({ ...companyQuery(company.id), staleTime: 15_000 })}
          onEdit={(company) => void set({ peek: company.id, edit: true })}
          bulk={
            search.deleted || !writes
              ? undefined
              : (chosen, clear) => (
                  <BulkEdit of="companies" chosen={chosen} loaded={rows.items} query={query} onDone={clear} />
                )
          }
          empty={
            <NothingListed
              search={search}
              onSearch={set}
              unmatched={<Trans>Không công ty nào khớp.</Trans>}
              first={
                <EmptyState
                  icon={<IconBuilding size={36} stroke={1.4} aria-hidden />}
                  text={<Trans>Chưa có công ty nào. Tạo công ty đầu tiên, hoặc nhập từ Excel.</Trans>}
                  action={
                    writes && (
                      <Button onClick={create}>
                        <Trans>Tạo công ty</Trans>
                      </Button>
                    )
                  }
                />
              }
            />
          }
        />
      </Split>
      <CompanyForm
        opened={search.create === true && writes}
        onClose={() => void set({ create: undefined })}
      />
    </Page>
  )
}
