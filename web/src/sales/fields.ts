import { useLingui } from '@lingui/react/macro'
import type { Field } from '../ui/fields'
import { useMembers } from '../workspace/session'
import { usePipelines } from './api'
import { STATUS_NAMES } from './words'

/** What is known of a deal. */
export function useDealFields(): readonly Field[] {
  const { t, i18n } = useLingui()
  const { choices } = useMembers()
  const { pipelines } = usePipelines()
  const stages = pipelines.flatMap((pipeline) => pipeline.stages)
  return [
    { field: 'name', name: t`Tên`, kind: 'text', hidden: true },
    { field: 'companyName', name: t`Công ty`, kind: 'text', hidden: true },
    {
      field: 'status',
      name: t`Trạng thái`,
      kind: 'choice',
      options: Object.entries(STATUS_NAMES).map(([value, name]) => ({ value, label: i18n._(name) })),
    },
    {
      field: 'stageId',
      name: t`Giai đoạn`,
      kind: 'choice',
      options: stages.map((stage) => ({ value: stage.id, label: stage.name })),
    },
    { field: 'ownerId', name: t`Người phụ trách`, heading: t`Phụ trách`, kind: 'choice', options: choices },
    { field: 'amount', name: t`Giá trị`, kind: 'number' },
    { field: 'expectedCloseDate', name: t`Dự kiến chốt`, kind: 'date' },
    { field: 'stageSince', name: t`Vào giai đoạn`, kind: 'date' },
    { field: 'openedAt', name: t`Ngày mở`, kind: 'date' },
    { field: 'nextStep', name: t`Bước tiếp theo`, kind: 'text' },
    { field: 'tags', name: t`Nhãn`, kind: 'list' },
    { field: 'closedAt', name: t`Ngày đóng`, kind: 'date' },
  ]
}

/** The board shows what is open, by stage: there these say nothing. */
export const NOT_ON_THE_BOARD = ['status', 'stageId', 'closedAt']
