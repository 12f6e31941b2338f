/** The figures of a report as a flat list: what a stored report keeps, and what is compared when it is opened again. */
import { dateOfDay } from '../../domain/moment'
import { contractTargetFields } from '../../domain/records/contractTarget'
import { costEntryFields } from '../../domain/records/costEntry'
import type { Fields } from '../../domain/records/field'
import { replacementFields } from '../../domain/records/replacement'
import type { ReportFigure } from '../../domain/storedReport'
import { TEXT_FIELDS, type TextField } from '../columnDescriptions'
import { idAt, textAt, type FailureColumns } from '../failureColumns'
import type { Fleet } from '../fleet'
import { trainsInScope } from '../scope'
import { exposureBetween } from '../trainUsage'
import type { ContractLine } from './contractLines'
import type { Costs } from './costLines'
import type { Custody } from './custodyLines'
import type { OnTimeClosure } from './onTimeClosure'
import type { PeriodFigures } from './periodFigures'
import type { Report } from './report'
import type { SpareStrategy } from './spareLines'
import { asStored } from './storedQuestion'
import { perMillion } from '../../reliability/perMillion'

/** Fields that came with a later version are told where they say something, so that fingerprints from before still hold. */
const LATER: readonly TextField[] = ['verified', 'benchFinding', 'removalReason', 'position', 'duplicateCheck']
/** What analysis found: told in reports that count by it. */
const FOUND: readonly TextField[] = ['failedNodeId', 'actualSerial']
/** Stands for the number where there is one: the longer code of a device restates nothing. */
const FORMER: TextField = 'formerNo'
const APART: readonly TextField[] = [...LATER, ...FOUND, FORMER]
const FINGERPRINTED = TEXT_FIELDS.filter((field) => !APART.includes(field))

const toldOf = (columns: FailureColumns, field: TextField, row: number): string =>
  (field === 'no' && textAt(columns, FORMER, row)) || textAt(columns, field, row)

/** What a record says, without who wrote it when: the same words give the same fingerprint. */
const fieldsOfRecord = (fields: Fields, record: object): string =>
  JSON.stringify(Object.keys(fields).map((name) => (record as Readonly<Record<string, unknown>>)[name] ?? null))

/** `of` says whose figure it is where there are several: a part, a month, a type of train. */
const figure = (name: string, value: number | null, of = ''): ReportFigure => ({ name, of, value })

function figuresOfPeriod(
  name: string,
  { counted, exposureKm, mtbf, closing, service, withdrawn }: PeriodFigures,
  of = '',
): readonly ReportFigure[] {
  const estimate = mtbf.status === 'estimated' ? mtbf : null
  return [
    figure(`${name}.failures`, counted.length, of),
    figure(`${name}.exposureKm`, Math.round(exposureKm), of),
    figure(`${name}.fpmk`, estimate === null ? null : perMillion(estimate.rate), of),
    figure(`${name}.fpmkLower`, estimate?.rateLower == null ? null : perMillion(estimate.rateLower), of),
    figure(`${name}.fpmkUpper`, estimate === null ? null : perMillion(estimate.rateUpper), of),
    figure(`${name}.service`, service.length, of),
    figure(`${name}.withdrawn`, withdrawn.length, of),
    figure(`${name}.closed`, closing.closed, of),
  ]
}

/** Told apart by contract, what it holds for, measure and category, which comes last. */
function figuresOfTarget({
  target,
  nodeLabel,
  operatorLabel,
  category,
  rows,
  exposureKm,
  estimate,
}: ContractLine): readonly ReportFigure[] {
  const of = [target?.contractNo, nodeLabel, target?.vehicleType, operatorLabel, target?.measure, category]
    .filter((part) => part !== undefined && part !== '')
    .join(' · ')
  return [
    figure('contract.failures', rows.length, of),
    figure('contract.exposureKm', Math.round(exposureKm), of),
    figure('contract.target', target?.value ?? null, of),
    figure('contract.mdbfLower', estimate.status === 'estimated' ? estimate.lower : null, of),
  ]
}

const figuresOfCustody = ({ out, turnRound, benchNff, fieldNff }: Custody): readonly ReportFigure[] => [
  figure('custody.out', out.length),
  figure('custody.turnRound', turnRound.finished),
  figure('custody.turnRoundMedianDays', turnRound.medianDays),
  figure('custody.atRepair', turnRound.open),
  figure('custody.benchNff', benchNff.found),
  figure('custody.fieldNff', fieldNff.found),
]

const figuresOfCosts = ({ currencies }: Costs): readonly ReportFigure[] =>
  currencies.flatMap(({ currency, lines, total }) =>
    [...lines, total].flatMap(({ label, actualCents, accruedCents }) => {
      const of = label === '' ? currency : `${currency} · ${label}`
      return [figure('costs.actual', actualCents / 100, of), figure('costs.accrued', accruedCents / 100, of)]
    }),
  )

const figuresOfSpares = ({ plannedKm, lines }: SpareStrategy): readonly ReportFigure[] => [
  figure('spares.plannedKm', Math.round(plannedKm)),
  ...lines.map(({ label, partNo, demand }) =>
    figure('spares.demand', demand?.expected ?? null, [label, partNo].filter((part) => part !== '').join(' ')),
  ),
]

const figuresOfClosure = ({ onTime, late, overdue }: OnTimeClosure): readonly ReportFigure[] => [
  figure('onTime.closed', onTime),
  figure('onTime.late', late),
  figure('onTime.overdue', overdue),
]

export function reportFigures(report: Report): readonly ReportFigure[] {
  return [
    ...figuresOfPeriod('now', report.now),
    ...figuresOfPeriod('before', report.before),
    ...figuresOfPeriod('yearBefore', report.yearBefore),
    figure('open', report.ageing.open.length),
    figure('repeats', report.repeats.rows.length),
    ...Object.entries(report.now.excluded).map(([why, rows]) => figure('excluded', rows?.length ?? 0, why)),
    ...report.children.map(({ label, rows }) => figure('child.failures', rows.length, label)),
    ...report.vehicleTypes.flatMap(({ vehicleType, figures }) =>
      figuresOfPeriod('type', figures, vehicleType).slice(0, 3),
    ),
    ...report.ram.map(({ category, rows }) => figure('ram.failures', rows.length, category)),
    ...(report.custody === null ? [] : figuresOfCustody(report.custody)),
    ...(report.costs === null ? [] : figuresOfCosts(report.costs)),
    ...(report.spares === null ? [] : figuresOfSpares(report.spares)),
    ...(report.work === null
      ? []
      : [
          figure('work.improvements', report.work.improvements.length),
          figure('work.lessons', report.work.lessons.length),
        ]),
    ...(report.onTime === null ? [] : figuresOfClosure(report.onTime)),
    ...(report.contract?.lines ?? []).flatMap(figuresOfTarget),
    ...(report.ages?.lines ?? []).map(({ year, rows }) => figure('age.failures', rows.length, String(year))),
    ...report.trend.points.map(({ month, rows }) => figure('trend.failures', rows.length, month)),
    ...report.sites.map(({ label, reports }) => figure('site.reports', reports, label)),
  ]
}

/** A figure that is not what it was; null where it was or is not there. */
export interface RestatedFigure {
  readonly name: string
  readonly of: string
  readonly was: number | null
  readonly is: number | null
}

/**
 * What has changed since a report was stored. Figures that differ in the fifteenth digit only are the same; what the
 * stored report did not state at all has not changed.
 */
export function restatedFigures(
  stored: readonly ReportFigure[],
  now: readonly ReportFigure[],
): readonly RestatedFigure[] {
  const keyOf = ({ name, of }: ReportFigure): string => `${name}\u0001${of}`
  const byKey = (figures: readonly ReportFigure[]): ReadonlyMap<string, number | null> =>
    new Map(figures.map((one) => [keyOf(one), one.value]))
  const [was, is] = [byKey(stored), byKey(now)]
  const same = (a: number | null, b: number | null): boolean =>
    a === b || (a !== null && b !== null && Math.abs(a - b) <= 1e-12 * Math.max(Math.abs(a), Math.abs(b)))
  const stated = new Set(stored.map(({ name }) => name))
  return [
    ...new Map([...stored, ...now.filter(({ name }) => stated.has(name))].map((one) => [keyOf(one), one])),
  ].flatMap(([key, { name, of }]) => {
    const [before, after] = [was.get(key) ?? null, is.get(key) ?? null]
    return same(before, after) ? [] : [{ name, of, was: before, is: after }]
  })
}

/**
 * Everything a report was worked out from, line by line: its question, each failure it counted, left open or closed with all
 * its fields, and what each train ran. Two reports of the same lines have the same figures; their hash tells them apart.
 */
export function* reportInputs(columns: FailureColumns, fleet: Fleet, report: Report): Generator<string> {
  const { question, now } = report
  yield JSON.stringify(asStored(question))
  yield* failureInputs(columns, report)
  yield* trainInputs(fleet, report)
  yield* recordInputs(report)
  yield `${dateOfDay(now.from)} ${dateOfDay(now.to)}`
}

/** Every failure that a figure of the report stands on. */
function rowsOfReport({ now, before, yearBefore, ageing, trend, ages, contract }: Report): ReadonlySet<number> {
  const rows = new Set(
    [now, before, yearBefore].flatMap(({ counted, closing, excluded }) => [
      ...counted,
      ...closing.rows,
      ...Object.values(excluded).flatMap((left) => Array.from(left ?? [])),
    ]),
  )
  for (const row of ageing.open) rows.add(row)
  for (const { rows: ofAge } of ages?.lines ?? []) for (const row of ofAge) rows.add(row)
  for (const { rows: ofPoint } of trend.points) for (const row of ofPoint) rows.add(row)
  for (const { rows: ofTarget, excluded } of contract?.lines ?? [])
    for (const row of [...ofTarget, ...Object.values(excluded).flatMap((left) => Array.from(left ?? []))]) rows.add(row)
  return rows
}

function* failureInputs(columns: FailureColumns, report: Report): Generator<string> {
  /** Serial and part where analysis found another part, or another item, than was reported. */
  const found = (row: number): readonly string[] =>
    report.question.scope.partBasis === 'reported'
      ? []
      : [
          textAt(columns, 'actualSerial', row),
          ...[textAt(columns, 'failedNodeId', row)].filter((part) => part !== textAt(columns, 'bomNodeId', row)),
        ].filter((word) => word !== '')
  const inOrder = Array.from(rowsOfReport(report), (row) => [idAt(columns, row), row] as const).sort(([a], [b]) =>
    a < b ? -1 : 1,
  )
  for (const [id, row] of inOrder)
    yield [
      id,
      ...FINGERPRINTED.map((field) => toldOf(columns, field, row)),
      columns.number.delayMin[row],
      columns.number.qty[row],
      ...LATER.map((field) => textAt(columns, field, row)).filter((word) => word !== ''),
      ...found(row),
    ].join('\u0001')
}

/** What each train of the scope ran in the periods. */
function* trainInputs(fleet: Fleet, { question, now, before, yearBefore }: Report): Generator<string> {
  for (const id of [...trainsInScope(fleet, question.scope)].sort()) {
    const usage = fleet.usage.get(id)
    const kmOf = ({ from, to }: { from: number; to: number }): number =>
      usage === undefined ? 0 : exposureBetween(usage, from, to).km
    yield [id, fleet.trains.get(id)?.vehicleType, ...[now, before, yearBefore].map(kmOf)].join('\u0001')
  }
}

/** What the report reads beside failures and distances. */
function* recordInputs({ ages, contract, costs, custody, photos, spares, work, onTime }: Report): Generator<string> {
  for (const { year, trains, exposureKm } of ages?.lines ?? []) yield ['age', year, trains, exposureKm].join('\u0001')
  for (const { target, exposureKm, trains } of contract?.lines ?? [])
    if (target !== null)
      yield ['target', fieldsOfRecord(contractTargetFields, target), trains, exposureKm].join('\u0001')
  if (onTime !== null) {
    // Which years are provisional says how sure the counts are; the counts themselves say what was read.
    const { provisionalYears: _years, ...counts } = onTime
    yield ['onTime', ...Object.values(counts)].join('\u0001')
  }
  if (spares !== null)
    yield [
      'spares',
      spares.plannedKm,
      ...spares.lines.map(({ nodeId, quantity, plannedPartKm }) => `${nodeId} ${quantity} ${plannedPartKm}`),
    ].join('\u0001')
  for (const improvement of work?.improvements ?? [])
    yield ['improvement', ...Object.values(improvement)].join('\u0001')
  for (const lesson of work?.lessons ?? []) yield ['lesson', ...Object.values(lesson)].join('\u0001')
  for (const { failureId, sha256 } of photos?.shown ?? []) yield ['photo', failureId, sha256].join('\u0001')
  for (const entry of costs?.entries ?? []) yield ['cost', fieldsOfRecord(costEntryFields, entry)].join('\u0001')
  for (const part of custody?.parts ?? [])
    yield ['part', part.id, fieldsOfRecord(replacementFields, part)].join('\u0001')
}
