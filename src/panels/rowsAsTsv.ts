/** Rows of a table as the block of text a spreadsheet takes when it is pasted: tabs between cells, a line per row. */
import { isLikeAFormula } from '../domain/likeAFormula'
import type { Language } from '../i18n/translation'
import type { Fields } from '../domain/records/field'
import { columnMeaning, type ColumnField } from '../metrics/columnMeaning'
import type { TableRow } from '../workers/engineAnswers'
import { columnLabel } from './filterInWords'

/** What stands in a cell stays in one cell, and a text that begins like a formula stays a text. */
function cell(text: string, isNumber: boolean): string {
  const flat = text.replace(/[\t\r\n]+/gu, ' ')
  return !isNumber && isLikeAFormula(flat) ? `'${flat}` : flat
}

/** @param company fields the company added to failures */
export const rowsAsTsv = (
  rows: readonly TableRow[],
  fields: readonly ColumnField[],
  language: Language,
  company: Fields,
): string =>
  [
    fields.map((field) => cell(columnLabel(field, language, company), false)),
    ...rows.map(({ labels }) =>
      fields.map((field) => cell(labels[field] ?? '', columnMeaning(field, company).kind === 'number')),
    ),
  ]
    .map((cells) => cells.join('\t'))
    .join('\n')
