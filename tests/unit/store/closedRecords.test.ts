/** What is closed changes by being reopened, or with a reason by whoever leads the work. */
import { beforeEach, describe, expect, test } from 'vitest'
import { localPerson } from '../../../src/domain/person'
import type { StoredRecord } from '../../../src/domain/records/tables'
import { addAttachment, removeAttachment } from '../../../src/store/attachments'
import {
  approveAnalysis,
  caseFileOf,
  drawFishbone,
  editProblem,
  linkProblem,
  saveLoopRecord,
  takeStep,
} from '../../../src/store/caseFiles'
import { undo } from '../../../src/store/commit'
import { addCost } from '../../../src/store/costs'
import type { FracasDatabase } from '../../../src/store/database'
import { assignOwner, editFailure, saveHandling } from '../../../src/store/failures'
import { assignWords } from '../../../src/store/nodes'
import { callMeeting, signStep } from '../../../src/store/problemSigns'
import { recordCustody, saveReplacement } from '../../../src/store/replacements'
import { NOW, stored } from '../../support/aCaseFile'
import { aWorld } from '../../support/commandWalk'
import { freshDatabase } from '../../support/freshDatabase'
import { refusalsOf } from '../../support/refusalsOf'

const as = (role: Parameters<typeof localPerson>[1]) => localPerson(`${role}员`, role)
const file = { name: 'a.txt', mime: 'text/plain', bytes: new TextEncoder().encode('a').buffer as ArrayBuffer }
const BONE = { branch: 'machine', cause: '老化', verdict: 'open' } as never
let db: FracasDatabase
const loop = async (
  table: Parameters<typeof saveLoopRecord>[1],
  id: string | null,
  role: Parameters<typeof localPerson>[1],
  why = '',
) => {
  const found = await caseFileOf('f1', db)
  if (found === null) throw new Error('no failure')
  return saveLoopRecord(found, table, id, { evidence: '改过' } as never, as(role), { why }, db)
}

beforeEach(async () => {
  db = freshDatabase()
  await aWorld(db, { state: 'CLOSED', closedAt: '2026-06-20T08:00', closedBy: '钱工' })
})

describe('a closed failure', () => {
  test('is edited with a reason by whoever leads, and the history says who, in which role, and why', async () => {
    const edit = (role: Parameters<typeof localPerson>[1], why = '') =>
      refusalsOf(editFailure('f1', { remark: '补一句' }, as(role), { why }, db))
    expect([await edit('FSE', '补记'), await edit('REL'), await edit('REL', '  ')]).toEqual([
      ['closed-leads-only'],
      ['closed-needs-reason'],
      ['closed-needs-reason'],
    ])
    expect(await edit('REL', '客户补充')).toEqual([])
    expect(await db.changes.orderBy('seq').last()).toMatchObject({ actor: 'REL员', role: 'REL', why: '客户补充' })
  })

  test('nor do its handlings, parts, causes, actions and files change without a reason', async () => {
    const commands: readonly (readonly [string, (why: string) => Promise<unknown>])[] = [
      ['handling', (why) => saveHandling('f1', 'h1', { measure: '改过' }, as('SSM'), { why }, db)],
      ['new handling', (why) => saveHandling('f1', null, { measure: '补记' }, as('SSM'), { why }, db)],
      ['replacement', (why) => saveReplacement('f1', 'r1', { tagNo: 'T-9' }, as('SSM'), { why, confirmed: true }, db)],
      ['analysis', (why) => loop('rootCauseAnalyses', null, 'REL', why)],
      ['action', (why) => loop('correctiveActions', 'c1', 'REL', why)],
      ['verification', (why) => loop('effectVerifications', 'v1', 'REL', why)],
      ['file', (why) => addAttachment('f1', { ...file, why }, as('REL'), db)],
      ['problem', (why) => editProblem('p1', { title: '改过' }, as('REL'), { why }, db)],
    ]
    for (const [name, give] of commands) {
      expect(await refusalsOf(give('')), name).toEqual(['closed-needs-reason'])
      expect(await refusalsOf(give('归档前补全')), name).toEqual([])
    }
    const added = (await db.recordsOf('attachments').toArray())[0]?.id ?? ''
    expect(await refusalsOf(removeAttachment(added, '传错了', as('FSE'), db))).toEqual(['closed-leads-only'])
    expect(await refusalsOf(removeAttachment(added, '传错了', as('REL'), db))).toEqual([])
  })

  test('what judges or signs it again reopens it first', async () => {
    await db.recordsOf('rootCauseAnalyses').update('a1', { approvedAt: undefined, submittedAt: NOW })
    const sign = { step: 'D0', at: NOW, result: 'rejected', comment: '缺照片' } as const
    const meeting = { at: '2026-07-01T14:00', members: ['钱工'], question: '复议', minutes: '', signs: [] }
    for (const command of [
      () => approveAnalysis('a1', localPerson('审核员', 'QAL'), NOW, db),
      () => drawFishbone('a1', [BONE], as('REL'), db),
      () => assignOwner(['f1'], '孙工', as('QAL'), db),
      () => signStep('p1', sign, as('QAL'), db),
      () => callMeeting('p1', meeting, as('QAL'), db),
      () => linkProblem('f1', null, as('REL'), db),
    ])
      expect(await refusalsOf(command()), String(command)).toEqual(['closed-needs-reopening'])
    expect((await takeStep('f1', 'reopen', as('FRB'), NOW, { reopenCode: 'R1', why: '复发' }, db)).ok).toBe(true)
    expect(await refusalsOf(assignOwner(['f1'], '孙工', as('QAL'), db))).toEqual([])
    expect(await refusalsOf(signStep('p1', sign, as('QAL'), db))).toEqual([])
  })

  test('an edit made before it was closed is not taken back without a reason', async () => {
    await db.recordsOf('failures').update('f1', { state: 'ANALYSIS' })
    const change = await editFailure('f1', { remark: '先记下' }, as('SSM'), {}, db)
    await db.recordsOf('failures').update('f1', { state: 'CLOSED' })
    const takeBack = (why: string) => refusalsOf(undo(change?.id ?? '', as('SSM'), why, db))
    expect([await takeBack(''), await takeBack('记错了')]).toEqual([['closed-needs-reason'], []])
  })

  test('where the removed part goes, what it costs, and what an old word means are still said', async () => {
    const cost = {
      bucket: 'REPAIR',
      item: 'travel',
      basis: 'actual',
      amountCents: 100,
      currency: 'CNY',
      period: '2026-07',
      payer: 'OWN',
      voucher: 'V-1',
    } as const
    const custody = { kind: 'sentToRepair', at: '2026-07-01', from: '', to: '返修车间', doc: '', note: '' } as const
    expect(await refusalsOf(addCost('f1', cost, as('FIN'), db))).toEqual([])
    expect(await refusalsOf(recordCustody('r1', custody, as('WHS'), db))).toEqual([])
    expect(await refusalsOf(assignWords(['f1'], '继动阀', 'n1', as('FSE'), db))).toEqual([])
  })
})

test('a problem with an open failure is open, whatever the others are', async () => {
  await db.recordsOf('failures').update('f2', { problemId: 'p1', state: 'ANALYSIS' })
  expect(await refusalsOf(editProblem('p1', { title: '改过' }, as('REL'), {}, db))).toEqual([])
  expect(await refusalsOf(loop('correctiveActions', 'c1', 'REL'))).toEqual([])
})

test('a problem made of old, closed failures is open until it says what was learnt', async () => {
  await db.recordsOf('problems').put(stored<'problems'>({ id: 'p2', title: '老问题' }) as StoredRecord<'problems'>)
  await db.recordsOf('failures').update('f2', { problemId: 'p2', state: 'CLOSED', legacy: true })
  expect(await refusalsOf(editProblem('p2', { quantified: '9 起' }, as('REL'), {}, db))).toEqual([])
  await db.recordsOf('problems').update('p2', { noLessonReason: '老型号' })
  expect(await refusalsOf(editProblem('p2', { quantified: '10 起' }, as('REL'), {}, db))).toEqual([
    'closed-needs-reason',
  ])
})
