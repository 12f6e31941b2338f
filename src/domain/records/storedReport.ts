import { packOrigin } from '../recordVersions'
import { defineRecord } from './defineRecord'
import { choice, choices, moment, structure, text, type RecordOf } from './field'

/** A report as it was handed out: what was asked, what it said, and what it had been worked out from. */
export const storedReportFields = {
  question: text('问题', 'Question', 'save'),
  kind: text('种类', 'Kind', 'save'),
  title: text('标题', 'Title', 'save'),
  language: choice(choices('zh:中文:Chinese', 'en:英文:English'), '语言', 'Language', 'save'),
  conclusion: text('结论', 'Conclusion'),
  figures: structure('数字', 'Figures', 'save'),
  inputsHash: text('输入校验值', 'Hash of the inputs', 'save'),
  storedAt: moment('归档时间', 'Filed at', 'calculated'),
  storedBy: text('归档人', 'Filed by', 'calculated'),
  build: text('程序版本', 'Program version', 'calculated'),
} as const

/** Before version 9 reports were filed beside the log and had no versions. */
const withVersions = (row: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> => ({
  ...row,
  versions: packOrigin({
    device: '',
    change: 0,
    stamp: Date.parse(String(row['storedAt'])) || 0,
    actor: String(row['storedBy'] ?? ''),
  }),
})

export const storedReportRecord = defineRecord({
  zh: '归档报告',
  en: 'Reports on file',
  fields: storedReportFields,
  derived: ['figures', 'storedAt', 'storedBy', 'build'],
  upgrades: [{ version: 9, upgrade: withVersions }],
  touches: 'none',
})

export type StoredReportRecord = RecordOf<typeof storedReportFields>
