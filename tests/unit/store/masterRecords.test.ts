import { beforeEach, describe, expect, test } from 'vitest'
import { localPerson } from '../../../src/domain/person'
import { undo } from '../../../src/store/commit'
import type { FracasDatabase } from '../../../src/store/database'
import { fileFailure } from '../../../src/store/failures'
import { historyOf } from '../../../src/store/history'
import {
  addMaster,
  deleteMaster,
  editMaster,
  endMaster,
  masterRecords,
  moveNode,
  resumeMaster,
} from '../../../src/store/masterRecords'
import { mergePreview, mergeRecords, survivorOf } from '../../../src/store/mergeRecords'
import { readNames } from '../../../src/store/reference'
import { freshDatabase } from '../../support/freshDatabase'
import { refusalsOf } from '../../support/refusalsOf'

const keeper = localPerson('赵工', 'REL')
const NOW = '2026-05-07T14:30+08:00'

let db: FracasDatabase
beforeEach(() => {
  db = freshDatabase()
})

const add = async (table: Parameters<typeof addMaster>[0], fields: object): Promise<string> =>
  (await addMaster(table, { ...fields }, keeper, db)).id

/** A brake system with two assemblies and a part in the first. */
async function brakeSystem() {
  const product = await add('products', { code: 'ZD-1', name: '制动系统' })
  const root = (await db.recordsOf('bomNodes').toArray())[0]?.id ?? ''
  const air = await add('bomNodes', { name: '风源', partNo: 'FY-1', qty: 1, parentId: root })
  const panel = await add('bomNodes', { name: '制动控制', partNo: 'BCU-1', qty: 2, parentId: root })
  const valve = await add('bomNodes', { name: '中继阀', partNo: 'ZJF-1', qty: 4, parentId: panel })
  return { product, root, air, panel, valve }
}

async function fileAt(fields: object): Promise<string> {
  const filed = await fileFailure(
    {
      occurredAt: '2026-05-07T14:10+08:00',
      trainText: '2641',
      nodeText: '中继阀',
      symptomCode: 'LEAK_EXT',
      description: '中继阀排风口持续漏风，缓解后仍有气流声',
      serviceImpact: 'NONE',
      detectionPhase: 'DEPOT',
      detectionMethod: 'INSPECT',
      operatingMode: 'STANDSTILL',
      odometerKm: 1_234_567,
      qty: 1,
      dataDownloaded: true,
      reporter: '王工',
      ...fields,
    },
    localPerson('王工', 'SSM'),
    NOW,
    db,
  )
  if (!filed.ok) throw new Error(JSON.stringify(filed.missing))
  return filed.id
}

describe('products and parts', () => {
  test('a product comes with the node its parts hang under', async () => {
    const { product, root } = await brakeSystem()
    expect(await db.recordsOf('bomNodes').get(root)).toMatchObject({ productId: product, name: '制动系统', qty: 1 })
  })

  test('a part needs a name and a quantity, and is not a second of its kind at one place', async () => {
    const { panel } = await brakeSystem()
    const adding = (fields: object) => refusalsOf(addMaster('bomNodes', { parentId: panel, ...fields }, keeper, db))
    expect(await adding({ qty: 1 })).toEqual(['needed'])
    expect(await adding({ name: '阀座' })).toEqual(['needed'])
    expect(await adding({ name: '中继阀', partNo: 'zjf-１', qty: 1 })).toEqual(['double-sibling'])
    expect(await adding({ name: '中继阀', partNo: 'ZJF-1', qty: 1, position: 'B' })).toEqual([])
  })

  test('a later revision may follow an ended one at the same position, not stand beside it', async () => {
    const { panel, valve } = await brakeSystem()
    const next = { parentId: panel, name: '中继阀', partNo: 'ZJF-2', qty: 4, position: 'P1', revision: 'B' }
    await editMaster('bomNodes', valve, { position: 'P1', effectiveFrom: '2020-01-01' }, keeper, {}, db)
    expect(await refusalsOf(addMaster('bomNodes', { ...next, effectiveFrom: '2026-01-01' }, keeper, db))).toEqual([
      'position-taken',
    ])
    await editMaster('bomNodes', valve, { effectiveTo: '2026-01-01' }, keeper, {}, db)
    expect(await refusalsOf(addMaster('bomNodes', { ...next, effectiveFrom: '2026-01-01' }, keeper, db))).toEqual([])
    expect(
      await refusalsOf(editMaster('bomNodes', valve, { effectiveTo: '2019-01-01' }, keeper, { why: '更正' }, db)),
    ).toContain('end-before-start')
  })

  test('a part moves with a reason, never into itself, and back with one undo', async () => {
    const { air, panel, valve } = await brakeSystem()
    expect(await refusalsOf(moveNode(panel, valve, keeper, '图纸', db))).toEqual(['inside-itself'])
    expect(await refusalsOf(moveNode(panel, panel, keeper, '图纸', db))).toEqual(['inside-itself'])
    expect(await refusalsOf(moveNode(valve, air, keeper, '', db))).toEqual(['reason-needed'])
    const change = await moveNode(valve, air, keeper, '图纸 A3', db)
    expect((await db.recordsOf('bomNodes').get(valve))?.parentId).toBe(air)
    await undo(change?.id ?? '', keeper, '移错', db)
    expect((await db.recordsOf('bomNodes').get(valve))?.parentId).toBe(panel)
  })

  test('a quantity that figures stand on changes with a reason', async () => {
    const { valve } = await brakeSystem()
    expect(await refusalsOf(editMaster('bomNodes', valve, { qty: 8 }, keeper, {}, db))).toEqual(['reason-needed'])
    await editMaster('bomNodes', valve, { qty: 8 }, keeper, { why: '现车核对' }, db)
    expect((await historyOf([`bomNodes:${valve}`], db))[0]).toMatchObject({
      change: { why: '现车核对', actor: '赵工' },
      fields: [{ field: 'qty', before: 4, after: 8 }],
    })
  })

  test('a part with a failure is ended, not deleted, and keeps its failure; one added by mistake goes', async () => {
    const { valve, air } = await brakeSystem()
    const failure = await fileAt({ bomNodeId: valve, nodeText: undefined })
    expect(await refusalsOf(deleteMaster('bomNodes', valve, keeper, '录错', db))).toEqual(['stands-on-it'])
    await endMaster('bomNodes', valve, '2026-06-30', keeper, '换型', db)
    expect(await db.recordsOf('bomNodes').get(valve)).toMatchObject({ active: false, effectiveTo: '2026-06-30' })
    expect((await db.recordsOf('failures').get(failure))?.bomNodeId).toBe(valve)
    await resumeMaster('bomNodes', valve, keeper, '又用', db)
    expect((await db.recordsOf('bomNodes').get(valve))?.active).toBe(true)
    await deleteMaster('bomNodes', air, keeper, '录错', db)
    expect((await masterRecords('bomNodes', db)).map(({ id }) => id)).not.toContain(air)
  })

  test('renaming a product renames the node at its top, and both former names stay known', async () => {
    const { product, root } = await brakeSystem()
    await editMaster('products', product, { name: '微机制动系统' }, keeper, {}, db)
    expect(await db.recordsOf('bomNodes').get(root)).toMatchObject({ name: '微机制动系统', aliases: '制动系统' })
  })
})

describe('trains and places', () => {
  test('a renumbered train keeps its former numbers, and a slip of the pen is struck out of them', async () => {
    const train = await add('trains', { trainNo: '2641', vehicleType: 'CRH380A' })
    await editMaster('trains', train, { trainNo: '2741' }, keeper, {}, db)
    expect((await db.recordsOf('trains').get(train))?.aliases).toBe('2641')
    await editMaster('trains', train, { trainNo: '2742' }, keeper, {}, db)
    expect((await db.recordsOf('trains').get(train))?.aliases).toBe('2641；2741')
    await editMaster('trains', train, { aliases: '2641' }, keeper, {}, db)
    expect((await db.recordsOf('trains').get(train))?.aliases).toBe('2641')
  })

  test('no second train of a type has a number that one has or had', async () => {
    const train = await add('trains', { trainNo: '2641', vehicleType: 'CRH380A' })
    await editMaster('trains', train, { trainNo: '2741' }, keeper, {}, db)
    const adding = (fields: object) => refusalsOf(addMaster('trains', { ...fields }, keeper, db))
    expect(await adding({ trainNo: '２７４１', vehicleType: 'crh380a' })).toEqual(['double-train'])
    expect(await adding({ trainNo: '2641', vehicleType: 'CRH380A' })).toEqual(['double-train'])
    expect(await adding({ trainNo: '2741', vehicleType: 'CR400AF' })).toEqual([])
  })

  test('who may not is refused: a reader always, a field engineer of a team too', async () => {
    const reader = localPerson('客户', 'VIEW')
    const engineer = { ...localPerson('何工', 'FSE'), isInTeam: true }
    for (const person of [reader, engineer])
      expect(await refusalsOf(addMaster('trains', { trainNo: '1', vehicleType: 'A' }, person, db))).toEqual(['role'])
  })
})

test('adding is taken back at once, and not once a failure stands on what was added', async () => {
  const { id, change } = await addMaster('trains', { trainNo: '2641', vehicleType: 'CRH380A' }, keeper, db)
  expect(await undo(change?.id ?? '', keeper, '', db)).toMatchObject({ ok: true })
  expect(await masterRecords('trains', db)).toEqual([])
  const again = await addMaster('trains', { trainNo: '2641', vehicleType: 'CRH380A' }, keeper, db)
  await fileAt({ trainId: again.id, trainText: undefined })
  expect(again.id).not.toBe(id)
  expect(await undo(again.change?.id ?? '', keeper, '', db)).toEqual({ ok: false, why: 'later-entries' })
})

describe('doubles', () => {
  const DOUBLE = { trainNo: '02641', vehicleType: 'CRH380A', projectNo: 'P-7' }

  test('a merge moves everything, fills what was empty, keeps the way from the old id, and is one undo', async () => {
    const depot = await add('parties', { kind: 'depot', name: '上海动车段' })
    const keep = await add('trains', { trainNo: '2641', vehicleType: 'CRH380A' })
    const double = await add('trains', { ...DOUBLE, depotId: depot })
    const failure = await fileAt({ trainId: double, trainText: undefined })
    expect(await mergePreview('trains', double, keep, db)).toEqual({
      moves: [{ table: 'failures', field: 'trainId', count: 1 }],
      filled: [
        { field: 'depotId', value: depot },
        { field: 'projectNo', value: 'P-7' },
      ],
      differing: [{ field: 'trainNo', survivor: '2641', double: '02641' }],
      names: ['02641'],
    })
    const change = await mergeRecords('trains', double, keep, keeper, '同一列', db)
    expect(await db.recordsOf('trains').get(keep)).toMatchObject({ projectNo: 'P-7', aliases: '02641' })
    expect((await db.recordsOf('failures').get(failure))?.trainId).toBe(keep)
    expect(await survivorOf('trains', double, db)).toBe(keep)
    expect((await readNames(db)).trains.map(({ id }) => id)).toEqual([keep])

    await undo(change?.id ?? '', keeper, '不是同一列', db)
    expect((await db.recordsOf('failures').get(failure))?.trainId).toBe(double)
    expect((await readNames(db)).trains.map(({ trainNo }) => trainNo).toSorted()).toEqual(['02641', '2641'])
    expect((await db.recordsOf('trains').get(keep))?.projectNo).toBeUndefined()
  })

  test('merged parts take their children along; an assembly does not go into its own part', async () => {
    const { panel, air, valve } = await brakeSystem()
    expect(await refusalsOf(mergeRecords('bomNodes', panel, valve, keeper, '同一件', db))).toEqual(['not-mergeable'])
    expect(await refusalsOf(mergeRecords('bomNodes', panel, panel, keeper, '同一件', db))).toEqual(['not-mergeable'])
    await mergeRecords('bomNodes', panel, air, keeper, '同一件', db)
    expect((await db.recordsOf('bomNodes').get(valve))?.parentId).toBe(air)
    expect((await db.recordsOf('bomNodes').get(air))?.aliases).toBe('制动控制；BCU-1')
    expect(await refusalsOf(mergeRecords('bomNodes', panel, air, keeper, '再来', db))).toEqual(['not-mergeable'])
  })
})
