/** Whether a step of the workflow leads where it says, on the whole case as the company knows it. */
import type { Edit } from '../change'
import { dateOfDay, isMoment } from '../moment'
import type { Person } from '../person'
import type { RecordReader } from '../recordReader'
import type { TableName } from '../records/tables'
import type { CommandName } from '../workflow/commands'
import { decide, stateBeforeClosing, type Refusal } from '../workflow/decide'
import { readCaseFile } from '../workflow/readCaseFile'
import { readGateContext } from '../workflow/readGateContext'
import { commandOfStep, WORKFLOW } from '../workflow/transitions'
import type { TeamRefusal } from './protocol'

interface Step {
  readonly table: TableName
  readonly record: string
  readonly edit: Edit
}

/** Where a step says when it was taken. */
const MOMENTS = ['stateSince', 'closedAt', 'suspendedAt'] as const

/** What the permission of the command says as well. */
const SAID_BY_PERMISSION: ReadonlySet<Refusal> = new Set<Refusal>([
  'role',
  'nobody-named',
  'held',
  'reporter-may-not-close',
])

const DAY_MS = 86_400_000

/**
 * Every reason against it. Failures that are alike are not counted here: what they force is asked on the device, and again when
 * the failure is closed there.
 * @param at when the device says it was done, in milliseconds; for a step that says no time of its own
 */
export async function judgeStep(
  command: CommandName,
  at: number,
  person: Person,
  steps: readonly Step[],
  reader: RecordReader,
): Promise<readonly TeamRefusal[]> {
  const transition = WORKFLOW.find(({ name }) => commandOfStep(name) === command)
  const of = steps.find(({ table }) => table === 'failures')
  if (transition === undefined || of === undefined) return [{ code: 'unknown-command' }]
  const file = await readCaseFile(of.record, reader)
  if (file === null) return [{ code: 'gone' }]
  const { set } = of.edit
  const said = MOMENTS.map((field) => set[field]).find((value) => typeof value === 'string' && isMoment(value))
  const now = typeof said === 'string' ? said : dateOfDay(Math.floor(at / DAY_MS))
  const closeCode = typeof set['closeCode'] === 'string' ? { closeCode: set['closeCode'] } : {}
  const context = await readGateContext(file, now, reader, undefined)
  const { refusals: all, missing } = decide(transition.name, file, person, context, closeCode)
  const refusals = all.filter((refusal) => !SAID_BY_PERMISSION.has(refusal))
  const { to } = transition
  const wanted = to === 'previous' ? stateBeforeClosing(file) : to
  const leads = wanted === null ? !('state' in set) : set['state'] === wanted
  return [
    ...(refusals.length > 0 || missing.length > 0 ? [{ code: 'not-open' as const, refusals, missing }] : []),
    ...(leads ? [] : [{ code: 'beyond-command' as const, table: 'failures' as const, fields: ['state'] }]),
  ]
}
