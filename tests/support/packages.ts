/** Hand-over packages in memory: made, taken apart, put together otherwise, and read. */
import { strFromU8, strToU8 } from 'fflate'
import { contentHash } from '../../src/exchange/archive/contentHash'
import { ZipWriter } from '../../src/exchange/archive/zipWriter'
import { sourceOfBytes } from '../../src/exchange/open/byteSource'
import { zipContent } from '../../src/exchange/open/zipContent'
import { zipDirectoryOf } from '../../src/exchange/open/zipDirectory'
import { openPackage, type OpenPackage } from '../../src/exchange/package/openPackage'
import type { EntryCheck } from '../../src/exchange/package/packageEntry'
import type {
  AboutPackage,
  PackagedChange,
  PackageLimits,
  PackageManifest,
} from '../../src/exchange/package/packageFormat'
import { makeKeyPair, signingKeyOf, type SigningKey } from '../../src/exchange/package/packageKey'
import { PackageRefused } from '../../src/exchange/package/packageRefused'
import { PackageWriter } from '../../src/exchange/package/packageWriter'
import type { ImportedRows } from '../../src/domain/importBatch'
import { memorySink } from './backups'

export const SCHEMA = 11
export const HERE = 'a1b2'
export const THERE = '0192f3a4b5c6d7e8f9a0b1c2'

export interface Content {
  readonly changes: readonly PackagedChange[]
  readonly rows: readonly ImportedRows[]
  readonly files: readonly Uint8Array<ArrayBuffer>[]
}

/** One change filed by hand; `more` says what is particular about it. */
export const aChange = (device: string, number: number, more: object = {}): PackagedChange => ({
  id: `${device}-${number}`,
  v: SCHEMA,
  device,
  number,
  at: 1_760_000_000_000 + number,
  actor: '何工',
  role: 'SSM',
  command: 'file-failure',
  edits: [
    { table: 'failures', record: `f${number}`, set: { symptom: `漏风 “${number}”\n第二行`, delayMin: number % 7 } },
  ],
  records: [`failures:f${number}`],
  prev: '',
  hash: String(number % 10).repeat(64),
  ...more,
})

/** An import: entries of one device and number, each with the records of a chunk as one text. */
export const anImport = (device: string, number: number, batchId: string, entries: number): PackagedChange[] =>
  Array.from({ length: entries }, (_, at) => {
    const { edits: _edits, records: _records, ...change } = aChange(device, number, { command: 'import', batchId })
    return { ...change, id: `${batchId}-${at}`, packedEdits: JSON.stringify([{ table: 'failures', record: `i${at}` }]) }
  })

export const sourceRows = (batchId: string, entries: number): ImportedRows[] =>
  Array.from({ length: entries }, (_, at) => ({
    batchId,
    sheet: 0,
    firstRow: 1 + 200 * at,
    cells: JSON.stringify([[`车 ${at}`, null, '主风管漏风']]),
  }))

export const aboutPackage = (content: Content, more: Partial<AboutPackage> = {}): AboutPackage => {
  const heads: Record<string, number> = {}
  for (const { device, number } of content.changes) heads[device] = Math.max(heads[device] ?? 0, number)
  return {
    schema: SCHEMA,
    build: 'test',
    madeAt: '2026-05-07T14:30+08:00',
    device: { id: HERE, code: 'L-A1B2' },
    person: { name: '何工', role: 'SSM' },
    about: { kind: 'new', since: null },
    heads,
    chain: { entries: 4000, hash: 'c'.repeat(64) },
    ...more,
  }
}

export const aKey = async (): Promise<SigningKey> => signingKeyOf(await makeKeyPair())

export async function packageOf(
  content: Content,
  key: SigningKey | null,
  about: Partial<AboutPackage> = {},
  limits?: PackageLimits,
): Promise<Uint8Array<ArrayBuffer>> {
  const sink = memorySink()
  const writer = new PackageWriter(sink, limits)
  await writer.changes(content.changes)
  for (const row of content.rows) await writer.rows(row.batchId, [row])
  for (const file of content.files) await writer.file(await contentHash(file), file.slice().buffer)
  await writer.finish(aboutPackage(content, about), key)
  return new Uint8Array(sink.bytes())
}

export const open = (bytes: Uint8Array, limits?: PackageLimits, schema = SCHEMA): Promise<OpenPackage> =>
  openPackage(sourceOfBytes(bytes), schema, limits)

const anything: EntryCheck = () => null
const silent = (): void => undefined

/** Everything in a package, after it was checked from end to end. */
export async function contentOf(bytes: Uint8Array, check = anything, limits?: PackageLimits): Promise<Content> {
  const opened = await open(bytes, limits)
  await opened.check(check, silent, () => false)
  return {
    changes: [...opened.changes()].flat(),
    rows: [...opened.rows()].flatMap(({ rows }) => rows),
    files: [...opened.blobs()].map(({ bytes }) => new Uint8Array(bytes)),
  }
}

/** Contents as text, to lay one beside another. */
export const asText = ({ changes, rows, files }: Content): string =>
  JSON.stringify([changes, rows, files.map((file) => Buffer.from(file).toString('hex'))])

/** Why it is refused, code and place; anything else that is thrown is thrown on. */
export async function refusal(attempt: Promise<unknown>): Promise<string> {
  try {
    await attempt
  } catch (error) {
    if (error instanceof PackageRefused) return error.message
    throw error
  }
  return 'taken'
}

export type Part = readonly [name: string, content: Uint8Array]

/** The parts of a package in their order. */
export function partsOf(bytes: Uint8Array): Part[] {
  const source = sourceOfBytes(bytes)
  return (zipDirectoryOf(source)?.entries ?? []).map((entry) => [entry.name, zipContent(source, entry) ?? strToU8('')])
}

/** A zip of these parts, whatever their names are and however often one comes. */
export async function zipOf(parts: readonly Part[]): Promise<Uint8Array<ArrayBuffer>> {
  const sink = memorySink()
  const zip = new ZipWriter(sink)
  for (const [name, content] of parts) await zip.add(name, content, false)
  await zip.finish()
  return new Uint8Array(sink.bytes())
}

export const manifestIn = (bytes: Uint8Array): PackageManifest =>
  JSON.parse(
    strFromU8(partsOf(bytes).find(([name]) => name === 'manifest.json')?.[1] ?? strToU8('')),
  ) as PackageManifest

/** The same package with parts exchanged, added at the end or, with null, left out; its manifest and signature stay. */
export function withParts(bytes: Uint8Array, changed: Readonly<Record<string, Uint8Array | null>>) {
  const parts = partsOf(bytes)
  const kept = parts.map(([name, content]) => [name, name in changed ? changed[name] : content] as const)
  const added = Object.entries(changed).filter(([name]) => !parts.some(([known]) => known === name))
  return zipOf([...kept, ...added].filter((part): part is Part => part[1] !== null))
}

/** The same package with fields of its manifest exchanged; the signature stays that of the former one. */
export const withManifest = (bytes: Uint8Array, change: Readonly<Record<string, unknown>>) =>
  withParts(bytes, { 'manifest.json': strToU8(JSON.stringify({ ...manifestIn(bytes), ...change })) })

/** The same package with the text of a part changed, and vouched for by its manifest all the same. */
export async function withText(bytes: Uint8Array, name: string, change: (text: string) => string) {
  const before = strFromU8(partsOf(bytes).find(([known]) => known === name)?.[1] ?? strToU8(''))
  const content = strToU8(change(before))
  const { entries } = manifestIn(bytes)
  const entry = { ...entries[name], bytes: content.length, sha256: await contentHash(content) }
  return withParts(await withManifest(bytes, { entries: { ...entries, [name]: entry } }), { [name]: content })
}
