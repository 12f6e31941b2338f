import { defineRecord } from './defineRecord'
import { choice, choices, number, structure, text, yesNo } from './field'

/** One import as the log tells it; its shape in use is `ImportBatch`. */
export const importBatchFields = {
  at: number('导入时间', 'Imported at', undefined, 'calculated'),
  actor: text('导入人', 'Imported by', 'calculated'),
  device: text('设备', 'Device', 'calculated'),
  isSample: yesNo('示例数据', 'Sample data', 'calculated'),
  files: structure('文件', 'Files', 'calculated'),
  sheets: structure('工作表', 'Sheets', 'calculated'),
  counts: structure('记录数', 'Records', 'calculated'),
  failureRange: structure('故障编号范围', 'Range of its failures', 'calculated'),
  joinedFailures: structure('并入的故障', 'Failures joined', 'calculated'),
  blankStates: structure('无状态行的处理', 'Rows without a state', 'calculated'),
  skipped: structure('未存入的行', 'Rows left out', 'calculated'),
  updates: structure('更新', 'Updates', 'calculated'),
  rowsSha256: text('原始行校验值', 'Hash of the source rows', 'calculated'),
  state: choice(choices('committed:已导入:Imported', 'undone:已撤销:Taken back'), '状态', 'State', 'calculated'),
} as const

export const importBatchRecord = defineRecord({
  zh: '导入',
  en: 'Imports',
  fields: importBatchFields,
  indexes: ['state'],
  positions: ['state'],
  // Written once, by the import itself.
  derived: ['files', 'sheets', 'counts', 'failureRange', 'joinedFailures', 'blankStates', 'skipped', 'updates'],
  touches: 'reference',
})
