/** Packages damaged at random or on purpose: each is refused with a code, or is still exactly what it was. */
import { strFromU8, strToU8 } from 'fflate'
import { describe, expect, test } from 'vitest'
import { seededRandom, type SeededRandom } from '../../../../fixtures/demo/seededRandom'
import { contentHash } from '../../../../src/exchange/archive/contentHash'
import { isPlainObject } from '../../../../src/domain/plainObject'
import { signed, type SigningKey } from '../../../../src/exchange/package/packageKey'
import { sourceOfBytes } from '../../../../src/exchange/open/byteSource'
import { SEAL_LIMITS } from '../../../../src/exchange/package/seal/sealHeader'
import { sealedSink } from '../../../../src/exchange/package/seal/sealedSink'
import { unseal } from '../../../../src/exchange/package/seal/unseal'
import { memorySink } from '../../../support/backups'
import {
  aChange,
  aKey,
  anImport,
  asText,
  contentOf,
  HERE,
  packageOf,
  partsOf,
  refusal,
  sourceRows,
  THERE,
  zipOf,
  type Content,
  type Part,
} from '../../../support/packages'

const CONTENT: Content = {
  changes: [
    ...Array.from({ length: 40 }, (_, at) => aChange(HERE, 3 * at + 1)),
    ...anImport(THERE, 9, 'b1', 4),
    ...anImport(HERE, 300, 'b2', 2),
  ],
  rows: [...sourceRows('b1', 5), ...sourceRows('b2', 1)],
  files: [strToU8('一张照片'.repeat(100)), strToU8('另一张')],
}

type Mutation = (bytes: Uint8Array, random: SeededRandom, key: SigningKey) => Uint8Array | Promise<Uint8Array>

const place = (bytes: Uint8Array, random: SeededRandom): number => random.between(0, bytes.length - 1)
const joined = (...pieces: readonly Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat(pieces))

const flip: Mutation = (bytes, random) => {
  const mutant = bytes.slice()
  for (let left = random.pick([1, 2, 8]); left > 0; left -= 1)
    mutant[place(bytes, random)]! ^= 1 << random.between(0, 7)
  return mutant
}
const cut: Mutation = (bytes, random) => bytes.slice(0, place(bytes, random))
const cutOut: Mutation = (bytes, random) => {
  const from = place(bytes, random)
  return joined(bytes.subarray(0, from), bytes.subarray(from + random.pick([1, 16, 500])))
}
const insert: Mutation = (bytes, random) => {
  const [at, from] = [place(bytes, random), place(bytes, random)]
  return joined(bytes.subarray(0, at), bytes.subarray(from, from + random.pick([1, 30, 1000])), bytes.subarray(at))
}
const twice: Mutation = (bytes, random) =>
  random.chance(0.5) ? joined(bytes, bytes) : joined(bytes.subarray(9), bytes)

/** Sizes, places and counts in the directory are lies. */
const lie: Mutation = (bytes, random) => {
  const mutant = bytes.slice()
  const view = new DataView(mutant.buffer)
  const claims = [0, 1, 0x7fffffff, 0xfffffffe, 0xffffffff, 1_000_000]
  for (let at = 0; at + 46 < mutant.length; at += 1) {
    const mark = view.getUint32(at, true)
    if (mark === 0x02014b50 && random.chance(0.3))
      view.setUint32(at + random.pick([20, 24, 42]), random.pick(claims), true)
    if (mark === 0x06064b50 && random.chance(0.3))
      view.setBigUint64(at + random.pick([32, 40, 48]), BigInt(random.pick([0, 1, 2 ** 53, 2 ** 40])), true)
  }
  return mutant
}

const repeatPart: Mutation = (bytes, random) => {
  const parts = partsOf(bytes)
  const [name, content] = random.pick(parts)
  const again: Part = [name, random.chance(0.5) ? content : random.pick(parts)[1]]
  return zipOf(random.chance(0.5) ? [...parts, again] : [again, ...parts])
}
const rename: Mutation = (bytes, random) => {
  const parts = partsOf(bytes)
  const names = [
    '../changes',
    'changes/1.ndjson',
    'changes/000009.ndjson',
    'blobs/__proto__',
    '',
    'rows/../000001.ndjson',
  ]
  const at = random.between(0, parts.length - 1)
  const to = random.chance(0.5) ? random.pick(names) : random.pick(parts)[0]
  return zipOf(parts.map(([name, content], place) => [place === at ? to : name, content]))
}
const exchange: Mutation = (bytes, random) => {
  const parts = partsOf(bytes)
  const [a, b] = [random.between(0, parts.length - 1), random.between(0, parts.length - 1)]
  return zipOf(parts.map(([name, content], at) => [name, at === a ? parts[b]![1] : content]))
}

/** What could be meant, and what nobody means. */
const PLAIN: readonly string[] = ['"城北"', '"everything"', '5000', '[]']
const STRANGE: readonly string[] = [
  '9007199254740992',
  '281474976710656',
  '1e999',
  '-1',
  '0.5',
  'null',
  'true',
  '""',
  '[]',
  '{}',
  '[[1,1],[2,2]]',
  '{"__proto__":[[1,2]],"constructor":1}',
  `"${'长'.repeat(1000)}"`,
  '['.repeat(50_000) + ']'.repeat(50_000),
  '{"a":'.repeat(20_000) + '1' + '}'.repeat(20_000),
]

/** Where a value stands in a manifest, however deep. */
const pathsIn = (value: unknown, path: readonly string[] = []): (readonly string[])[] =>
  isPlainObject(value) || Array.isArray(value)
    ? [path, ...Object.entries(value).flatMap(([name, inner]) => pathsIn(inner, [...path, name]))]
    : [path]

function replaced(value: unknown, [name, ...further]: readonly string[], by: unknown): unknown {
  if (name === undefined) return by
  if (Array.isArray(value)) return value.map((item, at) => (String(at) === name ? replaced(item, further, by) : item))
  if (!isPlainObject(value)) return value
  return { ...value, [name]: replaced(value[name], further, by) }
}

/** A field of the manifest is something strange; half of them are signed anew, by a key of somebody else's. */
const editManifest: Mutation = async (bytes, random, key) => {
  const parts = partsOf(bytes)
  const manifest: unknown = JSON.parse(strFromU8(parts.find(([name]) => name === 'manifest.json')![1]))
  const isPlain = random.chance(0.5)
  const paths = pathsIn(manifest).filter(([name = '']) => !isPlain || !['entries', 'numbers'].includes(name))
  const edited = replaced(manifest, random.pick(paths), '@')
  const isSignedAnew = random.chance(0.5) && isPlainObject(edited) && isPlainObject(edited['publicKey'])
  const owned = isSignedAnew ? { ...edited, publicKey: key.publicKey } : edited
  const content = strToU8(JSON.stringify(owned).replace('"@"', () => random.pick(isPlain ? PLAIN : STRANGE)))
  const signature = isSignedAnew ? await signed(content, key) : null
  return zipOf(
    parts.map(([name, before]) =>
      name === 'manifest.json' ? [name, content] : [name, name === 'manifest.sig' ? (signature ?? before) : before],
    ),
  )
}

const MUTATIONS: Readonly<Record<string, Mutation>> = {
  flip,
  cut,
  cutOut,
  insert,
  twice,
  lie,
  repeatPart,
  rename,
  exchange,
  editManifest,
  editMore: editManifest,
}

describe('1,000 packages that something happened to', () => {
  test('are refused with a code, or are still what they were', async () => {
    const random = seededRandom(20_260_507)
    const [key, others] = [await aKey(), await aKey()]
    const bases = [await packageOf(CONTENT, key), await packageOf(CONTENT, null)]
    const outcomes = new Map<string, number>()
    for (let number = 0; number < 1000; number += 1) {
      const how = random.pick(Object.keys(MUTATIONS))
      const bytes = await MUTATIONS[how]!(random.pick(bases), random, others)
      const why = await refusal(
        contentOf(bytes).then((content) =>
          expect([number, how, asText(content)]).toEqual([number, how, asText(CONTENT)]),
        ),
      )
      const [code = ''] = why.split(' ')
      outcomes.set(code, (outcomes.get(code) ?? 0) + 1)
    }
    const expected = ['packageCut', 'packageDamaged', 'packageNotOne', 'packageTooLarge', 'taken']
    expect([...outcomes.keys()].toSorted()).toEqual(expect.arrayContaining(expected))
  })

  test('and so are sealed ones', async () => {
    const random = seededRandom(7)
    const limits = { ...SEAL_LIMITS, iterations: [1, 100] } as const
    const key = await aKey()
    const sink = memorySink()
    const sealing = await sealedSink(sink, '口令', 10, 1024)
    const base = await packageOf(CONTENT, key)
    await sealing.write(base)
    await sealing.finish()
    const before = await contentHash(base)
    for (let number = 0; number < 300; number += 1) {
      const how = random.pick(['flip', 'cut', 'cutOut', 'insert', 'twice'])
      const bytes = await MUTATIONS[how]!(sink.bytes(), random, key)
      const opened = memorySink()
      const why = await refusal(unseal(sourceOfBytes(bytes), '口令', opened, { limits }))
      if (why === 'taken') expect([number, how, await contentHash(opened.bytes())]).toEqual([number, how, before])
    }
  })
})
