import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import type { Role } from '../../api/types'
import { ALL_KINDS, KINDS } from '../kinds'
import { ROLE_NAMES } from '../words'
import type { Import } from './api'

const kindOf = (object: string) => ALL_KINDS.find((kind) => KINDS[kind].plural === object)

export const objectName = (object: string, translate: (message: MessageDescriptor) => string) => {
  const kind = kindOf(object)
  return kind ? translate(KINDS[kind].name) : object
}

/** What can be brought in, in the order in which people read the kinds. */
export const inOrder = (objects: readonly string[]) =>
  ALL_KINDS.map((kind) => KINDS[kind].plural).filter((plural) => objects.includes(plural))

export const STATUSES: Record<Import['status'], MessageDescriptor> = {
  RUNNING: msg`đang chạy`,
  DONE: msg`xong`,
  FAILED: msg`hỏng`,
  CANCELLED: msg`đã dừng`,
  UNDONE: msg`đã hoàn tác`,
}

const VALUES: Record<string, MessageDescriptor> = {
  WON: msg({ message: 'Thắng', context: 'status' }),
  LOST: msg({ message: 'Thua', context: 'status' }),
  SUBSCRIBER: msg`Người đăng ký`,
  LEAD: msg`Khách tiềm năng`,
  MQL: msg`MQL – đạt chuẩn marketing`,
  SQL: msg`SQL – đạt chuẩn bán hàng`,
  OPPORTUNITY: msg`Cơ hội`,
  CUSTOMER: msg`Khách hàng`,
  EVANGELIST: msg`Người ủng hộ`,
  OTHER: msg`Khác`,
  ACTIVE: msg`Đang mua`,
  FORMER: msg`Đã ngừng mua`,
}

/** One of ours of a closed list, as people say it; what is a name already stays as it is. */
export const valueName = (value: string, translate: (message: MessageDescriptor) => string) => {
  const known = VALUES[value] ?? ROLE_NAMES[value as Role]
  return known ? translate(known) : value
}

export const MATCHES: Record<string, MessageDescriptor> = {
  name: msg`theo tên`,
  fullName: msg`theo họ tên`,
  email: msg`theo email`,
  phone: msg`theo điện thoại`,
  taxCode: msg`theo mã số thuế`,
  domain: msg`theo tên miền`,
  externalId: msg`theo mã cũ`,
  id: msg`theo mã số`,
}
