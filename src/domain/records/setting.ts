import { defineRecord } from './defineRecord'
import { structure, text, type RecordOf } from './field'

/** A choice of this company that every device should share, such as the delay threshold of a service failure. */
export const settingFields = {
  name: text('设置项', 'Setting', 'save'),
  value: structure('值', 'Value', 'save'),
} as const

export const settingRecord = defineRecord({
  zh: '设置',
  en: 'Settings',
  fields: settingFields,
  naturalKey: ['name'],
  touches: 'reference',
})

export type Setting = RecordOf<typeof settingFields>
