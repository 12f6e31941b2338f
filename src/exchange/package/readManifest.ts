/** The manifest of a package, read strictly: every field is there, is of its kind and size, and fits the others. */
import { isMoment } from '../../domain/moment'
import { isPlainObject } from '../../domain/plainObject'
import { storableText } from '../../domain/storableText'
import { isOneOf } from '../../domain/closedSet'
import { ownEntries, type DeviceRanges, type NumberRange } from './numberRanges'
import {
  isChangeNumber,
  isDeviceId,
  isSha256,
  MANIFEST,
  MOST_NUMBER,
  PACKAGE_FORMAT,
  PACKAGE_LIMITS,
  PACKAGE_VERSION,
  partOf,
  type PackageAbout,
  type PackageEntry,
  type PackageLimits,
  type PackageManifest,
  type PartName,
} from './packageFormat'
import { isPublicKey, type PublicKey } from './packageKey'
import { PackageRefused } from './packageRefused'

type Fields = Readonly<Record<string, unknown>>

const [LONGEST_NAME, LONGEST_WORD] = [200, 100]
const MOST_TABLES = 1000
const CIVIL_TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?:[+-]\d\d:\d\d|Z)$/u
const DAY = /^\d{4}-\d\d-\d\d$/u

/**
 * @throws PackageRefused when the bytes are no manifest of a package, are of a newer format, or one field is not what it must be
 */
export function manifestFrom(bytes: Uint8Array, limits: PackageLimits = PACKAGE_LIMITS): PackageManifest {
  if (bytes.length > limits.manifestBytes) throw new PackageRefused('packageTooLarge', MANIFEST)
  const read = jsonIn(bytes)
  if (!isPlainObject(read) || read['format'] !== PACKAGE_FORMAT) throw new PackageRefused('packageNotOne')
  const version = wholeOf(read['version'], 'version', 1)
  if (version > PACKAGE_VERSION) throw new PackageRefused('packageNewer')
  const [device, person] = [fieldsOf(read['device'], 'device'), fieldsOf(read['person'], 'person')]
  const chain = fieldsOf(read['chain'], 'chain')
  if (!isDeviceId(device['id'])) throw wrong('device.id')
  if (chain['hash'] !== '' && !isSha256(chain['hash'])) throw wrong('chain.hash')
  const manifest: PackageManifest = {
    format: PACKAGE_FORMAT,
    version,
    schema: wholeOf(read['schema'], 'schema', 1),
    build: textOf(read['build'], 'build', LONGEST_WORD),
    madeAt: momentOf(read['madeAt'], 'madeAt', CIVIL_TIME),
    device: { id: device['id'], code: textOf(device['code'], 'device.code', LONGEST_WORD) },
    person: {
      name: textOf(person['name'], 'person.name', LONGEST_NAME),
      role: textOf(person['role'], 'person.role', LONGEST_WORD),
    },
    about: aboutOf(fieldsOf(read['about'], 'about')),
    counts: countsOf(fieldsOf(read['counts'], 'counts')),
    numbers: rangesOf(fieldsOf(read['numbers'], 'numbers'), limits),
    heads: headsOf(fieldsOf(read['heads'], 'heads'), limits),
    ...(read['lacks'] === undefined ? {} : { lacks: lacksOf(read['lacks'], limits) }),
    chain: { entries: wholeOf(chain['entries'], 'chain.entries'), hash: chain['hash'] },
    publicKey: read['publicKey'] === null ? null : publicKeyOf(fieldsOf(read['publicKey'], 'publicKey')),
    entries: entriesOf(fieldsOf(read['entries'], 'entries'), limits),
  }
  checkCounts(manifest)
  checkNumbers(manifest)
  return manifest
}

const wrong = (where: string): PackageRefused => new PackageRefused('packageDamaged', `${MANIFEST} · ${where}`)

function jsonIn(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes))
  } catch {
    throw new PackageRefused('packageDamaged', MANIFEST)
  }
}

function fieldsOf(value: unknown, where: string): Fields {
  if (!isPlainObject(value)) throw wrong(where)
  return value
}

function wholeOf(value: unknown, where: string, least = 0, most = MOST_NUMBER): number {
  if (typeof value !== 'number' || !Number.isInteger(value) || value < least || value > most) throw wrong(where)
  return value
}

/** Without the characters no text may hold; they could make what a person reads say something else. */
function textOf(value: unknown, where: string, longest: number): string {
  if (typeof value !== 'string' || value.length > longest) throw wrong(where)
  return storableText(value)
}

function momentOf(value: unknown, where: string, shape: RegExp): string {
  if (typeof value !== 'string' || !shape.test(value) || !isMoment(value)) throw wrong(where)
  return value
}

function aboutOf(about: Fields): PackageAbout {
  const { kind } = about
  if (kind === 'everything' || kind === 'receipt') return { kind }
  if (kind === 'backup') return { kind, filesLeftOut: wholeOf(about['filesLeftOut'], 'about.filesLeftOut') }
  if (kind === 'new')
    return { kind, since: about['since'] === null ? null : momentOf(about['since'], 'about.since', CIVIL_TIME) }
  if (kind === 'period') {
    const [from, to] = [momentOf(about['from'], 'about.from', DAY), momentOf(about['to'], 'about.to', DAY)]
    if (from > to) throw wrong('about.to')
    return { kind, from, to }
  }
  if (!isOneOf(['failure', 'train', 'depot'] as const, kind)) throw wrong('about.kind')
  return {
    kind,
    id: textOf(about['id'], 'about.id', LONGEST_WORD),
    label: textOf(about['label'], 'about.label', LONGEST_NAME),
  }
}

function countsOf(counts: Fields): PackageManifest['counts'] {
  const { records } = counts
  const drafts = counts['drafts'] === undefined ? {} : { drafts: wholeOf(counts['drafts'], 'counts.drafts') }
  const [changes = 0, files = 0, rows = 0] = ['changes', 'files', 'rows'].map((name) =>
    wholeOf(counts[name], `counts.${name}`),
  )
  if (records === undefined) return { changes, files, rows, ...drafts }
  const tables = Object.entries(fieldsOf(records, 'counts.records'))
  if (tables.length > MOST_TABLES) throw wrong('counts.records')
  const counted = tables.map(([table, count]) => {
    if (!/^[A-Za-z]{1,64}$/u.test(table)) throw wrong('counts.records')
    return [table, wholeOf(count, `counts.records.${table}`)] as const
  })
  return { changes, files, rows, ...drafts, records: ownEntries(counted) }
}

function rangesOf(numbers: Fields, limits: PackageLimits): DeviceRanges {
  let left = limits.ranges
  return ownEntries(
    Object.entries(numbers).map(([device, ranges]) => {
      if (!isDeviceId(device) || !Array.isArray(ranges) || ranges.length === 0) throw wrong('numbers')
      left -= ranges.length
      if (left < 0) throw new PackageRefused('packageTooLarge', MANIFEST)
      const where = `numbers.${device}`
      let before = -1
      const read = (ranges as readonly unknown[]).map((range): NumberRange => {
        const [from, to, ...others] = Array.isArray(range) ? (range as readonly unknown[]) : []
        if (!isChangeNumber(from) || !isChangeNumber(to) || others.length > 0) throw wrong(where)
        if (from > to || from <= before + 1) throw wrong(where)
        before = to
        return [from, to]
      })
      return [device, read] as const
    }),
  )
}

function headsOf(heads: Fields, limits: PackageLimits): Readonly<Record<string, number>> {
  const entries = Object.entries(heads)
  if (entries.length > limits.ranges) throw new PackageRefused('packageTooLarge', MANIFEST)
  return ownEntries(
    entries.map(([device, head]) => {
      if (!isDeviceId(device) || !isChangeNumber(head)) throw wrong('heads')
      return [device, head] as const
    }),
  )
}

function lacksOf(lacks: unknown, limits: PackageLimits): readonly string[] {
  if (!Array.isArray(lacks)) throw wrong('lacks')
  if (lacks.length > limits.entries) throw new PackageRefused('packageTooLarge', MANIFEST)
  if (!lacks.every(isSha256)) throw wrong('lacks')
  return lacks
}

function publicKeyOf(key: Fields): PublicKey {
  if (!isPublicKey(key)) throw wrong('publicKey')
  return { kty: 'EC', crv: 'P-256', x: String(key['x']), y: String(key['y']) }
}

/** Pages of changes, and of the rows of each import, count from 1 without a gap. */
function entriesOf(described: Fields, limits: PackageLimits): Readonly<Record<string, PackageEntry>> {
  const parts = Object.entries(described)
  if (parts.length > limits.entries) throw new PackageRefused('packageTooLarge', MANIFEST)
  const pages = new Map<string, number>()
  let bytes = 0
  const entries = parts.map(([name, value]) => {
    const part = partOf(name)
    if (part === null) throw wrong('entries')
    const entry = entryOf(part, fieldsOf(value, name), name)
    bytes += entry.bytes
    if (entry.bytes > limits.entryBytes) throw new PackageRefused('packageTooLarge', name)
    if (part.kind !== 'blob') {
      const series = part.kind === 'rows' ? `rows/${part.batchId}` : part.kind
      if (part.page !== (pages.get(series) ?? 0) + 1) throw wrong(name)
      pages.set(series, part.page)
    }
    return [name, entry] as const
  })
  if (bytes > limits.totalBytes) throw new PackageRefused('packageTooLarge', MANIFEST)
  return ownEntries(entries)
}

function entryOf(part: PartName, entry: Fields, name: string): PackageEntry {
  const { sha256 } = entry
  if (!isSha256(sha256) || (part.kind === 'blob' && part.sha256 !== sha256)) throw wrong(name)
  const bytes = wholeOf(entry['bytes'], name)
  return part.kind === 'blob' ? { sha256, bytes } : { sha256, bytes, rows: wholeOf(entry['rows'], name, 1) }
}

function checkCounts({ counts, entries }: PackageManifest): void {
  const sums = { changes: 0, rows: 0, drafts: 0, blob: 0 }
  for (const [name, { rows = 1 }] of Object.entries(entries)) {
    const part = partOf(name)
    if (part !== null) sums[part.kind] += rows
  }
  if (sums.changes !== counts.changes) throw wrong('counts.changes')
  if (sums.rows !== counts.rows) throw wrong('counts.rows')
  if (sums.drafts !== (counts.drafts ?? 0)) throw wrong('counts.drafts')
  if (sums.blob !== counts.files) throw wrong('counts.files')
}

/** A sender knows at least what it sends. */
function checkNumbers({ counts, numbers }: PackageManifest): void {
  if ((Object.keys(numbers).length === 0) !== (counts.changes === 0)) throw wrong('numbers')
}
