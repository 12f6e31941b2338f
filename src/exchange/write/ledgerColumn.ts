/** What a column of the failure ledger is: its two headers, the field our own reader takes it for, and its cell in a row. */
import type { FieldName } from '../cells/importFields'
import type { LedgerRow } from '../tables/ledgerRow'
import { lastOf, type Labels } from './ledgerCells'
import type { Cell } from './ooxml/workbook'

export interface LedgerContext extends Labels {
  /** One-based. */
  readonly index: number
  /** Numbers that differ from another train's only by leading zeros. */
  readonly ambiguousTrains: ReadonlySet<string>
}

export interface LedgerColumn {
  readonly zh: string
  readonly en: string
  readonly group?: LedgerGroup
  /** What the reader takes the column for; none when it only informs. */
  readonly field?: FieldName
  readonly width: number
  readonly cell: (row: LedgerRow, context: LedgerContext) => Cell | undefined
}

export const LEDGER_GROUPS = {
  vehicle: { zh: '车辆信息', en: 'Vehicle' },
  product: { zh: '产品信息', en: 'Product' },
  failure: { zh: '故障信息', en: 'Failure' },
  handling: { zh: '现场处理', en: 'On site' },
  analysis: { zh: '分析与闭环', en: 'Analysis and closure' },
  more: { zh: '补充信息', en: 'Further data' },
  company: { zh: '本公司字段', en: 'Company fields' },
} as const
export type LedgerGroup = keyof typeof LEDGER_GROUPS

/** When it was repaired: the end of the last handling, else the last replacement. */
export const repairedAt = ({ handlings, replacements }: LedgerRow): string | undefined =>
  lastOf(handlings.map(({ endAt }) => endAt)) ?? lastOf(replacements.map(({ at }) => at))
