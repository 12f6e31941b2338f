import { defineRecord } from './defineRecord'
import { choice, choices, date, moment, number, personName, structure, text, type RecordOf } from './field'

/**
 * One episode of an alert: what a device saw first, and what people did about it. Whether it still holds is worked out from
 * the records and never stored. Its id follows from rule, subject and number (`domain/alerts/alertEpisode.ts`).
 */
export const alertEpisodeFields = {
  ruleId: text('规则', 'Rule', 'save'),
  subject: text('对象', 'Subject', 'save'),
  number: number('第几次', 'Episode', undefined, 'save', { least: 1, whole: true }),
  raisedAt: moment('首次发出', 'First raised', 'save'),
  since: date('条件成立于', 'True since', 'save'),
  figures: structure('发出时的依据', 'What it was raised on', 'save'),
  seenAt: moment('看到于', 'Seen at'),
  seenBy: personName('谁看到', 'Seen by'),
  takenAt: moment('认领于', 'Taken at'),
  takenBy: personName('谁认领', 'Taken by'),
  takenUntil: date('认领到', 'Taken until'),
  clearedAt: moment('了结于', 'Cleared at'),
  clearedBy: personName('谁了结', 'Cleared by'),
  outcome: choice(choices('useful:有用:Useful', 'false:误报:False alarm'), '结论', 'Outcome'),
  note: text('说明', 'Note'),
} as const

export const alertEpisodeRecord = defineRecord({
  zh: '预警',
  en: 'Alerts',
  fields: alertEpisodeFields,
  indexes: ['ruleId'],
  positions: ['clearedAt', 'clearedBy', 'outcome'],
  derived: ['raisedAt', 'since', 'figures'],
  touches: 'none',
})

export type AlertEpisodeFields = RecordOf<typeof alertEpisodeFields>
