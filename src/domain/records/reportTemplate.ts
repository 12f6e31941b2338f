import { defineRecord } from './defineRecord'
import { choice, choices, number, structure, text, type RecordOf } from './field'

/** A workbook of the company that is filled with records. Its bytes are stored under their sha-256, as those of attachments. */
export const reportTemplateFields = {
  name: text('名称', 'Name', 'save'),
  kind: choice(
    choices(
      'failure-report:故障报告:Failure report',
      'analysis-report:分析报告:Analysis report',
      'corrective-action:纠正措施:Corrective action',
      'ledger:台账:Ledger',
      'summary:报告汇总:Report summary',
    ),
    '填什么',
    'Filled with',
    'save',
  ),
  language: choice(choices('zh:中文:Chinese', 'en:英文:English'), '填写语言', 'Filled in', 'save'),
  fileName: text('文件名', 'File name', 'save'),
  sha256: text('校验值', 'sha-256', 'save'),
  size: number('大小', 'Size', 'byte', 'save'),
  binding: structure('单元格对应', 'Bound cells', 'save'),
} as const

export const reportTemplateRecord = defineRecord({
  zh: '报表模板',
  en: 'Templates',
  fields: reportTemplateFields,
  touches: 'none',
})

export type ReportTemplate = RecordOf<typeof reportTemplateFields>
