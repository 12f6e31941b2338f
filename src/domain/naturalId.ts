/**
 * Ids of reference records, made from what makes them the same thing: the same parts list read on two devices, which have
 * never met, is one parts list when they do.
 */
import { serialIdentity } from './serialIdentity'
import { sha256 } from './sha256'
import { familyOf, type TableName } from './records/tables'

type Named = Readonly<Record<string, unknown>>

/** Where the values of the natural key are not compared one by one. */
const IDENTITIES: { readonly [T in TableName]?: (fields: Named) => readonly unknown[] } = {
  // A part has a number, or else a name; lists write the name in many ways.
  bomNodes: ({ productId, parentId, partNo, name, position }) => [
    parentId ?? productId,
    ...(isEmpty(partNo) ? ['', name] : [partNo]),
    position,
  ],
  units: ({ bomNodeId, serialNo }) => [bomNodeId, serialIdentity(String(serialNo ?? ''))],
}

const isEmpty = (value: unknown): boolean => String(value ?? '').trim() === ''

/** Blanks, full-width forms and letter case do not make another thing of it. */
const compared = (value: unknown): string =>
  String(value ?? '')
    .normalize('NFKC')
    .replace(/\s+/gu, ' ')
    .trim()
    .toUpperCase()

/**
 * The id of the record with these fields: a UUID of version 8 (RFC 9562), the same on every device.
 * @param again counts the records that bear the same name one after the other
 * @throws RangeError for a family without a natural key
 */
export function naturalId(table: TableName, fields: Named, again = 1): string {
  const { naturalKey } = familyOf(table)
  if (naturalKey.length === 0) throw new RangeError(`${table} have no natural key`)
  const values = IDENTITIES[table]?.(fields) ?? naturalKey.map((name) => fields[name])
  const hash = sha256(JSON.stringify([table, ...values.map(compared), ...(again === 1 ? [] : [again])]))
  const variant = ((Number.parseInt(hash.charAt(16), 16) & 0x3) | 0x8).toString(16)
  return [
    hash.slice(0, 8),
    hash.slice(8, 12),
    `8${hash.slice(13, 16)}`,
    `${variant}${hash.slice(17, 20)}`,
    hash.slice(20, 32),
  ].join('-')
}

/**
 * The id for a new record with these fields.
 * @param isTaken whether another record in use has the id: one that was renamed since keeps the id of its former name, so that
 *   the next one of that name takes another
 */
export function freeNaturalId(table: TableName, fields: Named, isTaken: (id: string) => boolean): string {
  for (let again = 1; ; again += 1) {
    const id = naturalId(table, fields, again)
    if (!isTaken(id)) return id
  }
}

/** The id for a new record with these fields. */
export type IdFor = (table: TableName, fields: Named) => string

/** Gives ids to new records one after another, beside those that are in use. */
export function naturalIds(inUse: Iterable<{ readonly id: string }>): IdFor {
  const taken = new Set(Array.from(inUse, ({ id }) => id))
  return (table, fields) => {
    const id = freeNaturalId(table, fields, (one) => taken.has(one))
    taken.add(id)
    return id
  }
}
