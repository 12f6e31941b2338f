import { describe, expect, test } from 'vitest'
import { BUILT_IN_CODES } from '../../../../src/domain/codeLists'
import { readCode } from '../../../../src/exchange/cells/readCodeByField'
import { writeFailureLedger } from '../../../../src/exchange/write/writeFailureLedger'
import { fixture } from '../aWorkbook'
import { ledgerRowsOf, parsedFile, planOf, substance } from './roundTripRows'

const ABOUT = { filterInWords: '没有筛选', generatedAt: '2026-01-01T08:30+08:00', build: 'test' } as const

describe('a ledger that was imported, exported and imported again', () => {
  const around = [parsedFile(fixture('B1-产品BOM.xlsx'), 'B1.xlsx'), parsedFile(fixture('B2-列车台账.xlsx'), 'B2.xlsx')]
  const ledger = parsedFile(fixture('L2-售后故障信息台账(2014-2017) -最新版.xlsx'), 'L2.xlsx')
  const rows = ledgerRowsOf(planOf([...around, ledger]).plan)

  test.each(['zh', 'en'] as const)('has the same records (%s)', (language) => {
    expect(rows.length).toBeGreaterThan(300)
    const exported = parsedFile(writeFailureLedger(rows, { ...ABOUT, language }), 'export.xlsx')
    expect(exported.sheets.map(({ kind }) => kind)).toEqual(['failure-ledger', 'other'])
    const again = ledgerRowsOf(planOf([...around, exported]).plan)
    expect(again.map(substance)).toEqual(rows.map(substance))
  })
})

test('every label of a code list is read back as its code', () => {
  const lists = {
    impact: 'CL-IMPACT',
    phase: 'CL-PHASE',
    method: 'CL-HANDLE',
    causeCategory: 'CL-CAUSE',
    result: 'CL-RESULT',
  } as const
  for (const [field, list] of Object.entries(lists))
    for (const { code, zh, en } of BUILT_IN_CODES[list])
      expect([zh, en].map((label) => readCode(field as keyof typeof lists, label))).toEqual([code, code])
})
