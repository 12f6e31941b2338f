/** Ledgers, journals, fleets, structures and mileage in layouts nobody has shown the program. */
import type { SeededRandom } from '../../../fixtures/demo/seededRandom'
import { HEADERS, NOISE } from './headerWords'
import { sheetRecords, trueRecords, type Fields } from './truthRecords'
import type { WrittenSheet } from './unseenFile'
import {
  mannerOf,
  unitOf,
  writtenCell,
  writtenDistance,
  type Manner,
  type Written,
  type WrittenCell,
} from './writtenCell'

type Issues = { row: number; code: string }[]
interface Column {
  readonly header: string
  readonly field?: string
  readonly group?: string
  readonly noise?: (row: number) => Written
}
type Records = { row: number; kind: string; fields: Record<string, unknown>; absent: string[] }[]

const GROUPS: readonly (readonly [string, string, readonly string[]])[] = [
  ['车辆信息', 'Train', ['operator', 'depot', 'line', 'vehicleType', 'trainNo', 'carNo', 'odometerKm']],
  ['故障件信息', 'Item', ['system', 'node', 'partNo', 'serialNo', 'batchNo', 'mfgDate', 'installedAt']],
  [
    '故障情况',
    'Failure',
    ['occurredAt', 'phase', 'symptom', 'faultCode', 'impact', 'delayMin', 'severity', 'onMainLine'],
  ],
  [
    '处置情况',
    'Repair',
    ['measure', 'method', 'removedSerial', 'installedSerial', 'quantity', 'handler', 'repairedAt', 'result'],
  ],
  ['分析及闭环', 'Analysis', ['cause', 'causeCategory', 'responsible', 'action', 'actionDoneAt', 'closed']],
]
const groupOf = (field: string | undefined, english: boolean): string | undefined =>
  GROUPS.find(([, , fields]) => field !== undefined && fields.includes(field))?.[english ? 1 : 0]
const letter = (at: number): string =>
  (at < 26 ? '' : String.fromCharCode(64 + Math.floor(at / 26))) + String.fromCharCode(65 + (at % 26))

export function shuffled<T>(items: readonly T[], random: SeededRandom): T[] {
  const list = [...items]
  for (let at = list.length - 1; at > 0; at--) {
    const other = random.between(0, at)
    ;[list[at], list[other]] = [list[other]!, list[at]!]
  }
  return list
}

/** One header per field, none twice; sometimes in both languages. */
function columnsFor(fields: readonly string[], manner: Manner, random: SeededRandom): Column[] {
  const used = new Set<string>()
  const isBilingual = random.chance(0.12)
  const isMixed = !isBilingual && random.chance(0.12)
  return fields.flatMap((field): Column[] => {
    const words = HEADERS[field]
    if (words === undefined) return []
    const english = isMixed ? random.chance(0.5) : manner.english
    let header = random.pick(english ? words.en : words.zh)
    for (let again = 0; used.has(header) && again < 20; again++) header = random.pick(english ? words.en : words.zh)
    used.add(header)
    if (isBilingual && !/[（(]/.test(header))
      header +=
        random.pick([' ', '\n', '/']) +
        random.pick((english ? words.zh : words.en).map((word) => word.replace(/\s*[（([](?!r|i|换).*/, '')))
    if (field === 'odometerKm') header += unitOf(manner, random)
    else if (random.chance(0.05)) header = random.pick([`*${header}`, `${header}：`, ` ${header} `])
    return [{ header, field, group: groupOf(field, manner.english) }]
  })
}

/** A column without a field or noise names the parts of one level. */
const heldBy = ({ field, noise, header }: Column): string | null =>
  field ?? (noise === undefined ? 'node' : (NOISE_FIELDS[header] ?? null))
const NOISE_FIELDS: Readonly<Record<string, string>> = {
  备注: 'remark',
  Remarks: 'remark',
  审核人: 'reviewer',
  'Checked by': 'reviewer',
}

class Sheet {
  readonly rows: Written[][] = []
  readonly merges: string[] = []
  readonly records: Records = []
  readonly issues: Issues = []
  /** one-based, those printed again on later pages too */
  readonly headerRows: number[] = []
  /** the letter of a column and what it holds, null for columns of other people's business; none where two tables differ */
  columns: Record<string, string | null> | undefined
  constructor(private readonly left: number) {}

  addNames(names: readonly Written[]): number {
    const row = this.add(names)
    this.headerRows.push(row)
    return row
  }

  hold(columns: readonly Column[]): void {
    const held = Object.fromEntries(columns.map((column, at) => [letter(this.left + at), heldBy(column)]))
    this.columns = this.columns === undefined || JSON.stringify(this.columns) === JSON.stringify(held) ? held : {}
  }

  add(cells: readonly Written[]): number {
    this.rows.push([...Array.from({ length: this.left }, () => null), ...cells])
    return this.rows.length
  }

  merge(row: number, from: number, bottom: number, to: number): void {
    if (bottom > row || to > from)
      this.merges.push(`${letter(this.left + from)}${row}:${letter(this.left + to)}${bottom}`)
  }
}

/** The header in one, two or three rows. */
function addHeader(sheet: Sheet, columns: readonly Column[], depth: number, isMerged: boolean): void {
  sheet.hold(columns)
  if (depth === 3) {
    const row = sheet.addNames(
      columns.map((_, at) => (at === 0 ? '基础数据' : at === Math.ceil(columns.length / 2) ? '处理与分析数据' : null)),
    )
    if (isMerged) {
      sheet.merge(row, 0, row, Math.ceil(columns.length / 2) - 1)
      sheet.merge(row, Math.ceil(columns.length / 2), row, columns.length - 1)
    }
  }
  if (depth >= 2) {
    const isAlone = (at: number): boolean => columns[at]!.group === undefined
    const starts = columns.map((column, at) => isAlone(at) || column.group !== columns[at - 1]?.group)
    const row = sheet.addNames(
      columns.map((column, at) =>
        isAlone(at) && isMerged ? column.header : starts[at] ? (column.group ?? null) : null,
      ),
    )
    for (let at = 0; at < columns.length; at++) {
      if (!starts[at] || !isMerged) continue
      let end = at
      while (end + 1 < columns.length && !starts[end + 1]) end++
      sheet.merge(row, at, isAlone(at) ? row + 1 : row, end)
    }
    sheet.addNames(columns.map((column, at) => (isAlone(at) && isMerged ? null : column.header)))
  } else sheet.addNames(columns.map(({ header }) => header))
}

interface TableShape {
  readonly kind: string
  readonly columns: readonly Column[]
  readonly manner: Manner
  readonly depth: number
  readonly isMerged: boolean
}

const SPANNED = ['operator', 'depot', 'line', 'vehicleType', 'system', 'cars']

/** Rows of records with what people put between them. */
function addRows(
  sheet: Sheet,
  records: readonly Fields[],
  { kind, columns, manner, depth, isMerged }: TableShape,
  random: SeededRandom,
): void {
  const [hasPages, hasSums, hasBlanks] = [random.chance(0.15), random.chance(0.2), random.chance(0.2)]
  const repeats = random.pick(['written', 'written', 'ditto', ...(isMerged ? ['merged'] : [])])
  const ditto = random.pick(manner.english ? ['"', 'ditto'] : ['〃', '同上', '″'])
  let spans: { at: number; row: number; value: Written }[] = []
  let before = new Map<number, { cell: Written; truth: unknown }>()
  for (const [at, fields] of records.entries()) {
    const written = columns.map((column): WrittenCell =>
      column.field === undefined
        ? { cell: column.noise!(at), truth: undefined, doubts: [] }
        : writtenCell(fields, column.field, manner, random),
    )
    const row = sheet.rows.length + 1
    const cells = written.map(({ cell, truth }, place): Written => {
      const { field } = columns[place]!
      if (
        field === undefined ||
        !SPANNED.includes(field) ||
        repeats === 'written' ||
        truth === undefined ||
        before.get(place)?.truth !== truth
      )
        return cell
      return repeats === 'ditto' ? ditto : null
    })
    if (repeats === 'merged') {
      for (const [place, { field }] of columns.entries()) {
        if (field === undefined || !SPANNED.includes(field)) continue
        const span = spans.find((each) => each.at === place)
        if (cells[place] === null && span !== undefined && written[place]!.truth !== undefined) continue
        if (span !== undefined) sheet.merge(span.row, place, row - 1, place)
        spans = spans.filter((each) => each.at !== place)
        if (cells[place] !== null && written[place]!.truth !== undefined)
          spans.push({ at: place, row, value: cells[place]! })
      }
    }
    sheet.add(cells)
    const known = columns.flatMap(({ field }, place) =>
      field === undefined ? [] : [[field, written[place]!.truth] as const],
    )
    sheet.records.push({
      row,
      kind,
      fields: Object.fromEntries(known.filter(([, truth]) => truth !== undefined)),
      absent: known.filter(([, truth]) => truth === undefined).map(([field]) => field),
    })
    for (const { doubts } of written) for (const code of doubts) sheet.issues.push({ row, code })
    before = new Map(written.map(({ cell, truth }, place) => [place, { cell, truth }]))
    const isBreak = (hasPages && at % 12 === 11) || (hasSums && at % 9 === 8) || (hasBlanks && random.chance(0.06))
    if (!isBreak || at === records.length - 1) continue
    for (const span of spans) sheet.merge(span.row, span.at, row, span.at)
    spans = []
    before = new Map()
    if (hasPages && at % 12 === 11) addHeader(sheet, columns, depth, isMerged)
    else if (hasSums && at % 9 === 8) sheet.add([manner.english ? 'Subtotal' : '小计', null, 9])
    else sheet.add([])
  }
  for (const span of spans) sheet.merge(span.row, span.at, sheet.rows.length, span.at)
  if (hasSums) sheet.add([manner.english ? 'Total' : '合计', null, records.length])
}

function addTitle(sheet: Sheet, title: string, manner: Manner, random: SeededRandom): void {
  for (let blank = random.pick([0, 0, 1, 3]); blank > 0; blank--) sheet.add([])
  if (random.chance(0.75)) sheet.add([title])
  if (random.chance(0.3))
    sheet.add([
      manner.english ? 'Prepared by: quality department' : '填报单位：松岭服务站',
      null,
      null,
      manner.english ? 'Printed: 2018-01-05' : '填报日期：2018年1月5日',
    ])
  if (random.chance(0.2)) sheet.add([])
}

function addFoot(sheet: Sheet, manner: Manner, random: SeededRandom): void {
  if (random.chance(0.3)) sheet.add([manner.english ? 'Note: preliminary figures' : '注：本表由服务站每月报送'])
  if (random.chance(0.3))
    sheet.add(
      manner.english ? ['Prepared by', 'Sun', null, 'Approved by', 'Zhou'] : ['制表：孙工', null, null, '审核：周工'],
    )
}

/** Sums by part beside the list, behind an empty column: they look like records and are none. */
function addSumsBeside(sheet: Sheet, from: number, english: boolean, random: SeededRandom): void {
  const at = sheet.rows.slice(from).reduce((most, row) => Math.max(most, row.length), 0) + 1
  const parts = shuffled(['中继阀', '干燥器', '电源板', '防滑阀', '压力传感器'], random).slice(0, random.between(3, 5))
  const lines: Written[][] = [
    english ? ['Item', 'Quantity', 'Share'] : ['部件名称', '数量', '占比'],
    ...parts.map((part): Written[] => [part, random.between(1, 9), '20%']),
    [english ? 'Total' : '合计', 40, '100%'],
  ]
  for (const [offset, line] of lines.entries()) {
    const row = sheet.rows[from + offset]
    if (row === undefined) return
    sheet.rows[from + offset] = [...row, ...Array.from({ length: at - row.length }, () => null), ...line]
  }
}

const finished = (sheet: Sheet, name: string, kind: string, hiddenColumns: readonly number[] = []): WrittenSheet => ({
  name,
  kind,
  rows: sheet.rows,
  merges: sheet.merges,
  records: sheet.records,
  issues: sheet.issues,
  hiddenColumns,
  headerRows: sheet.headerRows,
  columns: sheet.columns ?? {},
})

const withNoise = (columns: readonly Column[], english: boolean, random: SeededRandom): Column[] => {
  const list = [...columns]
  for (const [zh, en, noise] of NOISE)
    if (random.chance(0.25)) list.splice(random.between(0, list.length), 0, { header: english ? en : zh, noise })
  return list
}

/** Neighbours of a true table, so that its operators and dates stay as they come. */
function someOf(records: readonly Fields[], count: number, random: SeededRandom): Fields[] {
  const from = random.between(0, Math.max(0, records.length - count))
  return records.slice(from, from + count)
}

const failures = trueRecords('failure', 'failure-ledger')
const replacements = trueRecords('replacement', 'part-replacement-journal')
const trains = trueRecords('train', 'fleet')
const structures = sheetRecords('bom')
const mileage = trueRecords('mileage', 'mileage-matrix')

export function ledger(random: SeededRandom, name = '台账'): WrittenSheet {
  const manner = mannerOf(random, random.chance(0.3))
  const sheet = new Sheet(random.pick([0, 0, 1, 2, 4]))
  const tables = random.chance(0.15) ? 2 : 1
  for (let each = 0; each < tables; each++) {
    const records = someOf(failures, random.between(12, 40), random)
    const filled = new Set(records.flatMap((fields) => Object.keys(fields)))
    const must = ['occurredAt', 'trainNo', 'node', 'symptom']
    const chosen = Object.keys(HEADERS).filter(
      (field) =>
        filled.has(field) &&
        records.filter((fields) => fields[field] !== undefined).length >= 3 &&
        (must.includes(field) || random.chance(0.7)),
    )
    const depth = random.pick([1, 1, 1, 2, 2, 3])
    const ordered =
      depth === 1
        ? shuffled(chosen, random)
        : ['failureNo', ...GROUPS.flatMap(([, , fields]) => fields)].filter((field) => chosen.includes(field))
    const columns =
      depth === 1
        ? withNoise(columnsFor(ordered, manner, random), manner.english, random)
        : columnsFor(ordered, manner, random)
    const isMerged = depth > 1 || random.chance(0.3)
    addTitle(
      sheet,
      each > 0
        ? manner.english
          ? 'Failures, second fleet 2017'
          : '2017年第二批故障清单'
        : manner.english
          ? 'Brake failure list'
          : '制动产品售后质量故障信息汇总',
      manner,
      random,
    )
    const top = sheet.rows.length
    addHeader(sheet, columns, depth, isMerged)
    const bottom = sheet.rows.length - 1
    addRows(sheet, records, { kind: 'failure', columns, manner, depth, isMerged }, random)
    if (tables === 1 && random.chance(0.15))
      addSumsBeside(sheet, random.chance(0.7) ? bottom : top + random.between(3, 5), manner.english, random)
    addFoot(sheet, manner, random)
  }
  return finished(sheet, name, 'failure-ledger', random.chance(0.2) ? [3, 5] : [])
}

export function journal(random: SeededRandom): WrittenSheet {
  const manner = mannerOf(random, random.chance(0.25))
  const sheet = new Sheet(random.pick([0, 0, 1, 3]))
  const words: Record<string, readonly string[]> = manner.english
    ? {
        occurredAt: ['Replacement date', 'Date of exchange'],
        symptom: ['Reason for replacement', 'Reason for removal'],
      }
    : {
        occurredAt: ['更换日期', '换件时间', '更换时间'],
        symptom: ['更换原因', '换件原因', '更换事由'],
        node: ['更换配件名称', '配件名称', '更换部件'],
        handler: ['更换人', '作业人', '换件人'],
      }
  const fields = shuffled(
    [
      'node',
      'trainNo',
      'carNo',
      'occurredAt',
      'symptom',
      'removedSerial',
      'installedSerial',
      'handler',
      'quantity',
    ].filter((field) => field !== 'quantity' || random.chance(0.5)),
    random,
  )
  const columns = withNoise(
    columnsFor(fields, manner, random).map((column) =>
      words[column.field!] === undefined ? column : { ...column, header: random.pick(words[column.field!]!) },
    ),
    manner.english,
    random,
  )
  addTitle(sheet, manner.english ? 'Component change-out log' : '配件更换履历', manner, random)
  addHeader(sheet, columns, 1, false)
  addRows(
    sheet,
    someOf(replacements, random.between(12, 40), random),
    { kind: 'replacement', columns, manner, depth: 1, isMerged: random.chance(0.3) },
    random,
  )
  addFoot(sheet, manner, random)
  return finished(sheet, random.pick(['换件', 'Sheet1', '更换登记']), 'part-replacement-journal')
}

export function fleet(random: SeededRandom): WrittenSheet {
  const manner = mannerOf(random, random.chance(0.3))
  const sheet = new Sheet(random.pick([0, 0, 1, 2]))
  const fields = shuffled(
    [
      'trainNo',
      'vehicleType',
      ...['operator', 'depot', 'line', 'cars', 'inServiceAt'].filter(
        (field) => field === 'inServiceAt' || random.chance(0.8),
      ),
    ],
    random,
  )
  const columns = withNoise(columnsFor(fields, manner, random), manner.english, random)
  addTitle(sheet, manner.english ? 'Fleet register' : '动车组配属一览表', manner, random)
  addHeader(sheet, columns, 1, false)
  addRows(
    sheet,
    someOf(trains, random.between(15, 60), random),
    { kind: 'train', columns, manner, depth: 1, isMerged: random.chance(0.4) },
    random,
  )
  addFoot(sheet, manner, random)
  return finished(sheet, random.pick(['配属', 'Sheet1', '列车清单']), 'fleet')
}

export function structure(random: SeededRandom): WrittenSheet {
  const manner = mannerOf(random, random.chance(0.3))
  const sheet = new Sheet(random.pick([0, 0, 1, 2]))
  const records = random.pick(structures)
  const hasCodes = records.every(({ code }) => code !== undefined)
  const order = random.pick([...(hasCodes ? ['code', 'code'] : []), 'level', 'indent', 'columns'])
  const more = ['partNo', 'quantity', 'criticality', 'designMtbfH'].filter(
    (field) => field === 'partNo' || random.chance(0.75),
  )
  const deepest = Math.max(...records.map(({ level }) => Number(level)))
  const levelWord = (level: number): string =>
    manner.english
      ? `Level ${level}`
      : random.pick([`${'一二三四五六'[level - 1]}级`, `第${'一二三四五六'[level - 1]}级`])
  const names: Column[] =
    order === 'columns'
      ? Array.from({ length: deepest }, (_, at) => ({ header: levelWord(at + 1) }))
      : columnsFor(['node'], manner, random)
  const lead =
    order === 'code' || order === 'level'
      ? columnsFor([order], manner, random)
      : random.chance(0.5)
        ? [{ header: manner.english ? 'No.' : '序号', noise: (row: number) => row + 1 }]
        : []
  const columns = [...lead, ...names, ...columnsFor(shuffled(more, random), manner, random)]
  addTitle(sheet, manner.english ? 'Brake system parts breakdown' : '制动系统产品结构明细', manner, random)
  addHeader(sheet, columns, 1, false)
  const top = Math.min(...records.map(({ level }) => Number(level)))
  for (const [at, fields] of records.entries()) {
    const level = Number(fields['level'])
    const cells = columns.map((column, place): WrittenCell => {
      if (column.noise !== undefined) return { cell: column.noise(at), truth: undefined, doubts: [] }
      if (order === 'columns' && names.includes(column))
        return { cell: place - lead.length === level - 1 ? String(fields['node']) : null, truth: undefined, doubts: [] }
      if (column.field === 'node')
        return {
          cell: order === 'indent' ? '　'.repeat(level - top) + String(fields['node']) : String(fields['node']),
          truth: fields['node'],
          doubts: [],
        }
      if (column.field === 'code') return { cell: String(fields['code']), truth: fields['code'], doubts: [] }
      if (column.field === 'level')
        return { cell: manner.english ? level : random.pick<Written>([level, `${level}级`]), truth: level, doubts: [] }
      return writtenCell(fields, column.field!, manner, random)
    })
    const row = sheet.add(cells.map(({ cell }) => cell))
    const known = ['node', ...more, 'level', 'parentPartNo'].map((field) => [field, fields[field]] as const)
    sheet.records.push({
      row,
      kind: 'bom-node',
      fields: Object.fromEntries(known.filter(([, value]) => value !== undefined)),
      absent: [],
    })
  }
  addFoot(sheet, manner, random)
  return finished(sheet, random.pick(['结构', 'BOM', 'Sheet1']), 'bom')
}

/** Years of which several months are known, either way of counting. */
const YEARS = ['monthly', 'cumulative']
  .flatMap((basis) => ['2014', '2015', '2016', '2017'].map((year) => [basis, year] as const))
  .filter(
    ([basis, year]) =>
      new Set(
        mileage
          .filter((fields) => fields['basis'] === basis && String(fields['month']).startsWith(year))
          .map(({ month }) => month),
      ).size >= 3,
  )

export function distances(random: SeededRandom): WrittenSheet {
  const manner = { ...mannerOf(random, random.chance(0.3)), doubts: 0 }
  const sheet = new Sheet(random.pick([0, 0, 1, 2]))
  const [basis, year] = random.pick(YEARS)
  const monthsOf = new Map<string, Map<string, number>>()
  for (const { trainNo, month, km, basis: own } of mileage)
    if (own === basis && String(month).startsWith(year))
      monthsOf.set(
        String(trainNo),
        (monthsOf.get(String(trainNo)) ?? new Map<string, number>()).set(String(month), Number(km)),
      )
  const numbers = [...monthsOf.keys()].slice(0, random.between(8, 20))
  const months = [...new Set(numbers.flatMap((number) => [...monthsOf.get(number)!.keys()]))].sort()
  const shape = random.pick(['matrix', 'matrix', 'list', 'monthsDown', 'oneMonth'] as const)
  const unit = unitOf(manner, random)
  const word =
    basis === 'monthly'
      ? manner.english
        ? 'Monthly mileage'
        : '月走行公里'
      : manner.english
        ? 'Cumulative mileage'
        : '月末累计走行公里'
  const monthWord = (month: string): Written => {
    const at = Number(month.slice(5)) - 1
    return manner.english
      ? random.pick([
          `${['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'][at]} ${year}`,
          month,
        ])
      : random.pick([`${at + 1}月`, `${year}年${at + 1}月`, `${year}.${month.slice(5)}`, month])
  }
  const put = (row: number, trainNo: string, month: string, manners: Manner): Written => {
    const km = monthsOf.get(trainNo)?.get(month)
    if (km === undefined) return null
    const { cell, truth } = writtenDistance(km, manners, random)
    sheet.records.push({ row, kind: 'mileage', fields: { trainNo, month, km: truth, basis }, absent: [] })
    return cell
  }
  if (random.chance(0.4)) sheet.add([])
  const only = months.at(-1)!
  sheet.add([
    shape === 'oneMonth'
      ? manner.english
        ? `Train mileage report ${random.pick([only, `${['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'][Number(only.slice(5)) - 1]} ${year}`])}${unit}`
        : `${year}年${Number(only.slice(5))}月份动车组走行公里报表${unit}`
      : `${year}${manner.english ? ' ' : '年'}${word}${manner.english ? ' by train' : '统计'}${unit}`,
  ])
  const train = random.pick(manner.english ? HEADERS['trainNo']!.en : HEADERS['trainNo']!.zh)
  if (shape === 'matrix') {
    sheet.add([...(random.chance(0.5) ? [manner.english ? 'No.' : '序号'] : []), train, ...months.map(monthWord)])
    const lead = sheet.rows.at(-1)!.filter((cell) => cell !== null).length - months.length - 1
    for (const [at, number] of numbers.entries()) {
      const row = sheet.rows.length + 1
      sheet.add([...(lead > 0 ? [at + 1] : []), number, ...months.map((month) => put(row, number, month, manner))])
    }
    if (random.chance(0.5)) sheet.add([manner.english ? 'Total' : '合计', null, ...months.map(() => 12_345)])
  } else if (shape === 'oneMonth') {
    sheet.add([
      manner.english ? 'No.' : '序号',
      train,
      random.pick(
        manner.english
          ? basis === 'monthly'
            ? ['Monthly mileage', 'Mileage this month']
            : ['Cumulative mileage', 'Odometer reading']
          : basis === 'monthly'
            ? ['本月走行公里', '当月走行里程', '月走行公里']
            : ['累计走行公里', '月末累计里程'],
      ),
    ])
    for (const [at, number] of numbers.entries()) {
      const row = sheet.rows.length + 1
      sheet.add([at + 1, number, put(row, number, only, manner)])
    }
  } else if (shape === 'monthsDown') {
    sheet.add([manner.english ? 'Month' : '月份', ...numbers])
    for (const month of months) {
      const row = sheet.rows.length + 1
      sheet.add([monthWord(month), ...numbers.map((number) => put(row, number, month, manner))])
    }
  } else {
    sheet.add([
      train,
      random.pick(HEADERS['month']![manner.english ? 'en' : 'zh']),
      (manner.english
        ? basis === 'monthly'
          ? 'Monthly mileage'
          : 'Cumulative mileage'
        : basis === 'monthly'
          ? '当月走行公里'
          : '累计走行公里') + unit,
    ])
    for (const number of numbers)
      for (const month of months) {
        const row = sheet.rows.length + 1
        const cell = put(row, number, month, manner)
        if (cell !== null) sheet.add([number, monthWord(month), cell])
      }
  }
  return finished(sheet, random.pick(['里程', 'Sheet1', '走行']), 'mileage-matrix')
}
