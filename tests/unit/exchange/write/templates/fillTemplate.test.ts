import { readFileSync } from 'node:fs'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import * as XLSX from 'xlsx'
import { codeBook } from '../../../../../src/domain/codeBook'
import { BUILT_IN_TEMPLATES, type BuiltInTemplate } from '../../../../../src/exchange/write/templates/builtInTemplates'
import {
  failureRecord,
  replacementRecords,
  type TemplateCase,
} from '../../../../../src/exchange/write/templates/failureFields'
import { fillTemplate } from '../../../../../src/exchange/write/templates/fillTemplate'
import type { TemplateData } from '../../../../../src/exchange/write/templates/templateBinding'
import { HAS_OFFICE, printedBook } from '../../../../support/office'

const template = (name: BuiltInTemplate): Uint8Array =>
  new Uint8Array(readFileSync(`src/exchange/write/templates/files/${name}.xlsx`))
const WORDS = { book: codeBook([]), language: 'zh' } as const
const LONG = '司机反映制动缓解后列车仍有拖滞，回库检查发现第三车中继阀排风口持续漏风，拆检可见膜板边缘有裂纹。'.repeat(
  6,
)

const CASE: TemplateCase = {
  failure: {
    no: 'GZ-2016-0153',
    occurredAt: '2016-03-05T14:30',
    trainText: '0112',
    carNo: '3',
    description: `=1+1 ${LONG}`,
    reportedSerial: '0016050007',
    severity: '3',
    detectionPhase: 'PREDEP',
    serviceImpact: 'DELAY',
    delayMin: 12,
    odometerKm: 123_456,
    unitMadeAt: '2015-11',
    reporter: '王工',
    reportedAt: '2016-03-06T08:00',
    recurrence: 'no',
    responsibleText: '阀类车间',
    state: 'CLOSED',
  },
  handlings: [
    {
      measure: '更换中继阀后试验正常',
      result: 'RESTR',
      prelimCause: '膜板老化',
      handler: '李工',
      endAt: '2016-03-05T18:00',
      method: 'SWAP_NEW',
    },
  ],
  replacements: [1, 2, 3, 4, 5].map((at) => ({
    partText: `膜板 ${at}`,
    removedSerial: `000${at}`,
    installedSerial: `+10${at}`,
    qty: at,
    removedDisposition: 'REPAIR',
  })),
  analyses: [
    {
      reportNo: 'FX-01',
      rootCauseCat: 'MFG',
      rootCauseText: '硫化时间不足',
      failureMode: 'ELU',
      author: '赵工',
      approvedAt: '2016-04-01',
    },
  ],
  actions: [
    {
      reportNo: 'CS-01',
      description: '延长硫化时间并增加抽检',
      owner: '钱工',
      dueAt: '2016-05-01',
      doneAt: '2016-04-20',
    },
  ],
  verifications: [{ method: 'FIELD', result: 'EFF' }],
  names: { trainNo: '0112', vehicleType: 'CRH-X', nodeName: '中继阀', operator: '某局', depot: '东段' },
  nodeNames: {},
}
const DATA: TemplateData = {
  cells: failureRecord(CASE, WORDS),
  lists: { replacements: replacementRecords(CASE, WORDS) },
}
const sheetOf = (bytes: Uint8Array): XLSX.WorkSheet => {
  const book = XLSX.read(bytes, { cellNF: true, sheetStubs: true })
  return book.Sheets[book.SheetNames[0] ?? ''] as XLSX.WorkSheet
}
const cell = (sheet: XLSX.WorkSheet, address: string): XLSX.CellObject | undefined =>
  sheet[address] as XLSX.CellObject | undefined
const changedParts = (before: Uint8Array, after: Uint8Array): readonly string[] => {
  const old = unzipSync(before)
  const now = unzipSync(after)
  return [...new Set([...Object.keys(old), ...Object.keys(now)])]
    .filter(
      (path) =>
        old[path] === undefined || now[path] === undefined || strFromU8(old[path], true) !== strFromU8(now[path], true),
    )
    .sort()
}

describe('a failure report', () => {
  const filled = fillTemplate(template('failure-report'), BUILT_IN_TEMPLATES['failure-report'], DATA)
  const sheet = sheetOf(filled)
  test('only the sheet, the names and the looks change; every other part keeps its bytes', () => {
    expect(changedParts(template('failure-report'), filled)).toEqual([
      'xl/styles.xml',
      'xl/workbook.xml',
      'xl/worksheets/sheet1.xml',
    ])
  })
  test('texts stay texts, dates are dates as exact as they are known, a formula in a text is none', () => {
    expect(cell(sheet, 'F4')).toMatchObject({ t: 's', v: '0016050007' })
    expect(cell(sheet, 'B9')).toMatchObject({ t: 'n', z: 'yyyy-mm-dd hh:mm' })
    expect(cell(sheet, 'B9')?.v).toBeCloseTo(42434 + 14.5 / 24, 9)
    expect(cell(sheet, 'F5')).toMatchObject({ t: 'n', v: 42309, z: 'yyyy-mm' })
    expect(cell(sheet, 'B11')).toMatchObject({ t: 's', v: `=1+1 ${LONG}` })
    expect(cell(sheet, 'B11')?.f).toBeUndefined()
    expect(cell(sheet, 'A2')?.v).toBe('编号：GZ-2016-0153')
  })
  test('boxes are ticked and gaps filled', () => {
    expect(cell(sheet, 'B10')?.v).toBe('□Ⅰ □Ⅱ ☑Ⅲ □Ⅳ')
    expect(cell(sheet, 'F9')?.v).toBe('□运行 ☑库检 □试验 □其他____')
    expect(cell(sheet, 'F10')?.v).toBe('□无 ☑晚点12分 □清客 □救援 □下线')
    expect(cell(sheet, 'B28')?.v).toBe('□恢复使用 ☑限制使用 □停用')
  })
  test('two lines more than the form has room for: what lies below moves, with merges, drop-downs and the print area', () => {
    expect(cell(sheet, 'A27')).toMatchObject({ t: 'n', v: 5 })
    expect(cell(sheet, 'E27')).toMatchObject({ t: 's', v: '+105' })
    expect(cell(sheet, 'A28')?.v).toBe('处置结果')
    expect(cell(sheet, 'A31')?.v).toContain('一式三份')
    const parts = unzipSync(filled)
    expect(strFromU8(parts['xl/workbook.xml'] as Uint8Array)).toContain('故障报告表!$A$1:$H$38')
    const xml = strFromU8(parts['xl/worksheets/sheet1.xml'] as Uint8Array)
    expect(xml).toContain('sqref="F28:H28"')
    expect(xml).toContain('<mergeCell ref="A31:H31"/>')
    expect(xml).toContain('<mergeCell ref="A21:H21"/>')
    expect(xml).toMatch(/<row r="27"[^>]*ht="23"/)
  })
})

test.each([
  ['failure-report', 1, ['GZ-2016-0153', '☑库检', '膜板5', '更换中继阀后试验正常', '一式三份', '第1页']],
  ['analysis-report', 1, ['FX-01', '硫化时间不足', '☑工艺', '泄漏', '赵工']],
  ['corrective-action', 1, ['CS-01', '延长硫化时间并增加抽检', '☑归零', '运用跟踪', '2016-04-20']],
] as const)('%s prints on %i page with its texts', { skip: !HAS_OFFICE }, (name, pages, texts) => {
  const printed = printedBook(
    fillTemplate(template(name), BUILT_IN_TEMPLATES[name], DATA),
    process.env['KEEP_PDF'] === undefined ? undefined : `${process.env['KEEP_PDF']}/${name}.pdf`,
  )
  expect(printed.pages).toBe(pages)
  for (const text of texts) expect(printed.text).toContain(text)
})

test('a ledger of 70 failures: header on every page, drop-downs, filter and sign-off grown with the lines', () => {
  const filled = fillTemplate(template('ledger'), BUILT_IN_TEMPLATES.ledger, {
    cells: { titleYear: { kind: 'blanks', parts: ['2016'], text: '2016' }, periodText: '2016-01-01 至 2016-12-31' },
    lists: {
      failures: Array.from({ length: 70 }, (_, at) => ({
        ...failureRecord(CASE, WORDS),
        symptom: '中继阀漏风',
        failureNo: `GZ-2016-${String(at + 1).padStart(4, '0')}`,
      })),
    },
  })
  const sheet = sheetOf(filled)
  expect(cell(sheet, 'A1')?.v).toBe('2016年度售后故障信息台账')
  expect(cell(sheet, 'B74')?.v).toBe('GZ-2016-0070')
  expect(cell(sheet, 'A75')?.v).toBe('合计')
  expect(cell(sheet, 'V5')?.v).toBe('Ⅲ')
  expect(cell(sheet, 'T5')?.v).toBe('晚点')
  const parts = unzipSync(filled)
  const workbook = strFromU8(parts['xl/workbook.xml'] as Uint8Array)
  expect(workbook).toContain('$A$4:$AJ$74')
  expect(workbook).toContain('售后故障信息台账!$3:$4')
  expect(strFromU8(parts['xl/worksheets/sheet1.xml'] as Uint8Array)).toContain('sqref="V5:V74"')
  if (!HAS_OFFICE) return
  const printed = printedBook(
    filled,
    process.env['KEEP_PDF'] === undefined ? undefined : `${process.env['KEEP_PDF']}/ledger.pdf`,
  )
  expect(printed.text).toContain('GZ-2016-0070')
  expect(printed.text.split('配属局').length - 1).toBe(printed.pages)
})

/** A sheet with everything that must move: a sum, a formula in the line, formats, a break, another sheet that counts its rows. */
function intricate(): Uint8Array {
  const parts = unzipSync(template('monthly-summary'))
  const edit = (path: string, change: (xml: string) => string): void => {
    parts[path] = strToU8(change(strFromU8(parts[path] as Uint8Array)))
  }
  edit('xl/worksheets/sheet1.xml', (xml) =>
    xml
      .replace(/<c r="J11" s="(\d)"\/>/, (_, look: string) => `<c r="J11" s="${look}"><f>I11/$D$12+D10</f><v>7</v></c>`)
      .replace(
        '<dataValidations',
        () =>
          '<conditionalFormatting sqref="D4:D11"><cfRule type="cellIs" priority="1" operator="greaterThan"><formula>$D$12/4</formula></cfRule></conditionalFormatting><dataValidations',
      )
      .replace(
        '<drawing',
        '<rowBreaks count="1" manualBreakCount="1"><brk id="13" max="16383" man="1"/></rowBreaks><drawing',
      ),
  )
  edit('xl/drawings/drawing1.xml', (xml) => xml.replace(/<xdr:row>0</g, '<xdr:row>27<'))
  edit('xl/workbook.xml', (xml) =>
    xml.replace(
      '</sheets>',
      () =>
        '</sheets><definedNames><definedName name="Total">月度质量汇总!$D$12</definedName><definedName name="Words">"月度质量汇总!$D$12"</definedName></definedNames>',
    ),
  )
  return zipSync(parts)
}

test('two lists on one sheet: sums grow, formulas of the line are copied, formats, breaks, names and the picture below move', () => {
  const line = (at: number) => ({ vehicleType: `T${at}`, trains: at, failures: at })
  const filled = fillTemplate(intricate(), BUILT_IN_TEMPLATES['monthly-summary'], {
    cells: { titleMonth: { kind: 'blanks', parts: ['2016', '7'], text: '2016-07' }, conclusion: '结论' },
    lists: {
      vehicleTypes: Array.from({ length: 10 }, (_, at) => line(at + 1)),
      topNodes: Array.from({ length: 12 }, (_, at) => ({ node: `部件${at + 1}`, failures: 30 - at })),
    },
  })
  const sheet = sheetOf(filled)
  expect(cell(sheet, 'A1')?.v).toBe('2016年7月售后质量月度汇总')
  expect(cell(sheet, 'D14')).toMatchObject({ f: 'SUM(D4:D13)' })
  expect(cell(sheet, 'J13')).toMatchObject({ f: 'I13/$D$14+D12' })
  expect(cell(sheet, 'B18')?.v).toBe('部件1')
  expect(cell(sheet, 'B29')?.v).toBe('部件12')
  expect(cell(sheet, 'A32')?.v).toBe('结论')
  const parts = unzipSync(filled)
  const xml = strFromU8(parts['xl/worksheets/sheet1.xml'] as Uint8Array)
  expect(xml).toContain('<conditionalFormatting sqref="D4:D13">')
  expect(xml).toContain('<formula>$D$14/4</formula>')
  expect(xml).toContain('<brk id="15"')
  expect(xml).toContain('sqref="J18:J29"')
  expect(xml).not.toMatch(/<\/f><v>/)
  const workbook = strFromU8(parts['xl/workbook.xml'] as Uint8Array)
  expect(workbook).toContain('月度质量汇总!$D$14</definedName>')
  expect(workbook).toContain('"月度质量汇总!$D$12"')
  expect(strFromU8(parts['xl/drawings/drawing1.xml'] as Uint8Array)).toContain('<xdr:row>31<')
  if (!HAS_OFFICE) return
  const printed = printedBook(
    fillTemplate(template('monthly-summary'), BUILT_IN_TEMPLATES['monthly-summary'], {
      cells: {},
      lists: { vehicleTypes: Array.from({ length: 10 }, (_, at) => line(at + 1)) },
    }),
  )
  expect(printed.pages).toBe(1)
  expect(printed.text).toContain('合计55055')
})

test('what cannot be filled is refused with its reason', () => {
  const refusal =
    (bytes: Uint8Array, sheet = '故障报告表') =>
    () =>
      fillTemplate(bytes, { sheet, cells: [], lines: [] }, { cells: {}, lists: {} })
  expect(refusal(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0]))).toThrow('template-is-xls')
  expect(refusal(strToU8('no workbook'))).toThrow('template-not-xlsx')
  expect(refusal(template('failure-report'), '别的表')).toThrow('template-sheet-missing')
})
