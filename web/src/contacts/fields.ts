import { useLingui } from '@lingui/react/macro'
import { LIFECYCLE_STAGES } from '../api/types'
import type { Field } from '../ui/fields'
import { useMembers } from '../workspace/session'
import { useOtherKinds } from './otherKinds'
import { STAGE_NAMES } from './words'

/** What is known of people and companies alike. */
function useCommonFields() {
  const { t, i18n } = useLingui()
  const { choices } = useMembers()
  const otherKinds = useOtherKinds()
  return {
    stage: {
      field: 'lifecycleStage',
      name: t`Giai đoạn`,
      kind: 'choice',
      options: LIFECYCLE_STAGES.map((stage) => ({ value: stage, label: i18n._(STAGE_NAMES[stage]) })),
    },
    otherKind: {
      field: 'otherKindId',
      name: t`Loại trong “Khác”`,
      kind: 'choice',
      options: otherKinds.all,
    },
    owner: { field: 'ownerId', name: t`Phụ trách`, kind: 'choice', options: choices },
    lastActivity: {
      field: 'lastActivityAt',
      name: t`Trao đổi lần cuối`,
      heading: t`Lần cuối`,
      kind: 'date',
    },
    tags: { field: 'tags', name: t`Nhãn`, kind: 'list' },
    created: { field: 'createdAt', name: t`Ngày tạo`, kind: 'date' },
  } as const satisfies Record<string, Field>
}

/** What is known of a person. */
export function useContactFields(): readonly Field[] {
  const { t } = useLingui()
  const { stage, otherKind, owner, lastActivity, tags, created } = useCommonFields()
  return [
    { field: 'fullName', name: t`Họ và tên`, heading: t`Tên`, kind: 'text', hidden: true },
    stage,
    otherKind,
    owner,
    lastActivity,
    { field: 'lifecycleSince', name: t`Vào giai đoạn`, kind: 'date' },
    { field: 'company.name', name: t`Tên công ty`, heading: t`Công ty`, kind: 'text' },
    { field: 'company.industry', name: t`Ngành của công ty`, kind: 'text' },
    { field: 'jobTitle', name: t`Chức danh`, kind: 'text' },
    { field: 'email', name: t`Email`, kind: 'text' },
    { field: 'phone', name: t`Điện thoại`, kind: 'text' },
    { field: 'source.channel', name: t`Kênh`, heading: t`Nguồn`, kind: 'text' },
    { field: 'source.campaign', name: t`Chiến dịch`, kind: 'text' },
    tags,
    created,
  ]
}

/** What is known of a company. */
export function useCompanyFields(): readonly Field[] {
  const { t } = useLingui()
  const { stage, otherKind, owner, lastActivity, tags, created } = useCommonFields()
  return [
    { field: 'name', name: t`Tên công ty`, heading: t`Tên`, kind: 'text', hidden: true },
    stage,
    otherKind,
    owner,
    { field: 'industry', name: t`Ngành`, kind: 'text' },
    {
      field: 'employees',
      name: t`Số nhân viên`,
      heading: t({ message: 'Nhân viên', context: 'count' }),
      kind: 'number',
    },
    { field: 'taxCode', name: t`Mã số thuế`, kind: 'text' },
    { field: 'phone', name: t`Điện thoại`, kind: 'text', hidden: true },
    { field: 'domain', name: t`Tên miền`, kind: 'text', hidden: true },
    lastActivity,
    tags,
    created,
  ]
}
