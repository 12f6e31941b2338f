import type { Met } from '../metrics/metTarget'
import type { TargetRefusal } from '../domain/contractTarget'
import type { TargetVerdict } from '../metrics/reports/contractLines'
import { targetWordsEn, targetWordsZh } from './targetWords'
import type { Translation, Words } from './translation'

const REFUSAL_ZH: Words<TargetRefusal> = {
  'target-contract': '写合同号',
  'target-kind': '选 RAM 类别、计入哪些故障和指标',
  'target-value': '目标值写大于 0 的数',
  'target-confidence': '置信水平写 50 到 100 之间的数，不含 100',
  'target-definition': '写指标定义及版本：没有定义的目标无法核对',
  'target-agreed-by': '写客户方谁同意的',
  'target-agreed-on': '写同意的日期',
}
const REFUSAL_EN: Words<TargetRefusal> = {
  'target-contract': 'Write the contract number',
  'target-kind': 'Choose the category, the failures that count and the measure',
  'target-value': 'The target is a number above 0',
  'target-confidence': 'Confidence is a number from 50 up to, but not, 100',
  'target-definition': 'Write the definition and its version: a target without one cannot be checked',
  'target-agreed-by': 'Write who agreed for the customer',
  'target-agreed-on': 'Write the day it was agreed',
}
const NO_VERDICT_ZH: Words<Exclude<TargetVerdict, Met>> = {
  'no-distance': '没有里程，无法判断',
  'no-target': '没有约定目标',
}
const NO_VERDICT_EN: Words<Exclude<TargetVerdict, Met>> = {
  'no-distance': 'No distance, so no verdict',
  'no-target': 'No target agreed',
}
const COUNTED_ZH: Words<string> = {
  all: '全部故障',
  relevant: '关联故障',
  chargeable: '有责故障',
  service: '影响运营的故障',
}
const COUNTED_EN: Words<string> = {
  all: 'all failures',
  relevant: 'relevant failures',
  chargeable: 'chargeable failures',
  service: 'failures affecting service',
}
const CATEGORY_ZH: Words<string> = { significant: '重大', major: '主要', minor: '次要', all: '不分类别' }
const CATEGORY_EN: Words<string> = { significant: 'Significant', major: 'Major', minor: 'Minor', all: 'Any category' }
const MEASURE_ZH: Words<string> = {
  mdbfTrain: 'MDBF ≥（列车公里）',
  mdbfPart: 'MDBF ≥（部件公里）',
  fpmkTrain: '每百万列车公里 ≤',
  fpmkPart: '每百万部件公里 ≤',
}
const MEASURE_EN: Words<string> = {
  mdbfTrain: 'MDBF ≥ (train-km)',
  mdbfPart: 'MDBF ≥ (part-km)',
  fpmkTrain: 'per 10⁶ train-km ≤',
  fpmkPart: 'per 10⁶ part-km ≤',
}

/** Targets of contracts: where they are agreed, and how a report judges them. */
export const contractsZh = {
  targetsTitle: '合同指标',
  targetsWhy: '合同对列车或部件约定的指标。RAM 报告和年报按这里的定义逐条判断：只有单侧界限也达到，才算达标。',
  targetsNone: '还没有约定任何指标，报告里写“没有约定目标”。',
  targetsAdd: '加一条指标',
  targetsEdit: '修改',
  targetsEnd: '终止',
  targetsEndWhy: '为什么终止（写进历史）',
  targetsEndNeeded: '写明为什么终止',
  targetsEnded: '已终止，仍在历史里',
  targetsRole: (roles: string) => `合同指标由${roles}维护；在上面的“角色与权限”里换角色`,
  targetsHistory: '修改历史',
  targetsNoHistory: '还没有改过。',
  targetsOf: '对象',
  targetsEverything: '全部产品',
  targetRefusal: (refusal: TargetRefusal) => REFUSAL_ZH[refusal],
  targetVerdict: (verdict: TargetVerdict, confidence: string) =>
    verdict === 'no-distance' || verdict === 'no-target'
      ? NO_VERDICT_ZH[verdict]
      : targetWordsZh.targetJudged(verdict, confidence),
  targetCategory: (category: string) => CATEGORY_ZH[category] ?? category,
  targetCounted: (population: string) => COUNTED_ZH[population] ?? population,
  targetMeasure: (measure: string) => MEASURE_ZH[measure] ?? measure,
  targetContract: '合同号',
  targetValue: '目标值',
  targetPoint: '点估计',
  targetBoundHead: '单侧界限',
  targetVerdictHead: '结论',
  targetDefinition: '定义及版本',
  targetExclusions: '约定不计入',
  targetAgreed: '客户方同意',
  targetNumerator: '分子',
  targetMeasureHead: '指标',
  targetConfidence: '置信水平',
  targetLeftOut: '未计入',
  targetAgreedOn: (by: string, on: string) => `${by}，${on}`,
  targetUnsorted: (n: string) => `另有 ${n} 条没有写影响，不在任何类别里`,
  targetCoverage: (share: string) => `里程覆盖 ${share}`,
  contractRule:
    '每条指标按合同自己的范围、类别和计数规则计算，与报告上面选的“计入”无关。点估计 = 里程 ÷ 故障数；界限为单侧卡方界限（定时截尾）。没有约定目标的类别照样列出。',
  contractBeyond: (n: string) => `另有 ${n} 条指标的范围超出本报告（节点、车型或段），不用一部分列车去判断。`,
}

export const contractsEn: Translation<typeof contractsZh> = {
  targetsTitle: 'Contract targets',
  targetsWhy:
    'What contracts demand of trains or parts. The RAM report and the yearly report judge ' +
    'each by its own definition: a target is met only when the one-sided bound meets it.',
  targetsNone: 'No target has been agreed; reports say “no target agreed”.',
  targetsAdd: 'Add a target',
  targetsEdit: 'Change',
  targetsEnd: 'End',
  targetsEndWhy: 'Why it ends (kept in the history)',
  targetsEndNeeded: 'Say why it ends',
  targetsEnded: 'Ended; it stays in the history',
  targetsRole: (roles) => `Targets are kept by: ${roles}; change the role under “Roles and permissions” above`,
  targetsHistory: 'History of changes',
  targetsNoHistory: 'Never changed.',
  targetsOf: 'Holds for',
  targetsEverything: 'All products',
  targetRefusal: (refusal) => REFUSAL_EN[refusal],
  targetVerdict: (verdict, confidence) =>
    verdict === 'no-distance' || verdict === 'no-target'
      ? NO_VERDICT_EN[verdict]
      : targetWordsEn.targetJudged(verdict, confidence),
  targetCategory: (category) => CATEGORY_EN[category] ?? category,
  targetCounted: (population) => COUNTED_EN[population] ?? population,
  targetMeasure: (measure) => MEASURE_EN[measure] ?? measure,
  targetContract: 'Contract',
  targetValue: 'Target',
  targetPoint: 'Estimate',
  targetBoundHead: 'One-sided bound',
  targetVerdictHead: 'Verdict',
  targetDefinition: 'Definition, version',
  targetExclusions: 'Agreed exclusions',
  targetAgreed: 'Agreed for the customer',
  targetNumerator: 'Numerator',
  targetMeasureHead: 'Measure',
  targetConfidence: 'Confidence',
  targetLeftOut: 'Left out',
  targetAgreedOn: (by, on) => `${by}, ${on}`,
  targetUnsorted: (n) => `${n} more have no effect written and are in no category`,
  targetCoverage: (share) => `distance known for ${share}`,
  contractRule:
    'Each target is worked out with the contract’s own scope, category and counting rule, ' +
    'whatever this report counts. Estimate = distance ÷ failures; the bound is the one-sided ' +
    'chi-square bound (time-truncated). Categories without a target are listed too.',
  contractBeyond: (n) =>
    `Targets that reach beyond this report (node, type or depot) and are not judged on part of the fleet: ${n}.`,
}
