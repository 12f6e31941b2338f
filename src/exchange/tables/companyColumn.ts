/** Which field of the company's own a header names: its label in either language, with or without its unit, or its key. */
import { isCompanyKey, withoutRetiredMark } from '../../domain/companyFields'
import { plainText } from '../../domain/plainText'
import type { CompanyKey } from '../../domain/records/companyField'
import type { Field, Fields } from '../../domain/records/field'

function namesOf(key: string, { zh, en, unit }: Field): readonly string[] {
  const labels = [zh, en].map(withoutRetiredMark)
  return [key, ...labels, ...(unit === undefined ? [] : labels.map((label) => `${label}(${unit})`))].map(plainText)
}

/** @param company fields of the kind of record the table holds */
export function companyColumn(header: string, company: Fields): CompanyKey | null {
  const word = plainText(withoutRetiredMark(header.trim()))
  if (word === '') return null
  for (const [key, field] of Object.entries(company))
    if (isCompanyKey(key) && namesOf(key, field).includes(word)) return key
  return null
}
