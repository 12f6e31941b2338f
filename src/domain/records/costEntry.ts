import { defineRecord } from './defineRecord'
import { choice, choices, code, number, ref, text, type RecordOf } from './field'

/** Money spent or set aside because of a failure, a problem or an action. Entries are never deleted; a reversal takes one back. */
export const costEntryFields = {
  failureId: ref('failures', '故障单', 'Failure'),
  problemId: ref('problems', '问题单', 'Problem'),
  actionId: ref('correctiveActions', '措施', 'Action'),
  bucket: code('CL-COST', '费用类别', 'Cost bucket', 'save'),
  item: choice(
    choices(
      'labour:人工:Labour',
      'travel:差旅:Travel',
      'spares:备件:Spare parts',
      'transport:运输:Transport',
      'test:试验:Testing',
      'outside:外协:Outside work',
      'penalty:罚款:Penalty',
      'other:其他:Other',
    ),
    '费用项目',
    'Item',
    'save',
  ),
  basis: choice(choices('actual:实际:Actual', 'accrual:计提:Accrual'), '口径', 'Basis', 'save'),
  /** Whole hundredths of the currency; negative only in a reversal. */
  amountCents: number('金额(分)', 'Amount in hundredths', undefined, 'save'),
  /** ISO 4217. */
  currency: text('币种', 'Currency', 'save'),
  period: text('归属月份', 'Month it belongs to', 'save'),
  payer: choice(
    choices('own:我方:Us', 'supplier:供应商:Supplier', 'customer:客户:Customer', 'third:第三方:Third party'),
    '承担方',
    'Paid by',
    'save',
  ),
  voucher: text('凭证号', 'Voucher'),
  reversalOf: ref('costEntries', '冲销的是', 'Reverses', 'calculated'),
  note: text('说明', 'Note'),
  enteredBy: text('登记人', 'Entered by', 'calculated'),
} as const

export const costEntryRecord = defineRecord({
  zh: '费用',
  en: 'Costs',
  fields: costEntryFields,
  indexes: ['failureId', 'problemId'],
  owners: ['failureId', 'problemId'],
  touches: 'none',
})

export type CostEntry = RecordOf<typeof costEntryFields>
