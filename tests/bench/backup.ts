/**
 * Whether the memory for a backup grows with the file: written to disk and checked again, without a database, so that only the file's own
 * code is measured. Two sizes, the larger four times the smaller; what is held at most must not follow.
 */
import { closeSync, mkdtempSync, openSync, readSync, rmSync, statSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { randomFillSync } from 'node:crypto'
import { openPackage } from '../../src/exchange/package/openPackage'
import type { AboutPackage, PackagedChange } from '../../src/exchange/package/packageFormat'
import { PackageWriter } from '../../src/exchange/package/packageWriter'
import type { ByteSource } from '../../src/exchange/open/byteSource'
import { contentHash } from '../../src/exchange/archive/contentHash'
import { SCHEMA_VERSION } from '../../src/store/database'
import { entryProblem } from '../../src/domain/entryProblem'

const PHOTO_BYTES = 300_000
const ROWS_PER_PAGE = 700
const WORDS = '制动施加后中继阀排风口持续漏风，入库检查发现膜板破损，更换后试验正常。'
const MEGABYTE = 2 ** 20

const DEVICE = '7b87k3x9m2q4w6r8t0ab'

/** The two changes that file a failure and tell how it was handled. */
function changesOf(at: number): PackagedChange[] {
  const id = `0190a0b0-0000-7000-8000-${String(at).padStart(12, '0')}`
  const change = { v: SCHEMA_VERSION, device: DEVICE, at: 1795452585118, actor: '王工', hash: 'a'.repeat(64) }
  const failure = {
    no: `L-7B87K3-${at}`,
    occurredAt: `20${10 + (at % 15)}-0${1 + (at % 9)}-1${at % 10}T0${at % 10}:30+08:00`,
    trainText: `CRH380A-${2600 + (at % 400)}`,
    description: WORDS.repeat(1 + (at % 4)),
    odometerKm: (at * 7919) % 3_000_000,
    state: 'CLOSED',
  }
  const handling = { failureId: id, measure: WORDS }
  return [
    {
      ...change,
      id: `c${at}`,
      number: 2 * at + 1,
      command: 'file-failure',
      edits: [{ table: 'failures', record: id, set: failure }],
    },
    {
      ...change,
      id: `d${at}`,
      number: 2 * at + 2,
      command: 'add-handling',
      edits: [{ table: 'handlings', record: `h${at}`, set: handling }],
    },
  ] as PackagedChange[]
}

const ABOUT: AboutPackage = {
  schema: SCHEMA_VERSION,
  build: 'bench',
  madeAt: '2026-05-07T14:30+08:00',
  device: { id: DEVICE, code: '7B87K3' },
  person: { name: '王工', role: 'QAL' },
  about: { kind: 'backup', filesLeftOut: 0 },
  heads: {},
  chain: { entries: 0, hash: '' },
}

/** The most this process held while something ran, beyond what it held before. */
async function most(work: () => Promise<void>): Promise<{ readonly ms: number; readonly mb: number }> {
  globalThis.gc?.()
  const before = process.memoryUsage()
  const held = ({ heapUsed, external }: NodeJS.MemoryUsage): number => heapUsed + external
  let peak = held(before)
  const watch = setInterval(() => {
    peak = Math.max(peak, held(process.memoryUsage()))
  }, 20)
  const began = performance.now()
  await work()
  clearInterval(watch)
  return { ms: performance.now() - began, mb: (peak - held(before)) / MEGABYTE }
}

async function measure(failures: number, photos: number): Promise<{ readonly written: number; readonly read: number }> {
  const folder = mkdtempSync(join(tmpdir(), 'backup-bench-'))
  const path = join(folder, 'backup.zip')
  const out = openSync(path, 'w')
  const photo = new Uint8Array(PHOTO_BYTES)
  const written = await most(async () => {
    const writer = new PackageWriter({
      write: async (bytes) => {
        writeSync(out, bytes)
      },
    })
    for (let from = 0; from < failures; from += ROWS_PER_PAGE) {
      const places = Array.from({ length: Math.min(ROWS_PER_PAGE, failures - from) }, (_, at) => from + at)
      await writer.changes(places.flatMap(changesOf))
    }
    for (let at = 0; at < photos; at += 1) {
      randomFillSync(photo)
      photo.set([0xff, 0xd8, 0xff])
      await writer.file(await contentHash(photo), photo.slice().buffer)
    }
    await writer.finish(ABOUT, null)
  })
  closeSync(out)
  const file = openSync(path, 'r')
  const source: ByteSource = {
    size: statSync(path).size,
    read: (from, to) => {
      const bytes = new Uint8Array(to - from)
      readSync(file, bytes, 0, bytes.length, from)
      return bytes
    },
  }
  const read = await most(async () => {
    const opened = await openPackage(source, SCHEMA_VERSION)
    await opened.check(
      entryProblem,
      () => undefined,
      () => false,
    )
  })
  closeSync(file)
  console.log(
    `backup ${failures} failures, ${photos} photos: ${(source.size / MEGABYTE).toFixed(0)} MB, ` +
      `written in ${(written.ms / 1000).toFixed(1)} s holding ≤ ${written.mb.toFixed(0)} MB, ` +
      `checked in ${(read.ms / 1000).toFixed(1)} s holding ≤ ${read.mb.toFixed(0)} MB`,
  )
  rmSync(folder, { recursive: true })
  return { written: written.mb, read: read.mb }
}

/** Beyond this the memory follows the file. */
const MOST_MB = 100

const small = await measure(25_000, 675)
const large = await measure(100_000, 2_700)
const isMet = [small, large].every(({ written, read }) => written <= MOST_MB && read <= MOST_MB)
console.log(`memory for a backup of four times the size ≤ ${MOST_MB} MB: ${isMet ? 'met' : 'MISSED'}`)
if (!isMet) process.exitCode = 1
