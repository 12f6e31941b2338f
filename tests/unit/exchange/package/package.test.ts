/** A package carries changes, source rows and files from one device to another, and everything wrong with one is said in a code. */
import { strToU8, zipSync } from 'fflate'
import { beforeAll, describe, expect, test } from 'vitest'
import { contentHash } from '../../../../src/exchange/archive/contentHash'
import { PACKAGE_LIMITS } from '../../../../src/exchange/package/packageFormat'
import { PACKAGE_PROBLEMS, PackageRefused } from '../../../../src/exchange/package/packageRefused'
import { packageSentence } from '../../../../src/exchange/package/packageSentence'
import { PackageWriter } from '../../../../src/exchange/package/packageWriter'
import type { SigningKey } from '../../../../src/exchange/package/packageKey'
import { memorySink, olderBackupOf } from '../../../support/backups'
import { freshDatabase } from '../../../support/freshDatabase'
import {
  aChange,
  aKey,
  anImport,
  asText,
  contentOf,
  HERE,
  manifestIn,
  open,
  packageOf,
  partsOf,
  refusal,
  SCHEMA,
  sourceRows,
  THERE,
  withManifest,
  withParts,
  withText,
  zipOf,
  type Content,
} from '../../../support/packages'

const silent = (): void => undefined
const PHOTO = Uint8Array.from({ length: 5000 }, (_, at) => (at < 3 ? [0xff, 0xd8, 0xff][at]! : (at * 7919) % 256))
const SMALL: Content = {
  changes: [aChange(HERE, 41), ...anImport(HERE, 42, 'b1', 3), aChange(THERE, 7)],
  rows: sourceRows('b1', 2),
  files: [PHOTO],
}

let key: SigningKey
let small: Uint8Array<ArrayBuffer>
let unsigned: Uint8Array<ArrayBuffer>
beforeAll(async () => {
  key = await aKey()
  small = await packageOf(SMALL, key)
  unsigned = await packageOf(SMALL, null)
})

describe('a package', () => {
  const changes = Array.from({ length: 1500 }, (_, at) => aChange(HERE, at + 1, at === 3 ? { alias: ['new', 1] } : {}))
  const large: Content = {
    changes: [
      ...changes.slice(0, 700),
      ...anImport(HERE, 2000, 'b1', 40),
      ...Array.from({ length: 1460 }, (_, at) => aChange(THERE, 5 + 2 * at, { packedEdits: 'x'.repeat(900) })),
      ...changes.slice(700),
      ...anImport(THERE, 9000, 'b2', 2),
    ],
    rows: [...sourceRows('b1', 400), ...sourceRows('b2', 3)],
    files: [PHOTO, new Uint8Array(), strToU8('只是一段文字'.repeat(500))],
  }

  test('of 3,000 changes, imports, their rows and files comes out as it went in', async () => {
    const bytes = await packageOf(large, key)
    const read = await contentOf(bytes)
    expect(read.changes.length).toBeGreaterThan(3000)
    expect(asText(read)).toBe(asText(large))
    const { counts, numbers, entries } = manifestIn(bytes)
    expect(counts).toEqual({ changes: large.changes.length, rows: 403, files: 3 })
    expect(numbers[HERE]).toEqual([
      [1, 1500],
      [2000, 2000],
    ])
    expect(numbers[THERE]).toHaveLength(1461)
    expect(Object.keys(entries).filter((name) => name.startsWith('changes/')).length).toBeGreaterThan(1)
  })

  test('leaves the place in the log of the sender behind, and keeps what it does not know', async () => {
    const bytes = await packageOf(
      { ...SMALL, changes: [aChange(HERE, 1, { seq: 812, alias: { to: 3 } })], rows: [] },
      key,
    )
    expect((await contentOf(bytes)).changes).toEqual([aChange(HERE, 1, { alias: { to: 3 } })])
  })

  test('holds texts full of brackets, and a large file however well it could be packed', async () => {
    const brackets = `"${'['.repeat(300)}\\"${'{'.repeat(300)}`
    const plain: Content = {
      changes: [aChange(HERE, 1, { why: brackets })],
      rows: [],
      files: [new Uint8Array(17 * 2 ** 20)],
    }
    const read = await contentOf(await packageOf(plain, key))
    expect(read.changes).toEqual(plain.changes)
    expect(read.files.map(({ length }) => length)).toEqual([17 * 2 ** 20])
  })

  test('without changes still says how far the sender is', async () => {
    const bytes = await packageOf({ changes: [], rows: [], files: [] }, key, { heads: { [HERE]: 12 } })
    const { manifest } = await open(bytes)
    expect([manifest.counts.changes, { ...manifest.numbers }, { ...manifest.heads }]).toEqual([0, {}, { [HERE]: 12 }])
  })

  test('says what was chosen', async () => {
    const chosen = [
      { kind: 'everything' },
      { kind: 'new', since: '2026-05-01T08:00+08:00' },
      { kind: 'period', from: '2026-04-01', to: '2026-04-30' },
      { kind: 'depot', id: 'd1', label: '城北' },
    ] as const
    for (const about of chosen)
      expect((await open(await packageOf(SMALL, null, { about }))).manifest.about).toEqual(about)
  })

  test('tells how far it was checked, and stops when it is cancelled', async () => {
    const opened = await open(small)
    const told: number[] = []
    const check = (isCancelled: () => boolean): Promise<boolean> =>
      opened.check(
        () => null,
        (done, all) => told.push(done / all),
        isCancelled,
      )
    expect(await check(() => false)).toBe(true)
    expect([told, told.at(-1)]).toEqual([told.toSorted((a, b) => a - b), 1])
    expect(await check(() => true)).toBe(false)
  })

  test('does not take up a file that is not what its name says, nor the same one twice', async () => {
    const writer = new PackageWriter(memorySink())
    const name = await contentHash(PHOTO)
    expect(await writer.file(name, PHOTO.slice().buffer)).toBe(true)
    expect(await writer.file(name, PHOTO.slice().buffer)).toBe(false)
    expect(await writer.file(name, PHOTO.slice(1).buffer)).toBe(false)
  })
})

describe('a package is not written', () => {
  test('when an entry does not say which change it is, or rows are of no import in it', async () => {
    const written = (content: Partial<Content>): Promise<string> => refusal(packageOf({ ...SMALL, ...content }, key))
    expect(await written({ changes: [aChange('', 1)] })).toBe('packageWrongRecord changes · -1 · device')
    expect(await written({ changes: [aChange(HERE, 2 ** 53)] })).toContain('packageWrongRecord changes')
    expect(await written({ changes: [aChange(HERE, 1)] })).toBe('packageWrongRecord rows/b1')
    expect(await refusal(new PackageWriter(memorySink()).rows('b2', sourceRows('b1', 1)))).toContain(
      'packageWrongRecord',
    )
  })

  test('when it could not be read again', async () => {
    const written = (limits: object): Promise<string> =>
      refusal(packageOf(SMALL, key, {}, { ...PACKAGE_LIMITS, ...limits }))
    for (const limits of [
      { entryBytes: 999 },
      { totalBytes: 5000 },
      { entries: 2 },
      { manifestBytes: 100 },
      { ranges: 1 },
    ])
      expect(await written(limits)).toContain('packageTooLarge')
    expect(await written({ line: { bytes: 50, depth: 9 } })).toContain('packageTooLarge')
    expect(await refusal(packageOf(SMALL, key, { madeAt: '2026-02-30T10:00+08:00' }))).toBe(
      'packageDamaged manifest.json · madeAt',
    )
  })
})

describe('a package is refused', () => {
  test('when it is none', async () => {
    const other = zipSync({ 'manifest.json': strToU8('{"format":"another"}') })
    const backup = await olderBackupOf(freshDatabase())
    for (const bytes of [new Uint8Array(), strToU8('PK?'), zipSync({ 'a.txt': strToU8('a') }), other, backup])
      expect(await refusal(open(bytes))).toBe('packageNotOne')
  })

  test('when it is cut', async () => {
    for (const size of [30, small.length / 2, small.length - 1])
      expect(await refusal(open(small.subarray(0, size)))).toBe('packageCut')
  })

  test('when its format or its database is newer', async () => {
    expect(await refusal(open(await withManifest(unsigned, { version: 2 })))).toBe('packageNewer')
    expect(await refusal(open(small, undefined, SCHEMA - 1))).toBe('packageNewer')
  })

  test('when a part is missing, slipped in, there twice or another one', async () => {
    const name = `blobs/${await contentHash(PHOTO)}`
    expect(await refusal(open(await withParts(small, { [name]: null })))).toBe(`packageDamaged ${name}`)
    expect(await refusal(open(await withParts(small, { 'more.txt': PHOTO })))).toBe('packageDamaged more.txt')
    expect(await refusal(contentOf(await zipOf([...partsOf(small), [name, PHOTO]])))).toBe(`packageDamaged ${name}`)
    expect(await refusal(contentOf(await withParts(small, { [name]: PHOTO.toReversed() })))).toBe(
      `packageDamaged ${name}`,
    )
    expect(await refusal(contentOf(await withParts(unsigned, { 'manifest.sig': new Uint8Array(64) })))).toBe(
      'packageDamaged manifest.sig',
    )
  })

  test('when two parts lie in the same bytes', async () => {
    const [name, second] = ['changes/000001.ndjson', 'changes/000002.ndjson']
    const { entries, counts } = manifestIn(unsigned)
    const described = await withManifest(unsigned, {
      entries: { ...entries, [second]: entries[name] },
      counts: { ...counts, changes: 10 },
    })
    const page = partsOf(unsigned).find(([known]) => known === name)?.[1] ?? new Uint8Array()
    const twice = await withParts(described, { [second]: page })
    expect((await contentOf(twice)).changes).toHaveLength(10)
    const view = new DataView(twice.buffer)
    const lines = [...twice.keys()].filter((at) => at + 46 < twice.length && view.getUint32(at, true) === 0x02014b50)
    view.setUint32((lines.at(-1) ?? 0) + 42, view.getUint32((lines[0] ?? 0) + 42, true), true)
    expect(await refusal(open(twice))).toBe(`packageDamaged ${second}`)
  })

  test('when its manifest says other than what is in it', async () => {
    const { entries } = manifestIn(unsigned)
    const changes = 'changes/000001.ndjson'
    const said: readonly (readonly [Record<string, unknown>, where: string])[] = [
      [{ numbers: { [HERE]: [[41, 42]], [THERE]: [[6, 7]] } }, 'numbers'],
      [{ numbers: { [HERE]: [[41, 42]] } }, 'numbers'],
      [{ counts: { changes: 4, rows: 2, files: 1 } }, 'counts.changes'],
      [{ entries: { ...entries, [changes]: { ...entries[changes], rows: 6 } } }, 'counts.changes'],
    ]
    for (const [change, where] of said)
      expect(await refusal(contentOf(await withManifest(unsigned, change)))).toBe(
        `packageDamaged manifest.json · ${where}`,
      )
    const one = { ...entries, [changes]: { ...entries[changes], rows: 6 } }
    const wrong = await withManifest(unsigned, { entries: one, counts: { changes: 6, rows: 2, files: 1 } })
    expect(await refusal(contentOf(wrong))).toBe(`packageDamaged ${changes}`)
  })

  test('when a line is no JSON, or goes deeper than any record', async () => {
    const name = 'changes/000001.ndjson'
    const deep = (text: string): string => text.replace('"v":11', `"v":${'['.repeat(300)}${']'.repeat(300)}`)
    expect(await refusal(contentOf(await withText(unsigned, name, (text) => text.replace('\n', '\n}'))))).toBe(
      `packageDamaged ${name} · 2`,
    )
    expect(await refusal(contentOf(await withText(unsigned, name, deep)))).toBe(`packageDamaged ${name} · 1`)
  })

  test('when an entry is not what it must be, named by its id and field', async () => {
    const name = 'changes/000001.ndjson'
    const changed = async (from: string, to: string): Promise<string> =>
      refusal(contentOf(await withText(unsigned, name, (text) => text.replace(from, to))))
    expect(await changed('"number":41', '"number":9007199254740992')).toBe(
      `packageWrongRecord ${name} · a1b2-41 · number`,
    )
    expect(await changed('"v":11', '"seq":3,"v":11')).toBe(`packageWrongRecord ${name} · a1b2-41 · seq`)
    expect(await changed('"device":"a1b2"', '"device":"__proto__"')).toContain('packageWrongRecord')
    expect(await refusal(contentOf(small, (kind) => (kind === 'rows' ? 'cells' : null)))).toBe(
      'packageWrongRecord rows/b1/000001.ndjson · 1 · cells',
    )
    const rows = await withText(unsigned, 'rows/b1/000001.ndjson', (text) => text.replace('"b1"', '"b2"'))
    expect(await refusal(contentOf(rows))).toBe('packageWrongRecord rows/b1/000001.ndjson · 1 · batchId')
  })

  test('when rows belong to no import in it', async () => {
    const bytes = await withText(unsigned, 'changes/000001.ndjson', (text) => text.replaceAll('"batchId":"b1",', ''))
    expect(await refusal(contentOf(bytes))).toBe('packageDamaged rows/b1')
  })

  test('when it is larger than the limits, or claims to be', async () => {
    for (const limits of [
      { entryBytes: 999 },
      { totalBytes: 5000 },
      { entries: 2 },
      { manifestBytes: 100 },
      { ranges: 1 },
    ])
      expect(await refusal(open(small, { ...PACKAGE_LIMITS, ...limits }))).toContain('packageTooLarge')
    expect(await refusal(open(small, { ...PACKAGE_LIMITS, entries: 2 }))).toBe('packageTooLarge')
    const bomb = await withParts(unsigned, { 'changes/000001.ndjson': new Uint8Array(20 * 2 ** 20) })
    expect(await refusal(open(bomb))).toBe('packageTooLarge changes/000001.ndjson')
  })

  test('in words that say what to do, in both languages, and where', () => {
    for (const problem of PACKAGE_PROBLEMS) {
      const [zh, en] = (['zh', 'en'] as const).map((language) => packageSentence(new PackageRefused(problem), language))
      expect(zh).toMatch(/请/u)
      expect(en).toMatch(/[Aa]sk|Tell|Make|restored/u)
    }
    for (const language of ['zh', 'en'] as const)
      expect(packageSentence(new PackageRefused('packageDamaged', 'rows/b1'), language)).toContain('rows/b1')
  })
})

describe('a signature', () => {
  test('is good for what was signed, and says whose it is', async () => {
    const [opened, other] = [await open(small), await open(await packageOf(SMALL, await aKey()))]
    expect([opened.signature, other.signature]).toEqual(['good', 'good'])
    expect(opened.fingerprint).not.toBe(other.fingerprint)
    const without = await open(unsigned)
    expect([without.signature, without.fingerprint, without.manifest.publicKey]).toEqual(['unsigned', null, null])
  })

  test('is bad when the manifest says something else, was signed by another, or the signature is gone', async () => {
    const others = partsOf(await packageOf(SMALL, await aKey())).find(([name]) => name === 'manifest.sig')?.[1]
    for (const bytes of [
      await withManifest(small, { madeAt: '2026-05-08T14:30+08:00' }),
      await withParts(small, { 'manifest.sig': others ?? null }),
      await withParts(small, { 'manifest.sig': null }),
      // No point of the curve.
      await withManifest(small, { publicKey: { ...key.publicKey, x: key.publicKey.y } }),
    ]) {
      const opened = await open(bytes)
      expect(opened.signature).toBe('bad')
      const checked = opened.check(
        () => null,
        silent,
        () => false,
      )
      expect(await refusal(checked)).toBe('packageTampered manifest.sig')
    }
  })

  test('does not survive the change of any byte of the manifest', async () => {
    const tiny = await packageOf({ changes: [aChange(HERE, 1)], rows: [], files: [] }, key)
    const parts = partsOf(tiny)
    const manifest = parts.find(([name]) => name === 'manifest.json')?.[1] ?? new Uint8Array()
    for (let at = 0; at < manifest.length; at += 1) {
      const changed = manifest.slice()
      changed[at]! ^= 1 << (at % 8)
      const bytes = await zipOf(parts.map(([name, content]) => [name, name === 'manifest.json' ? changed : content]))
      expect([at, await refusal(contentOf(bytes))]).not.toEqual([at, 'taken'])
    }
  })
})
