/** What the items of a part say: their own events, and replacements that an import left with failures of other parts. */
import { beforeEach, expect, test } from 'vitest'
import type { FracasDatabase } from '../../../src/store/database'
import { itemEventsOf } from '../../../src/store/itemEvents'
import { stored } from '../../support/aCaseFile'
import { freshDatabase } from '../../support/freshDatabase'

let db: FracasDatabase
beforeEach(async () => {
  db = freshDatabase()
  await db
    .recordsOf('units')
    .bulkPut([
      stored<'units'>({ id: 'u1', serialNo: 'A', bomNodeId: 'valve' }),
      stored<'units'>({ id: 'u2', serialNo: 'Q', bomNodeId: 'dryer' }),
    ])
  await db.recordsOf('failures').put(stored<'failures'>({ id: 'f1', occurredAt: '2017-04-11', trainId: 't1' }))
})

test('an overhaul recorded on the item itself, of this part only', async () => {
  await db.recordsOf('installEvents').bulkPut([
    stored<'installEvents'>({
      id: 'e1',
      unitId: 'u1',
      kind: 'remove',
      at: '2017-05-01',
      trainId: 't1',
      reason: 'PM',
    }),
    stored<'installEvents'>({ id: 'e2', unitId: 'u1', kind: 'stockIn', at: '2017-05-09' }),
    stored<'installEvents'>({ id: 'e3', unitId: 'u2', kind: 'install', at: '2017-05-01', trainId: 't1' }),
  ])
  expect(await itemEventsOf('valve', db)).toEqual([
    {
      serial: 'A',
      kind: 'remove',
      at: '2017-05-01',
      trainId: 't1',
      carNo: '',
      position: '',
      reason: 'PM',
      failureId: '',
    },
  ])
})

test('a replacement of this part under the failure of another, with place and day of its failure', async () => {
  const line = { removedSerial: 'A', installedSerial: 'B', bomNodeId: 'valve', failureId: 'f1', reason: 'SUSPECT' }
  await db.recordsOf('replacements').put(stored<'replacements'>({ id: 'r1', ...line }))
  const shared = { at: '2017-04-11', trainId: 't1', carNo: '', position: '', reason: 'SUSPECT', failureId: 'f1' }
  expect(await itemEventsOf('valve', db)).toEqual([
    { ...shared, kind: 'remove', serial: 'A' },
    { ...shared, kind: 'install', serial: 'B' },
  ])
})

test('what went with a deleted replacement or a failure taken back says nothing', async () => {
  const line = { removedSerial: 'A', bomNodeId: 'valve', failureId: 'f1' }
  await db.recordsOf('replacements').put(stored<'replacements'>({ id: 'r1', ...line, deleted: true }))
  await db
    .recordsOf('installEvents')
    .put(stored<'installEvents'>({ id: 'r1-off', unitId: 'u1', kind: 'remove', at: '2017-04-11', replacementId: 'r1' }))
  expect(await itemEventsOf('valve', db)).toEqual([])
})
