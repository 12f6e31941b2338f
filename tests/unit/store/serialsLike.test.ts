import 'fake-indexeddb/auto'
import { afterEach, expect, test } from 'vitest'
import { FracasDatabase } from '../../../src/store/database'
import { serialsLike } from '../../../src/store/serialsLike'

const db = new FracasDatabase('serials-like')
afterEach(async () => db.delete())

test('serials are found by their beginning however they were typed, from units and replacements, each once', async () => {
  await db.open()
  const none = { batchId: '', origin: null, versions: {} }
  await db.recordsOf('units').bulkPut([
    { id: 'u1', serialNo: 'GZ-2016 0001', ...none },
    { id: 'u2', serialNo: 'GZ-2016 0002', deleted: true, ...none },
    { id: 'u3', serialNo: 'QX-1', ...none },
  ] as never[])
  await db
    .recordsOf('replacements')
    .bulkPut([
      { id: 'r1', failureId: 'f', removedSerial: 'gz-20160001', installedSerial: 'GZ-2016-7', ...none },
    ] as never[])
  expect(await serialsLike('gz-2016', 6, db)).toEqual(['GZ-2016 0001', 'GZ-2016-7'])
  expect(await serialsLike('ｇｚ-２０１６ 00', 6, db)).toEqual(['GZ-2016 0001'])
  expect(await serialsLike('gz', 1, db)).toEqual(['GZ-2016 0001'])
  expect(await serialsLike(' ', 6, db)).toEqual([])
})
