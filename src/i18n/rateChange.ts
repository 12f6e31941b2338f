/** When the rate changed. */
import type { Translation } from './translation'

export const rateChangeZh = {
  changeSubtitle: (months: string) => `${months} 个有里程的月份；率只变一次的假定下，似然最大的分界；p 为精确值`,
  changeFound: (month: string, before: string, after: string, p: string) =>
    `故障率自 ${month} 起变了：由 ${before} 到 ${after} 件/10⁶ km（率不变时出现这样大的变化，p ${p}）`,
  changeBetween: (first: string, last: string) => `从 ${first} 到 ${last} 起变，数据分不出来`,
  changeNone: (p: string) => `看不出变点：率不变时，最大的一次变化也常有这样大（p ${p}）`,
  changeScattered: (ratio: string, p: string) =>
    `各列车故障数的散布超出偶然（方差 ÷ 均值 ${ratio}，p ${p}）：故障成簇时，变化看上去比实际更肯定。`,
  changeMonth: '月份',
  changeRateAxis: '故障率（件/10⁶ km）',
  changeMark: (month: string, rate: string) => `${month}: ${rate} 件/10⁶ km`,
  changePoints: '各月',
  changeBeforeLegend: '变化之前',
  changeAfterLegend: '变化之后',
}

export const rateChangeEn: Translation<typeof rateChangeZh> = {
  changeSubtitle: (months) =>
    `${months} months with distance; the split of the largest likelihood if the rate changed once; p is exact`,
  changeFound: (month, before, after, p) =>
    `The rate changed with ${month}: from ${before} to ${after} per 10⁶ km (chance of a change as large under a constant ` +
    `rate: p ${p})`,
  changeBetween: (first, last) => `whether with ${first}, ${last} or between cannot be told`,
  changeNone: (p) => `No change to be seen: under a constant rate the largest one is often as large (p ${p})`,
  changeScattered: (ratio, p) =>
    `Failures scatter over trains more than chance lets them (variance ÷ mean ${ratio}, p ${p}): where they come in clusters ` +
    'a change looks surer than it is.',
  changeMonth: 'Month',
  changeRateAxis: 'Rate (per 10⁶ km)',
  changeMark: (month, rate) => `${month}: ${rate} per 10⁶ km`,
  changePoints: 'Months',
  changeBeforeLegend: 'Before the change',
  changeAfterLegend: 'After the change',
}
