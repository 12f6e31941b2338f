/** The failure list in groups: their order, their sums, and when there are too many of them. */
import { beforeEach, describe, expect, test } from 'vitest'
import { localPerson } from '../../../src/domain/person'
import { MOST_GROUPS } from '../../../src/metrics/groupedRows'
import { commit } from '../../../src/store/commit'
import type { FracasDatabase } from '../../../src/store/database'
import { Engine } from '../../../src/workers/engine'
import type { TableQuery } from '../../../src/workers/engineAnswers'
import { freshDatabase } from '../../support/freshDatabase'

const REPORTER = localPerson('何工', 'FSE')
const query = (more: Partial<TableQuery>): TableQuery => ({
  language: 'zh',
  filters: [],
  search: '',
  sorting: [{ field: 'no', descending: false }],
  ...more,
})

let db: FracasDatabase
const anEngine = (): Engine => new Engine(() => undefined, db)

const file = (rows: readonly Readonly<Record<string, unknown>>[]) =>
  commit(
    { name: 'file-failure', person: REPORTER },
    async () =>
      rows.map((fields, at) => ({
        table: 'failures' as const,
        record: `f${at}`,
        fields: { no: `F${at}`, state: 'SUBMITTED', ...fields },
      })),
    db,
  )

beforeEach(() => {
  db = freshDatabase()
})

describe('groups of the failure list', () => {
  test('stand by size, what has no value last, each with its sums', async () => {
    await file([
      { faultCode: 'E1', trainId: 't1', delayMin: 5 },
      { trainId: 't1' },
      { faultCode: 'E2', trainId: 't1' },
      { faultCode: 'E2', trainId: 't2', delayMin: 3 },
      { trainId: 't3' },
      { trainId: 't4' },
    ])
    const { groups } = await anEngine().outline(query({ groupedBy: ['faultCode'] }))
    expect(groups?.map(({ label, totals }) => [label, totals.rows, totals.trains, totals.delayMin])).toEqual([
      ['E2', 2, 2, 3],
      ['E1', 1, 1, 5],
      ['', 3, 3, 0],
    ])
  })

  test('follow the order of the table where it is sorted by their column', async () => {
    await file([{ faultCode: 'E9' }, { faultCode: 'E10' }, { faultCode: 'E9' }])
    const engine = anEngine()
    const labels = async (descending: boolean) =>
      (
        await engine.outline(query({ groupedBy: ['faultCode'], sorting: [{ field: 'faultCode', descending }] }))
      ).groups?.map(({ label }) => label)
    expect(await labels(false)).toEqual(['E9', 'E10'])
    expect(await labels(true)).toEqual(['E10', 'E9'])
  })

  test('of moments are their months, the latest first, with the rows in the order asked for', async () => {
    await file([
      { occurredAt: '2026-01-31T10:00' },
      { occurredAt: '2026-02-01' },
      { occurredAt: '2026-01-02' },
      { occurredAt: '2026-01' },
    ])
    const engine = anEngine()
    const asked = query({ groupedBy: ['occurredAt'], sorting: [{ field: 'no', descending: true }] })
    const { groups } = await engine.outline(asked)
    expect(groups?.map(({ word, from, to }) => [word, from, to])).toEqual([
      ['2026-02', 0, 1],
      ['2026-01', 1, 4],
    ])
    const { rows } = await engine.page(asked, 0, 10, ['no'])
    expect(rows.map(({ words }) => words['no'])).toEqual(['F1', 'F3', 'F2', 'F0'])
  })

  test('inside groups add up to them', async () => {
    await file([
      { faultCode: 'E1', carNo: '1' },
      { faultCode: 'E1', carNo: '2' },
      { faultCode: 'E1', carNo: '2' },
      { faultCode: 'E2', carNo: '2' },
    ])
    const { groups } = await anEngine().outline(query({ groupedBy: ['faultCode', 'carNo'] }))
    expect(groups?.map(({ level, label, from, to }) => [level, label, from, to])).toEqual([
      [0, 'E1', 0, 3],
      [1, '2', 0, 2],
      [1, '1', 2, 3],
      [0, 'E2', 3, 4],
      [1, '2', 3, 4],
    ])
  })

  test('that nobody could read are not made; the list stays as it is', async () => {
    await file(Array.from({ length: MOST_GROUPS + 1 }, (_, at) => ({ description: `leak ${at}` })))
    const engine = anEngine()
    const asked = query({ groupedBy: ['description'] })
    expect(await engine.outline(asked)).toEqual({ tooMany: MOST_GROUPS + 1 })
    expect((await engine.page(asked, 0, 2, ['no'])).rows.map(({ words }) => words['no'])).toEqual(['F0', 'F1'])
  })
})
