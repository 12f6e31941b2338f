/** Light means light: how much a person has to say until a minor failure that is not ours is closed, and who they are. */
import { expect, test } from 'vitest'
import { localPerson } from '../../../src/domain/person'
import type { Failure } from '../../../src/domain/records/failure'
import {
  ASKED_OF_FAILURE,
  ASKED_OF_HANDLING,
  canCloseInOneGo,
  proposedForFailure,
  proposedForHandling,
} from '../../../src/domain/workflow/lightClosing'
import { caseFileOf, takeStep } from '../../../src/store/caseFiles'
import type { FracasDatabase } from '../../../src/store/database'
import { fileFailure } from '../../../src/store/failures'
import { closeInOneGo } from '../../../src/store/lightClosing'
import { freshDatabase } from '../../support/freshDatabase'
import { refusalsOf } from '../../support/refusalsOf'

const NOW = '2026-05-07T14:30'
const LEAD = localPerson('周站长', 'SSM')
const QUALITY = localPerson('赵工', 'QAL')

/** What the form asks; date, quantity and reporter stand there already. */
const TYPED: Failure = {
  trainText: '2641',
  bomNodeId: 'n1',
  symptomCode: 'LEAK_EXT',
  description: '撒砂管卡箍被站外飞石打掉，风管轻微漏风',
  serviceImpact: 'NONE',
  detectionPhase: 'DEPOT',
  detectionMethod: 'INSPECT',
  operatingMode: 'STANDSTILL',
  odometerKm: 1_234_567,
  dataDownloaded: true,
}
const GIVEN: Failure = { occurredAt: '2026-05-07T09:10', qty: 1, reporter: LEAD.name }
const ANSWERS = {
  failure: { chargeable: 'EXT', responsibleText: '线路施工单位' },
  handling: { method: 'FIX', measure: '重新紧固卡箍', functionTestOk: true },
} as const

async function filed(db: FracasDatabase): Promise<string> {
  const result = await fileFailure({ ...TYPED, ...GIVEN }, LEAD, `${NOW}+08:00`, db)
  if (!result.ok) throw new Error(JSON.stringify(result.missing))
  return result.id
}

/** What the dialog hands over: what was answered over what is proposed. */
async function answered(id: string, db: FracasDatabase) {
  const file = await caseFileOf(id, db)
  if (file === null) throw new Error('no failure')
  expect(canCloseInOneGo(file, {})).toBe(true)
  const failure = {
    ...proposedForFailure(file.failure, LEAD.name, ANSWERS.failure.chargeable, false),
    ...ANSWERS.failure,
  }
  return {
    failure,
    handling: { ...proposedForHandling(file.failure, LEAD.name, NOW), ...ANSWERS.handling },
  }
}

test('a minor failure that is not ours is closed by two people with fifteen answers', async () => {
  const db = freshDatabase()
  const id = await filed(db)
  expect(await closeInOneGo(id, await answered(id, db), LEAD, NOW, db)).toBe('CLOSE_REVIEW')
  // Whoever reported it does not close it; the second person answers nothing any more.
  expect((await takeStep(id, 'close', QUALITY, NOW, {}, db)).ok).toBe(true)
  const closed = await db.recordsOf('failures').get(id)
  expect(closed).toMatchObject({
    state: 'CLOSED',
    closedBy: '赵工',
    closeCode: 'C4',
    relevance: 'NREL',
    chargeable: 'EXT',
  })

  const asked = [...Object.keys(TYPED), ...ASKED_OF_FAILURE, ...ASKED_OF_HANDLING]
  expect([...ASKED_OF_FAILURE, ...ASKED_OF_HANDLING].toSorted()).toEqual(
    [...Object.keys(ANSWERS.failure), ...Object.keys(ANSWERS.handling)].toSorted(),
  )
  expect(asked.length).toBeLessThanOrEqual(15)
  const people = new Set((await db.changes.toArray()).map(({ actor }) => actor))
  expect([...people]).toEqual(['周站长', '赵工'])
})

test('it is all or nothing: without an answer nothing of it is stored', async () => {
  const db = freshDatabase()
  const id = await filed(db)
  const whole = await answered(id, db)
  const { measure: _measure, ...handling } = whole.handling
  expect(await refusalsOf(closeInOneGo(id, { ...whole, handling }, LEAD, NOW, db))).toEqual(['incomplete'])
  expect(await refusalsOf(closeInOneGo(id, whole, localPerson('何工', 'FSE'), NOW, db))).toEqual(['role'])
  expect((await db.recordsOf('failures').get(id))?.state).toBe('SUBMITTED')
  expect(await db.recordsOf('handlings').count()).toBe(0)
  expect(await db.changes.count()).toBe(1)
})

test('what is ours, severe or forced to be worked thoroughly is not proposed away', async () => {
  const db = freshDatabase()
  const id = await filed(db)
  const file = await caseFileOf(id, db)
  if (file === null) throw new Error('no failure')
  expect(proposedForFailure(file.failure, LEAD.name, 'OWN', false)).toMatchObject({ relevance: 'REL', closeCode: 'C2' })
  const alike = proposedForFailure(file.failure, LEAD.name, 'EXT', true)
  expect([alike.duplicateCheck, alike.recurrence]).toEqual([undefined, undefined])
  expect(proposedForFailure({ ...file.failure, severity: '3' }, LEAD.name, 'EXT', false)).not.toHaveProperty('severity')
  for (const [failure, escalation] of [
    [{ severity: '2' }, {}],
    [{ serviceImpact: 'OFFLINE' }, {}],
    [{ path: 'standard' }, {}],
    [{ state: 'ANALYSIS' }, {}],
    [{}, { criticality: 'A' }],
    [{}, { alikeIn90Days: 3 }],
  ] as const)
    expect(canCloseInOneGo({ ...file, failure: { ...file.failure, ...failure } }, escalation)).toBe(false)
})
