/** Targets of contracts: agreed with a name, changed and ended with a reason. */
import type { Change } from '../domain/change'
import { CommandRefused } from '../domain/commandTrouble'
import type { ContractTarget } from '../domain/records/contractTarget'
import type { StoredRecord } from '../domain/records/tables'
import type { Person } from '../domain/person'
import { commit, seenSaid, whySaid, type Said } from './commit'
import { database, type FracasDatabase } from './database'
import { historyOf, type HistoryEntry } from './history'
import { liveRecords } from './liveRecords'
import { newId } from './newId'

/** By contract, then in the order they were agreed. */
export async function contractTargets(
  db: FracasDatabase = database,
): Promise<readonly StoredRecord<'contractTargets'>[]> {
  return (await liveRecords('contractTargets', db)).toSorted(
    (a, b) => (a.contractNo ?? '').localeCompare(b.contractNo ?? '', 'zh') || (a.id < b.id ? -1 : 1),
  )
}

/**
 * Agrees a target, or changes one; what is left empty is cleared.
 * @returns null when nothing differs
 * @throws CommandRefused when the person may not, or what the figures are compared with changes and nobody says why
 */
export async function saveContractTarget(
  id: string | null,
  fields: ContractTarget,
  person: Person,
  said: Said,
  db: FracasDatabase = database,
): Promise<Change | null> {
  return commit(
    { name: 'save-contract-target', person, ...whySaid(said) },
    async () => [
      { table: 'contractTargets', record: id ?? newId(), fields: { ...fields, deleted: null }, ...seenSaid(said) },
    ],
    db,
  )
}

/**
 * Ends a target; it stays in the history.
 * @throws CommandRefused when the person may not, or nobody says why
 */
export async function endContractTarget(
  id: string,
  person: Person,
  why: string,
  db: FracasDatabase = database,
): Promise<Change | null> {
  if (why.trim() === '')
    throw new CommandRefused([{ code: 'reason-needed', fields: ['contractTargets.deleted'] }], 'end-contract-target')
  return commit(
    { name: 'end-contract-target', person, why: why.trim() },
    async () => [{ table: 'contractTargets', record: id, fields: { deleted: true } }],
    db,
  )
}

/** Who agreed, changed or ended targets, when, and why; newest first. */
export async function historyOfTargets(db: FracasDatabase = database): Promise<readonly HistoryEntry[]> {
  const ids = (await db.recordsOf('contractTargets').toCollection().primaryKeys()) as string[]
  return historyOf(
    ids.map((id) => `contractTargets:${id}`),
    db,
  )
}
