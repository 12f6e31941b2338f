import { describe, expect, test } from 'vitest'
import { readCarNo } from '../../../../src/exchange/cells/readCarNo'
import { readClosedState } from '../../../../src/exchange/cells/readClosedState'
import { readCode } from '../../../../src/exchange/cells/readCodeByField'
import { readDelayMinutes } from '../../../../src/exchange/cells/readDelayMinutes'
import { readSeverity } from '../../../../src/exchange/cells/readSeverity'
import { readTrainNo } from '../../../../src/exchange/cells/readTrainNo'
import { readYesNo } from '../../../../src/exchange/cells/readYesNo'

describe('a train number', () => {
  test.each([
    ['2641', '2641'],
    ['０２１１', '0211'],
    ['2641组', '2641'],
    ['CRH380A-2641', '2641'],
    ['380A 2641', '2641'],
    ['01车08', '0108'],
    ['HXD1-0218', '0218'],
  ])('%s is %s', (text, trainNo) => expect(readTrainNo(text, '').trainNo).toBe(trainNo))

  test('gives the type written with it', () =>
    expect(readTrainNo('CRH5G-5142', '')).toEqual({ trainNo: '5142', vehicleType: 'CRH5G' }))

  test('loses a copy of the type of its row, even glued on', () =>
    expect(readTrainNo('HXD10218', 'HXD1')).toEqual({ trainNo: '0218' }))

  test('is not invented from two of them', () => expect(readTrainNo('2641/2642', '').trainNo).toBeUndefined())
})

test('cars: one is read, several are reported', () => {
  expect(['3', '03', '3车', '3号车', '第3节'].map((text) => readCarNo(text).carNo)).toEqual(['3', '3', '3', '3', '3'])
  expect(['3、4车', '4车/6车', '3-5车'].map((text) => readCarNo(text))).toEqual([
    { several: true },
    { several: true },
    { several: true },
  ])
})

test('severity in every writing, conflicts refused', () => {
  expect(['Ⅲ', 'III', '3', '三级', 'Ⅲ级', '一般'].map((text) => readSeverity(text).severity)).toEqual([
    3, 3, 3, 3, 3, 3,
  ])
  expect(readSeverity('Ⅱ/Ⅲ')).toEqual({ issue: 'severity-conflict' })
  expect(readSeverity('□Ⅱ ■Ⅲ □Ⅳ')).toEqual({ severity: 3 })
  expect(readSeverity('B类')).toEqual({ issue: 'severity-unmapped' })
})

test('delays come in minutes', () =>
  expect(['10', '10分钟', '晚点15min', '1小时20分', '无'].map(readDelayMinutes)).toEqual([10, 10, 15, 80, null]))

test('yes, no and neither', () =>
  expect(['是', '√', 'Y', '否', '×', '看情况'].map(readYesNo)).toEqual([true, true, true, false, false, undefined]))

test('closed, open and in between', () =>
  expect(['已归零', 'OK', '未闭环', '跟踪中', '？'].map(readClosedState)).toEqual([
    true,
    true,
    false,
    'verifying',
    undefined,
  ]))

describe('a word of a code list', () => {
  test('is known whole or inside a sentence', () => {
    expect(readCode('impact', '晚点12分')).toBe('DELAY')
    expect(readCode('method', '换件处理')).toBe('SWAP_NEW')
    expect(readCode('phase', '三级修')).toBe('PM')
    expect(readCode('causeCategory', '制造质量问题')).toBe('MFG')
  })

  test('counts by gravity when an impact names two', () => expect(readCode('impact', '晚点后清客')).toBe('DETRAIN'))

  test('does not count when it is denied', () => expect(readCode('impact', '未造成晚点')).toBeUndefined())
})
