import { Trans } from '@lingui/react/macro'
import { Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { isProblem } from '../api/problem'
import { formatPhone } from '../ui/format'
import { Card } from '../ui/Page'
import { CardSkeleton } from '../ui/Skeletons'
import { ErrorState } from '../ui/States'
import { companyQuery } from './api'
import { StageDots } from './StageDots'

/** The company that a person belongs to, beside the timeline. */
export function CompanyCard({ id }: { id: string }) {
  const company = useQuery(companyQuery(id))
  // A company may be out of this viewer's sight; the person's page does not speak of it then.
  if (isProblem(company.error, 404)) return null
  return (
    <Card title={<Trans>Công ty</Trans>}>
      {company.isPending && <CardSkeleton lines={2} />}
      {company.isError && <ErrorState error={company.error} retry={() => void company.refetch()} />}
      {company.isSuccess && (
        <Stack gap={3} px="md" py="sm">
          <Link
            to="/companies/$companyId"
            params={{ companyId: id }}
            className="link"
            style={{ fontWeight: 500 }}
          >
            {company.data.name}
          </Link>
          <StageDots stage={company.data.lifecycleStage} withName />
          {[
            company.data.industry,
            company.data.taxCode,
            company.data.phone && formatPhone(company.data.phone),
          ]
            .filter(Boolean)
            .map((line) => (
              <Text key={String(line)} size="sm" c="dimmed" className="tabular">
                {line}
              </Text>
            ))}
        </Stack>
      )}
    </Card>
  )
}
