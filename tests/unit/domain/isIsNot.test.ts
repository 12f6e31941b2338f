import { describe, expect, test } from 'vitest'
import { formIsIsNot, isIsNotLine, isIsNotRows, storedIsIsNot } from '../../../src/domain/isIsNot'

const row = (is: string, isNot = '', about: 'what' | 'where' | null = null, distinction = '') => ({
  about,
  is,
  isNot,
  distinction,
})

describe('an is / is-not table', () => {
  test('reads lines as people wrote them before it had columns', () => {
    expect(
      isIsNotRows(['是：批次 F2106，6 列车｜不是：其他批次', '是：停车漏风', '只在雾季', 'IS: doors | IS NOT: brakes']),
    ).toEqual([row('批次 F2106，6 列车', '其他批次'), row('停车漏风'), row('只在雾季'), row('doors', 'brakes')])
  })

  test('leaves out what says nothing or is no row', () => {
    expect(isIsNotRows([{ about: 'what', is: ' ', isNot: '' }, 7, null, '', [1]])).toEqual([])
    expect(isIsNotRows('是：漏风')).toEqual([])
    expect(isIsNotRows([{ about: 'constructor', is: 'x' }])).toEqual([row('x')])
  })

  test('is shown with a row for each question, and stored without those nobody answered', () => {
    const shown = formIsIsNot([row('城北段', '江湾段', 'where', '洗车线'), row('雾季')])
    expect(shown.map(({ about, is }) => [about, is])).toEqual([
      ['what', ''],
      ['where', '城北段'],
      ['when', ''],
      ['extent', ''],
      [null, '雾季'],
    ])
    expect(storedIsIsNot(shown)).toEqual([row('城北段', '江湾段', 'where', '洗车线'), row('雾季')])
    expect(storedIsIsNot(formIsIsNot([]))).toBeUndefined()
  })

  test('is one line a row where there is no room for columns', () => {
    expect(isIsNotLine(row('城北段', '江湾段', 'where', '洗车线'))).toBe('= 城北段　≠ 江湾段　→ 洗车线')
    expect(isIsNotLine(row('', '新装即坏'))).toBe('≠ 新装即坏')
  })
})
