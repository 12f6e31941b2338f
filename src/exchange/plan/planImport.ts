/**
 * From parsed workbooks to what would be stored: trains before mileage, BOM before failures, whatever the order in
 * which the files were dropped. Pure: it reads what is known and answers a plan; nothing is written here.
 */
import type { ImportedRows, ImportedSheet } from '../../domain/importBatch'
import { updatesOf, type ImportPlan } from '../../domain/importPlan'
import { plainText } from '../../domain/plainText'
import { ascendingIds } from './ascendingIds'
import { NOTHING_KNOWN, type KnownRecords } from './knownRecords'
import type { ParsedSheet } from '../tables/parsedSheet'
import type { ParsedRecord, RecordKind } from '../cells/parsedRecord'
import { originIn } from './originIn'
import { bomPlanner, type BomPlanner } from './bomPlanner'
import { failureIndex } from './failureIndex'
import { partResolver, type PartResolver, type UnassignedWords } from './partResolver'
import { planFailures, type PlannedFailures } from './planFailures'
import { childRecordPlanner, type ChildRecordOutcome } from './childRecordPlanner'
import { mileagePlanner } from './mileagePlanner'
import { partyResolver, type PartyResolver, type PartyKind } from './partyResolver'
import { masterReconciler, type MasterReconciler } from './masterReconciler'
import type { NumberedTrains, Places } from './trainRegister'
import { trainChoice, trainResolver, type TrainResolver } from './trainResolver'
import type { NamedWord, WordDecisions } from '../tables/wordDecisions'
import { unknownCodes, unknownNames, type Choice, type NamedChoices, type UnknownWord } from './review/unknownWords'

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
  /** Trains that rows mention but no fleet list knows. */
  readonly stubTrains: readonly string[]
  /** Place of a sheet in the plan → how its trains were found by number, where it names no types. */
  readonly byNumber: ReadonlyMap<number, NumberedTrains>
  /** What lists say of masters that are there already; what they fill is among the updates of the plan. */
  readonly masters: Pick<MasterReconciler, 'filled' | 'differences'>
  readonly unknown: readonly UnknownWord[]
  /** What an unknown name may be decided to be. */
  readonly choices: NamedChoices
}

/** The sheets that hold records of a kind, with only those: tables of several kinds may stand on one sheet. */
const withRecords = (
  sheets: readonly { readonly sheet: ParsedSheet; readonly number: number }[],
  kind: RecordKind,
): { readonly sheet: ParsedSheet; readonly number: number }[] =>
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

/** @param makeId makes the first id; where it is a UUID, the records of the import count on from it */
export function planImport(
  files: readonly ParsedFile[],
  makeId: () => string,
  known: KnownRecords = NOTHING_KNOWN,
  decisions: WordDecisions = {},
): PlannedImport {
  const newId = ascendingIds(makeId)
  const sheets = files
    .flatMap((file, fileAt) =>
      file.sheets.map((sheet, at) => ({ file: file.name, fileAt, sheet, rows: file.rows[at] ?? [] })),
    )
    .filter(({ sheet }) => sheet.records.length > 0)
  const numbered = sheets.map((entry, number) => ({ ...entry, number }))
  const masters = masterReconciler()
  const parties = partyResolver(known, masters, newId, decisions)
  const trains = trainResolver(
    { known, parties, masters, numbersOf: (number) => untypedNumbers(numbered[number]?.sheet) },
    newId,
    decisions,
  )
  const bom = bomPlanner(known, masters, newId)
  const placesOf = ({ fields }: ParsedRecord): Places => ({
    operatorId: parties.known('operator', fields.operator),
    depotId: parties.known('depot', fields.depot),
    lineId: parties.known('line', fields.line),
  })
  const mileage = mileagePlanner(known, trains, placesOf, newId)
  const skipped: Record<string, number> = {}
  const skip = (why: string, count: number): void => {
    if (count > 0) skipped[why] = (skipped[why] ?? 0) + count
  }

  for (const { sheet } of numbered) for (const { reason } of sheet.skipped) skip(reason, 1)

  for (const { sheet, number } of withRecords(numbered, 'bom-node')) {
    const counts = bom.addSheet(sheet, number)
    skip('already-there', counts.alreadyThere)
    skip('no-name', counts.noName)
  }
  for (const { sheet, number } of withRecords(numbered, 'train')) {
    const originOf = originIn(number, sheet.columns)
    for (const record of sheet.records) {
      const outcome = trains.addListed(record, originOf(record))
      if (outcome === 'already-there' || outcome === 'no-number') skip(outcome, 1)
    }
  }
  for (const { sheet, number } of withRecords(numbered, 'mileage')) {
    const counts = mileage.addSheet(sheet, number)
    skip('already-there', counts.alreadyThere)
    skip('reading-differs', counts.differs)
    skip('not-readable', counts.unreadable)
  }
  const reports = numbered.map(({ sheet, number }) => ({
    sheet: number,
    records: sheet.records,
    columns: sheet.columns,
    kind: sheet.kind,
  }))
  const index = failureIndex(known.failures)
  const childRecords = childRecordPlanner(known.childRecords, index, newId)
  const parts = partResolver(
    bom,
    reports.flatMap(({ records }) => records.filter(({ kind }) => kind === 'failure' || kind === 'replacement')),
    decisions,
  )
  const withFailures = reports.filter(({ records }) => records.some(({ kind }) => kind === 'failure'))
  const failures = planFailures(withFailures, { parts, trains, parties, index, childRecords }, newId)
  for (const { kind } of failures.duplicates) skip(`duplicate-${kind}`, 1)
  const unlinked = { analyses: 0, actions: 0, replacements: 0 }
  const count = (outcome: ChildRecordOutcome, what: keyof Unlinked): void => {
    if (outcome === 'already-there') skip('already-there', 1)
    if (outcome === 'unlinked') unlinked[what] += 1
  }
  for (const { sheet, records, columns, kind } of reports) {
    const originOf = originIn(sheet, columns)
    for (const record of records) {
      if (record.kind === 'analysis') count(childRecords.addAnalysis(record, originOf(record)), 'analyses')
      else if (record.kind === 'action') count(childRecords.addAction(record, originOf(record)), 'actions')
      else if (record.kind === 'replacement' && kind !== 'failure-form') {
        if (record.issues.some(({ code }) => code === 'duplicate-exact')) {
          skip('duplicate-within-file', 1)
          continue
        }
        const origin = originOf(record)
        const bomNodeId = parts.ofRecord(record)?.nodeId
        count(
          childRecords.addReplacement({
            record,
            origin,
            bomNodeId,
            part: bomNodeId ?? plainText(String(record.fields.node ?? '')),
            trainId: trains.idOf(
              { trainNo: record.fields.trainNo, vehicleType: record.fields.vehicleType, ...placesOf(record) },
              origin,
            ),
          }),
          'replacements',
        )
      }
    }
  }

  return {
    plan: {
      files: files.map(({ name, size, sha256 }) => ({ name, size, sha256 })),
      sheets: numbered.map(({ file, fileAt, sheet }): ImportedSheet => ({
        file,
        fileAt,
        sheet: sheet.name,
        kind: sheet.kind,
        headerRows: sheet.headerRows,
        rowCount: sheet.rowCount,
        columns: sheet.columns.map(({ column, header, field, confidence }) => ({ column, header, field, confidence })),
      })),
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
      updates: updatesOf(masters.filled),
      rows: numbered.flatMap(({ rows, number }) => rows.map((chunk) => ({ ...chunk, sheet: number }))),
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
    stubTrains: trains.stubs,
    byNumber: trains.byNumber,
    masters: { filled: masters.filled, differences: masters.differences },
    ...unknowns(
      numbered.map(({ sheet }) => sheet),
      { known, trains, parties, bom, unassigned: parts.unassigned() },
      decisions,
    ),
  }
}

interface ResolvedWords {
  readonly known: KnownRecords
  readonly trains: TrainResolver
  readonly parties: PartyResolver
  readonly bom: BomPlanner
  readonly unassigned: readonly UnassignedWords[]
}

/** What a person may want to decide before storing, and among what. */
function unknowns(
  sheets: readonly ParsedSheet[],
  { known, trains, parties, bom, unassigned }: ResolvedWords,
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
    unknown: [...unknownCodes(sheets, decisions), ...unknownNames(sheets, made, choices, decisions, trains.doubts)],
  }
}
