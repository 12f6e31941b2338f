/** A filter as a sentence, the same on chips, in drawers, on prints and in workbooks. */
import { dateOfDay } from '../domain/moment'
import type { Fields } from '../domain/records/field'
import { columnMeaning, type ColumnField } from '../metrics/columnMeaning'
import type { Filter } from '../metrics/failureFilter'
import type { Messages } from '../i18n/messages'
import type { Language } from '../i18n/translation'

export const columnLabel = (field: ColumnField, language: Language, company: Fields): string => {
  const meaning = columnMeaning(field, company)
  return meaning.unit === undefined ? meaning[language] : `${meaning[language]} (${meaning.unit})`
}

/**
 * @param labelOf how a stored word reads, for codes and names
 * @param company fields the company added to failures
 */
export function filterInWords(
  filter: Filter,
  t: Messages,
  language: Language,
  labelOf: (word: string) => string,
  company: Fields,
): string {
  const column = columnMeaning(filter.field, company)[language]
  switch (filter.op) {
    case 'is':
      return t.filterWordsIs(
        column,
        filter.values.map((value) => (value === '' ? t.blankValue : labelOf(value))).join(t.listComma),
      )
    case 'not':
      return t.filterWordsNot(
        column,
        filter.values.map((value) => (value === '' ? t.blankValue : labelOf(value))).join(t.listComma),
      )
    case 'like':
      return t.filterWordsLike(column, filter.query)
    case 'blank':
      return t.filterWordsBlank(column)
    case 'filled':
      return t.filterWordsFilled(column)
    case 'between': {
      const show = (value: number | undefined): string =>
        value === undefined ? '' : filter.field === 'occurredDay' ? dateOfDay(value) : String(value)
      return t.filterWordsBetween(column, show(filter.from), show(filter.to))
    }
  }
}
