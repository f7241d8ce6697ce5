import { Trans, useLingui } from '@lingui/react/macro'
import { Button } from '@mantine/core'
import { IconBuilding } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { Company } from '../api/types'
import { formatNumber } from '../ui/format'
import { opening } from '../ui/opening'
import { EmptyState } from '../ui/States'
import { RecordListPage, useCreating } from '../workspace/RecordList'
import { useRestore } from '../workspace/records'
import { companyQuery } from './api'
import { BulkEdit } from './BulkEdit'
import { CompanyForm } from './CompanyForm'
import { useCommonColumns, useCommonViews } from './columns'
import { useCompanyFields } from './fields'
import { COMPANIES } from './keys'
import { CompanyPanel } from './panels'

const pageOf = (id: string) => `/companies/${id}`

/** @param beside what other modules show of a company in the side panel */
export function CompaniesPage({ beside }: { beside?: (company: Company) => ReactNode }) {
  const { t } = useLingui()
  const fields = useCompanyFields()
  const columns = useCommonColumns()
  const views = useCommonViews()
  const restore = useRestore(COMPANIES)
  const { create } = useCreating('COMPANY')
  return (
    <RecordListPage<Company>
      list={{
        kind: 'COMPANY',
        collection: COMPANIES,
        path: '/api/companies',
        title: <Trans context="list">Công ty</Trans>,
        label: t({ message: 'Công ty', context: 'list' }),
        placeholder: t`Tìm tên, mã số thuế`,
        counted: (total) => t`${formatNumber(total)} công ty`,
        imported: true,
        exported: true,
        fields,
        columns: [
          {
            field: 'name',
            sort: true,
            narrow: 'title',
            cell: (company) => opening(pageOf(company.id), company.name),
          },
          columns.stage,
          columns.otherKind,
          {
            field: 'taxCode',
            width: 112,
            narrow: 'more',
            cell: (company) => <span className="tabular">{company.taxCode}</span>,
          },
          { field: 'industry', width: 116, narrow: 'more' },
          { ...columns.phone, optional: true },
          columns.owner,
          { field: 'domain', optional: true },
          { field: 'employees', width: 110, optional: true },
          columns.lastActivity,
          columns.created,
        ],
        views: [...views.first, ...views.last],
        pageOf,
        prefetch: ({ id }) => companyQuery(id),
        panel: {
          label: t`Công ty đang xem`,
          columns: ['name', 'stage', 'taxCode'],
          of: (id, edit) => <CompanyPanel key={id} id={id} edit={edit} beside={beside} />,
        },
        restore: restore.mutate,
        bulk: create
          ? (rows, query) => (chosen, clear) => (
              <BulkEdit of="companies" staged chosen={chosen} loaded={rows} query={query} onDone={clear} />
            )
          : undefined,
        unmatched: () => <Trans>Không công ty nào khớp.</Trans>,
        first: (
          <EmptyState
            icon={<IconBuilding size={36} stroke={1.4} aria-hidden />}
            text={<Trans>Chưa có công ty nào. Tạo công ty đầu tiên, hoặc nhập từ Excel.</Trans>}
            action={
              create && (
                <Button onClick={create}>
                  <Trans>Tạo công ty</Trans>
                </Button>
              )
            }
          />
        ),
        create: {
          name: <Trans>Công ty mới</Trans>,
          form: (opened, onClose) => <CompanyForm opened={opened} onClose={onClose} />,
        },
      }}
    />
  )
}
