import { expect, test } from 'vitest'
import { signOffsOf, type SignOff } from '../../../src/domain/workflow/problemSteps'
import { reviewNotesOf } from '../../../src/domain/workflow/reviewNotes'
import { editProblem, problemFileOf, problemFromFailure } from '../../../src/store/caseFiles'
import { editFailure } from '../../../src/store/failures'
import { signStep } from '../../../src/store/problemSigns'
import { saveReviewNote } from '../../../src/store/reviews'
import { freshDatabase } from '../../support/freshDatabase'

const sign = (step: SignOff['step'], by: string, result: SignOff['result'] = 'approved', comment = ''): SignOff => ({ step, by, at: '2026-05-08T09:00', result, comment })

test('a step is signed by a named person once it has what it needs, rejected only with a reason, and two who sign at once both count', async () => {
  const db = freshDatabase()
  await editFailure('f1', { no: 'GZ-1', state: 'ANALYSIS' }, '何工', '', db)
  const id = (await problemFromFailure('f1', '中继阀漏风', '孙工', db)) ?? ''
  const signs = async () => { const file = await problemFileOf(id, db); return file === null ? null : signOffsOf(file.problem).map(({ step, by, result }) => [step, by, result]) }
  expect([await signStep(id, sign('D1', '钱工'), db), await signStep(id, sign('D0', ' '), db), await signStep(id, sign('D0', '钱工', 'rejected', ' '), db)]).toEqual([null, null, null])
  expect(await signs()).toEqual([])
  await editProblem(id, { team: ['钱工'] }, '孙工', db)
  await Promise.all([signStep(id, sign('D1', '钱工'), db), signStep(id, sign('D0', '赵工', 'rejected', '缺照片'), db)])
  expect((await signs())?.toSorted()).toEqual([['D0', '赵工', 'rejected'], ['D1', '钱工', 'approved']])
  // What a review said stays with the problem, one note a day and writer.
  await saveReviewNote('problems', id, { day: '2026-05-08', by: '赵工', text: '下周再议' }, '赵工', db)
  await saveReviewNote('problems', id, { day: '2026-05-08', by: '赵工', text: '周五再议' }, '赵工', db)
  expect(reviewNotesOf((await problemFileOf(id, db))?.problem ?? {})).toEqual([{ day: '2026-05-08', by: '赵工', text: '周五再议' }])
})
