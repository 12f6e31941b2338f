/**
 * The fields a company added to its records, as descriptions like those of the built-in fields: everything that reads
 * descriptions (forms, tables, history, workbooks, gates) takes them from here and asks nothing else.
 */
import { isOneOf } from './closedSet'
import {
  TABLES_WITH_COMPANY_FIELDS,
  type CompanyField,
  type CompanyKey,
  type CompanyTable,
} from './records/companyField'
import type { Choice, Field, FieldKind, Fields, Json, Need } from './records/field'
import type { TableName } from './records/tables'

/** Fields a company may add to one kind of record, retired ones among them. */
export const MOST_COMPANY_FIELDS = 60

export const COMPANY_KINDS = ['text', 'number', 'date', 'yesNo', 'choice'] as const satisfies readonly FieldKind[]
export type CompanyKind = (typeof COMPANY_KINDS)[number]

/** When a field of this kind of record can be asked for; nothing asks for a field that is not at one of these. */
export const NEEDS_OF_TABLE: Readonly<Record<CompanyTable, readonly Need[]>> = {
  failures: ['G1', 'G2', 'G3', 'G4', 'G7'],
  trains: ['save'],
  units: ['save'],
  problems: ['G7'],
  correctiveActions: ['save', 'G5'],
}

/** A value of a list. Its code never changes, because it is what records hold. */
export interface CompanyOption {
  readonly code: string
  readonly zh: string
  readonly en: string
  readonly isRetired?: boolean
}

/** Company fields by kind of record, in the order of their forms; kinds without any are left out. */
export type CompanyFields = Readonly<Partial<Record<TableName, Fields>>>

export const NO_COMPANY_FIELDS: CompanyFields = {}

const RETIRED_ZH = '（停用）'
const RETIRED_EN = ' (retired)'
const NO_LIMIT = 1e12

/** Keys are letters and digits, so that they can stand in addresses, filters and file formats as they are. */
export const isCompanyKey = (name: string): name is CompanyKey => /^x_[A-Za-z0-9_]{1,60}$/u.test(name)

export const isCompanyTable = (table: string): table is CompanyTable => isOneOf(TABLES_WITH_COMPANY_FIELDS, table)

const isKind = (kind: string | undefined): kind is CompanyKind => kind !== undefined && isOneOf(COMPANY_KINDS, kind)

/** The options of a list as they are stored; entries nobody understands are left out. */
export function companyOptions(stored: Json | undefined): readonly CompanyOption[] {
  if (!Array.isArray(stored)) return []
  return (stored as readonly Json[]).flatMap((entry) => {
    const { code, zh, en, isRetired } = (entry ?? {}) as Partial<CompanyOption>
    return typeof code !== 'string' || code === ''
      ? []
      : [{ code, zh: String(zh ?? code), en: String(en ?? zh ?? code), ...(isRetired === true ? { isRetired } : {}) }]
  })
}

const marked = <L extends { readonly zh: string; readonly en: string }>(label: L, isRetired: boolean): L =>
  isRetired ? { ...label, zh: label.zh + RETIRED_ZH, en: label.en + RETIRED_EN } : label

/** A label as it was before anything was retired, so that a header written then and one written now are the same. */
export const withoutRetiredMark = (label: string): string => {
  const mark = [RETIRED_ZH, RETIRED_EN].find((each) => label.endsWith(each))
  return mark === undefined ? label : label.slice(0, -mark.length)
}

const choiceOf = ({ code, zh, en, isRetired = false }: CompanyOption): Choice => ({
  value: code,
  ...marked({ zh, en }, isRetired),
  ...(isRetired ? { isRetired } : {}),
})

const isRetired = ({ retiredAt = '' }: CompanyField): boolean => retiredAt !== ''

/** @returns the description a stored definition stands for; null when it is of a kind this program does not know */
export function describedField(definition: CompanyField): Field | null {
  const { key = '', kind, need = '' } = definition
  if (!isKind(kind)) return null
  const retired = isRetired(definition)
  const unit = definition.unit?.trim() ?? ''
  const { zh = key, en = zh } = definition
  return {
    kind,
    ...marked({ zh, en }, retired),
    ...(retired || need === '' ? {} : { need: need as Need }),
    ...(retired ? { isRetired: true } : {}),
    ...(kind === 'number'
      ? {
          limits: {
            least: definition.least ?? -NO_LIMIT,
            most: definition.most ?? NO_LIMIT,
            whole: definition.whole === true,
          },
          ...(unit === '' ? {} : { unit }),
        }
      : {}),
    ...(kind === 'choice' ? { choices: companyOptions(definition.options).map(choiceOf) } : {}),
  }
}

type Definition = CompanyField & { readonly id: string }

/** In the order of forms and lists; of two of one order the older one first. */
export const inOrder = (a: Definition, b: Definition): number =>
  (a.order ?? 0) - (b.order ?? 0) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)

/**
 * The fields in force, retired ones last and marked in their labels.
 * @param definitions stored ones that count; of two with the same key, made on devices apart, the older one stands
 */
export function companyFieldsOf(definitions: readonly Definition[]): CompanyFields {
  const tables: Partial<Record<TableName, Record<string, Field>>> = {}
  const sorted = [...definitions].sort((a, b) => Number(isRetired(a)) - Number(isRetired(b)) || inOrder(a, b))
  const stands = new Map<string, string>()
  for (const { table, key, id } of definitions) {
    const name = `${table ?? ''}.${key ?? ''}`
    const before = stands.get(name)
    if (before === undefined || id < before) stands.set(name, id)
  }
  for (const definition of sorted) {
    const { table = '', key = '', id } = definition
    if (!isCompanyTable(table) || !isCompanyKey(key) || stands.get(`${table}.${key}`) !== id) continue
    const field = describedField(definition)
    if (field !== null) (tables[table] ??= {})[key] = field
  }
  return tables
}

const NONE: Fields = {}

/** The company fields of one kind of record; the same object as long as the definitions are. */
export const companyFieldsOfTable = (company: CompanyFields, table: TableName): Fields => company[table] ?? NONE

/** Names of the company fields a form shows: those in use, and retired ones nobody fills any more are left out. */
export const formCompanyFields = (company: CompanyFields, table: TableName): readonly CompanyKey[] =>
  Object.entries(companyFieldsOfTable(company, table)).flatMap(([name, { isRetired }]) =>
    isRetired === true || !isCompanyKey(name) ? [] : [name],
  )

/**
 * Company fields a record's page shows: every one in use, retired ones that have a value, and values whose description has
 * not come here yet, under their keys.
 */
export function shownCompanyFields(
  company: CompanyFields,
  table: TableName,
  record: object,
): readonly (readonly [CompanyKey, Field])[] {
  const described = companyFieldsOfTable(company, table)
  const isSaid = (name: string): boolean => {
    const value = (record as Readonly<Record<string, unknown>>)[name]
    return value !== undefined && value !== null && value !== ''
  }
  const unknown = Object.keys(record).filter((name) => isCompanyKey(name) && described[name] === undefined)
  return [
    ...Object.entries(described).filter(([name, { isRetired }]) => isRetired !== true || isSaid(name)),
    ...unknown.filter(isSaid).map((name): [string, Field] => [name, { kind: 'text', zh: name, en: name }]),
  ] as unknown as readonly (readonly [CompanyKey, Field])[]
}
