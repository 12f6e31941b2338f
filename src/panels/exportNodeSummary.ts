/** Writes the figures of a node as a workbook and hands it to the browser to save. */
import type { NodeAnalysis } from '../metrics/nodeAnalysis'
import type { RecurrenceQuestion } from '../metrics/recurrence'
import type { Language } from '../i18n/translation'

export interface SummaryAbout {
  readonly language: Language
  readonly nodeName: string
  readonly path: string
  readonly filterInWords: string
  readonly populationName: string
  readonly targetFpmk: number | null
  readonly question: RecurrenceQuestion
}

export async function exportNodeSummary(_analysis: NodeAnalysis, _about: SummaryAbout): Promise<void> {
  throw new Error('…')
}
