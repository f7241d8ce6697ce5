import { Trans, useLingui } from '@lingui/react/macro'
import { ActionIcon, Badge, Text } from '@mantine/core'
import { IconFilter } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { AuditLine as Line, Via } from '../../api/generated/api.schemas'
import { Changes } from '../Changes'
import { KINDS } from '../kinds'
import classes from './Audit.module.css'
import type { Json } from './audit'
import { ACTIONS } from './auditWords'

/** Who did what to which record, and from what to what. */
export function AuditLine({ line, onOnly }: { line: Line; onOnly: () => void }) {
  const { t, i18n } = useLingui()
  const action = ACTIONS[line.action]
  const via: Partial<Record<Via, string>> = {
    API: t`qua API`,
    IMPORT: t`qua nhập dữ liệu`,
    AUTOMATION: t`tự động`,
  }
  return (
    <>
      <div className={`link ${classes.line}`}>
        <Text span fw={500}>
          {line.actor ? (line.actor.name ?? t`người đã rời đi`) : t`Hệ thống`}
        </Text>{' '}
        {action ? i18n._(action.name) : line.action} <RecordLink line={line} />
        {via[line.via] && (
          <Badge size="sm" variant="light" color="gray" ml={6}>
            {via[line.via]}
          </Badge>
        )}
        <ActionIcon
          size="sm"
          ml={4}
          aria-label={t`Chỉ xem bản ghi này`}
          title={t`Chỉ xem bản ghi này`}
          onClick={onOnly}
        >
          <IconFilter size={14} />
        </ActionIcon>
      </div>
      {line.erased && (
        <Text size="sm" c="dimmed">
          <Trans>Nội dung đã được xoá theo yêu cầu riêng tư.</Trans>
        </Text>
      )}
      <Changes of={line} />
    </>
  )
}

/** `liên hệ Nguyễn Văn An`, of which the name opens the record; without a name the kind does. */
function RecordLink({ line }: { line: Line }) {
  const { i18n } = useLingui()
  const values = { ...line.before, ...line.after } as Record<string, Json>
  const name = [line.recordName, values.name, values.fullName, values.label].find(
    (own): own is string => typeof own === 'string',
  )
  const kind = ACTIONS[line.action]?.whole ? '' : i18n._(KINDS[line.kind].one)
  // An export is of many records, and none of them has its id.
  const { page, plural } = KINDS[line.kind]
  const path = page && line.action !== 'exported' ? `/${plural}` : undefined
  const open = (text: string) => {
    if (path) return <Link to={`${path}/${line.recordId}` as '/'}>{text}</Link>
    if (line.kind === 'SLA') return <Link to="/sla">{text}</Link>
    if (line.kind !== 'IMPORT') return text
    return (
      <Link to="/imports" search={{ id: line.recordId }}>
        {text}
      </Link>
    )
  }
  return name ? (
    <>
      {kind} {open(name)}
    </>
  ) : (
    open(kind)
  )
}
