import { expect, test } from 'vitest'
import { isKeyOf, isOneOf, oneOf } from '../../../src/domain/closedSet'
import { isTableName } from '../../../src/domain/records/tables'
import { isReportKind } from '../../../src/metrics/reports/reportKinds'
import { rowProblem } from '../../../src/domain/rowProblem'

const SIDES = ['left', 'right'] as const

test('a value is one of a closed list, or it is none of it', () => {
  expect(isOneOf(SIDES, 'left')).toBe(true)
  for (const other of ['Left', '', null, undefined, 0, ['left']]) {
    expect(isOneOf(SIDES, other)).toBe(false)
    expect(oneOf(SIDES, other)).toBeUndefined()
  }
  expect(oneOf(SIDES, 'right')).toBe('right')
})

test('what every object inherits is no report, no table and no row of one', () => {
  for (const inherited of ['constructor', 'toString', '__proto__']) {
    expect(isKeyOf({ own: 1 }, inherited)).toBe(false)
    expect(isReportKind(inherited)).toBe(false)
    expect(isTableName(inherited)).toBe(false)
    expect(rowProblem(inherited, { id: '1' })).toBe('')
  }
  expect(isReportKind('monthly')).toBe(true)
  expect(isTableName('failures')).toBe(true)
})
