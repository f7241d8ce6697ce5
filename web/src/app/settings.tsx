import { STATUS_NAMES as HANDOFF_STATUSES } from '../alignment/words'
import { STAGE_NAMES } from '../contacts/words'
import { STATUS_NAMES as DEAL_STATUSES } from '../sales/words'
import { SettingsPage } from '../workspace/SettingsPage'
import { AuditValues } from '../workspace/settings/auditWords'

// The audit trail speaks of everybody's values, whose words the workspace must not know.
const VALUES = {
  lifecycleStage: STAGE_NAMES,
  'DEAL.status': DEAL_STATUSES,
  'HANDOFF.status': HANDOFF_STATUSES,
}

export function SettingsRoute() {
  return (
    <AuditValues value={VALUES}>
      <SettingsPage />
    </AuditValues>
  )
}
