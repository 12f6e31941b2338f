/** The texts behind the “?” of planning: what must happen, and what will. */
import type { Help } from './help'

export const PLAN_HELP_TOPICS = ['demonstration', 'lifeDemonstration'] as const
type PlanHelpTopic = (typeof PLAN_HELP_TOPICS)[number]

export const PLAN_HELP: Readonly<Record<PlanHelpTopic, Readonly<Record<'zh' | 'en', Help>>>> = {
  demonstration: {
    zh: {
      meaning:
        '要以所选置信度证明 MTBF 不低于目标，需要跑多远、最多出几次故障。每一行是一个方案：开始之前选定一行，跑满那段里程时故障不超过 c 次就算证明。' +
        '曲线是抽样特性（OC 曲线）：真实 MTBF 是目标的 k 倍时，通过的机会有多大。允许的故障越多，要跑得越远，也越能放过好的、拦住差的。',
      formula:
        'T = m·χ²(C; 2c + 2) ÷ 2；通过的机会 = P(N ≤ c)，N 服从均值为 T ÷ (k·m) 的泊松分布，k = 1 时等于 1 − C。' +
        '记录也算时：还要跑 m·χ²(C; 2(n + c) + 2) ÷ 2 − T₀。已证明的置信度 = P(χ²(2n + 2) ≤ 2T₀ ÷ m)。',
      assumptions:
        '故障率不变，故障彼此独立；方案在开始前选定；里程按部件公里计，每月里程照填写的，不填则取记录中最近 12 个整月的平均。',
      whenNot:
        '故障率有趋势、故障成簇或列车不一样时，这些机会不成立。边跑边挑最先达到的那一行，勉强达标的件通过的机会就比 1 − C 大（表下给出）。' +
        '“记录也算”的方案是看过数据之后定的：表中的机会只对今后那一段成立，不是整个验证的风险。',
    },
    en: {
      meaning:
        'How far to run, with how many failures at most, to show at the chosen confidence that the MTBF is not below the ' +
        'target. Each line is a plan: choose one before it begins; the target is demonstrated if no more than c failures ' +
        'have happened when that distance has been run. The curve is the operating characteristic: the chance to pass if ' +
        'the true MTBF is k times the target. The more failures are allowed, the longer it takes and the better it tells ' +
        'good from bad.',
      formula:
        'T = m·χ²(C; 2c + 2) ÷ 2; chance to pass = P(N ≤ c) with N Poisson of mean T ÷ (k·m), which is 1 − C at k = 1. ' +
        'Counting the records too: m·χ²(C; 2(n + c) + 2) ÷ 2 − T₀ still to run. Confidence shown already = P(χ²(2n + 2) ≤ 2T₀ ÷ m).',
      assumptions:
        'The rate is constant and failures are independent; the plan is chosen beforehand; distance is part-kilometres, and ' +
        'a month runs what is entered or else the mean of the last 12 whole months on record.',
      whenNot:
        'With a trend, with failures in clusters or with unlike trains these chances do not hold. Taking whichever line is ' +
        'reached first lets a part that only just meets the target pass more often than 1 − C (stated below the table). A ' +
        'plan that counts the records was made after looking at them: its chances are those of what is still to run, not ' +
        'the risk of the whole demonstration.',
    },
  },
  lifeDemonstration: {
    zh: {
      meaning:
        '要以所选置信度证明 Bp 寿命不低于要求，N 件各要跑多远、最多坏几件。形状 β 当作已知：越大，跑得比要求的寿命更远就越顶用，少量的件也能证明。',
      formula:
        'η = L ÷ (−ln(1 − p))^(1/β)；允许坏的份额 F 满足 P(X ≤ c | N, F) = 1 − C，每件跑 t = η·(−ln(1 − F))^(1/β)。' +
        'c = 0 时即威布尔-贝叶斯法：N·(t/η)^β = −ln(1 − C)。真实寿命为 k 倍时的机会按 F = 1 − exp(−(t/(kη))^β) 的二项分布。',
      assumptions:
        '各件寿命独立，服从形状为 β 的威布尔分布；每件跑满 t，坏了不补也不再计；年龄按列车公里计；β 来自记录或同类件。',
      whenNot:
        'β 填得偏大，要跑的里程就算得偏少：拿不准时用它的下界。t 小于要求的寿命时，结论靠 β 外推。修后续用的件不是一条寿命，请用上面按故障率的方案。',
    },
    en: {
      meaning:
        'How far each of N items must run, with how many failing at most, to show at the chosen confidence that a Bp life is ' +
        'not below what is asked. The shape β is taken as known: the larger it is, the more running beyond that life ' +
        'counts, and few items suffice.',
      formula:
        'η = L ÷ (−ln(1 − p))^(1/β); the share F that may fail solves P(X ≤ c | N, F) = 1 − C, and each item runs t = ' +
        'η·(−ln(1 − F))^(1/β). With c = 0 this is Weibayes: N·(t/η)^β = −ln(1 − C). The chance at k times the life is ' +
        'binomial with F = 1 − exp(−(t/(kη))^β).',
      assumptions:
        'Lives are independent and Weibull of shape β; each item runs to t, and one that failed is neither replaced nor ' +
        'counted again; age is train distance; β comes from the records or from like parts.',
      whenNot:
        'With β assumed too large the distance comes out too short: where in doubt use its lower bound. Where t is shorter ' +
        'than the life asked for, the conclusion rests on β. An item repaired and used on is not one life: plan by rate, above.',
    },
  },
}
