import { defineRecord } from './defineRecord'
import { choice, choices, code, moment, number, ref, text, type RecordOf } from './field'

/** A serial-numbered item went on, off or elsewhere. One open installation per position and per unit. */
export const installEventFields = {
  unitId: ref('units', '单元', 'Unit', 'save'),
  kind: choice(
    choices(
      'install:装车:Installed',
      'remove:拆下:Removed',
      'swap:串换:Swapped',
      'stockIn:入库:Into stock',
      'stockOut:出库:Out of stock',
      'scrap:报废:Scrapped',
    ),
    '类型',
    'Kind',
    'save',
  ),
  at: moment('时间', 'When', 'save'),
  trainId: ref('trains', '列车', 'Train'),
  carNo: text('车厢号', 'Car'),
  positionPath: text('安装位置', 'Position'),
  odometerKm: number('装拆里程', 'Odometer', 'km'),
  pairedUnitId: ref('units', '对应单元', 'Paired unit'),
  replacementId: ref('replacements', '来源更换记录', 'Source replacement'),
  operator: text('作业人', 'Done by'),
  reason: code('CL-REMOVE', '原因', 'Reason'),
  finding: code('CL-BENCH', '检测结论', 'Bench finding'),
  note: text('说明', 'Note'),
} as const

export const installEventRecord = defineRecord({
  zh: '装拆履历',
  en: 'Installation events',
  fields: installEventFields,
  indexes: ['unitId', 'trainId'],
  owners: ['replacementId'],
  touches: 'reference',
})

export type InstallEvent = RecordOf<typeof installEventFields>
