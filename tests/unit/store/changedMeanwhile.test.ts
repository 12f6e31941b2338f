import { beforeEach, expect, test } from 'vitest'
import { localPerson } from '../../../src/domain/person'
import { createCommandRunner } from '../../../src/panels/commandRunner'
import type { FracasDatabase } from '../../../src/store/database'
import { editFailure, saveHandling } from '../../../src/store/failures'
import { stored } from '../../support/aCaseFile'
import { freshDatabase } from '../../support/freshDatabase'

const FIRST = localPerson('何工', 'SSM')
const SECOND = localPerson('赵工', 'QAL')
/** What both forms read when they were opened. */
const READ = { severity: '3', remark: undefined, owner: '孙工' }

let db: FracasDatabase
beforeEach(async () => {
  db = freshDatabase()
  await db.recordsOf('failures').put(stored<'failures'>({ id: 'f1', severity: '3', owner: '孙工' }))
})

const held = async () => {
  const { severity, remark, owner } = (await db.recordsOf('failures').get('f1')) ?? {}
  return { severity, remark, owner }
}
/** A form hands over all its fields, touched or not, and what it had read of them. */
const save = (fields: Readonly<Record<string, unknown>>, seen: Readonly<Record<string, unknown>> = READ) =>
  createCommandRunner().run(() =>
    editFailure('f1', { ...READ, ...fields }, FIRST, { why: '更正', seen: { ...READ, ...seen } }, db),
  )

test('a form writes only what was touched in it, so that two of them do not overwrite each other', async () => {
  await editFailure('f1', { severity: '2' }, SECOND, { why: '复核' }, db)
  const end = await save({ remark: '已拆检' })
  expect(end.ended === 'done' && Object.keys(end.value?.edits[0]?.set ?? {})).toEqual(['remark'])
  expect(await held()).toEqual({ severity: '2', remark: '已拆检', owner: '孙工' })
})

test('a touched field that was changed meanwhile stops the whole command and shows both values, who and when', async () => {
  const theirs = await editFailure('f1', { severity: '2' }, SECOND, { why: '复核' }, db)
  const changes = await db.changes.count()
  const end = await save({ severity: '1', remark: '已拆检' })
  expect(end).toEqual({
    ended: 'stopped',
    trouble: {
      kind: 'changed-meanwhile',
      fields: [
        {
          table: 'failures',
          record: 'f1',
          field: 'severity',
          seen: '3',
          present: '2',
          wanted: '1',
          by: '赵工',
          at: theirs?.at,
        },
      ],
    },
  })
  expect([await held(), await db.changes.count()]).toEqual([
    { severity: '2', remark: undefined, owner: '孙工' },
    changes,
  ])

  // The person has seen the other value and keeps their own.
  expect((await save({ severity: '1', remark: '已拆检' }, { severity: '2' })).ended).toBe('done')
  expect(await held()).toEqual({ severity: '1', remark: '已拆检', owner: '孙工' })
})

test('who wrote the same value is not in the way, nor is a field that was changed and changed back', async () => {
  await editFailure('f1', { severity: '1' }, SECOND, { why: '复核' }, db)
  expect((await save({ severity: '1', remark: '同' })).ended).toBe('done')
  await editFailure('f1', { owner: '郑工' }, SECOND, {}, db)
  await editFailure('f1', { owner: '孙工' }, SECOND, {}, db)
  expect((await save({ severity: '1', remark: '同', owner: '王工' }, { severity: '1', remark: '同' })).ended).toBe(
    'done',
  )
  expect(await held()).toMatchObject({ severity: '1', owner: '王工' })
})

test('what a form cleared counts as touched, and everything of a new record is written', async () => {
  await editFailure('f1', { owner: '郑工' }, SECOND, {}, db)
  const end = await save({ owner: null })
  expect(end.ended === 'stopped' && end.trouble.kind === 'changed-meanwhile' && end.trouble.fields[0]).toMatchObject({
    seen: '孙工',
    present: '郑工',
    wanted: null,
  })
  const handling = { handler: '何工', measure: '更换' }
  await saveHandling('f1', null, handling, FIRST, { seen: { handler: '何工' } }, db)
  expect(await db.recordsOf('handlings').toArray()).toMatchObject([handling])
})
