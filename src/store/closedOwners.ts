/** Whether what a command writes belongs to a failure or a problem that is closed; read in the transaction that writes. */
import type { TableName } from '../domain/records/tables'
import { isClosedFailure, isClosedProblem } from '../domain/workflow/closedRecords'
import type { FracasDatabase } from './database'

/** A record that is written, as it is before and as it is to be. */
export interface Written {
  readonly table: TableName
  readonly record: string
  readonly before: Readonly<Record<string, unknown>> | undefined
  readonly set: Readonly<Record<string, unknown>>
}

interface Owners {
  readonly failures: Set<string>
  readonly problems: Set<string>
}

/** What hangs on a problem is the problem's, whichever of its failures it was written from. */
function addOwners(record: Readonly<Record<string, unknown>>, owners: Owners): void {
  const { problemId, failureId } = record
  if (typeof problemId === 'string') owners.problems.add(problemId)
  else if (typeof failureId === 'string') owners.failures.add(failureId)
}

const WITH_FILES = [
  'handlings',
  'replacements',
  'rootCauseAnalyses',
  'correctiveActions',
  'effectVerifications',
] as const

async function addOwnersOfFile(ownerId: string, owners: Owners, db: FracasDatabase): Promise<void> {
  if ((await db.recordsOf('failures').get(ownerId)) !== undefined) owners.failures.add(ownerId)
  else if ((await db.recordsOf('problems').get(ownerId)) !== undefined) owners.problems.add(ownerId)
  else
    for (const table of WITH_FILES) {
      const owner = await db.recordsOf(table).get(ownerId)
      if (owner !== undefined) addOwners(owner as object as Readonly<Record<string, unknown>>, owners)
    }
}

export async function isAboutClosed(written: readonly Written[], db: FracasDatabase): Promise<boolean> {
  const owners: Owners = { failures: new Set(), problems: new Set() }
  for (const { table, record, before, set } of written) {
    const whole = { ...set, ...before }
    if (table === 'failures') owners.failures.add(record)
    else if (table === 'problems') owners.problems.add(record)
    else if (table === 'attachments' && typeof whole['ownerId'] === 'string')
      await addOwnersOfFile(whole['ownerId'], owners, db)
    else addOwners(whole, owners)
  }
  const failures = await db.recordsOf('failures').bulkGet([...owners.failures])
  if (failures.some((failure) => failure !== undefined && isClosedFailure(failure))) return true
  for (const id of owners.problems) {
    const problem = await db.recordsOf('problems').get(id)
    if (problem === undefined) continue
    if (isClosedProblem(problem, await db.recordsOf('failures').where('problemId').equals(id).toArray())) return true
  }
  return false
}
