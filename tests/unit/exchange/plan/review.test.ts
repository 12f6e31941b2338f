/** What a person decides while reviewing an import, and that what was mailed stays beside it. */
import { read, utils } from 'xlsx'
import { describe, expect, test } from 'vitest'
import type { KnownRecords } from '../../../../src/exchange/plan/knownRecords'
import { NOTHING_KNOWN } from '../../../../src/exchange/plan/knownRecords'
import { parseSheets } from '../../../../src/exchange/tables/parseWorkbook'
import type { ParsedSheet, SheetOverride } from '../../../../src/exchange/tables/parsedSheet'
import { planImport } from '../../../../src/exchange/plan/planImport'
import type { RawWorkbook } from '../../../../src/exchange/open/rawWorkbook'
import { readWorkbook } from '../../../../src/exchange/open/readWorkbook'
import { bothSides, writtenFields } from '../../../../src/exchange/plan/review/bothSides'
import { correctedSheet } from '../../../../src/exchange/tables/correctedSheet'
import { failureDifferences } from '../../../../src/exchange/plan/review/failureDifferences'
import {
  headerFingerprint,
  mappingToRemember,
  overrideFrom,
} from '../../../../src/exchange/plan/review/headerFingerprint'
import { nearestWords } from '../../../../src/exchange/plan/review/nearestWord'
import {
  cellsAlike,
  reviewColumns,
  reviewedRecords,
  reviewRow,
  seriousRows,
} from '../../../../src/exchange/plan/review/reviewRows'
import type { WordDecisions } from '../../../../src/exchange/tables/wordDecisions'
import { writeErrorWorkbook } from '../../../../src/exchange/write/writeErrorWorkbook'
import { aWorkbook } from '../aWorkbook'

const HEADER = ['故障编号', '车型', '车号', '配属段', '部件名称', '故障现象', '发生时间', '故障等级']
const ROWS = [
  ['GZ-2016-0001', 'CRH380A', '2641', '上海动车段', '中继阀', '排风口漏风', new Date('2016-03-05'), '一般'],
  ['GZ-2016-0002', 'CRH380A', '2641', '上海动车断', '中继阀', '缓解不良', '2016年3月三十五日', '要紧'],
  ['GZ-2016-0003', 'CRH380A', '2642', '上海动车段', '中继阀总成', '压力偏低', new Date('2016-04-02'), '要紧'],
  ['GZ-2016-0004', 'CRH380A', '2643', '上海动车段', '中继阀', '异音', new Date('2016-05-09'), '轻微'],
]

function opened(rows: readonly (readonly (string | Date)[])[] = ROWS): RawWorkbook {
  const result = readWorkbook(aWorkbook({ 台账: [['2016年售后故障台账'], HEADER, ...rows] }), '台账.xlsx')
  if (!result.ok) throw new Error(result.problem.code)
  return result.workbook
}

function parsed(override: SheetOverride = {}, words: WordDecisions = {}, workbook = opened()): ParsedSheet {
  const result = parseSheets(workbook, '台账.xlsx', { overrides: { 台账: override }, today: '2020-01-01', words })
  if (!result.ok) throw new Error(result.problem.code)
  return result.sheets[0]!
}

const at = (sheet: ParsedSheet, row: number) => {
  const record = sheet.records.find((one) => one.row === row)
  if (record === undefined) throw new Error(`row ${row} is no record`)
  return record
}
let count = 0
const ids = (): string => `id-${String((count += 1)).padStart(4, '0')}`
const planned = (sheet: ParsedSheet, known: KnownRecords = NOTHING_KNOWN, words: WordDecisions = {}) =>
  planImport([{ name: '台账.xlsx', size: 1, sha256: 'x', sheets: [sheet], rows: [[]] }], ids, known, words)

describe('a cell mended in place', () => {
  test('is read anew, loses its doubt, and keeps what was mailed', () => {
    expect(at(parsed(), 4).issues.map(({ code }) => code)).toContain('date-unreadable')
    const mended = at(parsed({ cells: { G4: '2016-03-25' } }), 4)
    expect(mended.fields.occurredAt).toBe('2016-03-25')
    expect(mended.issues.map(({ code }) => code)).not.toContain('date-unreadable')
    expect(mended.raw.occurredAt).toBe('2016年3月三十五日')
  })

  test('leaves every other row as it was', () => {
    const [before, after] = [parsed(), parsed({ cells: { G4: '2016-03-25' } })]
    for (const row of [3, 5, 6]) expect(at(after, row)).toEqual(at(before, row))
  })

  test('can be emptied', () => {
    expect(at(parsed({ cells: { F3: '' } }), 3).fields.symptom).toBeUndefined()
  })

  test('finds the cells of its column that say the same', () => {
    const workbook = opened()
    expect(cellsAlike(parsed({}, {}, workbook), workbook.sheets[0]!, 'H', '要紧')).toEqual(['H4', 'H5'])
  })
})

describe('words without a code', () => {
  test('are read as decided in every row, and keep what was written', () => {
    const sheet = parsed({}, { severity: { 要紧: '2' } })
    for (const row of [4, 5]) {
      expect(at(sheet, row).fields.severity).toBe(2)
      expect(at(sheet, row).raw.severity).toBe('要紧')
      expect(at(sheet, row).issues.map(({ code }) => code)).not.toContain('severity-unmapped')
    }
  })

  test('come once each with how many rows use them, and stay in the list to be decided anew', () => {
    const open = planned(parsed()).unknown.find(({ word }) => word === '要紧')
    expect(open).toMatchObject({ field: 'severity', count: 2, decided: null })
    const words: WordDecisions = { severity: { 要紧: '2' } }
    expect(planned(parsed({}, words), NOTHING_KNOWN, words).unknown.find(({ word }) => word === '要紧')).toMatchObject({
      count: 2,
      decided: '2',
    })
  })

  test('stay as written when a person says so', () => {
    const sheet = parsed({}, { severity: { 要紧: '' } })
    expect(at(sheet, 4).fields.severity).toBeUndefined()
    expect(at(sheet, 4).raw.severity).toBe('要紧')
  })
})

describe('names nobody knows', () => {
  test('a place written almost like another is proposed and, once decided, not made', () => {
    const open = planned(parsed()).unknown.find(({ field, word }) => field === 'depot' && word === '上海动车断')
    expect(open?.nearest?.label).toBe('上海动车段')
    const { plan } = planned(parsed(), NOTHING_KNOWN, { depot: { 上海动车断: '上海动车段' } })
    expect(plan.records.parties?.map(({ name }) => name)).toEqual(['上海动车段'])
    expect(new Set(plan.records.failures?.map(({ depotId }) => depotId)).size).toBe(1)
  })

  test('numbers must agree before anything is proposed', () => {
    expect(nearestWords([{ label: '3号线' }])('1号线')).toBeNull()
    expect(nearestWords([{ label: '3号线' }, { label: '1号线' }])('1号线路')?.choice.label).toBe('1号线')
  })

  test('a part decided by its number is assigned, and its words stay on the failure', () => {
    const known: KnownRecords = {
      ...NOTHING_KNOWN,
      bomNodes: [
        { id: 'valve', name: '空重车中继阀', partNo: 'ZJ-1' },
        { id: 'other', name: '减压中继阀', partNo: 'JY-1' },
      ],
    }
    expect(
      planned(parsed(), known)
        .unknown.filter(({ field }) => field === 'node')
        .map(({ word }) => word),
    ).toEqual(['中继阀', '中继阀总成'])
    const { plan } = planned(parsed(), known, { node: { 中继阀: 'ZJ-1' } })
    const failures = plan.records.failures ?? []
    expect(failures.map(({ bomNodeId }) => bomNodeId)).toEqual(['valve', 'valve', undefined, 'valve'])
    expect(failures[0]?.nodeText).toBe('中继阀')
  })

  test('a train decided to be a known one is not made anew', () => {
    const known: KnownRecords = {
      ...NOTHING_KNOWN,
      trains: [
        { id: 'train', trainNo: '2641', vehicleType: 'CRH380A' },
        { id: 'other', trainNo: '2650', vehicleType: 'CRH380A' },
      ],
    }
    const { plan, unknown } = planned(parsed(), known, { trainNo: { 'crh380a-2642': 'CRH380A|2650' } })
    expect(plan.records.failures?.map(({ trainId }) => trainId).slice(0, 3)).toEqual(['train', 'train', 'other'])
    expect(unknown.filter(({ field }) => field === 'trainNo').map(({ word, decided }) => [word, decided])).toEqual([
      ['CRH380A-2642', 'CRH380A|2650'],
      ['CRH380A-2643', null],
    ])
  })
})

describe('rows', () => {
  test('left out are not stored and are listed as such', () => {
    const sheet = parsed({ leftOut: [4] })
    expect(sheet.records.map(({ row }) => row)).toEqual([3, 5, 6])
    expect(sheet.skipped.filter(({ reason }) => reason === 'left-out').map(({ row }) => row)).toEqual([4])
    expect(planned(sheet).plan.records.failures).toHaveLength(3)
  })

  test('said to be failures of their own are stored although they read alike', () => {
    const twice = opened([...ROWS, ROWS[0]!])
    expect(planned(parsed({}, {}, twice)).plan.records.failures).toHaveLength(4)
    expect(planned(parsed({ apart: [7] }, {}, twice)).plan.records.failures).toHaveLength(5)
  })

  test('a row that tells of a failure again stands beside the row that told of it first', () => {
    const [first] = ROWS
    const twice = opened([
      ...ROWS,
      ['GZ-2016-0001', 'CRH380A', '2641', '上海动车段', '中继阀', '排风口漏风', new Date('2016-03-05'), '轻微'],
    ])
    const sheet = parsed({}, {}, twice)
    const [repeated] = planned(sheet).failures.duplicates
    expect([repeated?.row, repeated?.first]).toEqual([7, { sheet: 0, row: 3 }])
    // The grid says which row is meant.
    expect(reviewRow(at(sheet, 7), reviewColumns(sheet), sheet, twice.sheets[0]!, undefined).issues).toEqual([
      { code: 'duplicate-near', parameters: { sheet: '台账', row: 3 } },
    ])
    const written = (row: number) => writtenFields(sheet, twice.sheets[0]!, undefined, row)
    const lines = bothSides(written(7), written(3))
    expect(lines.map(({ header }) => header)).toEqual(HEADER)
    expect(lines.filter(({ here, there }) => here !== there)).toEqual([
      { header: '故障等级', here: '轻微', there: first?.[7] },
    ])
    expect(bothSides(written(99), written(3)).every(({ here }) => here === '')).toBe(true)
  })

  test('are shown in the order of the sheet with what was written, and can be filtered to those that lose a value', () => {
    const workbook = opened()
    const sheet = parsed({ leftOut: [4], cells: { H5: '一般' } }, {}, workbook)
    const columns = reviewColumns(sheet)
    expect(columns.map(({ header }) => header)).toEqual(HEADER)
    const shown = (only: 'serious' | 'left-out' | null) =>
      reviewedRecords(sheet, workbook.sheets[0]!, { only, search: '' }).map(({ row }) => row)
    expect(shown(null)).toEqual([3, 4, 5, 6])
    expect(shown('left-out')).toEqual([4])
    const row = reviewRow(at(sheet, 5), columns, sheet, workbook.sheets[0]!, { cells: { H5: '一般' } })
    expect(row.cells[7]).toMatchObject({ address: 'H5', text: '一般', mailed: '要紧', value: 3 })
    expect(row.cells[6]).toMatchObject({ text: '2016-04-02', mailed: null })
    expect(reviewedRecords(sheet, workbook.sheets[0]!, { only: null, search: '异音' }).map(({ row }) => row)).toEqual([
      6,
    ])
  })
})

describe('the workbook of rows to mend', () => {
  const errorRows = (language: 'zh' | 'en' = 'zh') => {
    const workbook = opened()
    const sheet = parsed({}, {}, workbook)
    const bytes = writeErrorWorkbook(
      [
        {
          raw: workbook.sheets[0]!,
          parsed: sheet,
          corrected: correctedSheet(workbook.sheets[0]!, {}),
          rows: new Set(seriousRows(sheet)),
        },
      ],
      { language, generatedAt: '2020-01-01T08:00', build: 'test' },
    )
    if (bytes === null) throw new Error('there are rows to mend')
    return bytes
  }

  test('has their columns and order, only the rows that are left, and the reason at the end', () => {
    const rows = utils.sheet_to_json<readonly unknown[]>(read(errorRows()).Sheets['台账']!, { header: 1 })
    expect(rows[1]?.slice(0, 8)).toEqual(HEADER)
    expect(rows.slice(2).map((row) => row[0])).toEqual(['GZ-2016-0002', 'GZ-2016-0003'])
    expect(String(rows[2]?.[8])).toContain('G: 日期读不出')
    expect(String(rows[2]?.[8])).toContain('H: 等级写法不在代码表里')
    expect(
      utils.sheet_to_json<readonly unknown[]>(read(errorRows('en')).Sheets['台账']!, { header: 1 })[2]?.[8],
    ).toContain('Not a readable date')
  })

  test('dropped again it reads like the sheet it came from', () => {
    const result = readWorkbook(errorRows(), '台账_待修正.xlsx')
    if (!result.ok) throw new Error(result.problem.code)
    const again = parsed({}, {}, result.workbook)
    const before = parsed()
    expect(again.kind).toBe('failure-ledger')
    expect(again.columns.slice(0, 8).map(({ field }) => field)).toEqual(before.columns.map(({ field }) => field))
    expect(again.records.map(({ fields }) => fields)).toEqual([4, 5].map((row) => at(before, row).fields))
  })

  test('is not made where nothing is left', () => {
    const workbook = opened()
    expect(
      writeErrorWorkbook(
        [{ raw: workbook.sheets[0]!, parsed: parsed(), corrected: workbook.sheets[0]!, rows: new Set() }],
        { language: 'zh', generatedAt: '2020-01-01T08:00', build: 'test' },
      ),
    ).toBeNull()
  })
})

describe('a header seen before', () => {
  test('is read as it was told to be, wherever its columns stand', () => {
    const told: SheetOverride = { columns: { F: 'cause', D: null } }
    const mapping = mappingToRemember(parsed(told), told)
    if (mapping === null) throw new Error('a changed column is remembered')
    const next = parsed()
    expect(headerFingerprint(next)).toBe(headerFingerprint(parsed(told)))
    const override = overrideFrom(next, mapping)
    expect(override?.columns).toEqual({ F: 'cause', D: null })
    expect(parsed(override ?? {}).columns.map(({ field }) => field)).toEqual(
      parsed(told).columns.map(({ field }) => field),
    )
    expect(overrideFrom(parsed(told), mapping)).toBeNull()
  })

  test('nothing is remembered of a sheet nobody changed', () => {
    expect(mappingToRemember(parsed(), undefined)).toBeNull()
    expect(mappingToRemember(parsed(), { leftOut: [3] })).toBeNull()
  })
})

describe('a failure that is stored and told again', () => {
  const stored = {
    no: 'GZ-2016-0001',
    description: '排风口漏风',
    severity: '3',
    remark: '见照片',
    state: 'SUBMITTED',
    legacy: true,
  }
  test('shows what differs, old beside new; an empty cell says nothing', () => {
    expect(
      failureDifferences(stored, {
        no: 'GZ-2016-0001',
        description: '排风口漏风，已复现',
        severity: '3',
        state: 'CLOSED',
      }),
    ).toEqual([
      { field: 'description', before: '排风口漏风', now: '排风口漏风，已复现', saysMore: false },
      { field: 'state', before: 'SUBMITTED', now: 'CLOSED', saysMore: false },
    ])
  })

  test('one that was filed here moves by its steps, not by a workbook', () => {
    expect(failureDifferences({ ...stored, legacy: false }, { state: 'CLOSED' })).toEqual([])
  })
})
