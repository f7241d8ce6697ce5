import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import {
  IconAddressBook,
  IconArrowsExchange,
  IconBuilding,
  IconCoin,
  IconFileImport,
  IconGauge,
  IconSettings,
  IconSun,
  IconSwords,
} from '@tabler/icons-react'
import type { Role } from '../api/types'

export interface Place {
  readonly to:
    | '/'
    | '/handoffs'
    | '/contacts'
    | '/companies'
    | '/deals'
    | '/competitors'
    | '/sla'
    | '/imports'
    | '/settings'
  readonly name: MessageDescriptor
  readonly icon: typeof IconSun
  /** The second key of the chord that starts with G. */
  readonly key: string
}

const TODAY: Place = { to: '/', name: msg`Hôm nay`, icon: IconSun, key: 'h' }
const HANDOFFS: Place = { to: '/handoffs', name: msg`Bàn giao`, icon: IconArrowsExchange, key: 'b' }
const CONTACTS: Place = { to: '/contacts', name: msg`Liên hệ`, icon: IconAddressBook, key: 'l' }
const COMPANIES: Place = {
  to: '/companies',
  name: msg({ message: 'Công ty', context: 'list' }),
  icon: IconBuilding,
  key: 'c',
}
const DEALS: Place = { to: '/deals', name: msg`Thương vụ`, icon: IconCoin, key: 't' }
const COMPETITORS: Place = { to: '/competitors', name: msg`Đối thủ`, icon: IconSwords, key: 'o' }
const SLA: Place = { to: '/sla', name: msg`SLA`, icon: IconGauge, key: 's' }
const IMPORTS: Place = { to: '/imports', name: msg`Nhập dữ liệu`, icon: IconFileImport, key: 'n' }
const SETTINGS: Place = { to: '/settings', name: msg`Cài đặt`, icon: IconSettings, key: 'd' }

const SELLING = [TODAY, HANDOFFS, DEALS, CONTACTS, COMPANIES, SLA]
const MARKETING = [TODAY, CONTACTS, COMPANIES, SLA, HANDOFFS, DEALS]

const BY_ROLE: Record<Role, { main: readonly Place[]; rest: readonly Place[] }> = {
  OWNER: { main: [TODAY, SLA, DEALS, HANDOFFS, CONTACTS, COMPANIES], rest: [COMPETITORS, IMPORTS, SETTINGS] },
  ADMINISTRATOR: {
    main: [TODAY, CONTACTS, COMPANIES, DEALS, HANDOFFS, SLA],
    rest: [COMPETITORS, IMPORTS, SETTINGS],
  },
  MARKETING_MANAGER: { main: MARKETING, rest: [COMPETITORS, IMPORTS, SETTINGS] },
  MARKETER: { main: MARKETING, rest: [COMPETITORS, IMPORTS, SETTINGS] },
  SALES_MANAGER: { main: SELLING, rest: [COMPETITORS, IMPORTS, SETTINGS] },
  INSIDE_REP: { main: SELLING, rest: [COMPETITORS, IMPORTS, SETTINGS] },
  OUTSIDE_REP: { main: SELLING, rest: [COMPETITORS, IMPORTS, SETTINGS] },
  VIEWER: { main: [TODAY, SLA, DEALS, HANDOFFS, CONTACTS, COMPANIES], rest: [COMPETITORS, SETTINGS] },
}

/** What a role uses, its first things first. */
export const placesOf = (role: Role) => BY_ROLE[role] ?? BY_ROLE.VIEWER
