import type { ParsedSheet, SheetOverride } from '../exchange/tables/parsedSheet'
import { seriousRows } from '../exchange/plan/review/reviewRows'
import type { SheetSummary } from './importAnswers'

/** A sheet of a hundred forms need not send them all to be looked at. */
const MOST_LABELS = 300

const countBy = <K extends string>(keys: Iterable<K>): Partial<Record<K, number>> => {
  const counts: Partial<Record<K, number>> = {}
  for (const key of keys) counts[key] = (counts[key] ?? 0) + 1
  return counts
}

/** What a screen shows of a sheet that was read. */
export const summaryOf = (
  sheet: ParsedSheet,
  override: SheetOverride | undefined,
  isRemembered: boolean,
): SheetSummary => ({
  name: sheet.name,
  hidden: sheet.hidden,
  kind: sheet.kind,
  heldBack: sheet.heldBack ?? null,
  headerRows: sheet.headerRows,
  columns: sheet.columns,
  labels: (sheet.labels ?? []).slice(0, MOST_LABELS),
  records: sheet.records.length,
  distanceDoubt: sheet.distanceDoubt ?? null,
  rowCount: sheet.rowCount,
  skipped: countBy(sheet.skipped.map((row) => row.reason)),
  issues: countBy([...sheet.records.flatMap((record) => record.issues), ...sheet.issues].map((issue) => issue.code)),
  serious: seriousRows(sheet).length,
  leftOut: sheet.leftOut?.length ?? 0,
  corrected: Object.keys(override?.cells ?? {}).length,
  isTurned: sheet.turned === true,
  isRemembered,
})
