import { beforeEach, describe, expect, test } from 'vitest'
import { localPerson } from '../../../src/domain/person'
import type { StoredRecord } from '../../../src/domain/records/tables'
import type { TransitionName } from '../../../src/domain/workflow/transitions'
import { caseFileOf, takeStep, waive } from '../../../src/store/caseFiles'
import type { FracasDatabase } from '../../../src/store/database'
import { gateContextOf } from '../../../src/store/gateContext'
import { newId } from '../../../src/store/newId'
import { saveWorkRules } from '../../../src/store/workRules'
import { NOW, stored } from '../../support/aCaseFile'
import { aWorld } from '../../support/commandWalk'
import { freshDatabase } from '../../support/freshDatabase'
import { refusalsOf } from '../../support/refusalsOf'

type Failure = Partial<StoredRecord<'failures'>>

let db: FracasDatabase
beforeEach(() => {
  db = freshDatabase()
})

/** One more failure like `f1`, recorded when it happened. */
const alike = (occurredAt: string, fields: Failure = {}) =>
  db.recordsOf('failures').put(
    stored<'failures'>({
      id: newId(Date.parse(occurredAt)),
      bomNodeId: 'n1',
      symptomCode: 'LEAK_INT',
      state: 'CLOSED',
      occurredAt,
      ...fields,
    }),
  )
const missing = async (name: TransitionName, role: 'QAL' | 'FRB' | 'QC') => {
  const result = await takeStep('f1', name, localPerson('某人', role), NOW, {}, db)
  return result.ok ? [] : result.decision?.missing.map(({ reason, detail }) => `${reason} ${detail ?? ''}`.trim())
}
const counted = async () => {
  const file = await caseFileOf('f1', db)
  if (file === null) throw new Error('gone')
  return (await gateContextOf(file, NOW, db)).escalation.alikeIn90Days
}

describe('a step is judged on what the database holds', () => {
  test('a third failure alike within 90 days forces the heavy path, whatever the screen had heard', async () => {
    await aWorld(db, { state: 'SUBMITTED', path: 'standard' })
    await alike('2025-12-20')
    expect(await missing('accept', 'QAL')).toEqual([])
    db = freshDatabase()
    await aWorld(db, { state: 'SUBMITTED', path: 'standard' })
    await alike('2025-12-20')
    await alike('2025-11-01')
    expect(await missing('accept', 'QAL')).toEqual(['path-too-light 8D'])
  })

  test('a part of the highest criticality is no light case', async () => {
    await aWorld(db, { state: 'SUBMITTED', path: 'light' })
    await db.recordsOf('bomNodes').update('n1', { criticality: 'A' })
    expect(await missing('accept', 'QAL')).toEqual(['path-too-light standard'])
  })

  test('the window of the company holds, not the built-in one', async () => {
    await aWorld(db, { state: 'VERIFY' })
    expect(await missing('effective', 'QC')).toEqual([])
    db = freshDatabase()
    await aWorld(db, { state: 'VERIFY' })
    const stricter = { verificationWindow: { windowDays: 200, kmPerTrain: 30_000 } }
    await saveWorkRules(stricter, localPerson('吴工', 'ADM'), '合同', db)
    expect(await missing('effective', 'QC')).toEqual(['window-too-short 200'])
  })

  test('only what is missing is waived', async () => {
    await aWorld(db, { state: 'SUBMITTED', severity: '3' })
    const photo = { gate: 'G2', table: 'attachments', record: null, field: null, reason: 'photo-needed' } as const
    expect(await refusalsOf(waive('f1', photo, localPerson('主席', 'FRB'), NOW, '无法拍照', db))).toEqual(['overtaken'])
  })
})

describe('failures alike', () => {
  test.each<readonly [string, string, Failure]>([
    ['earlier than 90 days', '2025-09-01', {}],
    ['later than the failure', '2026-02-01', {}],
    ['of another symptom', '2025-12-20', { symptomCode: 'NOISE' }],
    ['of another part, as analysed', '2025-12-20', { actualNodeId: 'n9' }],
    ['merged', '2025-12-20', { state: 'MERGED' }],
    ['deleted', '2025-12-20', { deleted: true }],
    ['of an import that was taken back', '2025-12-20', { batchId: 'undone' }],
  ])('are not those %s', async (_, occurredAt, fields) => {
    await aWorld(db, { path: 'standard' })
    await db.importBatches.put({ id: 'undone', state: 'undone' } as never)
    await alike(occurredAt, fields)
    expect(await counted()).toBe(1)
  })

  test('are counted up to the number that forces a path, also those of an import made later', async () => {
    await aWorld(db, { path: 'standard' })
    await alike('2025-12-20', { id: newId(Date.parse('2026-06-01')), actualNodeId: 'n1', bomNodeId: 'n7' })
    expect(await counted()).toBe(2)
    for (let day = 10; day < 20; day += 1) await alike(`2025-12-${day}`)
    expect(await counted()).toBe(3)
  })
})
