/** What is changed beside the log is found, whatever it is. */
import { readdirSync, readFileSync } from 'node:fs'
import { Dexie } from 'dexie'
import { beforeEach, describe, expect, test } from 'vitest'
import { localPerson } from '../../../src/domain/person'
import { addAttachment } from '../../../src/store/attachments'
import { FracasDatabase } from '../../../src/store/database'
import { editFailure } from '../../../src/store/failures'
import { commitImport, undoImport } from '../../../src/store/imports'
import { verifyRecords } from '../../../src/store/verifyRecords'
import { aPlan } from '../../support/aPlan'
import { freshDatabase } from '../../support/freshDatabase'

const LI = localPerson('李工', 'QAL')
const PHOTO = new TextEncoder().encode('stands for a photo').buffer as ArrayBuffer
const silent = (): void => undefined

let db: FracasDatabase
let id = ''
let batchId = ''
beforeEach(async () => {
  db = freshDatabase()
  batchId = (await commitImport(aPlan(200), { person: LI }, db)).id
  id = (await db.recordsOf('failures').toCollection().first())?.id ?? ''
  await editFailure(id, { remark: '更正' }, localPerson('赵工', 'SSM'), { why: '更正' }, db)
  await addAttachment(id, { name: '漏风.jpg', mime: 'image/jpeg', bytes: PHOTO, why: '补交' }, LI, db)
})

const differences = async () => {
  const found = await verifyRecords(silent, () => false, db)
  return [found?.differences, found?.first[0]?.kind, found?.first[0]?.table]
}

test('what the log made is as it made it', async () => {
  expect(await verifyRecords(silent, () => false, db)).toMatchObject({ differences: 0, files: 1, imports: 1 })
  expect((await verifyRecords(silent, () => false, db))?.records).toBeGreaterThan(200)
})

test.each([
  ['a failure altered', () => db.recordsOf('failures').update(id, { description: '别的' }), [1, 'altered', 'failures']],
  [
    'who wrote it altered',
    () => db.recordsOf('failures').update(id, { versions: '["x",1,1,"张三"]' }),
    [1, 'altered', 'failures'],
  ],
  [
    'a hundred failures deleted',
    async () => db.recordsOf('failures').bulkDelete(await db.recordsOf('failures').limit(100).primaryKeys()),
    [100, 'missing', 'failures'],
  ],
  [
    'a failure slipped in',
    async () => db.recordsOf('failures').put({ ...(await db.recordsOf('failures').get(id)), id: 'x' } as never),
    [1, 'beside', 'failures'],
  ],
  [
    'a photo replaced',
    () => db.blobs.toCollection().modify({ bytes: new TextEncoder().encode('another').buffer as ArrayBuffer }),
    [1, 'file-altered', 'attachments'],
  ],
  ['a photo gone', () => db.blobs.clear(), [1, 'file-missing', 'attachments']],
  [
    'an import undone beside the log',
    () => db.importBatches.update(batchId, { state: 'undone' }),
    [1, 'altered', 'importBatches'],
  ],
  [
    'source rows exchanged',
    () => db.importedRows.toCollection().modify({ cells: '[["别的"]]' }),
    [1, 'rows-altered', 'importBatches'],
  ],
] as const)('%s beside the log is found', async (_what, meddle, found) => {
  await meddle()
  expect(await differences()).toEqual(found)
})

test('what people take back in the program differs in nothing', async () => {
  await undoImport(batchId, LI, true, db)
  expect(await differences()).toEqual([0, undefined, undefined])
})

test('a verification can be cancelled', async () => {
  expect(await verifyRecords(silent, () => true, db)).toBe(null)
})

describe('released versions', () => {
  const folder = 'fixtures/databases'
  test.each(readdirSync(folder).filter((name) => /^v\d+\.json$/u.test(name)))(
    '%s adds up once it is opened',
    async (file) => {
      const released = JSON.parse(readFileSync(`${folder}/${file}`, 'utf8')) as {
        readonly version: number
        readonly stores: Readonly<Record<string, string>>
        readonly tables: Readonly<Record<string, readonly object[]>>
      }
      const name = `adds-up-${released.version}`
      const old = new Dexie(name)
      old.version(released.version).stores(released.stores)
      for (const [table, rows] of Object.entries(released.tables))
        if (table !== 'blobs') await old.table(table).bulkAdd([...rows])
      old.close()
      const today = new FracasDatabase(name)
      const found = await verifyRecords(silent, () => false, today)
      // Files are left out of the fixture, and its two company fields were put in by hand.
      const told = found?.first.filter(({ kind, table }) => !kind.startsWith('file') && table !== 'companyFields')
      expect(told).toEqual([])
      today.close()
    },
  )
})
