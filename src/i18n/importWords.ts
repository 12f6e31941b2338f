/** What an import calls kinds of sheets, fields, doubts and reasons. A part of its own, loaded with the first import. */
import { inLanguage } from './inLanguage'
import { MEANING_WORDS } from './meaningWords'
import type { Language, Translation } from './translation'

const KINDS_ZH: Readonly<Record<string, string>> = {
  'failure-ledger': '故障台账',
  'failure-form': '故障报告表',
  'analysis-form': '故障分析报告',
  'action-form': '纠正措施报告',
  'part-replacement-journal': '配件更换记录',
  'mileage-matrix': '里程统计',
  bom: '产品 BOM',
  fleet: '列车台账',
  other: '不导入',
}

const KINDS_EN: Readonly<Record<string, string>> = {
  'failure-ledger': 'Failure ledger',
  'failure-form': 'Failure report form',
  'analysis-form': 'Analysis report',
  'action-form': 'Corrective action report',
  'part-replacement-journal': 'Replacement journal',
  'mileage-matrix': 'Mileage',
  bom: 'Product BOM',
  fleet: 'Fleet list',
  other: 'Not imported',
}

const SKIPS_ZH: Readonly<Record<string, string>> = {
  title: '标题行',
  header: '表头',
  'repeated-header': '重复表头',
  subtotal: '小计',
  total: '合计',
  note: '备注',
  signature: '签字行',
  blank: '空行',
  'left-out': '您选择不导入',
  'picture-on-no-failure': '图片不在任何故障的行上（如公司标志）',
  'already-there': '已存在，相同',
  'no-name': '没有名称',
  'no-number': '没有车号',
  'reading-differs': '与已有读数不同，保留已有的',
  'not-readable': '读不出数',
  'duplicate-within-file': '文件内重复',
  'duplicate-across-files': '跨文件重复',
  'duplicate-in-database': '库中已有',
}

const SKIPS_EN: Readonly<Record<string, string>> = {
  title: 'title',
  header: 'header',
  'repeated-header': 'repeated header',
  subtotal: 'subtotal',
  total: 'total',
  note: 'note',
  signature: 'signature',
  blank: 'blank',
  'left-out': 'left out by you',
  'picture-on-no-failure': 'pictures on no failure, such as a logo',
  'already-there': 'already there, the same',
  'no-name': 'no name',
  'no-number': 'no train number',
  'reading-differs': 'differs from the known reading, which is kept',
  'not-readable': 'no number to read',
  'duplicate-within-file': 'repeated in the file',
  'duplicate-across-files': 'repeated across files',
  'duplicate-in-database': 'already in the database',
}

const REASONS_ZH: Readonly<Record<string, string>> = {
  'same-name': '名称相同',
  synonym: '同义词',
  contains: '名称包含',
  values: '按内容判断',
  content: '由内容看出',
  'values-differ': '名称像但内容不符',
  contradicted: '内容与标题不符',
  month: '月份',
  total: '合计',
  level: '层级',
  chosen: '你的选择',
  none: '没有对应',
}

const REASONS_EN: Readonly<Record<string, string>> = {
  'same-name': 'same name',
  synonym: 'synonym',
  contains: 'name contains it',
  values: 'by the values',
  content: 'understood from content',
  'values-differ': 'name fits, values do not',
  contradicted: 'values contradict the header',
  month: 'month',
  total: 'total',
  level: 'level',
  chosen: 'your choice',
  none: 'no match',
}

const CANONICAL: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  failureNo: ['故障编号', 'Failure no.'],
  occurredAt: ['发生时间', 'Occurred at'],
  repairedAt: ['修复时间', 'Repaired at'],
  actionDoneAt: ['完成日期', 'Action done'],
  installedAt: ['装车日期', 'Installed'],
  mfgDate: ['出厂日期', 'Manufactured'],
  inServiceAt: ['上线日期', 'In service since'],
  operator: ['用户/局', 'Operator'],
  depot: ['段', 'Depot'],
  line: ['线路', 'Line'],
  vehicleType: ['车型', 'Vehicle type'],
  trainNo: ['列车号', 'Train no.'],
  carNo: ['车厢号', 'Car'],
  cars: ['编组辆数', 'Cars'],
  odometerKm: ['走行公里', 'Odometer'],
  system: ['系统', 'System'],
  node: ['部件名称', 'Part name'],
  partNo: ['图号/物料号', 'Part no.'],
  serialNo: ['出厂编号', 'Serial no.'],
  batchNo: ['批次', 'Batch'],
  phase: ['发现时机', 'Detection phase'],
  symptom: ['故障现象', 'Symptom'],
  faultCode: ['故障代码', 'Fault code'],
  severity: ['严重度', 'Severity'],
  faultLevel: ['故障等级', 'Fault level'],
  impact: ['运营影响', 'Service impact'],
  delayMin: ['晚点分钟', 'Delay minutes'],
  onMainLine: ['是否正线', 'On main line'],
  measure: ['处理措施', 'Measure'],
  method: ['处理方式', 'Method'],
  removedSerial: ['换下件号', 'Removed serial'],
  installedSerial: ['换上件号', 'Installed serial'],
  quantity: ['数量', 'Quantity'],
  handler: ['处理人', 'Handler'],
  result: ['处理结果', 'Result'],
  cause: ['原因', 'Cause'],
  causeCategory: ['原因类别', 'Cause category'],
  responsible: ['责任单位', 'Responsible'],
  action: ['纠正措施', 'Corrective action'],
  closed: ['闭环状态', 'Closed'],
  reportNo: ['报告编号', 'Report no.'],
  remark: ['备注', 'Remark'],
  month: ['月份', 'Month'],
  code: ['层级编号', 'Outline code'],
  level: ['层级', 'Level'],
  position: ['安装位置', 'Position'],
  reporter: ['填报人', 'Reporter'],
  reportedAt: ['填报日期', 'Reported on'],
  symptomCode: ['故障现象代码', 'Symptom code'],
  detectionMethod: ['发现方式', 'Detection method'],
  operatingMode: ['发生工况', 'Operating mode'],
  dataDownloaded: ['数据已下载', 'Data downloaded'],
  noDataReason: ['无数据原因', 'Reason for no data'],
  noReadingReason: ['无里程原因', 'Reason for no odometer'],
  disposition: ['换下件去向', 'Disposition of removed part'],
  testOk: ['功能试验是否正常', 'Function test passed'],
  failureMode: ['故障模式', 'Failure mode'],
  mechanism: ['故障机理', 'Failure mechanism'],
  author: ['分析人', 'Analyst'],
  reviewer: ['审核人', 'Reviewer'],
  dueAt: ['计划完成', 'Due'],
  effectivity: ['生效范围', 'Effective for'],
  criticality: ['关键度', 'Criticality'],
  designMtbfH: ['设计MTBF(h)', 'Design MTBF (h)'],
  trainQuantity: ['每列车数量', 'Quantity per train'],
  km: ['公里', 'km'],
  basis: ['口径', 'Basis'],
  occurredTime: ['发生时刻', 'Time of day'],
  parentNode: ['上级部件', 'Parent part'],
  parentPartNo: ['上级物料号', 'Parent part no.'],
}

/** Fields a person can give a column of a ledger, BOM or fleet list, in the order they are offered. */
export const MAPPABLE_FIELDS: readonly string[] = Object.keys(CANONICAL).filter(
  (field) => !['km', 'basis', 'parentPartNo', 'month'].includes(field),
)

const CANONICAL_ZH = Object.fromEntries(Object.entries(CANONICAL).map(([field, [zh]]) => [field, zh]))

const CANONICAL_EN = Object.fromEntries(Object.entries(CANONICAL).map(([field, [, en]]) => [field, en]))

const ISSUES: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  'date-unreadable': ['日期读不出，原文保留', 'Not a readable date; kept as written'],
  'date-two-digit-year': ['年份只有两位，按 20xx 读', 'Two-digit year, read as 20xx'],
  'date-range': ['写的是一段时间，取开始那天', 'A range of dates; its start is taken'],
  'month-only': ['只写到月', 'Only the month is given'],
  'year-inferred': ['没写年份，按本表推出', 'No year; inferred from the sheet'],
  'future-date': ['日期在未来，请核对', 'A date in the future; please check'],
  'repaired-before-occurred': ['修复早于发生', 'Repaired before it occurred'],
  'miles-converted': ['英里已换算为公里（× 1.609344）', 'Miles converted to km (× 1.609344)'],
  'odometer-unreadable': ['里程读不出', 'Odometer cannot be read'],
  'odometer-estimated': ['里程是估计值（约）', 'Odometer is an estimate'],
  'odometer-falls': ['里程比这列车更早的读数还小', 'Odometer is below an earlier one of this train'],
  'serial-precision-lost': [
    '编号被 Excel 变成科学计数，已失真',
    'Serial was turned into E-notation by Excel and is lost',
  ],
  'serial-confusable': [
    '“{found}”里的字母可能是数字（O/0、I/l/1），疑为 {proposal}',
    '“{found}” has a letter that may be a digit (O/0, I/l/1): {proposal}?',
  ],
  'severity-conflict': ['等级写了两个', 'Two severities given'],
  'severity-unmapped': ['等级写法不在代码表里', 'Severity is not in the code list'],
  'value-unmapped': ['写法不在代码表里，原文保留', 'Not in the code list; kept as written'],
  'number-unreadable': ['数字读不出', 'Number cannot be read'],
  'beyond-limits': ['超出字段的上下限', 'Beyond the limits of the field'],
  'train-unreadable': ['车号读不出', 'Train number cannot be read'],
  'train-zero-lost': ['车号前面的零丢了，已补', 'Leading zero of the train number was lost; restored'],
  'train-type-differs': ['列车号里的车型与车型栏不同', 'The type in the train number is not that of the type column'],
  'car-unreadable': ['车厢号读不出', 'Car cannot be read'],
  'several-cars': ['写了几节车厢', 'Several cars given'],
  'several-products': ['写了几个部件', 'Several parts given'],
  'number-missing': ['没有故障编号', 'No failure number'],
  'number-reused': ['编号与另一起故障相同', 'Number is used by another failure too'],
  'duplicate-exact': ['与第 {row} 行完全重复，不写入', 'Repeats row {row}; not stored'],
  'duplicate-near': ['与第 {row} 行是同一起故障，不写入', 'Same failure as row {row}; not stored'],
  'closed-without-date': ['已闭环但没有完成日期', 'Closed without a date'],
  'formula-error': ['单元格是公式错误', 'The cell holds a formula error'],
  'formula-without-result': [
    '公式没有保存结果：在 Excel 里打开、保存一次再导入',
    'Formula without a result: open and save the file in Excel, then import it',
  ],
  'cell-unreadable': ['单元格无法读取', 'The cell cannot be read'],
  'broken-character': ['有字符已损坏，请核对', 'A damaged character; check the text'],
  'note-kept': ['批注“{found}”已并入备注', 'Note “{found}” added to the remark'],
  'link-kept': ['链接“{found}”已并入备注', 'Link “{found}” added to the remark'],
  'note-left': ['批注或链接“{found}”没有导入', 'Note or link “{found}” stays behind'],
  'struck-through': ['整行带删除线，可能已作废', 'Struck through; it may be void'],
  'row-hidden': ['行在表里是隐藏的', 'Hidden in the sheet'],
  'code-became-date': [
    '“{found}”是日期，编号可能被 Excel 改成了日期',
    '“{found}” is a date; Excel may have made it of a code',
  ],
  'date-order-by-column': ['月、日顺序按本列确定', 'Order of month and day settled by the column'],
  'decimal-comma': ['逗号按小数点读取', 'Comma read as decimal point'],
  'nothing-above': ['“同上”，但上面没有内容', '“Ditto”, but nothing stands above'],
  'level-jumps': ['层级跳了一级', 'A level is skipped'],
  'control-characters': ['去掉了 {count} 个不可见的控制字符', '{count} invisible control characters removed'],
}

const ISSUES_ZH = Object.fromEntries(Object.entries(ISSUES).map(([code, [zh]]) => [code, zh]))

const ISSUES_EN = Object.fromEntries(Object.entries(ISSUES).map(([code, [, en]]) => [code, en]))

const fill = (sentence: string, parameters: Readonly<Record<string, string | number>>): string =>
  sentence.replace(/\{(\w+)\}/gu, (_, name: string) => String(parameters[name] ?? '…'))

const importWordsZh = {
  sheetKindName: (kind: string) => KINDS_ZH[kind] ?? kind,
  skipReason: (reason: string) => SKIPS_ZH[reason] ?? reason,
  canonicalField: (field: string) => CANONICAL_ZH[field] ?? field,
  issueSentence: (code: string, parameters: Readonly<Record<string, string | number>>) =>
    fill(ISSUES_ZH[code] ?? code, parameters),
  columnReason: (reason: string) => REASONS_ZH[reason] ?? reason,
  /** A header whose values are something else; of a quantity, that they look like numbers per train. */
  columnAgainst: (field: string, unread: string, filled: string) =>
    field === 'quantity'
      ? '没有采用：下级数量都是上级数量的整数倍，像是整列车的数量；请选“数量”（每个上级部件）或“每列车数量”'
      : `没有采用：标题像“${CANONICAL_ZH[field] ?? field}”，${filled} 个值里有 ${unread} 个读不成；请选它是什么，或不用`,
  /** What of a column's content speaks for its meaning. */
  columnWitness: (trait: string) => MEANING_WORDS[trait]?.[0] ?? trait,
}

const importWordsEn: Translation<typeof importWordsZh> = {
  sheetKindName: (kind) => KINDS_EN[kind] ?? kind,
  skipReason: (reason) => SKIPS_EN[reason] ?? reason,
  canonicalField: (field) => CANONICAL_EN[field] ?? field,
  issueSentence: (code, parameters) => fill(ISSUES_EN[code] ?? code, parameters),
  columnReason: (reason) => REASONS_EN[reason] ?? reason,
  columnAgainst: (field, unread, filled) =>
    field === 'quantity'
      ? 'Not taken: every quantity is a multiple of that of its assembly, as quantities per train are; ' +
        'choose “Quantity” (per assembly) or “Quantity per train”'
      : `Not taken: the header says ${CANONICAL_EN[field] ?? field}, but ${unread} of ${filled} values are none; ` +
        'choose what it is, or leave it out',
  columnWitness: (trait) => MEANING_WORDS[trait]?.[1] ?? trait,
}

export type ImportWords = Translation<typeof importWordsZh>
export const wordsOfImports = (language: Language): ImportWords =>
  inLanguage(language, { zh: importWordsZh, en: importWordsEn })
