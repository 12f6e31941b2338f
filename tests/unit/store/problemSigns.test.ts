import { localPerson } from '../../../src/domain/person'
import { expect, test } from 'vitest'
import { meetingsOf, outcomeOf, type BoardMeeting, type MemberSign } from '../../../src/domain/workflow/boardMeetings'
import { signersOf, signOffsOf, STEPS, type SignOff } from '../../../src/domain/workflow/problemSteps'
import { stepRefusal } from '../../../src/domain/workflow/problemWorkflow'
import { signedProblem } from '../../../src/domain/workflow/stepEvidence'
import { reviewNotesOf } from '../../../src/domain/workflow/reviewNotes'
import { editProblem, problemFileOf, problemFromFailure } from '../../../src/store/caseFiles'
import { undo } from '../../../src/store/commit'
import { callMeeting, signMeeting, signStep } from '../../../src/store/problemSigns'
import { saveReviewNote } from '../../../src/store/reviews'
import { ROLES } from '../../../src/domain/workflow/roles'
import { stored } from '../../support/aCaseFile'
import { refusalsOf } from '../../support/refusalsOf'
import { freshDatabase } from '../../support/freshDatabase'

const sign = (step: SignOff['step'], by: string, result: SignOff['result'] = 'approved', comment = ''): SignOff => ({
  step,
  by,
  at: '2026-05-08T09:00',
  result,
  comment,
})

test('a step is signed by a named person once it has what it needs, rejected only with a reason, and two who sign at once both count', async () => {
  const db = freshDatabase()
  await db.recordsOf('failures').put(stored<'failures'>({ id: 'f1', no: 'GZ-1', state: 'ANALYSIS' }))
  const id = (await problemFromFailure('f1', '中继阀漏风', localPerson('孙工', 'REL'), db)) ?? ''
  const signs = async () => {
    const file = await problemFileOf(id, db)
    return file === null ? null : signOffsOf(file.problem).map(({ step, by, result }) => [step, by, result])
  }
  expect([
    await refusalsOf(signStep(id, sign('D1', '钱工'), localPerson('钱工', 'FRB'), db)),
    await refusalsOf(signStep(id, sign('D0', ' '), localPerson(' ', 'FRB'), db)),
    await refusalsOf(signStep(id, sign('D0', '钱工', 'rejected', ' '), localPerson('钱工', 'FRB'), db)),
    await refusalsOf(signStep(id, sign('D0', '何工'), localPerson('何工', 'FSE'), db)),
  ]).toEqual([['incomplete'], ['nobody-named'], ['reason-needed'], ['role']])
  expect(await signs()).toEqual([])
  await editProblem(id, { team: ['钱工'] }, localPerson('孙工', 'REL'), {}, db)
  // D1 has what it needs, and still waits for D0.
  expect(await refusalsOf(signStep(id, sign('D1', '钱工'), localPerson('钱工', 'FRB'), db))).toEqual(['incomplete'])
  await signStep(id, sign('D0', '钱工'), localPerson('钱工', 'FRB'), db)
  await Promise.all([
    signStep(id, sign('D1', '钱工'), localPerson('钱工', 'FRB'), db),
    signStep(id, sign('D2', '赵工', 'rejected', '缺照片'), localPerson('赵工', 'QAL'), db),
  ])
  expect((await signs())?.toSorted()).toEqual([
    ['D0', '钱工', 'approved'],
    ['D1', '钱工', 'approved'],
    ['D2', '赵工', 'rejected'],
  ])
  // What a review said stays with the problem, one note a day and writer.
  await saveReviewNote('problems', id, { day: '2026-05-08', text: '下周再议' }, localPerson('赵工', 'SSM'), db)
  await saveReviewNote('problems', id, { day: '2026-05-08', text: '周五再议' }, localPerson('赵工', 'SSM'), db)
  expect(reviewNotesOf((await problemFileOf(id, db))?.problem ?? {})).toEqual([
    { day: '2026-05-08', by: '赵工', text: '周五再议' },
  ])
})

test('the permission matrix says who signs a step: quality and the review board, never those who do the work', () => {
  for (const step of STEPS) expect(signersOf(step), step).toEqual(['QAL', 'FRB'])
  const problem = signedProblem({
    problem: stored<'problems'>({ title: '中继阀漏风' }),
    failures: [],
    analyses: [],
    actions: [],
    verifications: [],
  })
  for (const role of ROLES)
    expect(stepRefusal(problem, sign('D0', '钱工'), role), role).toBe(role === 'QAL' || role === 'FRB' ? null : 'role')
  expect([
    stepRefusal(problem, sign('D1', '钱工'), 'QAL'),
    stepRefusal(problem, sign('D1', '钱工', 'rejected', ''), 'QAL'),
    stepRefusal(problem, sign('D1', '钱工', 'rejected', '缺人'), 'QAL'),
  ]).toEqual(['lacks', 'reason-needed', null])
})

test('nobody approves the cause they found themselves; another signer may, and the author may reject', async () => {
  const db = freshDatabase()
  await db.recordsOf('failures').put(stored<'failures'>({ id: 'f1', no: 'GZ-1', state: 'ANALYSIS' }))
  const id = (await problemFromFailure('f1', '中继阀漏风', localPerson('孙工', 'REL'), db)) ?? ''
  const approved = STEPS.slice(0, 4).map((step) => sign(step, '钱工'))
  await db.recordsOf('problems').update(id, { stepSignoffs: approved as never })
  await db
    .recordsOf('rootCauseAnalyses')
    .put(stored<'rootCauseAnalyses'>({ problemId: id, author: '孙工', approvedAt: '2026-05-07' }))
  expect(await refusalsOf(signStep(id, sign('D4', '孙工'), localPerson('孙工', 'QAL'), db))).toEqual([
    'author-may-not-approve',
  ])
  expect(await signStep(id, sign('D4', '孙工', 'rejected', '证据不足'), localPerson('孙工', 'QAL'), db)).not.toBe(null)
  expect(await signStep(id, sign('D4', '钱工'), localPerson('钱工', 'QAL'), db)).not.toBe(null)
})

test('members of a board who sign at once both count, in one meeting and in two, and nobody signs twice or out of turn', async () => {
  const db = freshDatabase()
  await db.recordsOf('failures').put(stored<'failures'>({ id: 'f1', no: 'GZ-1', state: 'ANALYSIS' }))
  const id = (await problemFromFailure('f1', '中继阀漏风', localPerson('孙工', 'REL'), db)) ?? ''
  const meeting = (question: string): BoardMeeting => ({
    at: '2026-05-08T14:00',
    members: ['甲', '乙'],
    question,
    minutes: '',
    signs: [],
  })
  const by = (name: string, result: MemberSign['result'] = 'approved', why = ''): MemberSign => ({
    by: name,
    at: '2026-05-08T15:00',
    result,
    why,
  })
  const outcomes = async () =>
    meetingsOf((await problemFileOf(id, db))?.problem ?? {}).map((held) => [
      held.question,
      held.signs.map((own) => own.by),
      outcomeOf(held),
    ])
  await Promise.all([
    callMeeting(id, meeting('批准关闭'), localPerson('钱工', 'QAL'), db),
    callMeeting(id, meeting('批准措施'), localPerson('赵工', 'QAL'), db),
  ])
  // What both saw is the same unsigned meeting; neither sign-off may overwrite the other.
  await Promise.all([
    signMeeting(id, meeting('批准关闭'), by('甲'), localPerson('甲', 'QAL'), db),
    signMeeting(id, meeting('批准关闭'), by('乙'), localPerson('乙', 'QAL'), db),
    signMeeting(id, meeting('批准措施'), by('甲', 'rejected', '缺样品'), localPerson('甲', 'QAL'), db),
  ])
  expect(await outcomes()).toEqual([
    ['批准关闭', ['甲', '乙'], 'approved'],
    ['批准措施', ['甲'], 'rejected'],
  ])
  // A signature is not undone: taking back a rejection would bring back what it stopped.
  const rejection = (await db.changes.toArray()).find(
    ({ command, why }) => command === 'sign-meeting' && why === '缺样品',
  )
  expect(await undo(rejection?.id ?? '', localPerson('丁', 'SSM'), '算了', db)).toEqual({
    ok: false,
    why: 'workflow-step',
  })
  expect((await outcomes())[1]).toEqual(['批准措施', ['甲'], 'rejected'])
  expect([
    await refusalsOf(signMeeting(id, meeting('批准措施'), by('乙'), localPerson('乙', 'QAL'), db)),
    await refusalsOf(signMeeting(id, meeting('批准关闭'), by('甲'), localPerson('甲', 'QAL'), db)),
    await refusalsOf(signMeeting(id, meeting('没有的会'), by('甲'), localPerson('甲', 'QAL'), db)),
  ]).toEqual([['overtaken'], ['overtaken'], ['overtaken']])
})
