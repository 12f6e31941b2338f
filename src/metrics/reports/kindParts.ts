/** The parts that only some kinds of report have (`reportKinds.ts`). */
import { addMonths, dateOfDay, dayNumber } from '../../domain/moment'
import type { FieldData } from '../fieldData'
import type { LabelOf } from '../failureFilter'
import type { Period, RecordedPeriod } from '../recordedPeriod'
import { fleetExposure, rowsInScope, trainsInScope, type Scope } from '../scope'
import { ageLines, type AgeAnalysis } from './ageLines'
import { contractLines, type Contract } from './contractLines'
import { costsIn, type Costs } from './costLines'
import type { Custody } from './custodyLines'
import { eventPhotos, type EventPhotos } from './eventPhotos'
import type { OnTimeClosure } from './onTimeClosure'
import type { PeriodFigures } from './periodFigures'
import { belongsHere, custodyOfScope, failuresById, workOfScope } from './recordsOfScope'
import type { ReportQuestion } from './report'
import { hasPart } from './reportKinds'
import type { ReportRecords } from './reportRecords'
import { spareStrategy, type SpareStrategy } from './spareLines'
import type { YearWork } from './yearWork'

/** Each is null in a report that has no sheet of it. */
export interface KindParts {
  readonly contract: Contract | null
  readonly photos: EventPhotos | null
  readonly custody: Custody | null
  readonly costs: Costs | null
  readonly spares: SpareStrategy | null
  readonly work: YearWork | null
  /** Read from the failures themselves after the rest is known; null where nobody read them. */
  readonly onTime: OnTimeClosure | null
  readonly ages: AgeAnalysis | null
}

/** What every part of a report is worked out from. */
export interface ReportGround {
  readonly data: FieldData
  readonly question: ReportQuestion
  readonly records: ReportRecords
  readonly labelOf: LabelOf
  /** The scope without its period. */
  readonly always: Scope
  /** The days of the period that have been. */
  readonly period: Period
  readonly recorded: RecordedPeriod
  /** The failures of the scope that count, of any day. */
  readonly ever: Uint32Array
  readonly now: PeriodFigures
}

/** @param notable failures whose pictures are shown */
export function kindParts(ground: ReportGround, notable: Uint32Array): KindParts {
  const { data, question, records, labelOf, always, period, recorded, ever, now } = ground
  const { columns, fleet } = data
  const { kind, scope } = question
  // What belongs to a failure of the scope belongs to the report, also where that failure is not one that counts.
  const anyFailure =
    hasPart(kind, 'custody') || hasPart(kind, 'costs')
      ? failuresById(columns, rowsInScope(data, { ...always, population: 'all' }))
      : new Map<string, number>()
  return {
    contract: hasPart(kind, 'contract') ? contractLines(data, scope, period, records.contractTargets, labelOf) : null,
    custody: hasPart(kind, 'custody')
      ? custodyOfScope(columns, fleet, now.counted, anyFailure, period, records, labelOf)
      : null,
    costs: hasPart(kind, 'costs')
      ? costsIn(
          records.costEntries,
          records.codeNames,
          period,
          now.exposure.trainKm,
          belongsHere(fleet, scope, anyFailure, records),
        )
      : null,
    spares: hasPart(kind, 'spares') ? sparesOf(ground) : null,
    work: hasPart(kind, 'improvements') ? workOfScope(columns, fleet, scope, anyFailure, period, records) : null,
    onTime: null,
    ages: hasPart(kind, 'ages')
      ? ageLines(columns, fleet, trainsInScope(fleet, always), scope.nodeId, ever, {
          from: recorded.from,
          to: period.to,
        })
      : null,
    photos: hasPart(kind, 'photos') ? eventPhotos(columns, notable, records.attachments) : null,
  }
}

/** Spares for the distance a person plans, or for that of the last twelve months. */
function sparesOf({ data: { columns, fleet }, question, always, period, now }: ReportGround): SpareStrategy {
  const yearAgo = dayNumber(addMonths(dateOfDay(period.to), -12))
  const lastYear = fleetExposure(fleet, trainsInScope(fleet, always), yearAgo, period.to)
  return spareStrategy(columns, fleet, question.scope, now.counted, now.exposure, lastYear, question.plannedKm)
}
