import { unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { ZipWriter } from '../../../../src/exchange/archive/zipWriter'
import { sourceOfBytes } from '../../../../src/exchange/open/byteSource'
import { zipContent } from '../../../../src/exchange/open/zipContent'
import { zipDirectoryOf } from '../../../../src/exchange/open/zipDirectory'
import { memorySink } from '../../../support/backups'

const text = (words: string): Uint8Array => new TextEncoder().encode(words)

test('what is written is read again by us and by the library, packed or not', async () => {
  const sink = memorySink()
  const zip = new ZipWriter(sink)
  await zip.add('a.txt', text('压缩'.repeat(1000)), false)
  await zip.add('图.png', text('kept as it is'), true)
  await zip.add('empty', new Uint8Array(), false)
  await zip.finish()
  const bytes = sink.bytes()
  expect(zip.bytesWritten).toBe(bytes.length)
  const source = sourceOfBytes(bytes)
  const read = (zipDirectoryOf(source)?.entries ?? []).map((entry) => [
    entry.name,
    new TextDecoder().decode(zipContent(source, entry) ?? undefined),
  ])
  const expected = [
    ['a.txt', '压缩'.repeat(1000)],
    ['图.png', 'kept as it is'],
    ['empty', ''],
  ]
  expect(read).toEqual(expected)
  expect(Object.entries(unzipSync(bytes)).map(([name, content]) => [name, new TextDecoder().decode(content)])).toEqual(
    expected,
  )
})

test('more parts than an ordinary directory can count are all found', async () => {
  const sink = memorySink()
  const zip = new ZipWriter(sink)
  for (let part = 0; part < 70_000; part += 1) await zip.add(`p${part}`, text(String(part % 10)), true)
  await zip.finish()
  const entries = zipDirectoryOf(sourceOfBytes(sink.bytes()))?.entries ?? []
  expect([entries.length, entries.at(-1)?.name]).toEqual([70_000, 'p69999'])
})

test('a part past the first four gigabytes is found where it is', async () => {
  const start = 5 * 2 ** 30
  const sink = memorySink()
  const zip = new ZipWriter(sink, start)
  await zip.add('far', text('beyond'), true)
  await zip.finish()
  const bytes = sink.bytes()
  const source = {
    size: start + bytes.length,
    // Nothing but zeros stands before the first part.
    read: (from: number, to: number) =>
      Uint8Array.from({ length: to - from }, (_, at) => bytes[from + at - start] ?? 0),
  }
  const [entry] = zipDirectoryOf(source)?.entries ?? []
  expect(entry?.offset).toBe(start)
  expect(entry === undefined ? null : zipContent(source, entry)).toEqual(text('beyond'))
})
