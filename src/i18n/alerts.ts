/** Alerts: what was found, how seldom chance shows it, what people do about it, and the rules. */
import type { AlertRuleFault, AlertWeight, AlertWhat, BuiltInRule } from '../domain/alerts/alertRule'
import type { EpisodeState } from '../domain/alerts/alertEpisode'
import type { Translation, Words } from './translation'

const BUILT_IN_ZH: Words<BuiltInRule> = {
  safety: '灾难级故障',
  silence: '某段不再上报',
  recurrence: '同车同部件反复故障',
  partRate: '部件故障率升高',
  depotRate: '某段故障率升高',
  month: '部件月度超出控制限',
  target: '合同指标未达到',
  overdue: '超过处理时限一周以上',
  age: '半年以上未关闭',
}
const BUILT_IN_EN: Words<BuiltInRule> = {
  safety: 'Catastrophic failure',
  silence: 'A depot has gone silent',
  recurrence: 'Same train and part fail again',
  partRate: 'Rate of a part has risen',
  depotRate: 'Rate of a depot has risen',
  month: 'Month of a part beyond its control limit',
  target: 'Contract target missed',
  overdue: 'A week or more beyond the time limit',
  age: 'Open for half a year or longer',
}
const WEIGHT_ZH: Words<AlertWeight> = { urgent: '紧急', important: '重要', notice: '一般' }
const WEIGHT_EN: Words<AlertWeight> = { urgent: 'Urgent', important: 'Important', notice: 'Notice' }
const STATE_ZH: Words<EpisodeState> = {
  raised: '未看',
  seen: '已看到',
  taken: '已认领',
  back: '认领到期',
  cleared: '已了结',
}
const STATE_EN: Words<EpisodeState> = {
  raised: 'Unseen',
  seen: 'Seen',
  taken: 'Taken',
  back: 'Due back',
  cleared: 'Cleared',
}
const FAULT_ZH: Words<AlertRuleFault> = {
  'alert-what': '选看什么',
  'alert-name': '给规则起个名字',
  'alert-each': '这种规则不能这样分别看',
  'alert-window': '时间窗写 1 到 730 之间的整天数',
  'alert-threshold': '门槛写大于 0 的数',
  'alert-count': '门槛写整数：次数至少 1，反复至少 2',
  'alert-level': '允许的误报写大于 0、不超过 52 的次数（每年）',
  'alert-weight': '选级别',
  'alert-role': '选通知哪个角色',
}
const FAULT_EN: Words<AlertRuleFault> = {
  'alert-what': 'Choose what is watched',
  'alert-name': 'Give the rule a name',
  'alert-each': 'This kind of rule cannot be split like that',
  'alert-window': 'The window is a whole number of days from 1 to 730',
  'alert-threshold': 'The threshold is a number above 0',
  'alert-count': 'The threshold is a whole number: at least 1 failure, or at least 2 of the same train and part',
  'alert-level': 'The false alarms allowed are more than 0 and at most 52 a year',
  'alert-weight': 'Choose a weight',
  'alert-role': 'Choose the role it goes to',
}
const WHY_ZH: Words<AlertWhat> = {
  count: '时间窗内的故障达到门槛就响。不写门槛时，门槛由允许的误报和此前两年的次数推出。',
  rate: '时间窗内的故障数超出此前两年故障率能解释的程度就响；按里程比，没有里程时按天数。写了门槛（每百万公里），就和约定的率比。',
  recurrence: '同一列车的同一部件在时间窗内反复故障，超出该部件在全部列车上的水平能解释的程度就响。',
  age: '故障发生后超过门槛天数仍未关闭就响。',
  overdue: '故障在某个状态超过处理时限，且再超过门槛个工作日就响。',
  controlLimit: '刚过去的整月超出控制限就响，控制限与部件页月度图的算法相同。每个月只响一次。',
  target: '近 12 个月连上界也达不到合同指标就响，每季度判断一次。',
  silence: '某个单位的沉默长于它自己的上报节奏能解释的程度就响。全部单位都沉默时只响一次，因为多半是记录断了。',
}
const WHY_EN: Words<AlertWhat> = {
  count:
    'Speaks when the failures of the window reach the threshold. Without one it follows from the false alarms ' +
    'allowed and the counts of the two years before.',
  rate:
    'Speaks when the window holds more failures than the rate of the two years before explains, by distance, or by ' +
    'days where no distance is known. With a threshold (per 10⁶ km) it is held against that agreed rate.',
  recurrence:
    'Speaks when the same part of the same train fails again and again within the window, more than the level of ' +
    'that part over all trains explains.',
  age: 'Speaks when a failure is still open after the threshold, in days.',
  overdue: 'Speaks when a failure is beyond the time limit of its state by the threshold, in working days.',
  controlLimit:
    'Speaks when the last whole month is above its control limit, worked out as on the monthly chart of a part. ' +
    'It speaks once for each month.',
  target: 'Speaks when not even the upper bound of the last 12 months reaches a contract target; judged each quarter.',
  silence:
    'Speaks when a site has been silent for longer than its own rhythm of reporting explains. Where all sites are ' +
    'silent it speaks once, because the records have probably ended.',
}

export const alertsZh = {
  alertsTitle: '预警',
  alertsLead: '规则在本机数据上运行；每条都写明依据，以及若什么都没变，碰巧出现有多难得。',
  alertsTabOpen: '待处理',
  alertsTabTaken: '已认领',
  alertsTabCleared: '已了结',
  alertsTabRules: '规则',
  alertsNone: '没有待处理的预警。',
  alertsNoneTaken: '没有人认领预警。',
  alertsNoneCleared: '还没有了结过预警。',
  alertsMine: (role: string) => `只看给${role}的`,
  alertsForRole: (role: string) => `通知${role}`,
  alertsSince: (day: string) => `成立于 ${day}`,
  alertsNumber: (number: string) => `第 ${number} 次`,
  alertsGone: '条件已不再成立，可以了结',
  alertsRows: (count: string) => `看 ${count} 条故障`,
  alertsPart: '部件页',
  alertsSee: '知道了',
  alertsTake: '认领',
  alertsTakeTitle: '认领预警',
  alertsTakeWhy: '写明负责到哪天：到期还没了结，它会自动回到待处理。',
  alertsTakeNeeded: '选今天或以后的日期',
  alertsClear: '了结',
  alertsClearTitle: '了结预警',
  alertsClearWhy: '了结后，只有之后的新情况才会再次响起。结论用来判断规则有没有用。',
  alertsClearNeeded: '选有用还是误报',
  alertsClearGone: (count: string) => `了结不再成立的 ${count} 条`,
  alertsDoneSeen: '已标为看到',
  alertsDoneTaken: (until: string) => `已认领到 ${until}`,
  alertsDoneCleared: '已了结',
  alertsSeenBy: (name: string, at: string) => `${name} ${at} 看到`,
  alertsTakenBy: (name: string, until: string) => `${name} 认领到 ${until}`,
  alertsClearedBy: (name: string, at: string) => `${name} ${at} 了结`,
  alertsOutcome: (outcome: string) => (outcome === 'useful' ? '有用' : outcome === 'false' ? '误报' : ''),
  alertsRuleGone: '规则已删除',
  alertsHome: '预警',
  alertsHomeNone: (rules: string) => `${rules} 条规则在看，没有待处理的预警。`,
  alertsHomeAll: '全部预警',
  alertsHomeCounts: (open: string, mine: string) => `待处理 ${open}，其中给我的 ${mine}`,
  alertsWorkNone: '没有给我的预警。',
  alertWeight: (weight: AlertWeight) => WEIGHT_ZH[weight],
  alertState: (state: EpisodeState) => STATE_ZH[state],
  alertBuiltIn: (rule: BuiltInRule) => BUILT_IN_ZH[rule],
  alertWhole: '全部',
  alertFault: (fault: AlertRuleFault) => FAULT_ZH[fault],
  alertWhy: (what: AlertWhat) => WHY_ZH[what],
  alertCountFound: (count: string, days: string, least: string) => `近 ${days} 天 ${count} 起，到 ${least} 起即预警`,
  alertRateFound: (count: string, exposure: string, least: string) =>
    `时间窗内 ${count} 起 / ${exposure}，到 ${least} 起即预警`,
  alertPairFound: (count: string, days: string) => `同一列车的同一部件近 ${days} 天 ${count} 起`,
  alertExpected: (expected: string, earlier: string, days: string) =>
    `按此前 ${days} 天的 ${earlier} 起，应为 ${expected} 起`,
  alertExpectedPair: (expected: string) => `按该部件在全部列车上的水平，应为 ${expected} 起`,
  alertExpectedAgreed: (expected: string) => `按约定的故障率，应为 ${expected} 起`,
  alertAgeFound: (count: string, days: string) => `${count} 条未关闭故障超过期限，最久的已 ${days} 天`,
  alertLateFound: (count: string, days: string) => `${count} 条超过处理时限，最多超 ${days} 个工作日`,
  alertMonthFound: (count: string, most: string, expected: string) =>
    `该月 ${count} 起，控制限为 ${most} 起，平均应为 ${expected} 起`,
  alertTargetFound: (from: string, to: string, estimate: string, target: string) =>
    `${from} 至 ${to}：MDBF ${estimate} km，连上界也达不到约定的 ${target} km`,
  alertSilenceFound: (days: string, yearly: string, expected: string) =>
    `已 ${days} 天没有上报；按平时每年 ${yearly} 次，这段时间应有 ${expected} 次`,
  alertSilenceAll: (days: string) => `全部单位都已 ${days} 天没有上报：记录可能断在这里，或还没有导入`,
  alertTrainKm: (million: string) => `${million} × 10⁶ 列车公里`,
  alertPartKm: (million: string) => `${million} × 10⁶ 部件公里`,
  alertDays: (days: string) => `${days} 天（没有里程，按天数）`,
  alertChanceOften: (perYear: string) => `若什么都没变，它碰巧这样不超过每年 ${perYear} 次`,
  alertChanceSeldom: (years: string) => `若什么都没变，它约 ${years} 年才会碰巧这样一次`,
  alertChanceHardly: '若什么都没变，它一千年也难得碰巧这样一次',
  alertAmong: (count: string) => `同时看 ${count} 个对象，允许的误报平均分给每一个（Bonferroni）`,
  alertCluster: (size: string) => `已计入故障成串发生（平均一串 ${size} 起）`,
  alertNoChance: '到期即报，不按机会判断',
  alertMonthChance: (among: string) => `控制限与月度图相同；同时看 ${among} 个对象，未再收紧`,
  alertRulesLead:
    '每条规则写明：今天会响几次，近两年会响几次，车队毫无变化时每年误响几次。误报按规则分别控制，可以相加。',
  alertRulesTotal: (perYear: string) => `启用的规则合计：车队毫无变化时，每年误报不超过约 ${perYear} 次。`,
  alertRulesAdd: '加规则',
  alertRulesOutlook: (now: string, past: string, days: string) => `现在 ${now}；近 ${days} 天会有 ${past} 次`,
  alertRulesOutlookNoPast: (now: string) => `现在 ${now}；过去的状态没有留存，无法回放`,
  alertRulesPerYear: (perYear: string) => `车队毫无变化时，每年误报不超过约 ${perYear} 次`,
  alertRulesPerYearNone: '到期即报，与机会无关',
  alertRulesPerYearUnknown: '数据太少，算不出误报',
  alertRulesAmong: (count: string) => `同时看 ${count} 个对象`,
  alertRulesUse: (raised: string, taken: string, useful: string, wrong: string, untouched: string) =>
    `发出 ${raised} 次：认领 ${taken}，有用 ${useful}，误报 ${wrong}，没人理 ${untouched}`,
  alertRulesNeverRaised: '还没有发出过',
  alertRulesProposedOff: '发出了这么多次，没有人认领或大多是误报：建议停用或收紧',
  alertRulesOff: '已停用',
  alertRulesEdit: '修改',
  alertRulesSwitchOff: '停用',
  alertRulesSwitchOn: '启用',
  alertRulesDelete: '删除',
  alertRulesReset: '恢复默认',
  alertRulesSwitchWhy: '为什么（写进历史）',
  alertRulesSaved: '规则已保存',
  alertRulesEnded: '已处理，仍在历史里',
  alertRulesWindow: (days: string) => `时间窗 ${days} 天`,
  alertRulesThreshold: (what: AlertWhat, value: string) =>
    what === 'rate'
      ? `门槛 ${value} 起/百万公里`
      : what === 'age'
        ? `门槛 ${value} 天`
        : what === 'overdue'
          ? `门槛 ${value} 个工作日`
          : `门槛 ${value} 起`,
  alertRulesThresholdLabel: (what: AlertWhat) =>
    what === 'rate'
      ? '门槛（起/百万公里，空 = 与自己的过去比）'
      : what === 'age'
        ? '门槛（天）'
        : what === 'overdue'
          ? '门槛（工作日）'
          : '门槛（起，空 = 由允许的误报推出）',
  alertRulesLevel: (perYear: string) => `允许误报 ${perYear} 次/年`,
  alertRulesOnly: (scope: string) => `只看 ${scope}`,
  alertRulesPreview: '用现在的数据试一下',
  alertRulesPreviewNow: (now: string) => `现在会响 ${now} 次`,
  alertRulesPreviewPast: (past: string, days: string) => `近 ${days} 天会响 ${past} 次（每次一周后了结）`,
  alertRulesPreviewMore: '等',
  alertRulesPreviewWait: '正在计算…',
  alertRulesHistoryTitle: '规则的修改历史',
  alertRulesHistoryNone: '还没有改过。',
}

export const alertsEn: Translation<typeof alertsZh> = {
  alertsTitle: 'Alerts',
  alertsLead:
    'Rules over the data of this device. Each alert says what it rests on and how seldom it would come by chance if nothing had changed.',
  alertsTabOpen: 'Open',
  alertsTabTaken: 'Taken',
  alertsTabCleared: 'Cleared',
  alertsTabRules: 'Rules',
  alertsNone: 'No alert is open.',
  alertsNoneTaken: 'Nobody has taken an alert.',
  alertsNoneCleared: 'No alert has been cleared yet.',
  alertsMine: (role) => `Only those for ${role}`,
  alertsForRole: (role) => `for ${role}`,
  alertsSince: (day) => `since ${day}`,
  alertsNumber: (number) => `episode ${number}`,
  alertsGone: 'No longer true; it can be cleared',
  alertsRows: (count) => `Show ${count} failures`,
  alertsPart: 'Page of the part',
  alertsSee: 'Seen',
  alertsTake: 'Take',
  alertsTakeTitle: 'Take the alert',
  alertsTakeWhy: 'Say until when you look after it: if it is not cleared by then, it is open again by itself.',
  alertsTakeNeeded: 'Choose today or a later day',
  alertsClear: 'Clear',
  alertsClearTitle: 'Clear the alert',
  alertsClearWhy:
    'After clearing, only what happens later raises it again. The outcome tells whether the rule is of use.',
  alertsClearNeeded: 'Choose useful or false alarm',
  alertsClearGone: (count) => `Clear those no longer true: ${count}`,
  alertsDoneSeen: 'Marked as seen',
  alertsDoneTaken: (until) => `Taken until ${until}`,
  alertsDoneCleared: 'Cleared',
  alertsSeenBy: (name, at) => `seen by ${name}, ${at}`,
  alertsTakenBy: (name, until) => `taken by ${name} until ${until}`,
  alertsClearedBy: (name, at) => `cleared by ${name}, ${at}`,
  alertsOutcome: (outcome) => (outcome === 'useful' ? 'useful' : outcome === 'false' ? 'false alarm' : ''),
  alertsRuleGone: 'Rule deleted',
  alertsHome: 'Alerts',
  alertsHomeNone: (rules) => `${rules} rules are watching; no alert is open.`,
  alertsHomeAll: 'All alerts',
  alertsHomeCounts: (open, mine) => `open ${open}, for me ${mine}`,
  alertsWorkNone: 'No alert is for me.',
  alertWeight: (weight) => WEIGHT_EN[weight],
  alertState: (state) => STATE_EN[state],
  alertBuiltIn: (rule) => BUILT_IN_EN[rule],
  alertWhole: 'Everything',
  alertFault: (fault) => FAULT_EN[fault],
  alertWhy: (what) => WHY_EN[what],
  alertCountFound: (count, days, least) => `${count} failures in ${days} days; ${least} raise it`,
  alertRateFound: (count, exposure, least) => `${count} failures in the window over ${exposure}; ${least} raise it`,
  alertPairFound: (count, days) => `${count} failures of the same part of the same train in ${days} days`,
  alertExpected: (expected, earlier, days) => `${expected} expected from ${earlier} in the ${days} days before`,
  alertExpectedPair: (expected) => `${expected} expected from that part over all trains`,
  alertExpectedAgreed: (expected) => `${expected} expected at the agreed rate`,
  alertAgeFound: (count, days) => `${count} open failures are beyond the limit, the oldest ${days} days old`,
  alertLateFound: (count, days) => `${count} failures are beyond their time limit, by up to ${days} working days`,
  alertMonthFound: (count, most, expected) =>
    `${count} failures in that month; the control limit is ${most}, the mean ${expected}`,
  alertTargetFound: (from, to, estimate, target) =>
    `${from} to ${to}: MDBF ${estimate} km; not even its upper bound reaches the ${target} km agreed`,
  alertSilenceFound: (days, yearly, expected) =>
    `No report for ${days} days; at its usual ${yearly} a year, ${expected} would have come`,
  alertSilenceAll: (days) =>
    `No site has reported for ${days} days: the records may have ended here, or have not been imported yet`,
  alertTrainKm: (million) => `${million} × 10⁶ train-km`,
  alertPartKm: (million) => `${million} × 10⁶ part-km`,
  alertDays: (days) => `${days} days (no distance known)`,
  alertChanceOften: (perYear) => `if nothing had changed, chance would show this at most ${perYear} times a year`,
  alertChanceSeldom: (years) => `if nothing had changed, chance would show this about once in ${years} years`,
  alertChanceHardly: 'if nothing had changed, chance would hardly show this once in a thousand years',
  alertAmong: (count) =>
    `${count} subjects are watched together; the false alarms allowed are shared equally (Bonferroni)`,
  alertCluster: (size) => `failures that come in clusters (${size} on average) are allowed for`,
  alertNoChance: 'due is due: chance has no part in it',
  alertMonthChance: (among) => `limits as on the monthly chart; ${among} subjects are watched, not tightened for that`,
  alertRulesLead:
    'How often each rule speaks today, would have in two years, and would by chance on an unchanging fleet. False alarms add up.',
  alertRulesTotal: (perYear) =>
    `All active rules together: at most about ${perYear} false alarms a year on an unchanging fleet.`,
  alertRulesAdd: 'Add a rule',
  alertRulesOutlook: (now, past, days) => `now ${now}; in the last ${days} days ${past}`,
  alertRulesOutlookNoPast: (now) => `now ${now}; past states are not kept, so the past cannot be replayed`,
  alertRulesPerYear: (perYear) => `at most about ${perYear} false alarms a year on an unchanging fleet`,
  alertRulesPerYearNone: 'due is due: chance has no part in it',
  alertRulesPerYearUnknown: 'too little data to work out false alarms',
  alertRulesAmong: (count) => `${count} subjects watched together`,
  alertRulesUse: (raised, taken, useful, wrong, untouched) =>
    `raised ${raised}: taken ${taken}, useful ${useful}, false alarm ${wrong}, untouched ${untouched}`,
  alertRulesNeverRaised: 'never raised yet',
  alertRulesProposedOff:
    'raised so often, and nobody takes it or most were false: consider switching it off or tightening it',
  alertRulesOff: 'Switched off',
  alertRulesEdit: 'Change',
  alertRulesSwitchOff: 'Switch off',
  alertRulesSwitchOn: 'Switch on',
  alertRulesDelete: 'Delete',
  alertRulesReset: 'Back to default',
  alertRulesSwitchWhy: 'Why (kept in the history)',
  alertRulesSaved: 'Rule saved',
  alertRulesEnded: 'Done; it stays in the history',
  alertRulesWindow: (days) => `window ${days} d`,
  alertRulesThreshold: (what, value) =>
    what === 'rate'
      ? `threshold ${value} per 10⁶ km`
      : what === 'age'
        ? `threshold ${value} d`
        : what === 'overdue'
          ? `threshold ${value} working days`
          : `threshold ${value}`,
  alertRulesThresholdLabel: (what) =>
    what === 'rate'
      ? 'Threshold (per 10⁶ km; empty: its own past)'
      : what === 'age'
        ? 'Threshold (days)'
        : what === 'overdue'
          ? 'Threshold (working days)'
          : 'Threshold (failures; empty: from the false alarms allowed)',
  alertRulesLevel: (perYear) => `${perYear} false alarms a year allowed`,
  alertRulesOnly: (scope) => `only ${scope}`,
  alertRulesPreview: 'On the records of today',
  alertRulesPreviewNow: (now) => `It would raise ${now} now`,
  alertRulesPreviewPast: (past, days) =>
    `It would have raised ${past} in the last ${days} days (each cleared after a week)`,
  alertRulesPreviewMore: 'and more',
  alertRulesPreviewWait: 'Working it out…',
  alertRulesHistoryTitle: 'History of the rules',
  alertRulesHistoryNone: 'Never changed.',
}
