import { describe, expect, test } from 'vitest'
import { parseWorkbook } from '../../../../src/exchange/tables/parseWorkbook'
import { problemSentence, problemSentences } from '../../../../src/exchange/write/problemSentences'
import { readWorkbook } from '../../../../src/exchange/open/readWorkbook'
import { aWorkbook, fixture, sheetsOf } from '../aWorkbook'

const encode = (text: string) => new TextEncoder().encode(text)

describe('a bad file is one problem', () => {
  test.each([
    ['X-零字节.xlsx', 'file-empty'],
    ['X-截断.xlsx', 'file-truncated'],
    ['X-加密.xlsx', 'file-encrypted'],
    ['X-加密97.xls', 'file-encrypted'],
    ['X-不是工作簿.xlsx', 'file-not-a-workbook'],
    ['X-压缩炸弹.xlsx', 'archive-too-large'],
  ])('%s → %s', (name, code) =>
    expect(readWorkbook(fixture(name), name)).toMatchObject({ ok: false, problem: { code } }),
  )

  test('every cut of a workbook is refused or read, never thrown', () => {
    for (const name of ['B2-列车台账.xlsx', 'X-加密97.xls', 'L1-机车售后故障台账(2014-2017).xls']) {
      const bytes = fixture(name)
      for (let share = 1; share < 20; share++) {
        expect(() => parseWorkbook(bytes.slice(0, Math.floor((bytes.length * share) / 20)), name)).not.toThrow()
      }
    }
  })

  test('text without columns, pictures and pages without tables are no workbooks', () => {
    for (const bytes of [
      encode('just a sentence'),
      encode('<html><p>hello</p></html>'),
      Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 0, 1),
    ]) {
      expect(readWorkbook(bytes, 'x.xlsx')).toEqual({ ok: false, problem: { code: 'file-not-a-workbook' } })
    }
  })

  test('and has a sentence in both languages', () => {
    for (const code of Object.keys(problemSentences) as (keyof typeof problemSentences)[]) {
      expect(problemSentence({ code }, 'zh')).toMatch(/。$/)
      expect(problemSentence({ code }, 'en')).toMatch(/\.$/)
    }
  })
})

describe('a file is known by its content', () => {
  test('a GB18030 CSV and an HTML table under Excel names are read', () => {
    for (const name of ['X-其实是CSV.xlsx', 'X-网页导出.xls']) {
      const [sheet] = sheetsOf(fixture(name))
      expect(sheet).toMatchObject({ kind: 'failure-ledger' })
      expect(sheet!.records).toHaveLength(30)
    }
  })

  test('a CSV keeps leading zeros, quotes and line breaks', () => {
    const result = readWorkbook(
      new TextEncoder().encode('\ufeff车号,描述\r\n0108,"漏风，""严重""\n停车"\r\n'),
      '导出.csv',
    )
    expect(result).toMatchObject({
      ok: true,
      workbook: {
        sheets: [
          {
            name: '导出',
            rows: [
              [{ v: '车号' }, { v: '描述' }],
              [{ v: '0108' }, { v: '漏风，"严重"\n停车' }],
            ],
          },
        ],
      },
    })
  })

  test('a million formatted empty rows end at the last value', () => {
    const result = readWorkbook(fixture('X-百万空行.xlsx'), 'x.xlsx')
    expect(result.ok && result.workbook.sheets[0]!.rows.length).toBe(31)
  })
})

test('an empty workbook has sheets and no records', () => {
  expect(sheetsOf(fixture('X-空白.xlsx')).flatMap(({ records }) => records)).toEqual([])
})

test('reading reports progress up to one and can be cancelled', () => {
  const bytes = aWorkbook({ a: [['x']], b: [['y']] })
  const seen: number[] = []
  parseWorkbook(bytes, 'x.xlsx', { progress: (fraction) => seen.push(fraction) })
  expect(seen.at(-1)).toBe(1)
  expect(seen.toSorted((a, b) => a - b)).toEqual(seen)
  expect(parseWorkbook(bytes, 'x.xlsx', { cancelled: () => true })).toEqual({
    ok: false,
    problem: { code: 'reading-cancelled' },
  })
})
