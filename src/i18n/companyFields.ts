import type { CompanyKind } from '../domain/companyFields'
import type { Need } from '../domain/records/field'
import type { CompanyTable } from '../domain/records/companyField'
import { inLanguage } from './inLanguage'
import type { Language, Translation, Words } from './translation'

const KIND_ZH: Words<CompanyKind> = { text: '文字', number: '数字', date: '日期', yesNo: '是/否', choice: '列表' }
const KIND_EN: Words<CompanyKind> = { text: 'Text', number: 'Number', date: 'Date', yesNo: 'Yes or no', choice: 'List' }

const TABLE_ZH: Words<CompanyTable> = {
  failures: '故障',
  trains: '列车',
  units: '序列件',
  problems: '问题单',
  correctiveActions: '纠正措施',
}
const TABLE_EN: Words<CompanyTable> = {
  failures: 'Failures',
  trains: 'Trains',
  units: 'Serial units',
  problems: 'Problems',
  correctiveActions: 'Corrective actions',
}

const NEED_ZH: Readonly<Partial<Record<Need, string>>> = {
  save: '新建时必填',
  G1: '提交时（G1）',
  G2: '受理时（G2）',
  G3: '现场处理完成时（G3）',
  G4: '判定与分析时（G4）',
  G5: '措施实施完成时（G5）',
  G7: '关闭时（G7）',
}
const NEED_EN: Readonly<Partial<Record<Need, string>>> = {
  save: 'To be stored at all',
  G1: 'At filing (G1)',
  G2: 'At acceptance (G2)',
  G3: 'Once handled on site (G3)',
  G4: 'When classified and analysed (G4)',
  G5: 'Once the action is implemented (G5)',
  G7: 'At closure (G7)',
}

/** The fields a company adds to its records. */
const companyFieldsZh = {
  title: '本公司字段',
  addFromForm: '＋ 添加字段…',
  intro:
    '给故障、列车、序列件、问题单和纠正措施加上本公司自己的字段。加好后马上能填、能筛选、能进台账和模板；不用的字段停用，已有的值一直保留。',
  table: (table: CompanyTable) => TABLE_ZH[table],
  kind: (kind: CompanyKind) => KIND_ZH[kind],
  need: (need: Need) => NEED_ZH[need] ?? need,
  never: '不必填',
  tableOf: '用于',
  add: '添加字段',
  none: '还没有给这类记录添加字段。',
  addTitle: (table: string) => `给${table}添加字段`,
  editTitle: (label: string) => `改字段“${label}”`,
  labelZh: '中文名称',
  labelEn: '英文名称',
  labelsWhy: '表单、列表和台账表头都用这个名称；导入时按它认列。',
  key: '键',
  keyWhy: '数据和文件里用它称呼这个字段，保存后不再改。',
  kindLabel: '类型',
  kindFixed: '类型保存后不能改；需要别的类型请另建字段。',
  unit: '单位',
  least: '最小值',
  most: '最大值',
  whole: '只能是整数',
  needLabel: '何时必填',
  options: '选项',
  optionZh: '中文',
  optionEn: '英文',
  optionAdd: '添加选项',
  optionRemove: '去掉',
  optionRetire: '停用',
  optionResume: '恢复',
  optionRetired: '已停用',
  optionsWhy: '选项保存后可以改名、停用，不能删。',
  preview: '在表单里的样子',
  previewWhy: '可以在这里试填，不会保存。',
  save: '保存',
  added: (label: string) => `已添加字段“${label}”，马上可以填写`,
  saved: '已保存',
  edit: '修改',
  up: '上移',
  down: '下移',
  isFirst: '已经是第一个',
  isLast: '已经是最后一个',
  retire: '停用',
  retireTitle: (label: string) => `停用字段“${label}”`,
  retireWhy: '停用原因（写进历史）',
  retireCounting: '正在数有多少条记录填了它…',
  retireValues: (count: number) =>
    count === 0
      ? '没有记录填过它。'
      : `${count} 条记录填了它。这些值照样显示、能筛选、进台账，名称后面标“停用”；只是不能再填。`,
  retireViews: (names: string) => `保存的视图里用到它的：${names}。`,
  retireNeed: '表单和各道关口不再要求填写它。',
  retireDone: (label: string) => `字段“${label}”已停用`,
  resume: '恢复',
  resumeDone: (label: string) => `字段“${label}”已恢复`,
  retiredTitle: '已停用',
  retiredSince: (day: string, why: string) => `${day} 停用：${why}`,
  between: (least: string, most: string, unit: string) => `${least} 至 ${most}${unit === '' ? '' : ` ${unit}`}`,
  atLeast: (least: string, unit: string) => `不小于 ${least}${unit === '' ? '' : ` ${unit}`}`,
  atMost: (most: string, unit: string) => `不大于 ${most}${unit === '' ? '' : ` ${unit}`}`,
  asked: (need: string) => `必填：${need}`,
  openCodes: '代码表',
}

const companyFieldsEn: Translation<typeof companyFieldsZh> = {
  title: 'Company fields',
  addFromForm: '＋ Add a field…',
  intro:
    'Add fields of your own to failures, trains, serial units, problems and corrective actions. A new field can be ' +
    'filled, filtered by, exported and bound in templates at once; one that is no longer used is retired and keeps ' +
    'its values.',
  table: (table) => TABLE_EN[table],
  kind: (kind) => KIND_EN[kind],
  need: (need) => NEED_EN[need] ?? need,
  never: 'Never',
  tableOf: 'Used on',
  add: 'Add a field',
  none: 'No field has been added to these records yet.',
  addTitle: (table) => `Add a field to ${table.toLowerCase()}`,
  editTitle: (label) => `Change the field “${label}”`,
  labelZh: 'Chinese label',
  labelEn: 'English label',
  labelsWhy: 'Forms, lists and the headers of ledgers show it; imports know the column by it.',
  key: 'Key',
  keyWhy: 'What data and files call the field; it never changes once saved.',
  kindLabel: 'Kind',
  kindFixed: 'The kind cannot be changed once saved; add another field instead.',
  unit: 'Unit',
  least: 'Smallest value',
  most: 'Largest value',
  whole: 'Whole numbers only',
  needLabel: 'Needed',
  options: 'Options',
  optionZh: 'Chinese',
  optionEn: 'English',
  optionAdd: 'Add an option',
  optionRemove: 'Remove',
  optionRetire: 'Retire',
  optionResume: 'Resume',
  optionRetired: 'retired',
  optionsWhy: 'A saved option can be renamed or retired, never deleted.',
  preview: 'How it looks in the form',
  previewWhy: 'Try it here; nothing is saved.',
  save: 'Save',
  added: (label) => `Field “${label}” added; it can be filled in at once`,
  saved: 'Saved',
  edit: 'Edit',
  up: 'Move up',
  down: 'Move down',
  isFirst: 'It is the first already',
  isLast: 'It is the last already',
  retire: 'Retire',
  retireTitle: (label) => `Retire the field “${label}”`,
  retireWhy: 'Why it is retired (kept in the history)',
  retireCounting: 'Counting the records that have a value…',
  retireValues: (count) =>
    count === 0
      ? 'No record has a value in it.'
      : `${count} ${count === 1 ? 'record has' : 'records have'} a value in it. They go on being shown, filtered and ` +
        'exported, marked “retired”; nobody can fill it in any more.',
  retireViews: (names) => `Saved views that use it: ${names}.`,
  retireNeed: 'Forms and gates stop asking for it.',
  retireDone: (label) => `Field “${label}” retired`,
  resume: 'Resume',
  resumeDone: (label) => `Field “${label}” in use again`,
  retiredTitle: 'Retired',
  retiredSince: (day, why) => `Retired on ${day}: ${why}`,
  between: (least, most, unit) => `${least} to ${most}${unit === '' ? '' : ` ${unit}`}`,
  atLeast: (least, unit) => `at least ${least}${unit === '' ? '' : ` ${unit}`}`,
  atMost: (most, unit) => `at most ${most}${unit === '' ? '' : ` ${unit}`}`,
  asked: (need) => `Needed: ${need}`,
  openCodes: 'Code lists',
}

export type CompanyFieldWords = Translation<typeof companyFieldsZh>
export const wordsOfCompanyFields = (language: Language): CompanyFieldWords =>
  inLanguage(language, { zh: companyFieldsZh, en: companyFieldsEn })
