import { defineRecord } from './defineRecord'
import { choice, choices, code, date, ref, text, type RecordOf } from './field'

/** What a solved problem taught: how to recognise it and what helps. How often it helped is counted from the failures that name it. */
export const knowledgeItemFields = {
  no: text('知识编号', 'Knowledge no.', 'calculated'),
  formerNo: text('曾用编号', 'Former number', 'calculated'),
  title: text('标题', 'Title', 'save'),
  type: choice(
    choices(
      'case:案例:Case',
      'guide:排故指南:Troubleshooting guide',
      'bulletin:技术通报:Bulletin',
      'standard:标准:Standard',
    ),
    '类型',
    'Type',
    'save',
  ),
  bomNodeId: ref('bomNodes', '部位', 'Part'),
  symptomCode: code('CL-SYM', '现象', 'Symptom'),
  symptom: text('现象描述', 'What is seen', 'save'),
  recognise: text('怎样识别', 'How to recognise it'),
  cause: text('原因', 'Cause', 'save'),
  fix: text('怎样处理', 'What helps', 'save'),
  problemId: ref('problems', '来源问题单', 'From problem'),
  state: choice(
    choices('draft:草稿:Draft', 'published:发布:Published', 'withdrawn:废止:Withdrawn'),
    '状态',
    'State',
    'save',
  ),
  publishedOn: date('发布日期', 'Published on'),
  validUntil: date('有效期至', 'Valid until'),
  author: text('编写人', 'Written by'),
} as const

export const knowledgeItemRecord = defineRecord({
  zh: '知识条目',
  en: 'Lessons',
  fields: knowledgeItemFields,
  indexes: ['problemId'],
  spans: [['publishedOn', 'validUntil']],
  touches: 'none',
})

export type KnowledgeItem = RecordOf<typeof knowledgeItemFields>
