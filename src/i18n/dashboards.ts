/** Boards of figures and charts that people put together. */
import type { BlockKind, BlockSize } from '../domain/board'
import type { Translation, Words } from './translation'

const KIND_ZH: Words<BlockKind> = {
  figures: '数字',
  pareto: '帕累托图',
  trend: '月度趋势与控制限',
  cumulative: '累计故障',
  ranking: '故障率比较',
  open: '未关闭与超期',
  alerts: '预警',
}
const KIND_EN: Words<BlockKind> = {
  figures: 'Figures',
  pareto: 'Pareto chart',
  trend: 'Monthly trend and limits',
  cumulative: 'Cumulative failures',
  ranking: 'Rates compared',
  open: 'Open and overdue',
  alerts: 'Alerts',
}
const SIZE_ZH: Words<BlockSize> = { third: '三分之一宽', half: '半宽', full: '整宽' }
const SIZE_EN: Words<BlockSize> = { third: 'a third', half: 'half', full: 'full width' }

export const dashboardsZh = {
  boardsTitle: '看板',
  boardsLead:
    '自己拼的数字和图：每块有自己的范围和时段，数字都带次数、里程和界限，都能打开它的故障。用同一份数据的人都看得到。',
  boardsNone: '还没有看板。加一个，再往里放数字和图。',
  boardsAdd: '加看板',
  boardsName: '看板名称',
  boardsNameNeeded: '给看板起个名字',
  boardsRename: '改名',
  boardsRemove: '删除看板',
  boardsRemoved: '看板已删除',
  boardsSaved: '看板已保存',
  boardsGone: '这个看板不在了，可能已被删除。',
  boardsEmpty: '这个看板还是空的。',
  boardsPrint: '打印',
  blockAdd: '加一块',
  blockEdit: '修改这一块',
  blockKind: '内容',
  blockKindName: (kind: BlockKind) => KIND_ZH[kind],
  blockSize: '宽度',
  blockSizeName: (size: BlockSize) => SIZE_ZH[size],
  blockNode: '只看部件（空 = 全部产品）',
  blockDepot: '只看段（所）',
  blockType: '只看车型',
  blockMonths: '时段',
  blockMonthsName: (months: string) => (months === '0' ? '有记录以来' : `近 ${months} 个整月`),
  blockBy: '按什么分',
  blockEarlier: (name: string) => `往前移：${name}`,
  blockLater: (name: string) => `往后移：${name}`,
  blockWider: (name: string, size: string) => `${name}：现在${size}，换一种宽度`,
  blockChange: (name: string) => `修改：${name}`,
  blockRemove: (name: string) => `移除：${name}`,
  blockMoved: (name: string, at: string) => `${name}：现在是第 ${at} 块`,
  blockEverything: '全部产品',
}

export const dashboardsEn: Translation<typeof dashboardsZh> = {
  boardsTitle: 'Boards',
  boardsLead:
    'Figures and charts you put together: each block has its own scope and period, every number its count, exposure ' +
    'and bounds, and opens its failures. Everybody on the same data sees them.',
  boardsNone: 'There is no board yet. Add one, then put figures and charts on it.',
  boardsAdd: 'Add a board',
  boardsName: 'Name of the board',
  boardsNameNeeded: 'Give the board a name',
  boardsRename: 'Rename',
  boardsRemove: 'Delete the board',
  boardsRemoved: 'Board deleted',
  boardsSaved: 'Board saved',
  boardsGone: 'This board is not there; it may have been deleted.',
  boardsEmpty: 'This board is still empty.',
  boardsPrint: 'Print',
  blockAdd: 'Add a block',
  blockEdit: 'Change this block',
  blockKind: 'Shows',
  blockKindName: (kind) => KIND_EN[kind],
  blockSize: 'Width',
  blockSizeName: (size) => SIZE_EN[size],
  blockNode: 'Only this part (empty: all products)',
  blockDepot: 'Only this depot',
  blockType: 'Only this vehicle type',
  blockMonths: 'Period',
  blockMonthsName: (months) => (months === '0' ? 'since records began' : `last ${months} whole months`),
  blockBy: 'Told by',
  blockEarlier: (name) => `Move earlier: ${name}`,
  blockLater: (name) => `Move later: ${name}`,
  blockWider: (name, size) => `${name}: ${size} now, another width`,
  blockChange: (name) => `Change: ${name}`,
  blockRemove: (name) => `Remove: ${name}`,
  blockMoved: (name, at) => `${name} is block ${at} now`,
  blockEverything: 'All products',
}
