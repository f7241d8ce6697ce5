import { Trans } from '@lingui/react/macro'
import { Button, Group, Stack } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { BackLink } from '../ui/BackLink'
import { Loaded } from '../ui/Loaded'
import { Card, Page } from '../ui/Page'
import { PageError } from '../ui/PageError'
import { CardSkeleton } from '../ui/Skeletons'
import { EmptyState } from '../ui/States'
import { type Sla, useSla, versionsQuery } from './api'
import { ChangeList } from './changes'
import { Signatures } from './Signatures'
import { TermsTable } from './TermsTable'
import { Since, StandingBadge } from './Version'

/** One version of the contract as it was agreed: what it says, what it changed, who signed it. */
export function VersionPage() {
  const { sla, isPending, isError, error, refetch } = useSla()
  if (isError) return <PageError error={error} reset={() => void refetch()} />
  if (isPending || !sla) return <CardSkeleton lines={8} />
  return <OneOf sla={sla} />
}

function OneOf({ sla }: { sla: Sla }) {
  const { version } = useParams({ strict: false })
  const versions = useQuery(versionsQuery(sla.id))
  return (
    <Loaded of={versions} page>
      {(all) => {
        const one = all.find((other) => String(other.version) === version)
        return one ? <Version version={one} /> : <Unknown version={version ?? ''} />
      }}
    </Loaded>
  )
}

function Unknown({ version }: { version: string }) {
  return (
    <Page title={<Trans>Bản cam kết</Trans>}>
      <Card>
        <EmptyState
          text={<Trans>Cam kết không có phiên bản {version}.</Trans>}
          action={
            <Button component={Link} to="/sla/contract" variant="default">
              <Trans>Xem các phiên bản</Trans>
            </Button>
          }
        />
      </Card>
    </Page>
  )
}

function Version({ version }: { version: Sla }) {
  const { against } = version
  return (
    <Page
      title={
        <Group gap={10} component="span">
          <BackLink to="/sla/contract">
            <Trans>Bản cam kết</Trans>
          </BackLink>
          <Trans>Phiên bản {version.version}</Trans>
        </Group>
      }
      of={version.name}
      aside={<StandingBadge of={version} />}
    >
      <Stack gap={14}>
        <Card title={version.name} actions={<Since sla={version} />}>
          <Stack px="md" py="sm">
            <TermsTable terms={version.terms} />
            <Signatures signatures={version.signatures} />
          </Stack>
        </Card>
        {against != null && (
          <Card title={<Trans>Thay đổi so với phiên bản {against}</Trans>}>
            <Stack px="md" py="sm">
              <ChangeList changes={version.changes} agreed />
            </Stack>
          </Card>
        )}
      </Stack>
    </Page>
  )
}
