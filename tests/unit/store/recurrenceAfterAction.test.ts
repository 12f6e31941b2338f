import { localPerson } from '../../../src/domain/person'
import { beforeEach, describe, expect, test } from 'vitest'
import { dismissRecurrence, reopenProposals, type AlikeSince } from '../../../src/store/recurrenceAfterAction'
import type { FracasDatabase } from '../../../src/store/database'
import type { StoredRecord } from '../../../src/domain/records/tables'
import { stored } from '../../support/aCaseFile'
import { refusalsOf } from '../../support/refusalsOf'
import { freshDatabase } from '../../support/freshDatabase'

let db: FracasDatabase
/** As the engine answers: every failure, whatever its day; the rule decides. */
const alike = async (): Promise<AlikeSince> => {
  const every = (await db.recordsOf('failures').toArray()).map(({ id }) => id)
  return (questions) => questions.map(() => every)
}
const proposed = async (): Promise<readonly (string | undefined)[]> =>
  (await reopenProposals(await alike(), null, db)).flatMap(({ later }) => later.map(({ failure }) => failure.no))

const CLOSED = {
  id: 'closed',
  no: 'GZ-1',
  state: 'CLOSED',
  cycle: 1,
  bomNodeId: 'n1',
  symptomCode: 'LEAK_EXT',
  occurredAt: '2026-01-05T08:00',
  trainId: 't1',
}
const ACTION = {
  id: 'a1',
  failureId: 'closed',
  type: 'PERM',
  description: '换新配方膜片',
  effectiveAt: '2026-02-01',
  doneAt: '2026-02-01',
  effKind: 'dateFrom',
  cycle: 1,
}
const later = async (no: string, fields: Partial<StoredRecord<'failures'>> = {}): Promise<void> => {
  await db.recordsOf('failures').put(
    stored<'failures'>({
      no,
      state: 'SUBMITTED',
      bomNodeId: 'n1',
      symptomCode: 'LEAK_EXT',
      occurredAt: '2026-03-05T08:00',
      trainId: 't1',
      ...fields,
    }),
  )
}

beforeEach(async () => {
  db = freshDatabase()
  await db
    .recordsOf('trains')
    .bulkPut([stored<'trains'>({ id: 't1', trainNo: '1104' }), stored<'trains'>({ id: 't2', trainNo: '1105' })])
  await db.recordsOf('failures').put(stored<'failures'>(CLOSED))
  await db.recordsOf('correctiveActions').put(stored<'correctiveActions'>(ACTION))
})

describe('a closed failure is proposed for reopening', () => {
  test('once, also when its action belongs to the failure and to its problem', async () => {
    await db.recordsOf('failures').put(stored<'failures'>({ ...CLOSED, problemId: 'p1' }))
    await db.recordsOf('correctiveActions').put(stored<'correctiveActions'>({ ...ACTION, problemId: 'p1' }))
    await later('same')
    for (const only of [null, 'closed']) {
      const proposals = await reopenProposals(await alike(), only, db)
      expect(proposals.map(({ closed, action }) => [closed.id, action.id])).toEqual([['closed', 'a1']])
    }
  })

  test('by a later failure of the same part with the same symptom, and by nothing else', async () => {
    await later('same')
    await later('before the action', { occurredAt: '2026-01-31T23:00' })
    await later('other part', { bomNodeId: 'n2' })
    await later('reported here, failed elsewhere', { actualNodeId: 'n2' })
    await later('other symptom', { symptomCode: 'NOISE' })
    await later('void', { state: 'CANCELLED' })
    await later('only the year is known', { occurredAt: '2026' })
    expect(await proposed()).toEqual(['same'])
  })

  test('by the part that was reported as well as by the one that had failed, because a fresh report knows only the first', async () => {
    await db.recordsOf('failures').update('closed', { actualNodeId: 'n3' })
    await later('reported as it was reported')
    await later('reported as it had turned out', { bomNodeId: 'n3' })
    expect([...(await proposed())].sort()).toEqual(['reported as it had turned out', 'reported as it was reported'])
  })

  test('by what analysis found in both: looking alike is not failing alike', async () => {
    await db.recordsOf('failures').update('closed', { actualNodeId: 'n3' })
    await later('analysed: the part that only looked like it', { actualNodeId: 'n1' })
    await later('analysed: the same part, reported as another', { bomNodeId: 'n2', actualNodeId: 'n3' })
    expect(await proposed()).toEqual(['analysed: the same part, reported as another'])
  })

  test('the serial of the reported part says nothing about an action on the part that had failed', async () => {
    await db.recordsOf('failures').update('closed', { actualNodeId: 'n3' })
    await db.recordsOf('correctiveActions').update('a1', { effKind: 'serialFrom', effValue: 'ZJF-0100' })
    await later('nobody said which', { actualNodeId: 'n3', reportedSerial: 'ZJF-0099' })
    await later('an old one', { actualNodeId: 'n3', reportedSerial: 'ZJF-0200', actualSerial: 'ZJF-0001' })
    const [proposal] = await reopenProposals(await alike(), 'closed', db)
    expect(proposal?.later.map(({ failure, reach }) => [failure.no, reach])).toEqual([['nobody said which', 'unknown']])
  })

  test('only inside the scope of the action; what cannot be told from the report is said to be uncertain', async () => {
    await later('train of the list')
    await later('another train', { trainId: 't2' })
    await db.recordsOf('correctiveActions').update('a1', { effKind: 'trains', effValue: '1104、1106' })
    expect(await proposed()).toEqual(['train of the list'])
    await db.recordsOf('correctiveActions').update('a1', { effKind: 'serialFrom', effValue: 'ZJF-0100' })
    await later('old part', { reportedSerial: 'ZJF-0099' })
    await later('new part', { reportedSerial: 'ZJF-0101' })
    const [proposal] = await reopenProposals(await alike(), 'closed', db)
    expect(proposal?.later.map(({ failure, reach }) => [failure.no, reach]).sort()).toEqual([
      ['another train', 'unknown'],
      ['new part', 'inside'],
      ['train of the list', 'unknown'],
    ])
  })

  test('not while it is open, and not for an action of an earlier cycle', async () => {
    await later('same')
    await db.recordsOf('failures').update('closed', { state: 'ANALYSIS', cycle: 2 })
    expect(await proposed()).toEqual([])
    await db.recordsOf('failures').update('closed', { state: 'CLOSED' })
    expect(await proposed()).toEqual([])
  })

  test('until a person decides against it with a reason; another recurrence proposes again', async () => {
    await later('same')
    const [proposal] = await reopenProposals(await alike(), null, db)
    const ids = proposal?.later.map(({ failure }) => failure.id) ?? []
    expect(
      await refusalsOf(dismissRecurrence('closed', ids, ' ', '2026-03-06T09:00', localPerson('钱工', 'FRB'), db)),
    ).toEqual(['reason-needed'])
    await dismissRecurrence('closed', ids, '外力碰伤', '2026-03-06T09:00', localPerson('钱工', 'FRB'), db)
    expect(await proposed()).toEqual([])
    await later('once more', { occurredAt: '2026-04-05' })
    expect(await proposed()).toEqual(['once more'])
  })

  test('through its problem, whose action serves all its failures', async () => {
    await db.recordsOf('correctiveActions').update('a1', { failureId: 'other', problemId: 'p1' })
    await db.recordsOf('failures').update('closed', { problemId: 'p1' })
    await later('same')
    expect(await proposed()).toEqual(['same'])
  })
})
