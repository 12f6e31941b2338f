/** Old .xls files that nobody protected on purpose, and those from before Excel 97. */
import { createHash } from 'node:crypto'
import * as XLSX from 'xlsx'
import { describe, expect, test } from 'vitest'
import { withoutDefaultPassword } from '../../../../src/exchange/open/biff/defaultPassword'
import { md5 } from '../../../../src/exchange/open/biff/md5'
import { readWorkbook } from '../../../../src/exchange/open/readWorkbook'
import { parsed, strangeBytes, strangeSheet } from './strangeFile'

test.each([0, 1, 55, 56, 63, 64, 65, 119, 120, 1000])('MD5 of %d bytes', (length) => {
  const bytes = Uint8Array.from({ length }, (_, at) => (at * 37) & 255)
  expect(Buffer.from(md5(bytes)).toString('hex')).toBe(createHash('md5').update(bytes).digest('hex'))
})

describe('the password that is built in', () => {
  test('opens without being asked for', () => {
    const { records } = strangeSheet('default-password.xls')
    expect(records.map(({ fields }) => fields.failureNo)).toEqual(['X201600', 'X201601', 'X201602'])
  })

  test('a password somebody chose is still asked for', () => {
    const stream = XLSX.CFB.find(XLSX.CFB.read(strangeBytes('default-password.xls'), { type: 'array' }), 'Workbook')!
    const bytes = Uint8Array.from(stream.content as Uint8Array)
    expect(withoutDefaultPassword(bytes)).not.toBe(bytes)
    // Another verifier: the built-in password does not make it.
    bytes[20 + 4 + 30] = bytes[20 + 4 + 30]! ^ 1
    expect(withoutDefaultPassword(bytes)).toBe(bytes)
  })
})

test('a formula of Excel 5 and 95 is read with its result', () => {
  const result = readWorkbook(strangeBytes('excel95-formula.xls'), 'a.xls')
  expect(result.ok && result.workbook.sheets[0]!.rows[1]?.[3]?.v).toBe(60)
})

test('every cut of these files is refused or read, never thrown', () => {
  for (const name of ['default-password.xls', 'excel95-formula.xls', 'blank-formatted.xls']) {
    const bytes = strangeBytes(name)
    for (let share = 1; share < 20; share += 1)
      expect(() => parsed(bytes.slice(0, Math.floor((bytes.length * share) / 20)), name)).not.toThrow()
  }
})

test('notes of an old .xls go into the remark, rows struck through are marked', () => {
  const noted = strangeSheet('note-on-cell.xls').records.flatMap(({ fields }) => fields.remark ?? [])
  expect(noted).toEqual(['2016-03-07 复核：实为上游减压阀故障，责任供应商'])
  const struck = strangeSheet('row-struck-through.xls').records.flatMap(({ row, struck }) =>
    struck === true ? [row] : [],
  )
  expect(struck).toEqual(
    strangeSheet('row-struck-through.xlsx').records.flatMap(({ row, struck: isStruck }) =>
      isStruck === true ? [row] : [],
    ),
  )
  expect(struck).toHaveLength(1)
})
