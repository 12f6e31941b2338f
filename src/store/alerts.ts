/**
 * Alerts as they are stored: rules that differ from the built-in ones, and what people did about what was raised. Whether an
 * alert holds is worked out from the records (`metrics/alerts/alertsNow.ts`) and never stored.
 */
import { builtInFields, builtInOf } from '../domain/alerts/alertRule'
import { episodeId, isCleared, type Episode } from '../domain/alerts/alertEpisode'
import type { Change } from '../domain/change'
import { CommandRefused } from '../domain/commandTrouble'
import type { Moment } from '../domain/moment'
import type { Person } from '../domain/person'
import type { AlertRuleFields } from '../domain/records/alertRule'
import type { Json } from '../domain/records/field'
import type { StoredRecord } from '../domain/records/tables'
import type { CommandName } from '../domain/workflow/commands'
import { commit, seenSaid, whySaid, type RecordPatch, type Said } from './commit'
import { database, type FracasDatabase } from './database'
import { historyOf, type HistoryEntry } from './history'
import { liveRecords } from './liveRecords'

export const storedAlertRules = (db: FracasDatabase = database): Promise<readonly StoredRecord<'alertRules'>[]> =>
  liveRecords('alertRules', db)

export const alertEpisodes = (db: FracasDatabase = database): Promise<readonly StoredRecord<'alertEpisodes'>[]> =>
  liveRecords('alertEpisodes', db)

/**
 * Adds a rule, or changes one; a built-in one is kept from then on as it was saved.
 * @returns null when nothing differs
 * @throws CommandRefused when the person may not, or what a rule said changes and nobody says why
 */
export async function saveAlertRule(
  id: string,
  fields: AlertRuleFields,
  person: Person,
  said: Said,
  db: FracasDatabase = database,
): Promise<Change | null> {
  return commit(
    { name: 'save-alert-rule', person, ...whySaid(said) },
    async (db) => {
      const known = await db.recordsOf('alertRules').get(id)
      const builtIn = builtInOf(id)
      if ((known !== undefined || builtIn !== undefined) && (said.why ?? '').trim() === '')
        throw new CommandRefused([{ code: 'reason-needed', fields: ['alertRules.threshold'] }], 'save-alert-rule')
      const before = known === undefined && builtIn !== undefined ? builtInFields(builtIn) : {}
      return [
        {
          table: 'alertRules',
          record: id,
          fields: { ...before, ...fields, deleted: null },
          // What a form read of a built-in rule is stored nowhere yet.
          ...(known === undefined ? {} : seenSaid(said)),
        },
      ]
    },
    db,
  )
}

/**
 * Deletes a rule of the company, or brings a built-in one back to what it was; it stays in the history.
 * @throws CommandRefused when the person may not, or nobody says why
 */
export async function endAlertRule(
  id: string,
  person: Person,
  why: string,
  db: FracasDatabase = database,
): Promise<Change | null> {
  if (why.trim() === '')
    throw new CommandRefused([{ code: 'reason-needed', fields: ['alertRules.deleted'] }], 'end-alert-rule')
  return commit(
    { name: 'end-alert-rule', person, why: why.trim() },
    async () => [{ table: 'alertRules', record: id, fields: { deleted: true } }],
    db,
  )
}

/** Who changed rules, when, and why; newest first. */
export async function historyOfAlertRules(db: FracasDatabase = database): Promise<readonly HistoryEntry[]> {
  const ids = (await db.recordsOf('alertRules').toCollection().primaryKeys()) as string[]
  return historyOf(
    ids.map((id) => `alertRules:${id}`),
    db,
  )
}

/** What a device writes of an alert when it first sees it, and whoever acts on one that no device has written yet. */
export interface RaisedAlert {
  readonly ruleId: string
  readonly subject: string
  readonly number: number
  /** `2026-05-08` */
  readonly since: string
  readonly figures: object
}

const asFields = ({ ruleId, subject, number, since, figures }: RaisedAlert, now: Moment): RecordPatch['fields'] => ({
  ruleId,
  subject,
  number,
  since,
  figures: figures as Json,
  raisedAt: now,
})

const idOf = ({ ruleId, subject, number }: RaisedAlert): string => episodeId(ruleId, subject, number)

/**
 * Writes down that these alerts were raised, unless a device has done so before.
 * @param now local civil time
 * @returns null when all of them were
 */
export async function raiseAlerts(
  alerts: readonly RaisedAlert[],
  now: Moment,
  person: Person,
  db: FracasDatabase = database,
): Promise<Change | null> {
  return commit(
    { name: 'raise-alerts', person },
    async (db) => {
      const known = await db.recordsOf('alertEpisodes').bulkGet(alerts.map(idOf))
      return alerts.flatMap((alert, at): RecordPatch[] =>
        known[at] === undefined ? [{ table: 'alertEpisodes', record: idOf(alert), fields: asFields(alert, now) }] : [],
      )
    },
    db,
  )
}

/** @throws CommandRefused when somebody has cleared it meanwhile, or the person may not */
const onOpen = (
  name: CommandName,
  alerts: readonly RaisedAlert[],
  now: Moment,
  person: Person,
  fieldsOf: (episode: Episode | undefined) => RecordPatch['fields'],
  db: FracasDatabase,
): Promise<Change | null> =>
  commit(
    { name, person },
    async (db) => {
      const known = await db.recordsOf('alertEpisodes').bulkGet(alerts.map(idOf))
      return alerts.map((alert, at): RecordPatch => {
        const episode = known[at]
        if (episode !== undefined && isCleared(episode)) throw new CommandRefused([{ code: 'overtaken' }], name)
        return {
          table: 'alertEpisodes',
          record: idOf(alert),
          fields: { ...(episode === undefined ? asFields(alert, now) : {}), ...fieldsOf(episode) },
        }
      })
    },
    db,
  )

/** The first who has seen it stays the first. */
const seenBy = (episode: Episode | undefined, now: Moment, { name }: Person): RecordPatch['fields'] =>
  episode?.seenAt === undefined ? { seenAt: now, seenBy: name } : {}

export const seeAlert = (
  alert: RaisedAlert,
  now: Moment,
  person: Person,
  db: FracasDatabase = database,
): Promise<Change | null> => onOpen('see-alert', [alert], now, person, (episode) => seenBy(episode, now, person), db)

/** @param until `2026-05-08`; the alert comes back when that day is over and it has not been cleared */
export const takeAlert = (
  alert: RaisedAlert,
  until: string,
  now: Moment,
  person: Person,
  db: FracasDatabase = database,
): Promise<Change | null> =>
  onOpen(
    'take-alert',
    [alert],
    now,
    person,
    (episode) => ({ ...seenBy(episode, now, person), takenAt: now, takenBy: person.name, takenUntil: until }),
    db,
  )

export const clearAlerts = (
  alerts: readonly RaisedAlert[],
  outcome: 'useful' | 'false',
  note: string,
  now: Moment,
  person: Person,
  db: FracasDatabase = database,
): Promise<Change | null> =>
  onOpen(
    'clear-alert',
    alerts,
    now,
    person,
    (episode) => ({
      ...seenBy(episode, now, person),
      clearedAt: now,
      clearedBy: person.name,
      outcome,
      note: note.trim() === '' ? null : note.trim(),
    }),
    db,
  )
