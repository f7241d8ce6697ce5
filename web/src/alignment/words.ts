import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import {
  IconAlertTriangle,
  IconArrowsExchange,
  IconBell,
  IconCheck,
  IconGavel,
  IconHandOff,
  IconPhoneCheck,
  IconStar,
  IconX,
} from '@tabler/icons-react'
import type { HandoffStatus, Tier } from '../api/types'
import type { EntryWords } from '../contacts/timelineWords'

export const STATUS_NAMES: Record<HandoffStatus, MessageDescriptor> = {
  OFFERED: msg`Chờ nhận`,
  ACCEPTED: msg`Đã nhận, chưa liên hệ`,
  TOUCHED: msg`Đã liên hệ`,
  QUALIFIED: msg`Đủ điều kiện, đã mở thương vụ`,
  REJECTED: msg`Bị từ chối`,
  DISPUTED: msg`Đang khiếu nại`,
  WITHDRAWN: msg`Đã rút lại`,
}

export const STATUS_COLORS: Record<HandoffStatus, string> = {
  OFFERED: 'blue',
  ACCEPTED: 'blue',
  TOUCHED: 'green',
  QUALIFIED: 'green',
  REJECTED: 'red',
  DISPUTED: 'orange',
  WITHDRAWN: 'gray',
}

export const TIER_NAMES: Record<Tier, MessageDescriptor> = {
  A: msg`Hạng A: khách chủ động hỏi`,
  B: msg`Hạng B: đủ điều kiện marketing`,
  C: msg`Hạng C: quan tâm nhẹ`,
}

export const STEP_WORDS: Record<string, EntryWords> = {
  OFFERED: { name: msg({ message: 'Bàn giao', context: 'step' }), icon: IconArrowsExchange },
  REMINDED: { name: msg`Nhắc: sắp hết giờ`, icon: IconBell },
  ACCEPTED: { name: msg`Nhận bàn giao`, icon: IconCheck },
  TOUCHED: { name: msg`Liên hệ lần đầu, đồng hồ dừng`, icon: IconPhoneCheck },
  BREACHED: { name: msg`Quá hạn cam kết`, icon: IconAlertTriangle },
  REASSIGNED: { name: msg`Giao lại cho người khác`, icon: IconHandOff },
  QUALIFIED: { name: msg`Đạt: đã mở thương vụ`, icon: IconStar },
  REJECTED: { name: msg`Từ chối bàn giao`, icon: IconX },
  DISPUTED: { name: msg`Marketing khiếu nại`, icon: IconGavel },
  UPHELD: { name: msg`Phán quyết: từ chối đúng`, icon: IconGavel },
  OVERTURNED: { name: msg`Phán quyết: khách tốt, tính giá trị`, icon: IconGavel },
  WITHDRAWN: { name: msg`Rút lại bàn giao`, icon: IconX },
}

/** What hand-offs write on the timelines of contacts. */
export const HANDOFF_ENTRIES: Record<string, EntryWords> = Object.fromEntries(
  Object.entries(STEP_WORDS).map(([kind, words]) => [`HANDOFF_${kind}`, { ...words, path: '/handoffs' }]),
)
