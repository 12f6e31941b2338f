/** Ledgers nobody has written before: other words, other order, other places, other manners. What was put in must come out. */
import { expect, test } from 'vitest'
import { seededRandom, type SeededRandom } from '../../../../../fixtures/demo/seededRandom'
import type { ParsedRecord } from '../../../../../src/exchange/cells/parsedRecord'
import type { ParsedSheet } from '../../../../../src/exchange/tables/parsedSheet'
import { aWorkbook, firstSheet } from '../../aWorkbook'
import { CHINESE, ENGLISH } from './headerWords'
import { knownRows, type KnownField, type KnownRow } from './knownRows'
import { mannerOf, unitOf, writeCell, type Manner, type Written } from './writeCell'

const LAYOUTS = 120
const ALWAYS: readonly KnownField[] = ['occurredAt', 'trainNo', 'node', 'symptom']
const OFTEN: readonly KnownField[] = [
  'failureNo',
  'repairedAt',
  'operator',
  'depot',
  'vehicleType',
  'carNo',
  'odometerKm',
  'partNo',
  'serialNo',
  'phase',
  'impact',
  'severity',
  'measure',
  'method',
  'removedSerial',
  'installedSerial',
  'quantity',
  'handler',
  'cause',
  'causeCategory',
  'responsible',
  'action',
  'actionDoneAt',
  'closed',
]
const NOISE: readonly (readonly [string, (row: number) => Written])[] = [
  ['序号', (row) => row + 1],
  ['登记人', () => '孙工'],
  ['天气', (row) => (row % 2 === 0 ? '晴' : '雨')],
  ['质保期内', () => '是'],
  ['录入日期', () => '2017.1.3'],
  ['联系电话', () => 13_800_000_000],
  ['备注', (row) => (row % 5 === 0 ? '已电话确认' : null)],
]
const GROUPS: readonly (readonly [string, readonly KnownField[]])[] = [
  ['车辆信息', ['operator', 'depot', 'vehicleType', 'trainNo', 'carNo', 'odometerKm']],
  ['产品信息', ['node', 'partNo', 'serialNo']],
  ['故障信息', ['occurredAt', 'phase', 'symptom', 'impact', 'severity']],
  ['处理信息', ['measure', 'method', 'removedSerial', 'installedSerial', 'quantity', 'handler', 'repairedAt']],
  ['分析与闭环', ['cause', 'causeCategory', 'responsible', 'action', 'actionDoneAt', 'closed']],
]

interface Layout {
  readonly bytes: Uint8Array
  readonly fields: readonly KnownField[]
  readonly rows: readonly KnownRow[]
  /** row of the sheet → known row */
  readonly placed: ReadonlyMap<number, KnownRow>
}

function shuffled<T>(items: readonly T[], random: SeededRandom): T[] {
  const list = [...items]
  for (let at = list.length - 1; at > 0; at--) {
    const other = random.between(0, at)
    ;[list[at], list[other]] = [list[other]!, list[at]!]
  }
  return list
}

type Column =
  | { readonly header: string; readonly field: KnownField }
  | { readonly header: string; readonly noise: (row: number) => Written }

/** One header per field, none twice: two columns of one name would be a riddle for people too. */
function columnsFor(fields: readonly KnownField[], manner: Manner, isMixed: boolean, random: SeededRandom): Column[] {
  const used = new Set<string>()
  return fields.map((field) => {
    const word = (): string =>
      random.pick((isMixed ? random.chance(0.5) : manner.english) ? ENGLISH[field] : CHINESE[field])
    let header = word()
    while (used.has(header)) header = word()
    used.add(header)
    return { field, header: field === 'odometerKm' ? header.replace(/[（(].*[)）]/, '') + unitOf(manner) : header }
  })
}

function aLayout(seed: number): Layout {
  const random = seededRandom(seed)
  const rows = knownRows(random, random.between(12, 30))
  const isEnglish = random.chance(0.3)
  const manner = mannerOf(random, isEnglish)
  const isGrouped = !isEnglish && random.chance(0.35)
  const chosen = [...ALWAYS, ...OFTEN.filter(() => random.chance(0.75))]
  const ordered = isGrouped
    ? ['failureNo' as const, ...GROUPS.flatMap(([, members]) => members)].filter((field) => chosen.includes(field))
    : shuffled(chosen, random)
  let columns = columnsFor(ordered, manner, !isEnglish && random.chance(0.2), random)
  if (!isGrouped)
    for (const [header, noise] of NOISE)
      if (!isEnglish && random.chance(0.4)) columns.splice(random.between(0, columns.length), 0, { header, noise })
  if (isGrouped && random.chance(0.7)) columns = [{ header: '序号', noise: (row) => row + 1 }, ...columns]

  const left = random.pick([0, 0, 0, 1, 3])
  const pad = (cells: readonly Written[]): Written[] => [...Array.from({ length: left }, () => null), ...cells]
  const sheet: Written[][] = []
  for (let blank = random.pick([0, 0, 1, 2]); blank > 0; blank--) sheet.push([])
  if (random.chance(0.7)) sheet.push(pad([isEnglish ? 'Failure list 2016' : '2016年制动产品故障台账']))
  if (random.chance(0.3))
    sheet.push(
      pad([
        isEnglish ? 'Prepared by: quality department' : '填报单位：质量部',
        null,
        null,
        isEnglish ? 'Period: 2016' : '统计期间：2016年',
      ]),
    )
  const merges: string[] = []
  if (isGrouped) {
    sheet.push(
      pad(
        columns.map((column) =>
          'field' in column
            ? (GROUPS.find(([, members]) => members.includes(column.field))?.[0] ?? column.header)
            : column.header,
        ),
      ),
    )
    mergeGroups(sheet, columns, left, merges)
  }
  const header = pad(columns.map((column) => column.header))
  if (isGrouped)
    for (const [at, column] of columns.entries())
      if (!('field' in column) || column.field === 'failureNo') header[left + at] = null
  sheet.push(header)
  const placed = new Map<number, KnownRow>()
  const hasPages = random.chance(0.2)
  const hasSums = random.chance(0.25)
  for (const [at, row] of rows.entries()) {
    sheet.push(
      pad(
        columns.map((column) => ('field' in column ? writeCell(row, column.field, manner, random) : column.noise(at))),
      ),
    )
    placed.set(sheet.length, row)
    if (hasPages && at % 10 === 9) sheet.push([...header])
    if (hasSums && at % 8 === 7) sheet.push(pad([isEnglish ? 'Subtotal' : '小计', null, 8]))
    if (random.chance(0.03)) sheet.push([])
  }
  if (hasSums) sheet.push(pad([isEnglish ? 'Total' : '合计', null, rows.length]))
  if (random.chance(0.3)) sheet.push(pad([isEnglish ? 'Note: preliminary' : '注：本表为初稿']))
  return {
    bytes: aWorkbook({ [random.pick(['台账', 'Sheet1', '2016年', 'Failures'])]: sheet }, merges),
    fields: chosen,
    rows,
    placed,
  }
}

function mergeGroups(sheet: Written[][], columns: readonly Column[], left: number, merges: string[]): void {
  const row = sheet.length
  const line = sheet.at(-1)!
  const letter = (at: number): string =>
    at < 26 ? String.fromCharCode(65 + at) : `A${String.fromCharCode(65 + at - 26)}`
  let start = 0
  for (let at = 1; at <= columns.length; at++) {
    if (at < columns.length && line[left + at] === line[left + start]) continue
    if (at - start > 1) merges.push(`${letter(left + start)}${row}:${letter(left + at - 1)}${row}`)
    else if (line[left + start] === columns[start]!.header)
      merges.push(`${letter(left + start)}${row}:${letter(left + start)}${row + 1}`)
    for (let clear = start + 1; clear < at; clear++) line[left + clear] = null
    start = at
  }
}

const differences = (sheet: ParsedSheet, { fields, placed }: Layout): string[] => {
  const found = new Map(sheet.records.map((record) => [record.row, record]))
  const wrong: string[] = []
  for (const [row, known] of placed) {
    const record: ParsedRecord | undefined = found.get(row)
    if (record === undefined) wrong.push(`row ${row} missing`)
    else
      for (const field of fields)
        if (record.fields[field] !== known[field])
          wrong.push(
            `${field}: ${String(known[field])} read as ${String(record.fields[field])} under ${sheet.columns.find((column) => column.field === field)?.header ?? `no column; unread: ${sheet.columns.flatMap(({ header, field: own }) => (own === null ? [header] : [])).join('|')}`}`,
          )
  }
  for (const { row } of sheet.records) if (!placed.has(row)) wrong.push(`row ${row} invented`)
  return wrong
}

test.each(Array.from({ length: LAYOUTS }, (_, at) => at + 1))(
  'layout %i of a ledger gives back its records',
  (seed) => {
    const layout = aLayout(seed)
    const sheet = firstSheet(layout.bytes)
    expect(sheet.kind).toBe('failure-ledger')
    expect(differences(sheet, layout).slice(0, 5)).toEqual([])
  },
)
