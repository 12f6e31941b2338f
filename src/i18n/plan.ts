/** Planning on the page of a part: what must happen to show a target, what will fail, what it costs. */
import type { PLAN_HELP_TOPICS } from '../reliability/planHelp'
import type { RepairBasis } from '../metrics/repairHours'
import type { CountedFrom } from '../metrics/plan/planQuestion'
import type { Translation, Words } from './translation'

type PlanTopic = (typeof PLAN_HELP_TOPICS)[number]

export const PLAN_TOPIC_ZH: Words<PlanTopic> = {
  demonstration: '验证方案（MTBF）',
  lifeDemonstration: '验证方案（寿命）',
  prediction: '今后的故障数与备件',
  returns: '在用件的失效预测',
  maintainability: '维修时间与可用度',
  replacement: '更换年龄与费用',
  prior: '设计值作先验（贝叶斯）',
  changepoint: '故障率的变点',
}
export const PLAN_TOPIC_EN: Words<PlanTopic> = {
  demonstration: 'Demonstration plan (MTBF)',
  lifeDemonstration: 'Demonstration plan (life)',
  prediction: 'Failures to come and spares',
  returns: 'Forecast of returns of parts in use',
  maintainability: 'Repair times and availability',
  replacement: 'Replacement age and cost',
  prior: 'Design value as a prior (Bayes)',
  changepoint: 'Change of the rate',
}

const COUNTED: Readonly<Record<CountedFrom, readonly [zh: string, en: string]>> = {
  now: ['从记录截止日重新计起', 'anew, from the end of the records'],
  records: ['已有记录也算', 'the records count too'],
}

const BASIS: Readonly<Record<RepairBasis, readonly [zh: string, en: string]>> = {
  clock: ['现场处理的开始到完成', 'start to finish on site'],
  labour: ['工时（诊断 + 修复 + 调试）', 'hours of work (diagnosis + repair + commissioning)'],
  down: ['故障发生到处理完成', 'from the failure to the end of its handling'],
}
const MEAN: Readonly<Record<RepairBasis, readonly [zh: string, en: string]>> = {
  clock: ['平均修复时间 MTTR（h）', 'Mean time to repair, MTTR (h)'],
  labour: ['平均维修工时（h）', 'Mean hours of work (h)'],
  down: ['平均停机时间 MDT（h）', 'Mean down time, MDT (h)'],
}
const BASIS_WHY: Readonly<Record<RepairBasis, readonly [zh: string, en: string]>> = {
  clock: [
    '按现场处理的开始、完成时间；一次故障处理几次的相加。不含赶路、等待和返厂修理。',
    'By start and finish of the handlings, those of one failure added up; without travel, waiting and the workshop.',
  ],
  labour: [
    '按填写的工时；几个人一起做时工时多于钟点，由它算出的可用度偏低。',
    'By the hours of work written down; where several hands worked they exceed the clock, and availability comes out low.',
  ],
  down: [
    '从故障发生到最后一次处理完成，含赶路、等待、夜间停放。',
    'From the failure to the end of its last handling, with travel, waiting and nights.',
  ],
}

/** Heads of the plans, in workbooks too. */
export const planHeadsZh = {
  tabPlan: '规划',
  planAllowed: '故障至多 c',
  planExposure: (unit: string) => `要跑（${unit}）`,
  planMonths: '约几个月',
  planMonth: '到',
  planChance: (ratio: string) => `${ratio} 倍时通过`,
  planPartKm: '部件公里',
  planTrainKmEach: '列车公里/件',
}
export const planHeadsEn: Translation<typeof planHeadsZh> = {
  tabPlan: 'Plan',
  planAllowed: 'Failures, at most c',
  planExposure: (unit) => `To run (${unit})`,
  planMonths: 'About months',
  planMonth: 'By',
  planChance: (ratio) => `Passes at ${ratio}×`,
  planPartKm: 'part-km',
  planTrainKmEach: 'train-km each',
}

export const planZh = {
  ...planHeadsZh,
  planTopic: (topic: PlanTopic) => PLAN_TOPIC_ZH[topic],
  planNumberWrong: '请填大于 0 的数',
  planWholeWrong: (least: string, most: string) => `请填 ${least} 到 ${most} 的整数`,
  planPercentWrong: '请填 0 到 100 之间的数',
  planTarget: '目标 MTBF（千部件公里）',
  planConfidence: '置信度',
  planMostAllowed: '允许的故障列到',
  planCountedFrom: '从何时计起',
  planCounted: (from: CountedFrom) => COUNTED[from][0],
  planPace: '车队每月里程（千列车公里）',
  planPaceUsual: (km: string, months: string) => `不填则取记录中最近 ${months} 个整月的平均 ${km}`,
  planPaceNone: '没有已知的里程：算得出要跑多远，说不出到哪个月。导入里程，或填写每月里程。',
  planNoTarget: '这个部件没有设计目标。填一个目标 MTBF，就能看到要跑多远才能证明它。',
  demonstrationSubtitle: (target: string, confidence: string, from: string) =>
    `目标 MTBF ≥ ${target} 部件公里，单侧置信度 ${confidence}；${from}`,
  demonstrationOwnTarget: '目标取自部件的设计值',
  demonstrationShown: (failures: string, exposure: string, confidence: string, mtbf: string, asked: string) =>
    `至今 ${exposure} 部件公里出了 ${failures} 次故障：目标已证明到 ${confidence} 的置信度；在 ${asked} 的置信度下，证明到的是 MTBF ≥ ${mtbf} 部件公里。`,
  demonstrationNothingShown: '还没有已知的里程，什么也没有证明。',
  planMillionKm: '10⁶ 部件公里',
  planShownAlready: '已经证明',
  planBeyond: '一百年以后',
  planAnyOfThem: (chance: string, promised: string) =>
    `先选定一行再开始。若边跑边看、哪一行先到就算哪一行，只刚好达标的件通过的机会是 ${chance}，而不是 ${promised}。`,
  planRecordsWarn: '已有记录也算的方案是看过数据后定的：表中的机会只对今后要跑的那一段成立，不是整个验证的风险。',
  planScattered: (ratio: string, p: string) =>
    `各列车故障数的散布超出偶然（方差 ÷ 均值 ${ratio}，p ${p}）：故障成簇或列车不一样，实际的风险比表中的大。`,
  planTrend: (p: string) => `故障率随里程有趋势（拉普拉斯检验，p ${p}）：按不变的故障率作的规划不可靠。`,
  demonstrationPlans: '验证方案',
  operatingAxis: '真实 MTBF ÷ 目标',
  operatingLifeAxis: '真实寿命 ÷ 要求的寿命',
  operatingChance: '通过的机会（%）',
  operatingTitle: '抽样特性（OC 曲线）',
  operatingLine: (allowed: string) => `至多 ${allowed} 次故障`,
  operatingConsumer: (share: string) => `只刚好达标的件通过的机会 ${share}`,
  lifePlanItems: '件数 N',
  lifePlanShare: 'p（%）',
  lifePlanLife: (share: string) => `要求的 B${share} 寿命（千列车公里）`,
  lifePlanShape: '形状 β（当作已知）',
  lifePlanSubtitle: (items: string, share: string, life: string, shape: string, confidence: string) =>
    `${items} 件，B${share} 寿命 ≥ ${life} 列车公里，β = ${shape}，单侧置信度 ${confidence}`,
  lifePlanFittedLife: '要求的寿命没有填，先取记录拟合出的值',
  lifePlanFittedShape: 'β 取自记录的拟合；偏大会使里程算少，拿不准时填它的下界',
  lifePlanUsualShape: 'β 没有填，记录也拟合不出，先取 1（与年龄无关）',
  lifePlanNone: '填一个要求的寿命，就能看到多少件要跑多远；记录中还拟合不出寿命。',
  lifePlanFailed: '坏件至多 c',
  lifePlanEach: '每件要跑（千列车公里）',
  planAhead: '今后几个月',
  planFill: '备件够用的把握',
  planLower: '下限',
  planUpper: '上限',
  predictionSubtitle: (months: string, km: string, confidence: string) =>
    `今后 ${months} 个月，${km} × 10⁶ 部件公里；双侧 ${confidence}`,
  predictionFrom: (n: string, km: string) => `依据：${km} × 10⁶ 部件公里出了 ${n} 次故障`,
  predictionVerdict: (lower: string, upper: string, confidence: string) =>
    `故障率不变的话，这段时间会出 ${lower} 到 ${upper} 次故障（${confidence} 预测区间）`,
  predictionFigures: '今后故障的数',
  predictionSeen: (confidence: string) => `会看到的故障次数：${confidence} 预测区间`,
  predictionExpectation: (confidence: string) => `期望值（按至今的故障率）：${confidence} 置信区间，不是次数的区间`,
  predictionGrowth: '期望值（按增长曲线现在的故障率）：90% 置信区间，不是次数的区间',
  predictionSpares: (fill: string, reached: string) => `备件：以 ${fill} 的把握够用（实际 ${reached}）`,
  predictionNoGrowth: '增长曲线没有给出：故障太少、拟合检验没有通过，或没有里程。',
  forecastMonthsAxis: '今后（月）',
  forecastFailuresAxis: '故障累计（次）',
  forecastReturnsAxis: '失效累计（件）',
  forecastExpectedLegend: '期望',
  forecastBand: (confidence: string) => `${confidence} 预测区间（会看到的数）`,
  returnsSubtitle: (units: string, months: string, km: string, beta: string, eta: string) =>
    `在用 ${units} 件，今后 ${months} 个月各跑 ${km} 千列车公里；β = ${beta}，η = ${eta} 千列车公里`,
  returnsVerdict: (expected: string, lower: string, upper: string, confidence: string) =>
    `按各件现在的年龄，预计失效 ${expected} 件；会看到 ${lower} 到 ${upper} 件（${confidence} 预测区间）`,
  returnsExpectation: (lower: string, upper: string) => `期望值的区间 ${lower} – ${upper}`,
  returnsStock: (stock: string, fill: string) => `以 ${fill} 的把握够用的备件：${stock}`,
  returnsBands: '在用件的年龄',
  returnsAge: '年龄（千列车公里）',
  returnsUnits: '在用（件）',
  returnsExpected: '预计失效（件）',
  returnsShare: '每件失效的机会',
  returnsNoneInUse: '没有在用件的年龄：列车没有投运日期或里程。',
  returnsUnlike: (p: string) => `原装件与更换件寿命不同（似然比检验 p ${p}）：请分开预测，选“原装件”或“更换上去的件”。`,
  returnsLong:
    '预计失效的占在用件的四分之一以上：换上去的新件在这段时间里也会再坏，这里没有计入。请缩短月数，或看上面按故障率的预测。',
  repairBasis: '时间按',
  repairBasisChoice: (basis: RepairBasis, n: string) => `${BASIS[basis][0]}（${n} 次）`,
  repairBasisWhy: (basis: RepairBasis) => BASIS_WHY[basis][0],
  repairSubtitle: (n: string, counted: string, confidence: string) =>
    `计入的 ${counted} 次故障中 ${n} 次写明了时间；对数正态，双侧 ${confidence}`,
  repairMean: (basis: RepairBasis) => MEAN[basis][0],
  repairMedian: '中位时间（h）：一半的修复不超过',
  repairM95: 'M95（h）：95% 的修复不超过',
  availabilityInherent: (speed: string) => `固有可用度：一列车就本件而言（均速 ${speed} km/h 换算）`,
  availabilityOperational: '使用可用度：一列车就本件而言（按日历时间）',
  repairSilent: (n: string) => `${n} 次故障没有写明任何时间`,
  repairSilentName: '没有写明时间的故障',
  repairHoursAxis: '修复时间（h）',
  repairShareAxis: '已修复（%）',
  repairMark: (hours: string, share: string) => `${hours}: ${share} 的修复不超过`,
  repairPoints: '各次修复',
  repairLaw: '对数正态拟合',
  costPlanned: '计划更换一次的费用',
  costFailure: '故障后更换一次的费用（含停运等后果）',
  costNone: '填写两种费用（同一币种），就能看到到什么年龄更换最省。',
  costSubtitle: (beta: string, eta: string, confidence: string) =>
    `威布尔 β = ${beta}，η = ${eta} 千列车公里；到龄或坏了就换新件，先到为准；双侧 ${confidence}`,
  costPays: (age: string, saved: string) => `到 ${age} 千列车公里更换最省，比坏了再换省 ${saved}`,
  costMayNotPay: (age: string, beta: string) =>
    `按拟合的分布，到 ${age} 千列车公里更换最省；但 β 的下界是 ${beta}，不能排除提前更换根本不合算：区间没有上限`,
  costNoAgePays: (beta: string, upper: string) =>
    `β = ${beta}，不大于 1（上界 ${upper}）：旧件并不比新件容易坏，提前更换只会多花钱，坏了再换`,
  costFailureCheap: '故障后更换并不更贵：没有哪个年龄值得提前更换',
  costAgeAxis: '更换年龄（千列车公里）',
  costAxis: '费用（每千列车公里每件）',
  costLegend: '到龄更换的费用',
  costToFailure: '坏了再换的费用',
  costBestLegend: '最省的年龄及其区间',
  costBestAge: '最省的更换年龄（千列车公里）',
  costSaving: '费用 ÷ 坏了再换的费用',
  costAtBest: '最省时的费用（每千列车公里每件）',
  costAtFailure: '坏了再换的费用（每千列车公里每件）',
  costOverhaul: '大修间隔（千列车公里）：坏了只小修、修后一样旧时',
  priorKm: '先验 MTBF（千部件公里）',
  priorWeight: '它顶几次故障',
  priorNone: '填写先验的 MTBF 和它顶几次故障的经验（例如同类产品在多少里程里出过几次），就能看到它与记录合起来是什么。',
  priorSubtitle: (confidence: string) => `双侧 ${confidence}；先验与后验的 MTBF 为中位`,
  priorAssumed: '先验是假设，不是数据：它来自设计值或同类经验，结论随它而变。合同考核只用记录一行。',
  priorContradicted: '记录的区间与先验的区间没有交集：两者互相矛盾，不要合起来用，先查先验从何而来。',
  priorFailures: '故障（次）',
  priorExposure: '里程（10⁶ 部件公里）',
  priorMtbf: 'MTBF（千部件公里）',
  priorBefore: '先验（假设）',
  priorData: '记录',
  priorAfter: '后验（两者合起来）',
  priorBeforeShort: '先验',
  priorDataShort: '记录',
  priorAfterShort: '后验',
  lifePlanExtrapolated: '有的行要跑的里程短于要求的寿命：那里的结论靠 β 外推。',
}

export const planEn: Translation<typeof planZh> = {
  ...planHeadsEn,
  planTopic: (topic) => PLAN_TOPIC_EN[topic],
  planNumberWrong: 'Enter a number above 0',
  planWholeWrong: (least, most) => `Enter a whole number from ${least} to ${most}`,
  planPercentWrong: 'Enter a number between 0 and 100',
  planTarget: 'Target MTBF (10³ part-km)',
  planConfidence: 'Confidence',
  planMostAllowed: 'Allowed failures, listed up to',
  planCountedFrom: 'Counted',
  planCounted: (from) => COUNTED[from][1],
  planPace: 'Fleet distance a month (10³ train-km)',
  planPaceUsual: (km, months) => `left empty: ${km}, the mean of the last ${months} whole months on record`,
  planPaceNone:
    'No distance is known: how far to run can be told, in which month cannot. Import mileage, or enter a distance a month.',
  planNoTarget: 'This part has no design target. Enter a target MTBF to see how far it must run to show it.',
  demonstrationSubtitle: (target, confidence, from) =>
    `Target MTBF ≥ ${target} part-km, one-sided confidence ${confidence}; counted ${from}`,
  demonstrationOwnTarget: 'the target is that of the design',
  demonstrationShown: (failures, exposure, confidence, mtbf, asked) =>
    `So far ${failures} failures in ${exposure} part-km: the target is shown at ${confidence} confidence; at ${asked} ` +
    `an MTBF ≥ ${mtbf} part-km is shown.`,
  demonstrationNothingShown: 'No distance is known yet, so nothing is shown.',
  planMillionKm: '10⁶ part-km',
  planShownAlready: 'shown already',
  planBeyond: 'over a century away',
  planAnyOfThem: (chance, promised) =>
    `Choose one line before you begin. If whichever line comes first is taken, a part that only just meets the target ` +
    `passes with chance ${chance} instead of ${promised}.`,
  planRecordsWarn:
    'A plan that counts the records was made after looking at them: its chances are those of what is still to run, not ' +
    'the risk of the whole demonstration.',
  planScattered: (ratio, p) =>
    `Failures scatter over trains more than chance lets them (variance ÷ mean ${ratio}, p ${p}): they come in clusters ` +
    'or trains differ, and the true risks are larger than those of the table.',
  planTrend: (p) =>
    `The rate has a trend over distance (Laplace test, p ${p}): plans that take it as constant cannot be relied on.`,
  demonstrationPlans: 'Demonstration plans',
  operatingAxis: 'True MTBF ÷ target',
  operatingLifeAxis: 'True life ÷ life asked for',
  operatingChance: 'Chance to pass (%)',
  operatingTitle: 'Operating characteristic',
  operatingLine: (allowed) => `at most ${allowed} failures`,
  operatingConsumer: (share) => `chance of a part that only just meets the target: ${share}`,
  lifePlanItems: 'Items N',
  lifePlanShare: 'p (%)',
  lifePlanLife: (share) => `B${share} life asked for (10³ train-km)`,
  lifePlanShape: 'Shape β (taken as known)',
  lifePlanSubtitle: (items, share, life, shape, confidence) =>
    `${items} items, B${share} life ≥ ${life} train-km, β = ${shape}, one-sided confidence ${confidence}`,
  lifePlanFittedLife: 'no life was entered: that of the fitted law stands in',
  lifePlanFittedShape:
    'β is that of the fitted law; too large a β makes the distance too short, so enter its lower bound where in doubt',
  lifePlanUsualShape: 'β was not entered and nothing is fitted: 1 (no influence of age) stands in',
  lifePlanNone: 'Enter the life asked for to see how many items must run how far; no law of life is fitted yet.',
  lifePlanFailed: 'Items failed, at most c',
  lifePlanEach: 'Each runs (10³ train-km)',
  planAhead: 'Months ahead',
  planFill: 'Spares suffice with',
  planLower: 'Lower',
  planUpper: 'Upper',
  predictionSubtitle: (months, km, confidence) =>
    `${months} months ahead, ${km} × 10⁶ part-km; two-sided ${confidence}`,
  predictionFrom: (n, km) => `from ${n} failures in ${km} × 10⁶ part-km`,
  predictionVerdict: (lower, upper, confidence) =>
    `If the rate stays as it is, ${lower} to ${upper} failures will be seen (${confidence} prediction interval)`,
  predictionFigures: 'Figures of failures to come',
  predictionSeen: (confidence) => `Number that will be seen: ${confidence} prediction interval`,
  predictionExpectation: (confidence) =>
    `Expectation at the rate so far: ${confidence} confidence interval, not of the number`,
  predictionGrowth: 'Expectation at the rate the growth curve ends with: 90% confidence interval, not of the number',
  predictionSpares: (fill, reached) => `Spares that suffice with ${fill} (in fact ${reached})`,
  predictionNoGrowth: 'The growth curve gives none: too few failures, its fit is refused, or no distance is known.',
  forecastMonthsAxis: 'Months ahead',
  forecastFailuresAxis: 'Failures, cumulative',
  forecastReturnsAxis: 'Parts failed, cumulative',
  forecastExpectedLegend: 'Expected',
  forecastBand: (confidence) => `${confidence} prediction interval (number that will be seen)`,
  returnsSubtitle: (units, months, km, beta, eta) =>
    `${units} parts in use, each to run ${km} × 10³ train-km in ${months} months; β = ${beta}, η = ${eta} × 10³ train-km`,
  returnsVerdict: (expected, lower, upper, confidence) =>
    `From the age each part has, ${expected} are expected to fail; ${lower} to ${upper} will be seen (${confidence} ` +
    'prediction interval)',
  returnsExpectation: (lower, upper) => `Interval of the expectation ${lower} – ${upper}`,
  returnsStock: (stock, fill) => `spares that suffice with ${fill}: ${stock}`,
  returnsBands: 'Parts in use by age',
  returnsAge: 'Age (10³ train-km)',
  returnsUnits: 'In use',
  returnsExpected: 'Expected to fail',
  returnsShare: 'Chance of each',
  returnsNoneInUse: 'The ages of parts in use are unknown: the trains have no in-service date or no distance.',
  returnsUnlike: (p) =>
    `Original and later parts live differently (likelihood ratio test, p ${p}): forecast them apart, by choosing one of them.`,
  returnsLong:
    'More than a quarter of the parts in use are expected to fail: the new parts fitted in their place will fail too, ' +
    'which is not counted here. Look fewer months ahead, or use the forecast by rate, above.',
  repairBasis: 'Time taken as',
  repairBasisChoice: (basis, n) => `${BASIS[basis][1]} (${n})`,
  repairBasisWhy: (basis) => BASIS_WHY[basis][1],
  repairSubtitle: (n, counted, confidence) =>
    `${n} of ${counted} failures counted carry their time; lognormal, two-sided ${confidence}`,
  repairMean: (basis) => MEAN[basis][1],
  repairMedian: 'Median (h): half of the repairs take no longer',
  repairM95: 'M95 (h): 95% of the repairs take no longer',
  availabilityInherent: (speed) => `Inherent availability: a train, as far as this part goes (at ${speed} km/h)`,
  availabilityOperational: 'Operational availability: a train, as far as this part goes (by the calendar)',
  repairSilent: (n) => `${n} failures carry none of these times`,
  repairSilentName: 'Failures without any of these times',
  repairHoursAxis: 'Repair time (h)',
  repairShareAxis: 'Repaired (%)',
  repairMark: (hours, share) => `${hours}: ${share} of the repairs take no longer`,
  repairPoints: 'Repairs',
  repairLaw: 'Lognormal fit',
  costPlanned: 'Cost of a planned replacement',
  costFailure: 'Cost after a failure (with its consequences)',
  costNone: 'Enter both costs, in one currency, to see at which age replacing costs least.',
  costSubtitle: (beta, eta, confidence) =>
    `Weibull β = ${beta}, η = ${eta} × 10³ train-km; replaced by a new part at that age or on failure, whichever is first; ` +
    `two-sided ${confidence}`,
  costPays: (age, saved) => `Cheapest at ${age} × 10³ train-km: ${saved} less than replacing on failure`,
  costMayNotPay: (age, beta) =>
    `On the fitted law cheapest at ${age} × 10³ train-km; but the lower bound of β is ${beta}, so that replacing early ` +
    'never pays is not excluded: the interval has no upper end',
  costNoAgePays: (beta, upper) =>
    `β = ${beta} is not above 1 (upper bound ${upper}): an old part fails no more readily than a new one, so replacing early ` +
    'only costs more. Replace on failure',
  costFailureCheap: 'Replacing after a failure costs no more: no age is worth replacing at',
  costAgeAxis: 'Age at replacement (10³ train-km)',
  costAxis: 'Cost (per 10³ train-km and part)',
  costLegend: 'Cost of replacing at that age',
  costToFailure: 'Cost of replacing on failure',
  costBestLegend: 'Cheapest age and its interval',
  costBestAge: 'Cheapest age (10³ train-km)',
  costSaving: 'Cost ÷ cost of replacing on failure',
  costAtBest: 'Cost at that age (per 10³ train-km and part)',
  costAtFailure: 'Cost of replacing on failure (per 10³ train-km and part)',
  costOverhaul: 'Overhaul interval (10³ train-km), where failures are repaired just enough',
  priorKm: 'Prior MTBF (10³ part-km)',
  priorWeight: 'Worth how many failures',
  priorNone:
    'Enter a prior MTBF and how many failures of experience it is worth (of like products, say, over so much distance) to ' +
    'see what it makes together with the records.',
  priorSubtitle: (confidence) => `Two-sided ${confidence}; prior and posterior MTBF are medians`,
  priorAssumed:
    'The prior is an assumption, not data: it comes from the design or from like parts, and the result moves with it. ' +
    'Contracts are judged by the line of the records alone.',
  priorContradicted:
    'The intervals of records and prior do not meet: they contradict each other. Do not use them together; ask first ' +
    'where the prior comes from.',
  priorFailures: 'Failures',
  priorExposure: 'Distance (10⁶ part-km)',
  priorMtbf: 'MTBF (10³ part-km)',
  priorBefore: 'Prior (assumed)',
  priorData: 'Records',
  priorAfter: 'Posterior (both together)',
  priorBeforeShort: 'Prior',
  priorDataShort: 'Records',
  priorAfterShort: 'Both',
  lifePlanExtrapolated: 'Some lines run less than the life asked for: there the conclusion rests on β.',
}
