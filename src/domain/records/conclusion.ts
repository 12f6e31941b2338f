import { defineRecord } from './defineRecord'
import { number, text, type RecordOf } from './field'

/** What people conclude in a report that is still being written, by its question. */
export const conclusionFields = {
  key: text('问题', 'Question', 'save'),
  text: text('结论', 'Conclusion'),
  savedAt: number('保存时间', 'Saved at', undefined, 'calculated'),
} as const

export const conclusionRecord = defineRecord({
  zh: '报告结论',
  en: 'Conclusions of reports',
  fields: conclusionFields,
  naturalKey: ['key'],
  derived: ['savedAt'],
  touches: 'none',
})

export type Conclusion = RecordOf<typeof conclusionFields>
