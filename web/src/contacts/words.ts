import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import type { LifecycleStage } from '../api/types'

export const STAGE_NAMES: Record<LifecycleStage, MessageDescriptor> = {
  SUBSCRIBER: msg`Người đăng ký`,
  LEAD: msg`Khách tiềm năng`,
  MQL: msg`MQL – đạt chuẩn marketing`,
  SQL: msg`SQL – đạt chuẩn bán hàng`,
  OPPORTUNITY: msg`Cơ hội`,
  CUSTOMER: msg`Khách hàng`,
  EVANGELIST: msg`Người ủng hộ`,
  OTHER: msg`Khác`,
}

/** For badges and columns, where the long name has no room. */
export const STAGE_SHORT: Record<LifecycleStage, MessageDescriptor> = {
  ...STAGE_NAMES,
  MQL: msg`MQL`,
  SQL: msg`SQL`,
}
