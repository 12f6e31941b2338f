import * as XLSX from 'xlsx'
import { describe, expect, test } from 'vitest'
import type { NodeSummaryAbout } from '../../../../src/exchange/write/nodeSummary/nodeSummaryAbout'
import { writeNodeSummary } from '../../../../src/exchange/write/writeNodeSummary'
import { fieldDataOfPlan } from '../../../../src/headless/fieldDataOfPlan'
import { textAt } from '../../../../src/metrics/failureColumns'
import { trainLabel } from '../../../../src/metrics/fleet'
import { nodeComparison } from '../../../../src/metrics/compare/nodeComparison'
import { nodeAnalysis, type NodeAnalysis } from '../../../../src/metrics/nodeAnalysis'
import { planOf as planFigures } from '../../../../src/metrics/plan/plan'
import { planQuestion } from '../../../../src/metrics/plan/planQuestion'
import { DEFAULT_RECURRENCE } from '../../../../src/metrics/recurrence'
import { fixture } from '../aWorkbook'
import { parsedFile, planOf } from './roundTripRows'

const files = [
  'B1-产品BOM.xlsx',
  'B2-列车台账.xlsx',
  'L2-售后故障信息台账(2014-2017) -最新版.xlsx',
  'L5-里程统计.xlsx',
].map((name) => parsedFile(fixture(name), name))
const data = fieldDataOfPlan(planOf(files).plan)
const { columns, fleet } = data
const analysis: NodeAnalysis = nodeAnalysis(
  data,
  { population: 'all', vehicleTypes: [], depotIds: [], partBasis: 'analysed' },
  DEFAULT_RECURRENCE,
  (_, word) => fleet.parties.get(word)?.name ?? fleet.tree.nodes.get(word)?.name ?? trainLabel(fleet, word) ?? word,
)
const about: NodeSummaryAbout = {
  nodeName: '全部产品',
  path: '全部产品',
  language: 'zh',
  filterInWords: '没有筛选',
  populationName: '全部故障',
  trainsInWords: '全部列车',
  generatedAt: '2026-01-01T08:30',
  build: 'test',
  targetFpmk: 0.5,
  repeat: DEFAULT_RECURRENCE,
  rowsForDetail: Array.from(analysis.counted, (row) => ({
    row,
    no: textAt(columns, 'no', row),
    occurredAt: textAt(columns, 'occurredAt', row),
    train: trainLabel(fleet, textAt(columns, 'trainId', row)),
    node: textAt(columns, 'nodeText', row),
    description: textAt(columns, 'description', row),
  })),
}
const opened = (changes: Partial<NodeAnalysis> = {}, words: Partial<NodeSummaryAbout> = {}) =>
  XLSX.read(writeNodeSummary({ ...analysis, ...changes }, { ...about, ...words }), { cellNF: true })
const rowsOf = (book: XLSX.WorkBook, name: string): unknown[][] =>
  XLSX.utils.sheet_to_json<unknown[]>(book.Sheets[name]!, { header: 1, blankrows: true })
const valueOf = (book: XLSX.WorkBook, label: string): unknown =>
  rowsOf(book, book.SheetNames[0]!).find(([first]) => String(first).trim() === label)?.[1]

describe('the plans of a node', () => {
  const plan = planFigures(
    { analysis, node: null, life: null, growth: null, repairs: null },
    planQuestion((name) => ({ ptarget: '900', pmost: '2', ppace: '100' })[name] ?? ''),
  )

  test('stand on a sheet of their own, one a line, with the distances the standards print', () => {
    const rows = rowsOf(opened({}, { plan }), '规划')
    const head = rows.findIndex(([, second]) => second === '故障至多 c')
    expect(rows[head]?.slice(1, 4)).toEqual(['故障至多 c', '要跑（km）', '单位'])
    // NIST/SEMATECH 8.3.1.1, table of factors at 90 %: 2.30, 3.89 and 5.32 times the mean to show.
    expect(rows.slice(head + 1).map(([, allowed, km]) => [allowed, Number(km) / 900_000])).toEqual(
      [2.3, 3.89, 5.32].map((factor, allowed) => [allowed, expect.closeTo(factor, 2)]),
    )
  })

  test('are left out where nothing is planned', () => {
    expect(opened({}, { plan: { ...plan, demonstration: null } }).SheetNames).not.toContain('规划')
  })
})

/** Vehicle types of the same fleet, as the page of the node compares them. */
const { comparison } = nodeComparison(
  data,
  { population: 'all', vehicleTypes: [], depotIds: [], partBasis: 'analysed' },
  { by: 'vehicleType', reference: '', date: null, periods: null, measure: 'km' },
  (_, word) => word,
)

test('groups compared have a sheet of their own, a row each with its ratio', () => {
  if (comparison.status !== 'compared') throw new Error(comparison.reason)
  const book = opened({}, { comparison })
  expect(book.SheetNames).toContain('比较')
  const rows = rowsOf(book, '比较')
  const head = rows.findIndex(([first]) => first === '组')
  const told = rows.slice(head + 1).filter(([word]) => typeof word === 'string')
  expect(told.map(([word, failures]) => [word, failures])).toEqual(
    comparison.groups.map(({ word, rows: failed }) => [word, failed.length]),
  )
  const ratio = rows[head]?.indexOf('与参照之比') ?? -1
  expect(told[0]?.[ratio]).toBeCloseTo(comparison.groups[0]?.ratio?.ratio ?? 0, 12)
})

test('a comparison that nothing on record carries says why in the workbook', () => {
  const book = opened(
    {},
    { language: 'en', comparison: { status: 'not-estimable', reason: 'group-not-recorded', by: 'lineId' } },
  )
  expect(rowsOf(book, 'Compare').flat().join(' ')).toContain('Nothing on record says which group is which')
})

describe('the summary of a node', () => {
  test('has its seven sheets in both languages', () => {
    expect(opened().SheetNames).toEqual(['指标', '帕累托', '趋势', '重复故障', '故障清单', '计算过程', '定义与参数'])
    expect(opened({}, { language: 'en' }).SheetNames).toEqual([
      'KPI',
      'Pareto',
      'Trend',
      'Repeats',
      'Failures',
      'Working',
      'Definitions & parameters',
    ])
  })

  test('gives figures as numbers, not as texts or formulas', () => {
    const book = opened()
    const { mtbf } = analysis
    if (mtbf.status !== 'estimated') throw new Error('no exposure in the fixtures')
    expect([
      valueOf(book, '计入的故障'),
      valueOf(book, '百万公里故障率 FPMK'),
      valueOf(book, '平均故障间隔里程 MDBF'),
      valueOf(book, 'MDBF 下界'),
      valueOf(book, 'MDBF 上界'),
      valueOf(book, 'FPMK 目标'),
    ]).toEqual([analysis.counted.length, mtbf.rate * 1e6, mtbf.mtbf, mtbf.lower, mtbf.upper, 0.5])
    for (const sheet of Object.values(book.Sheets))
      for (const cell of Object.values(sheet)) expect(cell).not.toHaveProperty('f')
  })

  test('lists every counted failure and every bar', () => {
    const book = opened()
    expect(rowsOf(book, '故障清单')).toHaveLength(4 + analysis.counted.length)
    expect(rowsOf(book, '帕累托')).toHaveLength(
      4 + Object.values(analysis.paretos).reduce((sum, bars) => sum + bars.length, 0),
    )
    expect(
      rowsOf(book, '趋势').filter(([month, failures]) => typeof month !== 'string' && typeof failures === 'number'),
    ).toHaveLength(analysis.trend.months.length)
  })

  test('without a failure there is a one-sided bound and no mean', () => {
    const book = opened({
      mtbf: {
        status: 'estimated',
        failures: 0,
        exposure: 480_000,
        confidence: 0.9,
        sided: 'lower',
        mtbf: null,
        lower: 208_461,
        upper: null,
        rate: 0,
        rateLower: null,
        rateUpper: 4.797e-6,
      },
    })
    expect([valueOf(book, 'MDBF 下界'), valueOf(book, '平均故障间隔里程 MDBF'), valueOf(book, 'MDBF 上界')]).toEqual([
      208_461,
      undefined,
      undefined,
    ])
  })

  test('shows the working: what went in, the quantile and the bound it gives', () => {
    const rows = rowsOf(opened(), '计算过程')
    const value = (symbol: string): number => Number(rows.find(([, of]) => of === symbol)?.[2])
    const [n, exposure] = [value('n'), value('T')]
    expect(n).toBe(analysis.counted.length)
    expect(exposure / n).toBeCloseTo(value('T/n'), 6)
    expect(Number(rows.find(([name]) => String(name).trim() === '下界')?.[2])).toBeCloseTo(
      (2 * exposure) / value('χ²(0.95; 2n+2)'),
      3,
    )
  })

  test('without distance the reason stands where the figure would', () => {
    const book = opened({
      mtbf: { status: 'not-estimable', reason: 'no-exposure' },
      trend: { ...analysis.trend, chart: { status: 'not-estimable', reason: 'no-exposure' } },
      recurrence: { status: 'not-estimable', reason: 'no-failures' },
    })
    expect(rowsOf(book, '指标').find(([label]) => label === '平均故障间隔里程 MDBF')).toEqual([
      '平均故障间隔里程 MDBF',
      undefined,
      'km',
      '没有已知的里程或时间，率无从算起。请导入里程或运行时间。',
    ])
  })
})
