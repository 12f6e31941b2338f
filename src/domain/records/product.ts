import { defineRecord } from './defineRecord'
import { choice, choices, code, number, text, yesNo, type RecordOf } from './field'

/** A product the company makes; its parts are `bomNode` records. */
export const productFields = {
  code: text('产品代号', 'Product code', 'save'),
  name: text('产品名称', 'Name', 'save'),
  model: text('型号', 'Model'),
  family: code('CL-FAM', '产品类别', 'Family', 'save'),
  drawingNo: text('图号', 'Drawing no.'),
  stdRef: text('执行标准', 'Applicable standard'),
  serialised: yesNo('是否单件管理', 'Serial-tracked'),
  lifecycle: choice(
    choices('development:研制:Development', 'trial:试运用:Trial', 'production:批产:Production', 'ended:停产:Ended'),
    '生命周期状态',
    'Lifecycle stage',
  ),
  targetMtbfH: number('目标MTBF', 'Target MTBF', 'h'),
  targetMdbfKm: number('目标MDBF', 'Target MDBF', 'km'),
  targetFpmk: number('目标百万公里故障率', 'Target FPMK', '/10⁶ km'),
} as const

export const productRecord = defineRecord({
  zh: '产品',
  en: 'Products',
  fields: productFields,
  naturalKey: ['code'],
  touches: 'reference',
})

export type Product = RecordOf<typeof productFields>
