import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import { createContext } from 'react'
import type { RecordKind } from '../../api/generated/api.schemas'
import { ALL_KINDS, KINDS } from '../kinds'
import { ROLE_NAMES } from '../words'
import { TYPES } from './CustomFieldSection'

interface ActionWords {
  readonly name: MessageDescriptor
  /** Says by itself what it was done to. */
  readonly whole?: boolean
}

export const ACTIONS: Record<string, ActionWords> = {
  created: { name: msg`tạo` },
  updated: { name: msg`sửa` },
  deleted: { name: msg`xoá` },
  restored: { name: msg`khôi phục` },
  assigned: { name: msg`giao` },
  moved: { name: msg`chuyển giai đoạn` },
  won: { name: msg`thắng` },
  lost: { name: msg`đóng vì thua` },
  reopened: { name: msg`mở lại` },
  accepted: { name: msg`nhận` },
  rejected: { name: msg`trả lại` },
  reassigned: { name: msg`giao lại` },
  disputed: { name: msg`khiếu nại` },
  upheld: { name: msg`giữ nguyên việc trả lại` },
  overturned: { name: msg`bác việc trả lại` },
  started: { name: msg`bắt đầu` },
  imported: { name: msg`nhập xong` },
  exported: { name: msg`xuất ra tệp` },
  cancelled: { name: msg`dừng` },
  failed: { name: msg`bỏ dở` },
  'undo-started': { name: msg`bắt đầu hoàn tác` },
  undone: { name: msg`hoàn tác xong` },
  invited: { name: msg`mời` },
  'password-set': { name: msg`đặt mật khẩu của` },
  'absence-added': { name: msg`báo vắng cho` },
  'absence-removed': { name: msg`bỏ báo vắng của` },
  founded: { name: msg`lập không gian làm việc`, whole: true },
  'settings-changed': { name: msg`sửa cài đặt công ty`, whole: true },
  'role-changed': { name: msg`sửa quyền của vai trò`, whole: true },
  'team-created': { name: msg`tạo nhóm`, whole: true },
  'team-updated': { name: msg`sửa nhóm`, whole: true },
  'team-deleted': { name: msg`xoá nhóm`, whole: true },
  'api-key-created': { name: msg`tạo khoá API`, whole: true },
  'api-key-revoked': { name: msg`thu hồi khoá API`, whole: true },
  'loss-reason-created': { name: msg`thêm lý do thua`, whole: true },
  'loss-reason-updated': { name: msg`sửa lý do thua`, whole: true },
  'other-kind-created': { name: msg`thêm loại trong “Khác”`, whole: true },
  'other-kind-updated': { name: msg`sửa loại trong “Khác”`, whole: true },
  'custom-field-created': { name: msg`thêm trường riêng`, whole: true },
  'custom-field-changed': { name: msg`sửa trường riêng`, whole: true },
  'sources-changed': { name: msg`sửa danh sách nguồn`, whole: true },
  'hours-added': { name: msg`thêm giờ làm việc`, whole: true },
  'hours-changed': { name: msg`sửa giờ làm việc`, whole: true },
  'hours-removed': { name: msg`bỏ giờ làm việc`, whole: true },
  'calendar-day-added': { name: msg`thêm ngày vào lịch`, whole: true },
  'calendar-day-changed': { name: msg`sửa ngày trong lịch`, whole: true },
  'calendar-day-removed': { name: msg`bỏ ngày khỏi lịch`, whole: true },
}

/** Parts of the paths of values; what is not here is shown as the API calls it. */
export const FIELDS: Record<string, MessageDescriptor> = {
  acceptWithin: msg`nhận trong`,
  active: msg`đang làm việc`,
  address: msg`địa chỉ`,
  amount: msg`giá trị`,
  archived: msg`đã cất`,
  bin: msg`từ thùng rác`,
  campaign: msg`chiến dịch`,
  channel: msg`kênh`,
  choices: msg`các lựa chọn`,
  closeRate: msg`tỷ lệ chốt`,
  columns: msg`cột`,
  companyId: msg`công ty`,
  contactIds: msg`liên hệ`,
  countOnceInDays: msg`tính một lần trong số ngày`,
  created: msg`đã tạo`,
  currency: msg`tiền tệ`,
  customers: msg`số khách hàng`,
  custom: msg`trường riêng`,
  customerStatus: msg`tình trạng khách hàng`,
  date: msg`ngày`,
  days: msg`số ngày`,
  deducted: msg`trừ giá trị`,
  deletedAt: msg`đã xoá lúc`,
  disputeWithinDays: msg`hạn khiếu nại (ngày)`,
  domain: msg`tên miền`,
  email: msg`email`,
  emails: msg`email`,
  employees: msg`số nhân viên`,
  ending: msg`kết cục`,
  error: msg`lỗi`,
  expectedCloseDate: msg`dự kiến chốt`,
  failed: msg`hỏng`,
  file: msg`tệp`,
  filter: msg`bộ lọc`,
  from: msg`từ ngày`,
  fullName: msg`họ tên`,
  goal: msg`mục tiêu`,
  history: msg`dữ liệu quá khứ`,
  hoursOf: msg`theo giờ của`,
  industry: msg`ngành`,
  jobTitle: msg`chức danh`,
  kept: msg`giữ lại`,
  key: msg`khoá`,
  kind: msg`loại`,
  label: msg`nhãn`,
  leaderId: msg`trưởng nhóm`,
  leadTypes: msg`loại khách`,
  lifecycleStage: msg`giai đoạn vòng đời`,
  otherKindId: msg`loại trong “Khác”`,
  locale: msg`ngôn ngữ`,
  lostNote: msg`ghi chú khi thua`,
  lostReason: msg`lý do thua`,
  marketingShare: msg`phần của marketing`,
  medium: msg`phương tiện`,
  memberId: msg`người giữ`,
  minutes: msg`số phút`,
  name: msg`tên`,
  nextStep: msg`bước tiếp theo`,
  nextStepDate: msg`ngày của bước tiếp theo`,
  note: msg`ghi chú`,
  object: msg`đối tượng`,
  observed: msg`công ty theo`,
  ownerId: msg`người phụ trách`,
  parentId: msg`công ty mẹ`,
  phone: msg`điện thoại`,
  phones: msg`điện thoại`,
  position: msg`thứ tự`,
  probability: msg`xác suất thắng`,
  province: msg`tỉnh, thành phố`,
  provisional: msg`dự kiến`,
  q: msg`tìm`,
  reason: msg`lý do`,
  recyclesTo: msg`chuyển khách về`,
  rejectionReasons: msg`lý do trả lại`,
  remindAt: msg`nhắc khi hết`,
  repId: msg`người nhận`,
  revenueTarget: msg`chỉ tiêu doanh thu`,
  role: msg`vai trò`,
  rottingDays: msg`số ngày là nguội`,
  rows: msg`số dòng`,
  scopes: msg`phạm vi`,
  skipped: msg`bỏ qua`,
  sort: msg`sắp theo`,
  source: msg`nguồn`,
  stageId: msg`giai đoạn`,
  stages: msg`giai đoạn`,
  status: msg`trạng thái`,
  street: msg`số nhà, đường`,
  tags: msg`thẻ`,
  taxCode: msg`mã số thuế`,
  teamId: msg`nhóm`,
  terms: msg`điều khoản`,
  tiers: msg`hạng`,
  touchWithin: msg`liên hệ trong`,
  type: msg`kiểu`,
  until: msg`đến hết`,
  updated: msg`đã sửa`,
  validFrom: msg`có hiệu lực từ`,
  value: msg`giá trị`,
  ward: msg`phường, xã`,
  zone: msg`múi giờ`,
}

const REACHES: Record<string, MessageDescriptor> = {
  NONE: msg`không`,
  OWN: msg`của mình`,
  TEAM: msg`của nhóm`,
  ALL: msg`tất cả`,
}
const RIGHTS: Record<string, MessageDescriptor> = {
  READ: msg({ message: 'xem', context: 'permission' }),
  WRITE: msg({ message: 'sửa', context: 'permission' }),
  DELETE: msg({ message: 'xoá', context: 'permission' }),
  EXPORT: msg({ message: 'xuất', context: 'permission' }),
}

/** Names of values by the field, or by kind and field, that holds them. */
export type ValueWords = Readonly<Record<string, Readonly<Record<string, MessageDescriptor>>>>

export const VALUES: ValueWords = {
  role: ROLE_NAMES,
  'role-changed': REACHES,
  kind: {
    ...(Object.fromEntries(ALL_KINDS.map((kind) => [kind, KINDS[kind].one])) as Record<
      RecordKind,
      MessageDescriptor
    >),
    HOLIDAY: msg`ngày nghỉ`,
    WORKDAY: msg`ngày làm bù`,
  },
  type: TYPES,
  ending: { DONE: msg`trọn tệp`, BROKEN_OFF: msg`người tải bỏ dở`, FAILED: msg`lỗi giữa chừng` },
  locale: { vi: msg`Tiếng Việt`, en: msg`Tiếng Anh` },
}

/** What other modules call their values; the app puts them together. */
export const AuditValues = createContext<ValueWords>({})

/** `VIEWER.DEAL.EXPORT` in words. */
export const permissionWords = (path: string) => {
  const [role = '', kind = '', right = ''] = path.split('.')
  return [ROLE_NAMES[role as keyof typeof ROLE_NAMES], KINDS[kind as RecordKind]?.one, RIGHTS[right]]
}
