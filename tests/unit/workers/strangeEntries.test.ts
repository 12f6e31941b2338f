/**
 * Packages that are whole and signed but say strange things, as another program or a hand could write them: either nothing of
 * one is stored, or what is stored is what its tables hold and what the log adds up to.
 */
import { expect, test } from 'vitest'
import { seededRandom, type SeededRandom } from '../../../fixtures/demo/seededRandom'
import type { ImportedRows } from '../../../src/domain/importBatch'
import { localPerson } from '../../../src/domain/person'
import { recordProblem } from '../../../src/domain/records/recordProblem'
import { TABLE_NAMES } from '../../../src/domain/records/tables'
import { sourceOfBytes } from '../../../src/exchange/open/byteSource'
import { makeKeyPair, signingKeyOf } from '../../../src/exchange/package/packageKey'
import { PackageRefused } from '../../../src/exchange/package/packageRefused'
import { PackageWriter } from '../../../src/exchange/package/packageWriter'
import { canonicalDump } from '../../../src/store/canonicalDump'
import { SCHEMA_VERSION, type FracasDatabase } from '../../../src/store/database'
import type { LoggedChange } from '../../../src/domain/loggedChange'
import { editFailure, fileFailure } from '../../../src/store/failures'
import { commitImport } from '../../../src/store/imports'
import { SameDeviceTwice } from '../../../src/store/takeIn'
import { verifyRecords } from '../../../src/store/verifyRecords'
import { takePackageIn } from '../../../src/workers/packages'
import { aCaseFile } from '../../support/aCaseFile'
import { aPlan } from '../../support/aPlan'
import { memorySink } from '../../support/backups'
import { freshDatabase } from '../../support/freshDatabase'

const PACKAGES = 200
const LI = localPerson('李工', 'QAL')
const silent = (): void => undefined

async function aDevice(): Promise<FracasDatabase> {
  const db = freshDatabase()
  await commitImport(aPlan(3), { person: LI }, db)
  const { id: _id, versions: _versions, no: _no, state: _state, ...fields } = aCaseFile().failure
  const filed = await fileFailure(fields, localPerson('王工', 'FSE'), '2026-06-30T10:00+08:00', db)
  if (filed.ok) await editFailure(filed.id, { remark: '补' }, localPerson('赵工', 'SSM'), { why: '补' }, db)
  return db
}

const STRANGE: readonly unknown[] = [
  { a: 1 },
  [],
  [null],
  null,
  2 ** 53,
  -1,
  0.5,
  '',
  'x'.repeat(20_000),
  true,
  '__proto__',
  '1900-02-30',
]

/** One value somewhere in the entry is another, is gone, or stands under another name. */
function spoiled(entry: unknown, random: SeededRandom): unknown {
  const packed = (entry as LoggedChange).packedEdits
  if (packed !== undefined && random.chance(0.5))
    return { ...(entry as object), packedEdits: JSON.stringify(spoiled(JSON.parse(packed), random)) }
  const copy: unknown = JSON.parse(JSON.stringify(entry))
  const places: (readonly [holder: Record<string, unknown>, key: string])[] = []
  const walk = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return
    for (const [key, inner] of Object.entries(value)) {
      places.push([value as Record<string, unknown>, key])
      walk(inner)
    }
  }
  walk(copy)
  const [holder, key] = random.pick(places)
  const kept = holder[key]
  const how = random.between(0, 3)
  if (how === 0) delete holder[key]
  else if (how === 1) {
    delete holder[key]
    holder[random.pick(['versions', 'id', 'awaits', 'deleted', 'table', 'no', 'batchId', 'x'])] = kept
  } else holder[key] = random.pick(STRANGE)
  return copy
}

async function signedPackage(
  entries: readonly unknown[],
  rows: readonly ImportedRows[],
  device: string,
): Promise<Uint8Array> {
  const sink = memorySink()
  const writer = new PackageWriter(sink)
  await writer.changes(entries as never)
  for (const row of rows) await writer.rows(row.batchId, [row])
  const about = {
    schema: SCHEMA_VERSION,
    build: 'test',
    madeAt: '2026-06-30T10:00+08:00',
    device: { id: device, code: 'X' },
    person: { name: '某', role: 'FSE' },
    about: { kind: 'everything' },
    heads: {},
    chain: { entries: entries.length, hash: '' },
  } as const
  await writer.finish(about, await signingKeyOf(await makeKeyPair()))
  return sink.bytes()
}

test('whatever one value of an entry says, the store stays sound', async () => {
  const sender = await aDevice()
  const entries = (await sender.changes.toArray()).map(({ seq: _seq, ...entry }) => entry)
  const rows = await sender.importedRows.toArray()
  const device = (await sender.device.get('device'))?.id ?? ''
  let [refused, taken] = [0, 0]
  for (let seed = 1; seed <= PACKAGES; seed += 1) {
    const random = seededRandom(seed)
    const at = random.between(0, entries.length - 1)
    const strange = entries.map((entry, place) => (place === at ? spoiled(entry, random) : entry))
    const db = freshDatabase()
    await commitImport(aPlan(1), { person: LI }, db)
    const before = await canonicalDump(db)
    try {
      const bytes = await signedPackage(strange, rows, device)
      await takePackageIn(sourceOfBytes(bytes), LI, true, silent, undefined, db)
      taken += 1
      for (const table of TABLE_NAMES)
        for (const record of await db.table(table).toArray())
          expect([seed, table, recordProblem(table, record)]).toEqual([seed, table, null])
      expect([seed, (await verifyRecords(silent, () => false, db))?.first]).toEqual([seed, []])
    } catch (error) {
      if (!(error instanceof PackageRefused) && !(error instanceof SameDeviceTwice)) throw error
      refused += 1
      expect(await canonicalDump(db)).toEqual(before)
    }
    await db.delete()
  }
  expect(refused).toBeGreaterThan(PACKAGES / 10)
  expect(taken).toBeGreaterThan(PACKAGES / 10)
})

test('an import of which an entry is missing is refused whole', async () => {
  const sender = await aDevice()
  const entries = (await sender.changes.toArray()).map(({ seq: _seq, ...entry }) => entry)
  const device = (await sender.device.get('device'))?.id ?? ''
  const torn = entries.filter(({ packedEdits }) => packedEdits?.includes('"table":"handlings"') !== true)
  expect(torn.length).toBe(entries.length - 1)
  const db = freshDatabase()
  const end = signedPackage(torn, [], device).then((bytes) =>
    takePackageIn(sourceOfBytes(bytes), LI, true, silent, undefined, db),
  )
  await expect(end).rejects.toMatchObject({
    problem: 'packageDamaged',
    where: expect.stringContaining(device) as unknown,
  })
  expect(await db.changes.count()).toBe(0)
})
