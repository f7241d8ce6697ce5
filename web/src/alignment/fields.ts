import { useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import type { Field } from '../ui/fields'
import { useMembers } from '../workspace/session'
import { useSla, versionsQuery } from './api'
import { STATUS_NAMES } from './words'

/** What is known of a hand-off. */
export function useHandoffFields(): readonly Field[] {
  const { t, i18n } = useLingui()
  const { members, choices } = useMembers()
  const { sla } = useSla()
  const versions = useQuery({ ...versionsQuery(sla?.id ?? ''), enabled: sla !== undefined })
  // Also those that an earlier version had; the latest name is the one that is known.
  const types = new Map(
    (versions.data ?? [])
      .toReversed()
      .flatMap(({ terms }) => terms.leadTypes.map(({ code, name }) => [code, name])),
  )
  return [
    { field: 'contactName', name: t({ message: 'Liên hệ', context: 'one' }), kind: 'text', hidden: true },
    { field: 'dueAt', name: t`Đồng hồ`, kind: 'date', hidden: true },
    { field: 'companyName', name: t`Công ty`, kind: 'text', hidden: true },
    { field: 'leadValue', name: t`Giá trị lead`, kind: 'number', hidden: true },
    { field: 'offeredAt', name: t`Giao lúc`, kind: 'date', hidden: true },
    {
      field: 'status',
      name: t`Trạng thái`,
      kind: 'choice',
      options: Object.entries(STATUS_NAMES).map(([value, name]) => ({ value, label: i18n._(name) })),
    },
    {
      field: 'outcome',
      name: t`Cam kết`,
      kind: 'choice',
      options: [
        { value: 'PENDING', label: t`Đang chờ` },
        { value: 'MET', label: t`Đạt` },
        { value: 'BREACHED', label: t`Vỡ` },
        { value: 'ENDED', label: t`Dừng giữa chừng` },
      ],
    },
    {
      field: 'answer',
      name: t`Trả lời`,
      kind: 'choice',
      options: [
        { value: 'NONE', label: t`Chưa` },
        { value: 'ACCEPTED', label: t`Đã nhận` },
        { value: 'REJECTED', label: t`Đã từ chối` },
      ],
    },
    {
      field: 'tier',
      name: t`Hạng`,
      kind: 'choice',
      options: ['A', 'B', 'C'].map((tier) => ({ value: tier, label: tier })),
    },
    {
      field: 'repId',
      name: t`Nhân viên`,
      kind: 'choice',
      options: choices,
    },
    {
      field: 'leadType',
      name: t`Loại khách`,
      kind: 'choice',
      options: [...types].map(([value, label]) => ({ value, label })),
    },
    { field: 'source', name: t`Kênh`, heading: t`Nguồn`, kind: 'text' },
    { field: 'mqlOn', name: t`Ngày thành MQL`, kind: 'date' },
    { field: 'late', name: t`Đang trễ`, kind: 'flag' },
    { field: 'touched', name: t`Đã liên hệ`, kind: 'flag' },
    { field: 'counted', name: t`Tính giá trị`, kind: 'flag' },
    { field: 'deducted', name: t`Bị trừ giá trị`, kind: 'flag' },
    ...(sla
      ? [
          {
            field: 'slaId',
            name: t`Bản cam kết`,
            kind: 'choice' as const,
            hidden: true,
            options: [{ value: sla.id, label: sla.name }],
          },
        ]
      : []),
    ...members.flatMap((member): Field[] => [
      {
        field: `reps.${member.id}.assigned`,
        name: t`Từng giao cho ${member.fullName}`,
        kind: 'flag',
        hidden: true,
      },
      {
        field: `reps.${member.id}.touched`,
        name: t`${member.fullName} đã liên hệ`,
        kind: 'flag',
        hidden: true,
      },
      {
        field: `reps.${member.id}.outcome`,
        name: t`Cam kết của ${member.fullName}`,
        kind: 'choice',
        hidden: true,
        options: [
          { value: 'PENDING', label: t`Đang chờ` },
          { value: 'MET', label: t`Đạt` },
          { value: 'BREACHED', label: t`Vỡ` },
        ],
      },
      {
        field: `reps.${member.id}.answer`,
        name: t`${member.fullName} trả lời`,
        kind: 'choice',
        hidden: true,
        options: [
          { value: 'ACCEPTED', label: t`Đã nhận` },
          { value: 'REJECTED', label: t`Đã từ chối` },
        ],
      },
    ]),
  ]
}
