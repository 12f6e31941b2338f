/** What columns hold, by what stands in them: shares that add up, reasons in words, and nothing said that is not sure. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { RawSheet } from '../../../../src/exchange/open/rawWorkbook'
import { distanceUnit } from '../../../../src/exchange/tables/meaning/distanceUnit'
import { levelColumns } from '../../../../src/exchange/tables/meaning/levelColumns'
import { meaningShares } from '../../../../src/exchange/tables/meaning/meaningShares'
import { IN_STRUCTURES, WITNESSES } from '../../../../src/exchange/tables/meaning/witnesses'
import { parseSheets } from '../../../../src/exchange/tables/parseWorkbook'
import type { ParsedSheet } from '../../../../src/exchange/tables/parsedSheet'
import { MEANING_WORDS } from '../../../../src/i18n/meaningWords'

function sheetOf(rows: readonly (readonly (string | number | null)[])[], name = 'Sheet1'): ParsedSheet {
  const raw: RawSheet = {
    name,
    hidden: false,
    rows: rows.map((row) =>
      row.map((v) =>
        v === null ? undefined : typeof v === 'number' ? { t: 'n' as const, v } : { t: 's' as const, v },
      ),
    ),
    merges: [],
    hiddenRows: [],
    hiddenColumns: [],
    date1904: false,
  }
  const result = parseSheets({ sheets: [raw] }, 'a.xlsx', { today: '2026-01-01' })
  if (!result.ok) throw new Error('not read')
  return result.sheets[0]!
}

describe('shares', () => {
  test('no field is given away more than once, whatever the scores', () => {
    const scores = fc.array(
      fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.double({ min: -20, max: 20, noNaN: true })),
      { maxLength: 8 },
    )
    fc.assert(
      fc.property(scores, (rows) => {
        const shares = meaningShares(rows.map((row) => new Map(Object.entries(row))))
        for (const field of ['a', 'b', 'c'])
          expect(shares.reduce((sum, row) => sum + (row.get(field) ?? 0), 0)).toBeLessThanOrEqual(1.05)
        for (const row of shares)
          expect([...row.values()].reduce((sum, share) => sum + share, 0)).toBeLessThanOrEqual(1 + 1e-9)
      }),
    )
  })

  test('two columns that fit one field equally well are both left open', () => {
    const [first, second] = meaningShares([new Map([['handler', 6]]), new Map([['handler', 6]])])
    expect(first!.get('handler')).toBeLessThan(0.6)
    expect(second!.get('handler')).toBeCloseTo(first!.get('handler')!)
  })
})

test('every witness has words in both languages', () => {
  const traits = [...Object.values(WITNESSES), ...Object.values(IN_STRUCTURES)].flatMap(({ weights }) =>
    Object.keys(weights),
  )
  expect([...new Set(traits)].filter((trait) => MEANING_WORDS[trait] === undefined)).toEqual([])
})

describe('the unit of an odometer nobody named', () => {
  const trains = ['2641', '2641', '2641', '2642', '2642', '2642']
  const days = ['2016-01-05', '2016-03-05', '2016-06-05', '2016-01-10', '2016-03-10', '2016-06-10']

  test('a train that gains 6 in 60 days, written with two decimals, counts ten thousands of kilometres', () => {
    const distances = ['137.08', '143.02', '152.41', '98.50', '104.33', '113.90']
    expect(distanceUnit({ distances, trains, days })).toBe(10_000)
  })

  test('whole numbers of six digits are kilometres', () => {
    const distances = ['812345', '871200', '963010', '512000', '571333', '660120']
    expect(distanceUnit({ distances, trains, days })).toBe(1)
  })

  test('cells that name their unit settle it for the bare ones', () => {
    expect(distanceUnit({ distances: ['70.8万公里', '71.35', '50.26'], trains: [], days: [] })).toBe(10_000)
  })

  test('what no day and no train can tell is left open', () => {
    expect(distanceUnit({ distances: ['137.1', '98.5', '104.3'], trains: [], days: [] })).toBeNull()
  })
})

test('columns of which every row fills one are levels; two columns that are both filled are none', () => {
  const rows = [
    ['制动', '', ''],
    ['', '阀', ''],
    ['', '', '膜板'],
    ['', '', '弹簧'],
    ['', '板', ''],
  ] as const
  const columns = [0, 1, 2].map((at) => rows.map((row) => row[at]!))
  expect(levelColumns({ columns, rows: rows.length })).toEqual([0, 1, 2])
  expect(
    levelColumns({ columns: [columns[0]!.map(() => '阀'), columns[1]!.map(() => '板')], rows: rows.length }),
  ).toEqual([])
})

describe('lists of something else', () => {
  const days = Array.from({ length: 20 }, (_, at) => `2019-0${1 + (at % 9)}-1${at % 10}`)

  test('staff, stock and accounts bring no records and claim nothing', () => {
    const staff = [
      ['工号', '姓名', '部门', '入职日期'],
      ...days.map((day, at) => [`10${at}`, ['王强', '李明'][at % 2]!, '质量部', day]),
    ]
    const stock = [
      ['代号', '库存', '单价', '库位'],
      ...days.map((_, at) => [`X${100 + at}`, at % 7, 1200 + at * 13, 'A-01']),
    ]
    for (const rows of [staff, stock]) {
      const sheet = sheetOf(rows)
      expect(sheet).toMatchObject({ kind: 'other', records: [] })
      expect(sheet.columns.filter(({ reason }) => reason === 'content')).toEqual([])
    }
  })

  test('numbers per train and month are distances only where title or unit say so', () => {
    const months = ['1月', '2月', '3月', '4月']
    const rows = ['2641', '2642', '2643', '2644', '2645'].map((train, at) => [
      train,
      ...months.map((_, month) => 900 + at * 7 + month * 13),
    ])
    expect(sheetOf([['2016年能耗'], ['列车号', ...months], ...rows]).kind).toBe('other')
    expect(sheetOf([['2016年走行公里'], ['列车号', ...months], ...rows]).kind).toBe('mileage-matrix')
  })
})

describe('record sheets of other trades', () => {
  const day = (at: number): string => `2019-0${1 + (at % 9)}-1${at % 10}`
  const list = (header: readonly string[], row: (at: number) => readonly string[]) =>
    sheetOf([header, ...Array.from({ length: 24 }, (_, at) => row(at))])

  test('a wind farm, in Chinese and in English', () => {
    const zh = list(['风场', '风机编号', '故障开始时间', '故障结束时间', '故障描述', '故障部件', '处理情况'], (at) => [
      '达坂城',
      `F1${at % 6}`,
      `${day(at)} 08:20`,
      `${day(at)} 16:00`,
      ['变桨电机过流报警', '液压站油位低'][at % 2]!,
      ['变桨系统', '液压系统'][at % 2]!,
      ['更换变桨电机', '补充液压油'][at % 2]!,
    ])
    const en = list(['Turbine', 'Start', 'End', 'Alarm description', 'Component', 'Action'], (at) => [
      `WT0${at % 6}`,
      `${day(at)} 08:20`,
      `${day(at)} 16:00`,
      ['Pitch motor overcurrent', 'Hydraulic oil level low'][at % 2]!,
      ['Pitch system', 'Hydraulics'][at % 2]!,
      ['Replaced pitch motor', 'Oil refilled'][at % 2]!,
    ])
    for (const { kind, records } of [zh, en]) {
      expect(kind).toBe('failure-ledger')
      expect(records).toHaveLength(24)
    }
    expect(en.records[1]!.fields).toMatchObject({
      occurredAt: '2019-02-11T08:20',
      repairedAt: '2019-02-11T16:00',
      symptom: 'Hydraulic oil level low',
    })
  })

  test('an aircraft log, a metro log and work orders', () => {
    const aircraft = list(['机号', '日期', '故障现象', '排故措施', '拆下序号', '装上序号'], (at) => [
      `B-12${at % 9}`,
      day(at),
      '左内刹车温度高',
      '更换刹车组件',
      `SN${10_000 + at}`,
      `SN${20_000 + at}`,
    ])
    const metro = list(['日期', '车次', '列车', '司机反映情况', '影响', '检修反馈'], (at) => [
      day(at),
      `10${at}`,
      `01${10 + (at % 6)}`,
      ['制动不缓解', '停放制动灯不亮'][at % 2]!,
      ['晚点', '无'][at % 2]!,
      ['更换中继阀', '更换指示灯'][at % 2]!,
    ])
    const orders = list(['WO', 'Asset', 'Description', 'Reported', 'Completed'], (at) => [
      `WO${7000 + at}`,
      `CB-10${at % 5}`,
      ['Replace leaking brake hose', 'Inspect compressor noise'][at % 2]!,
      day(at),
      day(at + 1),
    ])
    for (const { kind, records } of [aircraft, metro, orders]) {
      expect(kind).toBe('failure-ledger')
      expect(records).toHaveLength(24)
    }
  })
})
