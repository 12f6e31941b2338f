import type { CompanyValues } from './companyField'
import { defineRecord } from './defineRecord'
import { choice, choices, code, date, moment, number, ref, text, type RecordOf, personName } from './field'

/** Something done so that a failure does not come back. */
export const correctiveActionFields = {
  problemId: ref('problems', '问题单', 'Problem'),
  failureId: ref('failures', '故障单', 'Failure'),
  failureNoText: text('故障编号(原文)', 'Failure no. as written'),
  reportNo: text('措施编号', 'Report no.'),
  causeId: ref('rootCauseAnalyses', '对应原因', 'Root cause'),
  type: code('CL-ACT', '措施类型', 'Type', 'save'),
  description: text('措施内容', 'Description', 'save'),
  owner: personName('责任人', 'Owner', 'G5'),
  department: text('责任部门', 'Department'),
  dueAt: date('计划日期', 'Due', 'G5'),
  doneAt: moment('完成日期', 'Done', 'G5'),
  state: choice(
    choices(
      'todo:待办:To do',
      'doing:进行:In progress',
      'done:已完成:Done',
      'verified:已验证:Verified',
      'cancelled:取消:Cancelled',
    ),
    '状态',
    'State',
  ),
  changeDocNo: text('变更单号', 'Change document', 'G5'),
  effKind: choice(
    choices(
      'serialFrom:序列号起:Serial from',
      'dateFrom:日期起:Date from',
      'batch:批次:Batch',
      'trains:列车清单:List of trains',
    ),
    '生效方式',
    'Effectivity',
    'G5',
  ),
  effValue: text('生效值', 'Effective for', 'G5'),
  effectiveAt: date('生效日期', 'Effective from', 'G5'),
  scopeUnits: number('应改数量', 'Retrofit scope', undefined, 'G5', { whole: true }),
  doneUnits: number('已改数量', 'Retrofitted', undefined, 'G5', { whole: true }),
  containmentUntil: date('遏制撤销日期', 'Containment ends', 'G5'),
  criteria: text('验证准则', 'Verification criteria', 'G5'),
  evidence: text('见证材料', 'Evidence', 'G5'),
  containmentEffPct: number('遏制有效率', 'Containment effective', '%', 'D3'),
  costEstimate: number('费用估计', 'Cost estimate'),
  riskNote: text('实施风险', 'Risk'),
  cycle: number('归零轮次', 'Cycle', undefined, 'calculated'),
} as const

export const correctiveActionRecord = defineRecord({
  zh: '纠正措施',
  en: 'Corrective actions',
  fields: correctiveActionFields,
  indexes: ['failureId', 'problemId'],
  owners: ['failureId', 'problemId'],
  figures: ['effKind', 'effValue', 'effectiveAt', 'doneAt'],
  positions: ['cycle'],
  touches: 'failure-row',
})

export type CorrectiveAction = RecordOf<typeof correctiveActionFields> & CompanyValues
