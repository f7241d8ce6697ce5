import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Stack } from '@mantine/core'
import { Link, useParams } from '@tanstack/react-router'
import { type ComponentType, useEffect, useRef } from 'react'
import { Card, Page } from '../ui/Page'
import { EmptyState } from '../ui/States'
import { useMe } from './session'
import { AccountSection } from './settings/AccountSection'
import { ApiKeySection } from './settings/ApiKeySection'
import { AuditSection } from './settings/AuditSection'
import { CalendarSection } from './settings/CalendarSection'
import { CompanySection } from './settings/CompanySection'
import { CustomFieldSection } from './settings/CustomFieldSection'
import { EventSection } from './settings/EventSection'
import { MemberSection } from './settings/MemberSection'
import { RoleSection } from './settings/RoleSection'
import classes from './settings/Settings.module.css'
import { TeamSection } from './settings/TeamSection'

export interface Section {
  readonly key: string
  readonly name: MessageDescriptor
  readonly content: ComponentType
  /** Only for those who run the workspace. */
  readonly running?: boolean
}

const SECTIONS: readonly Section[] = [
  { key: 'account', name: msg`Tài khoản của tôi`, content: AccountSection },
  { key: 'workspace', name: msg`Công ty của bạn`, content: CompanySection },
  { key: 'calendar', name: msg`Lịch làm việc`, content: CalendarSection },
  { key: 'members', name: msg`Thành viên`, content: MemberSection },
  { key: 'teams', name: msg`Nhóm`, content: TeamSection },
  { key: 'roles', name: msg`Vai trò và quyền`, content: RoleSection },
  { key: 'custom-fields', name: msg`Trường riêng`, content: CustomFieldSection },
  { key: 'api-keys', name: msg`Khoá API`, content: ApiKeySection },
  { key: 'audit', name: msg`Nhật ký`, content: AuditSection, running: true },
  { key: 'events', name: msg`Sự kiện bị kẹt`, content: EventSection, running: true },
]

/** @param more the sections of other modules, before the keys */
export function SettingsPage({ more = [] }: { more?: readonly Section[] }) {
  const { t, i18n } = useLingui()
  const me = useMe()
  const { section } = useParams({ strict: false })
  const runs = me.permissions.WORKSPACE?.WRITE === 'ALL'
  const keys = SECTIONS.findIndex((one) => one.key === 'api-keys')
  const all = SECTIONS.toSpliced(keys, 0, ...more)
  const open = all.filter((one) => !one.running || runs)
  const here = section === undefined ? open[0] : open.find((one) => one.key === section)
  const tab = useRef<HTMLAnchorElement>(null)
  // On a phone the sections are one long line.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another section is another tab
  useEffect(() => {
    tab.current?.scrollIntoView({ block: 'nearest', inline: 'center' })
  }, [here?.key])
  return (
    <Page title={<Trans>Cài đặt</Trans>}>
      <div className={classes.page}>
        <nav className={classes.tabs} aria-label={t`Mục cài đặt`}>
          {open.map((one) => (
            <Link
              key={one.key}
              to="/settings/$section"
              params={{ section: one.key }}
              ref={one === here ? tab : undefined}
              className={classes.tab}
              data-here={one === here || undefined}
              aria-current={one === here ? 'page' : undefined}
            >
              {i18n._(one.name)}
            </Link>
          ))}
        </nav>
        <Stack gap="md" miw={0}>
          {here ? (
            <here.content />
          ) : (
            <Card>
              <EmptyState
                text={
                  all.some((one) => one.key === section) ? (
                    <Trans>Chỉ người quản trị mới xem được mục này.</Trans>
                  ) : (
                    <Trans>Không có mục cài đặt “{section}”. Có thể địa chỉ bị gõ nhầm.</Trans>
                  )
                }
                action={
                  <Button component={Link} to="/settings" variant="default">
                    <Trans>Về Cài đặt</Trans>
                  </Button>
                }
              />
            </Card>
          )}
        </Stack>
      </div>
    </Page>
  )
}
