/** A session of somebody who gives any command of the program in any order; what is refused is refused. */
import { seededRandom, type SeededRandom } from '../../fixtures/demo/seededRandom'
import { localPerson } from '../../src/domain/person'
import { COMMANDS, type CommandName } from '../../src/domain/workflow/commands'

import { undo } from '../../src/store/commit'
import type { FracasDatabase } from '../../src/store/database'
import { UPGRADE, type LoggedChange } from '../../src/domain/loggedChange'
import { RECORD_TABLES, SCHEMA_VERSION } from '../../src/store/database'
import { fieldsOf } from '../../src/domain/storedFields'
import type { StoredRecord } from '../../src/domain/records/tables'
import { takeIn } from '../../src/store/takeIn'
import { aWorld, WALKS } from './commandWalk'
import { freshDatabase } from './freshDatabase'

/** Walks whose preparation writes beside the log; here they do without. */
const PREPARED_BESIDE_THE_LOG: ReadonlySet<CommandName> = new Set([
  'submit-analysis',
  'approve-analysis',
  'merge-serials',
])
/** Walks that write records beside the log, or bring what another device did. */
const NOT_OF_THIS_DEVICE: ReadonlySet<CommandName> = new Set(['suffix-number', 'take-in'])
const OWN_COMMANDS = COMMANDS.filter((command) => !NOT_OF_THIS_DEVICE.has(command))

/** The small world of the walks as one change of a device of its own, so that every store can begin with it. */
export async function worldAsChange(): Promise<LoggedChange> {
  const made = freshDatabase()
  await aWorld(made)
  const edits = []
  for (const table of RECORD_TABLES)
    for (const record of await made.table<StoredRecord>(table).toArray())
      edits.push({
        table,
        record: record.id,
        set: JSON.parse(JSON.stringify(fieldsOf(record))) as Record<string, never>,
      })
  made.close()
  return {
    id: 'the-world',
    v: SCHEMA_VERSION,
    device: 'world',
    number: 1,
    at: 1_700_000_000_000,
    actor: '',
    command: UPGRADE,
    edits,
  }
}

export async function aStore(world: LoggedChange): Promise<FracasDatabase> {
  const db = freshDatabase()
  await takeIn({ changes: [[world]] }, {}, db)
  return db
}

/** @returns how many commands were obeyed */
export async function runSession(db: FracasDatabase, seed: number, length: number): Promise<number> {
  const random = seededRandom(seed)
  let obeyed = 0
  for (let turn = 0; turn < length; turn += 1) {
    const command = random.pick(OWN_COMMANDS)
    const walk = WALKS[command]
    const before = await db.changes.count()
    try {
      const prepared = PREPARED_BESIDE_THE_LOG.has(command) ? undefined : await walk.before?.(db, walk.person)
      await walk.give(db, walk.person, prepared)
      if (random.chance(0.25)) await undo((await lastChange(db))?.id ?? '', localPerson('管理员', 'ADM'), '试错', db)
    } catch (error) {
      // Refusals are part of a day; anything else is a fault of the program.
      if (!(error instanceof Error) || !/^(?:CommandRefused|ChangedMeanwhile|Error)$/u.test(error.name)) throw error
    }
    if ((await db.changes.count()) > before) obeyed += 1
  }
  return obeyed
}

const lastChange = (db: FracasDatabase): Promise<LoggedChange | undefined> => db.changes.orderBy('seq').last()

/** The same items in another order. */
export function shuffled<T>(items: readonly T[], random: SeededRandom): readonly T[] {
  const order = [...items]
  for (let at = order.length - 1; at > 0; at -= 1) {
    const other = random.between(0, at)
    const [a, b] = [order[at], order[other]]
    if (a !== undefined && b !== undefined) [order[at], order[other]] = [b, a]
  }
  return order
}
