import { CommandRefused } from '../../../src/domain/commandTrouble'
import { localPerson } from '../../../src/domain/person'
import { beforeEach, expect, test } from 'vitest'
import type { Change } from '../../../src/domain/change'
import { conflictsOf, unpackVersions } from '../../../src/domain/recordVersions'
import type { Failure } from '../../../src/domain/records/failure'
import { undo } from '../../../src/store/commit'
import type { FracasDatabase } from '../../../src/store/database'
import { fieldsOf } from '../../../src/domain/storedFields'
import { deleteFailure, editFailure, failureDossier, fileFailure, saveHandling } from '../../../src/store/failures'
import { historyOf } from '../../../src/store/history'
import { assignWords } from '../../../src/store/nodes'
import { freshDatabase } from '../../support/freshDatabase'
import { receive } from '../../support/receive'

const NOW = '2026-05-07T14:30+08:00'
const REPORT: Failure = {
  occurredAt: '2026-05-07T14:10+08:00',
  trainText: '2641',
  nodeText: '中继阀',
  symptomCode: 'LEAK_EXT',
  description: '中继阀排风口持续漏风，缓解后仍有气流声',
  serviceImpact: 'NONE',
  detectionPhase: 'DEPOT',
  detectionMethod: 'INSPECT',
  operatingMode: 'STANDSTILL',
  odometerKm: 1_234_567,
  qty: 1,
  dataDownloaded: true,
  reporter: '王工',
}

let db: FracasDatabase
beforeEach(() => {
  db = freshDatabase()
})

async function filed(fields: Failure = REPORT): Promise<string> {
  const result = await fileFailure(fields, localPerson('王工', 'SSM'), NOW, db)
  if (!result.ok) throw new Error(JSON.stringify(result.missing))
  return result.id
}

test('filing writes the record and one change, and gives a number at once', async () => {
  const first = await fileFailure(REPORT, localPerson('王工', 'SSM'), NOW, db)
  const second = await fileFailure(REPORT, localPerson('王工', 'SSM'), NOW, db)
  expect(first.ok && second.ok && [first.no.slice(-4), second.no.slice(-4)]).toEqual(['-001', '-002'])
  expect(await db.changes.count()).toBe(2)
  expect(await db.recordsOf('failures').count()).toBe(2)
})

const TRAINS = [
  { id: 't1', trainNo: '2641', operatorId: 'metro', depotId: 'north', lineId: 'line-1' },
  { id: 't2', trainNo: '2642', operatorId: 'rail', depotId: 'south' },
]

test('whose train it is and where it is at home follow from the train, unless the report says otherwise', async () => {
  await db.recordsOf('trains').bulkPut(TRAINS.map((train) => ({ ...train, versions: {} })) as never)
  const { trainText: _words, ...report } = REPORT
  const known = await filed({ ...report, trainId: 't1' })
  expect(await db.recordsOf('failures').get(known)).toMatchObject({
    customerId: 'metro',
    depotId: 'north',
    lineId: 'line-1',
  })
  const said = await filed({ ...report, trainId: 't1', depotId: 'guest' })
  expect(await db.recordsOf('failures').get(said)).toMatchObject({ customerId: 'metro', depotId: 'guest' })
  const unknown = await filed(REPORT)
  expect((await db.recordsOf('failures').get(unknown))?.customerId).toBeUndefined()

  // Another train: what came with the first goes with it, what somebody said stays.
  const why = { why: '列车写错了' }
  await editFailure(known, { trainId: 't2' }, localPerson('李工', 'SSM'), why, db)
  const moved = await db.recordsOf('failures').get(known)
  expect([moved?.customerId, moved?.depotId, moved?.lineId]).toEqual(['rail', 'south', undefined])
  await editFailure(said, { trainId: 't2' }, localPerson('李工', 'SSM'), why, db)
  const kept = await db.recordsOf('failures').get(said)
  expect([kept?.customerId, kept?.depotId]).toEqual(['rail', 'guest'])
  await editFailure(unknown, { trainId: 't2' }, localPerson('李工', 'SSM'), why, db)
  expect(await db.recordsOf('failures').get(unknown)).toMatchObject({ customerId: 'rail', depotId: 'south' })
  await editFailure(unknown, { trainId: undefined, trainText: '2649' }, localPerson('李工', 'SSM'), why, db)
  expect((await db.recordsOf('failures').get(unknown))?.customerId).toBeUndefined()
})

test('a report that lacks required items is refused with every one of them, and nothing is written', async () => {
  const { description: _description, odometerKm: _odometer, ...rest } = REPORT
  const result = await fileFailure(
    { ...rest, description: '漏风', occurredAt: '2026-05-08T10:00+08:00', serviceImpact: 'DELAY' },
    localPerson('王工', 'SSM'),
    NOW,
    db,
  )
  expect(result.ok ? [] : result.missing.map(({ field, why }) => `${field} ${why}`)).toEqual([
    'occurredAt in-the-future',
    'description too-short',
    'delayMin missing',
    'odometerKm missing',
  ])
  expect(await db.changes.count()).toBe(0)
})

test('an edit keeps before and after, and undo brings the value back on top of the history', async () => {
  const id = await filed()
  const change = await editFailure(
    id,
    { severity: '2', description: undefined },
    localPerson('李工', 'SSM'),
    { why: '复核' },
    db,
  )
  expect((await db.recordsOf('failures').get(id))?.severity).toBe('2')
  expect((await db.recordsOf('failures').get(id))?.description).toBeUndefined()
  const [latest] = await historyOf([`failures:${id}`], db)
  expect(latest?.change.why).toBe('复核')
  expect(latest?.fields).toContainEqual({ table: 'failures', record: id, field: 'severity', before: null, after: '2' })
  await undo(change?.id ?? '', localPerson('李工', 'SSM'), '复原', db)
  const back = await db.recordsOf('failures').get(id)
  expect([back?.severity, back?.description]).toEqual([undefined, REPORT.description])
  expect(await db.changes.count()).toBe(3)
})

test('an edit that changes nothing is not logged', async () => {
  const id = await filed()
  expect(await editFailure(id, { odometerKm: REPORT.odometerKm }, localPerson('王工', 'SSM'), undefined, db)).toBeNull()
  expect(await db.changes.count()).toBe(1)
})

test('deleting keeps the record, and undo shows it again', async () => {
  const id = await filed()
  const change = await deleteFailure(id, localPerson('王工', 'SSM'), '误报', db)
  expect((await db.recordsOf('failures').get(id))?.deleted).toBe(true)
  await undo(change?.id ?? '', localPerson('王工', 'SSM'), '复原', db)
  expect((await db.recordsOf('failures').get(id))?.deleted).toBeUndefined()
})

test('what hangs on a failure is found with it, and a deleted handling is not', async () => {
  const id = await filed()
  const change = await saveHandling(
    id,
    null,
    { measure: '更换中继阀', method: 'SWAP_NEW' },
    localPerson('王工', 'SSM'),
    {},
    db,
  )
  expect((await failureDossier(id, db))?.handlings).toHaveLength(1)
  await undo(change?.id ?? '', localPerson('王工', 'SSM'), '复原', db)
  expect((await failureDossier(id, db))?.handlings).toHaveLength(0)
})

test('a rejected command writes neither record nor change', async () => {
  await expect(
    editFailure('x', { occurredAt: '2026-02-30' }, localPerson('王工', 'SSM'), undefined, db),
  ).rejects.toThrow('not-a-moment')
  expect(await db.changes.count()).toBe(0)
})

test('changes of another device arrive in any order, twice, and end in the same record', async () => {
  const id = await filed()
  await editFailure(id, { severity: '3' }, localPerson('王工', 'SSM'), undefined, db)
  await editFailure(id, { severity: '2', carNo: '3' }, localPerson('王工', 'SSM'), { why: '更正' }, db)
  const changes = (await db.changes.toArray()).map(
    ({ seq: _seq, records: _records, ...change }) => change as unknown as Change,
  )
  const other = freshDatabase()
  const [first, second, third] = changes as [Change, Change, Change]
  for (const change of [third, first, second, third]) await receive(change, other)
  const [here, there] = [await db.recordsOf('failures').get(id), await other.recordsOf('failures').get(id)]
  expect(there === undefined ? null : fieldsOf(there)).toEqual(here === undefined ? undefined : fieldsOf(here))
  expect(await other.changes.count()).toBe(3)
})

test('two devices that write the same field unseen leave a conflict with both values', async () => {
  const id = await filed()
  const other = freshDatabase()
  for (const { seq: _seq, ...change } of await db.changes.toArray()) await receive(change as unknown as Change, other)
  await editFailure(id, { severity: '2' }, localPerson('王工', 'SSM'), undefined, db)
  await editFailure(id, { severity: '3', carNo: '5' }, localPerson('李工', 'SSM'), undefined, other)
  const { seq: _seq, ...theirs } = (await other.changes.toArray()).at(-1) ?? {}
  await receive(theirs as unknown as Change, db)
  const record = await db.recordsOf('failures').get(id)
  if (record === undefined) throw new Error('gone')
  expect(conflictsOf(unpackVersions(record.versions, fieldsOf(record) as never))).toEqual(['severity'])
  expect(record.carNo).toBe('5')
  await editFailure(id, { severity: '3' }, localPerson('王工', 'SSM'), { why: '现场复核' }, db)
  const settled = await db.recordsOf('failures').get(id)
  expect(
    settled === undefined ? null : conflictsOf(unpackVersions(settled.versions, fieldsOf(settled) as never)),
  ).toEqual([])
})

test('assigning a wording moves all its failures and is remembered as another name of the node, in one change', async () => {
  await db.recordsOf('bomNodes').put({ id: 'n1', name: '中继阀', partNo: 'BK-1210', versions: '["d",1,1,""]' })
  const ids = [await filed(), await filed()]
  const change = await assignWords(ids, 'BCU中继阀', 'n1', localPerson('王工', 'SSM'), db)
  expect((await db.recordsOf('failures').bulkGet(ids)).map((failure) => failure?.bomNodeId)).toEqual(['n1', 'n1'])
  expect((await db.recordsOf('bomNodes').get('n1'))?.aliases).toBe('BCU中继阀')
  await undo(change?.id ?? '', localPerson('王工', 'SSM'), '复原', db)
  expect((await db.recordsOf('failures').bulkGet(ids)).map((failure) => failure?.bomNodeId)).toEqual([
    undefined,
    undefined,
  ])
})

test('what figures are computed from is changed with a reason only, in every kind of record, and also when it is taken back', async () => {
  const id = await filed()
  await editFailure(id, { severity: '3' }, localPerson('李工', 'SSM'), undefined, db)
  await expect(
    editFailure(id, { severity: '2', carNo: '4' }, localPerson('李工', 'SSM'), undefined, db),
  ).rejects.toThrow(CommandRefused)
  await expect(
    editFailure(
      id,
      { bomNodeId: 'n1', trainText: '2642', odometerKm: undefined },
      localPerson('李工', 'SSM'),
      { why: ' ' },
      db,
    ),
  ).rejects.toThrow('failures.odometerKm')
  expect((await db.recordsOf('failures').get(id))?.carNo).toBeUndefined()
  await editFailure(id, { carNo: '4', bomNodeId: 'n1' }, localPerson('李工', 'SSM'), undefined, db)
  const change = await editFailure(id, { severity: '2' }, localPerson('李工', 'SSM'), { why: '照片显示擦伤' }, db)
  await expect(undo(change?.id ?? '', localPerson('李工', 'SSM'), '', db)).rejects.toThrow(CommandRefused)
  await undo(change?.id ?? '', localPerson('李工', 'SSM'), '照片是另一列车', db)
  expect((await historyOf([`failures:${id}`], db)).slice(0, 2).map(({ change }) => change.why)).toEqual([
    '照片是另一列车',
    '照片显示擦伤',
  ])
})

test('an old change is not taken back over a later edit, which is named; when that is taken back first, it goes', async () => {
  const id = await filed()
  const first = await editFailure(id, { remark: '第一次' }, localPerson('李工', 'QAL'), undefined, db)
  const second = await editFailure(
    id,
    { remark: '第二次', reporter: '赵工' },
    localPerson('赵工', 'QAL'),
    undefined,
    db,
  )
  expect(await undo(first?.id ?? '', localPerson('李工', 'QAL'), '复原', db)).toEqual({
    ok: false,
    why: 'later-edits',
    later: { table: 'failures', field: 'remark', actor: '赵工', at: second?.at },
  })
  expect((await db.recordsOf('failures').get(id))?.remark).toBe('第二次')
  expect((await undo(second?.id ?? '', localPerson('赵工', 'QAL'), '复原', db)).ok).toBe(true)
  expect((await undo(first?.id ?? '', localPerson('李工', 'QAL'), '复原', db)).ok).toBe(true)
  expect((await db.recordsOf('failures').get(id))?.remark).toBeUndefined()
})

test('an old change is taken back when only other fields were edited since', async () => {
  const id = await filed()
  const first = await editFailure(id, { remark: '第一次' }, localPerson('李工', 'QAL'), undefined, db)
  await editFailure(id, { reporter: '赵工' }, localPerson('赵工', 'QAL'), undefined, db)
  expect((await undo(first?.id ?? '', localPerson('李工', 'QAL'), '复原', db)).ok).toBe(true)
  expect(await db.recordsOf('failures').get(id)).toMatchObject({ reporter: '赵工' })
})

test('what a change made is not taken back once something was said in it or hangs on it', async () => {
  const id = await filed()
  const made = (await db.changes.toArray())[0]?.id ?? ''
  const edited = await editFailure(id, { remark: '补充' }, localPerson('赵工', 'QAL'), undefined, db)
  expect(await undo(made, localPerson('王工', 'SSM'), '', db)).toMatchObject({
    ok: false,
    why: 'later-edits',
    later: { field: 'remark', actor: '赵工' },
  })
  expect((await undo(edited?.id ?? '', localPerson('赵工', 'QAL'), '', db)).ok).toBe(true)
  const handling = await saveHandling(id, null, { measure: '更换中继阀' }, localPerson('何工', 'SSM'), {}, db)
  expect(await undo(made, localPerson('王工', 'SSM'), '', db)).toEqual({ ok: false, why: 'later-entries' })
  expect((await db.recordsOf('failures').get(id))?.deleted).toBeUndefined()
  expect((await undo(handling?.id ?? '', localPerson('何工', 'SSM'), '', db)).ok).toBe(true)
  expect((await undo(made, localPerson('王工', 'SSM'), '', db)).ok).toBe(true)
  expect((await db.recordsOf('failures').get(id))?.deleted).toBe(true)
})

test('naming another part than the one reported needs a reason, because every figure moves to it; confirming the one reported needs none', async () => {
  const id = await filed()
  await editFailure(id, { bomNodeId: 'n1' }, localPerson('李工', 'SSM'), undefined, db)
  await editFailure(id, { actualNodeId: 'n1' }, localPerson('李工', 'SSM'), undefined, db)
  await expect(editFailure(id, { actualNodeId: 'n2' }, localPerson('李工', 'SSM'), undefined, db)).rejects.toThrow(
    'failures.actualNodeId',
  )
  await editFailure(id, { actualNodeId: null }, localPerson('李工', 'SSM'), { why: '复核后撤回' }, db)
  await expect(editFailure(id, { actualNodeId: 'n2' }, localPerson('李工', 'SSM'), {}, db)).rejects.toThrow(
    'failures.actualNodeId',
  )
  await editFailure(id, { actualNodeId: 'n2' }, localPerson('李工', 'SSM'), { why: '解剖确认是压力开关' }, db)
  expect(await db.recordsOf('failures').get(id)).toMatchObject({ bomNodeId: 'n1', actualNodeId: 'n2' })
})
