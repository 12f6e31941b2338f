/** What one store did, taken in by another: in any order, twice, in pieces. */
import { expect, test } from 'vitest'
import { localPerson } from '../../../src/domain/person'
import { reviewNotesOf } from '../../../src/domain/workflow/reviewNotes'
import { undo } from '../../../src/store/commit'
import { countConflicts } from '../../../src/store/conflicts'
import { custodyOf } from '../../../src/domain/custody'
import { recordCustody } from '../../../src/store/replacements'
import { saveReviewNote } from '../../../src/store/reviews'
import { canonicalDump } from '../../../src/store/canonicalDump'
import type { LoggedChange } from '../../../src/domain/loggedChange'
import { deleteFailure, editFailure, fileFailure } from '../../../src/store/failures'
import { allImports, commitImport, undoImport } from '../../../src/store/imports'
import { addMaster } from '../../../src/store/masterRecords'
import { SameDeviceTwice, takeIn, TakingInCancelled } from '../../../src/store/takeIn'
import { aCaseFile } from '../../support/aCaseFile'
import { aPlan } from '../../support/aPlan'
import { freshDatabase } from '../../support/freshDatabase'
import { receiveAll } from '../../support/receive'

const [LI, ZHAO] = [localPerson('李工', 'QAL'), localPerson('赵工', 'SSM')]
const NOW = '2026-06-30T10:00+08:00'

async function report(db: ReturnType<typeof freshDatabase>, remark: string): Promise<string> {
  const { id: _id, versions: _versions, no: _no, state: _state, ...fields } = aCaseFile().failure
  const filed = await fileFailure({ ...fields, remark }, localPerson('王工', 'FSE'), NOW, db)
  return filed.ok ? filed.id : ''
}

test('an import arrives with its records, its source rows and what became of it', async () => {
  const [here, there] = [freshDatabase(), freshDatabase()]
  const batch = await commitImport(aPlan(1200), { person: LI }, here)
  await receiveAll(here, there)
  expect(await canonicalDump(there)).toEqual(await canonicalDump(here))
  expect(await there.importedRows.toArray()).toEqual(await here.importedRows.toArray())
  await undoImport(batch.id, LI, false, there)
  await receiveAll(there, here)
  expect((await allImports(here)).map(({ state }) => state)).toEqual(['undone'])
  expect(await canonicalDump(there)).toEqual(await canonicalDump(here))
})

test('changes end in the same state in any order, twice and one by one; what is not made yet does not show', async () => {
  const [here, there] = [freshDatabase(), freshDatabase()]
  const id = await report(here, '第一句')
  await editFailure(id, { remark: '第二句' }, ZHAO, { why: '更正' }, here)
  await deleteFailure(await report(here, '误报'), LI, '误报', here)
  const entries = (await here.changes.toArray()) as readonly LoggedChange[]
  const [first, second] = entries
  await takeIn({ changes: [[second as LoggedChange]] }, {}, there)
  expect((await there.recordsOf('failures').get(id))?.deleted).toBe(true)
  for (const entry of [...entries].reverse()) await takeIn({ changes: [[entry]] }, {}, there)
  expect(await takeIn({ changes: [[first as LoggedChange]] }, {}, there)).toMatchObject({ entries: 0, known: 1 })
  expect(await there.recordsOf('failures').get(id)).toMatchObject({ remark: '第二句' })
  expect((await there.recordsOf('failures').get(id))?.deleted).toBe(undefined)
  expect(await canonicalDump(there)).toEqual(await canonicalDump(here))
})

test('a train added on two devices that never met is one train; what they say differently is kept twice', async () => {
  const [here, there] = [freshDatabase(), freshDatabase()]
  const train = { trainNo: '0512', vehicleType: 'CR400AF' }
  const one = await addMaster('trains', { ...train, carsPerTrain: 8 }, localPerson('甲', 'REL'), here)
  const other = await addMaster('trains', { ...train, carsPerTrain: 16 }, localPerson('乙', 'REL'), there)
  expect(other.id).toBe(one.id)
  await receiveAll(here, there)
  await receiveAll(there, here)
  expect(await here.recordsOf('trains').count()).toBe(1)
  expect(await canonicalDump(there)).toEqual(await canonicalDump(here))
  const versions = (await here.recordsOf('trains').get(one.id))?.versions ?? ''
  expect(versions).toContain('8')
  expect(versions).toContain('16')
})

test('a list that came with an import is the same here and elsewhere, and is added to as any other', async () => {
  const [here, there] = [freshDatabase(), freshDatabase()]
  const step = { kind: 'handedOver', at: '2026-05-01', from: '', to: '库房', by: '库管', doc: '', note: '' } as const
  const line = { id: 'r1', removedSerial: 'ZJ-1', at: '2026-04-30', custody: [step] }
  await commitImport({ ...aPlan(0), records: { replacements: [line] } } as never, { person: LI }, here)
  await receiveAll(here, there)
  expect(await canonicalDump(there)).toEqual(await canonicalDump(here))
  const sent = { ...step, kind: 'sentToRepair', at: '2026-05-02', to: '返修' } as const
  const scrapped = { ...step, kind: 'scrapped', at: '2026-05-03', to: '' } as const
  await recordCustody('r1', sent, localPerson('库管', 'WHS'), here)
  await recordCustody('r1', scrapped, localPerson('库管', 'WHS'), there)
  await receiveAll(there, here)
  const kinds = custodyOf((await here.recordsOf('replacements').get('r1')) ?? {}).map(({ kind }) => kind)
  expect([kinds[0], ...kinds.slice(1).sort()]).toEqual(['handedOver', 'scrapped', 'sentToRepair'])
})

test('what two people add to one list apart both stands, and each takes back only what is his', async () => {
  const [here, there] = [freshDatabase(), freshDatabase()]
  const id = await report(here, '漏风')
  await receiveAll(here, there)
  const note = (text: string) => ({ day: '2026-06-30', text })
  const ofLi = await saveReviewNote('failures', id, note('先看膜片'), LI, here)
  await saveReviewNote('failures', id, note('再看弹簧'), ZHAO, there)
  await receiveAll(here, there)
  await receiveAll(there, here)
  const notes = async (db: typeof here) =>
    reviewNotesOf((await db.recordsOf('failures').get(id)) ?? {})
      .map(({ by, text }) => `${by} ${text}`)
      .sort()
  expect(await notes(here)).toEqual(['李工 先看膜片', '赵工 再看弹簧'])
  expect(await notes(there)).toEqual(await notes(here))
  expect(await countConflicts(here)).toBe(0)
  expect(await undo(ofLi?.id ?? '', LI, '不对', here)).toMatchObject({ ok: true })
  await receiveAll(here, there)
  expect(await notes(there)).toEqual(['赵工 再看弹簧'])
  expect(await canonicalDump(there)).toEqual(await canonicalDump(here))
})

test('the same fleet list imported on two devices shows while one of the two imports stands', async () => {
  const [here, there] = [freshDatabase(), freshDatabase()]
  const { id: _id, ...fields } = { id: '', trainNo: '0513', vehicleType: 'CR400AF' }
  const plan = {
    ...aPlan(0),
    records: {
      trains: [{ id: (await addMaster('trains', fields, localPerson('甲', 'REL'), freshDatabase())).id, ...fields }],
    },
  }
  const mine = await commitImport(plan as never, { person: LI }, here)
  const theirs = await commitImport(plan as never, { person: LI }, there)
  await receiveAll(there, here)
  await receiveAll(here, there)
  expect(await canonicalDump(there)).toEqual(await canonicalDump(here))
  const { liveRecords } = await import('../../../src/store/liveRecords')
  await undoImport(mine.id, LI, false, here)
  expect(await liveRecords('trains', here)).toHaveLength(1)
  await undoImport(theirs.id, LI, false, here)
  expect(await liveRecords('trains', here)).toHaveLength(0)
  await commitImport(plan as never, { person: LI }, here)
  expect(await liveRecords('trains', here)).toHaveLength(1)
})

test('two stores that use one device id are told apart before anything is stored', async () => {
  const [here, copy] = [freshDatabase(), freshDatabase()]
  const id = await report(here, '原件')
  await receiveAll(here, copy)
  await copy.device.put((await here.device.get('device')) as never)
  await editFailure(id, { remark: '这里写的' }, ZHAO, { why: '更正' }, here)
  await editFailure(id, { remark: '副本写的' }, ZHAO, { why: '更正' }, copy)
  const before = await canonicalDump(here)
  await expect(receiveAll(copy, here)).rejects.toThrow(SameDeviceTwice)
  expect(await canonicalDump(here)).toEqual(before)
})

test('a cancel leaves the store as it was', async () => {
  const [here, there] = [freshDatabase(), freshDatabase()]
  for (let at = 0; at < 5; at += 1) await report(here, String(at))
  const pages = (await here.changes.toArray()).map((entry) => [entry])
  let asked = 0
  const end = takeIn({ changes: pages }, { isCancelled: () => (asked += 1) > 3 }, there)
  await expect(end).rejects.toThrow(TakingInCancelled)
  expect(await there.changes.count()).toBe(0)
  expect(await there.recordsOf('failures').count()).toBe(0)
})
