import { defineRecord } from './defineRecord'
import { number, text, yesNo, type RecordOf } from './field'

/** A code the company added to a list, or a built-in code it renamed or switched off. */
export const codeItemFields = {
  list: text('代码表', 'List', 'save'),
  code: text('代码', 'Code', 'save'),
  zh: text('中文', 'Chinese', 'save'),
  en: text('英文', 'English', 'save'),
  synonyms: text('同义词', 'Synonyms'),
  flags: text('标志', 'Flags'),
  order: number('顺序', 'Order'),
  active: yesNo('启用', 'Active'),
  mergedInto: text('并入代码', 'Merged into code', 'calculated'),
} as const

export const codeItemRecord = defineRecord({
  zh: '代码',
  en: 'Codes',
  fields: codeItemFields,
  naturalKey: ['list', 'code'],
  touches: 'reference',
})

export type CodeItem = RecordOf<typeof codeItemFields>
