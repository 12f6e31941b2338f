/** A store was copied, both copies went on working, and one of them becomes a device of its own. */
import { beforeEach, describe, expect, test } from 'vitest'
import { localPerson } from '../../../src/domain/person'
import { sourceOfBytes } from '../../../src/exchange/open/byteSource'
import { becomeNewDevice, partedFrom } from '../../../src/store/becomeNewDevice'
import { canonicalDump } from '../../../src/store/canonicalDump'
import { FracasDatabase } from '../../../src/store/database'
import { ownKey } from '../../../src/store/deviceKeys'
import { editFailure, fileFailure } from '../../../src/store/failures'
import { notePackage, type HandOverChoice } from '../../../src/store/handOver'
import { commitImport } from '../../../src/store/imports'
import { verifyLog } from '../../../src/store/operationLog'
import { SameDeviceTwice } from '../../../src/store/takeIn'
import { verifyRecords } from '../../../src/store/verifyRecords'
import { makePackage, partedInPackage, takePackageIn } from '../../../src/workers/packages'
import { aCaseFile } from '../../support/aCaseFile'
import { aPlan } from '../../support/aPlan'
import { memorySink } from '../../support/backups'
import { freshDatabase } from '../../support/freshDatabase'

const [WANG, LI] = [localPerson('王工', 'SSM'), localPerson('李工', 'QAL')]
const NOW = '2026-06-30T10:00+08:00'
const silent = (): void => undefined

let [store, copy] = [freshDatabase(), freshDatabase()]
let shared = ''

async function report(db: FracasDatabase, remark: string): Promise<string> {
  const { id: _id, versions: _versions, no: _no, state: _state, ...fields } = aCaseFile().failure
  const filed = await fileFailure({ ...fields, remark }, WANG, NOW, db)
  return filed.ok ? filed.id : ''
}

const remark = (db: FracasDatabase, id: string, words: string) => editFailure(id, { remark: words }, LI, {}, db)

/** The profile of a browser as a copy of the disk leaves it: everything, the device with its key among it. */
async function copied(from: FracasDatabase): Promise<FracasDatabase> {
  const to = freshDatabase()
  for (const table of from.tables) await to.table(table.name).bulkPut(await table.toArray())
  return to
}

async function packageOf(db: FracasDatabase, choice: HandOverChoice = { kind: 'everything' }): Promise<Uint8Array> {
  const sink = memorySink()
  const about = { kind: 'everything' } as const
  const making = { choice, about, person: WANG, madeAt: NOW, build: 'test', passphrase: '' }
  const { note } = await makePackage(sink, making, silent, undefined, db)
  await notePackage(note, db)
  return sink.bytes()
}

const give = async (bytes: Uint8Array, to: FracasDatabase) =>
  takePackageIn(sourceOfBytes(bytes), LI, true, silent, undefined, to)
const deviceOf = async (db: FracasDatabase): Promise<string> => (await db.device.get('device'))?.id ?? ''
const remarksOf = async (db: FracasDatabase): Promise<readonly string[]> =>
  (await db.recordsOf('failures').toArray()).flatMap(({ remark }) => remark ?? []).sort()

async function isWhole(db: FracasDatabase): Promise<void> {
  expect((await verifyLog(silent, () => false, '', db))?.broken).toBeNull()
  expect((await verifyRecords(silent, () => false, db))?.first).toEqual([])
}

async function meet(): Promise<void> {
  await give(await packageOf(store), copy)
  await give(await packageOf(copy), store)
  await give(await packageOf(store), copy)
  expect(await canonicalDump(copy)).toEqual(await canonicalDump(store))
  await isWhole(store)
  await isWhole(copy)
}

beforeEach(async () => {
  store = freshDatabase()
  await commitImport(aPlan(2), { person: WANG }, store)
  shared = await report(store, '复制以前')
  await packageOf(store, { kind: 'new' })
  copy = await copied(store)
  // Both work on, on the same failure and on failures of their own; the copy also reads a file.
  await remark(store, shared, '原件改的')
  await report(store, '原件新报的')
  await remark(copy, shared, '副本改的')
  await remark(copy, shared, '副本又改的')
  await report(copy, '副本新报的')
  await commitImport(aPlan(3), { person: WANG }, copy)
})

describe('after both copies went on working', () => {
  test('they refuse each other, and say where they parted', async () => {
    const bytes = await packageOf(store)
    await expect(give(bytes, copy)).rejects.toBeInstanceOf(SameDeviceTwice)
    expect(await partedInPackage(sourceOfBytes(bytes), copy)).toMatchObject({
      from: 3,
      isSure: true,
      numbers: [3, 4, 5, 6],
      handedOver: 0,
    })
  })

  test('the one that becomes new keeps every word, its log reads whole, and both end equal', async () => {
    const before = await remarksOf(copy)
    const parting = await partedInPackage(sourceOfBytes(await packageOf(store)), copy)
    const { device, renamed } = await becomeNewDevice(parting, LI, copy)
    expect(renamed).toBe(4)
    expect(device).not.toBe(await deviceOf(store))
    expect(await ownKey(copy)).toBeNull()
    expect(await remarksOf(copy)).toEqual(before)
    await isWhole(copy)
    await remark(copy, shared, '成为新设备以后改的')
    await meet()
    const all = await remarksOf(store)
    for (const words of ['原件新报的', '副本新报的']) expect(all).toContain(words)
    // Both had written about the shared one without seeing each other.
    const versions = (await store.recordsOf('failures').get(shared))?.versions ?? ''
    for (const words of ['原件改的', '成为新设备以后改的']) expect(versions).toContain(words)
    expect(versions).not.toContain('副本又改的')
    expect(await store.recordsOf('failures').count()).toBe(8)
  })

  test('what had been handed over under the old id is said, and goes out once more under the new one', async () => {
    await packageOf(copy, { kind: 'new' })
    const parting = await partedInPackage(sourceOfBytes(await packageOf(store)), copy)
    expect(parting?.handedOver).toBe(4)
    await becomeNewDevice(parting, LI, copy)
    await give(await packageOf(copy, { kind: 'new' }), store)
    expect(await remarksOf(store)).toContain('副本新报的')
  })

  test('a package that does not show where they parted is not enough', async () => {
    const bytes = await packageOf(store, { kind: 'new' })
    expect(await partedInPackage(sourceOfBytes(bytes), copy)).toMatchObject({ from: 3, isSure: false })
  })

  test('a copy that became new too late, under which it had written before, is put right as well', async () => {
    await becomeNewDevice(null, LI, copy)
    await report(copy, '新设备新报的')
    const bytes = await packageOf(store)
    await expect(give(bytes, copy)).rejects.toBeInstanceOf(SameDeviceTwice)
    const parting = await partedInPackage(sourceOfBytes(bytes), copy)
    expect(parting).toMatchObject({ from: 3, isSure: true, numbers: [3, 4, 5, 6] })
    await becomeNewDevice(parting, LI, copy)
    await isWhole(copy)
    await meet()
    expect(await remarksOf(store)).toContain('新设备新报的')
  })
})

test('a copy that has written nothing yet is a new device from then on', async () => {
  const idle = await copied(store)
  const before = await canonicalDump(idle)
  await becomeNewDevice(null, LI, idle)
  expect(await canonicalDump(idle)).toEqual(before)
  await report(idle, '第一句')
  copy = idle
  await meet()
})

test('a change under this device’s own id that it never made was made by a copy, even where nothing stands against it', async () => {
  const idle = await copied(store)
  await report(store, '再报一次')
  const bytes = await packageOf(store, { kind: 'new' })
  await expect(give(bytes, idle)).rejects.toBeInstanceOf(SameDeviceTwice)
  const changes = (await store.changes.toArray()).map(({ id, device, number }) => ({ id, device, number }))
  expect(await partedFrom([changes], idle)).toMatchObject({ numbers: [], isSure: true })
})
