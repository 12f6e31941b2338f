import { inLanguage } from './inLanguage'
import type { CostRefusal } from '../domain/costs'
import type { Language, Translation, Words } from './translation'

const REFUSAL_ZH: Words<CostRefusal> = {
  'nobody-named': '先在设置里写上你的姓名',
  role: '费用由服务站主管、库管（备件）、返修技师（人工）和成本登记；在闭环面板里换角色',
  'only-parts': '库管只登记备件费用',
  'only-hours': '返修技师只登记人工费用',
  'cost-kind': '选费用类别、项目、口径和承担方',
  'cost-amount': '金额写大于 0 的数，最多两位小数',
  'cost-currency': '币种写三个大写字母，例如 CNY',
  'cost-period': '选归属月份',
  'cost-voucher': '实际费用要写凭证号',
}
const REFUSAL_EN: Words<CostRefusal> = {
  'nobody-named': 'Give your name in the settings first',
  role: 'Costs are entered by station heads, stores (parts), repair (labour) and cost control; change the role in the loop panel',
  'only-parts': 'A store enters spare parts only',
  'only-hours': 'Repair enters labour only',
  'cost-kind': 'Choose bucket, item, basis and who pays',
  'cost-amount': 'The amount is above 0, with two decimals at most',
  'cost-currency': 'The currency is three capitals, such as CNY',
  'cost-period': 'Choose the month it belongs to',
  'cost-voucher': 'An actual cost needs its voucher',
}

/** Costs of a failure. */
const costsZh = {
  costsTitle: '费用',
  costsAdd: '登记费用',
  costsNone: '还没有登记费用。没有费用的，在关闭时选“无费用”。',
  costsWhy: '实际与计提分开合计，币种不相加。登记后不改不删：写错了就冲销，两条都留着。',
  costsAmount: '金额',
  costsMonth: '归属月份',
  costsBy: '登记人',
  costsReverse: '冲销',
  costsReverseWhy: '为什么冲销（写进历史）',
  costsReverseNeeded: '写明为什么冲销',
  costsReverseWho: '由成本（FIN）或登记人自己冲销',
  costsReversed: '已冲销',
  costsReversal: '冲销',
  costsReverseDone: '已冲销，两条都留着',
  costsTotal: (basis: string, amount: string) => `${basis}合计 ${amount}`,
  costsNoneRefused: '已经登记了费用，不能选“无费用”；先冲销',
  costRefusal: (refusal: CostRefusal) => REFUSAL_ZH[refusal],
}

const costsEn: Translation<typeof costsZh> = {
  costsTitle: 'Costs',
  costsAdd: 'Enter a cost',
  costsNone: 'No costs entered. Where there are none, say so when closing.',
  costsWhy:
    'Actual and accrued are summed apart, currencies are never added. An entry is not changed ' +
    'or deleted: a wrong one is reversed, and both stay.',
  costsAmount: 'Amount',
  costsMonth: 'Month',
  costsBy: 'Entered by',
  costsReverse: 'Reverse',
  costsReverseWhy: 'Why it is reversed (kept in the history)',
  costsReverseNeeded: 'Say why it is reversed',
  costsReverseWho: 'Reversed by cost control (FIN) or by who entered it',
  costsReversed: 'reversed',
  costsReversal: 'reversal',
  costsReverseDone: 'Reversed; both entries stay',
  costsTotal: (basis, amount) => `${basis}: ${amount}`,
  costsNoneRefused: 'Costs are entered, so “none” cannot be chosen; reverse them first',
  costRefusal: (refusal) => REFUSAL_EN[refusal],
}

export type CostWords = Translation<typeof costsZh>
export const wordsOfCosts = (language: Language): CostWords => inLanguage(language, { zh: costsZh, en: costsEn })
