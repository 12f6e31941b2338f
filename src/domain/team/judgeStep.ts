/** Whether a step of the workflow leads where it says, on the whole case as the company knows it. */
import type { Edit } from '../change'
import type { Moment } from '../moment'
import type { Person } from '../person'
import type { RecordReader } from '../recordReader'
import type { TableName } from '../records/tables'
import type { CommandName } from '../workflow/commands'
import { decide, stateBeforeClosing } from '../workflow/decide'
import { readCaseFile } from '../workflow/readCaseFile'
import { readGateContext } from '../workflow/readGateContext'
import { commandOfStep, WORKFLOW } from '../workflow/transitions'
import type { TeamRefusal } from './protocol'

interface Step {
  readonly table: TableName
  readonly record: string
  readonly edit: Edit
}

/** The moment at which a step says it was taken; where it says none, gates that look at the time count from the state before. */
const MOMENTS = ['stateSince', 'closedAt', 'suspendedAt'] as const

/**
 * Every reason against it. Failures that are alike are not counted here: what they force is asked on the device, and again when
 * the failure is closed there.
 */
export async function judgeStep(
  command: CommandName,
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
  const said = MOMENTS.map((field) => set[field]).find((value) => typeof value === 'string')
  const now = (said ?? file.failure.stateSince ?? '') as Moment
  const closeCode = typeof set['closeCode'] === 'string' ? { closeCode: set['closeCode'] } : {}
  const context = await readGateContext(file, now, reader, undefined)
  const { refusals, missing } = decide(transition.name, file, person, context, closeCode)
  const { to } = transition
  const wanted = to === 'previous' ? stateBeforeClosing(file) : to
  const leads = wanted === null ? !('state' in set) : set['state'] === wanted
  return [
    ...(refusals.length > 0 || missing.length > 0 ? [{ code: 'not-open' as const, refusals, missing }] : []),
    ...(leads ? [] : [{ code: 'beyond-command' as const, table: 'failures' as const, fields: ['state'] }]),
  ]
}
