import { defineRecord } from './defineRecord'
import { choice, choices, code, date, moment, number, ref, structure, text, yesNo, type RecordOf } from './field'

/** A part came off a train and another went on. */
export const replacementFields = {
  failureId: ref('failures', '故障单', 'Failure', 'save'),
  trainId: ref('trains', '列车号', 'Train'),
  carNo: text('车厢号', 'Car'),
  handlingId: ref('handlings', '处理记录', 'Handling'),
  at: moment('更换时间', 'Replaced at'),
  bomNodeId: ref('bomNodes', '部位', 'Part'),
  partText: text('部件(原文)', 'Part as written'),
  partNoText: text('图号(原文)', 'Part no. as written'),
  qty: number('数量', 'Quantity', undefined, undefined, { least: 1, most: 100_000, whole: true }),
  position: text('位置号', 'Position'),
  removedUnitId: ref('units', '换下件', 'Removed unit'),
  removedSerial: text('换下件序列号', 'Removed serial'),
  removedPartNo: text('换下件物料号', 'Removed part no.'),
  removedBatch: text('换下件批次', 'Removed batch'),
  installedUnitId: ref('units', '换上件', 'Installed unit'),
  installedSerial: text('换上件序列号', 'Installed serial'),
  noSerialReason: text('无序列号原因', 'Why no serial'),
  installedSource: choice(
    choices(
      'spare:周转件:Turn-over spare',
      'new:新品:New',
      'repaired:返修品:Repaired',
      'customer:客户件:Customer part',
      'swap:串换:Swapped',
    ),
    '换上件来源',
    'Source of installed part',
  ),
  isMainFault: yesNo('主故障件', 'Main failed item'),
  reason: code('CL-REMOVE', '下车原因', 'Removal reason'),
  reasonText: text('更换原因', 'Why it was replaced'),
  handler: text('作业者', 'Replaced by'),
  functionTestOk: yesNo('功能试验是否正常', 'Function test passed'),
  odometerKm: number('更换里程', 'Odometer', 'km', 'G3'),
  swOld: text('旧软件版本', 'Old software version'),
  swNew: text('新软件版本', 'New software version'),
  removedDisposition: code('CL-DISP', '换下件去向', 'Disposition', 'G3'),
  tagNo: text('故障件标签号', 'Tag no.', 'G3'),
  custody: structure('流转记录', 'Custody chain'),
  customerItem: yesNo('客户件', 'Customer item'),
  agreesToKeep: yesNo('同意留用', 'Agrees to keep'),
  returnDue: date('应返日期', 'Return due'),
  remark: text('备注', 'Remark'),
} as const

export const replacementRecord = defineRecord({
  zh: '部件更换',
  en: 'Replacements',
  fields: replacementFields,
  indexes: ['failureId', 'trainId'],
  serials: ['removedSerial', 'installedSerial'],
  owners: ['failureId'],
  figures: ['at', 'bomNodeId', 'removedSerial', 'installedSerial', 'position', 'odometerKm'],
  lists: { custody: { isChain: true } },
  // Any of these makes a replacement one; the part alone is what the failure says already.
  saysSomething: [
    'removedSerial',
    'installedSerial',
    'removedUnitId',
    'installedUnitId',
    'noSerialReason',
    'position',
    'partText',
    'partNoText',
    'reason',
    'reasonText',
    'swNew',
  ],
  // Written again as they are, which gives them the keys their serials are found by.
  upgrades: [{ version: 9, upgrade: (row) => row }],
  touches: 'failure-row',
})

export type Replacement = RecordOf<typeof replacementFields>
