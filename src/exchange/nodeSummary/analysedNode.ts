import type { Language } from '../../i18n/translation'
import type { wordsOfWorkbooks } from '../../i18n/workbooks'
import type { LaplaceTrend } from '../../reliability/laplaceTrend'
import type { MtbfEstimate } from '../../reliability/mtbf'
import type { NotEstimable } from '../../reliability/notEstimable'
import type { UChart } from '../../reliability/uChart'

interface Bar {
  readonly label: string
  readonly rows: ArrayLike<number>
  readonly share: number
  readonly cumulative: number
  readonly vital: boolean
}

interface Repeated {
  readonly status: 'estimated'
  readonly comparable: number
  readonly notComparable: number
  readonly repeatRows: readonly number[]
  readonly share: number
  readonly medianDays: number | null
  readonly pairs: readonly { readonly rows: readonly number[]; readonly repeats: number }[]
}

/** What a summary reads of the analysis of a node; the analysis of `metrics/` is one. */
export interface AnalysedNode {
  /** Day numbers; the end is no longer counted. */
  readonly scope: { readonly from?: number; readonly to?: number }
  readonly exposure: { readonly trains: number; readonly trainKm: number; readonly extrapolatedKm: number; readonly coverage: number | null; readonly from: number; readonly to: number }
  readonly quantity: number
  readonly exposureKm: number
  readonly counted: ArrayLike<number>
  readonly undated: number
  readonly excluded: Readonly<Record<string, ArrayLike<number> | undefined>>
  readonly mtbf: MtbfEstimate | NotEstimable<string>
  readonly paretos: Readonly<Record<string, readonly Bar[]>>
  readonly trend: {
    readonly months: readonly { readonly month: string; readonly rows: ArrayLike<number>; readonly exposureKm: number; readonly isPartial: boolean }[]
    readonly chart: UChart | NotEstimable<string>
  }
  readonly laplace: LaplaceTrend | NotEstimable<string>
  readonly recurrence: Repeated | NotEstimable<string>
}

/** What all sheets of a summary share. */
export interface SummaryContext {
  readonly t: ReturnType<typeof wordsOfWorkbooks>
  readonly language: Language
  readonly title: string
  readonly subtitle: string
}
