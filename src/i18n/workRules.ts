import type { DayRefusal, LimitRefusal, WindowRefusal } from '../domain/workflow/workRules'
import type { LimitUnit } from '../domain/workflow/stateClock'
import type { Translation, Words } from './translation'

const DAY_ZH: Words<DayRefusal> = {
  'day-times': '上下班时间写成 08:30 这样的时刻',
  'day-order': '下班要晚于上班',
  'day-break': '午休的起止都要写，在上班和下班之间，止晚于起；没有午休就两格都空着',
}
const DAY_EN: Words<DayRefusal> = {
  'day-times': 'Write start and end as times such as 08:30',
  'day-order': 'The day must end after it starts',
  'day-break':
    'A break needs both times, between start and end and in that order; leave both empty for a day without one',
}
const LIMIT_ZH: Words<LimitRefusal> = {
  'limit-number': '写大于 0 的数，例如 4 或 0.5',
  'limit-too-long': '超过 1000 天，请检查单位',
}
const LIMIT_EN: Words<LimitRefusal> = {
  'limit-number': 'write a number above 0, such as 4 or 0.5',
  'limit-too-long': 'longer than 1,000 days; check the unit',
}
const UNIT_ZH: Words<LimitUnit> = { hours: '工作小时', days: '工作日', clockHours: '昼夜小时' }
const UNIT_EN: Words<LimitUnit> = { hours: 'working hours', days: 'working days', clockHours: '24/7 hours' }

/** The working day, holidays and time limits a company sets. */
export const workRulesZh = {
  calendarTitle: '工作日历',
  calendarWhy: (first: number, last: number) =>
    `周末和法定节假日不计时，调休上班日计时。${first}–${last} 年按国务院办公厅通知内置；其他年份在这里录入（填了就覆盖内置的那一年），没有录入的年份只扣周末，凡用到它的期限和工时都标“暂定”。`,
  calendarYear: '年',
  calendarOff: '放假（起..止）',
  calendarWorked: '调休上班',
  calendarBuiltIn: '内置',
  calendarAdd: '保存这一年',
  calendarBad: '日期写成 2027-01-01..2027-01-03 或 2027-01-04，用空格隔开',
  calendarYearBad: '年份写四位数字，例如 2027',
  calendarRemove: '删除',
  rulesTitle: '时限与工作时间',
  rulesWhy:
    '一条故障在每个状态最多停多久，按工作时间算；挂起期间时钟停走。看板、“我的工作”和故障页的时钟都用这里的数。',
  rulesRole: (roles: string) => `时限由${roles}维护；在上面的“角色与权限”里换角色`,
  rulesReason: '为什么改（写进历史）',
  rulesReasonNeeded: '写明为什么改：改了时限，已经超期的和没超期的会互换',
  rulesSaved: '时限与工作时间已保存',
  rulesReset: '恢复内置值',
  rulesChangedMeanwhile: '您填写时规则被改过；保存会以您填的为准。',
  rulesTakeTheirs: '放弃我填的，看新规则',
  rulesResetNothing: '现在就是内置值',
  rulesHistory: '修改历史',
  rulesNoHistory: '还没有改过，用的是内置值。',
  rulesAllPaths: '各路径',
  rulesPriority: '现场处理，按紧急程度',
  rulesPriorityWhy: '定了级的先按紧急程度；某一级留空，就按路径的时限。',
  rulesOwn: '自定',
  windowTitle: '效果验证窗口',
  windowDays: '至少天数',
  windowKm: '每列（件）至少公里',
  windowWhy: '措施生效后看够这么久、跑够这么远，G6 才放行；程序按实际记录核对。',
  windowText: (days: string, km: string) => `${days} 天、${km} km`,
  windowRefusal: (refusal: WindowRefusal) =>
    refusal === 'window-days' ? '天数写 1 到 1000 的整数' : '公里写 0 或更大的数',
  dayTitle: '工作时间',
  dayStart: '上班',
  dayBreakStart: '午休起',
  dayBreakEnd: '午休止',
  dayEnd: '下班',
  dayLength: (hours: string) => `一个工作日 ${hours} 小时`,
  dayRefusal: (refusal: DayRefusal) => DAY_ZH[refusal],
  dayText: (day: {
    readonly start: string
    readonly breakStart: string
    readonly breakEnd: string
    readonly end: string
  }) =>
    day.breakStart === '' ? `${day.start}–${day.end}` : `${day.start}–${day.breakStart}、${day.breakEnd}–${day.end}`,
  limitRefusal: (refusal: LimitRefusal) => LIMIT_ZH[refusal],
  limitBad: (which: string, refusal: string) => `${which}：${refusal}`,
  limitUnit: (unit: LimitUnit) => UNIT_ZH[unit],
  limitUnitOf: (which: string) => `${which}的单位`,
  limitText: (amount: string, unit: LimitUnit) => `${amount} ${UNIT_ZH[unit]}`,
  limitNone: '按路径',
  ruleChange: (what: string, before: string, after: string) => `${what}：${before} → ${after}`,
}

export const workRulesEn: Translation<typeof workRulesZh> = {
  calendarTitle: 'Working calendar',
  calendarWhy: (first, last) =>
    `Weekends and public holidays do not count, moved working days do. ${first} to ${last} ` +
    `are built in as announced by the State Council; other years are entered here (a year ` +
    `entered here replaces the built-in one). Where a year is missing only weekends are off, ` +
    `and every limit and working time that runs through it says “provisional”.`,
  calendarYear: 'Year',
  calendarOff: 'Off (first..last)',
  calendarWorked: 'Worked weekend days',
  calendarBuiltIn: 'built in',
  calendarAdd: 'Save this year',
  calendarBad: 'Write days as 2027-01-01..2027-01-03 or 2027-01-04, with spaces between',
  calendarYearBad: 'Write the year with four digits, such as 2027',
  calendarRemove: 'Remove',
  rulesTitle: 'Time limits and working day',
  rulesWhy:
    'How long a failure may stay in each state, in working time; the clock stands while it is ' +
    'suspended. The board, My work and the clock on a failure all use these numbers.',
  rulesRole: (roles) => `Limits are kept by: ${roles}; change the role under “Roles and permissions” above`,
  rulesReason: 'Why it changes (kept in the history)',
  rulesReasonNeeded: 'Say why: new limits change what is late and what is not',
  rulesSaved: 'Limits and working day saved',
  rulesReset: 'Back to the built-in values',
  rulesChangedMeanwhile: 'The rules were changed while you typed; saving puts yours in their place.',
  rulesTakeTheirs: 'Drop mine, show the new rules',
  rulesResetNothing: 'These are the built-in values',
  rulesHistory: 'History of changes',
  rulesNoHistory: 'Never changed; the built-in values hold.',
  rulesAllPaths: 'every path',
  rulesPriority: 'Handling, by priority',
  rulesPriorityWhy: 'Once graded, the priority decides; a priority left empty goes by the path.',
  rulesOwn: 'own',
  windowTitle: 'Verification window',
  windowDays: 'Days at least',
  windowKm: 'Kilometres at least, each train or item',
  windowWhy:
    'G6 opens only after an action was watched for so long and so far; the program checks it against the records.',
  windowText: (days, km) => `${days} days, ${km} km`,
  windowRefusal: (refusal) =>
    refusal === 'window-days' ? 'write whole days from 1 to 1,000' : 'write kilometres, 0 or more',
  dayTitle: 'Working day',
  dayStart: 'Starts',
  dayBreakStart: 'Break from',
  dayBreakEnd: 'Break until',
  dayEnd: 'Ends',
  dayLength: (hours) => `A working day has ${hours} hours`,
  dayRefusal: (refusal) => DAY_EN[refusal],
  dayText: (day) =>
    day.breakStart === '' ? `${day.start}–${day.end}` : `${day.start}–${day.breakStart}, ${day.breakEnd}–${day.end}`,
  limitRefusal: (refusal) => LIMIT_EN[refusal],
  limitBad: (which, refusal) => `${which}: ${refusal}`,
  limitUnit: (unit) => UNIT_EN[unit],
  limitUnitOf: (which) => `Unit of ${which}`,
  limitText: (amount, unit) => `${amount} ${UNIT_EN[unit]}`,
  limitNone: 'as the path says',
  ruleChange: (what, before, after) => `${what}: ${before} → ${after}`,
}
