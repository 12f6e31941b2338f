/** How wide the columns of a failure table are, and where those begin that stay in place while one scrolls to the side. */
import type { CSSProperties } from 'react'
import type { ColumnField } from '../metrics/columnMeaning'

/** Of columns somebody made wider or narrower. */
export type Widths = Partial<Record<ColumnField, number>>

const STANDARD: Widths = {
  no: 150,
  state: 108,
  occurredAt: 150,
  trainId: 124,
  bomNodeId: 150,
  failedNodeId: 150,
  description: 320,
  symptomCode: 140,
  serviceImpact: 110,
  severity: 108,
  odometerKm: 110,
  measure: 240,
  causeText: 240,
  actionText: 240,
  depotId: 110,
  customerId: 110,
  nodeText: 140,
  reportedSerial: 130,
  removedSerial: 130,
  installedSerial: 130,
  delayMin: 84,
  carNo: 64,
}
const CHECK_WIDTH = 40
/** A column narrower than this shows nothing, one wider leaves no room for others. */
const LEAST_WIDTH = 56
const MOST_WIDTH = 900

export const withinWidths = (width: number): number => Math.round(Math.min(MOST_WIDTH, Math.max(LEAST_WIDTH, width)))

export const standardWidth = (field: ColumnField): number => STANDARD[field] ?? 120

/** The width of each column of rows and head, and the total, as properties all lines of the table share. */
export function shapeOf(widths: readonly number[], hasChecks: boolean): CSSProperties {
  const all = hasChecks ? [CHECK_WIDTH, ...widths] : widths
  const starts: Record<string, string> = {}
  let from = hasChecks ? CHECK_WIDTH : 0
  for (const [at, width] of widths.entries()) {
    starts[`--start-${at}`] = `${from}px`
    from += width
  }
  return { minWidth: from, '--columns': all.map((width) => `${width}px`).join(' '), ...starts } as CSSProperties
}

/** @param frozen how many columns stay; undefined for one that scrolls with the others */
export const frozenAt = (at: number, frozen: number): CSSProperties | undefined =>
  at < frozen ? { position: 'sticky', left: `var(--start-${at})`, zIndex: 1 } : undefined

/** The widths with one column as wide as it comes. */
export function without(widths: Widths, field: ColumnField): Widths {
  const { [field]: _own, ...others } = widths
  return others
}
