import { localPerson } from '../../../src/domain/person'
import { beforeEach, expect, test } from 'vitest'
import type { FracasDatabase } from '../../../src/store/database'
import { editFailure } from '../../../src/store/failures'
import { commit } from '../../../src/store/commit'
import { commitImport, PlanOutdated, redoImport, sourceRow, undoImport } from '../../../src/store/imports'
import { knownFailures } from '../../../src/store/knownFailures'
import { readReference } from '../../../src/store/reference'
import { lastSeq, logAfter } from '../../../src/store/snapshots'
import { aPlan } from '../../support/aPlan'
import { newId } from '../../../src/store/newId'
import { standingOn } from '../../../src/store/standingOn'
import { touchedSince } from '../../../src/store/touchedSince'
import { freshDatabase } from '../../support/freshDatabase'

let db: FracasDatabase
beforeEach(() => {
  db = freshDatabase()
})

test('an import stores all of its plan, counts it again from the database, and keeps the source rows', async () => {
  const plan = aPlan(1203)
  const batch = await commitImport(plan, { person: localPerson('王工', 'QAL') }, db)
  expect(batch.counts).toEqual({ trains: 1, bomNodes: 2, failures: 1203, handlings: 1203 })
  const failure = plan.records.failures?.[0]
  expect(await sourceRow(batch.id, 0, failure?.origin?.row ?? 0, db)).toEqual([failure?.no])
  expect((await logAfter(0, db)).imported).toHaveLength(1)
})

test('a cancelled import leaves nothing behind', async () => {
  let steps = 0
  await expect(
    commitImport(aPlan(2000), { person: localPerson('王工', 'QAL'), isCancelled: () => (steps += 1) > 3 }, db),
  ).rejects.toThrow()
  for (const table of db.tables) expect([table.name, await table.count()]).toEqual([table.name, 0])
})

test('an import that fails in the middle leaves nothing behind', async () => {
  const plan = aPlan(3)
  const [first] = plan.records.failures ?? []
  const broken = {
    ...plan,
    records: {
      ...plan.records,
      replacements: [
        { id: 'same', failureId: first?.id ?? '' },
        { id: 'same', failureId: first?.id ?? '' },
      ],
    },
  }
  await expect(commitImport(broken, { person: localPerson('王工', 'QAL') }, db)).rejects.toThrow()
  expect(await db.recordsOf('failures').count()).toBe(0)
  expect(await db.importBatches.count()).toBe(0)
})

test('a plan is not outdated by alerts that were raised meanwhile, but by what a person stored', async () => {
  const person = localPerson('王工', 'QAL')
  const after = async () => ({ ...aPlan(1), logPosition: await lastSeq(db) })
  const first = await after()
  await commit(
    { name: 'raise-alerts', person },
    async () => [{ table: 'alertEpisodes' as const, record: 'e1', fields: { ruleId: 'built-in-age' } }],
    db,
  )
  await commitImport(first, { person }, db)

  const second = await after()
  const [failure] = first.records.failures ?? []
  await editFailure(failure?.id ?? '', { severity: '2' }, localPerson('李工', 'SSM'), { why: '复核' }, db)
  await expect(commitImport(second, { person }, db)).rejects.toThrow(PlanOutdated)
})

test('an undone import shows nowhere and comes back whole', async () => {
  const batch = await commitImport(aPlan(), { person: localPerson('王工', 'QAL') }, db)
  await undoImport(batch.id, localPerson('王工', 'SSM'), false, db)
  expect((await readReference(db)).trains).toHaveLength(0)
  expect(await knownFailures(new Set([batch.id]), db)).toHaveLength(0)
  await redoImport(batch.id, localPerson('王工', 'SSM'), db)
  expect((await readReference(db)).trains).toHaveLength(1)
  expect(await knownFailures(new Set(), db)).toHaveLength(3)
})

test('before an import is taken back, what was worked on since and what others stand on is named', async () => {
  const plan = aPlan()
  const batch = await commitImport(plan, { person: localPerson('王工', 'QAL') }, db)
  expect(await touchedSince(batch.id, db)).toEqual([])
  const edited = plan.records.failures?.[1]
  await editFailure(edited?.id ?? '', { severity: '2' }, localPerson('李工', 'SSM'), { why: '复核' }, db)
  const touched = await touchedSince(batch.id, db)
  expect(touched.filter(({ isWorkedOn }) => isWorkedOn)).toMatchObject([{ table: 'failures', name: edited?.no ?? '' }])
  expect(
    touched
      .filter(({ isWorkedOn }) => !isWorkedOn)
      .map(({ table }) => table)
      .sort(),
  ).toEqual(['bomNodes', 'bomNodes', 'trains'])
})

test('an import that another import stands on says what would lose its train or part, and may keep those', async () => {
  const first = aPlan(2)
  const batch = await commitImport(first, { person: localPerson('王工', 'QAL') }, db)
  const [trainId, nodeId] = [first.records.trains?.[0]?.id, first.records.bomNodes?.[1]?.id]
  const later = (first.records.failures ?? []).map((failure, at) => ({
    ...failure,
    id: newId(),
    no: `GZ-2017-000${at + 1}`,
    trainId,
    bomNodeId: nodeId,
  }))
  const second = { ...first, records: { failures: later }, files: [{ name: '2017.xlsx', size: 1, sha256: 'y' }] }
  const other = await commitImport(second, { person: localPerson('王工', 'QAL') }, db)
  const { losses } = await standingOn(batch.id, db)
  expect(losses.toSorted((a, b) => (a.lost < b.lost ? -1 : 1))).toEqual([
    { table: 'failures', lost: 'bomNodes', count: 2, examples: ['GZ-2017-0001', 'GZ-2017-0002'] },
    { table: 'failures', lost: 'trains', count: 2, examples: ['GZ-2017-0001', 'GZ-2017-0002'] },
  ])
  expect((await standingOn(other.id, db)).losses).toEqual([])

  await undoImport(batch.id, localPerson('王工', 'SSM'), true, db)
  expect((await readReference(db)).trains).toHaveLength(1)
  const known = await knownFailures(new Set([batch.id]), db)
  expect(known.map(({ no }) => no).toSorted()).toEqual(['GZ-2017-0001', 'GZ-2017-0002'])
})

test('what was taken back itself loses nothing any more', async () => {
  const first = aPlan(1)
  const batch = await commitImport(first, { person: localPerson('王工', 'QAL') }, db)
  const failure = { ...first.records.failures?.[0], id: newId(), no: 'GZ-2017-0001' }
  const second = { ...first, records: { failures: [failure] }, files: [{ name: '2017.xlsx', size: 1, sha256: 'y' }] }
  const other = await commitImport(second as typeof first, { person: localPerson('王工', 'QAL') }, db)
  await undoImport(other.id, localPerson('王工', 'SSM'), false, db)
  expect((await standingOn(batch.id, db)).losses).toEqual([])
})

test('undoing while keeping what was worked on keeps the failure, its train and the way to its node', async () => {
  const plan = aPlan()
  const batch = await commitImport(plan, { person: localPerson('王工', 'QAL') }, db)
  const edited = plan.records.failures?.[1]?.id ?? ''
  await editFailure(edited, { severity: '2' }, localPerson('李工', 'SSM'), { why: '复核' }, db)
  expect(await undoImport(batch.id, localPerson('王工', 'SSM'), true, db)).toBe(4)
  const reference = await readReference(db)
  expect([reference.trains.length, reference.bomNodes.length]).toEqual([1, 2])
  expect((await knownFailures(new Set([batch.id]), db)).map(({ id }) => id)).toEqual([edited])
})

test('values taken over from a newer workbook are written with the import, go with it and come back with it; what a person changed since stays', async () => {
  const first = await commitImport(aPlan(3), { person: localPerson('王工', 'QAL') }, db)
  const [one, two] = (await db.recordsOf('failures').toArray()).map(({ id }) => id)
  if (one === undefined || two === undefined) throw new Error('three failures were stored')
  const before = { one: await db.recordsOf('failures').get(one), two: await db.recordsOf('failures').get(two) }
  const nothing = {
    files: [{ name: '台账2.xlsx', size: 1, sha256: 'x' }],
    sheets: [],
    records: {},
    rows: [],
    skipped: {},
  }
  const batch = await commitImport(
    {
      ...nothing,
      updates: [
        { table: 'failures', id: one, fields: { severity: '1', remark: '已复现' } },
        { table: 'failures', id: two, fields: { remark: '第二版' } },
      ],
    },
    { person: localPerson('李工', 'QAL') },
    db,
  )
  expect(batch.updates?.failures).toBe(2)
  expect(await db.recordsOf('failures').get(one)).toMatchObject({ severity: '1', remark: '已复现', batchId: first.id })
  await editFailure(one, { remark: '人工改写' }, localPerson('赵工', 'SSM'), { why: '复核' }, db)

  await undoImport(batch.id, localPerson('李工', 'SSM'), true, db)
  const after = await db.recordsOf('failures').get(one)
  expect([after?.severity, after?.remark]).toEqual([before.one?.severity, '人工改写'])
  expect((await db.recordsOf('failures').get(two))?.remark).toBe(before.two?.remark)

  await redoImport(batch.id, localPerson('李工', 'SSM'), db)
  expect(await db.recordsOf('failures').get(one)).toMatchObject({ severity: '1', remark: '人工改写' })
  expect((await db.recordsOf('failures').get(two))?.remark).toBe('第二版')
})

test('a plan whose record would hang on nothing is refused whole; one that waits for its failure is stored', async () => {
  const person = localPerson('王工', 'QAL')
  const action = { id: 'a1', failureId: 'nowhere', type: 'PERM', description: '加装防尘罩' }
  const withAction = (record: typeof action & { readonly failureNoText?: string }) => {
    const plan = aPlan(2)
    return { ...plan, records: { ...plan.records, correctiveActions: [record] } }
  }
  await expect(commitImport(withAction(action), { person }, db)).rejects.toMatchObject({
    name: 'PlanUnsound',
    message: 'correctiveActions',
  })
  for (const table of ['failures', 'importBatches', 'changes'] as const) expect(await db.table(table).count()).toBe(0)
  await commitImport(withAction({ ...action, failureNoText: 'GZ-2016-0099' }), { person }, db)
  expect(await db.recordsOf('correctiveActions').count()).toBe(1)
})
