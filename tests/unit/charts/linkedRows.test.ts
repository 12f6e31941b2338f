import { describe, expect, test } from 'vitest'
import { chosenShare, chosenWith } from '../../../src/charts/linkedRows'
import { isUnder } from '../../../src/charts/useBrush'

const rows = (...numbers: readonly number[]): Uint32Array => Uint32Array.from(numbers)
const list = (chosen: ReadonlySet<number> | null): readonly number[] | null =>
  chosen === null ? null : [...chosen].sort((a, b) => a - b)

describe('choosing in a chart', () => {
  test('replaces what was chosen, unless it is added', () => {
    expect(list(chosenWith(new Set([9]), [rows(1, 2), rows(2, 3)], false))).toEqual([1, 2, 3])
    expect(list(chosenWith(new Set([9]), [rows(1)], true))).toEqual([1, 9])
  })

  test('a second pick of the same takes it out again, and the last one leaves nothing chosen', () => {
    expect(list(chosenWith(new Set([1, 2, 9]), [rows(1, 2)], true))).toEqual([9])
    expect(chosenWith(new Set([1, 2]), [rows(1, 2)], true)).toBeNull()
  })

  test('a rectangle over nothing chooses nothing', () => {
    expect(chosenWith(new Set([1]), [], false)).toBeNull()
  })

  test('a mark knows which share of it is chosen', () => {
    expect(chosenShare(rows(1, 2, 3, 4), new Set([2, 4, 9]))).toBe(0.5)
    expect(chosenShare(rows(), new Set([2]))).toBe(0)
  })
})

describe('what lies under a rectangle', () => {
  const drawn = { x: 10, y: 10, width: 20, height: 20 }
  test('is a point inside it, not the area the point can be hit in', () => {
    const area = { x: 0, y: 0, width: 100, height: 100 }
    expect(isUnder(drawn, { ...area, dot: { x: 15, y: 29 } })).toBe(true)
    expect(isUnder(drawn, { ...area, dot: { x: 15, y: 31 } })).toBe(false)
  })

  test('is a bar it touches', () => {
    expect(isUnder(drawn, { x: 29, y: 0, width: 5, height: 300 })).toBe(true)
    expect(isUnder(drawn, { x: 31, y: 0, width: 5, height: 300 })).toBe(false)
  })
})
