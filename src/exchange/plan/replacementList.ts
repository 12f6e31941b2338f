/**
 * Replacements that an import adds. One physical replacement is one record, whether a ledger, a journal and a form tell
 * of it: the first stands, and a later one fills what it left empty.
 */
import type { PlannedRecord } from '../../domain/importPlan'
import type { KnownChildRecords } from '../../domain/knownChildRecords'
import type { Replacement } from '../../domain/records/replacement'
import { isSameReplacement } from '../../domain/sameReplacement'
import { confusableIdentity, isTellingSerial } from '../../domain/serialIdentity'

type Planned = PlannedRecord<'replacements'>
type Known = KnownChildRecords['replacements'][number]

export interface ReplacementSurroundings {
  /** The train of a failure, new or stored; undefined where none is known. */
  readonly trainOf: (failureId: string) => string | undefined
  /** A line tells this of a stored replacement: its empty fields are filled. */
  readonly fill: (stored: Known, said: Omit<Planned, 'id'>) => void
}

export interface ReplacementOutcome {
  readonly isAdded: boolean
  /** The failure it belongs to, its own or that of the record it was joined with. */
  readonly failureId: string | undefined
}

export interface ReplacementList {
  readonly added: readonly Planned[]
  /** @param isNew it came with the row of a new failure, of which nothing can be there yet but lines without a failure */
  readonly add: (replacement: Planned, isNew?: boolean) => ReplacementOutcome
  /** The failure of the replacement that this line tells of again. */
  readonly failureOf: (line: Planned) => string | undefined
}

interface Entry {
  readonly told: Planned | Known
  /** Place among the added; null for a stored one. */
  readonly at: number | null
}

export function replacementList(known: readonly Known[], { trainOf, fill }: ReplacementSurroundings): ReplacementList {
  const added: Planned[] = []
  /** Places of those that turned out to be another one told again. */
  const absorbed = new Set<number>()
  const withoutFailure = known.some(({ failureId }) => failureId === undefined)
  let index: EntryIndex | undefined
  /** Made when it is first asked: a ledger of new failures never asks. */
  const entries = (): EntryIndex => {
    index ??= entryIndex([...known.map((told) => ({ told, at: null })), ...added.map((told, at) => ({ told, at }))])
    return index
  }
  const placed = <R extends Planned | Known>(record: R): R =>
    record.trainId !== undefined || record.failureId === undefined
      ? record
      : { ...record, trainId: trainOf(record.failureId) }
  const present = ({ told, at }: Entry): Planned | Known => (at === null ? told : added[at]!)
  const sameAs = (replacement: Planned): Entry | undefined => {
    const wanted = placed(replacement)
    return entries()
      .near(wanted)
      .find(
        (entry) => (entry.at === null || !absorbed.has(entry.at)) && isSameReplacement(placed(present(entry)), wanted),
      )
  }
  const push = (replacement: Planned): ReplacementOutcome => {
    index?.add({ told: replacement, at: added.length })
    added.push(replacement)
    return { isAdded: true, failureId: replacement.failureId }
  }
  /**
   * One report named what came off, another what went on; a line that names both shows that they are one.
   */
  const complete = (at: number, said: Replacement): void => {
    const whole = completed(added[at]!, said)
    added[at] = whole
    const entry = { told: whole, at }
    for (const other of entries().near(whole)) {
      if (other.at === null || other.at === at || absorbed.has(other.at)) continue
      const { id: _id, origin: _origin, ...rest } = added[other.at]!
      if (!isSameReplacement(placed(added[other.at]!), placed(whole))) continue
      absorbed.add(other.at)
      added[at] = completed(added[at]!, rest)
    }
    // It is found by what it has been told now, too.
    entries().add(entry)
  }
  return {
    get added() {
      return absorbed.size === 0 ? added : added.filter((_, at) => !absorbed.has(at))
    },
    add: (replacement, isNew = false) => {
      if (isNew && !withoutFailure && index === undefined) return push(replacement)
      const same = sameAs(replacement)
      if (same === undefined) return push(replacement)
      const { id: _id, ...said } = replacement
      if (same.at === null) fill(same.told as Known, said)
      else complete(same.at, said)
      return { isAdded: false, failureId: present(same).failureId ?? said.failureId }
    },
    failureOf: (line) => {
      const same = sameAs(line)
      return same === undefined ? undefined : present(same).failureId
    },
  }
}

/** A text in place of a serial (`1#、2#`) gives way to the serial and goes into the remark. */
function completed(first: Planned, said: Replacement): Planned {
  const whole = { ...said, ...first }
  for (const side of ['removedSerial', 'installedSerial'] as const) {
    const [text = '', serial = ''] = [first[side], said[side]]
    if (isTellingSerial(text) || !isTellingSerial(serial)) continue
    whole[side] = serial
    if (text !== '') whole.remark = [whole.remark, text].filter((part) => part !== undefined).join('；')
  }
  return whole
}

interface EntryIndex {
  readonly add: (entry: Entry) => void
  /** Those it could be the same as. */
  readonly near: (replacement: Planned) => readonly Entry[]
}

/** By failure, by serial, and by train and day. */
function entryIndex(all: readonly Entry[]): EntryIndex {
  const byKey = new Map<string, Entry[]>()
  const keysOf = ({
    failureId,
    trainId,
    at = '',
    removedSerial = '',
    installedSerial = '',
  }: Planned | Known): string[] => [
    ...(failureId === undefined ? [] : [`f|${failureId}`]),
    ...(trainId === undefined ? [] : [`t|${trainId}|${at.slice(0, 10)}`]),
    ...[removedSerial, installedSerial].filter(isTellingSerial).map((serial) => `s|${confusableIdentity(serial)}`),
  ]
  const add = (entry: Entry): void => {
    for (const key of keysOf(entry.told)) {
      const others = byKey.get(key)
      if (others === undefined) byKey.set(key, [entry])
      else others.push(entry)
    }
  }
  for (const entry of all) add(entry)
  return {
    add,
    near: (replacement) => [...new Set(keysOf(replacement).flatMap((key) => byKey.get(key) ?? []))],
  }
}
