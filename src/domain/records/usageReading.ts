import { defineRecord } from './defineRecord'
import { choice, choices, date, number, ref, text, yesNo, type RecordOf } from './field'

/**
 * How much a train (or unit) has been used. A `cumulative` reading is the odometer at the end of the day `at`;
 * a `distance` reading is what was run from the start of `from` to the end of `at`, as monthly sheets give it.
 */
export const usageReadingFields = {
  subjectType: choice(choices('train:列车:Train', 'unit:单元:Unit'), '对象类型', 'Subject kind', 'save'),
  subjectId: ref('trains', '对象', 'Subject', 'save'),
  metric: choice(choices('km:公里:km', 'h:小时:h', 'cycle:次数:cycles'), '指标', 'Metric', 'save'),
  basis: choice(choices('cumulative:累计:Cumulative', 'distance:区间走行:Distance run'), '口径', 'Basis', 'save'),
  value: number('读数', 'Value', undefined, 'save'),
  from: date('起始日', 'From'),
  at: date('读数日期', 'Read at', 'save'),
  source: choice(
    choices(
      'odometer:里程表:Odometer',
      'onboard:车载:On-board',
      'ledger:用户台账:Operator ledger',
      'estimate:估算:Estimate',
    ),
    '来源',
    'Source',
  ),
  isReset: yesNo('换表/清零', 'Meter reset'),
  estimateMethod: text('估算方法', 'Estimate method'),
  note: text('说明', 'Note'),
} as const

export const usageReadingRecord = defineRecord({
  zh: '里程读数',
  en: 'Mileage readings',
  fields: usageReadingFields,
  indexes: ['subjectId'],
  naturalKey: ['subjectId', 'metric', 'basis', 'from', 'at'],
  figures: ['value', 'at', 'from', 'isReset'],
  touches: 'reference',
})

export type UsageReading = RecordOf<typeof usageReadingFields>
