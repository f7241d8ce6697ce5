import { Trans } from '@lingui/react/macro'
import { Button, Group, Stack } from '@mantine/core'
import { IconNote } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { Company } from '../api/types'
import { BackLink } from '../ui/BackLink'
import { Columns } from '../ui/Columns'
import { Loaded } from '../ui/Loaded'
import { Card, Page } from '../ui/Page'
import { DeleteMenu } from '../workspace/DeleteMenu'
import { companyQuery } from './api'
import { CompanyFacts } from './Facts'
import { openLog } from './LogTouch'
import { MoveStage } from './MoveStage'
import { PeopleCard } from './PeopleCard'
import { Timeline } from './Timeline'

interface CompanyPageProps {
  readonly companyId: string
  /** What other modules show of a company. */
  readonly beside?: (company: Company) => ReactNode
}

export function CompanyPage({ companyId, beside }: CompanyPageProps) {
  const company = useQuery(companyQuery(companyId))
  return (
    <Loaded of={company} page>
      {(data) => <CompanyInFull company={data} beside={beside} />}
    </Loaded>
  )
}

function CompanyInFull({ company, beside }: { company: Company; beside?: (company: Company) => ReactNode }) {
  const { name } = company
  return (
    <Page
      of={name}
      title={
        <Group gap={10} component="span">
          <BackLink to="/companies">
            <Trans context="list">Công ty</Trans>
          </BackLink>
          {name}
        </Group>
      }
      aside={<MoveStage of="companies" record={company} />}
      actions={
        company.can?.edit && (
          <>
            <Button
              variant="default"
              leftSection={<IconNote size={16} aria-hidden />}
              onClick={() => openLog('NOTE')}
            >
              <Trans>Ghi chú</Trans>
            </Button>
            {company.can?.delete && (
              <DeleteMenu of="companies" id={company.id} version={company.version} name={name} />
            )}
          </>
        )
      }
    >
      <Columns
        left={
          <Card title={<Trans>Thông tin</Trans>}>
            <div style={{ padding: '10px 14px 14px' }}>
              <CompanyFacts company={company} />
            </div>
          </Card>
        }
        middle={<Timeline of="companies" id={company.id} canLog={company.can?.edit} />}
        right={
          <Stack gap="sm">
            <PeopleCard companyId={company.id} />
            {beside?.(company)}
          </Stack>
        }
      />
    </Page>
  )
}
