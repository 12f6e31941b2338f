/** What a reviewed cell says of itself: what it was read as, what it said when it was mailed, what is doubtful. */
import type { DoubtSaid, ReviewCell, ReviewColumn } from '../../exchange/plan/review/reviewRows'
import { CODED_WORDS, isCoded } from '../../exchange/tables/wordDecisions'
import { useCodes } from '../../panels/useCodes'
import { wordsOfImports } from '../../i18n/importWords'
import { useText } from '../../ui/LanguageContext'

export function useReviewWords() {
  const { t, language } = useText()
  const words = wordsOfImports(language)
  const { label } = useCodes()
  const valueWords = (column: ReviewColumn, value: NonNullable<ReviewCell['value']>): string => {
    if (typeof value === 'boolean') return value ? t.yes : t.no
    return isCoded(column.field) ? label(CODED_WORDS[column.field], String(value)) : String(value)
  }
  const readAs = (column: ReviewColumn, { value, text }: ReviewCell): readonly string[] => {
    if (value !== null) return [t.reviewReads(valueWords(column, value))]
    return text === '' ? [] : [t.reviewNothingRead]
  }
  const doubts = (said: readonly DoubtSaid[]): string =>
    said.map(({ code, parameters }) => words.issueSentence(code, parameters ?? {})).join(t.semicolon)
  const titleOf = (column: ReviewColumn, cell: ReviewCell): string =>
    [
      cell.address ?? t.reviewNoCell,
      ...(cell.mailed === null ? [] : [t.reviewMailed(cell.mailed)]),
      ...readAs(column, cell),
      ...(cell.issues.length > 0 ? [doubts(cell.issues)] : []),
    ].join('\n')
  return { doubts, titleOf }
}
