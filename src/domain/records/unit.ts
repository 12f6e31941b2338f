import type { CompanyValues } from './companyField'
import { defineRecord } from './defineRecord'
import { code, date, number, ref, text, type RecordOf } from './field'

/** A serial-numbered item. Repair does not make it new: accumulated use and use since repair are both kept. */
export const unitFields = {
  serialNo: text('序列号/出厂编号', 'Serial no.', 'save'),
  bomNodeId: ref('bomNodes', '节点', 'Part', 'save'),
  partNo: text('物料号', 'Part no.', 'save'),
  batchNo: text('批次', 'Batch'),
  mfgDate: date('生产日期', 'Manufactured'),
  shipDate: date('出厂日期', 'Shipped'),
  swVersion: text('软件版本', 'Software version'),
  ownership: code('CL-OWN', '资产归属', 'Ownership'),
  state: code('CL-UNIT', '单件状态', 'Unit state', 'calculated'),
  warrantyStart: date('质保起', 'Warranty starts'),
  warrantyEnd: date('质保止', 'Warranty ends'),
  warrantyKm: number('质保里程', 'Warranty distance', 'km'),
  endedOn: date('停用日期', 'Out of use since'),
  parentUnitId: ref('units', '上级单元', 'Parent unit'),
  aliases: text('其他写法', 'Other spellings', 'calculated'),
  mergedInto: ref('units', '并入', 'Merged into', 'calculated'),
} as const

export const unitRecord = defineRecord({
  zh: '序列件',
  en: 'Serial units',
  fields: unitFields,
  serials: ['serialNo', 'aliases'],
  naturalKey: ['bomNodeId', 'serialNo'],
  derived: ['state'],
  // Written again as they are, which gives them the keys their serials are found by.
  upgrades: [{ version: 9, upgrade: (row) => row }],
  touches: 'reference',
})

export type Unit = RecordOf<typeof unitFields> & CompanyValues
