/**
 * From parsed workbooks to what would be stored: trains before mileage, BOM before failures, whatever the order in
 * which the files were dropped. Pure: it reads what is known and answers a plan; nothing is written here.
 */
import type { ImportedRows, ImportedSheet } from '../domain/importBatch'
import type { ImportPlan } from '../domain/importPlan'
import { ascendingIds } from './ascendingIds'
import { NOTHING_KNOWN, type KnownRecords } from './knownRecords'
import type { ParsedSheet } from './parsedSheet'
import { originIn } from './originIn'
import { bomDesk } from './planBom'
import { planFailures, type PlannedFailures } from './planFailures'
import { mileageDesk } from './planMileage'
import { partyDesk } from './planParties'
import { trainDesk } from './planTrains'

export interface ParsedFile {
  readonly name: string
  readonly size: number
  readonly sha256: string
  readonly sheets: readonly ParsedSheet[]
  /** The cells as text of each sheet, in the same order; empty when nobody will ask for them. */
  readonly rows: readonly (readonly Omit<ImportedRows, 'batchId' | 'sheet'>[])[]
}

export interface PlannedImport {
  readonly plan: ImportPlan
  readonly failures: Pick<PlannedFailures, 'duplicates' | 'unassigned' | 'assignedBy'>
  /** Trains that rows mention but no fleet list knows. */
  readonly stubTrains: readonly string[]
}

/** @param makeId makes the first id; where it is a UUID, the records of the import count on from it */
export function planImport(files: readonly ParsedFile[], makeId: () => string, known: KnownRecords = NOTHING_KNOWN): PlannedImport {
  const newId = ascendingIds(makeId)
  const parties = partyDesk(known, newId)
  const trains = trainDesk(known, parties, newId)
  const bom = bomDesk(known, newId)
  const mileage = mileageDesk(known, trains, newId)
  const skipped: Record<string, number> = {}
  const skip = (why: string, count: number): void => {
    if (count > 0) skipped[why] = (skipped[why] ?? 0) + count
  }

  const sheets = files.flatMap((file) => file.sheets.map((sheet, at) => ({ file: file.name, sheet, rows: file.rows[at] ?? [] }))).filter(({ sheet }) => sheet.records.length > 0)
  const numbered = sheets.map((entry, number) => ({ ...entry, number }))
  for (const { sheet } of numbered) for (const { reason } of sheet.skipped) skip(reason, 1)

  for (const { sheet, number } of numbered.filter(({ sheet }) => sheet.kind === 'bom')) {
    const counts = bom.addSheet(sheet, number)
    skip('already-there', counts.alreadyThere)
    skip('no-name', counts.noName)
  }
  for (const { sheet, number } of numbered.filter(({ sheet }) => sheet.kind === 'fleet')) {
    const originOf = originIn(number, sheet.columns)
    for (const record of sheet.records) {
      const outcome = trains.addListed(record, originOf(record))
      if (outcome !== 'added') skip(outcome, 1)
    }
  }
  for (const { sheet, number } of numbered.filter(({ sheet }) => sheet.kind === 'mileage-matrix')) {
    const counts = mileage.addSheet(sheet, number)
    skip('already-there', counts.alreadyThere)
    skip('reading-differs', counts.differs)
    skip('not-readable', counts.unreadable)
  }
  const failures = planFailures(
    numbered.filter(({ sheet }) => sheet.kind === 'failure-ledger').map(({ sheet, number }) => ({ sheet: number, records: sheet.records, columns: sheet.columns })),
    known, bom, trains, parties, newId,
  )
  for (const { kind } of failures.duplicates) skip(`duplicate-${kind}`, 1)

  return {
    plan: {
      files: files.map(({ name, size, sha256 }) => ({ name, size, sha256 })),
      sheets: numbered.map(({ file, sheet }): ImportedSheet => ({
        file, sheet: sheet.name, kind: sheet.kind, headerRows: sheet.headerRows, rowCount: sheet.rowCount,
        columns: sheet.columns.map(({ column, header, field, confidence }) => ({ column, header, field, confidence })),
      })),
      records: {
        products: bom.products,
        bomNodes: bom.nodes,
        parties: parties.added,
        trains: trains.added,
        usageReadings: mileage.added,
        failures: failures.failures,
        handlings: failures.handlings,
        replacements: failures.replacements,
        rootCauseAnalyses: failures.rootCauseAnalyses,
        correctiveActions: failures.correctiveActions,
      },
      rows: numbered.flatMap(({ rows, number }) => rows.map((chunk) => ({ ...chunk, sheet: number }))),
      skipped,
    },
    failures: { duplicates: failures.duplicates, unassigned: failures.unassigned, assignedBy: failures.assignedBy },
    stubTrains: trains.stubs,
  }
}
