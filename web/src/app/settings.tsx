import { msg } from '@lingui/core/macro'
import { STATUS_NAMES as HANDOFF_STATUSES } from '../alignment/words'
import { OtherKindSection } from '../contacts/OtherKindSection'
import { STAGE_NAMES } from '../contacts/words'
import { LossReasonSection } from '../sales/LossReasonSection'
import { PipelineSection } from '../sales/PipelineSection'
import { STATUS_NAMES as DEAL_STATUSES } from '../sales/words'
import { type Section, SettingsPage } from '../workspace/SettingsPage'
import { AuditValues } from '../workspace/settings/auditWords'

// The audit trail speaks of everybody's values, whose words the workspace must not know.
const VALUES = {
  lifecycleStage: STAGE_NAMES,
  recyclesTo: STAGE_NAMES,
  'DEAL.status': DEAL_STATUSES,
  'HANDOFF.status': HANDOFF_STATUSES,
}

const SECTIONS: readonly Section[] = [
  { key: 'pipelines', name: msg`Các quy trình bán`, content: PipelineSection },
  { key: 'loss-reasons', name: msg`Các lý do thua`, content: LossReasonSection },
  { key: 'other-kinds', name: msg`Các loại trong “Khác”`, content: OtherKindSection },
]

export function SettingsRoute() {
  return (
    <AuditValues value={VALUES}>
      <SettingsPage more={SECTIONS} />
    </AuditValues>
  )
}
