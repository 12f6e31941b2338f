/** The doors of the database let no character in that no stored text may hold, and say where one was taken out. */
import { localPerson } from '../../../src/domain/person'
import { beforeEach, expect, test } from 'vitest'
import type { Change } from '../../../src/domain/change'
import { restoreRows } from '../../../src/store/restoreRows'
import { onCleaned, type CleanedField } from '../../../src/store/cleanedTexts'
import { SCHEMA_VERSION, type FracasDatabase } from '../../../src/store/database'
import { editFailure, saveHandling } from '../../../src/store/failures'
import { commitImport } from '../../../src/store/imports'
import { aPlan } from '../../support/aPlan'
import { freshDatabase } from '../../support/freshDatabase'
import { receive } from '../../support/receive'

let db: FracasDatabase
let said: CleanedField[]
beforeEach(() => {
  db = freshDatabase()
  said = []
  return onCleaned((fields) => said.push(...fields))
})

const everything = async (): Promise<string> =>
  JSON.stringify(await Promise.all(db.tables.map((table) => table.toArray())))

test('a command stores clean texts and says which fields lost something', async () => {
  const plan = aPlan(1)
  await commitImport(plan, { person: localPerson('王工', 'QAL') }, db)
  const id = plan.records.failures?.[0]?.id ?? ''
  await editFailure(id, { remark: '已\u0001复现', reporter: '王工' }, localPerson('王工', 'SSM'), { why: '复核' }, db)
  await saveHandling(id, null, { measure: '更换\ud83d中继阀' }, localPerson('王工', 'SSM'), { why: '复核' }, db)
  expect(await db.recordsOf('failures').get(id)).toMatchObject({ remark: '已复现', reporter: '王工' })
  expect((await db.recordsOf('handlings').toArray()).map(({ measure }) => measure)).toContain('更换中继阀')
  expect(said).toEqual([
    { table: 'failures', field: 'remark' },
    { table: 'handlings', field: 'measure' },
  ])
})

test('a text that differs only by such characters changes nothing', async () => {
  const plan = aPlan(1)
  await commitImport(plan, { person: localPerson('王工', 'QAL') }, db)
  const failure = plan.records.failures?.[0]
  const before = await db.changes.count()
  await editFailure(
    failure?.id ?? '',
    { description: `${failure?.description}\u0001` },
    localPerson('王工', 'SSM'),
    undefined,
    db,
  )
  expect(await db.changes.count()).toBe(before)
})

test('an import stores clean texts in records and log, whatever made its plan', async () => {
  const plan = aPlan(3)
  const failures = (plan.records.failures ?? []).map((failure) => ({ ...failure, description: '漏\u0001风\u200b口' }))
  await commitImport(
    { ...plan, records: { ...plan.records, failures }, files: [{ name: '台\u0007账.xlsx', size: 1, sha256: 'x' }] },
    { person: localPerson('王工', 'QAL') },
    db,
  )
  expect((await db.recordsOf('failures').toArray()).map(({ description }) => description)).toEqual(
    failures.map(() => '漏风口'),
  )
  expect(await everything()).not.toMatch(/\\u000[17]|\u200b/u)
})

test('a change of another device is cleaned as it is taken in', async () => {
  const change: Change = {
    id: 'x',
    v: 7,
    device: 'abcd',
    number: 1,
    at: 1,
    actor: '王工',
    command: 'save-train',
    edits: [{ table: 'trains', record: 't', set: { trainNo: '26\u000141' } }],
  }
  await receive(change, db)
  expect((await db.recordsOf('trains').get('t'))?.trainNo).toBe('2641')
})

test('a backup of an older version is cleaned as it is taken in, its log stays as it was chained', async () => {
  const parts = [
    { table: 'trains', rows: [{ id: 't', trainNo: '26\u000141', versions: '["a",1,1,"王工"]' }] },
    { table: 'parties', rows: [{ id: 'p', name: '上海', versions: '["a",1,1,"王工"]' }] },
    { table: 'changes', rows: [{ seq: 1, id: 'c', why: '\u0002' }] },
  ]
  expect(await restoreRows({ parts, counts: undefined, from: SCHEMA_VERSION }, undefined, db)).toEqual({
    rows: 3,
    cleaned: 1,
  })
  expect((await db.recordsOf('trains').get('t'))?.trainNo).toBe('2641')
  expect((await db.changes.get(1))?.why).toBe('\u0002')
})
