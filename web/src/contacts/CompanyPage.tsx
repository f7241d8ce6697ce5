import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Group, Menu, Stack } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconDotsVertical, IconNote, IconTrash } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { Company } from '../api/types'
import { BackLink } from '../ui/BackLink'
import { Columns } from '../ui/Columns'
import { ConfirmDialog } from '../ui/ConfirmDialog'
import { Card, Page } from '../ui/Page'
import { PageError } from '../ui/PageError'
import { CardSkeleton } from '../ui/Skeletons'
import { companyQuery, useDelete } from './api'
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
  if (company.isError) return <PageError error={company.error} reset={() => void company.refetch()} />
  if (company.isPending) return <CardSkeleton lines={8} />
  return <CompanyInFull company={company.data} beside={beside} />
}

function CompanyInFull({ company, beside }: { company: Company; beside?: (company: Company) => ReactNode }) {
  const { t } = useLingui()
  const [asked, { open, close }] = useDisclosure(false)
  const drop = useDelete('companies')
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
              <Menu position="bottom-end">
                <Menu.Target>
                  <Button variant="default" px={9} aria-label={t`Việc khác với ${name}`}>
                    <IconDotsVertical size={16} />
                  </Button>
                </Menu.Target>
                <Menu.Dropdown>
                  <Menu.Item color="red" leftSection={<IconTrash size={16} aria-hidden />} onClick={open}>
                    <Trans>Xoá…</Trans>
                  </Menu.Item>
                </Menu.Dropdown>
              </Menu>
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
      <ConfirmDialog
        opened={asked}
        onClose={close}
        title={<Trans>Xoá {name}?</Trans>}
        confirm={<Trans>Xoá</Trans>}
        danger
        busy={drop.isPending}
        onConfirm={() => drop.mutate({ id: company.id, name }, { onSettled: close })}
      >
        {t`Vào thùng rác, có thể khôi phục.`}
      </ConfirmDialog>
    </Page>
  )
}
