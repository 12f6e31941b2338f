/** What speaks against the definition of a company field, whoever writes it. */
import {
  COMPANY_KINDS,
  companyOptions,
  isCompanyKey,
  isCompanyTable,
  MOST_COMPANY_FIELDS,
  NEEDS_OF_TABLE,
} from './companyFields'
import { isOneOf } from './closedSet'
import { plainText } from './plainText'
import type { CompanyField, CompanyTable } from './records/companyField'
import { FIELDS_OF_TABLE } from './records/tables'

export const COMPANY_FIELD_FAULTS = [
  'no-label',
  'label-taken',
  'bad-key',
  'key-taken',
  'key-changed',
  'kind-changed',
  'table-changed',
  'no-such-kind',
  'no-such-need',
  'limits-crossed',
  'no-options',
  'option-without-label',
  'option-twice',
  'option-gone',
  'too-many',
] as const
export type CompanyFieldFault = (typeof COMPANY_FIELD_FAULTS)[number]

type Definition = CompanyField & { readonly id: string }

const isEmpty = (text: string | undefined): boolean => (text ?? '').trim() === ''

/** A label finds the column of a workbook, so that no two fields of a record may have the same. */
function labelFaults({ id, table, zh, en }: Definition, others: readonly Definition[]): readonly CompanyFieldFault[] {
  if (isEmpty(zh) || isEmpty(en)) return ['no-label']
  const own = new Set([plainText(zh ?? ''), plainText(en ?? '')])
  const built = Object.values(FIELDS_OF_TABLE[table as CompanyTable])
  const isTaken = [...built, ...others.filter((other) => other.id !== id)].some(
    (other) => own.has(plainText(other.zh ?? '')) || own.has(plainText(other.en ?? '')),
  )
  return isTaken ? ['label-taken'] : []
}

function optionFaults({ options }: Definition, before: Definition | undefined): readonly CompanyFieldFault[] {
  const given = companyOptions(options)
  const labels = given.flatMap(({ zh, en }) => [...new Set([plainText(zh), plainText(en)])])
  const kept = new Set(given.map(({ code }) => code))
  return [
    ...(given.some(({ isRetired }) => isRetired !== true) ? [] : ['no-options' as const]),
    ...(given.some(({ zh, en }) => isEmpty(zh) || isEmpty(en)) ? ['option-without-label' as const] : []),
    ...(new Set(labels).size < labels.length || kept.size < given.length ? ['option-twice' as const] : []),
    ...(companyOptions(before?.options).every(({ code }) => kept.has(code)) ? [] : ['option-gone' as const]),
  ]
}

/**
 * @param after  the definition as it is wanted
 * @param before as it stands; undefined for a new one
 * @param all    every definition of the same kind of record that counts, retired ones among them
 */
export function companyFieldFaults(
  after: Definition,
  before: Definition | undefined,
  all: readonly Definition[],
): readonly CompanyFieldFault[] {
  const { table = '', key = '', kind = '', need = '', least, most } = after
  if (!isCompanyTable(table)) return ['table-changed']
  if (!isOneOf(COMPANY_KINDS, kind)) return ['no-such-kind']
  const others = all.filter((other) => other.table === table && other.id !== after.id)
  const faults: CompanyFieldFault[] = [...labelFaults(after, others)]
  if (!isCompanyKey(key)) faults.push('bad-key')
  else if (others.some((other) => other.key?.toLowerCase() === key.toLowerCase())) faults.push('key-taken')
  if (before !== undefined) {
    if (before.key !== key) faults.push('key-changed')
    if (before.kind !== kind) faults.push('kind-changed')
    if (before.table !== table) faults.push('table-changed')
  } else if (others.length >= MOST_COMPANY_FIELDS) faults.push('too-many')
  if (need !== '' && !isOneOf(NEEDS_OF_TABLE[table], need)) faults.push('no-such-need')
  if (kind === 'number' && least !== undefined && most !== undefined && least > most) faults.push('limits-crossed')
  if (kind === 'choice') faults.push(...optionFaults(after, before))
  return faults
}
