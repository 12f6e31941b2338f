/** What the screen is told of an import: files, sheets, and what would be stored. */
import type { ImportBatch } from '../domain/importBatch'
import type { PlannedUpdate } from '../domain/importPlan'
import type { PlannedImport } from '../exchange/plan/planImport'
import type { FileSummary, PlanChange, PlanSummary } from './importAnswers'
import type { ImportDifferences } from './importDifferences'
import { isOpened, type FileOfImport } from './openedFile'
import { summaryOf } from './sheetSummary'
import { TakenValues } from './takenValues'

/** @param batches every import there ever was */
export const fileSummaries = (
  files: readonly FileOfImport[],
  batches: readonly ImportBatch[],
): readonly FileSummary[] =>
  files.map((file, at): FileSummary => {
    if (!isOpened(file)) return { ok: false, at, name: file.name, size: file.size, problem: file.problem }
    const before = batches.find(
      ({ state, files: stored }) => state === 'committed' && stored.some(({ sha256 }) => sha256 === file.sha256),
    )
    return {
      ok: true,
      at,
      name: file.name,
      size: file.size,
      sheets: file.sheets.map((sheet) => summaryOf(sheet, file.overrides[sheet.name], file.remembered.has(sheet.name))),
      importedBefore: before === undefined ? null : { at: before.at, actor: before.actor },
    }
  })

export function planSummary(
  planned: PlannedImport,
  differences: ImportDifferences,
  taken: TakenValues,
  placeOf: (sheet: number) => { readonly file: number; readonly sheet: string },
): PlanSummary {
  const { again, failureOfRow: _rows, duplicates, ...failures } = planned.failures
  const valuesIn = (updates: readonly PlannedUpdate[]): number =>
    updates.reduce((sum, { fields }) => sum + Object.keys(fields).length, 0)
  const filled = valuesIn(differences.updates(new TakenValues()))
  const updated = valuesIn(differences.updates(taken))
  return {
    counts: Object.fromEntries(Object.entries(planned.plan.records).map(([table, records]) => [table, records.length])),
    skipped: planned.plan.skipped,
    ...failures,
    duplicates: duplicates.map(({ sheet, row, kind, of }) => ({ ...placeOf(sheet), row, kind, of })),
    stubTrains: planned.stubTrains,
    byNumber: [...planned.byNumber].map(([sheet, numbers]) => ({ ...placeOf(sheet), ...numbers })),
    unlinked: planned.unlinked,
    unattached: planned.unattached.map((report) => ({ ...report, ...placeOf(report.sheet) })),
    unknown: planned.unknown,
    same: new Set(again.map(({ id }) => id)).size - differences.failures.filter(({ isAgain }) => isAgain).length,
    changed: differences.failures.map((one) => ({ ...one, taken: taken.of(one.id) })),
    masters: differences.masters.map((one) => ({ ...one, taken: taken.of(one.key) })),
    filled,
    taken: updated - filled,
    ...differences.steps(taken),
  }
}

/** Two plans that would store the same. Records that are not stored yet have other ids each time; their names tell. */
export function isSamePlan(a: PlanSummary, b: PlanSummary): boolean {
  const told = (plan: PlanSummary): string =>
    JSON.stringify(plan, (_, value: unknown) =>
      typeof value === 'object' && value !== null && 'newName' in value && value.newName !== null
        ? { ...value, now: value.newName, newName: null }
        : value,
    )
  return told(a) === told(b)
}

/** Tables of which another number of records would be stored. */
export const planChanges = (before: PlanSummary, now: PlanSummary): readonly PlanChange[] =>
  [...new Set([...Object.keys(before.counts), ...Object.keys(now.counts)])]
    .map((table) => ({ table, before: before.counts[table] ?? 0, now: now.counts[table] ?? 0 }))
    .filter((change) => change.before !== change.now)
