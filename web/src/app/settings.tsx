import { msg } from '@lingui/core/macro'
import { OtherKindSection } from '../contacts/OtherKindSection'
import { SourceSection } from '../contacts/SourceSection'
import { LossReasonSection } from '../sales/LossReasonSection'
import { PipelineSection } from '../sales/PipelineSection'
import { type Section, SettingsPage } from '../workspace/SettingsPage'
import { AuditValues } from '../workspace/settings/auditWords'
import { AUDIT_VALUES } from './auditValues'

const SECTIONS: readonly Section[] = [
  { key: 'pipelines', name: msg`Các quy trình bán`, content: PipelineSection },
  { key: 'loss-reasons', name: msg`Các lý do thua`, content: LossReasonSection },
  { key: 'sources', name: msg`Các nguồn khách`, content: SourceSection },
  { key: 'other-kinds', name: msg`Các loại trong “Khác”`, content: OtherKindSection },
]

export function SettingsRoute() {
  return (
    <AuditValues value={AUDIT_VALUES}>
      <SettingsPage more={SECTIONS} />
    </AuditValues>
  )
}
