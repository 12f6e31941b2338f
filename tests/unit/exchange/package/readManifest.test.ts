/** A manifest is taken at its word only where every word is one it may say. */
import { strToU8 } from 'fflate'
import { beforeAll, expect, test } from 'vitest'
import { contentHash } from '../../../../src/exchange/archive/contentHash'
import { PACKAGE_LIMITS } from '../../../../src/exchange/package/packageFormat'
import { manifestFrom } from '../../../../src/exchange/package/readManifest'
import {
  aChange,
  aKey,
  anImport,
  HERE,
  manifestIn,
  packageOf,
  refusal,
  sourceRows,
  THERE,
} from '../../../support/packages'

let manifest: Readonly<Record<string, unknown>>
let entries: Readonly<Record<string, object>>
const FILE = strToU8('一张照片')

beforeAll(async () => {
  const content = {
    changes: [aChange(HERE, 41), aChange(HERE, 43), ...anImport(THERE, 7, 'b1', 2)],
    rows: sourceRows('b1', 2),
    files: [FILE],
  }
  manifest = { ...manifestIn(await packageOf(content, await aKey())) }
  entries = manifest['entries'] as Readonly<Record<string, object>>
})

const bytesOf = (change: object): Uint8Array => strToU8(JSON.stringify({ ...manifest, ...change }))
const read = (change: object, limits = PACKAGE_LIMITS): Promise<string> =>
  refusal(Promise.resolve().then(() => manifestFrom(bytesOf(change), limits)))
const damaged = (where: string): string => `packageDamaged manifest.json · ${where}`

test('what was written is read, with nothing more and nothing less', () => {
  expect(JSON.parse(JSON.stringify(manifestFrom(bytesOf({ later: 1 }))))).toEqual(manifest)
})

test('a field that is missing or of another kind is named', async () => {
  for (const field of Object.keys(manifest))
    expect([field, await read({ [field]: undefined })]).not.toEqual([field, 'taken'])
  const wrong: Readonly<Record<string, readonly unknown[]>> = {
    version: [0, 1.5, '1'],
    schema: [-1, null, 2 ** 53],
    build: [7, 'x'.repeat(101)],
    madeAt: ['2026-05-07T14:30', '2026-05-07', '2026-02-30T14:30+08:00', 5],
    'device.id': ['', '__proto__', 'x'.repeat(41), 'a b'],
    'person.name': ['x'.repeat(201), null],
    'about.kind': ['all', 3],
    'chain.hash': ['x', 'C'.repeat(64)],
    'chain.entries': [-1],
    publicKey: [{ kty: 'EC' }, 'x'],
  }
  for (const [where, values] of Object.entries(wrong))
    for (const value of values) {
      const [field = '', inner] = where.split('.')
      const change = inner === undefined ? value : { ...(manifest[field] as object), [inner]: value }
      expect([value, await read({ [field]: change })]).toEqual([value, damaged(where)])
    }
})

test('what was chosen makes sense', async () => {
  const period = { kind: 'period', from: '2026-04-01', to: '2026-04-30' }
  expect(await read({ about: period })).toBe('taken')
  expect(await read({ about: { ...period, from: '2026-05-01' } })).toBe(damaged('about.to'))
  expect(await read({ about: { kind: 'new', since: '昨天' } })).toBe(damaged('about.since'))
  expect(await read({ about: { kind: 'train', id: 't1' } })).toBe(damaged('about.label'))
})

test('ranges are in order, apart from each other, and small enough to count on', async () => {
  const { numbers, heads } = manifest as { numbers: object; heads: object }
  const ranges = (here: unknown): Promise<string> => read({ numbers: { ...numbers, [HERE]: here } })
  for (const bad of [
    [[43, 41]],
    [
      [43, 43],
      [41, 41],
    ],
    [
      [41, 42],
      [43, 43],
    ],
    [
      [41, 43],
      [42, 42],
    ],
    [[0, 1]],
    [[41]],
    [[1, 2, 3]],
    [],
    5,
  ])
    expect([bad, await ranges(bad)]).toEqual([bad, expect.stringMatching(/^packageDamaged manifest\.json · numbers/u)])
  for (const number of [2 ** 48, 2 ** 53, 1e300, 0.5])
    expect([number, await ranges([[41, number]])]).toEqual([number, damaged(`numbers.${HERE}`)])
  // Whoever lacks an earlier change knows less without gaps than the package holds.
  expect(await read({ heads: { ...heads, [HERE]: 2 } })).toBe('taken')
  expect(await read({}, { ...PACKAGE_LIMITS, ranges: 2 })).toBe('packageTooLarge manifest.json')
  expect(await read({}, { ...PACKAGE_LIMITS, ranges: 3 })).toBe('taken')
})

test('parts have names of ours, count without a gap, and a file is called by its hash', async () => {
  const blob = `blobs/${await contentHash(FILE)}`
  const page = entries['changes/000001.ndjson']
  const withEntry = (name: string, entry: object | undefined): Promise<string> =>
    read({ entries: { ...entries, [name]: entry } })
  expect(await withEntry('../etc', page)).toBe(damaged('entries'))
  expect(await withEntry('changes/2.ndjson', page)).toBe(damaged('entries'))
  expect(await withEntry('changes/000003.ndjson', page)).toBe(damaged('changes/000003.ndjson'))
  expect(await withEntry(blob, { sha256: 'a'.repeat(64), bytes: 3 })).toBe(damaged(blob))
  expect(await withEntry(blob, { ...entries[blob], bytes: 2 ** 40 })).toBe(`packageTooLarge ${blob}`)
  expect(await withEntry('changes/000001.ndjson', { ...page, rows: 0 })).toBe(damaged('changes/000001.ndjson'))
})

test('no text can turn what people read around', () => {
  const { person } = manifestFrom(bytesOf({ person: { name: '何\u202e工\u0007', role: 'SSM' } }))
  expect(person.name).toBe('何工')
})
