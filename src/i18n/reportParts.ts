import { custodyEn, custodyZh } from './custody'
import type { Translation } from './translation'

/** Words of the parts of a report that read more than failures: parts out of the train, costs, spares, improvements, lessons. */
export const reportPartsZh = {
  custodyKindName: custodyZh.custodyKind,
  custodyRule: (day: string) => `截至 ${day}，按“流转”登记的步骤：已移交或送修、还没有入库或报废的换下件。天数从第一步算起。`,
  partsShown: (shown: string, all: string) => `显示 ${shown} 件，共 ${all} 件；工作簿里是全部。`,
  custodyOut: '在外的换下件', custodyOutNone: '没有登记在外的换下件', custodyNothing: '没有登记过任何流转步骤。',
  custodyRemoved: (removed: string, without: string) => `本期换下 ${removed} 件，其中 ${without} 件没有登记流转。`,
  custodyPart: '部件', custodySerial: '换下件号', custodyTagNo: '标签号', custodyLast: '最后一步', custodyPlace: '现在何处', custodyPaper: '单据号', custodySince: '首步日期', custodyAge: '在外天数', custodyHere: '最后一步后天数', custodyOverdue: '超应返天数',
  turnTitle: '返修周期与 NFF',
  turnFinished: '本期修复或返回（件）', turnMedian: '送修到修复：中位数（天）', turnNinetieth: '送修到修复：90% 分位（天）', turnOpen: '期末仍在修（件）', turnOldest: '在修最久（天）', turnLost: '本期报废或不可修（件）',
  turnRule: '返修周期 = 送修那一步到其后的“已修复”或“返回入库”，结束日在本期内的计入。',
  nffBench: '台架 NFF 率', nffField: '现场 NFF 率', nffOf: (found: string, of: string) => `${found} / ${of}`,
  nffBenchRule: '分母：本期故障中写了检测结论（待检除外）的件数', nffFieldRule: '分母：本期故障中有现场处理记录的条数；分子：核实为“未复现/无故障”的',
  costsRule: '实际与计提并列，从不相加；币种不相加。月份的第一天在本期内的计入；冲销记在原来的月份。索赔收入按负数计。',
  costsNothing: '本期没有登记费用。',
  costsElsewhere: (n: string) => `本期另有 ${n} 笔费用不属于本报告的部件或列车，未计入。`,
  costsBucket: '费用类别', costsCurrency: '币种', costsActual: '实际', costsActualEntries: '笔数（实际）', costsAccrued: '计提', costsAccruedEntries: '笔数（计提）', costsVariance: '差异（实际 − 计提）',
  costsTotalLine: '合计', costsOwn: '其中我方承担（实际）', costsPerKm: '每万列车公里', costsPerKmOf: (km: string) => `列车走行 ${km} km`, costsNoKm: '没有里程，无法计算',
}

export const reportPartsEn: Translation<typeof reportPartsZh> = {
  custodyKindName: custodyEn.custodyKind,
  custodyRule: (day) => `On ${day}, by the steps recorded under custody: removed parts handed over or sent to repair and neither back in stock nor scrapped. Days count from the first step.`,
  partsShown: (shown, all) => `${shown} of ${all} shown; the workbook has all.`,
  custodyOut: 'Removed parts on their way', custodyOutNone: 'No removed part is recorded as on its way', custodyNothing: 'No custody step has been recorded.',
  custodyRemoved: (removed, without) => `Parts that came off in the period: ${removed}; without any step recorded: ${without}.`,
  custodyPart: 'Part', custodySerial: 'Removed serial', custodyTagNo: 'Tag', custodyLast: 'Last step', custodyPlace: 'Now at', custodyPaper: 'Paper no.', custodySince: 'First step', custodyAge: 'Days on its way', custodyHere: 'Days since last step', custodyOverdue: 'Days past return date',
  turnTitle: 'Repair turn-round and no fault found',
  turnFinished: 'Repaired or returned in the period (parts)', turnMedian: 'Sent to repaired: median (days)', turnNinetieth: 'Sent to repaired: 90th percentile (days)', turnOpen: 'Still at repair at the end (parts)', turnOldest: 'Longest at repair (days)', turnLost: 'Scrapped or not repairable in the period (parts)',
  turnRule: 'Turn-round runs from “sent to repair” to the “repaired” or “back in stock” that follows; those that end in the period count.',
  nffBench: 'No fault found on the bench', nffField: 'No fault found in the field', nffOf: (found, of) => `${found} / ${of}`,
  nffBenchRule: 'Of the period’s failures with a bench finding (pending ones left out)', nffFieldRule: 'Of the period’s failures with a handling on site, those verified as not reproduced',
  costsRule: 'Actual and accrued stand beside each other and are never added; nor are currencies. A month counts when it begins in the period; a reversal stands in the month of what it reverses. Claim income counts as negative.',
  costsNothing: 'No costs were entered for this period.',
  costsElsewhere: (n) => `Entries of the period that belong to no part or train of this report and are left out: ${n}.`,
  costsBucket: 'Cost bucket', costsCurrency: 'Currency', costsActual: 'Actual', costsActualEntries: 'Entries (actual)', costsAccrued: 'Accrued', costsAccruedEntries: 'Entries (accrued)', costsVariance: 'Variance (actual − accrued)',
  costsTotalLine: 'Total', costsOwn: 'Of it borne by us (actual)', costsPerKm: 'Per 10⁴ train-km', costsPerKmOf: (km) => `${km} train-km`, costsNoKm: 'no distance, cannot be worked out',
}
