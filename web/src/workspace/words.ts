import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import type { Role } from '../api/types'

export const ROLE_NAMES: Record<Role, MessageDescriptor> = {
  OWNER: msg`Chủ doanh nghiệp`,
  ADMINISTRATOR: msg`Quản trị viên`,
  MARKETING_MANAGER: msg`Trưởng phòng marketing`,
  MARKETER: msg`Nhân viên marketing`,
  SALES_MANAGER: msg`Trưởng phòng bán hàng`,
  INSIDE_REP: msg`Bán hàng tại văn phòng`,
  OUTSIDE_REP: msg`Bán hàng thị trường`,
  VIEWER: msg`Người xem`,
}
