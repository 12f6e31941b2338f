import { localPerson } from '../../../src/domain/person'
import { expect, test } from 'vitest'
import { fittingLessons, missingLesson } from '../../../src/domain/knowledge'
import {
  caseFileOf,
  editProblem,
  problemFileOf,
  problemFromFailure,
  saveLoopRecord,
} from '../../../src/store/caseFiles'
import { deleteFailure, fileFailure } from '../../../src/store/failures'
import { allKnowledge, knowledgeOf, lessonFromProblem, lessonUses, usesOf } from '../../../src/store/knowledge'
import type { FracasDatabase } from '../../../src/store/database'
import { refusalsOf } from '../../support/refusalsOf'
import { freshDatabase } from '../../support/freshDatabase'

async function filed(db: FracasDatabase, knowledgeId?: string): Promise<string> {
  const result = await fileFailure(
    {
      occurredAt: '2026-05-07T14:10',
      trainText: '2641',
      bomNodeId: 'n1',
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
      ...(knowledgeId === undefined ? {} : { knowledgeId }),
    },
    localPerson('何工', 'SSM'),
    '2026-05-07T14:30',
    db,
  )
  if (!result.ok) throw new Error('not filed')
  return result.id
}

test('a closed problem with cause and action becomes a lesson in one step, which answers the question of the last gate; its uses are the failures that name it', async () => {
  const db = freshDatabase()
  const failure = await filed(db)
  const problem = (await problemFromFailure(failure, '中继阀漏风', localPerson('孙工', 'REL'), db)) ?? ''
  const gaps = async () => {
    const file = await problemFileOf(problem, db)
    return file === null ? null : missingLesson(file)
  }
  expect(await gaps()).toEqual(['open', 'cause', 'fix'])
  const file = await caseFileOf(failure, db)
  if (file === null) throw new Error('gone')
  await saveLoopRecord(
    file,
    'rootCauseAnalyses',
    null,
    {
      rootCauseText: '膜片硫化不足',
      occurWhy: [{ answer: '膜片裂', evidence: '解剖 12', verdict: 'confirmed', causes: [] }],
    },
    localPerson('孙工', 'REL'),
    {},
    db,
  )
  await saveLoopRecord(
    file,
    'correctiveActions',
    null,
    { description: '换新配方膜片' },
    localPerson('孙工', 'REL'),
    {},
    db,
  )
  // It knows cause and fix, but nobody has verified that the fix works.
  expect([
    await gaps(),
    await refusalsOf(lessonFromProblem(problem, localPerson('孙工', 'REL'), '2026-05-07', db)),
  ]).toEqual([['open'], ['overtaken']])
  await db.recordsOf('failures').update(failure, { state: 'CLOSE_REVIEW' })
  await editProblem(problem, { path: '8D' }, localPerson('孙工', 'REL'), {}, db)
  expect([
    await gaps(),
    await refusalsOf(lessonFromProblem(problem, localPerson('孙工', 'REL'), '2026-05-07', db)),
  ]).toEqual([['steps'], ['overtaken']])
  await editProblem(problem, { path: 'standard' }, localPerson('孙工', 'REL'), {}, db)
  const lesson = (await lessonFromProblem(problem, localPerson('孙工', 'REL'), '2026-05-07', db)) ?? ''
  expect(await knowledgeOf(lesson, db)).toMatchObject({
    title: '中继阀漏风',
    bomNodeId: 'n1',
    symptomCode: 'LEAK_EXT',
    cause: '膜片硫化不足',
    fix: '换新配方膜片',
    recognise: '膜片裂（解剖 12）',
    state: 'published',
    problemId: problem,
  })
  expect((await problemFileOf(problem, db))?.problem.lessonId).toBe(lesson)
  const [used, deleted] = [await filed(db, lesson), await filed(db, lesson)]
  await deleteFailure(deleted, localPerson('何工', 'SSM'), '误报', db)
  expect((await usesOf(lesson, db)).map(({ id }) => id)).toEqual([used])
  expect([...(await lessonUses(db))]).toEqual([[lesson, 1]])
  expect(await allKnowledge(db)).toHaveLength(1)
})

test('a lesson is offered for its part; one for the symptom comes first, one for another symptom, withdrawn or expired never', () => {
  const lessons = [
    { id: 'part', bomNodeId: 'n1', state: 'published' },
    { id: 'both', bomNodeId: 'n1', symptomCode: 'LEAK_EXT', state: 'published' },
    { id: 'other', bomNodeId: 'n1', symptomCode: 'NOISE', state: 'published' },
    { id: 'withdrawn', bomNodeId: 'n1', state: 'withdrawn' },
    { id: 'expired', bomNodeId: 'n1', state: 'published', validUntil: '2025-12-31' },
    { id: 'elsewhere', bomNodeId: 'n2', state: 'published' },
  ]
  expect(fittingLessons(lessons, ['n1'], 'LEAK_EXT', '2026-01-01').map(({ id }) => id)).toEqual(['both', 'part'])
})
