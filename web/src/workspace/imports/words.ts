import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import type { Role } from '../../api/types'
import { ROLE_NAMES } from '../words'
import type { Import } from './api'

const OBJECTS: Record<string, MessageDescriptor> = {
  contacts: msg`Liên hệ`,
  companies: msg({ message: 'Công ty', context: 'list' }),
  deals: msg`Thương vụ`,
  members: msg`Thành viên`,
}

export const objectName = (object: string, translate: (message: MessageDescriptor) => string) => {
  const known = OBJECTS[object]
  return known ? translate(known) : object
}

export const STATUSES: Record<Import['status'], MessageDescriptor> = {
  RUNNING: msg`đang chạy`,
  DONE: msg`xong`,
  FAILED: msg`hỏng`,
  CANCELLED: msg`đã dừng`,
  UNDONE: msg`đã hoàn tác`,
}

const FIELDS: Record<string, MessageDescriptor> = {
  id: msg`Mã bản ghi`,
  externalId: msg`Mã ở hệ thống cũ`,
  name: msg`Tên`,
  fullName: msg`Họ và tên`,
  familyName: msg`Họ và đệm`,
  givenName: msg`Tên gọi`,
  email: msg`Email`,
  emails: msg`Các email khác`,
  phone: msg`Điện thoại`,
  phones: msg`Các số khác`,
  jobTitle: msg`Chức danh`,
  company: msg`Công ty`,
  contact: msg({ message: 'Liên hệ', context: 'one' }),
  owner: msg`Người phụ trách`,
  lifecycleStage: msg`Giai đoạn vòng đời`,
  otherKind: msg`Loại trong “Khác”`,
  stage: msg`Giai đoạn`,
  pipeline: msg`Quy trình bán`,
  amount: msg`Giá trị`,
  currency: msg`Tiền tệ`,
  openedAt: msg`Ngày mở`,
  closedAt: msg`Ngày đóng`,
  createdAt: msg`Ngày tạo`,
  expectedCloseDate: msg`Ngày dự kiến chốt`,
  tags: msg`Nhãn`,
  taxCode: msg`Mã số thuế`,
  domain: msg`Tên miền`,
  website: msg`Website`,
  industry: msg`Ngành`,
  parent: msg`Công ty mẹ`,
  address: msg`Địa chỉ`,
  street: msg`Số nhà, đường`,
  ward: msg`Phường, xã`,
  province: msg`Tỉnh, thành phố`,
  country: msg`Quốc gia`,
  source: msg`Nguồn`,
  channel: msg`Kênh`,
  campaign: msg`Chiến dịch`,
  medium: msg`Phương tiện`,
  team: msg`Nhóm`,
  manager: msg`Người quản lý`,
  role: msg`Vai trò`,
  note: msg`Ghi chú`,
  employees: msg`Số nhân viên`,
  customerStatus: msg`Tình trạng khách hàng`,
  'address.text': msg`Địa chỉ, như đã viết`,
}

/** The name of a field as people say it; one that is new to this list is at least spelled apart. */
export const fieldName = (name: string, translate: (message: MessageDescriptor) => string) => {
  const known = FIELDS[name] ?? FIELDS[name.split('.').at(-1) ?? '']
  if (known) return translate(known)
  const words = name
    .replace(/^custom\./, '')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
  return words.charAt(0).toUpperCase() + words.slice(1)
}

const VALUES: Record<string, MessageDescriptor> = {
  WON: msg`Đã thắng`,
  LOST: msg`Đã thua`,
  SUBSCRIBER: msg`Người đăng ký`,
  LEAD: msg`Khách tiềm năng`,
  MQL: msg`MQL`,
  SQL: msg`SQL`,
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
