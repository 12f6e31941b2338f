import { expect, test } from 'vitest'
import { headerUnitKm, readOdometer } from '../../../../src/exchange/cells/readOdometer'

test.each([
  ['125000', 1, 125_000],
  ['1,528,588公里', 10_000, 1_528_588],
  ['12.53', 10_000, 125_300],
  ['15.3万', 1, 153_000],
  ['187.4万公里', 1, 1_874_000],
  ['86412KM', 10_000, 86_412],
  ['１２５０００', 1, 125_000],
])('%s under a header unit of %d km is %d km', (text, unit, km) =>
  expect(readOdometer(text, unit)).toMatchObject({ km }),
)

test.each(['约12万', '12万左右', '近12万公里', '12万余公里'])('%s is an estimate', (text) =>
  expect(readOdometer(text, 1)).toMatchObject({ km: 120_000 }),
)

test('“about” is kept as a mark', () => {
  expect(readOdometer('约12万', 1).estimated).toBe(true)
  expect(readOdometer('12万', 1).estimated).toBeUndefined()
})

test('what is no distance gives none', () => {
  expect(readOdometer('见附表', 1)).toEqual({})
  expect(readOdometer('12~13万', 1)).toEqual({})
})

test('the unit of a header is found in brackets or words', () => {
  expect(headerUnitKm('走行公里(万km)')).toBe(10_000)
  expect(headerUnitKm('走行里程（万公里）')).toBe(10_000)
  expect(headerUnitKm('故障时走行里程（km）')).toBe(1)
})

test('miles become kilometres, from the unit in the cell or in the header', () => {
  expect(readOdometer('100 mi', 1)).toMatchObject({ km: 161, fromMiles: true })
  expect(readOdometer('12,500 miles', 10_000)).toMatchObject({ km: 20_117, fromMiles: true })
  expect(readOdometer('1.5万英里', 1)).toMatchObject({ km: 24_140, fromMiles: true })
  expect(readOdometer('100', headerUnitKm('Mileage (mi)'))).toMatchObject({ km: 161, fromMiles: true })
  expect(readOdometer('100 km', headerUnitKm('Mileage [miles]'))).toEqual({ km: 100, toleranceKm: 0 })
  expect([
    headerUnitKm('里程（英里）'),
    headerUnitKm('Distance, miles'),
    headerUnitKm('Running time (min)'),
    headerUnitKm('走行（千公里）'),
    headerUnitKm("Mileage ('000 km)"),
    headerUnitKm('公里(10^4km)'),
  ]).toEqual([1.609344, 1.609344, 1, 1000, 1000, 10_000])
})
