/**
 * What becomes of everything written under a short device id when the device takes a long one: the entries of the log, the
 * vectors of records, and the numbers it gave. An entry says which devices were renamed in it, so that it can be read as it
 * was first written: that is what its hash covers.
 */
import type { Edit } from './change'
import { deviceCode, formerDeviceId, isShortDeviceId, renamedDeviceId } from './deviceId'
import type { VersionVector } from './fieldVersions'
import type { ChainedContent } from './logChain'
import type { Json } from './records/field'
import type { FieldSet } from './recordVersions'
import type { TableName } from './records/tables'

/** Short id → the id that takes its place. */
export type DeviceNames = ReadonlyMap<string, string>

export interface RenamedEntry {
  /** Ids that took the place of short ones in this entry. */
  readonly renamed?: readonly string[]
}

type Named = Pick<ChainedContent, 'id' | 'device' | 'number'>

/** The new ids of all short ones in a log, from the first change of each. */
export function namesFromLog(entries: Iterable<Named>): DeviceNames {
  const first = new Map<string, Named>()
  for (const entry of entries) {
    if (!isShortDeviceId(entry.device)) continue
    const known = first.get(entry.device)
    if (known === undefined || isEarlier(entry, known)) first.set(entry.device, entry)
  }
  return new Map([...first].map(([short, { id }]) => [short, renamedDeviceId(short, id)]))
}

const isEarlier = (a: Named, b: Named): boolean => a.number < b.number || (a.number === b.number && a.id < b.id)

/** An id as it is called now; one the log does not know stays. */
export const renamedDevice = (device: string, names: DeviceNames): string => names.get(device) ?? device

const SHORT_NUMBER = /^([LPK])-([0-9A-F]{4})-(\d{3,})$/u
const LONG_NUMBER = /^([LPK])-([0-9A-Z]{6})-(\d{3,})$/u

/** A number that one of the devices gave, with the longer code; null for any other text. */
function renamedNumber(no: unknown, names: DeviceNames): string | null {
  const [, letter = '', code = '', ordinal = ''] = SHORT_NUMBER.exec(String(no)) ?? []
  const long = names.get(code.toLowerCase())
  return long === undefined ? null : `${letter}-${deviceCode(long)}-${ordinal}`
}

/** A record's own fields with its number renamed; the number it had is kept, so that it goes on finding the record. */
export function withRenamedNumber<R extends Readonly<Record<string, unknown>>>(fields: R, names: DeviceNames): R {
  const no = renamedNumber(fields['no'], names)
  return no === null ? fields : { ...fields, no, formerNo: fields['no'] }
}

/** The versions of a record, with its devices renamed. */
export function versionsRenamed(versions: string, names: DeviceNames): string {
  const [device, change, stamp, actor, differing] = JSON.parse(versions) as readonly [
    string,
    number,
    number,
    string,
    Readonly<Record<string, readonly [VersionVector, readonly (readonly [string, number, number, string, Json])[]]>>?,
  ]
  const first = [renamedDevice(device, names), change, stamp, actor]
  if (differing === undefined) return JSON.stringify(first)
  const fields = Object.entries(differing).map(([field, [seen, writes]]) => [
    field,
    [
      vectorRenamed(seen, names),
      writes.map(([by, ...rest]) => [
        renamedDevice(by, names),
        ...(field === 'no' ? numberInWrite(rest, names) : rest),
      ]),
    ],
  ])
  return JSON.stringify([...first, Object.fromEntries(fields)])
}

const numberInWrite = (rest: readonly unknown[], names: DeviceNames): readonly unknown[] => [
  ...rest.slice(0, -1),
  renamedNumber(rest.at(-1), names) ?? rest.at(-1),
]

const vectorRenamed = (seen: VersionVector, names: DeviceNames): VersionVector =>
  Object.fromEntries(Object.entries(seen).map(([device, change]) => [renamedDevice(device, names), change]))

/** An entry of the log with its devices renamed. Entries of imports are one text that names no device. */
export function entryRenamed<E extends ChainedContent & RenamedEntry>(entry: E, names: DeviceNames): E {
  const used = [...new Set(devicesIn(entry))].flatMap((device) => names.get(device) ?? [])
  if (used.length === 0) return entry
  return {
    ...entry,
    device: renamedDevice(entry.device, names),
    ...(entry.edits === undefined ? {} : { edits: entry.edits.map((edit) => editRenamed(edit, names)) }),
    renamed: used,
  }
}

function* devicesIn({ device, edits = [] }: ChainedContent): Generator<string> {
  yield device
  for (const { base = {}, set } of edits) {
    for (const vector of Object.values(base)) yield* Object.keys(vector)
    const [, , code] = SHORT_NUMBER.exec(String(set['no'])) ?? []
    if (code !== undefined) yield code.toLowerCase()
  }
}

const editRenamed = (edit: Edit, names: DeviceNames): Edit => ({
  ...edit,
  set: withRenamedNumber(edit.set, names),
  ...(edit.was === undefined ? {} : { was: withRenamedNumber(edit.was, names) }),
  ...(edit.base === undefined ? {} : { base: baseRenamed(edit.base, (device) => renamedDevice(device, names)) }),
})

const baseRenamed = (base: NonNullable<Edit['base']>, rename: (device: string) => string): NonNullable<Edit['base']> =>
  Object.fromEntries(
    Object.entries(base).map(([field, vector]) => [
      field,
      Object.fromEntries(Object.entries(vector).map(([device, change]) => [rename(device), change])),
    ]),
  )

/** An entry as it was first written, which is what its hash was made of. */
export function asFirstWritten<E extends ChainedContent & RenamedEntry>(entry: E): E {
  const { renamed = [] } = entry
  if (renamed.length === 0) return entry
  const codes = new Map(renamed.map((id) => [deviceCode(id), formerDeviceId(id)?.toUpperCase()]))
  const shortOf = (device: string): string => (renamed.includes(device) ? (formerDeviceId(device) ?? device) : device)
  const before = (fields: FieldSet): FieldSet => {
    const [, letter, code = '', ordinal] = LONG_NUMBER.exec(String(fields['no'])) ?? []
    const short = codes.get(code)
    if (short === undefined || fields['formerNo'] !== `${letter}-${short}-${ordinal}`) return fields
    const { formerNo, ...rest } = fields
    return { ...rest, no: formerNo }
  }
  return {
    ...entry,
    device: shortOf(entry.device),
    ...(entry.edits === undefined
      ? {}
      : {
          edits: entry.edits.map((edit) => ({
            ...edit,
            set: before(edit.set),
            ...(edit.was === undefined ? {} : { was: before(edit.was) }),
            ...(edit.base === undefined ? {} : { base: baseRenamed(edit.base, shortOf) }),
          })),
        }),
  }
}

/**
 * A stored record with its devices renamed.
 * @returns the same object when it names none of them
 */
export function rowRenamed<R extends Readonly<Record<string, unknown>>>(
  table: TableName,
  row: R,
  names: DeviceNames,
): R {
  const { versions, batchId, device } = row
  // A number that came with a file is what the file says, whoever gave it.
  const renamed = batchId === undefined ? withRenamedNumber(row, names) : row
  const text = typeof versions === 'string' && mayName(versions, names) ? versionsRenamed(versions, names) : versions
  const by = table === 'importBatches' && typeof device === 'string' ? renamedDevice(device, names) : device
  if (renamed === row && text === versions && by === device) return row
  return { ...renamed, ...(text === undefined ? {} : { versions: text }), ...(by === undefined ? {} : { device: by }) }
}

/** Most records of a store were written by one device: a look at the text spares reading it. */
const mayName = (versions: string, names: DeviceNames): boolean =>
  [...names.keys()].some((short) => versions.includes(`"${short}"`))
