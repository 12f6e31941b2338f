import { defineRecord } from './defineRecord'
import { choice, choices, moment, number, structure, text, yesNo, type RecordOf } from './field'

/**
 * A field the company added to a kind of record. Its key and kind never change, because values are stored under them; it
 * is retired and never deleted, because records go on holding its values.
 */
export const companyFieldFields = {
  key: text('键', 'Key', 'save'),
  table: choice(
    choices(
      'failures:故障:Failures',
      'trains:列车:Trains',
      'units:序列件:Serial units',
      'problems:问题单:Problems',
      'correctiveActions:纠正措施:Corrective actions',
    ),
    '用于',
    'Used on',
    'save',
  ),
  kind: choice(
    choices('text:文字:Text', 'number:数字:Number', 'date:日期:Date', 'yesNo:是/否:Yes or no', 'choice:列表:List'),
    '类型',
    'Kind',
    'save',
  ),
  zh: text('中文名称', 'Chinese label', 'save'),
  en: text('英文名称', 'English label', 'save'),
  unit: text('单位', 'Unit'),
  least: number('最小值', 'Smallest value', undefined, undefined, { least: -1e12, most: 1e12 }),
  most: number('最大值', 'Largest value', undefined, undefined, { least: -1e12, most: 1e12 }),
  whole: yesNo('只能是整数', 'Whole numbers only'),
  options: structure('选项', 'Options'),
  need: text('何时必填', 'Needed'),
  order: number('顺序', 'Order', undefined, undefined, { whole: true }),
  retiredAt: moment('停用时间', 'Retired since', 'calculated'),
  retiredWhy: text('停用原因', 'Why retired', 'calculated'),
} as const

export const companyFieldRecord = defineRecord({
  zh: '本公司字段',
  en: 'Company fields',
  fields: companyFieldFields,
  naturalKey: ['table', 'key'],
  positions: ['retiredAt', 'retiredWhy'],
  lists: { options: { same: ['code'] } },
  touches: 'reference',
})

export type CompanyField = RecordOf<typeof companyFieldFields>

/** Kinds of records a company may add fields to. */
export const TABLES_WITH_COMPANY_FIELDS = ['failures', 'trains', 'units', 'problems', 'correctiveActions'] as const
export type CompanyTable = (typeof TABLES_WITH_COMPANY_FIELDS)[number]

/** The name of a company field in a record. */
export type CompanyKey = `x_${string}`

/** What records of a kind that may have company fields hold beside their own. */
export type CompanyValues = { [key: CompanyKey]: string | number | boolean | undefined }
