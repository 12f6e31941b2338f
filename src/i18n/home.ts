/** The figures of the first page. */
import type { Translation } from './translation'

export const homeZh = {
  homeNow: '本月到今天',
  homeFailures: '故障',
  homeFailuresBefore: (count: string, day: string) => `上月到 ${day} 日：${count}`,
  homeClosed: '本月关闭',
  homeOpen: '未关闭',
  homeLate: '超期',
  homeLateMine: (count: string) => `其中等我的 ${count}`,
  homeMine: '等我处理',
  homeMineOf: (role: string) => `按我的角色：${role}`,
  homeYear: '近 12 个整月故障率',
  homeYearUnit: '件/百万列车公里',
  homeYearBounds: (lower: string, upper: string) => `90% ${lower} ～ ${upper}`,
  homeYearOf: (failures: string, millionKm: string, coverage: string) =>
    `${failures} 条，${millionKm} × 10⁶ 列车公里，里程已知 ${coverage}`,
  homeYearNone: '没有里程，无法计算',
  homeMonths: '近 13 个月的故障',
  homeMonth: (month: string, count: string) => `${month}：${count} 条`,
  homeMonthRunning: (month: string, count: string) => `${month}：到今天 ${count} 条，本月未完`,
  homeMonthsWhy: '斜线为未完的本月；按一根柱看它的故障。',
}

export const homeEn: Translation<typeof homeZh> = {
  homeNow: 'This month up to today',
  homeFailures: 'Failures',
  homeFailuresBefore: (count, day) => `last month up to day ${day}: ${count}`,
  homeClosed: 'Closed this month',
  homeOpen: 'Open',
  homeLate: 'Overdue',
  homeLateMine: (count) => `of these waiting for me: ${count}`,
  homeMine: 'Waiting for me',
  homeMineOf: (role) => `in my role: ${role}`,
  homeYear: 'Rate of the last 12 whole months',
  homeYearUnit: 'per 10⁶ train-km',
  homeYearBounds: (lower, upper) => `90% ${lower} to ${upper}`,
  homeYearOf: (failures, millionKm, coverage) =>
    `${failures} failures, ${millionKm} × 10⁶ train-km, distance known ${coverage}`,
  homeYearNone: 'No mileage, cannot be computed',
  homeMonths: 'Failures of the last 13 months',
  homeMonth: (month, count) => `${month}: ${count} failures`,
  homeMonthRunning: (month, count) => `${month}: ${count} failures up to today, the month is not over`,
  homeMonthsWhy: 'Hatched: the running month. Press a column for its failures.',
}
