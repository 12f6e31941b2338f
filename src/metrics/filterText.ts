/** Filters as one line of text, for the address bar: `symptomCode.is.NOREL,LOWP~description.like.漏风`. */
import { isCompanyKey } from '../domain/companyFields'
import { isNumberField, isTextField } from './columnMeaning'
import type { Filter } from './failureFilter'

const escape = (text: string): string =>
  text.replace(/[%.,~]/gu, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
const unescape = (text: string): string =>
  text.replace(/%([0-9A-F]{2})/gu, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))

const boundAsText = (bound: number | undefined): string => (bound === undefined ? '' : escape(String(bound)))

function oneAsText(filter: Filter): string {
  switch (filter.op) {
    case 'is':
    case 'not':
      return `${filter.field}.${filter.op}.${filter.values.map(escape).join(',')}`
    case 'like':
      return `${filter.field}.like.${escape(filter.query)}`
    case 'between':
      return `${filter.field}.between.${boundAsText(filter.from)},${boundAsText(filter.to)}`
    default:
      return `${filter.field}.${filter.op}`
  }
}

export const filtersAsText = (filters: readonly Filter[]): string => filters.map(oneAsText).join('~')

const bound = (text: string | undefined): number | undefined => {
  const value = text === undefined || text === '' ? Number.NaN : Number(unescape(text))
  return Number.isFinite(value) ? value : undefined
}

function oneFromText(text: string): Filter | null {
  const [field = '', op = '', rest = ''] = text.split('.')
  const isText = isTextField(field) || isCompanyKey(field)
  const isNumber = isNumberField(field) || isCompanyKey(field)
  if (isText && (op === 'is' || op === 'not')) return { field, op, values: rest.split(',').map(unescape) }
  if (isText && op === 'like') return { field, op, query: unescape(rest) }
  if ((isText || isNumber) && (op === 'blank' || op === 'filled')) return { field, op }
  if (isNumber && op === 'between') {
    const [from, to] = rest.split(',').map(bound)
    return { field, op, ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) }
  }
  return null
}

/** The filters of a line; parts nobody understands are left out. */
export const filtersFromText = (text: string): readonly Filter[] =>
  text.split('~').flatMap((part) => oneFromText(part) ?? [])
