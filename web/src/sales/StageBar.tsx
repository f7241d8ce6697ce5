import { useLingui } from '@lingui/react/macro'
import { Tooltip } from '@mantine/core'
import type { Deal } from '../api/types'
import type { DealActions } from './actions'
import { usePipelines } from './api'
import classes from './Board.module.css'

const useStages = (deal: Deal) => {
  const { all } = usePipelines()
  const stages = all.find((one) => one.id === deal.pipelineId)?.stages ?? []
  return { stages, at: stages.findIndex((stage) => stage.id === deal.stageId) }
}

/** How far a deal has come, small: one mark for each stage. */
export function StageBar({ deal }: { deal: Deal }) {
  const { t } = useLingui()
  const { stages, at } = useStages(deal)
  const name = stages[at]?.name ?? ''
  const label = deal.status === 'WON' ? t`Đã thắng` : deal.status === 'LOST' ? t`Đã thua ở: ${name}` : name
  return (
    <Tooltip label={label}>
      <span className={classes.bar} data-status={deal.status} role="img" aria-label={label}>
        {stages.map((stage, index) => (
          <span key={stage.id} data-done={index <= at} />
        ))}
      </span>
    </Tooltip>
  )
}

/** The stages of a deal's pipeline in full; a click moves it there. */
export function StageSteps({ deal, actions }: { deal: Deal; actions: DealActions }) {
  const { t } = useLingui()
  const { stages, at } = useStages(deal)
  return (
    <ol className={classes.steps} aria-label={t`Giai đoạn của thương vụ`}>
      {stages.map((stage, index) => (
        <li
          key={stage.id}
          className={classes.step}
          data-done={index < at}
          data-now={index === at && deal.status !== 'LOST'}
        >
          <button
            type="button"
            disabled={!deal.can?.move || index === at}
            aria-current={index === at ? 'step' : undefined}
            onClick={() =>
              stage.kind === 'AFTER_SALES' ? actions.askToWin(deal) : actions.move(deal, stage.id)
            }
          >
            {stage.name}
          </button>
        </li>
      ))}
    </ol>
  )
}
