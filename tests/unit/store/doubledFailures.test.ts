/** The same ledger was read on two devices that then met, and a quality lead puts the two halves together. */
import { beforeEach, describe, expect, test } from 'vitest'
import type { ImportPlan } from '../../../src/domain/importPlan'
import { localPerson } from '../../../src/domain/person'
import { addAttachment } from '../../../src/store/attachments'
import { undo } from '../../../src/store/commit'
import type { FracasDatabase } from '../../../src/store/database'
import { doublePreview, foundDoubles, mergeExactDoubles, mergeFailures } from '../../../src/store/doubledFailures'
import { saveHandling } from '../../../src/store/failures'
import { commitImport } from '../../../src/store/imports'
import { knownFailures } from '../../../src/store/knownFailures'
import { newId } from '../../../src/store/newId'
import { saveReplacement } from '../../../src/store/replacements'
import { eventsOfSerial } from '../../../src/store/serialLives'
import { aPlan } from '../../support/aPlan'
import { freshDatabase } from '../../support/freshDatabase'
import { receiveAll } from '../../support/receive'
import { refusalsOf } from '../../support/refusalsOf'

const LEAD = localPerson('李工', 'QAL')
const STATION = localPerson('王工', 'SSM')
const NOW = '2026-06-30T10:00'
const WHY = '两台设备各导入了一次'

/** The same file as another device reads it: trains and parts are the same records, failures have ids of their own. */
function again(plan: ImportPlan): ImportPlan {
  const ids = new Map((plan.records.failures ?? []).map(({ id }) => [id, newId()]))
  return {
    ...plan,
    records: {
      ...plan.records,
      failures: (plan.records.failures ?? []).map((failure) => ({ ...failure, id: ids.get(failure.id) ?? '' })),
      handlings: (plan.records.handlings ?? []).map((handling) => ({
        ...handling,
        id: newId(),
        failureId: ids.get(handling.failureId ?? '') ?? '',
      })),
    },
  }
}

let db: FracasDatabase
let pairs: readonly (readonly [string, string])[]

beforeEach(async () => {
  const plan = aPlan(3)
  const other = freshDatabase()
  db = freshDatabase()
  await commitImport(plan, { person: STATION }, db)
  await commitImport(again(plan), { person: STATION }, other)
  await receiveAll(other, db)
  const byDay = new Map<string, string[]>()
  for (const { id, occurredAt = '' } of await db.recordsOf('failures').orderBy('id').toArray())
    byDay.set(occurredAt, [...(byDay.get(occurredAt) ?? []), id])
  pairs = [...byDay.values()].map(([stays = '', double = '']) => [stays, double] as const)
})

/** What failures and handlings say, whoever wrote it. */
const said = async () =>
  [...(await db.recordsOf('failures').toArray()), ...(await db.recordsOf('handlings').toArray())].map(
    ({ versions: _versions, ...fields }) => fields,
  )

const shownHandlings = async (failureId: string) =>
  (await db.recordsOf('handlings').where('failureId').equals(failureId).toArray()).filter(
    ({ deleted }) => deleted !== true,
  )

describe('doubles that nothing tells apart', () => {
  test('are found as such, merged at once, counted once, and brought back by one undo', async () => {
    const found = await foundDoubles(pairs, db)
    expect(found.map(({ isExact }) => isExact)).toEqual([true, true, true])
    const before = await said()
    const change = await mergeExactDoubles(pairs, LEAD, NOW, WHY, db)
    const states = (await db.recordsOf('failures').toArray()).map(({ state }) => state)
    expect(states.filter((state) => state === 'MERGED')).toHaveLength(3)
    const [first] = pairs
    expect(await shownHandlings(first?.[0] ?? '')).toHaveLength(1)
    expect(await shownHandlings(first?.[1] ?? '')).toHaveLength(0)
    expect(await foundDoubles(pairs, db)).toEqual([])
    expect((await undo(change?.id ?? '', LEAD, '看错了', db)).ok).toBe(true)
    expect((await foundDoubles(pairs, db)).map(({ isExact }) => isExact)).toEqual([true, true, true])
    expect(await said()).toEqual(before)
  })

  test('a pair that has come to differ is left to a person', async () => {
    await saveHandling(
      pairs[0]?.[1] ?? '',
      null,
      { measure: '又换了一次', method: 'SWAP_NEW' },
      STATION,
      { why: '补录' },
      db,
    )
    expect((await foundDoubles(pairs, db)).map(({ isExact }) => isExact)).toEqual([false, true, true])
    await mergeExactDoubles(pairs, LEAD, NOW, WHY, db)
    expect((await db.recordsOf('failures').toArray()).filter(({ state }) => state === 'MERGED')).toHaveLength(2)
  })

  test('only whoever decides on closing may, and says why', async () => {
    expect(await refusalsOf(mergeExactDoubles(pairs, STATION, NOW, WHY, db))).toContain('role')
    expect(await refusalsOf(mergeExactDoubles(pairs, LEAD, NOW, ' ', db))).toEqual(['reason-needed'])
  })
})

describe('doubles on which people worked apart', () => {
  const [removed, installed] = ['ZJF-2016-0001', 'ZJF-2016-0002']

  test('what both say differently stands side by side; what only one has moves; a swap counts once', async () => {
    const [stays = '', double = ''] = pairs[0] ?? []
    const line = { at: '2016-03-01', removedSerial: removed, installedSerial: installed, position: 'B1' }
    for (const id of [stays, double])
      await saveReplacement(id, null, line, STATION, { why: '补录', confirmed: true }, db)
    await db.recordsOf('failures').update(double, { description: '中继阀漏风，缓解不良', delayMin: 5, no: 'GZ-9' })
    await saveHandling(double, null, { measure: '清洗', method: 'CLEAN' }, STATION, { why: '补录' }, db)
    const bytes = new TextEncoder().encode('photo').buffer as ArrayBuffer
    await addAttachment(double, { name: '阀.jpg', mime: 'image/jpeg', bytes, why: '补录' }, STATION, db)

    const preview = await doublePreview(double, stays, db)
    expect(preview.differing.map(({ field }) => field)).toEqual(['description'])
    expect(preview.filled).toEqual([{ field: 'delayMin', value: 5 }])
    expect(preview.moves.map(({ table, count }) => [table, count])).toEqual([
      ['handlings', 1],
      ['attachments', 1],
    ])
    expect(preview.same.map(({ table, count }) => [table, count])).toEqual([
      ['handlings', 1],
      ['replacements', 1],
    ])

    await mergeFailures(double, stays, ['description'], LEAD, NOW, WHY, db)
    expect(await db.recordsOf('failures').get(stays)).toMatchObject({
      description: '中继阀漏风，缓解不良',
      delayMin: 5,
      formerNo: 'GZ-9',
    })
    expect(await db.recordsOf('failures').get(double)).toMatchObject({ state: 'MERGED', mergedInto: stays })
    expect((await shownHandlings(stays)).map(({ measure }) => measure)).toEqual(['更换中继阀', '清洗'])
    expect(await db.recordsOf('attachments').toArray()).toMatchObject([{ ownerId: stays, carriedFrom: double }])
    expect((await eventsOfSerial(removed, null, db)).map(({ kind }) => kind)).toEqual(['remove'])
    const known = (await knownFailures(new Set(), db)).filter(({ no }) => no === 'GZ-9')
    expect(known.map(({ id }) => id)).toEqual([stays])
  })

  test('a failure does not go into itself, nor into one that was merged away', async () => {
    const [stays = '', double = ''] = pairs[0] ?? []
    await mergeFailures(double, stays, [], LEAD, NOW, WHY, db)
    expect(await refusalsOf(mergeFailures(stays, double, [], LEAD, NOW, WHY, db))).toEqual(['not-mergeable'])
    expect(await refusalsOf(mergeFailures(stays, stays, [], LEAD, NOW, WHY, db))).toEqual(['not-mergeable'])
  })
})
