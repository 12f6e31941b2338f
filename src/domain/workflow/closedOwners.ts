/** Whether what a command writes belongs to a failure or a problem that is closed, on the records as they are before it. */
import { readOne, type RecordReader } from '../recordReader'
import type { TableName } from '../records/tables'
import { isClosedFailure, isClosedProblem } from './closedRecords'

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

async function addOwnersOfFile(ownerId: string, owners: Owners, reader: RecordReader): Promise<void> {
  if ((await readOne(reader, 'failures', ownerId)) !== undefined) owners.failures.add(ownerId)
  else if ((await readOne(reader, 'problems', ownerId)) !== undefined) owners.problems.add(ownerId)
  else
    for (const table of WITH_FILES) {
      const owner = await readOne(reader, table, ownerId)
      if (owner !== undefined) addOwners(owner as object as Readonly<Record<string, unknown>>, owners)
    }
}

export async function isAboutClosed(written: readonly Written[], reader: RecordReader): Promise<boolean> {
  const owners: Owners = { failures: new Set(), problems: new Set() }
  for (const { table, record, before, set } of written) {
    const whole = { ...set, ...before }
    if (table === 'failures') owners.failures.add(record)
    else if (table === 'problems') owners.problems.add(record)
    else if (table === 'attachments' && typeof whole['ownerId'] === 'string')
      await addOwnersOfFile(whole['ownerId'], owners, reader)
    else addOwners(whole, owners)
  }
  if ((await reader.get('failures', owners.failures)).some(isClosedFailure)) return true
  for (const problem of await reader.get('problems', owners.problems))
    if (isClosedProblem(problem, await reader.having('failures', 'problemId', [problem.id]))) return true
  return false
}
