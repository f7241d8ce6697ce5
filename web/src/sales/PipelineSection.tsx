import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Group, Text, VisuallyHidden } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { ArrangeButtons } from '../ui/ArrangeButtons'
import { formatPercent } from '../ui/format'
import { Loaded } from '../ui/Loaded'
import { Card } from '../ui/Page'
import { may, useMe } from '../workspace/session'
import { pipelinesQuery, usePlacePipeline } from './api'
import classes from './Board.module.css'
import type { Pipeline } from './board'
import { PipelineForm } from './PipelineForm'

/** The ways in which the company sells, each with its stages. */
export function PipelineSection() {
  const { t } = useLingui()
  const me = useMe()
  const pipelines = useQuery(pipelinesQuery)
  const [drawn, setDrawn] = useState<Pipeline | 'new'>()
  const place = usePlacePipeline()
  const edits = may(me, 'PIPELINE', 'WRITE')
  return (
    <Card
      title={<Trans>Các quy trình bán</Trans>}
      actions={
        edits && (
          <Button size="xs" leftSection={<IconPlus size={15} aria-hidden />} onClick={() => setDrawn('new')}>
            <Trans>Thêm quy trình</Trans>
          </Button>
        )
      }
    >
      <Loaded of={pipelines}>
        {(data) => (
          <ul className={classes.settings}>
            {data.map((pipeline) => (
              <li
                key={pipeline.id}
                className={classes.setting}
                data-archived={pipeline.archived || undefined}
              >
                <div className={classes.settingName}>
                  <Text fw={600} component="h3">
                    {pipeline.name}
                  </Text>
                  <ol className={classes.settingStages} aria-label={t`Giai đoạn của ${pipeline.name}`}>
                    {pipeline.stages.map((stage) => (
                      <li key={stage.id}>
                        {stage.name}{' '}
                        <Text span c="dimmed" size="sm" className="tabular">
                          {formatPercent(stage.probability / 100)}
                        </Text>
                      </li>
                    ))}
                  </ol>
                </div>
                <Group gap={4} wrap="nowrap">
                  <ArrangeButtons
                    of={pipeline}
                    count={data.length}
                    edits={edits}
                    busy={place.isPending}
                    onChange={(to) => place.mutate({ pipeline, ...to })}
                  >
                    {!pipeline.archived && (
                      <Button variant="subtle" size="compact-sm" onClick={() => setDrawn(pipeline)}>
                        <Trans>Sửa</Trans>
                        <VisuallyHidden> {pipeline.name}</VisuallyHidden>
                      </Button>
                    )}
                  </ArrangeButtons>
                </Group>
              </li>
            ))}
          </ul>
        )}
      </Loaded>
      <PipelineForm
        pipeline={drawn === 'new' ? undefined : drawn}
        opened={drawn !== undefined}
        onClose={() => setDrawn(undefined)}
      />
    </Card>
  )
}
