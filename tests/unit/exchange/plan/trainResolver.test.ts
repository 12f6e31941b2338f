/** Which train a row means: never found by its number alone where a type is known on either side. */
import { expect, test } from 'vitest'
import { NOTHING_KNOWN, type KnownRecords } from '../../../../src/exchange/plan/knownRecords'
import { planImport, type PlannedImport } from '../../../../src/exchange/plan/planImport'
import type { WordDecisions } from '../../../../src/exchange/tables/wordDecisions'
import { aWorkbook, sheetsOf } from '../aWorkbook'

const HEADER = ['故障编号', '车型', '列车号', '配属段', '部件名称', '故障现象', '发生时间']
const row = (no: number, type: string, train: string, depot = ''): string[] => [
  `GZ-2016-${String(no).padStart(4, '0')}`,
  type,
  train,
  depot,
  '中继阀',
  `排风口漏风 ${no}`,
  '2016-03-05',
]
const FLEET = ['车型', '列车号', '配属段', '编组辆数', '上线日期']

let count = 0
const newId = (): string => `id-${String((count += 1)).padStart(5, '0')}`

function plan(
  sheets: Readonly<Record<string, readonly (readonly string[])[]>>,
  known: KnownRecords = NOTHING_KNOWN,
  decisions: WordDecisions = {},
): PlannedImport {
  const parsed = sheetsOf(aWorkbook(sheets))
  return planImport([{ name: 'a.xlsx', size: 1, sha256: 'x', sheets: parsed, rows: [] }], newId, known, decisions)
}

const known = (...trains: KnownRecords['trains']): KnownRecords => ({ ...NOTHING_KNOWN, trains })
const SY = { id: 'sy', trainNo: '2101', vehicleType: 'SY200B' }
const trainOf = ({ plan: { records } }: PlannedImport): string | undefined => records.failures?.[0]?.trainId
const asked = ({ unknown }: PlannedImport) => unknown.filter(({ field }) => field === 'trainNo')

test('a type written with the number counts where the type column is empty, and another type is another train', () => {
  const planned = plan({ 台账: [HEADER, row(1, '', 'CR400AF-2101')] }, known(SY))
  expect(trainOf(planned)).not.toBe('sy')
  expect(planned.plan.records.trains).toMatchObject([{ trainNo: '2101', vehicleType: 'CR400AF' }])
  expect(asked(planned)).toMatchObject([{ word: 'CR400AF-2101', decided: null }])
})

test('two types in one row take no train, and the cell is named', () => {
  const planned = plan({ 台账: [HEADER, row(1, 'SY200B', 'CR400AF-2101')] }, known(SY))
  expect(trainOf(planned)).toBeUndefined()
  expect(planned.plan.records.failures).toMatchObject([{ trainText: 'CR400AF-2101' }])
})

test('a type written short and in full is one train', () => {
  const train = { id: 'a', trainNo: '2641', vehicleType: 'CRH380A' }
  expect(trainOf(plan({ 台账: [HEADER, row(1, '380A', '2641')] }, known(train)))).toBe('a')
  expect(trainOf(plan({ 台账: [HEADER, row(1, 'CRH380A', '2641')] }, known({ ...train, vehicleType: '380A' })))).toBe(
    'a',
  )
})

test('a number without a type is asked about, with the train of that number as the proposal', () => {
  const planned = plan({ 台账: [HEADER, row(1, '', '2101')] }, known(SY))
  expect(trainOf(planned)).not.toBe('sy')
  expect(asked(planned)).toEqual([
    {
      field: 'trainNo',
      word: '2101',
      count: 1,
      decided: null,
      nearest: { value: 'SY200B|2101', label: 'SY200B-2101' },
      isSure: false,
    },
  ])
  const decided = plan({ 台账: [HEADER, row(1, '', '2101')] }, known(SY), { trainNo: { 2101: 'SY200B|2101' } })
  expect(trainOf(decided)).toBe('sy')
  expect(decided.plan.records.trains).toEqual([])
})

test('the place beside the number is enough, and a place that differs is not', () => {
  const parties = [
    { id: 'd', kind: 'depot', name: '上海动车段' },
    { id: 'e', kind: 'depot', name: '北京动车段' },
  ]
  const there = { ...known({ ...SY, depotId: 'd' }), parties }
  expect(trainOf(plan({ 台账: [HEADER, row(1, '', '2101', '上海动车段')] }, there))).toBe('sy')
  expect(trainOf(plan({ 台账: [HEADER, row(1, '', '2101', '北京动车段')] }, there))).not.toBe('sy')
})

test('a sheet without types whose numbers are nearly all those of the fleet is about that fleet, and says so', () => {
  const fleet = ['2641', '2642', '2643', '2644', '2645'].map((trainNo) => ({
    id: trainNo,
    trainNo,
    vehicleType: 'CRH380A',
  }))
  const rows = fleet.map(({ trainNo }, at) => row(at, '', trainNo))
  const planned = plan({ 台账: [HEADER, ...rows] }, known(...fleet))
  expect(planned.plan.records.failures?.map(({ trainId }) => trainId)).toEqual(fleet.map(({ id }) => id))
  expect([...planned.byNumber.values()]).toEqual([{ numbers: 5, known: 5 }])
  expect(trainOf(plan({ 台账: [HEADER, ...rows.slice(1)] }, known(...fleet)))).not.toBe('2642')
})

test('a list that types a train known by number alone asks, and completes it when told that it is the same', () => {
  const stub = { id: 'stub', trainNo: '2641' }
  const list = {
    列车台账: [
      FLEET,
      ['CRH380A', '2641', '上海动车段', '8', '2013-02-02'],
      ['CRH380A', '2642', '上海动车段', '8', '2013-03-02'],
    ],
  }
  const open = plan(list, known(stub))
  expect(asked(open)).toMatchObject([{ word: 'CRH380A-2641', nearest: { value: '|2641', label: '2641' } }])
  expect(open.plan.records.trains).toHaveLength(2)
  const told = plan(list, known(stub), { trainNo: { 'crh380a-2641': '|2641' } })
  expect(told.plan.records.trains).toHaveLength(1)
  expect(told.plan.updates).toMatchObject([
    { table: 'trains', id: 'stub', fields: { vehicleType: 'CRH380A', serviceDate: '2013-02-02', carsPerTrain: 8 } },
  ])
})

test('a number a train had before finds it, with its type as the ledger writes it', () => {
  const train = { id: 'a', trainNo: '2741', vehicleType: 'CRH380A', aliases: '2641' }
  expect(trainOf(plan({ 台账: [HEADER, row(1, 'CRH380A', '2641')] }, known(train)))).toBe('a')
  expect(trainOf(plan({ 台账: [HEADER, row(1, '380A', '2641')] }, known(train)))).toBe('a')
  const now = { id: 'b', trainNo: '2641', vehicleType: 'CRH380A' }
  expect(trainOf(plan({ 台账: [HEADER, row(1, 'CRH380A', '2641')] }, known(train, now)))).toBe('b')
})

test('a former name finds its depot', () => {
  const depot = { id: 'd', kind: 'depot', name: '上海虹桥动车运用所', aliases: '虹桥所' }
  const planned = plan({ 台账: [HEADER, row(1, 'CRH380A', '2641', '虹桥所')] }, { ...NOTHING_KNOWN, parties: [depot] })
  expect(planned.plan.records.failures?.[0]?.depotId).toBe('d')
  expect(planned.plan.records.parties ?? []).toEqual([])
})

test('a product list of before a part was renamed or renumbered adds nothing and changes nothing', () => {
  const BOM = ['层级', '名称', '物料号', '单台数量']
  const knownParts: KnownRecords = {
    ...NOTHING_KNOWN,
    products: [{ id: 'p', code: 'ZD-1', name: '制动系统' }],
    bomNodes: [
      { id: 'r', productId: 'p', name: '制动系统', partNo: 'ZD-1', qty: 1 },
      { id: 'n', parentId: 'r', name: '中继阀总成', partNo: 'ZJF-2', qty: 2, aliases: '中继阀；ZJF-1' },
    ],
  }
  const planned = plan(
    {
      BOM: [BOM, ['1', '制动系统', 'ZD-1', '1'], ['2', '中继阀', 'ZJF-1', '2']],
      台账: [HEADER, row(1, 'CRH380A', '2641')],
    },
    knownParts,
  )
  expect(planned.plan.records.bomNodes ?? []).toEqual([])
  expect(planned.plan.records.failures?.[0]?.bomNodeId).toBe('n')
})
