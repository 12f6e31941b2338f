/** Failures of the demonstration fleet with what was done on site, which parts came off and what became of these. */
import type { SampleFailure, SampleFleetFile, SampleSite } from '../../../../fixtures/demo/sampleFleetFile'
import type { PlannedRecord } from '../../../domain/importPlan'
import { filled } from '../failureFromRecord'
import type { SampleIds } from './sampleIds'

/** An item whose way ended in stock or as scrap. */
export interface EndedItem {
  readonly serialNo: string
  readonly nodeId: string | undefined
  readonly at: string
  readonly kind: 'scrap' | 'stockIn'
  readonly by: string
}

export interface SampleFailures {
  readonly failures: readonly PlannedRecord<'failures'>[]
  readonly handlings: readonly PlannedRecord<'handlings'>[]
  readonly replacements: readonly PlannedRecord<'replacements'>[]
  readonly rootCauseAnalyses: readonly PlannedRecord<'rootCauseAnalyses'>[]
  readonly ended: readonly EndedItem[]
  readonly idOf: (no: string) => string
}

/** @param problemOf id of the problem a failure belongs to, by its number */
export function sampleFailures(
  sample: SampleFleetFile,
  ids: SampleIds,
  problemOf: ReadonlyMap<string, string>,
  newId: () => string,
): SampleFailures {
  const siteOfTrain = new Map(
    sample.trains.map((train) => [train.trainNo, sample.sites.find((site) => site.code === train.siteCode)]),
  )
  const withCosts = new Set(sample.costs.map(({ failureNo }) => failureNo))
  const handlings: PlannedRecord<'handlings'>[] = []
  const replacements: PlannedRecord<'replacements'>[] = []
  const rootCauseAnalyses: PlannedRecord<'rootCauseAnalyses'>[] = []
  const ended: EndedItem[] = []
  const idByNo = new Map<string, string>()
  const failures = sample.failures.map((failure) => {
    const id = newId()
    idByNo.set(failure.no, id)
    if (failure.measure !== undefined || failure.method !== undefined) {
      const handlingId = newId()
      handlings.push(handlingOf(failure, handlingId, id))
      if (failure.removedSerial !== undefined)
        replacements.push({ id: newId(), failureId: id, handlingId, ...replacementOf(failure, ids) })
      ended.push(...endOf(failure, ids))
    }
    if (failure.cause !== undefined || failure.causeCategory !== undefined || failure.benchFinding !== undefined)
      rootCauseAnalyses.push(
        filled({
          id: newId(),
          failureId: id,
          rootCauseText: failure.cause,
          rootCauseCat: failure.causeCategory,
          benchFinding: failure.benchFinding,
        }),
      )
    return filled({
      id,
      ...reportOf(failure, siteOfTrain.get(failure.trainNo), ids),
      costMark: withCosts.has(failure.no) ? 'entered' : undefined,
      reporter: failure.reporter,
      problemId: problemOf.get(failure.no),
      cycle: 1,
    })
  })
  return { failures, handlings, replacements, rootCauseAnalyses, ended, idOf: (no) => idByNo.get(no) ?? '' }
}

const reportOf = (failure: SampleFailure, site: SampleSite | undefined, ids: SampleIds) => ({
  no: failure.no,
  occurredAt: failure.occurredAt,
  state: failure.state,
  stateSince: failure.stateSince,
  verified: failure.verified,
  customerId: ids.operator(site?.operator ?? ''),
  depotId: ids.site(site?.code ?? ''),
  trainId: ids.train(failure.trainNo),
  carNo: failure.carNo,
  positionPath: failure.position,
  bomNodeId: ids.node(failure.partNo),
  reportedSerial: failure.serial,
  reportedBatch: failure.batch,
  qty: 1,
  odometerKm: failure.odometerKm,
  detectionPhase: failure.phase,
  detectionMethod: failure.detectionMethod,
  operatingMode: failure.operatingMode,
  symptomCode: failure.symptomCode,
  description: failure.description,
  serviceImpact: failure.impact,
  delayMin: failure.delayMin,
  severity: String(failure.severity),
  relevance: failure.relevance,
  relevanceReason: failure.relevanceReason,
  chargeable: failure.chargeable,
  closedAt: failure.closedAt,
})

const handlingOf = (failure: SampleFailure, id: string, failureId: string): PlannedRecord<'handlings'> =>
  filled({
    id,
    failureId,
    measure: failure.measure,
    method: failure.method,
    result: failure.result,
    handler: failure.handler,
  })

const replacementOf = (failure: SampleFailure, ids: SampleIds) =>
  filled({
    bomNodeId: ids.node(failure.partNo),
    removedSerial: failure.removedSerial,
    installedSerial: failure.installedSerial,
    isMainFault: true,
    reason: 'FAULT',
    removedDisposition: failure.disposition,
    tagNo: failure.tagNo,
    returnDue: failure.returnDue,
    custody: failure.custody?.map((step) => ({ ...step, note: '' })),
  })

function endOf({ removedSerial, partNo, custody }: SampleFailure, ids: SampleIds): readonly EndedItem[] {
  const end = custody?.find(({ kind }) => kind === 'backInStock' || kind === 'scrapped')
  if (removedSerial === undefined || end === undefined) return []
  const kind = end.kind === 'scrapped' ? 'scrap' : 'stockIn'
  return [{ serialNo: removedSerial, nodeId: ids.node(partNo), at: end.at, kind, by: end.by }]
}
