import { readFileSync } from 'node:fs'
import * as XLSX from 'xlsx'
import { describe, expect, test } from 'vitest'
import { monthlySummary } from '../../../../../src/exchange/write/reports/monthlySummary'
import { csvField, writeFailureCsv } from '../../../../../src/exchange/write/reports/writeFailureCsv'
import { BUILT_IN_TEMPLATES } from '../../../../../src/exchange/write/templates/builtInTemplates'
import { fillTemplate } from '../../../../../src/exchange/write/templates/fillTemplate'
import { HAS_OFFICE, printedBook } from '../../../../support/office'
import { aboutReport, sampleReport } from './sampleReport'

const monthly = sampleReport('monthly', '2025-11-01', '2025-12-01')

describe('the failures of a report as CSV', () => {
  test.each([
    ['=1+1', "'=1+1"],
    ['+86', "'+86"],
    ['-5', "'-5"],
    ['@a', "'@a"],
    ['\tx', "'\tx"],
    ['\rx', '"\'\rx"'],
    ['a,b', '"a,b"'],
    ['他说"坏"', '"他说""坏"""'],
    ['漏风', '漏风'],
  ])('%j is written as %j', (value, written) => {
    expect(csvField(value)).toBe(written)
  })

  test('has a line per failure and comes back as it was', () => {
    const bytes = writeFailureCsv(monthly, aboutReport('zh'))
    expect(Array.from(bytes.subarray(0, 3))).toEqual([0xef, 0xbb, 0xbf])
    const rows = XLSX.utils.sheet_to_json<string[]>(XLSX.read(bytes, { raw: true }).Sheets['Sheet1']!, {
      header: 1,
      raw: false,
    })
    expect(rows).toHaveLength(1 + monthly.report.failures.length)
    const byRow = new Map(monthly.rows.map((row) => [row.row, row]))
    expect(rows.slice(1).map((row) => row[8])).toEqual(
      Array.from(monthly.report.failures, (row) => byRow.get(row)?.description),
    )
  })
})

describe('the monthly summary form', () => {
  const filled = fillTemplate(
    new Uint8Array(readFileSync('src/exchange/write/templates/files/monthly-summary.xlsx')),
    BUILT_IN_TEMPLATES['monthly-summary'],
    monthlySummary(monthly, { ...aboutReport('zh'), targetFpmk: 15 }),
  )
  const sheet = XLSX.read(filled).Sheets['月度质量汇总']!
  const value = (address: string): unknown => (sheet[address] as XLSX.CellObject | undefined)?.v

  test('holds the month, the figures by type and the parts by failures', () => {
    expect(value('A1')).toBe('2025年11月售后质量月度汇总')
    expect(value('A28')).toBe(aboutReport('zh').conclusion)
    for (const [at, { vehicleType, figures }] of monthly.report.vehicleTypes.entries())
      expect(['A', 'B', 'D', 'E', 'F', 'H', 'I'].map((column) => value(`${column}${4 + at}`))).toEqual([
        vehicleType,
        figures.exposure.trains,
        figures.counted.length,
        figures.delays.length,
        figures.withdrawn.length,
        15,
        figures.closedOfThese,
      ])
    const [first] = monthly.report.parts
    expect([value('B16'), value('C16'), value('F16')]).toEqual([first?.label, first?.rows.length, first?.before])
    expect(['', undefined, '未开始', '进行中', '已完成', '已验证']).toContain(value('J16'))
  })

  test.runIf(HAS_OFFICE)('prints on one page, its totals worked out', () => {
    const { pages, text } = printedBook(filled)
    const trains = monthly.report.vehicleTypes.reduce((sum, { figures }) => sum + figures.exposure.trains, 0)
    expect([pages, text.includes(`合计${trains}`)]).toEqual([1, true])
  })
})
