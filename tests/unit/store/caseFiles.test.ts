import { beforeEach, describe, expect, test } from 'vitest'
import type { Failure } from '../../../src/domain/records/failure'
import { localPerson, type Person } from '../../../src/domain/person'
import { addAttachment, removeAttachment } from '../../../src/store/attachments'
import {
  caseFileOf,
  linkProblem,
  problemFromFailure,
  saveLoopRecord,
  takeStep,
  waive,
} from '../../../src/store/caseFiles'
import { undo } from '../../../src/store/commit'
import type { FracasDatabase } from '../../../src/store/database'
import { editFailure, fileFailure, saveHandling } from '../../../src/store/failures'
import { refusalsOf } from '../../support/refusalsOf'
import { freshDatabase } from '../../support/freshDatabase'

const AT = '2026-05-08T09:00'
const LEAD: Person = localPerson('赵工', 'QAL')
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
  reporter: '何工',
}
const GRADED = {
  severity: '3',
  faultLevel: 'B',
  priority: 'P3',
  safetyEvent: false,
  warrantyState: 'IN',
  owner: '孙工',
  duplicateCheck: 'none',
  path: 'standard',
  customerNeedsReport: false,
} as const

let db: FracasDatabase
beforeEach(() => {
  db = freshDatabase()
})

async function filed(): Promise<string> {
  const result = await fileFailure(REPORT, localPerson('何工', 'SSM'), '2026-05-07T14:30+08:00', db)
  if (!result.ok) throw new Error('not filed')
  return result.id
}

const stateOf = async (id: string): Promise<string | undefined> => (await db.recordsOf('failures').get(id))?.state

describe('a step', () => {
  test('that lacks something writes nothing and answers with everything that is missing', async () => {
    const id = await filed()
    const before = await db.changes.count()
    const result = await takeStep(id, 'accept', LEAD, AT, {}, db)
    expect(result.ok ? [] : result.decision?.missing.map(({ field }) => field)).toEqual([
      'severity',
      'faultLevel',
      'safetyEvent',
      'priority',
      'duplicateCheck',
      'path',
      'owner',
      'warrantyState',
      'customerNeedsReport',
    ])
    expect([await stateOf(id), await db.changes.count()]).toEqual(['SUBMITTED', before])
  })

  test('that is open is one change with who took it, and cannot be undone from the history', async () => {
    const id = await filed()
    await editFailure(id, GRADED, localPerson('赵工', 'SSM'), undefined, db)
    const result = await takeStep(id, 'accept', LEAD, AT, {}, db)
    if (!result.ok || result.change === null) throw new Error('refused')
    expect([await stateOf(id), result.change.command, result.change.actor]).toEqual(['HANDLING', 'step-accept', '赵工'])
    expect(await undo(result.change.id, localPerson('何工', 'SSM'), '', db)).toEqual({
      ok: false,
      why: 'workflow-step',
    })
    expect(await stateOf(id)).toBe('HANDLING')
  })

  test('sent back keeps the reason where the next person sees it, and in the log', async () => {
    const id = await filed()
    const result = await takeStep(id, 'return', LEAD, AT, { why: '缺车号' }, db)
    expect(result.ok && result.change?.why).toBe('缺车号')
    expect((await caseFileOf(id, db))?.failure).toMatchObject({ state: 'RETURNED', sentBackWhy: '缺车号' })
  })
})

test('a merged failure takes its files along to the one that remains, however many merges later, and none is lost', async () => {
  const [first, second, third] = [await filed(), await filed(), await filed()]
  const file = (name: string) => ({
    name,
    mime: 'text/plain',
    bytes: new TextEncoder().encode(name).buffer as ArrayBuffer,
  })
  await saveHandling(first, null, { measure: '更换' }, localPerson('何工', 'SSM'), {}, db)
  const handling = (await caseFileOf(first, db))?.handlings[0]?.id ?? ''
  await addAttachment(first, file('漏风.txt'), localPerson('何工', 'SSM'), db)
  await addAttachment(handling, file('换件.txt'), localPerson('何工', 'SSM'), db)
  await addAttachment(second, file('原有.txt'), localPerson('何工', 'SSM'), db)
  await removeAttachment(
    (await db.recordsOf('attachments').where('ownerId').equals(first).first())?.id ?? '',
    '拍错了',
    localPerson('何工', 'SSM'),
    db,
  )
  const merge = (id: string, target: string) => takeStep(id, 'merge', LEAD, AT, { target, why: '同一起' }, db)
  expect((await merge(first, second)).ok).toBe(true)
  expect((await merge(second, third)).ok).toBe(true)
  await addAttachment(first, file('后补.txt'), localPerson('何工', 'SSM'), db)
  expect(
    (await caseFileOf(third, db))?.attachments.map(({ name, ownerId, carriedFrom, deletedReason }) => [
      name,
      ownerId === third,
      carriedFrom,
      deletedReason,
    ]),
  ).toEqual([
    ['漏风.txt', true, first, '拍错了'],
    ['换件.txt', true, first, undefined],
    ['原有.txt', true, second, undefined],
    ['后补.txt', true, first, undefined],
  ])
  // Into the first means into what became of it; into itself it does not go.
  const fourth = await filed()
  expect((await merge(fourth, first)).ok).toBe(true)
  expect((await db.recordsOf('failures').get(fourth))?.mergedInto).toBe(third)
  expect([(await merge(third, fourth)).ok, await stateOf(third)]).toEqual([false, 'SUBMITTED'])
})

test('only the review board waives, and only with a reason', async () => {
  const id = await filed()
  await editFailure(id, { ...GRADED, severity: '2' }, localPerson('赵工', 'SSM'), undefined, db)
  const photo = { gate: 'G2', table: 'attachments', record: null, field: null, reason: 'photo-needed' } as const
  expect(await refusalsOf(waive(id, photo, LEAD, AT, '无法拍照', db))).toEqual(['role'])
  expect(await refusalsOf(waive(id, photo, localPerson('主席', 'FRB'), AT, ' ', db))).toEqual(['reason-needed'])
  await waive(id, photo, localPerson('主席', 'FRB'), AT, '无法拍照', db)
  expect((await takeStep(id, 'accept', LEAD, AT, {}, db)).ok).toBe(true)
})

test('what was analysed goes along when a failure becomes part of a problem, and stays with it when it leaves', async () => {
  const [first, second] = [await filed(), await filed()]
  const file = await caseFileOf(first, db)
  if (file === null) throw new Error('gone')
  await saveLoopRecord(
    file,
    'rootCauseAnalyses',
    null,
    { rootCauseText: '膜片老化' },
    localPerson('孙工', 'REL'),
    {},
    db,
  )
  const problem = await problemFromFailure(first, '中继阀漏风', localPerson('孙工', 'REL'), db)
  await linkProblem(second, problem, localPerson('孙工', 'REL'), db)
  expect((await caseFileOf(second, db))?.analyses.map(({ rootCauseText }) => rootCauseText)).toEqual(['膜片老化'])
  await linkProblem(second, null, localPerson('孙工', 'REL'), db)
  expect((await caseFileOf(second, db))?.analyses).toEqual([])
  expect((await caseFileOf(first, db))?.analyses).toHaveLength(1)
})

test('what an import added to a failure goes when that import is taken back', async () => {
  const id = await filed()
  await db
    .recordsOf('replacements')
    .add({ id: 'r1', failureId: id, removedSerial: 'A1', batchId: 'b1', versions: '["d",1,1,"x"]' })
  await db.importBatches.add({
    id: 'b1',
    state: 'committed',
    files: [],
    sheets: [],
    at: 1,
    actor: 'x',
    counts: {},
  } as never)
  expect((await caseFileOf(id, db))?.replacements).toHaveLength(1)
  await db.importBatches.update('b1', { state: 'undone' })
  expect((await caseFileOf(id, db))?.replacements).toEqual([])
})
