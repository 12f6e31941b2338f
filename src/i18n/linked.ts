/** Failures chosen in one drawing and shown in all, and failures set aside to see the figures without them. */
import type { Translation } from './translation'

export const linkedZh = {
  linkedChosen: (count: string) => `选中 ${count} 条故障`,
  linkedRows: '查看这些故障',
  linkedZoom: '只看这段时间',
  linkedNoDays: '选中的故障都没有发生日期',
  linkedClear: '取消选择',
  setAside: '排除后再算…',
  setAsideTitle: (count: string) => `排除 ${count} 条故障再算`,
  setAsideWhat:
    '记录不变。本页的数字和图按没有这些故障重算，旁边列出未排除时的结果；地址和保存的视图里记着排除了谁、为什么。',
  setAsideWhy: '排除理由',
  setAsideNoWhy: '没有写',
  setAsideTooMany: (most: string) => `一次最多排除 ${most} 条；更多请用范围或判定`,
  setAsideHead: (count: string) => `已排除 ${count} 条故障`,
  setAsideUndo: '不再排除',
  setAsideElsewhere: '被排除的故障不在当前部件、时段或列车范围内',
  setAsideBefore: '全部故障',
  setAsideAfter: '排除以后',
  setAsideMtbf: '平均故障间隔里程',
  setAsideRate: '每百万公里故障数',
  setAsideRepeats: '重复故障',
  setAsideHonest:
    '排除只用来试算，不改判定；进报告的数字不受影响。寿命图里，被排除的故障那次拆下按“到此为止没有失效”处理。',
  chartsSaveAll: '保存本页全部图',
  chartsSaved: (count: string) => `已保存 ${count} 张图（PNG 和 SVG）`,
  chartsNone: '本页没有可保存的图',
}

export const linkedEn: Translation<typeof linkedZh> = {
  linkedChosen: (count) => `${count} failures chosen`,
  linkedRows: 'See these failures',
  linkedZoom: 'Only this time',
  linkedNoDays: 'None of the chosen failures has a date',
  linkedClear: 'Clear the choice',
  setAside: 'Set aside and compare…',
  setAsideTitle: (count) => `Figures without ${count} failures`,
  setAsideWhat:
    'No record changes. This page is worked out without them, beside what it was; the address and saved views say which, and why.',
  setAsideWhy: 'Why they are set aside',
  setAsideNoWhy: 'not written',
  setAsideTooMany: (most) => `Up to ${most} can be set aside; for more use the scope or the judgement`,
  setAsideHead: (count) => `${count} failures set aside`,
  setAsideUndo: 'Count them again',
  setAsideElsewhere: 'They lie outside the part, period or trains looked at',
  setAsideBefore: 'All failures',
  setAsideAfter: 'Without them',
  setAsideMtbf: 'Mean distance between failures',
  setAsideRate: 'Failures per million km',
  setAsideRepeats: 'Recurrences',
  setAsideHonest:
    'A trial: it changes no judgement and no report. In life plots a part that came off with such a failure had not failed until then.',
  chartsSaveAll: 'Save all charts of this page',
  chartsSaved: (count) => `${count} charts saved (PNG and SVG)`,
  chartsNone: 'No chart on this page to save',
}
