/** The texts behind the “?” of comparisons between groups. */
import type { Help } from './help'

export const HELP_OF_COMPARISON = {
  compareRates: {
    zh: {
      meaning:
        '各组的故障率、MTBF 和与参照之比。比值的 90% 区间不含 1，且校正后的 p 不大于 0.1，才算与参照不同。没有显出差别不等于没有差别：区间有多宽，差别就可能有多大。',
      formula:
        '故障率 = n ÷ 部件里程，区间为泊松精确区间。比值给定总条数时服从二项分布，区间为克洛珀-皮尔逊精确区间，p 为两侧较小尾概率的两倍。' +
        '同组列车的散布超出偶然（皮尔逊 χ²，p < 0.1）时，ln 比值的方差乘以方差 ÷ 均值，并用 t 分位数（拟泊松）。p 按本杰明尼-霍赫贝格法校正：标为不同的组中平均至多 10% 是误报。收缩后的故障率见“故障率排序”。',
      assumptions:
        '组内故障率不变；故障按列车当天所在的组计，里程也一样；按件分组时，暴露量是各件被观察的里程；按 BOM 分组时，是各下级件自己的部件里程。当天里程未知的故障不进故障率，列在旁边。',
      whenNot:
        '各组的车型、线路、年限不同，差别可能来自它们而不是分组本身：请用“几个原因一起看”。选组在看过数据之后，p 偏小。供应商、版次按下级件比，是不同的件，不是同一件的两家供货。',
    },
    en: {
      meaning:
        'Rate, MTBF and ratio to the reference for each group. A group differs when the 90% interval of its ratio excludes 1 and ' +
        'its adjusted p is at most 0.1. No difference shown is no proof of sameness: it may be as large as the interval is wide.',
      formula:
        'Rate = n ÷ part-km with exact Poisson bounds. Given the total, a count is binomial: exact Clopper–Pearson bounds for the ' +
        'ratio, p twice the smaller tail. Where trains of a group scatter beyond chance (Pearson χ², p < 0.1) the variance of ' +
        'ln ratio is multiplied by variance ÷ mean, with Student’s quantile (quasi-Poisson). p adjusted by Benjamini–Hochberg: of ' +
        'groups called different at most 10% are false on average. For the shrunken rate see “Ranking by rate”.',
      assumptions:
        'The rate is constant within a group; failures and distance count for the group of the train on that day; for groups of ' +
        'parts exposure is the distance they were observed, for groups of the BOM the part-km of the parts below. Failures on days ' +
        'without known distance stand beside the rate.',
      whenNot:
        'Where groups differ in type, line or age as well, the difference may be theirs: use “Several causes at once”. With groups ' +
        'chosen after looking at the data p is too small. Suppliers and revisions compare different parts below, not two sources of one.',
    },
  },
  funnel: {
    zh: {
      meaning:
        '每个点是一组：横轴跑了多少，纵轴故障率。跑得少的组，故障率忽高忽低本属正常，所以界限左宽右窄像漏斗。落在界限之外、校正后仍成立的组用菱形标出。竖短线连到收缩后的故障率：向全体靠拢后还剩多少。',
      formula:
        '给定总条数，一组的条数按它占的里程份额服从二项分布；95% 与 99.8% 界限取其分位数，整数之间内插（Spiegelhalter 2005）；与“与其余之比”的精确检验相差不到一条。',
      assumptions: '各组同一故障率时，故障彼此独立；里程已知。',
      whenNot:
        '故障成簇或列车不一样时界限偏窄，落在外面的组会多：看上面表里放宽过的比值。漏斗图不说明原因，也不是排名。',
    },
    en: {
      meaning:
        'Each mark is a group: how far it ran, and its rate. Groups that ran little jump about by chance, so the limits open to the ' +
        'left like a funnel. Groups that still differ after adjustment are diamonds. A short line leads to the shrunken rate: what is ' +
        'left of it beside all others.',
      formula:
        'Given the total, the count of a group is binomial by its share of the distance; limits at 95% and 99.8% are its quantiles, ' +
        'interpolated between whole counts (Spiegelhalter 2005). The exact test of the ratio agrees to within one failure.',
      assumptions: 'At one common rate failures are independent; the distance is known.',
      whenNot:
        'Where failures come in clusters or trains differ the limits are too narrow and more groups fall outside: go by the widened ' +
        'ratios of the table above. A funnel names no cause, and is no league table.',
    },
  },
  compareLives: {
    zh: {
      meaning:
        '各组的件活了多久：台阶是到某一年龄为止失效了多少（卡普兰-迈耶），虚线是各组自己的威布尔拟合。对数秩检验把每个失效年龄上各组的失效数与“寿命相同时应有的数”相比，不假设任何分布。',
      formula:
        '每个失效年龄：某组应失效 d·nᵢ/n；各组（实际 − 应有）的和除以超几何方差得 χ²，自由度为组数 − 1。记录开始前或进入本组前已在用的件，从那时起才算在观察中（左截断）。各组对其余的 p 按本杰明尼-霍赫贝格法校正。',
      assumptions:
        '各件寿命独立；停止观察与将要失效无关；故障换下即寿命终点，其余换下按右截尾。按列车或日期分组时，一件的寿命在换组的那天断开，前后各计一段。',
      whenNot:
        '一列车有多件而序列号、位置不全时寿命无法辨认，不给。曲线交叉时检验看不大出差别。失效不足 5 件的组，拟合只作指示。更换件多由故障列车产生，与原装件的差别可能来自列车。',
    },
    en: {
      meaning:
        'How long parts of each group lived: steps are the share failed by each age (Kaplan–Meier), dashes each group’s own Weibull ' +
        'fit. The log-rank test sets the failures of each group at each age against those expected if all lived alike; no law is assumed.',
      formula:
        'At each age of failure a group expects d·nᵢ/n; sums of observed − expected over their hypergeometric variance give χ² with ' +
        'groups − 1 degrees. Parts in use before records or their group began are at risk from then on (left truncation). p of each ' +
        'group against the others is adjusted by Benjamini–Hochberg.',
      assumptions:
        'Lives are independent, and the end of watching has nothing to do with failing; a removal by failure ends a life, all others ' +
        'are suspensions. For groups of trains or days a life is cut on the day the group changes, and each piece counts for its own.',
      whenNot:
        'With several parts a train and neither serial nor position, lives are not identified and none are shown. Where curves cross ' +
        'the test sees little. Below 5 failures a fit is indicative only. Parts fitted later sit on trains that fail more often, so ' +
        'their difference from original parts may be the trains’.',
    },
  },
  causes: {
    zh: {
      meaning:
        '几个原因一起看：每个原因在其他原因不变时，把失效率乘以几（考克斯模型，不假设寿命分布），以及把寿命乘以几（威布尔回归）。1 表示没有影响。比值是对参照水平的。',
      formula:
        '考克斯：h(t) = h₀(t)·exp(Σ bx)，偏似然，结点用 Efron 法。威布尔：ln t = a + Σ cx + σW，最大似然；失效率之比 = exp(−c/σ)。' +
        '区间 = exp(b ± 1.645·se)。比例性：各系数随 ln 年龄变化的得分检验（Grambsch–Therneau）。' +
        '情况相同的列车散布超出偶然（p < 0.1）时，se 用按列车的稳健方差（Lin–Wei），并用 t 分位数。',
      assumptions:
        '寿命可以辨认；各原因对失效率的倍数在各年龄上相同（比例性检验不否定它）；列车之间独立；换季、换段时寿命断开，各段按当时的情况计。',
      whenNot:
        '每个系数不足 10 次失效时结果不稳，不足 5 次只作指示。没有失效的水平估不出比值，单独列出。比例性检验 p < 0.05 时，一个比值说不清，请分年龄段看。几个原因总是同时出现时分不开。关联不等于因果。',
    },
    en: {
      meaning:
        'Several causes at once: by which factor each multiplies the failure rate with the others held still (Cox, no law of age), ' +
        'and by which factor it multiplies life (Weibull regression). 1 is no effect. Ratios are to the reference level.',
      formula:
        'Cox: h(t) = h₀(t)·exp(Σ bx), partial likelihood, Efron’s ties. Weibull: ln t = a + Σ cx + σW, maximum likelihood; ratio of ' +
        'failure rates = exp(−c/σ). Interval = exp(b ± 1.645·se). Proportionality: score test of a coefficient that changes with ln age ' +
        '(Grambsch–Therneau). Where trains alike in the causes scatter beyond chance (p < 0.1), se is robust over trains (Lin–Wei) ' +
        'with Student’s quantile.',
      assumptions:
        'Lives are identified; a cause multiplies the failure rate alike at every age (the test does not refuse it); trains are ' +
        'independent; where season or depot changes a life is cut, and each piece counts as things were then.',
      whenNot:
        'Below 10 failures per coefficient results are unsteady, below 5 indicative only. A level without failures has no ratio and is ' +
        'listed. Where proportionality has p < 0.05 one ratio does not tell the story: look age by age. Causes that always come ' +
        'together cannot be told apart. Association is no cause.',
    },
  },
  modes: {
    zh: {
      meaning:
        '各类故障抢着结束一件的寿命：先来的一类发生了，别的就不会再发生。每条线是到某一年龄为止因这一类失效的件占全部件的份额，各线相加就是总的累计失效。合成 B10 由各类自己的威布尔分布合成，往往比一条线拟合更能说明早期和晚期。',
      formula:
        '累计发生率 F_k(t) = Σ S(t⁻)·d_k/n（Aalen–Johansen），90% 区间在双对数尺度上。各类的威布尔：别类失效按右截尾。合成：Σ (t/η_k)^β_k = −ln(1 − p)，区间用 delta 法。',
      assumptions: '每次失效只归一类；停止观察与将要失效无关；合成 B10 还要求各类相互独立。',
      whenNot:
        '失效不足 5 件的类合并为“其余”。1 减去只看一类的卡普兰-迈耶不是份额，会偏大。消除一类能延长多少，取决于各类独立，不要只凭此图下结论。',
    },
    en: {
      meaning:
        'Kinds of failure compete for the life of a part: once one has come, no other can. Each line is the share of all parts that ' +
        'failed in this kind by an age; together they make up all that failed. The combined B10 adds the laws of the kinds, which ' +
        'often tells early and late failures better than one line.',
      formula:
        'Cumulative incidence F_k(t) = Σ S(t⁻)·d_k/n (Aalen–Johansen), 90% interval on a log-log scale. Weibull law of a kind: ' +
        'failures of the others are suspensions. Combined: Σ (t/η_k)^β_k = −ln(1 − p), interval by the delta method.',
      assumptions:
        'Each failure is of one kind; the end of watching has nothing to do with failing; the combined B10 also needs independent kinds.',
      whenNot:
        'Kinds with fewer than 5 failures are taken together. 1 less Kaplan–Meier of one kind is no share, and too large. What ' +
        'removing a kind would gain rests on independence: do not conclude it from this chart alone.',
    },
  },
} as const satisfies Readonly<Record<string, Readonly<Record<'zh' | 'en', Help>>>>
