/** Two devices that really disagree, a person who chooses, and everybody who knows of it agrees again. */
import { beforeEach, describe, expect, test } from 'vitest'
import { localPerson } from '../../../src/domain/person'
import { waysOf, writesOf } from '../../../src/domain/conflicts'
import type { Json } from '../../../src/domain/records/field'
import { canonicalDump } from '../../../src/store/canonicalDump'
import { takeStep } from '../../../src/store/caseFiles'
import { undo } from '../../../src/store/commit'
import {
  countConflicts,
  disputedFailures,
  disputedFieldsOf,
  groundOf,
  listConflicts,
  settleConflicts,
  type Settlement,
} from '../../../src/store/conflicts'
import type { FracasDatabase } from '../../../src/store/database'
import { editFailure, fileFailure } from '../../../src/store/failures'
import { addMaster, editMaster } from '../../../src/store/masterRecords'
import { aCaseFile, NOW } from '../../support/aCaseFile'
import { aWorld } from '../../support/commandWalk'
import { chosenOf, elsewhere } from '../../support/disagreement'
import { freshDatabase } from '../../support/freshDatabase'
import { receive, receiveAll } from '../../support/receive'
import { refusalsOf } from '../../support/refusalsOf'

const [LI, ZHAO] = [localPerson('李工', 'SSM'), localPerson('赵工', 'QAL')]
let [here, there] = [freshDatabase(), freshDatabase()]
let failure = ''

const meet = async (): Promise<void> => {
  await receiveAll(here, there)
  await receiveAll(there, here)
}
const settle = (chosen: readonly Settlement[], person = LI, why = '核对过', db = here) =>
  settleConflicts(chosen, person, why, db)
const choose = async (field: string, value: Json, db: FracasDatabase = here): Promise<Settlement> => ({
  ...(await chosenOf('failures', failure, field, db)),
  value,
})
const stored = (db: FracasDatabase) => db.recordsOf('failures').get(failure)

/** A failure both devices know, of which each then says something else. */
beforeEach(async () => {
  ;[here, there] = [freshDatabase(), freshDatabase()]
  const { id: _id, versions: _v, no: _no, state: _state, ...fields } = aCaseFile().failure
  const filed = await fileFailure({ ...fields, remark: '原来的话' }, LI, '2026-06-30T10:00+08:00', here)
  failure = filed.ok ? filed.id : ''
  await receiveAll(here, there)
  await editFailure(failure, { remark: '这里的话', severity: '2' }, LI, { why: '更正' }, here)
  await editFailure(failure, { remark: '那里的话', severity: '4' }, ZHAO, { why: '更正' }, there)
  await meet()
})

describe('what is listed', () => {
  test('the record by its number, each value with who wrote it, in which role, and what stood there before', async () => {
    const [found, ...others] = await listConflicts(null, here)
    expect(others).toEqual([])
    expect(found).toMatchObject({ table: 'failures', id: failure, name: (await stored(here))?.no, isClosed: false })
    const remark = found?.disputes.find(({ field }) => field === 'remark')
    const said = remark?.sides.flatMap(({ value, writes }) =>
      writes.map((write) => [value, write.actor, found === undefined ? {} : groundOf(found, 'remark', write)]),
    )
    expect(said).toEqual([
      ['这里的话', '李工', { stood: '原来的话', role: 'SSM' }],
      ['那里的话', '赵工', { stood: '原来的话', role: 'QAL' }],
    ])
    expect(await countConflicts(here)).toBe(1)
    expect(await disputedFailures(here)).toEqual(new Set([failure]))
    expect(await disputedFieldsOf('failures', failure, here)).toEqual(['severity', 'remark'])
    expect(await disputedFieldsOf('failures', 'none', here)).toEqual([])
  })

  test('what hangs on a failure is named by it', async () => {
    const db = freshDatabase()
    await aWorld(db)
    await receive(elsewhere('h1', 'measure', '一', { table: 'handlings' }), db)
    await receive(elsewhere('h1', 'measure', '二', { table: 'handlings' }), db)
    const [found] = await listConflicts('handlings:h1', db)
    expect(found?.owner).toMatchObject({ table: 'failures', id: 'f1', name: 'GZ-1' })
    expect(await listConflicts('handlings:h2', db)).toEqual([])
  })
})

describe('settling', () => {
  test('one change settles several fields; on both devices the same then stands, and nobody disagrees', async () => {
    const change = await settle([await choose('remark', '两处合起来的话'), await choose('severity', '4')])
    expect(change?.edits).toHaveLength(1)
    expect(change).toMatchObject({ command: 'settle-conflict', actor: '李工', why: '核对过' })
    await meet()
    for (const db of [here, there]) {
      expect(await stored(db)).toMatchObject({ remark: '两处合起来的话', severity: '4' })
      expect(await countConflicts(db)).toBe(0)
    }
    expect(await canonicalDump(there)).toEqual(await canonicalDump(here))
  })

  test('also by the shown value, and by nothing at all', async () => {
    await settle([await choose('severity', '4'), await choose('remark', null)])
    expect((await stored(here))?.remark).toBe(undefined)
    expect(await countConflicts(here)).toBe(0)
  })

  test('one undo brings back what was shown before', async () => {
    const change = await settle([await choose('remark', '这里的话'), await choose('severity', '2')])
    expect(await undo(change?.id ?? '', LI, '看错', here)).toMatchObject({ ok: true })
    expect(await stored(here)).toMatchObject({ remark: '那里的话', severity: '4' })
    await meet()
    expect(await canonicalDump(there)).toEqual(await canonicalDump(here))
  })

  test('two devices that settle it differently disagree again, and settle that', async () => {
    await settle([await choose('remark', '甲')])
    await settle([await choose('remark', '乙', there)], ZHAO, '核对过', there)
    await meet()
    expect(await disputedFieldsOf('failures', failure, here)).toContain('remark')
    await settle([await choose('remark', '甲')])
    await meet()
    expect(await disputedFieldsOf('failures', failure, there)).not.toContain('remark')
    expect((await stored(there))?.remark).toBe('甲')
  })

  test('a value that came in meanwhile stops all of it', async () => {
    const chosen = [await choose('remark', '这里的话'), await choose('severity', '2')]
    await receive(elsewhere(failure, 'remark', '第三句'), here)
    const before = await canonicalDump(here)
    expect(await refusalsOf(settle(chosen))).toEqual(['conflict-changed'])
    expect(await canonicalDump(here)).toEqual(before)
    await settle([await choose('remark', '第三句')])
    expect((await stored(here))?.remark).toBe('第三句')
    expect(await refusalsOf(settle(chosen))).toEqual(['conflict-changed'])
  })

  test('a figure asks for a reason, and what contradicts itself is refused', async () => {
    expect(await refusalsOf(settle([await choose('severity', '2')], LI, ''))).toEqual(['reason-needed'])
    for (const at of ['2026-01-01T08:00', '2026-01-02T08:00']) await receive(elsewhere(failure, 'foundAt', at), here)
    const early = await choose('foundAt', '2026-01-01T08:00')
    expect(await refusalsOf(settle([early]))).toEqual(['end-before-start'])
    expect(await settle([await choose('foundAt', '2026-01-05T09:00')])).not.toBe(null)
    expect(await settle([])).toBe(null)
  })
})

describe('who may', () => {
  const codes = async (person: typeof LI, field: string, value: Json, why = '核对过') =>
    refusalsOf(settle([await choose(field, value)], person, why))

  test('facts by whoever may correct the record; nobody who only reads, and nobody of another trade', async () => {
    expect(await codes(localPerson('客户', 'VIEW'), 'remark', '甲')).toEqual(['role'])
    expect(await codes(localPerson('库管', 'WHS'), 'remark', '甲')).toEqual(['role'])
    expect(await codes(localPerson('现场', 'FSE'), 'remark', '甲')).toEqual([])
  })

  test('steps by those who lead, and only one of those that were taken; taking it back as well', async () => {
    await receive(elsewhere(failure, 'state', 'HANDLING'), here)
    await receive(elsewhere(failure, 'state', 'RETURNED'), here)
    expect(await codes(localPerson('现场', 'FSE'), 'state', 'RETURNED')).toEqual(['role'])
    expect(await codes(LI, 'state', 'CLOSED')).toEqual(['set-by-steps'])
    const change = await settle([await choose('state', 'RETURNED')])
    expect((await stored(here))?.state).toBe('RETURNED')
    expect(await refusalsOf(undo(change?.id ?? '', localPerson('现场', 'FSE'), '看错', here))).toEqual(['role'])
  })

  test('what is closed by those who lead it, with a reason', async () => {
    await here.recordsOf('failures').update(failure, { state: 'CLOSED' })
    expect(await codes(localPerson('现场', 'FSE'), 'remark', '甲')).toEqual(['closed-leads-only'])
    expect(await codes(LI, 'remark', '甲', ' ')).toEqual(['closed-needs-reason'])
    expect(await codes(LI, 'remark', '甲')).toEqual([])
  })
})

test('closed here and sent back there: whoever decides for the one takes back all the other wrote', async () => {
  for (const db of [here, there]) await aWorld(db, { state: 'CLOSE_REVIEW' })
  const frb = localPerson('FRB员', 'FRB')
  await takeStep('f1', 'close', frb, NOW, {}, here)
  await takeStep('f1', 'rejectClosing', frb, NOW, { why: '证据不足' }, there)
  const sentBack = await there.recordsOf('failures').get('f1')
  expect((await here.recordsOf('failures').get('f1'))?.closedBy).toBe('FRB员')
  await meet()
  const [found] = await listConflicts('failures:f1', here)
  const way = waysOf(found?.disputes ?? []).find(({ values }) => values['state'] === sentBack?.state)
  const chosen = (found?.disputes ?? []).flatMap((dispute) =>
    dispute.field in (way?.values ?? {})
      ? [
          {
            table: 'failures' as const,
            record: 'f1',
            field: dispute.field,
            value: way?.values[dispute.field] ?? null,
            seen: writesOf(dispute),
          },
        ]
      : [],
  )
  const change = await settle(chosen, frb)
  const { state, closedAt, closedBy } = (await here.recordsOf('failures').get('f1')) ?? {}
  expect({ state, closedAt, closedBy }).toEqual({ state: sentBack?.state, closedAt: undefined, closedBy: undefined })
  await meet()
  expect(await disputedFieldsOf('failures', 'f1', there)).toEqual([])
  expect((await there.recordsOf('failures').get('f1'))?.closedAt).toBe(undefined)
  await undo(change?.id ?? '', frb, '看错', here)
  expect((await here.recordsOf('failures').get('f1'))?.closedBy).toBe('FRB员')
})

test('a train keeps a number no other has, and the number it did not keep goes on finding it', async () => {
  const rel = localPerson('孙工', 'REL')
  const { id } = await addMaster('trains', { trainNo: '0512', vehicleType: 'CR400AF' }, rel, here)
  await addMaster('trains', { trainNo: '0600', vehicleType: 'CR400AF' }, rel, here)
  await receiveAll(here, there)
  await editMaster('trains', id, { trainNo: '0513' }, rel, {}, here)
  await editMaster('trains', id, { trainNo: '0514' }, rel, {}, there)
  await receiveAll(there, here)
  const [found] = await listConflicts(`trains:${id}`, here)
  const trainNo = found?.disputes.find(({ field }) => field === 'trainNo')
  const seen = trainNo === undefined ? [] : writesOf(trainNo)
  const chosen = (value: string): Settlement => ({ table: 'trains', record: id, field: 'trainNo', value, seen })
  expect(await refusalsOf(settle([chosen('0600')], rel))).toEqual(['double-train'])
  await settle([chosen('0513')], rel)
  expect(await here.recordsOf('trains').get(id)).toMatchObject({ trainNo: '0513' })
  expect((await here.recordsOf('trains').get(id))?.aliases).toContain('0514')
})
