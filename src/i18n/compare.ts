/** Groups of a node compared: controls, charts and what they say. */
import type { Cause } from '../metrics/compare/causesQuestion'
import type { ComparedBy } from '../metrics/compare/compareQuestion'
import type { Translation } from './translation'

const BY: Readonly<Record<ComparedBy, readonly [zh: string, en: string]>> = {
  vehicleType: ['车型', 'Vehicle type'],
  depotId: ['配属段/车辆段', 'Home depot'],
  operatorId: ['运用单位', 'Operator'],
  lineId: ['线路', 'Line'],
  projectNo: ['项目', 'Project'],
  trainAge: ['列车年限', 'Age of the train'],
  season: ['季节', 'Season'],
  date: ['某日前后', 'Before and after a day'],
  periods: ['两个时期', 'Two periods'],
  origin: ['原装件与更换件', 'Original and later parts'],
  partAge: ['部件年龄', 'Age of the part'],
  batch: ['部件批次', 'Batch of the part'],
  supplierId: ['供应商（下级件）', 'Supplier (parts below)'],
  revision: ['BOM 版次（下级件）', 'BOM revision (parts below)'],
}
const KIND: Readonly<Record<'trains' | 'days' | 'parts' | 'nodes', readonly [zh: string, en: string]>> = {
  trains: ['按列车', 'By train'],
  days: ['按时间', 'By time'],
  parts: ['按件', 'By part'],
  nodes: ['按 BOM', 'By BOM'],
}
const WORD: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  spring: ['春（3–5 月）', 'Spring (Mar–May)'],
  summer: ['夏（6–8 月）', 'Summer (Jun–Aug)'],
  autumn: ['秋（9–11 月）', 'Autumn (Sep–Nov)'],
  winter: ['冬（12–2 月）', 'Winter (Dec–Feb)'],
  before: ['之前', 'Before'],
  after: ['之后', 'After'],
  first: ['时期一', 'Period 1'],
  second: ['时期二', 'Period 2'],
  original: ['原装件', 'Original parts'],
  replacement: ['更换上去的件', 'Parts fitted later'],
}

const CAUSE: Readonly<Record<Cause, readonly [zh: string, en: string]>> = {
  depotId: BY.depotId,
  vehicleType: BY.vehicleType,
  operatorId: BY.operatorId,
  lineId: BY.lineId,
  projectNo: BY.projectNo,
  season: BY.season,
  origin: BY.origin,
  batch: BY.batch,
  kmPerDay: ['日均里程', 'Distance a day'],
}

/** `0-250000` in thousands of kilometres, `2-5` in years. */
function ageClass(word: string, language: 0 | 1, by: ComparedBy): string {
  const [from = '', to = ''] = word.split('-')
  const unit = by === 'partAge' ? [' 千公里', ' thousand km'] : [' 年', ' years']
  const told = (value: string): string => (by === 'partAge' ? String(Number(value) / 1000) : value)
  return to === ''
    ? language === 0
      ? `${told(from)}${unit[0]}以上`
      : `over ${told(from)}${unit[1]}`
    : `${told(from)}–${told(to)}${unit[language]}`
}

const groupWord = (by: ComparedBy, word: string, label: string, language: 0 | 1): string =>
  by === 'trainAge' || by === 'partAge'
    ? ageClass(word, language, by)
    : by === 'season' || by === 'date' || by === 'periods' || by === 'origin'
      ? (WORD[word]?.[language] ?? label)
      : label

export const compareZh = {
  tabCompare: '比较',
  compareBy: '分组',
  comparedBy: (by: ComparedBy) => BY[by][0],
  compareKind: (kind: keyof typeof KIND) => KIND[kind][0],
  compareNotRecorded: (name: string) => `${name}（没有记录）`,
  compareOneWord: (name: string) => `${name}（只有一组）`,
  compareReference: '参照',
  compareOthers: '其余各组合计',
  compareDate: '从这一天起算之后',
  comparePeriod: (n: string) => `时期 ${n}`,
  compareGroupName: (by: ComparedBy, word: string, label: string) => groupWord(by, word, label, 0),
  compareNone: (by: string) => `按“${by}”比不了`,
  compareNoneWhere: (by: ComparedBy) => WHERE[by][0],
  chartCauses: '几个原因一起看',
  causesChoose: '原因',
  causeName: (cause: Cause) => CAUSE[cause][0],
  causeRest: '其余各组',
  causeLevelName: (cause: Cause, word: string, label: string) =>
    cause === 'kmPerDay' ? '每天多走 100 km' : groupWord(cause, word, label, 0),
  causesSubtitle: (parts: string, failed: string, coefficients: string, each: string) =>
    `${parts} 件，失效 ${failed} 件，${coefficients} 个系数（每个系数 ${each} 次失效）；考克斯模型与威布尔回归，90% 区间`,
  causesNone: '请至少选一个原因。',
  causesFew: (each: string) => `每个系数只有 ${each} 次失效（不足 10 次）：结果不稳，比值可能偏大。`,
  causesVeryFew: (each: string) => `每个系数只有 ${each} 次失效（不足 5 次）：只作指示，不要据此行动。`,
  causesNotProportional: (chiSquare: string, p: string) =>
    `比例性检验不通过（χ² = ${chiSquare}，p ${p}）：比值随年龄变，一个数说不清，请分年龄段看。`,
  causesProportional: (p: string) => `比例性检验没有否定各比值不随年龄变（p ${p}）`,
  causesOverall: (chiSquare: string, degrees: string, p: string) =>
    `全部原因合在一起：似然比 χ² = ${chiSquare}（自由度 ${degrees}），p ${p}`,
  causesLevel: '原因与水平',
  causesParts: '件',
  causesHazard: '失效率之比（考克斯，90% 区间）',
  causesP: 'p',
  causesHazardWeibull: '失效率之比（威布尔，90% 区间）',
  causesLife: '寿命之比（威布尔，90% 区间）',
  causesProportionalP: '比例性 p',
  causesReference: '参照',
  causesNoFailure: '没有失效',
  causesAxis: '失效率之比（对数刻度）',
  causesLine: '比值 1，没有影响',
  causesDot: '比值和 90% 区间',
  causesSignal: '90% 区间不含 1',
  causesMark: (level: string, ratio: string) => `${level}：失效率 ${ratio} 倍`,
  causesUnrecorded: (names: string) => `记录分不出：${names}`,
  causesLeftOut: (n: string) => `有一项原因没有记录、未计入的 ${n} 条`,
  causesScattered: (ratio: string, p: string) =>
    `情况相同的列车之间，失效的散布超出偶然（方差 ÷ 均值 ${ratio}，p ${p}）：同一列车上的件互相牵连，区间和 p 已按列车用稳健方差算出。`,
  causesNoWeibull: '威布尔回归没有解，只给考克斯模型的比值。',
  chartGroupRates: '各组故障率',
  compareGroup: '组',
  compareTrains: '列车',
  compareRate: '故障率（90% 区间，条/10⁶ km）',
  compareMtbf: 'MTBF（90% 区间，10³ km）',
  compareShrunk: '收缩后的故障率',
  compareRatio: (reference: string) => `与${reference}之比（90% 区间）`,
  compareAdjusted: '校正后 p',
  compareIsReference: '参照',
  compareDifferent: '不同',
  compareSubtitle: (n: string, exposure: string, by: string, reference: string) =>
    `n = ${n}；${exposure} × 10⁶ km；按${by}；参照：${reference}`,
  compareVerdict: (different: string, groups: string) => `${groups} 组中 ${different} 组与参照不同（校正后 p ≤ 0.1）`,
  compareNoVerdict: (groups: string) => `${groups} 组之间看不出差别。这不证明没有差别：区间有多宽，差别就可能有多大`,
  compareScattered: (ratio: string, p: string) =>
    `同组列车之间故障数的散布超出偶然（方差 ÷ 均值 ${ratio}，p ${p}）：比值的区间和 p 已按此放宽，各组故障率自己的区间没有放宽。`,
  compareMany: (groups: string) => `同时比较 ${groups} 组，p 已校正（本杰明尼-霍赫贝格）`,
  compareRatioTip: (ratio: string) => `比值 ${ratio}`,
  compareNotTrains: '这种分组不是按列车分的，不能检验列车之间的散布。',
  compareWithoutDistance: (n: string) => `当天里程未知、不进故障率的 ${n} 条`,
  compareUnplaced: (n: string) => `说不清属于哪一组的 ${n} 条`,
  compareUnplacedKm: (km: string) => `说不清属于哪一组的暴露量：${km} × 10⁶ km`,
  compareRateLegend: '故障率和 90% 区间',
  compareDifferentLegend: '与参照不同（校正后 p ≤ 0.1）',
  compareMeanLegend: (rate: string) => `全体 ${rate}`,
  compareRateAxis: '条/10⁶ km',
  compareRateMark: (name: string, n: string, rate: string) => `${name}：${n} 条，${rate} 条/10⁶ km`,
  chartFunnel: '漏斗图',
  funnelAxis: '暴露量（10⁶ km）',
  funnelRateAxis: '故障率（条/10⁶ km）',
  funnelInner: '偶然范围 95%',
  funnelOuter: '偶然范围 99.8%',
  funnelInside: '在偶然范围之内',
  funnelOutside: '与其余不同（校正后 p ≤ 0.1）',
  funnelShrunk: '收缩后的故障率',
  funnelSubtitle: (groups: string, n: string) => `${groups} 组，n = ${n}；精确界限（条件二项）`,
  funnelMany: (n: string) => `此处 ${n} 组`,
  funnelScattered: (ratio: string) =>
    `同组列车之间散布超出偶然（方差 ÷ 均值 ${ratio}）：这里的界限按彼此独立的故障画，偏窄；菱形按放宽后的检验。`,
  chartGroupLives: '各组寿命',
  groupLivesAxis: '累计失效 F（%）',
  groupLivesSubtitle: (failed: string, suspended: string, word: string) =>
    `失效 ${failed} 件，仍在用或未失效换下 ${suspended} 件；年龄按${word}；卡普兰-迈耶估计，90% 逐点区间`,
  groupLivesTest: (chiSquare: string, degrees: string, p: string) =>
    `对数秩检验 χ² = ${chiSquare}（自由度 ${degrees}），p ${p}`,
  groupLivesDiffer: '各组寿命不同',
  groupLivesAlike: '看不出各组寿命有差别（这不证明没有差别）',
  groupLivesLaw: '威布尔拟合',
  groupLivesFew: (names: string) => `失效不足 5 件，拟合只作指示：${names}`,
  groupLivesLate: (n: string) => `${n} 件在记录开始时或进入本组时已在用，只计其后（左截断）。`,
  groupLivesDrawn: (n: string) => `只画失效最多的 ${n} 组，其余见表。`,
  groupLivesExpected: '按同一寿命应失效',
  groupLifeKm: '年龄（10³ 列车公里）',
  groupLifeDays: '年龄（天）',
  groupLivesFailed: '失效',
  groupLivesSuspended: '右截尾',
  groupMcfDifferencePointwise: '区间只对每个年龄单独成立；同时看几组时，偶尔离开 0 一小段不算差别。',
  groupLivesFaint: (n: string) => `在观察中的少于 ${n} 件的一段画淡，不要据此下结论。`,
  groupLivesNoGroups: '按部件年龄或按 BOM 分的组不比寿命：前者就是年龄本身，后者是不同的件。',
  groupLivesBeta: '形状 β（90% 区间）',
  groupLivesB10: (unit: string) => `B10（90% 区间，${unit}）`,
  groupLivesP: '对其余的 p（校正后）',
  groupLivesMark: (name: string, age: string, share: string) => `${name} ${age}：累计失效 ${share}`,
  chartGroupMcf: '各组平均累积故障（MCF）',
  chartGroupMcfDifference: '平均累积故障之差',
  groupMcfNone: '列车没有投运日期或已知里程，算不出年龄。',
  groupMcfDifferenceOf: '哪一组减参照',
  groupMcfDifferenceWords: (group: string, reference: string) =>
    `${group}减${reference}；只在两者都有列车被观察的年龄上比较；90% 逐点区间`,
  groupMcfNoHistory: '按季节或年限分的组，同一列车出了又进，没有自己的累积曲线；请看故障率和寿命。',
  chartGroupGrowth: '各组的增长（幂律 β）',
  groupGrowthSubtitle: '每组按自己累计的里程；β 小于 1 越来越少，大于 1 越来越频繁；90% 精确区间',
  groupGrowthBeta: 'β（90% 精确区间）',
  groupGrowthNow: '现在的瞬时 MTBF（10³ km）',
  groupGrowthP: '拉普拉斯 p',
  groupGrowthVerdict: '判断',
  groupGrowthImproving: '越来越少',
  groupGrowthWorse: '越来越频繁',
  groupGrowthNone: '看不出趋势',
  groupGrowthFew: '不足 5 条',
  groupGrowthLine: 'β = 1，没有趋势',
  groupGrowthSignal: 'β 的 90% 区间不含 1',
}

const WHERE: Readonly<Record<ComparedBy, readonly [zh: string, en: string]>> = {
  vehicleType: ['车型写在列车上。', 'The type is written on the train.'],
  depotId: ['配属段写在列车上。', 'The home depot is written on the train.'],
  operatorId: ['运用单位写在列车上。', 'The operator is written on the train.'],
  lineId: [
    '线路写在列车上；故障上写的线路没有里程可除。',
    'The line is written on the train; a line written on a failure has no distance of its own.',
  ],
  projectNo: ['项目号写在列车上。', 'The project is written on the train.'],
  trainAge: ['年限由列车的上线日期算起。', 'Ages count from the in-service date of the train.'],
  season: ['季节由故障的日期和每天的里程得出。', 'Seasons follow from the days of failures and distances.'],
  date: ['两边都要有里程。', 'Both sides need distance.'],
  periods: ['两个时期都要有里程。', 'Both periods need distance.'],
  origin: ['原装还是更换，由换件记录和序列号得出。', 'Original or later follows from replacements and serials.'],
  partAge: [
    '部件年龄由换件记录、序列号和列车里程得出。',
    'Ages of parts follow from replacements, serials and train distance.',
  ],
  batch: [
    '批次写在序列件上，或写在换下的件上；只有换下的件写了批次时，在用件有多少属于哪一批无从知道。',
    'The batch is written on items or on removed parts; with removed ' +
      'parts alone, how many of each batch are in use is unknown.',
  ],
  supplierId: [
    '供应商写在 BOM 节点上，每个节点一家；同一节点由几家供货时，记录里没有哪一件是哪一家的。',
    'The supplier is written on the BOM node, one each; where several supply one node, nothing says whose each part is.',
  ],
  revision: [
    '版次写在 BOM 节点上，每个节点一个；哪一列车装的是哪一版，记录里没有。改版的前后请用“某日前后”比较。',
    'The revision is written on the BOM node, one each; which train carries ' +
      'which is not on record. Compare before and after the day it changed.',
  ],
}

export const compareEn: Translation<typeof compareZh> = {
  tabCompare: 'Compare',
  compareBy: 'Group by',
  comparedBy: (by) => BY[by][1],
  compareKind: (kind) => KIND[kind][1],
  compareNotRecorded: (name) => `${name} (not recorded)`,
  compareOneWord: (name) => `${name} (one group only)`,
  compareReference: 'Reference',
  compareOthers: 'all others together',
  compareDate: '“After” begins on',
  comparePeriod: (n) => `Period ${n}`,
  compareGroupName: (by, word, label) => groupWord(by, word, label, 1),
  compareNone: (by) => `No comparison by “${by}”`,
  compareNoneWhere: (by) => WHERE[by][1],
  chartCauses: 'Several causes at once',
  causesChoose: 'Causes',
  causeName: (cause) => CAUSE[cause][1],
  causeRest: 'All other groups',
  causeLevelName: (cause, word, label) =>
    cause === 'kmPerDay' ? '100 km more a day' : groupWord(cause, word, label, 1),
  causesSubtitle: (parts, failed, coefficients, each) =>
    `${parts} parts, ${failed} failed, ${coefficients} coefficients (${each} failures each); ` +
    'Cox model and Weibull regression, 90% interval',
  causesNone: 'Choose at least one cause.',
  causesFew: (each) =>
    `Only ${each} failures per coefficient (fewer than 10): results are unsteady, ratios may be too large.`,
  causesVeryFew: (each) => `Only ${each} failures per coefficient (fewer than 5): indicative only, not to be acted on.`,
  causesNotProportional: (chiSquare, p) =>
    `Hazards are not proportional (χ² = ${chiSquare}, p ${p}): ratios change with age, and one number does not tell it.`,
  causesProportional: (p) => `ratios are not shown to change with age (p ${p})`,
  causesOverall: (chiSquare, degrees, p) =>
    `All causes together: likelihood ratio χ² = ${chiSquare} (${degrees} df), p ${p}`,
  causesLevel: 'Cause and level',
  causesParts: 'Parts',
  causesHazard: 'Ratio of failure rates (Cox, 90% interval)',
  causesP: 'p',
  causesHazardWeibull: 'Ratio of failure rates (Weibull, 90% interval)',
  causesLife: 'Ratio of lives (Weibull, 90% interval)',
  causesProportionalP: 'Proportionality p',
  causesReference: 'reference',
  causesNoFailure: 'no failure',
  causesAxis: 'Ratio of failure rates (log scale)',
  causesLine: 'Ratio 1, no effect',
  causesDot: 'Ratio and 90% interval',
  causesSignal: '90% interval excludes 1',
  causesMark: (level, ratio) => `${level}: ${ratio} times the failure rate`,
  causesUnrecorded: (names) => `Nothing on record tells apart: ${names}`,
  causesLeftOut: (n) => `${n} left out, one of the causes is not on record`,
  causesScattered: (ratio, p) =>
    `Trains alike in these causes scatter more than chance lets them (variance ÷ mean ${ratio}, p ${p}): parts of a train ` +
    'hang together, and intervals and p rest on the robust variance over trains.',
  causesNoWeibull: 'Weibull regression has no answer here; ratios are by Cox’s model only.',
  chartGroupRates: 'Rates of groups',
  compareGroup: 'Group',
  compareTrains: 'Trains',
  compareRate: 'Rate (90% interval, per 10⁶ km)',
  compareMtbf: 'MTBF (90% interval, 10³ km)',
  compareShrunk: 'Shrunken rate',
  compareRatio: (reference) => `Ratio to ${reference} (90% interval)`,
  compareAdjusted: 'Adjusted p',
  compareIsReference: 'reference',
  compareDifferent: 'different',
  compareSubtitle: (n, exposure, by, reference) =>
    `n = ${n}; ${exposure} × 10⁶ km; by ${by.toLowerCase()}; reference: ${reference}`,
  compareVerdict: (different, groups) =>
    `${different} of ${groups} groups differ${different === '1' ? 's' : ''} from the reference (adjusted p ≤ 0.1)`,
  compareNoVerdict: (groups) =>
    `No difference shown among ${groups} groups. That does not prove ` +
    `there is none: it may be as large as the intervals are wide`,
  compareScattered: (ratio, p) =>
    `Trains of the same group scatter more than chance lets them (variance ÷ mean ${ratio}, p ${p}): ` +
    `intervals and p of the ratios are widened by it, the intervals of the rates themselves are not.`,
  compareMany: (groups) => `${groups} compared at once, p adjusted (Benjamini–Hochberg)`,
  compareRatioTip: (ratio) => `Ratio ${ratio}`,
  compareNotTrains: 'These groups are not made of trains, so scatter over trains cannot be tested.',
  compareWithoutDistance: (n) => `${n} on days without known distance: not in a rate`,
  compareUnplaced: (n) => `${n} that nothing on record puts in a group`,
  compareUnplacedKm: (km) => `Exposure of no known group: ${km} × 10⁶ km`,
  compareRateLegend: 'Rate and 90% interval',
  compareDifferentLegend: 'Differs from the reference (adjusted p ≤ 0.1)',
  compareMeanLegend: (rate) => `all ${rate}`,
  compareRateAxis: 'per 10⁶ km',
  compareRateMark: (name, n, rate) => `${name}: ${n} failures, ${rate} per 10⁶ km`,
  chartFunnel: 'Funnel plot',
  funnelAxis: 'Exposure (10⁶ km)',
  funnelRateAxis: 'Rate (per 10⁶ km)',
  funnelInner: '95% limits of chance',
  funnelOuter: '99.8% limits of chance',
  funnelInside: 'Not shown to differ',
  funnelOutside: 'Differs from the others (adjusted p ≤ 0.1)',
  funnelShrunk: 'Shrunken rate',
  funnelSubtitle: (groups, n) => `${groups} groups, n = ${n}; exact limits (conditional binomial)`,
  funnelMany: (n) => `${n} groups here`,
  funnelScattered: (ratio) =>
    `Trains of the same group scatter beyond chance (variance ÷ mean ${ratio}): limits are ` +
    `drawn for independent failures and are too narrow; diamonds go by the widened test.`,
  chartGroupLives: 'Lives of groups',
  groupLivesAxis: 'Failed F (%)',
  groupLivesSubtitle: (failed, suspended, word) =>
    `${failed} failed, ${suspended} still in use or removed without ` +
    `failure; age in ${word}; Kaplan–Meier, 90% pointwise interval`,
  groupLivesTest: (chiSquare, degrees, p) => `Log-rank test χ² = ${chiSquare} (${degrees} df), p ${p}`,
  groupLivesDiffer: 'Lives of the groups differ',
  groupLivesAlike: 'No difference in lives is shown (which does not prove there is none)',
  groupLivesLaw: 'Weibull fit',
  groupLivesFew: (names) => `Fewer than 5 failures, fit indicative only: ${names}`,
  groupLivesLate: (n) =>
    `${n} parts were in use when records or their group began and count only from then on (left truncation).`,
  groupLivesDrawn: (n) => `Only the ${n} groups with most failures are drawn; all are in the table.`,
  groupLivesExpected: 'Expected if all lived alike',
  groupLifeKm: 'Age (10³ train-km)',
  groupLifeDays: 'Age (days)',
  groupLivesFailed: 'Failed',
  groupLivesSuspended: 'Suspensions',
  groupMcfDifferencePointwise:
    'Intervals hold age by age; with several groups looked at, a short stretch off 0 now and then is no difference.',
  groupLivesFaint: (n) => `Drawn faint where fewer than ${n} parts are under observation: draw no conclusion there.`,
  groupLivesNoGroups:
    'Groups by age of the part or by BOM have no lives to compare: the one is age itself, the other different parts.',
  groupLivesBeta: 'Shape β (90% interval)',
  groupLivesB10: (unit) => `B10 (90% interval, ${unit})`,
  groupLivesP: 'p against the others (adjusted)',
  groupLivesMark: (name, age, share) => `${name} ${age}: ${share} failed`,
  chartGroupMcf: 'Mean cumulative failures of groups (MCF)',
  chartGroupMcfDifference: 'Difference in mean cumulative failures',
  groupMcfNone: 'The trains have no in-service date or known distance, so ages are unknown.',
  groupMcfDifferenceOf: 'Group less reference',
  groupMcfDifferenceWords: (group, reference) =>
    `${group} less ${reference}; compared only at ages at which ` +
    `trains of both were under observation; 90% pointwise interval`,
  groupMcfNoHistory:
    'Trains come back to a season or move on to another age: such ' +
    'groups have no cumulative curve of their own. See rates and lives.',
  chartGroupGrowth: 'Growth of groups (power law β)',
  groupGrowthSubtitle:
    'each group over its own cumulative distance; β below 1 fewer and fewer, above 1 more and more; exact 90% interval',
  groupGrowthBeta: 'β (exact 90% interval)',
  groupGrowthNow: 'Instantaneous MTBF now (10³ km)',
  groupGrowthP: 'Laplace p',
  groupGrowthVerdict: 'Verdict',
  groupGrowthImproving: 'decreasing',
  groupGrowthWorse: 'increasing',
  groupGrowthNone: 'no trend shown',
  groupGrowthFew: 'fewer than 5',
  groupGrowthLine: 'β = 1, no trend',
  groupGrowthSignal: '90% interval of β excludes 1',
}
