/** The texts behind the “?” of planning: what must happen, and what will. */
import type { Help } from './help'

export const PLAN_HELP_TOPICS = [
  'demonstration',
  'lifeDemonstration',
  'prediction',
  'returns',
  'maintainability',
  'replacement',
  'prior',
  'changepoint',
] as const
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
  prediction: {
    zh: {
      meaning:
        '今后一段里程会出几次故障。预测区间说的是会看到的次数，既含故障本身的偶然，也含故障率只由至今这些故障得知的不确定；' +
        '期望值的区间只含后者，所以窄得多，不能拿来判断“今年出了这么多，正常吗”。备件数是以所选把握够用的最小数。',
      formula:
        '过去 n 次 / T，今后 y 次 / H：已知 n + y 时，落在今后的次数服从二项分布，比例 H ÷ (T + H)；' +
        '上限为使 P(X ≤ n | n + y) > (1 − C)/2 的最大 y，下限对称。期望值 = nH ÷ T，区间为泊松精确区间。' +
        '备件：故障率取 Gamma(n + ½, T)，次数服从负二项分布，取其 C 分位数。按增长曲线：H ÷ 现在的瞬时 MTBF。',
      assumptions: '今后的故障率与至今相同，故障彼此独立；坏一次用一件备件；月里程照填写的或最近 12 个整月的平均。',
      whenNot:
        '故障率有趋势时看增长一行和在用件的预测；故障成簇时实际的散布比区间大。次数是整数，区间的把握不低于所标的值，故障少时会高出不少。',
    },
    en: {
      meaning:
        'How many failures a distance to come will bring. The prediction interval is of the number that will be seen: it ' +
        'holds the chance of the failures themselves, and that the rate is known from those so far only. The interval of ' +
        'the expectation holds the second alone and is much narrower: it does not answer “is this year’s number normal?”. ' +
        'Spares are the smallest stock that suffices with the chance asked for.',
      formula:
        'n in T so far, y in H to come: given n + y, those to come are binomial with share H ÷ (T + H); the upper limit is ' +
        'the largest y with P(X ≤ n | n + y) > (1 − C)/2, the lower likewise. Expectation nH ÷ T with exact Poisson bounds. ' +
        'Spares: the rate is gamma (n + ½, T), the number negative binomial, its quantile. By growth: H ÷ the ' +
        'instantaneous MTBF of today.',
      assumptions:
        'The rate stays as it was and failures are independent; each failure takes one spare; a month runs what is entered, ' +
        'or the mean of the last 12 whole months.',
      whenNot:
        'With a trend look at the line by growth and at the forecast by age; with failures in clusters the scatter is ' +
        'larger than the interval. Counts are whole, so the interval holds at least its confidence, with few failures a ' +
        'good deal more.',
    },
  },
  returns: {
    zh: {
      meaning:
        '现在在用的件，每件各有自己的年龄，今后一段里程里会失效几件。磨损的件越老机会越大，所以与按平均故障率的预测不同：一批件快到寿命时，它先看得出来。',
      formula:
        '每件失效的机会 = 1 − R(t + m) ÷ R(t)，R 为拟合的威布尔分布，m 为每件要跑的里程；期望 = 各件之和。' +
        '期望的区间用 δ 法（对数尺度）；会看到的件数按泊松分布，再按期望的不确定（对数正态）加权平均，取分位数。',
      assumptions:
        '各件寿命独立，同一威布尔分布；每件跑一样远（车队里程 ÷ 列车数）；换上去的新件在这段时间里不再坏；年龄为列车公里。',
      whenNot:
        '失效不足 5 件时区间很宽。寿命无法辨认（多件而序列号、位置不全）时不给。原装件与更换件寿命不同时要分开。时间长到换上去的件也会再坏时，这里偏少。',
    },
    en: {
      meaning:
        'How many of the parts in use, each of its own age, will fail over a distance to come. With wear-out an older part ' +
        'is likelier to fail, so this differs from the forecast by rate: it sees a batch coming to the end of its life.',
      formula:
        'Chance of each = 1 − R(t + m) ÷ R(t) with the fitted Weibull law R and the distance m each is to run; the ' +
        'expectation is their sum. Its interval by the delta method on a log scale; the number that will be seen is Poisson, ' +
        'averaged over the (log-normal) scatter of the expectation, and its quantiles taken.',
      assumptions:
        'Lives are independent and of one Weibull law; each part runs alike (fleet distance ÷ trains); a new part fitted in ' +
        'its place does not fail in that time; age is train distance.',
      whenNot:
        'Below 5 failures the interval is very wide. Where lives are not identified (several on a train, neither serial nor ' +
        'position) there is none. Where original and later parts differ, forecast them apart. Over times in which the ' +
        'new parts fail too it is too low.',
    },
  },
  maintainability: {
    zh: {
      meaning:
        '修一次要多久：平均（MTTR）、中位，和 95% 的修复不超过的时间（M95）；合同里常写其中之一。修复时间右边有长尾，平均大于中位。' +
        '可用度是能用的时间所占的份额：固有可用度只算修复，使用可用度按日历时间，连赶路和等待一起算。',
      formula:
        'ln h 服从正态：中位 = exp(μ)，平均 = exp(μ + σ²/2)，M95 = exp(μ + 1.645σ)；μ、σ 为最大似然。' +
        '区间由 μ 和 σ 各自的精确区间合成（MOVER，Zou–Donner），中位用 t 分布。可用度 = 1 ÷ (1 + λ·平均时间)，λ 为每小时故障数；区间由 λ 的泊松精确区间与平均时间的区间在对数尺度上合成。',
      assumptions:
        '各次修复彼此独立，时间服从对数正态分布；写明时间的与没写的没有两样；固有可用度的运行小时由里程 ÷ 均速换算。',
      whenNot:
        '只记了容易的或只记了难的修复时，平均说明不了全部。工时是人时，不是钟点。为 0 或超过一年的时间不计。几次修复写成同一个数时算不出离散。',
    },
    en: {
      meaning:
        'How long a repair takes: mean (MTTR), median, and the time 95% keep to (M95); contracts name one of them. Repair ' +
        'times have a long tail, so the mean exceeds the median. Availability is the share of time the part is up: inherent ' +
        'counts the repair alone, operational goes by the calendar with travel and waiting.',
      formula:
        'ln h is normal: median = exp(μ), mean = exp(μ + σ²/2), M95 = exp(μ + 1.645σ), μ and σ by maximum likelihood. ' +
        'Bounds put the exact intervals of μ and σ together (MOVER, Zou and Donner), of the median by Student’s t. ' +
        'Availability = 1 ÷ (1 + λ·mean time) with λ failures per hour; its bounds put the exact Poisson interval of λ and ' +
        'that of the mean together on a log scale.',
      assumptions:
        'Repairs are independent and lognormal; those that carry their time are like those that do not; hours of running ' +
        'are distance ÷ mean speed.',
      whenNot:
        'Where only easy or only hard repairs were timed the mean does not stand for all. Hours of work are man-hours, not ' +
        'the clock. Times of 0 or beyond a year do not count. Where one number was filled in throughout nothing scatters.',
    },
  },
  replacement: {
    zh: {
      meaning:
        '磨损的件，坏之前换掉比坏了再换便宜，但换得太早浪费寿命。曲线是每千公里的费用随更换年龄的变化，最低处是最省的年龄；虚线是一直用到坏的费用。' +
        '曲线底部往往很平：差一些也不要紧。区间来自寿命分布的不确定，没有上限表示不能排除“提前更换不合算”。',
      formula:
        'c(T) = (c_p·R(T) + c_f·(1 − R(T))) ÷ ∫₀ᵀR；一直用到坏 = c_f ÷ 平均寿命。最省的 T 满足 h(T)·∫R + R(T) = c_f ÷ (c_f − c_p)。' +
        '坏了只小修、修后一样旧时：T = η·(c_p ÷ (c_f·(β − 1)))^(1/β)，c_f 为一次小修。区间为 ln η、ln β 的瓦尔德区域内各分布所得的最小与最大。',
      assumptions:
        '寿命服从拟合的威布尔分布；换上的是一样的新件；费用不随时间变；按列车公里计龄；β 和 η 取自所选的件。',
      whenNot:
        'β 不大于 1 时没有值得提前更换的年龄。失效不足 5 件、外推到远超记录的年龄时不要据此定检修周期。安全相关的件按失效后果定，不按费用。',
    },
    en: {
      meaning:
        'A part that wears out is cheaper replaced before it fails, but too early wastes its life. The curve is the cost per ' +
        'distance over the age at replacement, its lowest point the cheapest age; dashed, the cost of running to failure. ' +
        'The curve is often flat at its bottom: somewhat off does no harm. The interval comes from what is not known of the ' +
        'law; without an upper end, that replacing early never pays is not excluded.',
      formula:
        'c(T) = (c_p·R(T) + c_f·(1 − R(T))) ÷ ∫₀ᵀR; to failure c_f ÷ mean life. The cheapest T solves h(T)·∫R + R(T) = c_f ÷ ' +
        '(c_f − c_p). Where a failure is repaired just enough: T = η·(c_p ÷ (c_f·(β − 1)))^(1/β) with c_f one such repair. ' +
        'Bounds are the least and the most over all laws within the Wald region of ln η and ln β.',
      assumptions:
        'Lives follow the fitted Weibull law; what is fitted is new and alike; costs do not change; age is train distance; ' +
        'β and η are those of the parts chosen.',
      whenNot:
        'With β not above 1 no age pays. Do not set an interval by it below 5 failures, or at ages far beyond those on ' +
        'record. Parts that matter for safety go by the consequence of failing, not by cost.',
    },
  },
  prior: {
    zh: {
      meaning:
        '故障很少时，记录自己说不出多少。若相信设计值或同类经验，可以把它当作“已经见过的几次故障”与记录合起来：它顶的故障越多，后验越靠近它；记录多了，它的影响自然消退。先验、记录、后验并排，一眼看出结论有多少来自假设。',
      formula:
        '故障率的先验为 Gamma(a, b)，a = 它顶的故障数，b = a × 先验 MTBF；后验为 Gamma(a + n, b + T)。MTBF 的 p 分位 = 2(b + T) ÷ χ²(p 的上分位; 2(a + n))。',
      assumptions: '故障率不变，故障彼此独立；先验在看记录之前定下，与记录无关。',
      whenNot:
        '拿不出先验的来历时不要用；先验取自同一批记录时等于把数据用了两遍。记录与先验的区间不相交时两者矛盾，合起来没有意义。合同和考核按记录判定。',
    },
    en: {
      meaning:
        'With few failures the records say little by themselves. If the design value or experience with like parts is ' +
        'believed, it can stand in as failures already seen: the more it is worth, the nearer the posterior; with more ' +
        'records its weight fades. Prior, records and posterior stand side by side, so that how much is assumed can be seen.',
      formula:
        'The rate has a gamma prior (a, b), a = failures it is worth, b = a × prior MTBF; posterior (a + n, b + T). The p ' +
        'quantile of the MTBF is 2(b + T) ÷ χ²(upper p; 2(a + n)).',
      assumptions:
        'The rate is constant and failures independent; the prior was set before looking at the records, and owes nothing to them.',
      whenNot:
        'Not without an origin for the prior; one taken from the same records uses them twice. Where the intervals of prior ' +
        'and records do not meet they contradict each other. Contracts are judged by the records.',
    },
  },
  changepoint: {
    zh: {
      meaning:
        '故障率有没有在某个月前后变过一次，变了多少。整改、换批次、换线路、换记录方式都会留下这样的台阶。最大的一次变化总能找到，所以只有它大到率不变时很少出现（p < 0.05）才说变了。',
      formula:
        '每个分界：2 ln Λ = 2[n₁ ln(n₁/T₁) + n₂ ln(n₂/T₂) − n ln(n/T)]，取最大者。p 为率不变时任何分界达到这样大的概率：' +
        '总条数给定时，累计条数逐月按二项分布转移，对所有可能的走法精确求和，不是单个分界的 χ²。分不出来的月份：2 ln Λ 比最大值小不到 2.71。',
      assumptions: '率至多变一次，前后各自不变；故障彼此独立；每月里程已知。',
      whenNot:
        '缓慢的增长或劣化也会给出一个“变点”：先看增长曲线。变了几次时只找到最大的一次；可以按时期分开再看。故障成簇时 p 偏小。变点说的是何时，不是为何。',
    },
    en: {
      meaning:
        'Did the rate change once, with which month, and by how much? A fix, another batch, another line or another way of ' +
        'recording leaves such a step. A largest change can always be found, so one is claimed only where a constant rate ' +
        'seldom shows one as large (p < 0.05).',
      formula:
        'Of each split 2 ln Λ = 2[n₁ ln(n₁/T₁) + n₂ ln(n₂/T₂) − n ln(n/T)], the largest taken. p is the chance that a constant ' +
        'rate reaches as much at any split: given their number, the running count moves by binomial steps, summed exactly ' +
        'over all ways; not the χ² of a single split. Months not told apart: within 2.71 of the largest.',
      assumptions:
        'At most one change, the rate constant on either side; failures independent; the distance of each month known.',
      whenNot:
        'Slow growth or wear gives a “change” as well: look at the growth curve first. Of several only the largest is found; ' +
        'split the period and look again. With failures in clusters p comes out too small. It says when, not why.',
    },
  },
}
