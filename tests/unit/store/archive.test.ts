import { localPerson } from '../../../src/domain/person'
import { expect, test } from 'vitest'
import { archiveClosed } from '../../../src/store/archive'
import { undo } from '../../../src/store/commit'
import { stored } from '../../support/aCaseFile'
import { freshDatabase } from '../../support/freshDatabase'

test('what has been closed for a month goes to the archive in one signed step; what is younger, open or of unknown day stays', async () => {
  const db = freshDatabase()
  await db
    .recordsOf('failures')
    .bulkPut([
      stored<'failures'>({ id: 'old', state: 'CLOSED', closedAt: '2026-04-01' }),
      stored<'failures'>({ id: 'timed', state: 'CLOSED', closedAt: '2026-04-08T17:00' }),
      stored<'failures'>({ id: 'young', state: 'CLOSED', closedAt: '2026-04-09' }),
      stored<'failures'>({ id: 'undated', state: 'CLOSED' }),
      stored<'failures'>({ id: 'open', state: 'VERIFY', closedAt: '2026-01-01' }),
    ])
  const all = ['old', 'timed', 'young', 'undated', 'open']
  const now = '2026-05-08T09:00'
  expect(await archiveClosed(all, localPerson('何工', 'FSE'), now, db)).toBe(null)
  expect(await archiveClosed(all, localPerson('', 'QAL'), now, db)).toBe(null)
  const change = await archiveClosed(all, localPerson('赵工', 'QAL'), now, db)
  expect(change?.actor).toBe('赵工')
  expect((await db.recordsOf('failures').bulkGet(all)).map((failure) => failure?.state)).toEqual([
    'ARCHIVED',
    'ARCHIVED',
    'CLOSED',
    'CLOSED',
    'VERIFY',
  ])
  // A step of the workflow goes back by reopening, not by an undo.
  expect(await undo(change?.id ?? '', localPerson('赵工', 'SSM'), '误点', db)).toEqual({
    ok: false,
    why: 'workflow-step',
  })
})
