import type { Language } from '../../../i18n/translation'
import type { wordsOfWorkbooks } from '../../../i18n/workbooks'

/** What all sheets of a summary share. */
export interface SummaryContext {
  readonly t: ReturnType<typeof wordsOfWorkbooks>
  readonly language: Language
  readonly title: string
  readonly subtitle: string
}
