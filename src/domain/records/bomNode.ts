import { defineRecord } from './defineRecord'
import { choice, choices, code, date, number, ref, text, yesNo, type RecordOf } from './field'

/** One node of a product's bill of materials. Nodes are ended, never deleted: old failures point to them. */
export const bomNodeFields = {
  productId: ref('products', '所属产品', 'Product'),
  parentId: ref('bomNodes', '上级节点', 'Parent node'),
  order: number('顺序', 'Order', undefined, 'calculated'),
  code: text('层级编号', 'Outline code'),
  position: text('位置号', 'Position code'),
  partNo: text('物料号', 'Part no.', 'save'),
  name: text('名称', 'Name', 'save'),
  aliases: text('别名', 'Other names'),
  spec: text('规格', 'Specification'),
  drawingNo: text('图号', 'Drawing no.'),
  qty: number('单台数量', 'Quantity per parent', undefined, 'save', { least: 1, most: 10_000, whole: true }),
  unitType: choice(
    choices('system:系统:System', 'LRU', 'SRU', 'part:零件:Part', 'software:软件:Software'),
    '单元类型',
    'Unit type',
  ),
  isLru: yesNo('现场可更换', 'Line-replaceable'),
  criticality: code('CL-CRIT', '关键度', 'Criticality'),
  safetyRelated: yesNo('涉及安全', 'Safety related'),
  designMtbfH: number('设计MTBF', 'Design MTBF', 'h'),
  designMdbfKm: number('设计MDBF', 'Design MDBF', 'km'),
  targetFpmk: number('目标百万公里故障率', 'Target FPMK', '/10⁶ km'),
  exposureBasis: choice(
    choices('train_km:列车公里:Train km', 'car_km:车辆公里:Car km', 'hour:小时:Hours', 'cycle:次数:Cycles'),
    '统计基准',
    'Exposure basis',
  ),
  dutyCycle: number('工作占空比', 'Duty cycle', undefined, undefined, { least: 0, most: 1 }),
  supplierId: ref('parties', '供应商', 'Supplier'),
  lifeLimitKm: number('寿命限', 'Life limit', 'km'),
  lifeLimitMonth: number('寿命限', 'Life limit', 'month'),
  revision: text('版次', 'Revision'),
  effectiveFrom: date('生效日期', 'Effective from'),
  effectiveTo: date('失效日期', 'Effective to'),
  fmeaRef: text('FMEA条目', 'FMEA reference'),
  active: yesNo('启用', 'Active'),
  mergedInto: ref('bomNodes', '并入', 'Merged into', 'calculated'),
} as const

export const bomNodeRecord = defineRecord({
  zh: 'BOM 节点',
  en: 'BOM nodes',
  fields: bomNodeFields,
  owners: ['productId'],
  naturalKey: ['productId', 'parentId', 'partNo', 'name', 'position'],
  figures: ['parentId', 'qty', 'dutyCycle'],
  spans: [['effectiveFrom', 'effectiveTo']],
  touches: 'reference',
})

export type BomNode = RecordOf<typeof bomNodeFields>
