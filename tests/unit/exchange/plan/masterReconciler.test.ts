/** Masters are completed by later lists: empty fields are filled, what differs waits for a person. */
import { expect, test } from 'vitest'
import { NOTHING_KNOWN, type KnownRecords } from '../../../../src/exchange/plan/knownRecords'
import { planImport, type PlannedImport } from '../../../../src/exchange/plan/planImport'
import { masterReconciler } from '../../../../src/exchange/plan/masterReconciler'
import { aWorkbook, sheetsOf } from '../aWorkbook'

let count = 0
const newId = (): string => `id-${String((count += 1)).padStart(5, '0')}`

function plan(
  sheets: Readonly<Record<string, readonly (readonly (string | number)[])[]>>,
  known: KnownRecords = NOTHING_KNOWN,
): PlannedImport {
  const parsed = sheetsOf(aWorkbook(sheets))
  return planImport([{ name: 'a.xlsx', size: 1, sha256: 'x', sheets: parsed, rows: [] }], newId, known)
}

const LEDGER = [
  ['故障编号', '车型', '列车号', '配属段', '部件名称', '故障现象', '发生时间'],
  ['GZ-2016-0001', 'CRH380A', '2641', '', '中继阀', '排风口漏风', '2016-03-05'],
  ['GZ-2016-0002', 'CRH380A', '2642', '', '中继阀', '缓解不良', '2016-03-06'],
]
const FLEET = [
  ['车型', '列车号', '配属局', '配属段', '编组辆数', '上线日期'],
  ['CRH380A', '2641', '上海局', '上海动车段', 8, '2013-02-02'],
  ['CRH380A', '2642', '上海局', '上海动车段', 8, '2013-03-02'],
]
const BOM = [
  ['层级', '图号', '名称', '数量', '设计MTBF(h)'],
  [1, 'BK-1200', '制动控制装置', 8, 20000],
  [2, 'BK-1210', '中继阀', 2, 50000],
]

const stored = ({ plan: { records } }: PlannedImport): KnownRecords => ({
  ...NOTHING_KNOWN,
  trains: records.trains ?? [],
  parties: records.parties ?? [],
  bomNodes: records.bomNodes ?? [],
  products: records.products ?? [],
})

test('a fleet list after a ledger fills service date, depot and cars of the trains the ledger named', () => {
  const known = stored(plan({ 台账: LEDGER }))
  expect(known.trains.map(({ serviceDate }) => serviceDate)).toEqual([undefined, undefined])
  const later = plan({ 列车台账: FLEET }, known)
  expect(later.plan.records.trains).toEqual([])
  const depot = later.plan.records.parties?.find(({ kind }) => kind === 'depot')
  expect(later.plan.updates).toMatchObject([
    {
      table: 'trains',
      id: known.trains[0]?.id,
      fields: { depotId: depot?.id, carsPerTrain: 8, serviceDate: '2013-02-02' },
    },
    { table: 'trains', id: known.trains[1]?.id, fields: { serviceDate: '2013-03-02' } },
  ])
  expect(later.masters.differences).toEqual([])
  expect(later.plan.skipped['already-there']).toBeUndefined()
})

test('what stands is kept, and what the list says otherwise stands beside it', () => {
  const known = stored(plan({ 列车台账: FLEET }))
  const [head, first, second] = FLEET
  const later = plan({ 列车台账: [head!, [...first!.slice(0, 5), '2013-02-20'], second!] }, known)
  expect(later.plan.updates).toEqual([])
  expect(later.masters.differences).toMatchObject([
    { table: 'trains', id: known.trains[0]?.id, field: 'serviceDate', before: '2013-02-02', now: '2013-02-20', row: 2 },
  ])
  expect(later.plan.skipped['already-there']).toBe(1)
})

test('a date written to the month says nothing other than the same date to the day', () => {
  const masters = masterReconciler()
  expect(
    masters.say('trains', { id: 't', serviceDate: '2013-02-02' }, { serviceDate: '2013-02' }, { sheet: 0, row: 2 }),
  ).toBe('same')
  expect(
    masters.say('trains', { id: 'u', serviceDate: '2013-02' }, { serviceDate: '2013-02-02' }, { sheet: 0, row: 2 }),
  ).toBe('differs')
})

test('two lists of one import complete each other, and the second does not undo the first', () => {
  const [head, first] = FLEET
  const short = [
    ['车型', '列车号', '编组辆数'],
    ['CRH380A', '2641', 16],
    ['CRH380A', '2650', 8],
  ]
  const planned = plan({ 一: [head!, first!, FLEET[2]!], 二: short })
  expect(planned.plan.records.trains).toHaveLength(3)
  expect(planned.plan.records.trains?.[0]).toMatchObject({ carsPerTrain: 8, serviceDate: '2013-02-02' })
  expect(planned.masters.differences).toMatchObject([{ field: 'carsPerTrain', before: 8, now: 16 }])
})

test('a place the ledger named learns from the fleet list what it belongs to', () => {
  const known: KnownRecords = { ...NOTHING_KNOWN, parties: [{ id: 'd', kind: 'depot', name: '上海动车段' }] }
  const later = plan({ 列车台账: FLEET }, known)
  const operator = later.plan.records.parties?.find(({ kind }) => kind === 'operator')
  expect(later.plan.updates).toMatchObject([{ table: 'parties', id: 'd', fields: { parentId: operator?.id } }])
})

test('a later BOM fills what the first left empty, also the number of a node known by name alone', () => {
  const known = stored(plan({ BOM: BOM.map((line) => line.slice(0, 4)) }))
  const [root, valve] = known.bomNodes
  const later = plan({ BOM }, { ...known, bomNodes: [root!, { ...valve!, partNo: '' }] })
  expect(later.plan.records.bomNodes).toEqual([])
  expect(later.plan.updates).toMatchObject([
    { table: 'bomNodes', id: root?.id, fields: { designMtbfH: 20000 } },
    { table: 'bomNodes', id: valve?.id, fields: { partNo: 'BK-1210', designMtbfH: 50000 } },
  ])
})

test('a quantity that differs is not changed unasked', () => {
  const known = stored(plan({ BOM }))
  const later = plan({ BOM: [BOM[0]!, BOM[1]!, [2, 'BK-1210', '中继阀', 3, 50000]] }, known)
  expect(later.plan.updates).toEqual([])
  expect(later.masters.differences).toMatchObject([{ table: 'bomNodes', field: 'qty', before: 2, now: 3 }])
})

test.each(['units', 'codeItems', 'products'] as const)('records of %s are completed in the same way', (table) => {
  const masters = masterReconciler()
  const at = { sheet: 1, row: 7 }
  expect(masters.say(table, { id: 'x' }, table === 'units' ? { batchNo: '1407' } : ({ name: '甲' } as never), at)).toBe(
    'completed',
  )
  expect(masters.filled).toMatchObject([{ table, id: 'x', before: null, sheet: 1, row: 7 }])
})
