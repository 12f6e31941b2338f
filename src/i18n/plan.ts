/** Planning on the page of a part: what must happen to show a target, what will fail, what it costs. */
import type { PLAN_HELP_TOPICS } from '../reliability/planHelp'
import type { CountedFrom } from '../metrics/plan/planQuestion'
import type { Translation, Words } from './translation'

type PlanTopic = (typeof PLAN_HELP_TOPICS)[number]

export const PLAN_TOPIC_ZH: Words<PlanTopic> = {
  demonstration: '验证方案（MTBF）',
  lifeDemonstration: '验证方案（寿命）',
}
export const PLAN_TOPIC_EN: Words<PlanTopic> = {
  demonstration: 'Demonstration plan (MTBF)',
  lifeDemonstration: 'Demonstration plan (life)',
}

const COUNTED: Readonly<Record<CountedFrom, readonly [zh: string, en: string]>> = {
  now: ['从记录截止日重新计起', 'anew, from the end of the records'],
  records: ['已有记录也算', 'the records count too'],
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
  planCountWrong: (most: string) => `请填 0 到 ${most} 的整数`,
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
  lifePlanExtrapolated: '有的行要跑的里程短于要求的寿命：那里的结论靠 β 外推。',
}

export const planEn: Translation<typeof planZh> = {
  ...planHeadsEn,
  planTopic: (topic) => PLAN_TOPIC_EN[topic],
  planNumberWrong: 'Enter a number above 0',
  planCountWrong: (most) => `Enter a whole number from 0 to ${most}`,
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
  lifePlanExtrapolated: 'Some lines run less than the life asked for: there the conclusion rests on β.',
}
