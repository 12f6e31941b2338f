/**
 * Every time a part of a node came off a train or went on one: told by failures, counted or not, and by the histories of
 * the items themselves. A part ends its stay whatever the reason was; only what counts as a failure is one.
 */
import type { ItemEvent } from '../domain/itemEvent'
import { dayNumber, isMoment, precisionOf, type Moment } from '../domain/moment'
import { confusableIdentity } from '../domain/serialIdentity'
import type { FieldData } from './fieldData'
import { rowOf, textAt, type FailureColumns } from './failureColumns'
import { partField, serialOfPart } from './partBasis'
import { rowsInScope, type Exclusion, type Scope } from './scope'
import { removalFor, stayEndOf, type StayEnd } from './stayEnd'

export interface PartChange {
  readonly trainId: string
  /** Day number of the middle of its day; NaN where only the year is known. */
  readonly at: number
  /** The failure that tells it; null where only the item does. */
  readonly row: number | null
  /** Null where nothing came off, as far as anybody wrote. */
  readonly off: { readonly end: StayEnd; readonly serials: readonly string[] } | null
  /** Null where nothing was fitted. */
  readonly on: { readonly serials: readonly string[] } | null
  readonly place: { readonly carNo: string; readonly position: string }
}

export type PartScope = Scope & { readonly nodeId: string }

/** Failures that tell of no change: where they are, and why. */
export type Untold = (why: 'train-unknown' | 'part-below' | 'no-failure', row: number) => void

const REPLACED = new Set(['SWAP_NEW', 'EXCH_REPL'])
/** Left out of the count, but what came off came off. */
const STILL_CAME_OFF: readonly Exclusion[] = [
  'not-relevant',
  'not-chargeable',
  'not-service-affecting',
  'not-yet-judged',
  'set-aside',
]

const identities = (text: string): readonly string[] =>
  text
    .split('；')
    .map(confusableIdentity)
    .filter((serial) => serial !== '')

/** In order; what has no day comes first, and failures before what the items say of the same day. */
export function partChanges(
  data: FieldData,
  scope: PartScope,
  items: readonly ItemEvent[],
  untold: Untold,
): readonly PartChange[] {
  return [...changesOfFailures(data, scope, untold), ...changesOfItems(data, scope, items)].sort(
    (a, b) =>
      (Number.isNaN(a.at) ? -1 : a.at) - (Number.isNaN(b.at) ? -1 : b.at) ||
      Number(a.row === null) - Number(b.row === null) ||
      (a.row ?? 0) - (b.row ?? 0),
  )
}

/** Parts fitted before the period starts live inside it, so changes before it are among them. */
function changesOfFailures(data: FieldData, scope: PartScope, untold: Untold): readonly PartChange[] {
  const { columns, fleet } = data
  const { from: _from, ...open } = scope
  const { counted, excluded } = rowsInScope(data, open)
  const isOfNode = (row: number): boolean => textAt(columns, partField(scope.partBasis), row) === scope.nodeId
  const isPlaced = (row: number): boolean => fleet.trains.has(textAt(columns, 'trainId', row))
  const changes: PartChange[] = []
  for (const row of counted) {
    const change = !isOfNode(row) || !isPlaced(row) ? null : changeOf(columns, scope, row, true)
    if (change !== null) changes.push(change)
    else untold(!isOfNode(row) ? 'part-below' : isPlaced(row) ? 'no-failure' : 'train-unknown', row)
  }
  for (const why of STILL_CAME_OFF)
    for (const row of excluded[why] ?? []) {
      const change = isOfNode(row) && isPlaced(row) ? changeOf(columns, scope, row, false) : null
      if (change !== null) changes.push(change)
    }
  return changes
}

/** Null where neither a failure nor a removal is told. */
function changeOf(columns: FailureColumns, { partBasis }: Scope, row: number, isCounted: boolean): PartChange | null {
  const serials = [serialOfPart(columns, partBasis, row), textAt(columns, 'removedSerial', row)].flatMap(identities)
  const installed = identities(textAt(columns, 'installedSerial', row))
  const isBack = installed.length > 0 && installed.every((serial) => serials.includes(serial))
  const isReplaced =
    !isBack &&
    (installed.length > 0 ||
      textAt(columns, 'removedSerial', row) !== '' ||
      REPLACED.has(textAt(columns, 'method', row)))
  const end = stayEndOf(columns, row, isCounted)
  if (end !== 'failed' && !isReplaced) return null
  return {
    trainId: textAt(columns, 'trainId', row),
    at: (columns.number.occurredDay[row] ?? Number.NaN) + 0.5,
    row,
    off: { end, serials },
    on: isReplaced ? { serials: installed } : null,
    place: { carNo: textAt(columns, 'carNo', row), position: textAt(columns, 'position', row) },
  }
}

const isDated = (at: Moment): boolean => isMoment(at) && precisionOf(at) !== 'year'

function changesOfItems(data: FieldData, scope: PartScope, items: readonly ItemEvent[]): readonly PartChange[] {
  const { columns, fleet } = data
  const places = new Map<string, { readonly off: ItemEvent[]; readonly on: ItemEvent[] }>()
  for (const item of items) {
    const row = item.failureId === '' ? undefined : rowOf(columns, item.failureId)
    const isToldByFailure = row !== undefined && textAt(columns, partField(scope.partBasis), row) === scope.nodeId
    if (isToldByFailure || !isDated(item.at) || !fleet.trains.has(item.trainId)) continue
    const key = [item.trainId, dayNumber(item.at), item.carNo, item.position].join('|')
    const place = places.get(key) ?? { off: [], on: [] }
    places.set(key, place)
    place[item.kind === 'remove' ? 'off' : 'on'].push(item)
  }
  return [...places.values()].flatMap(({ off, on }) =>
    Array.from({ length: Math.max(off.length, on.length) }, (_, at) => changeOfItems(off[at], on[at])),
  )
}

function changeOfItems(off: ItemEvent | undefined, on: ItemEvent | undefined): PartChange {
  const { trainId = '', at = '', carNo = '', position = '' } = off ?? on ?? {}
  return {
    trainId,
    at: dayNumber(at) + 0.5,
    row: null,
    off: off === undefined ? null : { end: removalFor(off.reason) ?? 'not-counted', serials: identities(off.serial) },
    on: on === undefined ? null : { serials: identities(on.serial) },
    place: { carNo, position },
  }
}
