/**
 * What speaks against a master record as somebody wants it to be: something it cannot be without, a second record of the
 * same thing, a part inside itself. What stood there before is not held against whoever corrects something else.
 */
import { MASTER_FAMILIES, type MasterTable } from './masterData'
import { namesIn } from './otherNames'
import { plainText } from './plainText'
import { serialIdentity } from './serialIdentity'

export const MASTER_FAULTS = [
  'needed',
  'inside-itself',
  'no-such-parent',
  'double-product',
  'double-sibling',
  'position-taken',
  'double-train',
  'double-place',
  'double-serial',
] as const
export type MasterFaultCode = (typeof MASTER_FAULTS)[number]

export interface MasterFault {
  readonly code: MasterFaultCode
  /** The field to put right. */
  readonly field: string
  /** The record it collides with; null where there is none. */
  readonly other: string | null
}

type Values = Readonly<Record<string, unknown>>
type Row = Values & { readonly id: string }

const textOf = (record: Values, field: string): string => {
  const value = record[field]
  return typeof value === 'string' ? value : ''
}
const plain = (record: Values, field: string): string => plainText(textOf(record, field))
const isEmpty = (value: unknown): boolean =>
  value === undefined || value === null || (typeof value === 'string' && value.trim() === '')

/** Two revisions of one part may stand side by side where one ends before the other begins. */
function areTogether(a: Values, b: Values): boolean {
  const before = (one: Values, other: Values): boolean =>
    textOf(one, 'effectiveTo') !== '' &&
    textOf(other, 'effectiveFrom') !== '' &&
    textOf(one, 'effectiveTo') <= textOf(other, 'effectiveFrom')
  return a['active'] !== false && b['active'] !== false && !before(a, b) && !before(b, a)
}

/**
 * @param before the record as it stands; undefined for a new one
 * @param after  the record as it is wanted
 * @param all    every record of the family that counts
 */
export function masterFaults(
  table: MasterTable,
  before: Row | undefined,
  after: Row,
  all: readonly Row[],
): readonly MasterFault[] {
  const touched = (field: string): boolean =>
    before === undefined || JSON.stringify(before[field] ?? null) !== JSON.stringify(after[field] ?? null)
  const missing = MASTER_FAMILIES[table].needed
    .filter((field) => isEmpty(after[field]) && touched(field))
    .map((field): MasterFault => ({ code: 'needed', field, other: null }))
  const others = all.filter(({ id }) => id !== after.id)
  return [...missing, ...collisions(table, before, after, others, touched)]
}

type Touched = (field: string) => boolean

function collisions(
  table: MasterTable,
  before: Row | undefined,
  after: Row,
  others: readonly Row[],
  touched: Touched,
): readonly MasterFault[] {
  const found = (code: MasterFaultCode, field: string, other: Row | undefined): readonly MasterFault[] =>
    other === undefined ? [] : [{ code, field, other: other.id }]
  switch (table) {
    case 'products':
      return !touched('code')
        ? []
        : found(
            'double-product',
            'code',
            others.find((other) => plain(other, 'code') === plain(after, 'code')),
          )
    case 'bomNodes':
      return nodeCollisions(before, after, others, touched)
    case 'trains':
      return touched('trainNo') || touched('vehicleType')
        ? found('double-train', 'trainNo', others.find(isSameTrain(after)))
        : []
    case 'parties':
      return touched('name') || touched('kind')
        ? found(
            'double-place',
            'name',
            others.find(
              (other) =>
                textOf(other, 'kind') === textOf(after, 'kind') &&
                [other['name'], other['short']].some(
                  (name) => typeof name === 'string' && plainText(name) === plain(after, 'name'),
                ),
            ),
          )
        : []
    case 'units':
      return touched('serialNo') || touched('bomNodeId')
        ? found(
            'double-serial',
            'serialNo',
            others.find(
              (other) =>
                textOf(other, 'bomNodeId') === textOf(after, 'bomNodeId') &&
                serialIdentity(textOf(other, 'serialNo')) === serialIdentity(textOf(after, 'serialNo')),
            ),
          )
        : []
  }
}

/** A number that another train of the type has now, or had once: a file that gives it would not know which is meant. */
const isSameTrain =
  (after: Row) =>
  (other: Row): boolean =>
    plain(other, 'vehicleType') === plain(after, 'vehicleType') &&
    [textOf(other, 'trainNo'), ...namesIn(textOf(other, 'aliases'))].some(
      (number) => plainText(number) === plain(after, 'trainNo'),
    )

function nodeCollisions(
  before: Row | undefined,
  after: Row,
  others: readonly Row[],
  touched: Touched,
): readonly MasterFault[] {
  const faults: MasterFault[] = []
  const parentId = textOf(after, 'parentId')
  const byId = new Map(others.map((other) => [other.id, other]))
  if (touched('parentId') && parentId !== '') {
    // A record that is not stored yet holds nothing.
    if (before !== undefined && (parentId === after.id || isBelow(parentId, after.id, byId)))
      faults.push({ code: 'inside-itself', field: 'parentId', other: parentId })
    else if (!byId.has(parentId)) faults.push({ code: 'no-such-parent', field: 'parentId', other: null })
  }
  const siblings = others.filter(
    (other) =>
      textOf(other, 'parentId') === parentId &&
      (parentId !== '' || textOf(other, 'productId') === textOf(after, 'productId')) &&
      areTogether(after, other),
  )
  const double = siblings.find((other) =>
    ['name', 'partNo', 'position'].every((field) => plain(other, field) === plain(after, field)),
  )
  if (double !== undefined && ['name', 'partNo', 'position', 'parentId', 'effectiveFrom', 'effectiveTo'].some(touched))
    faults.push({ code: 'double-sibling', field: 'name', other: double.id })
  const taken = siblings.find((other) => plain(other, 'position') === plain(after, 'position'))
  if (plain(after, 'position') !== '' && taken !== undefined && double === undefined)
    if (['position', 'parentId'].some(touched))
      faults.push({ code: 'position-taken', field: 'position', other: taken.id })
  return faults
}

/** Does the way up from a node lead through another? */
function isBelow(id: string, ancestor: string, byId: ReadonlyMap<string, Row>): boolean {
  const seen = new Set<string>()
  for (let at = byId.get(id); at !== undefined && !seen.has(at.id); at = byId.get(textOf(at, 'parentId'))) {
    if (textOf(at, 'parentId') === ancestor) return true
    seen.add(at.id)
  }
  return false
}
