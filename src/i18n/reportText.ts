/** What a report says: its title, its parts, what it found and by which rules. */
import type { HandInVerdict } from '../metrics/reports/handIns'
import type { ReportKind } from '../metrics/reports/reportKinds'
import type { Translation } from './translation'

/** Words of the reports, on the screen, on paper and in the workbook. A part of its own, loaded with the first report. */
const KIND_ZH: Readonly<Record<ReportKind, string>> = {
  daily: '交班清单',
  weekly: '周故障简报',
  monthly: '月度质量分析',
  quarterly: '季度质量分析',
  ram: '半年 RAM 报告',
  yearly: '年度可靠性报告',
}

const KIND_EN: Readonly<Record<ReportKind, string>> = {
  daily: 'Daily hand-over list',
  weekly: 'Weekly failure brief',
  monthly: 'Monthly quality analysis',
  quarterly: 'Quarterly quality analysis',
  ram: 'Half-year RAM report',
  yearly: 'Yearly reliability report',
}

const VERDICT_ZH: Readonly<Record<HandInVerdict, string>> = {
  'handed-in': '已报',
  missing: '缺报',
  quiet: '没有报告，属正常间隔',
  'no-rhythm': '从未报过',
}

const VERDICT_EN: Readonly<Record<HandInVerdict, string>> = {
  'handed-in': 'handed in',
  missing: 'missing',
  quiet: 'nothing, within its usual interval',
  'no-rhythm': 'never reported',
}

export const reportTextZh = {
  reportKind: (kind: ReportKind) => KIND_ZH[kind],
  reportTitle: (kind: ReportKind, node: string) => `${KIND_ZH[kind]}：${node}`,
  reportSubtitle: (period: string, population: string, at: string) => `${period}　计入：${population}　数据时间：${at}`,
  reportSheet: (part: string) =>
    (
      ({
        cover: '结论',
        figures: '指标',
        vehicleTypes: '车型',
        ram: 'RAM 类别',
        contract: '合同指标',
        ages: '车龄',
        child: '部件帕累托',
        symptomCode: '现象帕累托',
        causeCat: '原因帕累托',
        mtbf: 'MTBF',
        trend: '趋势',
        ageing: '未关闭账龄',
        open: '未关闭清单',
        notable: '重点事件',
        custody: '在外换下件与返修',
        costs: '费用',
        spares: '备件策略',
        improvements: '设计与措施改进',
        lessons: '经验教训',
        repeats: '重复故障',
        excluded: '未计入',
        sites: '站点报送',
        failures: '故障清单',
        ledger: '台账',
        parameters: '参数与核对',
        definitions: '定义',
      }) as Readonly<Record<string, string>>
    )[part] ?? part,
  reportConclusion: '结论与建议',
  reportRam: (category: string) =>
    (
      ({
        significant: '重大（机破、下线、清客、救援、事故、安监）',
        major: '主要（影响运营）',
        minor: '次要（不影响运营）',
        unknown: '没有写影响，未分类',
        all: '全部计入',
      }) as Readonly<Record<string, string>>
    )[category] ?? category,
  reportRamRule:
    '类别按 EN 50126-1（GB/T 21562）：故障单上写了 RAM 类别的照写，没有写的按运营影响判。里程为列车公里；界限为 90% 双侧。合同约定的类别和目标不同时，以合同为准。',
  reportNotKept: '投诉时限',
  reportNotKeptWhy: '程序不登记服务请求和投诉，首响、到场、修复和回访的及时率无法计算，所以本报告没有这几项。',
  reportChartAges: '各车龄的故障率与 90% 区间',
  reportAgesRule: (unknown: number) =>
    `有记录以来到期末，按列车投入运用后的年份分组；里程同样分组。${unknown === 0 ? '' : `${unknown} 条故障因列车、投用日期或发生日期不明没有计入。`}同一车龄的差别也可能来自年份或批次，请与趋势一起看。`,
  reportConclusionEmpty: '（尚未填写结论）',
  reportHighlights: '本期要点',
  reportHighlightCount: (now: string, before: string, yearBefore: string) =>
    `故障 ${now} 条；上期 ${before}，去年同期 ${yearBefore}。`,
  reportHighlightRate: (rate: string, lower: string, upper: string) =>
    `百万公里故障率 ${rate}（90% 区间 ${lower} – ${upper}）。`,
  reportHighlightTop: (parts: string) => `故障最多的部件：${parts}。`,
  reportHighlightOpen: (open: string, old: string) => `期末未关闭 ${open} 条，其中超过 90 天 ${old} 条。`,
  reportHighlightTrend: (periods: string) => `故障率超出控制上限：${periods}。`,
  reportHighlightIncomplete: '本期尚未结束，数字只到数据时间为止；用来比较的各期是完整的。',
  reportHighlightDistance: '没有已知里程，故障率和 MTBF 无从算起。',
  reportNotRecorded: '该期没有记录',
  reportNone: '没有',
  reportSitesLine: (reported: string, all: string) => `${reported}/${all} 个站点本期有报告`,
  reportSitesMissing: (names: string) => `缺报：${names}`,
  reportSitesNoneMissing: '没有站点缺报',
  reportSitesRule:
    '站点本期没有报告，且按它最后一次报告前两年的间隔（成批上报按批算），偶然沉默这样久的机会小于 5% ÷ 站点数时，判为“缺报”；' +
    '这样，频次没有变的站点在全部站点的周报里合起来不超过 5% 被点名。频次较低的站点判为“正常间隔”。无论部件、无论是否计入，所有报告都算。',
  reportHandIn: (verdict: HandInVerdict) => VERDICT_ZH[verdict],
  reportRatio: (ratio: string, lower: string, upper: string, verdict: string) =>
    `与上期的故障率比 ${ratio}（90% 区间 ${lower} – ${upper}）：${verdict}`,
  reportWorse: '上升，90% 区间不含 1',
  reportBetter: '下降，90% 区间不含 1',
  reportChance: '不能排除偶然',
  reportDelays: '晚点（件）',
  reportDelayMin: '晚点分钟',
  reportWithdrawn: '下线/清客/救援/机破',
  reportService: '影响运营',
  reportClosed: '期内关闭',
  reportClosedOfThese: '本期故障中已关闭',
  reportClosedShare: '本期故障闭环率',
  reportMedianDays: '关闭用时中位数',
  reportNoClosingLength: '其中发生日期不明，不计入用时',
  reportOnTimeShare: '按期关闭率',
  reportProvisional: (years: readonly number[]) => `暂定：${years.join('、')} 年的节假日没有录入，只扣周末。`,
  reportOnTimeRule:
    '期内在时限内关闭的 ÷（期内关闭的 + 期末未关闭且已超时的）。时限 = 其路径上各状态时限之和（设置里的），从上报（没有则从发生）到关闭的工作时间，扣除挂起。',
  reportOnTime: '时限内关闭',
  reportLate: '超时关闭',
  reportOverdue: '未关闭且已超时',
  reportOnTimeUndated: '日期不明，不计入按期率',
  reportSuspended: (n: string) => `未关闭的里有 ${n} 条挂起，时钟停走`,
  reportNinetieth: '关闭用时 90% 分位',
  reportOpen: '期末未关闭',
  reportOpenSince: '期末时未关闭，其后已关闭',
  reportClosedUndated: '已关闭但没有关闭日期（按期末前已关闭计）',
  reportAgeUnknown: '只知年份，账龄不明',
  reportRepeats: '重复故障',
  reportRepeatShare: '重复率',
  reportRepeatRule: '同一列车、同一部件，距上一次故障 30 天内或 30,000 km 内再次故障；上一次可以在本期之前。',
  reportResponsibility: (label: string) => `责任判定：${label}`,
  reportNotJudged: '尚未判定',
  reportRowsHere: (rows: string) => `本表 ${rows} 行`,
  reportOldestFirst: '最早发生的在最前。',
  reportNotableRule: '安全事件、Ⅰ/Ⅱ 级、下线/清客/救援等必须通报的影响、晚点；最严重的在最前，最多 50 条。',
  reportAgeingRule: (day: string) => `截至 ${day} 已发生而未关闭的故障。过去的状态没有保存，状态是现在的状态。`,
  reportCheck: '核对',
  reportCheckValue: '程序给出',
  reportCheckFormula: '公式重算',
  reportCheckVerdict: '一致？',
  reportCheckList: '故障清单行数 = 计入的故障',
  reportCheckPareto: '部件帕累托合计 = 计入的故障',
  reportCheckAgeing: '账龄合计 = 未关闭清单行数',
  reportCheckShare: '部件帕累托占比合计 = 100%',
  reportHash: '数据指纹（SHA-256）',
  reportKindName: '报告',
  reportNotPrinted: '本表不随报告打印；要打印：页面布局 → 打印区域 → 取消打印区域',
  reportPrintedFirst: (first: string, all: string) =>
    `打印前 ${first} 条，共 ${all} 条；要全部打印：页面布局 → 打印区域 → 取消打印区域`,
  reportDataUntil: '数据日',
  reportConfidence: '置信水平',
  reportRhythm: '缺报规则',
  reportRecords: '记录期',
  reportLogHead: '操作日志到此为止',
  reportLogHeadOf: (device: string, entries: number, hash: string) =>
    `设备 ${device}，第 ${String(entries)} 条${hash === '' ? '' : `，${hash}`}`,
  reportLogHeadWhy: '以后在 数据 → 操作日志 里核对时输入这个值，就能看出此前的日志有没有被改过。',
  reportHashWhy: '由本报告读到的每一条记录和每列车的里程算出；同样的数据得到同样的指纹。',
  reportChartPareto: (what: string) => `${what}帕累托`,
  reportChartMtbf: '平均故障间隔里程与 90% 区间',
  reportChartTrend: '故障率趋势与控制限',
  reportChartAgeing: '未关闭故障的账龄',
  reportChartTypes: '各车型百万公里故障率与 90% 区间',
  reportChartDescription: (what: string, sheet: string) => `${what}，数据在工作表“${sheet}”左侧的表里`,
} as const

export const reportTextEn: Translation<typeof reportTextZh> = {
  reportKind: (kind) => KIND_EN[kind],
  reportTitle: (kind, node) => `${KIND_EN[kind]}: ${node}`,
  reportSubtitle: (period, population, at) => `${period}    Counted: ${population}    Data as of: ${at}`,
  reportSheet: (part) =>
    (
      ({
        cover: 'Conclusion',
        figures: 'Figures',
        vehicleTypes: 'Vehicle types',
        ram: 'RAM categories',
        contract: 'Contract targets',
        ages: 'Age',
        child: 'Pareto by part',
        symptomCode: 'Pareto by symptom',
        causeCat: 'Pareto by cause',
        mtbf: 'MTBF',
        trend: 'Trend',
        ageing: 'Ageing',
        open: 'Open failures',
        notable: 'Notable events',
        custody: 'Parts out and repair',
        costs: 'Costs',
        spares: 'Spare strategy',
        improvements: 'Improvements',
        lessons: 'Lessons',
        repeats: 'Repeats',
        excluded: 'Left out',
        sites: 'Hand-in by site',
        failures: 'Failures',
        ledger: 'Ledger',
        parameters: 'Parameters and checks',
        definitions: 'Definitions',
      }) as Readonly<Record<string, string>>
    )[part] ?? part,
  reportConclusion: 'Conclusion and proposals',
  reportRam: (category) =>
    (
      ({
        significant: 'Significant (loco failure, withdrawn, detrained, rescued, accident, safety event)',
        major: 'Major (effect on service)',
        minor: 'Minor (no effect on service)',
        unknown: 'No effect written, not sorted',
        all: 'All counted',
      }) as Readonly<Record<string, string>>
    )[category] ?? category,
  reportRamRule:
    'Categories of EN 50126-1: as written on the failure, and where nothing is written, by ' +
    'its effect on service. Distance in train-kilometres; two-sided 90% bounds. Where a ' +
    'contract defines categories and targets otherwise, the contract holds.',
  reportNotKept: 'Complaint clocks',
  reportNotKeptWhy:
    'Service requests and complaints are not kept by the program, so response, arrival, ' +
    'repair and follow-up in time cannot be worked out and are not in this report.',
  reportChartAges: 'Failure rate by age of the train, with 90% interval',
  reportAgesRule: (unknown) =>
    `Everything on record up to the end of the period, by the year in service of the train; ` +
    `distance is split the same way. ` +
    (unknown === 0
      ? ''
      : `Failures left aside because train, first day in service or day of the failure is not known: ${unknown}. `) +
    `Ages may also differ because of years or batches: read this beside the trend.`,
  reportConclusionEmpty: '(no conclusion written yet)',
  reportHighlights: 'This period in short',
  reportHighlightCount: (now, before, yearBefore) =>
    `${now} failures; last period ${before}, a year before ${yearBefore}.`,
  reportHighlightRate: (rate, lower, upper) => `${rate} failures per million km (90% interval ${lower} – ${upper}).`,
  reportHighlightTop: (parts) => `Most failures: ${parts}.`,
  reportHighlightOpen: (open, old) => `${open} open at the end of the period, ${old} of them for more than 90 days.`,
  reportHighlightTrend: (periods) => `Rate above its control limit: ${periods}.`,
  reportHighlightIncomplete:
    'The period is not over: its figures reach to the data time; those it is compared with are whole.',
  reportHighlightDistance: 'No distance is known, so neither rate nor MTBF can be worked out.',
  reportNotRecorded: 'no records then',
  reportNone: 'none',
  reportSitesLine: (reported, all) => `${reported} of ${all} sites reported in the period`,
  reportSitesMissing: (names) => `Missing: ${names}`,
  reportSitesNoneMissing: 'no site is missing',
  reportSitesRule:
    'A site without a report in the period is “missing” when, by its intervals of the two years up to its last ' +
    'report (reports that come in bursts count as bursts), the chance of so long a silence is below 5% divided by the ' +
    'number of sites: over all sites, at most 5% of weekly reports name one whose rhythm has not changed. Sites that ' +
    'report more seldom are “within their usual interval”. All reports count, whatever the part and whether they are ' +
    'counted.',
  reportHandIn: (verdict) => VERDICT_EN[verdict],
  reportRatio: (ratio, lower, upper, verdict) =>
    `Rate ratio to last period ${ratio} (90% interval ${lower} – ${upper}): ${verdict}`,
  reportWorse: 'a rise, the 90% interval excludes 1',
  reportBetter: 'a fall, the 90% interval excludes 1',
  reportChance: 'chance cannot be ruled out',
  reportDelays: 'Delays (events)',
  reportDelayMin: 'Minutes of delay',
  reportWithdrawn: 'Withdrawn, detrained or rescued',
  reportService: 'Affecting service',
  reportClosed: 'Closed in the period',
  reportClosedOfThese: 'Of this period’s failures, closed',
  reportClosedShare: 'Closure share of this period’s failures',
  reportMedianDays: 'Median days to close',
  reportNoClosingLength: 'Of these, day of occurrence unknown and left out of the days to close',
  reportOnTimeShare: 'Closed in time',
  reportProvisional: (years) =>
    `Provisional: holidays of ${years.join(', ')} have not been entered, only weekends are off.`,
  reportOnTimeRule:
    'Closed within their time ÷ (closed in the period + open at its end beyond their time). ' +
    'The time allowed is that of all states on the path together (Settings); used is worked ' +
    'time from the report (else the occurrence) to closing, suspensions taken off.',
  reportOnTime: 'Closed in time',
  reportLate: 'Closed late',
  reportOverdue: 'Open beyond their time',
  reportOnTimeUndated: 'Not dated, left out of the share',
  reportSuspended: (n) => `${n} of the open ones are suspended; their clock stands`,
  reportNinetieth: '90th percentile of days to close',
  reportOpen: 'Open at the end',
  reportOpenSince: 'Open at the end of the period, closed since',
  reportClosedUndated: 'Closed, day unknown (taken as closed before the end)',
  reportAgeUnknown: 'Only the year is known: no age',
  reportRepeats: 'Repeat failures',
  reportRepeatShare: 'Repeat share',
  reportRepeatRule:
    'The same part of the same train failing again within 30 days or 30,000 km of the failure before; that one may lie before the period.',
  reportResponsibility: (label) => `Chargeable to: ${label}`,
  reportNotJudged: 'not yet judged',
  reportRowsHere: (rows) => `${rows} rows`,
  reportOldestFirst: 'Oldest first.',
  reportNotableRule:
    'Safety events, severity Ⅰ and Ⅱ, effects that must be notified, delays; gravest first, 50 at most.',
  reportAgeingRule: (day) =>
    `Failures that had occurred and were not closed on ${day}. Past states are not kept: the state is that of today.`,
  reportCheck: 'Check',
  reportCheckValue: 'As stated',
  reportCheckFormula: 'By formula',
  reportCheckVerdict: 'Agree?',
  reportCheckList: 'Rows of the failure list = failures counted',
  reportCheckPareto: 'Sum of the Pareto by part = failures counted',
  reportCheckAgeing: 'Sum of the ageing = rows of the open list',
  reportCheckShare: 'Shares of the Pareto by part add to 100%',
  reportHash: 'Fingerprint of the data (SHA-256)',
  reportKindName: 'Report',
  reportNotPrinted: 'Not printed with the report; to print it: Page Layout → Print Area → Clear Print Area',
  reportPrintedFirst: (first, all) =>
    `The first ${first} of ${all} are printed; to print all: Page Layout → Print Area → Clear Print Area`,
  reportDataUntil: 'Day of the data',
  reportConfidence: 'Confidence',
  reportRhythm: 'When a site is missing',
  reportRecords: 'Records',
  reportLogHead: 'The log up to here',
  reportLogHeadOf: (device, entries, hash) =>
    `device ${device}, entry ${String(entries)}${hash === '' ? '' : `, ${hash}`}`,
  reportLogHeadWhy: 'Given to the check of the log (Data → Log) later, it shows whether what came before was changed.',
  reportHashWhy:
    'Worked out from every record and every train’s distance this report read; the same data give the same fingerprint.',
  reportChartPareto: (what) => `Pareto: ${what}`,
  reportChartMtbf: 'Mean distance between failures with 90% interval',
  reportChartTrend: 'Failure rate with control limits',
  reportChartAgeing: 'Age of open failures',
  reportChartTypes: 'Failures per million km by vehicle type with 90% interval',
  reportChartDescription: (what, sheet) => `${what}; the data are in the table on the left of sheet “${sheet}”`,
}
