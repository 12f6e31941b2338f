import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { unzipSync, strFromU8 } from 'fflate'
import * as XLSX from 'xlsx'
import { describe, expect, test } from 'vitest'
import { writeReport } from '../../../../../src/exchange/write/reports/writeReport'
import { textAt } from '../../../../../src/metrics/failureColumns'
import { REPORT_KIND_NAMES, type ReportKind } from '../../../../../src/metrics/reports/reportKinds'
import { aPng } from '../../../../support/aPng'
import { HAS_OFFICE, printedBook, recalculatedBook } from '../../../../support/office'
import { aboutReport, columns, sampleReport } from './sampleReport'

const monthly = sampleReport('monthly', '2025-11-01', '2025-12-01')
const bytes = writeReport(monthly, aboutReport('zh'))
const book = XLSX.read(bytes, { cellNF: true })
const rowsOf = (name: string): unknown[][] =>
  XLSX.utils.sheet_to_json<unknown[]>(book.Sheets[name]!, { header: 1, blankrows: true })
const parts = (of: Uint8Array): Record<string, string> =>
  Object.fromEntries(Object.entries(unzipSync(of)).map(([path, content]) => [path, strFromU8(content)]))
const sheetXml = (name: string): string =>
  parts(bytes)[`xl/worksheets/sheet${book.SheetNames.indexOf(name) + 1}.xml`] ?? ''
const PERIODS: Readonly<Record<ReportKind, readonly [string, string]>> = {
  daily: ['2025-11-03', '2025-11-04'],
  weekly: ['2025-11-03', '2025-11-10'],
  monthly: ['2025-11-01', '2025-12-01'],
  quarterly: ['2025-10-01', '2026-01-01'],
  ram: ['2025-07-01', '2026-01-01'],
  yearly: ['2025-01-01', '2026-01-01'],
}

describe('the monthly report as a workbook', () => {
  test('has its sheets in both languages, in the same order', () => {
    expect(book.SheetNames).toEqual([
      '结论',
      '指标',
      '车型',
      '部件帕累托',
      '现象帕累托',
      '原因帕累托',
      'MTBF',
      '趋势',
      '未关闭账龄',
      '未关闭清单',
      '重点事件',
      '在外换下件与返修',
      '费用',
      '重复故障',
      '未计入',
      '站点报送',
      '故障清单',
      '参数与核对',
      '定义',
    ])
    const english = XLSX.read(
      writeReport(sampleReport('monthly', '2025-11-01', '2025-12-01', 'en'), aboutReport('en')),
    ).SheetNames
    expect(english).toHaveLength(book.SheetNames.length)
    expect(english.slice(0, 3)).toEqual(['Conclusion', 'Figures', 'Vehicle types'])
  })

  test('lists every counted failure with a real date, its number and serial as text, under a header that stays', () => {
    const list = book.Sheets['故障清单']!
    const header = rowsOf('故障清单').findIndex((row) => row.includes('故障编号'))
    const rows = rowsOf('故障清单').slice(header + 1)
    expect(rows.map((row) => row[1])).toEqual(Array.from(monthly.report.failures, (row) => textAt(columns, 'no', row)))
    const cell = (column: string, at: number): XLSX.CellObject | undefined =>
      list[`${column}${header + 2 + at}`] as XLSX.CellObject | undefined
    for (const [at, row] of rows.entries()) {
      expect([cell('B', at)?.t, cell('C', at)?.t, cell('D', at)?.t, cell('I', at)?.t ?? 's']).toEqual([
        's',
        's',
        'n',
        's',
      ])
      expect(cell('D', at)?.z).toMatch(/^yyyy-mm/)
      expect(row[0]).toBe(at + 1)
    }
    const xml = sheetXml('故障清单')
    expect(/<pane ySplit="(\d+)"/.exec(xml)?.[1]).toBe(String(header + 1))
    expect(/<autoFilter ref="([^"]+)"/.exec(xml)?.[1]).toBe(`A${header + 1}:U${header + 1 + rows.length}`)
  })

  test('sets the figures beside those of other periods, as numbers', () => {
    const line = (label: string): unknown[] | undefined =>
      rowsOf('指标').find(([first]) => String(first).trim() === label)
    const { now, before, yearBefore, thisYear } = monthly.report
    const counts = [now, before, yearBefore, thisYear].map(({ counted }) => counted.length) as [
      number,
      number,
      number,
      number,
    ]
    expect(line('计入的故障')?.slice(2, 8)).toEqual([
      counts[0],
      counts[1],
      counts[0] - counts[1],
      counts[2],
      counts[0] - counts[2],
      counts[3],
    ])
    expect(now.mtbf.status === 'estimated' && line('百万公里故障率 FPMK')?.[2] === now.mtbf.rate * 1e6).toBe(true)
  })

  test('keeps formulas to the rows that check', () => {
    for (const name of book.SheetNames)
      expect([name, sheetXml(name).match(/<f>/g)?.length ?? 0]).toEqual([name, name === '参数与核对' ? 8 : 0])
  })

  test('draws charts whose every series is bound to cells, and caches what stands there; five stand on the cover as well', () => {
    const files = parts(bytes)
    const charts = Object.entries(files).filter(([path]) => path.startsWith('xl/charts/'))
    expect(charts).toHaveLength(7 + 5)
    expect(files['xl/worksheets/_rels/sheet1.xml.rels']).toContain('drawing1.xml')
    for (const [path, xml] of charts) {
      expect(files['[Content_Types].xml']).toContain(`/${path}`)
      const references = [...xml.matchAll(/<c:f>([^<]+)<\/c:f>(<c:(num|str)Cache>.*?<\/c:\3Cache>)/gs)]
      expect(references.length).toBeGreaterThan(2)
      for (const [, reference = '', cache = ''] of references) {
        const [, name = '', range = ''] = /^'(.+)'!(.+)$/.exec(reference) ?? []
        const { s, e } = XLSX.utils.decode_range(range)
        const cells = Array.from(
          { length: e.r - s.r + 1 },
          (_, at) => book.Sheets[name]![XLSX.utils.encode_cell({ c: s.c, r: s.r + at })] as XLSX.CellObject | undefined,
        )
        const cached = [...cache.matchAll(/<c:pt idx="(\d+)"><c:v>([^<]*)<\/c:v>/g)].map(([, at, value]) => [
          Number(at),
          value,
        ])
        expect(cached).toEqual(
          cells.flatMap((cell, at) =>
            cell?.v === undefined || cell.v === ''
              ? []
              : [[at, String(cell.v).replaceAll('&', '&amp;').replaceAll('"', '&quot;')]],
          ),
        )
      }
    }
  })

  test('a description that looks like a formula stays a text', () => {
    const [first, ...rest] = monthly.rows
    const evil = writeReport(
      {
        ...monthly,
        rows: [{ ...first!, description: '=HYPERLINK("http://x","y")', row: monthly.report.failures[0] ?? 0 }, ...rest],
      },
      { ...aboutReport('zh'), conclusion: '=1+1' },
    )
    const opened = XLSX.read(evil)
    expect(
      opened.Sheets['结论']!['B14'] ??
        Object.values(opened.Sheets['结论']!).find((cell) => (cell as XLSX.CellObject).v === '=1+1'),
    ).toMatchObject({ t: 's', v: '=1+1' })
  })

  test('the same report gives the same bytes', () => {
    expect(Buffer.from(writeReport(monthly, aboutReport('zh'))).equals(Buffer.from(bytes))).toBe(true)
  })
})

test('every kind can be written in both languages, also over a period without a failure', () => {
  for (const kind of REPORT_KIND_NAMES)
    for (const [from, to] of [PERIODS[kind], ['2019-01-01', '2019-02-01'] as const])
      for (const language of ['zh', 'en'] as const) {
        const opened = XLSX.read(writeReport(sampleReport(kind, from, to, language), aboutReport(language)))
        for (const name of opened.SheetNames)
          expect([
            kind,
            name,
            Object.values(opened.Sheets[name]!).some((cell) =>
              /NaN|undefined|Infinity|\[object/.test(String((cell as XLSX.CellObject).v ?? '')),
            ),
          ]).toEqual([kind, name, false])
      }
})

/** What LibreOffice makes of the formulas that check the sheets. */
function checksOf(of: Uint8Array): readonly string[] {
  const sheet = XLSX.read(recalculatedBook(of)).Sheets['参数与核对'] ?? {}
  return Object.values(sheet).flatMap((cell) => {
    const { v } = cell as XLSX.CellObject
    return v === '✓' || v === '✗' ? [v] : []
  })
}

describe.runIf(HAS_OFFICE)('opened with LibreOffice', () => {
  test('the checks agree', () => {
    expect(checksOf(bytes)).toEqual(['✓', '✓', '✓', '✓'])
  })

  test('a month is at most ten pages: its drawings on the first, its long lists on none', () => {
    const { pages, text } = printedBook(bytes)
    for (const title of [
      '各车型百万公里故障率与90%区间',
      '部件帕累托',
      '平均故障间隔里程与90%区间',
      '故障率趋势与控制限',
      '未关闭故障的账龄',
      '中继阀膜片批次J2009需要普查。',
    ])
      expect(text).toContain(title)
    expect(pages).toBeLessThanOrEqual(10)
    expect(text.indexOf('未关闭故障的账龄')).toBeLessThan(text.indexOf('FPMK上界'))
    expect(text).not.toContain('取消打印区域')
    expect(rowsOf('故障清单')[1]?.[0]).toContain('取消打印区域')
  })

  test('a check does not agree when a row of the list is lost', () => {
    const { report } = monthly
    const short = { ...monthly, rows: monthly.rows.filter(({ row }) => row !== report.failures[0]) }
    expect(checksOf(writeReport(short, aboutReport('zh')))).toContain('✗')
  })

  test('the weekly brief in English', () => {
    const { pages, text } = printedBook(
      writeReport(sampleReport('weekly', '2025-11-03', '2025-11-10', 'en'), aboutReport('en')),
    )
    for (const words of [
      'Weeklyfailurebrief:Allproducts',
      'Pareto:Part',
      'Failureratewithcontrollimits',
      'Ageofopenfailures',
      '2025-W45',
      'CheckrelayvalvediaphragmsofbatchJ2009.',
    ])
      expect(text).toContain(words)
    expect(pages).toBeLessThanOrEqual(4)
  })
})

describe('the weekly brief with photos', () => {
  const weekly = sampleReport('weekly', '2025-09-01', '2025-11-10')
  const [first = 0, second = 0] = Array.from(weekly.report.notable)
  const photo = (row: number, failureId: string) => ({
    row,
    failureId,
    attachmentId: failureId,
    sha256: 'x',
    mime: 'image/png',
    name: '照片.png',
    caption: '膜板 <裂纹>',
    of: 1,
  })
  const shown = [photo(first, 'one'), photo(second, 'two')]
  const withPhotos = {
    ...weekly,
    report: { ...weekly.report, photos: { shown, withPhoto: 2, events: weekly.report.notable.length } },
    pictures: new Map([
      ['one', { bytes: aPng(60, 40, [200, 30, 30]), mime: 'image/png' as const, widthPx: 480, heightPx: 320 }],
    ]),
  }
  const made = writeReport(withPhotos, aboutReport('zh'))
  const files = unzipSync(made)
  const texts = parts(made)
  const name = XLSX.read(made).SheetNames.indexOf('重点事件') + 1

  test('lays the picture on the row of its event, as a part of the package, and says where one cannot be opened', () => {
    expect(weekly.report.notable.length).toBeGreaterThan(1)
    expect(
      Buffer.from(files['xl/media/image1.png'] ?? new Uint8Array()).equals(Buffer.from(aPng(60, 40, [200, 30, 30]))),
    ).toBe(true)
    expect(texts['[Content_Types].xml']).toContain('<Default Extension="png" ContentType="image/png"/>')
    expect(texts[`xl/drawings/_rels/drawing${name}.xml.rels`]).toContain('Target="../media/image1.png"')
    const drawing = texts[`xl/drawings/drawing${name}.xml`] ?? ''
    const rows = XLSX.utils.sheet_to_json<unknown[]>(XLSX.read(made).Sheets['重点事件']!, {
      header: 1,
      blankrows: true,
    })
    const line = rows.findIndex((row) => row[0] === 1)
    expect(/<xdr:row>(\d+)<\/xdr:row>/.exec(drawing)?.[1]).toBe(String(line))
    expect(drawing).toContain('descr="')
    expect(drawing).not.toContain('<裂纹>')
    // 164 pixels wide is the room; the picture keeps its proportions.
    expect(
      /<xdr:ext cx="(\d+)" cy="(\d+)"\/>/
        .exec(drawing)
        ?.slice(1)
        .map((emu) => Number(emu) / 9525),
    ).toEqual([164, 109])
    expect(
      /<row r="\d+" ht="([\d.]+)" customHeight="1">/.exec(texts[`xl/worksheets/sheet${name}.xml`] ?? '')?.[1],
    ).toBe(String(109 * 0.75 + 6))
    expect(rows[line + 1]).toContain('照片打不开')
  })

  test.skipIf(!HAS_OFFICE)(
    'opens in LibreOffice with the picture on its page',
    () => {
      const kept = join(mkdtempSync(join(tmpdir(), 'photos-')), 'brief.pdf')
      try {
        printedBook(made, kept)
        const images = execFileSync('pdfimages', ['-list', kept], { encoding: 'utf8' })
          .split('\n')
          .filter((line) => /\bimage\b/.test(line))
        expect(images.map((line) => line.trim().split(/\s+/).slice(3, 5))).toContainEqual(['60', '40'])
      } finally {
        rmSync(dirname(kept), { recursive: true, force: true })
      }
    },
    60_000,
  )
})
