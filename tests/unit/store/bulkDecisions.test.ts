/** One decision for many failures: what is stopped is named and left, the others are done, and one undo takes all of it back. */
import { beforeEach, expect, test } from 'vitest'
import { localPerson } from '../../../src/domain/person'
import type { BulkDecision } from '../../../src/domain/workflow/bulkDecision'
import { decideInBulk, planBulk } from '../../../src/store/bulkDecisions'
import { undo } from '../../../src/store/commit'
import type { FracasDatabase } from '../../../src/store/database'
import { aCaseFile, NOW, stored } from '../../support/aCaseFile'
import { freshDatabase } from '../../support/freshDatabase'
import { refusalsOf } from '../../support/refusalsOf'

const LEAD = localPerson('赵工', 'QAL')
const IDS = ['old', 'stated', 'worked', 'closed', 'severe', 'merged']
let db: FracasDatabase

beforeEach(async () => {
  db = freshDatabase()
  await db
    .recordsOf('failures')
    .bulkPut([
      stored<'failures'>({ id: 'old', no: 'GZ-1', legacy: true, state: 'SUBMITTED', cycle: 1 }),
      stored<'failures'>({ id: 'stated', no: 'GZ-2', legacy: true, state: 'CLOSED', closedAt: '2020-01-01', cycle: 1 }),
      aCaseFile({ id: 'worked', no: 'GZ-3', state: 'HANDLING', problemId: undefined }).failure,
      aCaseFile({ id: 'closed', no: 'GZ-4', state: 'CLOSED', closedBy: '钱工', problemId: undefined }).failure,
      stored<'failures'>({ id: 'severe', no: 'GZ-5', legacy: true, state: 'SUBMITTED', severity: '2', cycle: 1 }),
      stored<'failures'>({ id: 'merged', no: 'GZ-6', state: 'MERGED', mergedInto: 'old', cycle: 1 }),
    ])
})

const plan = async (decision: BulkDecision) =>
  Object.fromEntries(
    (await planBulk(IDS, decision, LEAD, NOW, 9, db)).map(({ id, stops, fields }) => [
      id,
      stops.length > 0 ? stops.map(({ kind }) => kind).join() : Object.keys(fields).join(),
    ]),
  )

test('history is closed at once; what is worked here is stopped, with the step it waits for and what that needs', async () => {
  expect(await plan({ state: 'CLOSED' })).toEqual({
    old: 'state,stateSince',
    stated: '',
    worked: 'way',
    closed: 'way',
    severe: 'state,stateSince',
    merged: 'aside,way',
  })
  const worked = (await planBulk(['worked'], { state: 'CLOSED' }, LEAD, NOW, 9, db))[0]?.stops[0]
  expect(worked).toMatchObject({ kind: 'way', step: 'finishHandling', roles: ['FSE', 'SSM'] })
  expect(worked?.kind === 'way' ? worked.missing.map(({ gate, reason }) => `${gate} ${reason}`) : []).toEqual([
    'G3 handling-needed',
  ])
})

test('an owner is not given to what is closed, and no path lighter than what forces it', async () => {
  expect(await plan({ owner: '孙工' })).toEqual({
    old: 'owner',
    stated: 'closed',
    worked: 'owner',
    closed: 'closed',
    severe: 'owner',
    merged: 'aside',
  })
  expect(await plan({ path: 'light' })).toMatchObject({ old: 'path', worked: 'path', severe: 'path', closed: 'closed' })
  const [severe] = await planBulk(['severe'], { path: 'light' }, LEAD, NOW, 9, db)
  expect(severe?.stops).toEqual([{ kind: 'path', path: 'standard' }])
})

test('a judgement is given to closed failures too, and one undo takes all of it back', async () => {
  const before = await db.recordsOf('failures').bulkGet(IDS)
  const decision = { relevance: 'NREL', relevanceReason: 'ACC', chargeable: 'EXT' } as const
  const change = await decideInBulk(IDS, decision, LEAD, NOW, '外力统一判定', db)
  expect(change?.edits.map(({ record }) => record)).toEqual(['old', 'stated', 'worked', 'closed', 'severe'])
  expect(change).toMatchObject({ command: 'decide-in-bulk', actor: '赵工', role: 'QAL', why: '外力统一判定' })
  expect(await db.recordsOf('failures').get('closed')).toMatchObject(decision)
  expect((await undo(change?.id ?? '', LEAD, '判错了', db)).ok).toBe(true)
  const after = await db.recordsOf('failures').bulkGet(IDS)
  const values = (rows: typeof after) => rows.map((row) => ({ ...row, versions: '' }))
  expect(values(after)).toEqual(values(before))
})

test('a bulk state is taken back in one go as well', async () => {
  const change = await decideInBulk(IDS, { state: 'CLOSED' }, LEAD, NOW, '2016 年以前的都已关闭', db)
  expect(change?.edits.map(({ record }) => record)).toEqual(['old', 'severe'])
  expect((await undo(change?.id ?? '', LEAD, '不对', db)).ok).toBe(true)
  expect((await db.recordsOf('failures').get('old'))?.state).toBe('SUBMITTED')
})

test('it needs a reason, something to decide, and somebody who leads', async () => {
  expect([
    await refusalsOf(decideInBulk(IDS, { owner: '孙工' }, LEAD, NOW, ' ', db)),
    await refusalsOf(decideInBulk(IDS, {}, LEAD, NOW, '理由', db)),
    await refusalsOf(decideInBulk(IDS, { relevance: 'NREL' }, LEAD, NOW, '理由', db)),
    await refusalsOf(decideInBulk(IDS, { owner: '孙工' }, localPerson('何工', 'FSE'), NOW, '理由', db)),
  ]).toEqual([['reason-needed'], ['incomplete'], ['incomplete'], ['role']])
})
