/** Blank forms that other programs made: filled, they are sound workbooks, and a date is a date that can be read. */
import { readFileSync } from 'node:fs'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import * as XLSX from 'xlsx'
import { codeBook } from '../../../../src/domain/codeBook'
import { failureRecord, type TemplateCase } from '../../../../src/exchange/write/templates/failureFields'
import { fillTemplate } from '../../../../src/exchange/write/templates/fillTemplate'
import type { TemplateValue } from '../../../../src/exchange/write/templates/templateBinding'

const template = (name: string): Uint8Array => new Uint8Array(readFileSync(`fixtures/strange/templates/${name}.xlsx`))
const DAY: TemplateValue = { kind: 'date', moment: '2016-03-05' }

function filled(name: string, cells: Readonly<Record<string, TemplateValue>>) {
  const bytes = fillTemplate(
    template(name),
    {
      sheet: XLSX.read(template(name)).SheetNames[0]!,
      cells: Object.keys(cells).map((cell) => ({ cell, field: cell })),
      lines: [],
    },
    { cells, lists: {} },
  )
  const parts = unzipSync(bytes)
  const part = (path: string): string => strFromU8(parts[path] ?? new Uint8Array())
  const book = XLSX.read(bytes, { cellNF: true, cellStyles: true })
  return { part, sheet: book.Sheets[book.SheetNames[0]!]! }
}

describe.each(['empty-list-of-formats', 'without-styles', 'prefixed'])('%s', (name) => {
  const { part, sheet } = filled(name, { B1: 'GZ-2016-0153', B2: DAY })

  test('shows text and date', () => {
    expect(sheet.B1).toMatchObject({ t: 's', v: 'GZ-2016-0153' })
    expect(XLSX.SSF.format((sheet.B2 as XLSX.CellObject).z as string, (sheet.B2 as XLSX.CellObject).v)).toBe(
      '2016-03-05',
    )
  })

  test('has one list of number formats, and its styles are a part of it', () => {
    expect(part('xl/styles.xml').match(/<numFmts\b/g)).toHaveLength(1)
    expect(part('xl/styles.xml')).toMatch(/<numFmts count="1"><numFmt [^>]*\/><\/numFmts>/)
    expect(part('[Content_Types].xml').match(/\/xl\/styles\.xml/g)).toHaveLength(1)
    expect(part('xl/_rels/workbook.xml.rels').match(/relationships\/styles/g)).toHaveLength(1)
  })

  test('is no half of one writing and half of another', () =>
    expect(part('xl/worksheets/sheet1.xml')).not.toMatch(/<\/?x:/))
})

describe('a register whose date column is nine digits wide', () => {
  test('shows the date smaller instead of ####', () => {
    const { part } = filled('narrow-register', { B3: DAY, E3: DAY })
    const style = (cell: string): string => {
      const number = new RegExp(`<c r="${cell}" s="(\\d+)"`).exec(part('xl/worksheets/sheet1.xml'))?.[1]
      return [
        ...(/<cellXfs[\s\S]*<\/cellXfs>/.exec(part('xl/styles.xml'))?.[0] ?? '').matchAll(
          /<xf\b[^>]*?(?:\/>|>[\s\S]*?<\/xf>)/g,
        ),
      ][Number(number)]![0]
    }
    expect(style('B3')).toContain('shrinkToFit="1"')
    expect(style('E3')).not.toContain('shrinkToFit')
  })
})

describe('a form is filled in its own language', () => {
  const of = (state: 'CLOSED' | 'VERIFY' | 'REPORTED'): TemplateCase =>
    ({
      failure: { state, odometerKm: 1000, odometerEstimated: true },
      handlings: [],
      replacements: [],
      analyses: [],
      actions: [{ state: 'doing' }],
      verifications: [],
      names: {},
    }) as unknown as TemplateCase
  test.each([
    ['CLOSED', 'en', 'Closed'],
    ['REPORTED', 'en', 'Open'],
    ['VERIFY', 'en', 'Monitoring'],
    ['CLOSED', 'zh', '闭环'],
    ['REPORTED', 'zh', '未闭环'],
  ] as const)('%s in %s', (state, language, text) => {
    const record = failureRecord(of(state), { book: codeBook([]), language })
    expect(record.closedState).toMatchObject({ text })
    expect(record.actionState).toMatchObject({ text: language === 'zh' ? '进行中' : 'In progress' })
    expect(record.odometerKm).toBe(language === 'zh' ? '约 1000' : 'about 1000')
  })
})
