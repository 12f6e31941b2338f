/** What a method means, how it is computed, what it takes for granted and when not to use it: the text behind every “?”. */
import { HELP_OF_COMPARISON } from './helpOfComparison'
import { PLAN_HELP, PLAN_HELP_TOPICS } from './planHelp'

export interface Help {
  readonly meaning: string
  readonly formula: string
  readonly assumptions: string
  readonly whenNot: string
}

/** What has a “?” on the screens. */
export const HELP_TOPICS = [
  'pareto',
  'trend',
  'cumulative',
  'recurrence',
  'mtbf',
  'scatter',
  'ranking',
  'compareRates',
  'funnel',
  'compareLives',
  'causes',
  'modes',
  'growth',
  'weibull',
  'mcf',
  ...PLAN_HELP_TOPICS,
] as const
export type HelpTopic = (typeof HELP_TOPICS)[number]

/** Meaning, formula, assumptions and when not to use it, for each of them in both languages. */
export const HELP: Readonly<Record<HelpTopic, Readonly<Record<'zh' | 'en', Help>>>> = {
  ...HELP_OF_COMPARISON,
  ...PLAN_HELP,
  pareto: {
    zh: {
      meaning:
        '把故障按类别从多到少排列，看哪几类占了大部分。深色柱是“关键少数”：从最多的数起，合计刚到 80% 的那几类。折线是累计占比，左轴顶端等于总数，所以与右轴 100% 对齐。',
      formula: '占比 = 该类条数 ÷ 总条数；累计占比 = 从第一类到该类的占比之和。',
      assumptions: '每条故障只归一类，类别的粗细相近；空白单列一类，不丢掉。',
      whenNot:
        '各类的数量或里程相差很大时，条数多不等于更不可靠，应比较故障率。条数少（例如不足 30 条）时，相邻类别的先后多半是偶然。条数不反映后果轻重。',
    },
    en: {
      meaning:
        'Failures by category, most frequent first: which few make up most of them. Dark bars are ' +
        'the vital few, counted from the largest until together they reach 80%. The line is the ' +
        'cumulative share; the left axis ends at the total, level with 100% on the right.',
      formula:
        'Share = failures of the category ÷ all failures; cumulative share = sum of the shares up to and including the category.',
      assumptions:
        'Each failure belongs to one category and the categories are about equally fine. Blanks ' +
        'are a category of their own, never dropped.',
      whenNot:
        'Where categories differ much in number or distance run, more failures do not mean less ' +
        'reliable: compare rates. With few failures (say under 30) the order of neighbours is ' +
        'mostly chance. Counts say nothing about severity.',
    },
  },
  trend: {
    zh: {
      meaning:
        '每月故障率与全期平均率比较。月里程不同，控制限也逐月不同：跑得少的月份限更宽。超出控制限的月份，或连续多月偏在一边，不像是偶然，值得查原因：故障率不变时，整张图出现这类信号的机会不超过 10%。斜纹柱表示该月只算了一部分。',
      formula:
        'uᵢ = nᵢ ÷ Tᵢ（Tᵢ 为当月里程，10⁶ km）；中心线 ū = Σnᵢ ÷ ΣTᵢ。' +
        '总条数给定时，某月条数服从二项分布（比例为该月里程的份额），控制限取两侧各 7% ÷ (2 × 月数) 的精确分位；连续偏在一边时，各月偏在这一边的概率之积小于 20% ÷ (2 × 月数) 才算。没有里程的月份不算率，也不进中心线。',
      assumptions: '故障彼此独立，率不变时每月条数服从泊松分布；里程已知；各月统计口径相同。',
      whenNot:
        '不足 12 个月或每月期望不足约 2 条时，只有很大的变化才会超限，可合并成季度。最近一个月可能还有没报上来的故障，偏低不等于好转。缓慢的趋势看累计图和趋势检验；检验按累计里程而不是按日期，车队变大不算故障变多。',
    },
    en: {
      meaning:
        'Each month’s rate against the mean of the whole period. Distance differs by month and so ' +
        'do the limits: wider where trains ran less. A month beyond its limits, or a run ' +
        'of months on one side, is unlikely to be chance and deserves a look: a chart of an unchanging rate shows any ' +
        'such signal in at most 10%. Hatched columns are months only partly inside the period.',
      formula:
        'uᵢ = nᵢ ÷ Tᵢ with Tᵢ the distance of the month in 10⁶ km; centre line ū = Σnᵢ ÷ ΣTᵢ; ' +
        'given all failures, those of a month are binomial by its share of the distance, and the limits are exact ' +
        'quantiles at 7% ÷ (2 × months) on each side; a run on one side counts where the product of the chances of ' +
        'its months is below 20% ÷ (2 × months). Months without distance have no rate and stay out of the centre line.',
      assumptions:
        'Failures are independent and, at a constant rate, monthly counts follow a Poisson ' +
        'distribution; the distance is known; every month is counted by the same rules.',
      whenNot:
        'With fewer than 12 months, or below about 2 expected failures a month, only a large change leaves the ' +
        'limits: use quarters. ' +
        'The latest month may lack reports still on their way, so low is not yet better. For slow ' +
        'drifts see the cumulative chart and the trend test, which goes by cumulative distance ' +
        'and not by date: a growing fleet is no growing rate.',
    },
  },
  cumulative: {
    zh: {
      meaning:
        '累计故障随累计里程的增长。贴着直线走，说明故障率没变；越走越平说明在好转，越走越陡说明在恶化，拐点处通常发生过什么（整改、换批次、换线路）。',
      formula:
        '纵轴为到该处为止的故障总数；横轴为同期里程之和（部件里程 = 列车里程 × 每列数量 × 占空比）；直线斜率 = 总故障数 ÷ 总里程。',
      assumptions: '故障日期和里程都按天对应；一天之内不分先后。缺读数的日子没有里程，线会在那里直上。',
      whenNot: '里程覆盖不全时不要凭形状下结论。不要拿这条线外推；是否真有趋势以检验为准。',
    },
    en: {
      meaning:
        'How failures add up over the distance run. Along the straight line the rate is constant; ' +
        'flattening means improving, steepening means getting worse, and a bend often marks an ' +
        'event such as a fix, a new batch or a new line.',
      formula:
        'Vertical: failures so far. Horizontal: distance so far (part-km = train-km × quantity ' +
        'per train × duty cycle). Slope of the straight line = all failures ÷ all distance.',
      assumptions:
        'Dates and distance are matched by day, without order within a day. Days without readings ' +
        'carry no distance, so the line rises vertically there.',
      whenNot:
        'Do not judge the shape where mileage is incomplete. Do not extrapolate it; whether there is a trend is for the test to say.',
    },
  },
  recurrence: {
    zh: {
      meaning:
        '修过之后又坏：同一列车的同一部件在短期内再次故障，间隔多少天。间隔互不相干的故障也是左边的柱最高；明显多于偶然的才说明没修到根上，或修理本身带来问题。',
      formula:
        '只与紧接着的上一次比较；间隔天数 ≤ 天数限，或间隔里程 ≤ 里程限，即为重复。重复率 = 重复条数 ÷ 可比较的故障条数。' +
        '按偶然应有 = Σ (n − 1)(1 − (1 − w/L)ⁿ)：n 为该列该件的故障数，L 为观察天数，w 为天数限（里程限按平均日行换成天）；多于偶然：二项概率 p < 0.05。',
      assumptions:
        '列车与部件填写正确；一列车上装多件的部件不区分位置，可能把不同件的故障当成重复；里程限只在两次之间读数完整时使用。',
      whenNot:
        '部件归得太粗（只到系统）时重复率虚高；归不到部件的故障没有计入。期末的故障还来不及重复，不要拿最近一个月与以前相比。',
    },
    en: {
      meaning:
        'Repaired and failed again: how many days until the same part of the same train failed ' +
        'once more. The bars on the left are the tallest also where failures have nothing to do with ' +
        'each other; only clearly more than chance suggests that the root cause was missed or that ' +
        'the repair itself did harm.',
      formula:
        'Only the immediately preceding failure is compared: days between ≤ the day limit, or ' +
        'distance between ≤ the distance limit, makes a repeat. Repeat share = repeats ÷ failures ' +
        'that can be compared. By chance: Σ (n − 1)(1 − (1 − w/L)ⁿ) with n failures of that train and part, L days watched ' +
        'and w the day limit (the distance limit at the mean daily distance); more than chance where the binomial p < 0.05.',
      assumptions:
        'Train and part are recorded correctly. Positions of a part fitted several times to a ' +
        'train are not told apart, so failures of different pieces may look like repeats. The ' +
        'distance limit is used only where readings cover all days between.',
      whenNot:
        'Parts assigned too coarsely (to a system only) inflate the share; failures without a ' +
        'part are not counted. Failures near the end of the period had no time to repeat: do not ' +
        'set the last month against earlier ones.',
    },
  },
  mtbf: {
    zh: {
      meaning:
        '平均故障间隔里程：跑多少公里平均出一次故障。横线是 90% 双侧区间：故障率恒定时，这样算出的区间十次有九次包住真值。没有故障时只能给出下界。',
      formula:
        'MTBF = T ÷ n；下界 = 2T ÷ χ²(0.95; 2n+2)；上界 = 2T ÷ χ²(0.05; 2n)；n = 0 时下界 = T ÷ 2.303（90% 单侧）。χ² 取该概率的分位数，T 为部件里程，观察在固定时间截止。',
      assumptions: '故障率在这一时期内恒定，故障彼此独立，里程完整，该计入的故障都已计入。',
      whenNot:
        '故障率明显上升或下降、有早期失效或磨损时，一个平均数会误导。当天里程未知的故障不进故障率，列在旁边；没写车号或日期的故障仍计入，里程缺得多时故障率会偏高。区间重叠不等于没有差别，比较两组请用故障率比。',
    },
    en: {
      meaning:
        'Mean distance between failures: kilometres run per failure on average. The bar is the ' +
        'two-sided 90% interval: at a constant rate, nine out of ten intervals made this way hold ' +
        'the true value. Without a failure only a lower bound exists.',
      formula:
        'MTBF = T ÷ n; lower = 2T ÷ χ²(0.95; 2n+2); upper = 2T ÷ χ²(0.05; 2n); for n = 0 lower = ' +
        'T ÷ 2.303 (90% one-sided). χ² is the quantile at that probability, T the part-km, and ' +
        'watching ends at a set time.',
      assumptions:
        'The rate is constant over the period, failures are independent, the distance is complete,' +
        ' and every failure that counts is counted.',
      whenNot:
        'With a clearly rising or falling rate, infant failures or wear-out, one mean misleads. ' +
        'Failures on days without known distance stay out of the rate and stand beside it; those ' +
        'that name no train or day are counted, which raises the rate where much distance is missing. Overlapping ' +
        'intervals do not prove equality: compare two groups by their rate ratio.',
    },
  },
  scatter: {
    zh: {
      meaning:
        '故障在各列车之间散得是否比偶然更开。故障率相同、彼此独立时，各列车的条数服从泊松分布，方差等于均值；散得更开，说明故障成簇（没修好又坏）、列车不一样，或同一故障写了两次，这时泊松区间太窄。',
      formula:
        'χ² = Σ(nᵢ − uTᵢ)² ÷ (uTᵢ)，u = Σnᵢ ÷ ΣTᵢ，自由度 m − 1；方差 ÷ 均值 = χ² ÷ (m − 1)。' +
        'p < 0.1 时另给稳健区间 u·exp(±t(0.95; m − 1)·s)，s² = m/(m − 1)·Σ(nᵢ − uTᵢ)² ÷ (Σnᵢ)²；并列出负二项分布的区间。每列期望不足 0.5 条时，相邻列车合成一组。',
      assumptions: '各列车彼此独立；没写车号的故障不参加；列车的里程已知。',
      whenNot:
        '不足 10 列（组）时检验看不出多少。检验不说话不等于没有成簇。同一故障写了两次时，稳健区间仍以偏高的故障率为中心，应先去掉重复。',
    },
    en: {
      meaning:
        'Do failures scatter over trains more than chance lets them? At one rate and independently, counts of trains are ' +
        'Poisson and their variance equals their mean. More scatter means clusters (a repair that did not hold), unlike ' +
        'trains, or reports written twice; Poisson’s interval is then too narrow.',
      formula:
        'χ² = Σ(nᵢ − uTᵢ)² ÷ (uTᵢ) with u = Σnᵢ ÷ ΣTᵢ and m − 1 degrees; variance ÷ mean = χ² ÷ (m − 1). Where p < 0.1 a ' +
        'robust interval stands beside: u·exp(±t(0.95; m − 1)·s), s² = m/(m − 1)·Σ(nᵢ − uTᵢ)² ÷ (Σnᵢ)², and that of a ' +
        'negative binomial law. Where a train expects less than half a failure, neighbours form a group.',
      assumptions:
        'Trains are independent; failures without a train take no part; the distance of each train is known.',
      whenNot:
        'Below 10 trains (or groups) the test sees little, and its silence proves no independence. Where reports were written ' +
        'twice the robust interval still centres on too high a rate: remove duplicates first.',
    },
  },
  ranking: {
    zh: {
      meaning:
        '各列车（段、车型、下级件）谁的故障率更高。条数少的组，自身故障率忽高忽低；收缩后的故障率按它自己的分量向全体均值靠拢，所以两条故障的车不会排到最前。标红的组与其余之比超出偶然，已按同时比较多组校正。',
      formula:
        '各组故障率服从伽马分布（形状 θ、暴露量 T₀ 由全部组的边际似然求得）；收缩后 = (θ + nᵢ) ÷ (T₀ + Tᵢ)，90% 区间为伽马分位数。' +
        '与其余之比为条件二项精确区间；p 按本杰明尼-霍赫贝格校正，≤ 0.1 的组中平均至多 10% 是误报。',
      assumptions: '各组彼此独立；故障按列车的配属段和车型计；里程已知。',
      whenNot: '各组散布不超出偶然时不排序。组少于 10 个时伽马分布估得粗。差别不说明原因：线路、司机、批次都可能。',
    },
    en: {
      meaning:
        'Which trains (depots, types, parts below) fail more often? The own rate of a group with few failures jumps about; ' +
        'the shrunken rate draws it to the mean of all by what little it says, so that a train with two failures does not ' +
        'lead. Groups in red differ from the others by more than chance, corrected for looking at many at once.',
      formula:
        'Rates of groups follow a gamma law (shape θ, exposure T₀, by the marginal likelihood of all groups); shrunken rate = ' +
        '(θ + nᵢ) ÷ (T₀ + Tᵢ), 90% interval from gamma quantiles. Ratio to the others with exact conditional binomial bounds; ' +
        'p adjusted by Benjamini–Hochberg: of groups ≤ 0.1 at most 10% are false on average.',
      assumptions:
        'Groups are independent; a failure counts for home depot and type of its train; the distance is known.',
      whenNot:
        'Where groups scatter no more than chance lets them there is no order. Below 10 groups the gamma law is rough. A ' +
        'difference names no cause: line, driver and batch are all possible.',
    },
  },
  growth: {
    zh: {
      meaning:
        '故障随累计里程越来越频繁还是越来越少。点是实际累计故障，线是幂律模型（Crow-AMSAA）的最大似然拟合。β 的 90% 区间整个小于 1：在改善；整个大于 1：在恶化；含 1：看不出趋势。点明显偏离直线，说明中途发生过什么（整改、换批次）。',
      formula:
        'N(t) = λtᵝ；β = n ÷ Σ ln(T/tᵢ)，λ = n ÷ Tᵝ；瞬时 MTBF = T ÷ (nβ)。β 区间 = β·χ²(·; 2n) ÷ 2n；瞬时 ' +
        'MTBF 区间按 Crow（1982）精确式，累计 MTBF 区间同 MTBF。拟合优度为 Cramér–von Mises 统计量，与 5% 临界值比较。预计故障数 = ' +
        '今后的里程 ÷ 现在的瞬时 MTBF，区间随瞬时 MTBF 的区间，是期望值的区间，不是实际条数的区间。',
      assumptions: '可修复的部件，修后与修前一样旧；各列车合成一个时间轴，故障彼此独立；观察在固定里程截止；里程完整。',
      whenNot:
        '拟合检验不通过（C² 大于临界值）时不要用 β 和外推，应在拐点处分段。整改后的故障不能与整改前的放在一条线上外推。换件的寿命问题看威布尔图。不足 5 条故障时区间太宽，只作参考。',
    },
    en: {
      meaning:
        'Does the failure rate increase or decrease with distance? Points are failures as they ' +
        'added up, the line is the power law (Crow-AMSAA) of maximum likelihood. The 90% ' +
        'interval of β wholly below 1: improving; wholly above 1: getting worse; holding 1: no ' +
        'trend to be seen. Points well off the line say that something happened on the way, such ' +
        'as a fix or a new batch.',
      formula:
        'N(t) = λtᵝ; β = n ÷ Σ ln(T/tᵢ), λ = n ÷ Tᵝ; instantaneous MTBF = T ÷ (nβ). Interval of β ' +
        '= β·χ²(·; 2n) ÷ 2n; instantaneous MTBF by Crow’s exact form (1982), cumulative MTBF as ' +
        'for MTBF. Fit is judged by the Cramér–von Mises statistic against its 5% critical value. ' +
        'Expected failures = distance to come ÷ the instantaneous MTBF of today, with its ' +
        'interval: an interval for the expectation, not for the count that will be seen.',
      assumptions:
        'Repaired parts, minimally repaired (as bad as old); all trains on one axis of distance, ' +
        'failures independent; watching ends at a set distance; mileage is complete.',
      whenNot:
        'When the fit test refuses (C² above its critical value) neither β nor a forecast may be ' +
        'used: split at the bend. Failures from before and after a fix do not belong on one line. ' +
        'For lives of replaced parts use the Weibull plot. Below 5 failures the interval is too ' +
        'wide to act on.',
    },
  },
  weibull: {
    zh: {
      meaning:
        '换下的件活了多久。纸上的直线就是威布尔分布，斜率是形状 β：β 小于 1 常见于早期失效（装配、来料、磨合），也见于好坏不一的件混在一起、重复报告和没修好；' +
        '等于 1 与年龄无关；大于 1 磨损。B10 是 10% 的件失效时的寿命。还在用的件作为右截尾参加计算，不画点。',
      formula:
        'F(t) = 1 − exp(−(t/η)ᵝ)；最大似然，右截尾贡献 R(t)，记录开始前已在用的件按左截断只计入其后；β、η、Bp 的 90% 区间用费希尔信息在对数尺度上给出。' +
        '点的纵坐标：无左截断时为约翰逊修正秩的贝纳德中位秩 (j − 0.3)/(n + 0.4)，有左截断时为乘积限估计的中点。',
      assumptions:
        '各件寿命独立同分布，同一失效模式；换上的是新件；年龄按列车里程或日历天数计，不另乘占空比。' +
        '换下就是终点：计入的故障算失效，未发现故障、事故、到限、改造、串换等按右截尾；未发现故障或串换下来的件再装上时接着算年龄。一列车有多件而序列号、位置都不全时，寿命无法辨认，改用更新过程叠加。',
      whenNot:
        '失效不足 5 件只作指示，改用给定 β 的威布尔-贝叶斯法；没有失效只有下界。修复件（修后照旧使用）不是一条寿命，看增长和平均累积函数。点子弯成两段时先按失效模式或批次拆分。各分布 AICc 相差不足 2 时不可区分，不要据此外推尾部。',
    },
    en: {
      meaning:
        'How long did replaced parts live? On this paper a Weibull law is a straight line and its ' +
        'slope the shape β: below 1 early failures (assembly, incoming quality, running-in), but ' +
        'also unlike parts taken together, failures reported twice and repairs that did not hold; ' +
        '1 no influence of age, above 1 wear-out. B10 is the age by which 10% have failed. Parts ' +
        'still in use take part as suspensions but have no point.',
      formula:
        'F(t) = 1 − exp(−(t/η)ᵝ); maximum likelihood; a suspension contributes R(t), a part ' +
        'already in use when records began counts only from then on (left truncation). 90% ' +
        'intervals of β, η and Bp from the Fisher information on a log scale. Height of points: ' +
        'Benard’s median rank (j − 0.3)/(n + 0.4) of Johnson’s adjusted ranks; with left ' +
        'truncation the middle of each step of the product-limit estimate.',
      assumptions:
        'Lives are independent and identically distributed, of one failure mode; what is fitted is new; age is ' +
        'train distance or calendar days, without duty cycle. Every removal ends a stay: counted failures are ' +
        'failures; no fault found, accident, life limit, retrofit and swap are suspensions, and a part that was ' +
        'sound or swapped keeps its age when it is fitted again. With several per train and neither serial nor ' +
        'position, lives are not identified, and superposed renewals are used instead.',
      whenNot:
        'Below 5 failures the fit only indicates: use Weibayes with a given shape; without a ' +
        'failure there is only a lower bound. An item repaired and used on is not one life: see ' +
        'growth and the mean cumulative function. Where the points show a kink, split by mode ' +
        'or batch first. Laws within 2 of AICc cannot be told apart: do not extrapolate tails by ' +
        'them.',
    },
  },
  mcf: {
    zh: {
      meaning:
        '平均每列车（或每台）到某一年龄为止出过几次故障。不假设任何分布，可修复件也适用。线越来越陡：随年龄恶化；越来越平：早期问题在消退。带子是 90% 逐点区间。两组之差的带子不含 0 的年龄段，两组才算不同。',
      formula:
        'MCF(t) = Σ d/n，d 为该年龄的故障数，n 为当时在观察中的列数；方差用稳健式（各列车偏离平均的平方和，Lawless–Nadeau），区间 = MCF·exp(±1.645·se/MCF)；两组之差方差相加。',
      assumptions: '各列车彼此独立，是否停止观察与故障无关；投运日期正确；记录开始前的年龄段不计入在观察中的列数。',
      whenNot:
        '在观察中的列数少于 5 的年龄段（画淡）不要下结论。区间只对每个年龄单独成立，不是对整条线。想知道单件寿命看威布尔图。',
    },
    en: {
      meaning:
        'How many failures has a train (or unit) had by each age, on average? No law is assumed, ' +
        'and repaired items are fine. Steepening: worse with age; flattening: early trouble ' +
        'fades. The band is the 90% interval at each age. Two groups differ only at ages where ' +
        'the band of their difference leaves 0 out.',
      formula:
        'MCF(t) = Σ d/n with d failures at that age and n trains under observation then; robust ' +
        'variance (squared departures of trains from the mean, Lawless–Nadeau), interval = ' +
        'MCF·exp(±1.645·se/MCF); variances of two groups add in their difference.',
      assumptions:
        'Trains are independent, and the end of watching has nothing to do with failures; ' +
        'in-service dates are right; ages from before records began do not count as watched.',
      whenNot:
        'Draw no conclusion where fewer than 5 are under observation (drawn faint). Intervals hold age ' +
        'by age, not for the whole curve. For lives of single parts use the Weibull plot.',
    },
  },
}
