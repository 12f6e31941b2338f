import type { Moment } from '../../../domain/moment'
import type { Language } from '../../../i18n/translation'
import type { Plan } from '../../../metrics/plan/plan'
import type { NoComparison, NodeComparison } from '../../../metrics/compare/nodeComparison'
import type { Working } from '../../../metrics/working'

/** A counted failure as one line of the list; `row` is its row in the analysis. */
export interface FailureSummary {
  readonly row: number
  readonly no: string
  readonly occurredAt: Moment
  readonly train: string
  readonly node: string
  readonly description: string
}

export interface NodeSummaryAbout {
  readonly nodeName: string
  /** The nodes above it and itself, `制动系统 / BCU / 中继阀`. */
  readonly path: string
  readonly language: Language
  readonly filterInWords: string
  /** Which failures count, as words. */
  readonly populationName: string
  readonly trainsInWords: string
  /** Local civil time. */
  readonly generatedAt: Moment
  readonly build: string
  readonly targetFpmk?: number
  /** What the analysis took for a repeat. */
  readonly repeat: { readonly days: number; readonly km: number; readonly sameSymptom: boolean }
  /** The counted failures in the order to list them; they also name the trains and parts of repeats. */
  readonly rowsForDetail: readonly FailureSummary[]
  /** Growth and lives, which are worked out only when asked for. */
  readonly ageWorking?: readonly Working[]
  /** What must happen to show its target, as the page plans it. */
  readonly plan?: Plan
  /** Groups compared, as the page was asked to. */
  readonly comparison?: NodeComparison | NoComparison
}
