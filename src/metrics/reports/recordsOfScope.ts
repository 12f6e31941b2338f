/** Which records beside the failures a report looks at: those of a failure of its scope, counted or not, or of a problem of its node. */
import { dayNumber, isMoment, precisionOf } from '../../domain/moment'
import type { CostEntry } from '../../domain/records/costEntry'
import { idAt, textAt, type FailureColumns } from '../failureColumns'
import type { LabelOf } from '../failureFilter'
import type { Fleet } from '../fleet'
import type { Period } from '../recordedPeriod'
import { UNASSIGNED, type Scope, type ScopedRows } from '../scope'
import { custodyLines, type Custody } from './custodyLines'
import type { ReportRecords } from './reportRecords'
import { yearWork, type YearWork } from './yearWork'

/** Rows by the id of their failure; what was cancelled, merged or left out for its date is among them. */
export function failuresById(columns: FailureColumns, { counted, excluded }: ScopedRows): ReadonlyMap<string, number> {
  const rows = new Map<string, number>()
  for (const part of [counted, ...Object.values(excluded)])
    for (const row of part ?? []) rows.set(idAt(columns, row), row)
  return rows
}

/** Whether an entry is of a failure of the scope, or of a problem of its node where no trains were chosen. */
export function belongsHere(
  fleet: Fleet,
  scope: Scope,
  failures: ReadonlyMap<string, number>,
  { work }: ReportRecords,
): (entry: Pick<CostEntry, 'failureId' | 'problemId'>) => boolean {
  const isOfAllTrains = scope.vehicleTypes.length === 0 && scope.depotIds.length === 0
  const nodes =
    scope.nodeId === undefined || scope.nodeId === UNASSIGNED ? null : new Set(fleet.tree.withDescendants(scope.nodeId))
  const nodeOfProblem = new Map(work.problems.map(({ id, bomNodeId }) => [id, bomNodeId ?? '']))
  return ({ failureId, problemId }) => {
    if (failureId !== undefined) return failures.has(failureId)
    if (!isOfAllTrains || scope.nodeId === UNASSIGNED) return false
    return nodes === null || (problemId !== undefined && nodes.has(nodeOfProblem.get(problemId) ?? ''))
  }
}

export function custodyOfScope(
  columns: FailureColumns,
  fleet: Fleet,
  counted: Uint32Array,
  failures: ReadonlyMap<string, number>,
  period: Period,
  { removedParts }: ReportRecords,
  labelOf: LabelOf,
): Custody {
  const rowOf = ({ failureId }: { readonly failureId?: string }): number | undefined =>
    failureId === undefined ? undefined : failures.get(failureId)
  return custodyLines(
    columns,
    counted,
    removedParts.filter((part) => rowOf(part) !== undefined),
    period,
    (part) => {
      const at = textAt(columns, 'occurredAt', rowOf(part) ?? 0)
      return isMoment(at) && precisionOf(at) !== 'year' && precisionOf(at) !== 'month' ? dayNumber(at) : null
    },
    (part) => {
      const own = part.bomNodeId === undefined ? '' : (fleet.tree.nodes.get(part.bomNodeId)?.name ?? '')
      return (
        own ||
        part.partText ||
        labelOf('failedNodeId', textAt(columns, 'failedNodeId', rowOf(part) ?? 0)) ||
        textAt(columns, 'nodeText', rowOf(part) ?? 0)
      )
    },
  )
}

/** Lasting actions and lessons of the period; a lesson of no part belongs to a report on everything. */
export function workOfScope(
  columns: FailureColumns,
  fleet: Fleet,
  scope: Scope,
  failures: ReadonlyMap<string, number>,
  period: Period,
  records: ReportRecords,
): YearWork {
  const nodes =
    scope.nodeId === undefined
      ? null
      : new Set(scope.nodeId === UNASSIGNED ? [] : fleet.tree.withDescendants(scope.nodeId))
  return yearWork(
    records.work,
    period,
    belongsHere(fleet, scope, failures, records),
    (nodeId) => nodes === null || (nodeId !== undefined && nodes.has(nodeId)),
    (nodeId) => (nodeId === undefined ? '' : (fleet.tree.nodes.get(nodeId)?.name ?? '')),
    (id) => {
      const row = failures.get(id)
      return row === undefined ? '' : textAt(columns, 'no', row)
    },
    (list, code) => records.codeNames.get(`${list}|${code}`) ?? code,
  )
}
