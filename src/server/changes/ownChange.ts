/** What the server itself writes into the company's order, as a device of its own. */
import { randomUUID } from 'node:crypto'
import { stampFor, type Edit } from '../../domain/change'
import type { LoggedChange } from '../../domain/loggedChange'
import { statesOf } from '../../domain/mergedRecord'
import type { FieldSet } from '../../domain/recordVersions'
import type { StoredRecord, TableName } from '../../domain/records/tables'
import { SCHEMA_VERSION } from '../../domain/schemaVersion'
import { digestOf, take, type Batch } from './acceptChanges'

/** An edit on top of everything that is known of the record. */
export function writing(table: TableName, stored: StoredRecord, set: FieldSet): Edit {
  const states = statesOf(stored) ?? {}
  const fields = Object.keys(set)
  return {
    table,
    record: stored.id,
    set,
    was: Object.fromEntries(fields.map((field) => [field, states[field]?.values.at(-1)?.value ?? null])),
    base: Object.fromEntries(fields.flatMap((field) => (field in states ? [[field, states[field]?.seen ?? {}]] : []))),
  }
}

/** Writes nothing where there is nothing to write. */
export async function ownChange(command: string, edits: readonly Edit[], batch: Batch): Promise<void> {
  if (edits.length === 0) return
  batch.server.changes += 1
  const states = new Map<Edit, ReturnType<typeof statesOf>>()
  for (const edit of edits) {
    const [stored] = await batch.records.get(edit.table, [edit.record])
    states.set(edit, statesOf(stored as StoredRecord | undefined))
  }
  const change: LoggedChange = {
    id: randomUUID(),
    v: SCHEMA_VERSION,
    device: batch.server.device,
    number: batch.server.changes,
    at: stampFor(Date.now(), edits, (edit) => states.get(edit)),
    actor: '',
    command,
    edits,
  }
  const body = JSON.stringify([change])
  await take({ entries: [change], account: null, digest: digestOf(body), body }, batch)
}
