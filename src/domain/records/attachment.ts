import { defineRecord } from './defineRecord'
import { moment, number, ref, text, type RecordOf } from './field'

/** A file that belongs to a record. Its bytes are stored once per content, under their sha-256. */
export const attachmentFields = {
  ownerId: ref('failures', '所属记录', 'Belongs to', 'save'),
  name: text('文件名', 'File name', 'save'),
  mime: text('类型', 'Type', 'save'),
  size: number('大小', 'Size', 'byte', 'save'),
  sha256: text('校验值', 'sha-256', 'save'),
  caption: text('说明', 'Caption'),
  /** The failure it was handed in with, which has been merged into its owner. */
  carriedFrom: ref('failures', '随合并转来', 'Carried over from', 'calculated'),
  takenAt: moment('拍摄时间', 'Taken at'),
  deletedReason: text('删除原因', 'Why removed'),
} as const

export const attachmentRecord = defineRecord({
  zh: '附件',
  en: 'Attachments',
  fields: attachmentFields,
  indexes: ['ownerId'],
  owners: ['ownerId'],
  touches: 'none',
})

export type Attachment = RecordOf<typeof attachmentFields>
