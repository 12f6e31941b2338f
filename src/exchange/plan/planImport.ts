/**
 * From parsed workbooks to what would be stored: trains before mileage, BOM before failures, whatever the order in
 * which the files were dropped. Pure: it reads what is known and answers a plan; nothing is written here.
 */
import { naturalIds } from '../../domain/naturalId'
import { trainLabel } from '../../domain/trainLabel'
import type { ImportedRows, ImportedSheet } from '../../domain/importBatch'
import { updatesOf, type ImportPlan } from '../../domain/importPlan'
import { carNamed } from '../../domain/otherSpellings'
import { plainText } from '../../domain/plainText'
import type { Origin } from '../../domain/records/tables'
import { ascendingIds } from './ascendingIds'
import { NOTHING_KNOWN, type KnownRecords } from './knownRecords'
import type { ParsedSheet } from '../tables/parsedSheet'
import type { ParsedRecord, RecordKind } from '../cells/parsedRecord'
import { originIn } from './originIn'
import { bomPlanner, type BomPlanner } from './bomPlanner'
import { failureIndex } from './failureIndex'
import { partResolver, type PartResolver, type UnassignedWords } from './partResolver'
import { planFailures, type PlannedFailures } from './planFailures'
import type { ChildRecordComparer } from './childRecordComparer'
import { childRecordPlanner, type ChildRecordOutcome, type ChildRecordPlanner } from './childRecordPlanner'
import { mileagePlanner, type MileagePlanner } from './mileagePlanner'
import { partyResolver, type PartyResolver, type PartyKind } from './partyResolver'
import type { AttachedReports, UnattachedReport } from './reportOwners'
import { masterReconciler, type MasterReconciler } from './masterReconciler'
import type { NumberedTrains, Places } from './trainRegister'
import { withSurvivingSerials } from './respelledSerials'
import { trainChoice, trainResolver, type TrainResolver } from './trainResolver'
import type { NamedWord, WordDecisions } from '../tables/wordDecisions'
import {
  missingState,
  unknownCodes,
  unknownNames,
  type Choice,
  type NamedChoices,
  type UnknownWord,
} from './review/unknownWords'

export interface ParsedFile {
  readonly name: string
  readonly size: number
  readonly sha256: string
  readonly sheets: readonly ParsedSheet[]
  /** The cells as text of each sheet, in the same order; empty when nobody will ask for them. */
  readonly rows: readonly (readonly Omit<ImportedRows, 'batchId' | 'sheet'>[])[]
}

export type Unlinked = Readonly<Record<'analyses' | 'actions' | 'replacements', number>>

export interface PlannedImport {
  readonly plan: ImportPlan
  readonly failures: Pick<PlannedFailures, 'duplicates' | 'again' | 'failureOfRow'> & {
    readonly unassigned: readonly UnassignedWords[]
    readonly assignedBy: PartResolver['assignedBy']
  }
  /** Reports whose failure is not known yet; they are stored and join it when it comes. */
  readonly unlinked: Unlinked
  /** Reports whose failure is not certain, with those it may be. */
  readonly unattached: readonly UnattachedReport[]
  /** Trains that rows mention but no fleet list knows. */
  readonly stubTrains: readonly string[]
  /** Place of a sheet in the plan → how its trains were found by number, where it names no types. */
  readonly byNumber: ReadonlyMap<number, NumberedTrains>
  /** What lists say of masters that are there already; what they fill is among the updates of the plan. */
  readonly masters: Pick<MasterReconciler, 'filled' | 'differences'>
  /** The same of what hangs on stored failures: handlings, replacements, causes, actions. */
  readonly childRecords: Pick<ChildRecordComparer, 'filled' | 'differences'>
  readonly unknown: readonly UnknownWord[]
  /** What an unknown name may be decided to be. */
  readonly choices: NamedChoices
}

/** The sheets that hold records of a kind, with only those: tables of several kinds may stand on one sheet. */
const withRecords = (sheets: readonly NumberedSheet[], kind: RecordKind): readonly NumberedSheet[] =>
  sheets.flatMap(({ sheet, number }) => {
    const records = sheet.records.filter((record) => record.kind === kind)
    return records.length === 0
      ? []
      : [{ number, sheet: records.length === sheet.records.length ? sheet : { ...sheet, records } }]
  })

/** The numbers a sheet gives without a type, each once. */
const untypedNumbers = (sheet: ParsedSheet | undefined): readonly string[] => [
  ...new Set(
    (sheet?.records ?? []).flatMap(({ fields }) =>
      typeof fields.trainNo === 'string' && (fields.vehicleType ?? '') === '' ? [fields.trainNo] : [],
    ),
  ),
]

interface NumberedSheet {
  readonly sheet: ParsedSheet
  /** Place of the sheet in the plan. */
  readonly number: number
}

interface SheetOfFile extends NumberedSheet {
  readonly file: string
  readonly fileAt: number
  readonly rows: ParsedFile['rows'][number]
}

const sheetsWithRecords = (files: readonly ParsedFile[]): readonly SheetOfFile[] =>
  files
    .flatMap((file, fileAt) =>
      file.sheets.map((sheet, at) => ({ file: file.name, fileAt, sheet, rows: file.rows[at] ?? [] })),
    )
    .filter(({ sheet }) => sheet.records.length > 0)
    .map((entry, number) => ({ ...entry, number }))

/** Rows that are not stored, counted by why. */
type Skip = (why: string, count: number) => void

/** @param makeId makes the first id; where it is a UUID, the records of the import count on from it */
export function planImport(
  files: readonly ParsedFile[],
  makeId: () => string,
  known: KnownRecords = NOTHING_KNOWN,
  decisions: WordDecisions = {},
  attached: AttachedReports = new Map(),
): PlannedImport {
  const newId = ascendingIds(makeId)
  const sheets = sheetsWithRecords(files).map((entry) => ({
    ...entry,
    sheet: withSurvivingSerials(entry.sheet, known.serials ?? new Map()),
  }))
  const otherCars = new Map(known.trains.map(({ id, otherCars }) => [id, otherCars]))
  const carOf = (carNo: string, trainId = ''): string => carNamed(carNo, otherCars.get(trainId))
  const skipped: Record<string, number> = {}
  const skip: Skip = (why, count) => {
    if (count > 0) skipped[why] = (skipped[why] ?? 0) + count
  }
  for (const { sheet } of sheets) for (const { reason } of sheet.skipped) skip(reason, 1)

  const masters = masterReconciler()
  const { products, bomNodes, usageReadings } = known
  const idFor = naturalIds([...products, ...bomNodes, ...known.parties, ...known.trains, ...usageReadings])
  const parties = partyResolver(known, masters, idFor, decisions)
  const trains = trainResolver(
    { known, parties, masters, numbersOf: (number) => untypedNumbers(sheets[number]?.sheet) },
    idFor,
    decisions,
  )
  const bom = bomPlanner(known, masters, idFor)
  const placesOf = placesBy(parties)
  const mileage = mileagePlanner(known, trains, placesOf, idFor)
  addLists(sheets, { bom, trains, mileage }, skip)

  const index = failureIndex(known.failures)
  let named: ReadonlyMap<string, string> | undefined
  /** Asked for reports that nobody can attach: seldom, and after all trains are there. */
  const trainNames = (): ReadonlyMap<string, string> =>
    (named ??= new Map(
      [...known.trains, ...trains.added].map(({ id, trainNo = '', vehicleType = '' }) => [
        id,
        trainLabel(trainNo, vehicleType),
      ]),
    ))
  const childRecords = childRecordPlanner(known.childRecords, index, newId, {
    attached,
    placeOf: (number, row) => `${sheets[number]?.fileAt}|${sheets[number]?.sheet.name}|${row}`,
    trainName: (id) => trainNames().get(id) ?? '',
  })
  const parts = partResolver(
    bom,
    sheets.flatMap(({ sheet }) => sheet.records.filter(({ kind }) => kind === 'failure' || kind === 'replacement')),
    decisions,
    known.failures,
  )
  const failures = planFailures(
    sheets
      .filter(({ sheet }) => sheet.records.some(({ kind }) => kind === 'failure'))
      .map(({ sheet, number }) => ({
        sheet: number,
        isLedger: sheet.kind === 'failure-ledger',
        records: sheet.records,
        columns: sheet.columns,
      })),
    { parts, trains, parties, index, childRecords, carOf, blankState: decisions.closed?.[''] },
    newId,
  )
  for (const { kind } of failures.duplicates) skip(`duplicate-${kind}`, 1)
  const unlinked = addReports(sheets, { childRecords, parts, trains, placesOf, carOf }, skip)

  return {
    plan: {
      files: files.map(({ name, size, sha256 }) => ({ name, size, sha256 })),
      sheets: sheets.map(importedSheet),
      records: {
        products: bom.products,
        bomNodes: bom.nodes,
        parties: parties.added,
        trains: trains.added,
        usageReadings: mileage.added,
        failures: failures.failures,
        handlings: childRecords.handlings,
        replacements: childRecords.replacements,
        rootCauseAnalyses: childRecords.rootCauseAnalyses,
        correctiveActions: childRecords.correctiveActions,
      },
      updates: updatesOf([...masters.filled, ...childRecords.said.filled]),
      ...(failures.withoutState === 0
        ? {}
        : { blankStates: { rows: failures.withoutState, takenFor: decisions.closed?.[''] ?? '' } }),
      rows: sheets.flatMap(({ rows, number }) => rows.map((chunk) => ({ ...chunk, sheet: number }))),
      skipped,
    },
    failures: {
      duplicates: failures.duplicates,
      again: failures.again,
      failureOfRow: failures.failureOfRow,
      unassigned: parts.unassigned(),
      assignedBy: parts.assignedBy,
    },
    unlinked,
    unattached: childRecords.unattached,
    stubTrains: trains.stubs,
    byNumber: trains.byNumber,
    masters: { filled: masters.filled, differences: masters.differences },
    childRecords: { filled: childRecords.said.filled, differences: childRecords.said.differences },
    ...unknowns(
      sheets.map(({ sheet }) => sheet),
      { known, trains, parties, bom, unassigned: parts.unassigned(), withoutState: failures.withoutState },
      decisions,
    ),
  }
}

const importedSheet = ({ file, fileAt, sheet }: SheetOfFile): ImportedSheet => ({
  file,
  fileAt,
  sheet: sheet.name,
  kind: sheet.kind,
  headerRows: sheet.headerRows,
  rowCount: sheet.rowCount,
  columns: sheet.columns.map(({ column, header, field, confidence }) => ({ column, header, field, confidence })),
})

/** Places as far as they are known: a row of distances or of a journal makes none. */
const placesBy =
  (parties: PartyResolver) =>
  ({ fields }: ParsedRecord): Places => ({
    operatorId: parties.known('operator', fields.operator),
    depotId: parties.known('depot', fields.depot),
    lineId: parties.known('line', fields.line),
  })

interface ListPlanners {
  readonly bom: BomPlanner
  readonly trains: TrainResolver
  readonly mileage: MileagePlanner
}

/** What failures are joined with, before any of them: product structures, fleet lists, distances. */
function addLists(sheets: readonly NumberedSheet[], { bom, trains, mileage }: ListPlanners, skip: Skip): void {
  for (const { sheet, number } of withRecords(sheets, 'bom-node')) {
    const counts = bom.addSheet(sheet, number)
    skip('already-there', counts.alreadyThere)
    skip('no-name', counts.noName)
  }
  for (const { sheet, number } of withRecords(sheets, 'train')) {
    const originOf = originIn(number, sheet.columns)
    for (const record of sheet.records) {
      const outcome = trains.addListed(record, originOf(record))
      if (outcome === 'already-there' || outcome === 'no-number') skip(outcome, 1)
    }
  }
  for (const { sheet, number } of withRecords(sheets, 'mileage')) {
    const counts = mileage.addSheet(sheet, number)
    skip('already-there', counts.alreadyThere)
    skip('reading-differs', counts.differs)
    skip('not-readable', counts.unreadable)
  }
}

const wordsOf = ({ fields: { trainNo, vehicleType } }: ParsedRecord) => ({ trainNo, vehicleType })

interface ReportPlanners {
  readonly childRecords: ChildRecordPlanner
  readonly parts: PartResolver
  readonly trains: TrainResolver
  readonly placesOf: (record: ParsedRecord) => Places
  /** The car a spelling of it stands for. */
  readonly carOf: (carNo: string, trainId?: string) => string
}

/** Analyses, actions and journals of replacements, once all failures are there that they may speak of. */
function addReports(
  sheets: readonly NumberedSheet[],
  { childRecords, parts, trains, placesOf, carOf }: ReportPlanners,
  skip: Skip,
): Unlinked {
  const unlinked = { analyses: 0, actions: 0, replacements: 0 }
  const count = (outcome: ChildRecordOutcome, what: keyof Unlinked): void => {
    if (outcome === 'already-there') skip('already-there', 1)
    if (outcome === 'unlinked') unlinked[what] += 1
  }
  const partOf = (record: ParsedRecord): string =>
    parts.ofRecord(record)?.nodeId ?? plainText(String(record.fields.node ?? ''))
  const foundIn = (record: ParsedRecord, sheet: number) => ({
    trainId: trains.knownId({ ...wordsOf(record), ...placesOf(record) }, sheet),
    part: partOf(record),
  })
  const addReplacement = (told: ParsedRecord, origin: Origin): void => {
    const bomNodeId = parts.ofRecord(told)?.nodeId
    const part = partOf(told)
    const trainId = trains.idOf({ ...wordsOf(told), ...placesOf(told) }, origin)
    const { carNo } = told.fields
    const record = {
      ...told,
      fields: { ...told.fields, ...(carNo === undefined ? {} : { carNo: carOf(String(carNo), trainId) }) },
    }
    count(childRecords.addReplacement({ record, origin, bomNodeId, part, trainId }), 'replacements')
  }
  for (const { sheet, number } of sheets) {
    const originOf = originIn(number, sheet.columns)
    for (const record of sheet.records) {
      if (record.kind === 'analysis')
        count(childRecords.addAnalysis(record, originOf(record), foundIn(record, number)), 'analyses')
      else if (record.kind === 'action')
        count(childRecords.addAction(record, originOf(record), foundIn(record, number)), 'actions')
      // The parts list of a form came with its failure.
      else if (record.kind === 'replacement' && sheet.kind !== 'failure-form') {
        if (record.issues.some(({ code }) => code === 'duplicate-exact')) skip('duplicate-within-file', 1)
        else addReplacement(record, originOf(record))
      }
    }
  }
  return unlinked
}

interface ResolvedWords {
  readonly known: KnownRecords
  readonly trains: TrainResolver
  readonly parties: PartyResolver
  readonly bom: BomPlanner
  readonly unassigned: readonly UnassignedWords[]
  /** Rows of ledgers that do not say whether they are closed. */
  readonly withoutState: number
}

/** What a person may want to decide before storing, and among what. */
function unknowns(
  sheets: readonly ParsedSheet[],
  { known, trains, parties, bom, unassigned, withoutState }: ResolvedWords,
  decisions: WordDecisions,
): Pick<PlannedImport, 'unknown' | 'choices'> {
  const stubs = new Set(trains.stubs)
  const partiesOf = (kind: PartyKind): Choice[] =>
    [...known.parties, ...parties.added].flatMap((party) =>
      party.kind === kind && party.name !== undefined ? [{ value: party.name, label: party.name }] : [],
    )
  const madeOf = (kind: PartyKind): ReadonlySet<string> =>
    new Set(parties.added.flatMap((party) => (party.kind === kind && party.name !== undefined ? [party.name] : [])))
  const choices: Record<NamedWord, readonly Choice[]> = {
    operator: partiesOf('operator'),
    depot: partiesOf('depot'),
    line: partiesOf('line'),
    trainNo: [...known.trains, ...trains.added].flatMap((train) => {
      const choice = trainChoice(train)
      return (train.trainNo ?? '') === '' || stubs.has(choice.label) ? [] : [choice]
    }),
    node: bom.all().map(({ partNo = '', name = '' }) => ({
      value: partNo === '' ? name : partNo,
      label: partNo === '' ? name : `${name} ${partNo}`.trim(),
      words: name === '' ? partNo : name,
    })),
  }
  const made: Record<NamedWord, ReadonlySet<string>> = {
    operator: madeOf('operator'),
    depot: madeOf('depot'),
    line: madeOf('line'),
    trainNo: new Set([...stubs, ...trains.doubts.keys()]),
    node: new Set(unassigned.map(({ words, partNo }) => words || partNo)),
  }
  return {
    choices,
    unknown: [
      ...missingState(withoutState, decisions),
      ...unknownCodes(sheets, decisions, known.company),
      ...unknownNames(sheets, made, choices, decisions, trains.doubts),
    ],
  }
}
