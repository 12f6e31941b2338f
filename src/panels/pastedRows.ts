/**
 * A block of spreadsheet cells as master records: which column means which field, which row is which record, what is new,
 * what changes, and what cannot be stored with the reason, cell by cell. Empty cells say nothing and clear nothing.
 */
import type { CodeListName } from '../domain/codeListName'
import { MASTER_FAMILIES, masterFamily, type MasterTable } from '../domain/masterData'
import { masterFaults, type MasterFault } from '../domain/masterFaults'
import { namesIn } from '../domain/otherNames'
import { plainText } from '../domain/plainText'
import type { Field } from '../domain/records/field'
import { fieldsOf } from '../domain/allFields'
import { formCompanyFields, NO_COMPANY_FIELDS, type CompanyFields } from '../domain/companyFields'
import { familyOf, FIELDS_OF_TABLE } from '../domain/records/tables'
import type { Role } from '../domain/workflow/roles'
import { serialIdentity } from '../domain/serialIdentity'
import { isUnread, type Unread } from '../domain/typedValue'
import { kindOfField } from './masterWords'
import { readTyped } from './readTyped'

type Values = Readonly<Record<string, unknown>>
type Row = Values & { readonly id: string }

export interface PasteKnown {
  /** Records of every master family that count. */
  readonly records: Readonly<Record<MasterTable, readonly Row[]>>
  /** The code a word means in a list; undefined where it means none. */
  readonly codeOf: (list: CodeListName, word: string) => string | undefined
  /** The role a word means; undefined where it means none. */
  readonly roleOf: (word: string) => Role | undefined
  /** Fields the company added, by kind of record; none when not given. */
  readonly company?: CompanyFields
}

export type CellTrouble =
  | { readonly code: 'unknown' | 'ambiguous'; readonly text: string }
  | { readonly code: 'unread'; readonly unread: Unread }

export interface PastedCell {
  readonly field: string | null
  readonly text: string
  readonly state: 'new' | 'changed' | 'same' | 'refused' | 'ignored'
  /** What stands in the record; undefined where nothing does. */
  readonly before: unknown
  readonly trouble: CellTrouble | null
}

export interface PastedRow {
  readonly state: 'new' | 'changed' | 'same' | 'refused'
  readonly id: string
  readonly cells: readonly PastedCell[]
  /** What is to be stored. */
  readonly fields: Values
  readonly faults: readonly MasterFault[]
  /** The record it would be stored as stands in a row above. */
  readonly isTwice: boolean
  /** Several records are meant by it. */
  readonly isAmbiguous: boolean
  /** Something changes that figures stand on. */
  readonly movesFigures: boolean
}

/** Words of headers beside the labels of the fields. */
const HEADERS: Readonly<Record<string, readonly string[]>> = {
  parentId: ['上级', '部门', '所属', '父级', '上级物料号', '上级名称', '父节点', 'parent'],
  name: ['名称', '部件名称', '姓名', 'name'],
  partNo: ['物料编码', '件号', 'partnumber', 'partno'],
  qty: ['数量', 'qty', 'quantity'],
  trainNo: ['车号', '列车号', '车组号', 'train', 'trainno'],
  vehicleType: ['型号', 'type'],
  operatorId: ['运营单位', '路局', 'operator'],
  depotId: ['配属段', '车辆段', '动车所', 'depot'],
  serialNo: ['序列号', '出厂编号', '编号', 'serial', 'serialno', 'sn'],
  bomNodeId: ['部件', '产品', '名称', '产品名称', 'part'],
  shipDate: ['发货日期', '交付日期', 'delivered'],
}

/** Fields a block may hold, the usual ones first: without a header its columns are taken in this order. */
export function pasteFields(
  table: MasterTable,
  kind = '',
  company: CompanyFields = NO_COMPANY_FIELDS,
): readonly string[] {
  const { columns, inputs } = masterFamily(table, kind)
  const own = formCompanyFields(company, table)
  return table === 'bomNodes' ? ['parentId', ...inputs] : [...new Set([...columns, ...inputs]), ...own]
}

const headerKey = (text: string): string =>
  plainText(text.replace(/[(（][^)）]*[)）]/gu, '')).replace(/[.．:：*]/gu, '')

/** Which field each column is, by its header; without a header by its place. */
export function pasteColumns(
  table: MasterTable,
  first: readonly string[],
  kind = '',
  company: CompanyFields = NO_COMPANY_FIELDS,
): { readonly fields: readonly (string | null)[]; readonly hasHeader: boolean } {
  const fields = pasteFields(table, kind, company)
  const named = first.map((text) => {
    const key = headerKey(text)
    return fields.find((name) => wordsOf(table, name, company).includes(key)) ?? null
  })
  const hasHeader = named.filter((name) => name !== null).length >= Math.min(2, first.length)
  return hasHeader
    ? { hasHeader, fields: named.map((name, at) => (named.indexOf(name) === at ? name : null)) }
    : { hasHeader, fields: first.map((_, at) => fields[at] ?? null) }
}

function wordsOf(table: MasterTable, name: string, company: CompanyFields): readonly string[] {
  const { zh = '', en = '' } = fieldsOf(table, company)[name] ?? {}
  return [zh, en, ...zh.split('/'), ...(HEADERS[name] ?? []), name].map(headerKey)
}

/**
 * @param lines  rows without their header
 * @param fields field of each column, null for one that is not used
 * @param kind   of places: the kind all rows are of; empty where each says its own
 */
export function pastedRows(
  table: MasterTable,
  lines: readonly (readonly string[])[],
  fields: readonly (string | null)[],
  known: PasteKnown,
  newId: () => string,
  kind = '',
): readonly PastedRow[] {
  const all = new Map(known.records[table].map((record) => [record.id, record]))
  const taken = new Set<string>()
  return lines.map((line) => {
    const read = line.map((text, at) => readCell(table, fields[at] ?? null, text.trim(), known, all))
    const said: Values = { ...(kind === '' ? {} : { kind }), ...saidBy(read) }
    const found = matchesOf(table, said, [...all.values()])
    const before = found.length === 1 ? found[0] : undefined
    const id = before?.id ?? newId()
    const isTwice = before !== undefined && taken.has(before.id)
    const wanted =
      before === undefined
        ? presetFor(table, said)
        : Object.fromEntries(Object.entries(said).filter(([field, value]) => !saysSame(table, field, value, before)))
    const after: Row = { ...before, ...wanted, id }
    const cells = read.map((cell) => besideStored(table, cell, before))
    const faults = found.length > 1 ? [] : masterFaults(table, before, after, [...all.values()])
    const isRefused = found.length > 1 || isTwice || faults.length > 0 || cells.some(({ state }) => state === 'refused')
    const changes = cells.filter(({ state }) => state === 'changed' || state === 'new')
    if (!isRefused) {
      all.set(id, after)
      taken.add(id)
    }
    return {
      state: isRefused ? 'refused' : before === undefined ? 'new' : changes.length > 0 ? 'changed' : 'same',
      id,
      cells,
      fields: wanted,
      faults,
      isTwice,
      isAmbiguous: found.length > 1,
      movesFigures:
        before !== undefined &&
        changes.some(({ field, state }) => state === 'changed' && familyOf(table).figures.includes(field ?? '')),
    }
  })
}

const saidBy = (cells: readonly ReadCell[]): Values =>
  Object.fromEntries(
    cells.flatMap(({ field, value }) => (field === null || value === undefined ? [] : [[field, value]])),
  )

/** A cell beside what stands in the record its row is about. */
function besideStored(
  table: MasterTable,
  { field, text, value, trouble }: ReadCell,
  record: Row | undefined,
): PastedCell {
  const before = field === null ? undefined : record?.[field]
  const isSame = field !== null && record !== undefined && saysSame(table, field, value, record)
  return { field, text, trouble, before, state: isSame ? 'same' : stateOf(field, value, before, trouble) }
}

/** What a new record has where its row says nothing. */
const presetFor = (table: MasterTable, said: Values): Values => ({
  ...(table === 'bomNodes' ? { qty: 1 } : {}),
  ...(table === 'trains' ? { status: 'service' } : {}),
  ...said,
})

function stateOf(
  field: string | null,
  value: unknown,
  before: unknown,
  trouble: CellTrouble | null,
): PastedCell['state'] {
  if (trouble !== null) return 'refused'
  if (field === null || value === undefined) return 'ignored'
  return before === undefined || before === null || before === '' ? 'new' : 'changed'
}

/** What a record is found by, however it is written, and by former names too: none of it is a change of the record. */
function saysSame(table: MasterTable, field: string, value: unknown, before: Row): boolean {
  const stood = before[field]
  if (value === stood) return true
  if (typeof value !== 'string' || FIELDS_OF_TABLE[table][field]?.kind !== 'text') return false
  const word = plainText(value)
  const isFormer = MASTER_FAMILIES[table].names.includes(field) && typeof stood === 'string'
  return (
    (FOUND_BY.has(field) && typeof stood === 'string' && plainText(stood) === word) ||
    (isFormer && namesIn(textOf(before, 'aliases')).some((name) => plainText(name) === word))
  )
}

const FOUND_BY: ReadonlySet<string> = new Set(['name', 'code', 'partNo', 'trainNo', 'vehicleType', 'short', 'serialNo'])

interface ReadCell {
  readonly field: string | null
  readonly text: string
  readonly value: unknown
  readonly trouble: CellTrouble | null
}

function readCell(
  table: MasterTable,
  name: string | null,
  text: string,
  known: PasteKnown,
  all: ReadonlyMap<string, Row>,
): ReadCell {
  const field = name === null ? undefined : fieldsOf(table, known.company ?? NO_COMPANY_FIELDS)[name]
  if (name === null || field === undefined || text === '') return { field: name, text, value: undefined, trouble: null }
  const value = valueOf(table, name, field, text, known, all)
  if (isUnread(value)) return { field: name, text, value: undefined, trouble: { code: 'unread', unread: value } }
  if (typeof value === 'object' && value !== null && 'code' in value)
    return { field: name, text, value: undefined, trouble: value as CellTrouble }
  return { field: name, text, value, trouble: null }
}

const YES = ['是', 'yes', 'y', 'true', '1', '√', '有']
const NO = ['否', 'no', 'n', 'false', '0', '×', '无']
const unknown = (text: string): CellTrouble => ({ code: 'unknown', text })

function valueOf(
  table: MasterTable,
  name: string,
  field: Field,
  text: string,
  known: PasteKnown,
  all: ReadonlyMap<string, Row>,
): unknown {
  const word = plainText(text)
  switch (field.kind) {
    case 'number':
    case 'date':
    case 'moment':
      return readTyped(field, text)
    case 'yesNo':
      return YES.includes(word) ? true : NO.includes(word) ? false : unknown(text)
    case 'choice':
      if (name === 'role') return known.roleOf(text) ?? unknown(text)
      return (
        field.choices?.find(({ value, zh, en }) =>
          [value, en, zh, ...zh.split('/')].some((label) => plainText(label) === word),
        )?.value ?? unknown(text)
      )
    case 'code':
      return (field.list === undefined ? undefined : known.codeOf(field.list, text)) ?? unknown(text)
    case 'ref': {
      const to = field.to as MasterTable
      const records = to === table ? [...all.values()] : known.records[to]
      const found = namedRecords(to, text, kindOfField(name), records)
      return found.length === 1 ? found[0]?.id : { code: found.length === 0 ? 'unknown' : 'ambiguous', text }
    }
    default:
      return text
  }
}

const textOf = (record: Values, field: string): string => {
  const value = record[field]
  return typeof value === 'string' ? value : ''
}

/** The records these words name: by number where one has it, else by name, else by a former name. */
function namedRecords(table: MasterTable, text: string, kind: string, records: readonly Row[]): readonly Row[] {
  const word = plainText(text)
  const ofKind = records.filter((record) => table !== 'parties' || kind === '' || record['kind'] === kind)
  const by = (names: (record: Row) => readonly string[]): readonly Row[] =>
    ofKind.filter((record) => names(record).some((name) => name !== '' && plainText(name) === word))
  const tries = [
    by((record) => [textOf(record, 'partNo'), textOf(record, 'code'), textOf(record, 'serialNo')]),
    by((record) => [
      textOf(record, 'name'),
      textOf(record, 'short'),
      textOf(record, 'trainNo'),
      `${textOf(record, 'vehicleType')}-${textOf(record, 'trainNo')}`,
    ]),
    by((record) => namesIn(textOf(record, 'aliases'))),
  ]
  return tries.find((found) => found.length > 0) ?? []
}

/** The records a row is about: none for a new one, several where it does not say which. */
function matchesOf(table: MasterTable, said: Values, all: readonly Row[]): readonly Row[] {
  const is = (record: Row, field: string): boolean =>
    plainText(textOf(record, field)) === plainText(textOf(said, field))
  switch (table) {
    case 'products':
      return textOf(said, 'code') === ''
        ? all.filter((record) => is(record, 'name'))
        : all.filter((record) => is(record, 'code'))
    case 'bomNodes':
      return matchingNodes(said, all, is)
    case 'trains': {
      const number = plainText(textOf(said, 'trainNo'))
      return all.filter(
        (record) =>
          (textOf(said, 'vehicleType') === '' || is(record, 'vehicleType')) &&
          [textOf(record, 'trainNo'), ...namesIn(textOf(record, 'aliases'))].some((no) => plainText(no) === number),
      )
    }
    case 'parties': {
      const word = plainText(textOf(said, 'name'))
      return all.filter(
        (record) =>
          (textOf(said, 'kind') === '' || record['kind'] === said['kind']) &&
          [textOf(record, 'name'), textOf(record, 'short'), ...namesIn(textOf(record, 'aliases'))].some(
            (name) => name !== '' && plainText(name) === word,
          ),
      )
    }
    case 'units': {
      const serial = serialIdentity(textOf(said, 'serialNo'))
      return all.filter(
        (record) =>
          serialIdentity(textOf(record, 'serialNo')) === serial &&
          (said['bomNodeId'] === undefined || record['bomNodeId'] === said['bomNodeId']),
      )
    }
  }
}

/** A part by its number or else its name, under its parent where the row names one, at its position where it names one. */
function matchingNodes(said: Values, all: readonly Row[], is: (record: Row, field: string) => boolean): readonly Row[] {
  const placed = all.filter(
    (record) =>
      (said['parentId'] === undefined || record['parentId'] === said['parentId']) &&
      (textOf(said, 'position') === '' || textOf(record, 'position') === '' || is(record, 'position')),
  )
  const numbered = textOf(said, 'partNo') === '' ? [] : placed.filter((record) => is(record, 'partNo'))
  if (numbered.length > 0) return numbered
  return placed.filter(
    (record) =>
      textOf(said, 'name') !== '' &&
      is(record, 'name') &&
      (textOf(said, 'partNo') === '' || textOf(record, 'partNo') === ''),
  )
}
