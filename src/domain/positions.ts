/**
 * Steps of a workflow, approvals and official numbers are positions: a record stands at one of them. A step says what it stood
 * on, because the log keeps for every field which writes its author had seen (`base` of its edit). Two steps that stood on the
 * same are both kept, and the record is held until somebody who may decide has chosen.
 */
import { disputesOf, isPosition, type Dispute } from './conflicts'
import { statesInDispute, type FieldSet } from './recordVersions'
import type { TableName } from './records/tables'

/** The steps two devices took without seeing each other; as long as there are any, the record is held. */
export const stepsInDispute = (table: TableName, { versions }: { readonly versions: string }): readonly Dispute[] =>
  disputesOf(table, statesInDispute(versions)).filter(({ kind }) => kind === 'position')

export const isHeld = (table: TableName, record: { readonly versions: string }): boolean =>
  stepsInDispute(table, record).length > 0

/** Whether this would take a record that is held on to another step. */
export const movesHeld = (
  table: TableName,
  before: { readonly versions?: string } | undefined,
  set: FieldSet,
): boolean =>
  before?.versions !== undefined &&
  Object.keys(set).some((field) => isPosition(table, field)) &&
  isHeld(table, { versions: before.versions })
