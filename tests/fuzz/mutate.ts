/** Ways a workbook can be damaged, by chance or on purpose. Each draw repeats exactly for its seed. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import * as XLSX from 'xlsx'
import type { SeededRandom } from '../../fixtures/demo/seededRandom'

export interface Mutant {
  readonly how: string
  readonly bytes: Uint8Array
}

type Mutation = (bytes: Uint8Array, random: SeededRandom) => Uint8Array

const flipBytes: Mutation = (bytes, random) => {
  const mutant = bytes.slice()
  for (let left = random.pick([1, 2, 8, 64]); left > 0; left--)
    mutant[random.between(0, mutant.length - 1)] = random.between(0, 255)
  return mutant
}

const truncate: Mutation = (bytes, random) => bytes.slice(0, random.between(0, bytes.length - 1))

const blankOut: Mutation = (bytes, random) => {
  const mutant = bytes.slice()
  const from = random.between(0, bytes.length - 1)
  mutant.fill(random.pick([0, 0xff, 0x20]), from, from + random.pick([16, 256, 4096]))
  return mutant
}

const repeatPart: Mutation = (bytes, random) => {
  const from = random.between(0, bytes.length - 1)
  const part = bytes.slice(from, from + random.between(1, 4096))
  const mutant = new Uint8Array(bytes.length + part.length)
  mutant.set(bytes.subarray(0, from))
  mutant.set(part, from)
  mutant.set(bytes.subarray(from), from + part.length)
  return mutant
}

/** The sizes a zip file states about its parts are lies. */
const lieInDirectory: Mutation = (bytes, random) => {
  const mutant = bytes.slice()
  const view = new DataView(mutant.buffer)
  for (let at = 0; at + 46 < mutant.length; at++) {
    if (view.getUint32(at, true) !== 0x02014b50 || random.chance(0.6)) continue
    view.setUint32(at + random.pick([20, 24, 42]), random.pick([0, 1, 0x7fffffff, 0xffffffff, 1_000_000]), true)
  }
  return mutant
}

const XML_EDITS: readonly ((xml: string, random: SeededRandom) => string)[] = [
  (xml, random) => xml.slice(0, random.between(0, xml.length)),
  (xml, random) =>
    xml.replace(/r="[A-Z]+\d+"/, `r="${random.pick(['XFD1048576', 'A0', 'ZZZZ99999999', 'A1048577', '-1', ''])}"`),
  (xml, random) =>
    xml.replace(/ref="[^"]*"/g, `ref="${random.pick(['A1:XFD1048576', 'A1', 'B2:A1', 'A1:A1048576', 'x'])}"`),
  (xml, random) =>
    xml.replace(/<v>[^<]*<\/v>/g, (cell) =>
      random.chance(0.05)
        ? `<v>${random.pick(['1e999', '-1', 'NaN', '99999999999999999999', '0.1', '', '2958466', '&#0;', '&bogus;'])}</v>`
        : cell,
    ),
  (xml, random) =>
    xml.replace(/ t="[a-z]+"/g, (type) =>
      random.chance(0.05) ? ` t="${random.pick(['s', 'n', 'b', 'e', 'str', 'inlineStr', 'd', 'q'])}"` : type,
    ),
  (xml, random) =>
    xml.replace(/ s="\d+"/g, (style) => (random.chance(0.05) ? ` s="${random.pick([0, 7, 99_999, -1])}"` : style)),
  (xml, random) => {
    const at = random.between(0, xml.length)
    return xml.slice(0, at) + xml.slice(Math.max(0, at - 2000))
  },
  (xml, random) =>
    xml.replace(/<row [^>]*>/, (row) => row.replace(/r="\d+"/, `r="${random.pick(['1048576', '0', '99999999'])}"`)),
  (xml) =>
    `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>${xml.replace(/^<\?xml[^>]*>/, '').replaceAll('</t>', '&c;</t>')}`,
  (xml) => xml.replaceAll('</t>', '😀\u0000=cmd|A1</t>'),
]

const editParts: Mutation = (bytes, random) => {
  const parts = unzipSync(bytes)
  const names = Object.keys(parts).filter((name) => /\.xml$|\.rels$/.test(name))
  for (let left = random.between(1, 3); left > 0; left--) {
    const name = random.pick(names)
    parts[name] = strToU8(random.pick(XML_EDITS)(strFromU8(parts[name]!), random))
  }
  return zipSync(parts, { level: 1 })
}

const swapParts: Mutation = (bytes, random) => {
  const parts = unzipSync(bytes)
  const names = Object.keys(parts)
  const [a, b] = [random.pick(names), random.pick(names)]
  ;[parts[a], parts[b]] = [parts[b]!, parts[a]!]
  if (random.chance(0.4)) delete parts[random.pick(names)]
  return zipSync(parts, { level: 1 })
}

/** The container of an old .xls stays sound, the records in it do not: lengths, kinds, places and contents lie. */
const editRecords: Mutation = (bytes, random) => {
  const container = XLSX.CFB.read(bytes, { type: 'array' })
  const entry = XLSX.CFB.find(container, 'Workbook')
  if (entry === null) return bytes
  const stream = Uint8Array.from(entry.content as Uint8Array)
  const view = new DataView(stream.buffer)
  const starts: number[] = []
  for (let at = 0; at + 4 <= stream.length; at += 4 + view.getUint16(at + 2, true)) starts.push(at)
  for (let left = random.pick([1, 3, 10, 40]); left > 0; left--) {
    const at = random.pick(starts)
    const size = view.getUint16(at + 2, true)
    const inside = at + 4 + random.between(0, Math.max(0, size - 1))
    const edit = random.between(0, 4)
    if (edit === 0)
      view.setUint16(at + 2, random.pick([0, 1, 2, size + 1, Math.max(0, size - 1), 0x2020, 0xffff]), true)
    else if (edit === 1) view.setUint16(at, view.getUint16(random.pick(starts), true), true)
    else if (inside + 4 <= stream.length && edit === 2)
      view.setUint32(inside, random.pick([0, 1, 0x7fffffff, 0xffffffff, 0x0000ffff, 0x80000000, 0xf002, 0xf007]), true)
    else if (inside < stream.length) stream[inside] = random.between(0, 255)
  }
  entry.content = stream
  return new Uint8Array(XLSX.CFB.write(container, { type: 'array' }) as number[])
}

const ANY: Readonly<Record<string, Mutation>> = { flipBytes, truncate, blankOut, repeatPart }
const ZIPPED: Readonly<Record<string, Mutation>> = { ...ANY, lieInDirectory, editParts, swapParts, editMore: editParts }

const COMPOUND: Readonly<Record<string, Mutation>> = {
  ...ANY,
  editRecords,
  editMoreRecords: editRecords,
  editManyRecords: editRecords,
}

const startsWith = (bytes: Uint8Array, ...signature: number[]): boolean =>
  signature.every((byte, at) => bytes[at] === byte)

export function mutate(bytes: Uint8Array, random: SeededRandom): Mutant {
  const choices = startsWith(bytes, 0x50, 0x4b) ? ZIPPED : startsWith(bytes, 0xd0, 0xcf) ? COMPOUND : ANY
  const how = random.pick(Object.keys(choices))
  return { how, bytes: choices[how]!(bytes, random) }
}
