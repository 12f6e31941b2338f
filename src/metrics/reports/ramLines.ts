/**
 * How often the trains run into failures of each RAM category, the way contracts ask for it: significant (immobilising),
 * major (service), minor; each as a mean distance between failures in train-kilometres, with bounds.
 * @source categories of EN 50126-1 (GB/T 21562)
 */
import { oneOf } from '../../domain/closedSet'
import { codesFlagged } from '../../domain/codeLists'
import { withKnownDistance } from '../distanceKnown'
import type { FieldData } from '../fieldData'
import type { MtbfEstimate } from '../../reliability/mtbf'
import type { NotEstimable } from '../../reliability/notEstimable'
import { keepRows, textAt } from '../failureColumns'
import { mtbfOf } from '../nodeFigures'

export const RAM_CATEGORIES = ['significant', 'major', 'minor', 'unknown'] as const
export type RamCategory = (typeof RAM_CATEGORIES)[number]

export interface RamLine {
  /** `all` is every failure that counts. */
  readonly category: RamCategory | 'all'
  readonly rows: Uint32Array
  readonly trainKm: number
  readonly mtbf: MtbfEstimate | NotEstimable<string>
}

const SERVICE = codesFlagged('CL-IMPACT', 'svc')
/** The train did not go on under its own power or with its passengers, or somebody came to harm. */
const SIGNIFICANT = new Set(['OFFLINE', 'DETRAIN', 'RESCUE', 'LOCOFAIL', 'ACC_D', 'ACC_C', 'SAFETY'])

/** What a person wrote counts; where nobody did, the effect on service says it. */
export function ramCategoryOf(written: string, serviceImpact: string): RamCategory {
  const known = oneOf(RAM_CATEGORIES, written)
  if (known !== undefined) return known
  if (serviceImpact === '') return 'unknown'
  return SIGNIFICANT.has(serviceImpact) ? 'significant' : SERVICE.has(serviceImpact) ? 'major' : 'minor'
}

/** Lines of all failures that count; their rates of those on days with known distance. */
export function ramLines(
  data: Pick<FieldData, 'columns' | 'fleet'>,
  counted: Uint32Array,
  trainKm: number,
): readonly RamLine[] {
  const { columns } = data
  const line = (category: RamLine['category'], rows: Uint32Array): RamLine => ({
    category,
    rows,
    trainKm,
    mtbf: mtbfOf(withKnownDistance(data, rows).length, trainKm),
  })
  return [
    ...RAM_CATEGORIES.map((category) =>
      line(
        category,
        keepRows(
          counted,
          (row) =>
            ramCategoryOf(textAt(columns, 'ramCategory', row), textAt(columns, 'serviceImpact', row)) === category,
        ),
      ),
    ),
    line('all', counted),
  ].filter(({ category, rows }) => category !== 'unknown' || rows.length > 0)
}
