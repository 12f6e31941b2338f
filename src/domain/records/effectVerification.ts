import { defineRecord } from './defineRecord'
import { choice, choices, code, date, number, ref, structure, text, yesNo, type RecordOf, personName } from './field'

/** Did the actions work? Rates before and after, with the recurrences that were reviewed. */
export const effectVerificationFields = {
  failureId: ref('failures', '故障单', 'Failure'),
  problemId: ref('problems', '问题单', 'Problem'),
  actionIds: structure('验证措施', 'Actions verified', 'save'),
  method: code('CL-VERM', '验证方法', 'Method', 'save'),
  windowStart: date('验证窗口起', 'Window from', 'save'),
  windowEnd: date('验证窗口止', 'Window to', 'save'),
  exposureKm: number('窗口内运行公里', 'Distance run in the window', 'km', 'calculated', { most: 10_000_000_000 }),
  beforeFpmk: number('措施前故障率', 'Rate before', '/10⁶ km', 'calculated'),
  afterFpmk: number('措施后故障率', 'Rate after', '/10⁶ km', 'calculated'),
  trains: number('窗口内列车数', 'Trains in the window', undefined, 'calculated', { whole: true }),
  items: number('窗口内件数', 'Items in the window', undefined, 'calculated', { whole: true }),
  recurrences: structure('复发清单', 'Recurrences found', 'calculated'),
  recurrencesReviewed: yesNo('复发清单已核对', 'Recurrences reviewed', 'G6'),
  evidence: text('见证材料', 'Evidence', 'G6'),
  result: code('CL-VERR', '结论', 'Result', 'G6'),
  verifier: personName('验证人', 'Verifier', 'G6'),
  cycle: number('归零轮次', 'Cycle', undefined, 'calculated'),
  decision: choice(choices('close:关闭:Close', 'extend:延长:Extend', 'reopen:重开:Reopen'), '决定', 'Decision', 'G6'),
} as const

export const effectVerificationRecord = defineRecord({
  zh: '效果验证',
  en: 'Verifications',
  fields: effectVerificationFields,
  indexes: ['failureId', 'problemId'],
  owners: ['failureId', 'problemId'],
  figures: ['windowStart', 'windowEnd', 'exposureKm', 'trains', 'result'],
  positions: ['cycle'],
  derived: ['beforeFpmk', 'afterFpmk', 'items', 'recurrences'],
  spans: [['windowStart', 'windowEnd']],
  touches: 'failure-row',
})

export type EffectVerification = RecordOf<typeof effectVerificationFields>
