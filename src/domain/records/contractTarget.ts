import { defineRecord } from './defineRecord'
import { choice, choices, date, number, ref, text, type RecordOf } from './field'

/** What a contract demands of the trains of one type or operator: how far between two failures, or how few of them. */
export const contractTargetFields = {
  contractNo: text('合同号', 'Contract no.', 'save'),
  bomNodeId: ref('bomNodes', '产品节点（空 = 全部）', 'Part (empty: all)'),
  vehicleType: text('车型（空 = 全部）', 'Vehicle type (empty: all)'),
  operatorId: ref('parties', '运用单位（空 = 全部）', 'Operator (empty: all)'),
  category: choice(
    choices('significant:重大:Significant', 'major:主要:Major', 'minor:次要:Minor', 'all:不分类别:Any category'),
    'RAM 类别',
    'RAM category',
    'save',
  ),
  population: choice(
    choices(
      'all:全部故障:All failures',
      'relevant:关联故障:Relevant failures',
      'chargeable:有责故障:Chargeable failures',
      'service:影响运营的故障:Failures affecting service',
    ),
    '计入哪些故障',
    'Failures that count',
    'save',
  ),
  measure: choice(
    choices(
      'mdbfTrain:MDBF，按列车公里（不低于）:MDBF in train-km (at least)',
      'mdbfPart:MDBF，按部件公里（不低于）:MDBF in part-km (at least)',
      'fpmkTrain:每百万列车公里故障数（不高于）:Failures per 10⁶ train-km (at most)',
      'fpmkPart:每百万部件公里故障数（不高于）:Failures per 10⁶ part-km (at most)',
    ),
    '指标',
    'Measure',
    'save',
  ),
  value: number('目标值', 'Target', undefined, 'save'),
  confidencePct: number('单侧置信水平，空 = 90', 'One-sided confidence, 90 if empty', '%'),
  definition: text('指标定义及版本（条款、附件）', 'Definition and its version (clause, annex)', 'save'),
  exclusions: text('约定不计入的', 'Agreed exclusions'),
  agreedBy: text('客户方同意人', 'Agreed by, for the customer', 'save'),
  agreedOn: date('同意日期', 'Agreed on', 'save'),
} as const

export const contractTargetRecord = defineRecord({
  zh: '合同指标',
  en: 'Contract targets',
  fields: contractTargetFields,
  figures: ['bomNodeId', 'vehicleType', 'operatorId', 'category', 'population', 'measure', 'value', 'confidencePct'],
  touches: 'none',
})

export type ContractTarget = RecordOf<typeof contractTargetFields>
