import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import {
  IconArrowForwardUp,
  IconCalendarEvent,
  IconCircleDot,
  IconMail,
  IconMessage,
  IconNote,
  IconPhone,
  IconWalk,
} from '@tabler/icons-react'

/** Why a stage changed. */
export const CAUSE_NAMES: Record<string, MessageDescriptor> = {
  CREATED: msg`khi tạo`,
  MANUAL: msg`đổi bằng tay`,
  IMPORTED: msg`theo tệp nhập`,
  SCORED: msg`theo điểm`,
  FORM: msg`điền biểu mẫu`,
  QUALIFIED: msg`bán hàng nhận và thấy đạt`,
  REJECTED: msg`bán hàng từ chối`,
  RECYCLED: msg`nuôi dưỡng lại`,
  DEAL_OPENED: msg`mở thương vụ`,
  DEAL_WON: msg`thắng thương vụ`,
  DEAL_REVERSED: msg`thương vụ thắng được mở lại`,
  COMPANY: msg`theo công ty`,
  ADVOCACY: msg`giới thiệu, đánh giá tốt`,
  MERGED: msg`gộp bản ghi`,
}

export const TOUCH_KINDS = ['CALL', 'EMAIL', 'MESSAGE', 'MEETING', 'VISIT', 'NOTE'] as const
export type TouchKind = (typeof TOUCH_KINDS)[number]

export const TOUCH_NAMES: Record<TouchKind, MessageDescriptor> = {
  CALL: msg`Cuộc gọi`,
  EMAIL: msg`Email`,
  MESSAGE: msg`Tin nhắn`,
  MEETING: msg`Cuộc họp`,
  VISIT: msg`Thăm khách`,
  NOTE: msg`Ghi chú`,
}

/** On the buttons that write one down. */
export const TOUCH_SHORT: Record<TouchKind, MessageDescriptor> = {
  CALL: msg`Gọi`,
  EMAIL: msg`Email`,
  MESSAGE: msg`Nhắn tin`,
  MEETING: msg`Họp`,
  VISIT: msg`Thăm`,
  NOTE: msg`Ghi chú`,
}

/** How an entry of the timeline is told. */
export interface EntryWords {
  readonly name: MessageDescriptor
  readonly icon: typeof IconNote
  /** Where the record that it speaks of is opened, before its id. */
  readonly path?: string
}

export const ENTRY_WORDS: Record<string, EntryWords> = {
  CALL: { name: msg`Cuộc gọi`, icon: IconPhone },
  EMAIL: { name: msg`Email`, icon: IconMail },
  MESSAGE: { name: msg`Tin nhắn`, icon: IconMessage },
  MEETING: { name: msg`Cuộc họp`, icon: IconCalendarEvent },
  VISIT: { name: msg`Thăm khách`, icon: IconWalk },
  NOTE: { name: msg`Ghi chú`, icon: IconNote },
  LIFECYCLE: { name: msg`Giai đoạn vòng đời`, icon: IconArrowForwardUp },
}

export const UNKNOWN_ENTRY: EntryWords = { name: msg`Sự kiện`, icon: IconCircleDot }
