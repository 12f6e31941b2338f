/** Company fields as columns of the engine: shown, sorted, filtered, searched and grouped as soon as they are described. */
import { beforeEach, describe, expect, test } from 'vitest'
import { localPerson } from '../../../src/domain/person'
import type { CompanyField } from '../../../src/domain/records/companyField'
import type { ColumnField } from '../../../src/metrics/columnMeaning'
import type { Filter } from '../../../src/metrics/failureFilter'
import type { Scope } from '../../../src/metrics/scope'
import { filtersAsText, filtersFromText } from '../../../src/metrics/filterText'
import { commit } from '../../../src/store/commit'
import { retireCompanyField, saveCompanyField } from '../../../src/store/companyFields'
import { companyFieldRecords } from '../../../src/store/companyFieldRecords'
import type { FracasDatabase } from '../../../src/store/database'
import { Engine } from '../../../src/workers/engine'
import type { TableQuery } from '../../../src/workers/engineAnswers'
import { freshDatabase } from '../../support/freshDatabase'

const keeper = localPerson('赵工', 'ADM')
const WHEEL: CompanyField = {
  table: 'failures',
  key: 'x_wheelDiameter',
  kind: 'number',
  zh: '轮径',
  en: 'Wheel diameter',
  unit: 'mm',
}
const WEATHER: CompanyField = {
  table: 'failures',
  key: 'x_weather',
  kind: 'choice',
  zh: '天气',
  en: 'Weather',
  options: [
    { code: 'rain', zh: '下雨', en: 'Rain' },
    { code: 'snow', zh: '下雪', en: 'Snow' },
  ],
}
const WET: CompanyField = { table: 'failures', key: 'x_wet', kind: 'yesNo', zh: '有水', en: 'Wet' }

let db: FracasDatabase
let engine: Engine

beforeEach(() => {
  db = freshDatabase()
  engine = new Engine(
    () => undefined,
    db,
    () => undefined,
  )
})

const query = (change: Partial<TableQuery> = {}): TableQuery => ({
  language: 'zh',
  filters: [],
  search: '',
  sorting: [{ field: 'no', descending: false }],
  ...change,
})
const file = (no: string, fields: Readonly<Record<string, unknown>> = {}) =>
  commit(
    { name: 'file-failure', person: localPerson('何工', 'FSE') },
    async () => [
      {
        table: 'failures' as const,
        record: no,
        fields: { no, state: 'SUBMITTED', occurredAt: '2026-05-01', ...fields },
      },
    ],
    db,
  )
const add = (field: CompanyField) => saveCompanyField(null, field, keeper, {}, db)
const numbers = async (change: Partial<TableQuery>): Promise<readonly string[]> => {
  await engine.follow()
  return (await engine.page(query(change), 0, 100, ['no'])).rows.map(({ words }) => words['no'] ?? '')
}
const labels = async (field: ColumnField): Promise<readonly (string | undefined)[]> => {
  await engine.follow()
  return (await engine.page(query(), 0, 100, [field])).rows.map(({ labels: shown }) => shown[field])
}

describe('a field described after failures were read', () => {
  beforeEach(async () => {
    await file('F1', { x_weather: 'snow' })
    await file('F2')
    await engine.follow()
    await add(WHEEL)
    await add(WEATHER)
    await add(WET)
    await file('F3', { x_wheelDiameter: 812.5, x_weather: 'rain', x_wet: true })
    await file('F4', { x_wheelDiameter: 779, x_wet: false })
  })

  test('is a column at once, with values that came before its description', async () => {
    expect(await labels('x_weather')).toEqual(['下雪', '', '下雨', ''])
    expect(await labels('x_wheelDiameter')).toEqual(['', '', '812.5', '779'])
    expect(await labels('x_wet')).toEqual(['', '', '是', '否'])
  })

  test('is sorted by what people read, blanks last', async () => {
    expect(await numbers({ sorting: [{ field: 'x_wheelDiameter', descending: false }] })).toEqual([
      'F4',
      'F3',
      'F1',
      'F2',
    ])
    expect(await numbers({ sorting: [{ field: 'x_weather', descending: true }] })).toEqual(['F3', 'F1', 'F2', 'F4'])
  })

  test('is filtered by, as the address says it', async () => {
    const through = async (filter: Filter) => numbers({ filters: filtersFromText(filtersAsText([filter])) })
    expect(await through({ field: 'x_wheelDiameter', op: 'between', to: 780 })).toEqual(['F4'])
    expect(await through({ field: 'x_weather', op: 'is', values: ['rain', ''] })).toEqual(['F2', 'F3', 'F4'])
    expect(await through({ field: 'x_weather', op: 'like', query: '雪' })).toEqual(['F1'])
    expect(await through({ field: 'x_wet', op: 'blank' })).toEqual(['F1', 'F2'])
    expect(await through({ field: 'x_wheelDiameter', op: 'filled' })).toEqual(['F3', 'F4'])
  })

  test('is found by the search in the words people read', async () => {
    expect(await numbers({ search: '下雨' })).toEqual(['F3'])
  })

  test('groups the failures of a part', async () => {
    await engine.follow()
    const scope: Scope = { population: 'all', partBasis: 'analysed', vehicleTypes: [], depotIds: [] }
    const bars = await engine.companyPareto(scope, 'x_weather', 'en')
    expect(bars.map(({ label, rows }) => [label, rows.length])).toEqual([
      ['', 2],
      ['Rain', 1],
      ['Snow', 1],
    ])
  })

  test('goes on being a column when it is retired', async () => {
    const retired = (await companyFieldRecords(db)).find(({ key }) => key === 'x_weather')
    await retireCompanyField(retired?.id ?? '', '2026-05-08T14:00', keeper, '不再记录', db)
    expect(await labels('x_weather')).toEqual(['下雪', '', '下雨', ''])
  })

  test('stands in the snapshot that the next start takes', async () => {
    await engine.follow()
    expect(await db.snapshots.count()).toBe(1)
    let isRebuilt = false
    const next = new Engine(
      ({ done, ready }) => {
        isRebuilt ||= !ready && done > 0
      },
      db,
      () => undefined,
    )
    const page = await next.page(query(), 0, 100, ['x_wheelDiameter'])
    expect(page.rows.map(({ words }) => words['x_wheelDiameter'])).toEqual(['', '', '812.5', '779'])
    expect(isRebuilt).toBe(false)
  })
})

test('a filter by a field nobody has described here finds what has no value', async () => {
  await file('F1')
  expect(await numbers({ filters: filtersFromText('x_unknown.is.rain') })).toEqual([])
  expect(await numbers({ filters: filtersFromText('x_unknown.blank') })).toEqual(['F1'])
  expect(await numbers({ sorting: [{ field: 'x_unknown', descending: true }] })).toEqual(['F1'])
})
