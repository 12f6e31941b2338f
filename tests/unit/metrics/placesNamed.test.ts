import { describe, expect, test } from 'vitest'
import { placesNamed } from '../../../src/metrics/placesNamed'
import { columnsOf, everyRow, type Row } from './smallWorld'

const asked = (rows: readonly Row[], quantity: number) => {
  const columns = columnsOf(rows)
  return placesNamed(columns, everyRow(columns), quantity)
}
const at = (position: string, count: number, trainId = 't1'): readonly Row[] =>
  Array.from({ length: count }, () => ({ position, trainId, carNo: '03' }))

describe('places that failures name', () => {
  test('are too few for twelve parts when twenty failures know only two', () => {
    expect(asked([...at('1位', 10), ...at('2位', 10)], 12)).toMatchObject({ against: 'fewer', places: 2, quantity: 12 })
  })

  test('fit where four failures know two of twelve: chance does that', () => {
    expect(asked([...at('1位', 2), ...at('2位', 2)], 12)).toBeNull()
  })

  test('are told apart by car, and failures without a place say nothing', () => {
    const rows = [{ carNo: '01', position: 'A' }, { carNo: '02', position: 'A' }, {}, {}, {}, {}]
    expect(asked(rows, 2)).toBeNull()
  })

  test('are too many when several trains name more than they have', () => {
    const trains = ['t1', 't2', 't3'].flatMap((train) => ['A', 'B', 'C'].flatMap((place) => at(place, 1, train)))
    expect(asked(trains, 2)).toMatchObject({ against: 'more', places: 3, trains: 3, quantity: 2 })
    expect(asked(trains.slice(0, 6), 2)).toBeNull()
  })

  test('say nothing about a part whose number on a train is not whole', () => {
    expect(asked(at('A', 50), 1.5)).toBeNull()
  })
})
