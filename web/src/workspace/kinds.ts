import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import {
  IconAddressBook,
  IconBuilding,
  IconCoin,
  IconFileImport,
  IconHandOff,
  IconRoute,
  IconSettings,
  IconSwords,
  IconUsers,
} from '@tabler/icons-react'
import type { RecordKind } from '../api/generated/api.schemas'

interface Kind {
  /** What its records are called together. */
  readonly name: MessageDescriptor
  /** What one of them is called in a sentence. */
  readonly one: MessageDescriptor
  readonly icon: typeof IconUsers
  /** As paths and scopes spell it. */
  readonly plural: string
  /** Whether each has a page of its own. */
  readonly page?: true
  /** Whether the company may add fields to it. */
  readonly custom?: true
}

/** The kinds of records, in the order in which people read them. */
export const KINDS: Record<RecordKind, Kind> = {
  CONTACT: {
    name: msg`Liên hệ`,
    one: msg`liên hệ`,
    icon: IconAddressBook,
    plural: 'contacts',
    page: true,
    custom: true,
  },
  COMPANY: {
    name: msg({ message: 'Công ty', context: 'list' }),
    one: msg`công ty`,
    icon: IconBuilding,
    plural: 'companies',
    page: true,
    custom: true,
  },
  DEAL: {
    name: msg`Thương vụ`,
    one: msg`thương vụ`,
    icon: IconCoin,
    plural: 'deals',
    page: true,
    custom: true,
  },
  COMPETITOR: {
    name: msg`Đối thủ`,
    one: msg`đối thủ`,
    icon: IconSwords,
    plural: 'competitors',
    page: true,
    custom: true,
  },
  PIPELINE: {
    name: msg({ message: 'Quy trình bán', context: 'list' }),
    one: msg`quy trình bán`,
    icon: IconRoute,
    plural: 'pipelines',
  },
  HANDOFF: { name: msg`Bàn giao`, one: msg`bàn giao`, icon: IconHandOff, plural: 'handoffs', page: true },
  SLA: { name: msg`Cam kết (SLA)`, one: msg`cam kết dịch vụ`, icon: IconHandOff, plural: 'slas' },
  IMPORT: { name: msg`Nhập dữ liệu`, one: msg`tệp nhập`, icon: IconFileImport, plural: 'imports' },
  MEMBER: { name: msg`Thành viên`, one: msg`thành viên`, icon: IconUsers, plural: 'members' },
  WORKSPACE: {
    name: msg`Cài đặt chung`,
    one: msg`không gian làm việc`,
    icon: IconSettings,
    plural: 'workspace',
  },
}

export const ALL_KINDS = Object.keys(KINDS) as RecordKind[]
