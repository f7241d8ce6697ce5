import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import { IconArrowRight, IconCoin, IconMoodSad, IconRotate, IconTrophy } from '@tabler/icons-react'
import type { Deal } from '../api/types'
import type { EntryWords } from '../contacts/timelineWords'

export const STATUS_NAMES: Record<Deal['status'], MessageDescriptor> = {
  OPEN: msg`Đang mở`,
  WON: msg`Đã thắng`,
  LOST: msg`Đã thua`,
}

export const STATUS_COLORS: Record<Deal['status'], string> = { OPEN: 'blue', WON: 'green', LOST: 'gray' }

/** What deals write on the timelines of contacts and companies. */
export const DEAL_ENTRIES: Record<string, EntryWords> = {
  DEAL_OPENED: { name: msg`Đã mở thương vụ`, icon: IconCoin, path: '/deals' },
  DEAL_MOVED: { name: msg`Thương vụ sang giai đoạn`, icon: IconArrowRight, path: '/deals' },
  DEAL_WON: { name: msg`Đã thắng thương vụ`, icon: IconTrophy, path: '/deals' },
  DEAL_LOST: { name: msg`Đã thua thương vụ`, icon: IconMoodSad, path: '/deals' },
  DEAL_REOPENED: { name: msg`Đã mở lại thương vụ`, icon: IconRotate, path: '/deals' },
}

/** What is told of one deal. */
export const MOVE_NAMES: Record<string, MessageDescriptor> = {
  OPENED: msg`Được mở`,
  MOVED: msg`Chuyển giai đoạn`,
  WON: msg`Đã thắng`,
  LOST: msg`Đã thua`,
  REOPENED: msg`Được mở lại`,
}

export const MOVE_ICONS: Record<string, typeof IconCoin> = {
  OPENED: IconCoin,
  MOVED: IconArrowRight,
  WON: IconTrophy,
  LOST: IconMoodSad,
  REOPENED: IconRotate,
}
