import { describe, expect, test } from 'vitest'
import { conflictsOf, touch } from '../../../src/panels/useForm'

const EMPTY = { touched: {}, seen: {} }
const STORED = { odometerKm: 1449, description: '排风慢', codes: ['A'] }

describe('a touched field', () => {
  test('is kept with what the record held when it was touched first', () => {
    const once = touch(EMPTY, STORED, { odometerKm: 1450 })
    const twice = touch(once, { ...STORED, odometerKm: 9 }, { odometerKm: 1451 })
    expect(twice).toEqual({ touched: { odometerKm: 1451 }, seen: { odometerKm: 1449 } })
  })

  test('that holds again what was stored is not touched any more', () => {
    const once = touch(EMPTY, STORED, { description: '排风' })
    expect(touch(once, STORED, { description: '排风慢' })).toEqual(EMPTY)
    expect(touch(EMPTY, STORED, { codes: ['A'] })).toEqual(EMPTY)
    expect(touch(EMPTY, STORED, { remark: undefined })).toEqual(EMPTY)
  })

  test('that was cleared is one, and says so', () =>
    expect(touch(EMPTY, STORED, { description: undefined })).toEqual({
      touched: { description: null },
      seen: { description: '排风慢' },
    }))
})

describe('a field changed elsewhere', () => {
  const mine = touch(EMPTY, STORED, { description: '我写的', '#why': '更正' })

  test('is shown when it was touched here too', () =>
    expect(conflictsOf(mine, { ...STORED, description: '别处写的' })).toEqual([
      { name: 'description', theirs: '别处写的', mine: '我写的' },
    ]))

  test('is none when nobody touched it here, or both wrote the same', () => {
    expect(conflictsOf(mine, { ...STORED, odometerKm: 2000 })).toEqual([])
    expect(conflictsOf(mine, { ...STORED, description: '我写的' })).toEqual([])
  })
})
