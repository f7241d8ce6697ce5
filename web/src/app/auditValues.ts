import { STATUS_NAMES as HANDOFF_STATUSES } from '../alignment/words'
import { STAGE_NAMES } from '../contacts/words'
import { STATUS_NAMES as DEAL_STATUSES } from '../sales/words'

/** Changes speak of everybody's values, whose words the workspace must not know. */
export const AUDIT_VALUES = {
  lifecycleStage: STAGE_NAMES,
  recyclesTo: STAGE_NAMES,
  'DEAL.status': DEAL_STATUSES,
  'HANDOFF.status': HANDOFF_STATUSES,
}
