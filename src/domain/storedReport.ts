/** A report as it was handed out: what was asked, what it said, and what it had been worked out from. */
import type { Moment } from './moment'

export interface ReportFigure {
  readonly name: string
  /** Whose figure: a part, a month, a type of train; empty where there is only one. */
  readonly of: string
  /** Null where it could not be worked out. */
  readonly value: number | null
}

export interface StoredReport {
  readonly id: string
  /** The question as the program asked it, as JSON; opened again it is asked once more. */
  readonly question: string
  readonly kind: string
  readonly title: string
  readonly language: 'zh' | 'en'
  readonly conclusion: string
  readonly figures: readonly ReportFigure[]
  /** SHA-256 over every record and distance the report read. */
  readonly inputsHash: string
  readonly storedAt: Moment
  readonly storedBy: string
  readonly build: string
}

/** The conclusion of a report that is still being written, by its question. */
export interface ReportConclusion {
  readonly key: string
  readonly text: string
  readonly savedAt: number
}
