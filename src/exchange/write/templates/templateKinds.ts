/** What the company's own templates can be filled with: for each kind the fields of single cells and of lines that repeat. */
import { isOneOf } from '../../../domain/closedSet'
import type { Fields } from '../../../domain/records/field'
import { companyTemplateFields, FAILURE_FIELDS, REPLACEMENT_FIELDS } from './failureFields'

export type TemplateKind = 'failure-report' | 'analysis-report' | 'corrective-action' | 'ledger' | 'summary'
export const TEMPLATE_KINDS: readonly TemplateKind[] = [
  'failure-report',
  'analysis-report',
  'corrective-action',
  'ledger',
  'summary',
]
export const isTemplateKind = (word: string | undefined): word is TemplateKind => isOneOf(TEMPLATE_KINDS, word)

/** A field as a person chooses it. */
export interface ChosenField {
  readonly id: string
  readonly zh: string
  readonly en: string
}

export interface LineList {
  readonly list: string
  readonly zh: string
  readonly en: string
  readonly fields: readonly ChosenField[]
}

export interface KindOfTemplate {
  readonly cells: readonly ChosenField[]
  readonly lists: readonly LineList[]
}

const named = (id: string, zh: string, en: string): ChosenField => ({ id, zh, en })
const LINE_NUMBER = named('lineNumber', '序号', 'Line number')
const MADE = [named('madeOn', '制表日期', 'Date of export'), named('madeBy', '制表人', 'Exported by')]

const ANALYSIS = new Set([
  'analysisNo',
  'verified',
  'analysisProcess',
  'failureMode',
  'mechanism',
  'causeCategory',
  'cause',
  'analyst',
  'analysisReviewer',
  'analysisApprovedAt',
])
const ACTION = new Set([
  'actionNo',
  'action',
  'actionOwner',
  'actionDueAt',
  'actionDoneAt',
  'actionScope',
  'actionProgress',
  'actionState',
  'verificationMethod',
  'verificationResult',
])
const REPLACED: LineList = { list: 'replacements', zh: '更换记录', en: 'Replaced parts', fields: REPLACEMENT_FIELDS }

export const KINDS_OF_TEMPLATE: Readonly<Record<TemplateKind, KindOfTemplate>> = {
  'failure-report': { cells: [...FAILURE_FIELDS, ...MADE], lists: [REPLACED] },
  'analysis-report': { cells: [...FAILURE_FIELDS.filter(({ id }) => !ACTION.has(id)), ...MADE], lists: [REPLACED] },
  'corrective-action': {
    cells: [
      ...FAILURE_FIELDS.filter(({ id }) => !ANALYSIS.has(id) || ['analysisNo', 'cause', 'causeCategory'].includes(id)),
      ...MADE,
    ],
    lists: [REPLACED],
  },
  ledger: {
    cells: [
      named('titleYear', '年度', 'Year'),
      named('periodText', '起止日期', 'Period'),
      named('count', '故障数', 'Number of failures'),
      ...MADE,
    ],
    lists: [{ list: 'failures', zh: '故障', en: 'Failures', fields: [LINE_NUMBER, ...FAILURE_FIELDS] }],
  },
  summary: {
    cells: [named('titleMonth', '年月', 'Year and month'), named('conclusion', '结论', 'Conclusion'), ...MADE],
    lists: [
      {
        list: 'vehicleTypes',
        zh: '按车型',
        en: 'By vehicle type',
        fields: [
          LINE_NUMBER,
          named('vehicleType', '车型', 'Vehicle type'),
          named('trains', '列数', 'Trains'),
          named('km10k', '走行公里（万km）', 'Distance (10,000 km)'),
          named('failures', '故障数', 'Failures'),
          named('delays', '晚点', 'Delays'),
          named('withdrawn', '下线', 'Withdrawn'),
          named('fpmk', '百万公里故障率', 'Failures per million km'),
          named('target', '目标', 'Target'),
          named('closed', '已闭环', 'Closed'),
          named('closureShare', '闭环率（%）', 'Closed (%)'),
        ],
      },
      {
        list: 'topNodes',
        zh: '故障最多的部件',
        en: 'Parts with most failures',
        fields: [
          LINE_NUMBER,
          named('node', '部件', 'Part'),
          named('failures', '故障数', 'Failures'),
          named('share', '占比（%）', 'Share (%)'),
          named('cumulative', '累计占比（%）', 'Cumulative (%)'),
          named('lastMonth', '上期', 'Last period'),
          named('yearOnYear', '同比', 'Against a year before'),
          named('mainCause', '主要原因', 'Main cause'),
          named('responsible', '责任单位', 'Responsible'),
          named('actionState', '措施状态', 'State of actions'),
        ],
      },
    ],
  },
}

/** What a kind of template can be filled with, the fields the company added to failures among it. */
export function kindOfTemplate(kind: TemplateKind, company: Fields): KindOfTemplate {
  const built = KINDS_OF_TEMPLATE[kind]
  const own = companyTemplateFields(company)
  if (own.length === 0 || kind === 'summary') return built
  return kind === 'ledger'
    ? { ...built, lists: built.lists.map((list) => ({ ...list, fields: [...list.fields, ...own] })) }
    : { ...built, cells: [...built.cells, ...own] }
}

export const fieldOf = (kind: TemplateKind, id: string, company: Fields, list?: string): ChosenField | undefined => {
  const { cells, lists } = kindOfTemplate(kind, company)
  return (list === undefined ? cells : (lists.find((known) => known.list === list)?.fields ?? [])).find(
    (field) => field.id === id,
  )
}
