/** The fields a company added as columns at the end of the ledger, which our own reader takes for the same fields. */
import { isCompanyKey, withoutRetiredMark } from '../../domain/companyFields'
import type { CompanyKey } from '../../domain/records/companyField'
import type { Field, Fields } from '../../domain/records/field'
import type { Language } from '../../i18n/translation'
import { plainText as plain } from '../../domain/plainText'
import type { LedgerRow } from '../tables/ledgerRow'
import { date, exactText, number, plainText, yesNo } from './ledgerCells'
import type { LedgerColumn, LedgerContext } from './ledgerColumn'
import type { Cell } from './ooxml/workbook'

const WIDEST = 28
const NARROWEST = 10

/** `轮径 (mm)（停用）`: the unit stands before the mark, so that the reader finds the label under both. */
function headerOf(field: Field, language: Language): string {
  const label = withoutRetiredMark(field[language])
  const mark = field[language].slice(label.length)
  return `${label}${field.unit === undefined ? '' : ` (${field.unit})`}${mark}`
}

/** The label of an option; where another option has the same one, its code stands instead. */
function optionCell({ choices = [] }: Field, code: string, language: Language): Cell | undefined {
  const label = choices.find(({ value }) => value === code)?.[language] ?? code
  const isShared = choices.some((other) => other.value !== code && plain(other[language]) === plain(label))
  return plainText(isShared ? code : label, 'text')
}

function cellOf(field: Field, value: unknown, context: LedgerContext): Cell | undefined {
  if (value === undefined || value === null) return undefined
  switch (field.kind) {
    case 'number':
      return typeof value === 'number' ? number(value, 'number') : exactText('remark', String(value), 'text')
    case 'yesNo':
      return typeof value === 'boolean' ? yesNo(value, context) : exactText('remark', String(value), 'text')
    case 'date':
      return date('mfgDate', String(value))
    case 'choice':
      return optionCell(field, String(value), context.language)
    default:
      return exactText('remark', String(value), 'wrapped')
  }
}

const isFilled = (key: CompanyKey, rows: readonly LedgerRow[]): boolean =>
  rows.some(({ failure }) => failure[key] !== undefined && failure[key] !== '')

/** @param rows a retired field has a column only where one of them says something in it */
export const companyLedgerColumns = (company: Fields, rows: readonly LedgerRow[]): readonly LedgerColumn[] =>
  Object.entries(company).flatMap(([key, field]): LedgerColumn[] => {
    if (!isCompanyKey(key) || (field.isRetired === true && !isFilled(key, rows))) return []
    const [zh, en] = [headerOf(field, 'zh'), headerOf(field, 'en')]
    return [
      {
        zh,
        en,
        group: 'company',
        field: key,
        width: Math.min(WIDEST, Math.max(NARROWEST, en.length)),
        cell: ({ failure }, context) => cellOf(field, failure[key], context),
      },
    ]
  })
