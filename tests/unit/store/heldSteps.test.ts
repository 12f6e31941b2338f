/** Two people take a step on devices that do not see each other: the case stops there until one of the steps is chosen. */
import { expect, test } from 'vitest'
import { waysOf } from '../../../src/domain/conflicts'
import { localPerson } from '../../../src/domain/person'
import { caseFileOf, takeStep } from '../../../src/store/caseFiles'
import { listConflicts, settleConflicts } from '../../../src/store/conflicts'
import { editFailure, fileFailure } from '../../../src/store/failures'
import { decide } from '../../../src/domain/workflow/decide'
import { gateContextOf } from '../../../src/store/gateContext'
import { aCaseFile } from '../../support/aCaseFile'
import { freshDatabase } from '../../support/freshDatabase'
import { receiveAll } from '../../support/receive'
import { refusalsOf } from '../../support/refusalsOf'

const [LEAD, QUALITY] = [localPerson('李工', 'SSM'), localPerson('赵工', 'QAL')]
const NOW = '2026-06-30T10:00'

async function twoSteps() {
  const [here, there] = [freshDatabase(), freshDatabase()]
  const { id: _id, versions: _versions, no: _no, state: _state, ...fields } = aCaseFile().failure
  const filed = await fileFailure(fields, localPerson('王工', 'FSE'), `${NOW}+08:00`, here)
  const id = filed.ok ? filed.id : ''
  await receiveAll(here, there)
  const accepted = await takeStep(id, 'accept', LEAD, NOW, {}, here)
  const returned = await takeStep(id, 'return', QUALITY, NOW, { why: '缺车号' }, there)
  expect([accepted.ok, returned.ok]).toEqual([true, true])
  await receiveAll(there, here)
  await receiveAll(here, there)
  return { here, there, id }
}

test('the case shows both steps with their people, and takes no other', async () => {
  const { here, there, id } = await twoSteps()
  for (const db of [here, there]) {
    const [found] = await listConflicts(`failures:${id}`, db)
    const ways = waysOf(found?.disputes ?? []).map(({ last, values }) => [last.actor, values['state']])
    expect(ways.sort()).toEqual([
      ['李工', 'HANDLING'],
      ['赵工', 'RETURNED'],
    ])
    const file = await caseFileOf(id, db)
    if (file === null) throw new Error('the case is gone')
    const context = await gateContextOf(file, NOW, db)
    for (const step of ['submit', 'finishHandling', 'suspend', 'cancel'] as const)
      expect(decide(step, file, LEAD, context, { why: 'x', resumeOn: '2026-07-01' }).refusals).toContain('held')
    expect((await takeStep(id, 'suspend', LEAD, NOW, { why: '等件', resumeOn: '2026-07-01' }, db)).ok).toBe(false)
  }
  // What is seen is still written down.
  await editFailure(id, { remark: '膜片也看了' }, LEAD, {}, here)
  expect((await here.recordsOf('failures').get(id))?.remark).toBe('膜片也看了')
})

test('whoever may decide chooses one; the case goes on from there, on both devices', async () => {
  const { here, there, id } = await twoSteps()
  const [found] = await listConflicts(`failures:${id}`, here)
  const way = waysOf(found?.disputes ?? []).find(({ values }) => values['state'] === 'HANDLING')
  const chosen = (found?.disputes ?? []).map((dispute) => ({
    table: 'failures' as const,
    record: id,
    field: dispute.field,
    value: way?.values[dispute.field] ?? null,
    seen: dispute.sides.flatMap(({ writes }) => writes.map(({ device, change }) => `${device} ${change}`)),
  }))
  expect(await refusalsOf(settleConflicts(chosen, localPerson('何工', 'FSE'), '受理在先', here))).toEqual(['role'])
  await settleConflicts(chosen, QUALITY, '受理在先', here)
  await receiveAll(here, there)
  for (const db of [here, there]) expect((await db.recordsOf('failures').get(id))?.state).toBe('HANDLING')
  const suspended = await takeStep(id, 'suspend', LEAD, NOW, { why: '等件', resumeOn: '2026-07-01' }, there)
  expect(suspended.ok).toBe(true)
})

test('the same step taken twice is one step', async () => {
  const [here, there] = [freshDatabase(), freshDatabase()]
  const { id: _id, versions: _versions, no: _no, state: _state, ...fields } = aCaseFile().failure
  const filed = await fileFailure(fields, localPerson('王工', 'FSE'), `${NOW}+08:00`, here)
  const id = filed.ok ? filed.id : ''
  await receiveAll(here, there)
  await takeStep(id, 'accept', LEAD, NOW, {}, here)
  await takeStep(id, 'accept', QUALITY, NOW, {}, there)
  await receiveAll(there, here)
  expect(
    (await listConflicts(`failures:${id}`, here)).flatMap(({ disputes }) => disputes.map(({ field }) => field)),
  ).toEqual([])
  expect((await takeStep(id, 'suspend', LEAD, NOW, { why: '等件', resumeOn: '2026-07-01' }, here)).ok).toBe(true)
})
