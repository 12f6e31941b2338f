/** The company's working day, holidays and time limits: kept as settings every device shares, changed with a reason. */
import { naturalId } from '../domain/naturalId'
import { oneOf } from '../domain/closedSet'
import type { Change } from '../domain/change'
import { CommandRefused } from '../domain/commandTrouble'
import type { Json } from '../domain/records/field'
import { WORK_SETTINGS, type WorkSetting } from '../domain/workflow/workRules'
import type { Person } from '../domain/person'
import { commit, type RecordPatch } from './commit'
import { database, type FracasDatabase } from './database'
import { historyOf, type HistoryEntry } from './history'

/**
 * Changes rules of the work, all of them in one change.
 * @returns null when nothing differs
 * @throws CommandRefused when the person may not, or nobody says why
 */
export async function saveWorkRules(
  rules: Readonly<Partial<Record<WorkSetting, Json>>>,
  person: Person,
  why: string,
  db: FracasDatabase = database,
): Promise<Change | null> {
  if (why.trim() === '')
    throw new CommandRefused([{ code: 'reason-needed', fields: Object.keys(rules) }], 'save-work-rules')
  return commit(
    { name: 'save-work-rules', person, why: why.trim() },
    async (db) => {
      const known = await db.recordsOf('settings').toArray()
      return WORK_SETTINGS.flatMap((name): RecordPatch[] => {
        const value = rules[name]
        return value === undefined
          ? []
          : [
              {
                table: 'settings',
                record: known.find((setting) => setting.name === name)?.id ?? naturalId('settings', { name }),
                fields: { name, value, deleted: null },
              },
            ]
      })
    },
    db,
  )
}

export interface RuleChange extends HistoryEntry {
  readonly rules: readonly {
    readonly name: WorkSetting
    readonly before: Json | undefined
    readonly after: Json | undefined
  }[]
}

/** Who changed the rules, when, and why; newest first. */
export async function historyOfWorkRules(db: FracasDatabase = database): Promise<readonly RuleChange[]> {
  const names = new Map(
    (await db.recordsOf('settings').toArray()).flatMap(({ id, name }) => {
      const known = oneOf(WORK_SETTINGS, name)
      return known === undefined ? [] : [[id, known] as const]
    }),
  )
  const entries = await historyOf(
    [...names.keys()].map((id) => `settings:${id}`),
    db,
  )
  return entries.map((entry) => ({
    ...entry,
    rules: entry.fields.flatMap(({ record, field, before, after }) => {
      const name = names.get(record)
      return field !== 'value' || name === undefined
        ? []
        : [{ name, before: (before ?? undefined) as Json | undefined, after: (after ?? undefined) as Json | undefined }]
    }),
  }))
}
