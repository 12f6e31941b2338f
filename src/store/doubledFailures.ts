/**
 * Two stores recorded one failure, and met: the double goes into the failure that stays. What hangs on it moves, what both
 * have counts once, its number goes on finding the one that stays, and the whole is one change that can be taken back.
 */
import type { Change } from '../domain/change'
import { CommandRefused } from '../domain/commandTrouble'
import {
  comparedFailures,
  contentOf,
  isSameInEveryField,
  numbersOf,
  type ComparedFailures,
} from '../domain/doubledFailure'
import { referencesTo } from '../domain/masterReferences'
import type { Moment } from '../domain/moment'
import type { Person } from '../domain/person'
import { FIELDS_OF_TABLE, type StoredRecord, type TableName } from '../domain/records/tables'
import type { CommandName } from '../domain/workflow/commands'
import { isClosedFailure } from '../domain/workflow/closedRecords'
import { commit, presentRecord, type RecordPatch } from './commit'
import { database, type FracasDatabase } from './database'
import { recordsNaming, type UsageCount } from './masterUsage'
import { idsOfEvents } from './serialLives'

type Failure = StoredRecord<'failures'>
type Row = Readonly<Record<string, unknown>> & { readonly id: string }

export interface DoublePreview extends ComparedFailures {
  readonly stays: Failure
  readonly double: Failure
  /** How many records of which kind will belong to the one that stays. */
  readonly moves: readonly UsageCount[]
  /** How many both have, word for word: they count once. */
  readonly same: readonly UsageCount[]
  /** One of the two is closed: who changes it leads the work. */
  readonly isClosed: boolean
}

/** The failure that stays, its double, and whether nothing at all tells them apart. */
export interface FoundDouble {
  readonly stays: Failure
  readonly double: Failure
  readonly isExact: boolean
}

const NAME: CommandName = 'merge-failures'
const ASIDE: ReadonlySet<string> = new Set(['CANCELLED', 'MERGED'])

/** What hangs on a failure, by the field that says so. */
const HANGING = referencesTo('failures').filter(({ field }) => field !== 'carriedFrom')

async function both(doubleId: string, staysId: string, db: FracasDatabase): Promise<readonly [Failure, Failure]> {
  const double = await presentRecord(NAME, 'failures', doubleId, db)
  const stays = await presentRecord(NAME, 'failures', staysId, db)
  if (doubleId === staysId || [double, stays].some(({ state = '' }) => ASIDE.has(state)))
    throw new CommandRefused([{ code: 'not-mergeable' }], NAME)
  return [double, stays]
}

interface Hanging {
  readonly moves: readonly { readonly table: TableName; readonly field: string; readonly record: Row }[]
  /** What the one that stays has already, and what it is there. */
  readonly same: readonly {
    readonly table: TableName
    readonly field: string
    readonly record: Row
    readonly as: string
  }[]
}

/** Shares what hangs on the double out between what moves and what is there already; each is the same as one other at most. */
async function hangingOn(doubleId: string, staysId: string, db: FracasDatabase): Promise<Hanging> {
  const [moves, same]: [Hanging['moves'][number][], Hanging['same'][number][]] = [[], []]
  for (const reference of HANGING) {
    const { table, field } = reference
    const own = new Map<string, string[]>()
    for (const record of await recordsNaming(reference, staysId, db)) {
      const content = contentOf(table, record)
      own.set(content, [...(own.get(content) ?? []), record.id])
    }
    for (const record of await recordsNaming(reference, doubleId, db)) {
      const as = own.get(contentOf(table, record))?.shift()
      if (as === undefined) moves.push({ table, field, record })
      else same.push({ table, field, record, as })
    }
  }
  return { moves, same }
}

const counted = (hanging: readonly { readonly table: TableName; readonly field: string }[]): readonly UsageCount[] =>
  HANGING.map((reference) => ({
    ...reference,
    count: hanging.filter(({ table, field }) => table === reference.table && field === reference.field).length,
  })).filter(({ count }) => count > 0)

/** @throws CommandRefused when the two cannot be merged */
export async function doublePreview(
  doubleId: string,
  staysId: string,
  db: FracasDatabase = database,
): Promise<DoublePreview> {
  const [double, stays] = await both(doubleId, staysId, db)
  const { moves, same } = await hangingOn(doubleId, staysId, db)
  return {
    ...comparedFailures(stays, double),
    stays,
    double,
    moves: counted(moves),
    same: counted(same),
    isClosed: [stays, double].some(isClosedFailure),
  }
}

/** Pairs that still stand as they were found, in the order given; what somebody merged or deleted meanwhile is left out. */
export async function foundDoubles(
  pairs: readonly (readonly [stays: string, double: string])[],
  db: FracasDatabase = database,
): Promise<readonly FoundDouble[]> {
  const ids = [...new Set(pairs.flat())]
  const records = new Map((await db.recordsOf('failures').bulkGet(ids)).map((failure, at) => [ids[at], failure]))
  const found: FoundDouble[] = []
  for (const [staysId, doubleId] of pairs) {
    const [stays, double] = [records.get(staysId), records.get(doubleId)]
    const isThere = (failure: Failure | undefined): failure is Failure =>
      failure !== undefined && failure.deleted !== true && !ASIDE.has(failure.state ?? '')
    if (!isThere(stays) || !isThere(double)) continue
    const isExact = isSameInEveryField(stays, double) && (await hasNothingOfItsOwn(doubleId, staysId, db))
    found.push({ stays, double, isExact })
  }
  return found
}

async function hasNothingOfItsOwn(doubleId: string, staysId: string, db: FracasDatabase): Promise<boolean> {
  const [one, other] = await Promise.all([hangingOn(doubleId, staysId, db), hangingOn(staysId, doubleId, db)])
  return one.moves.length === 0 && other.moves.length === 0
}

/**
 * @param takes fields in which the double is right and the one that stays is not
 * @param now local civil time, to the minute
 * @throws CommandRefused when the person may not, the two cannot be merged, or nobody says why
 */
export async function mergeFailures(
  doubleId: string,
  staysId: string,
  takes: readonly string[],
  person: Person,
  now: Moment,
  why: string,
  db: FracasDatabase = database,
): Promise<Change | null> {
  assertSaysWhy(why)
  return commit(
    { name: NAME, person, why: why.trim() },
    async (db) => patchesFor(await both(doubleId, staysId, db), takes, person, now, db),
    db,
  )
}

/** So many are merged by one command; an undo takes all of them back. */
export const MOST_DOUBLES_AT_ONCE = 1000

/**
 * Merges every pair that nothing tells apart, in one change; a pair that has come to differ since is left alone.
 * @throws CommandRefused when the person may not, or nobody says why
 */
export async function mergeExactDoubles(
  pairs: readonly (readonly [stays: string, double: string])[],
  person: Person,
  now: Moment,
  why: string,
  db: FracasDatabase = database,
): Promise<Change | null> {
  assertSaysWhy(why)
  return commit(
    { name: NAME, person, why: why.trim() },
    async (db) => {
      const patches: RecordPatch[] = []
      // What several doubles give to one failure is one patch, because each is worked out from what is stored.
      const numbers = new Map<string, string>()
      for (const { stays, double, isExact } of await foundDoubles(pairs.slice(0, MOST_DOUBLES_AT_ONCE), db)) {
        if (!isExact) continue
        const formerNo = numbers.get(stays.id) ?? stays.formerNo
        const known = formerNo === undefined ? stays : { ...stays, formerNo }
        numbers.set(stays.id, numbersOf(known, double))
        patches.push(...(await patchesFor([double, known], [], person, now, db)))
      }
      return patches
    },
    db,
  )
}

function assertSaysWhy(why: string): void {
  if (why.trim() === '') throw new CommandRefused([{ code: 'reason-needed', fields: ['failures.mergedInto'] }], NAME)
}

async function patchesFor(
  [double, stays]: readonly [Failure, Failure],
  takes: readonly string[],
  person: Person,
  now: Moment,
  db: FracasDatabase,
): Promise<readonly RecordPatch[]> {
  const { filled, differing, lists } = comparedFailures(stays, double)
  const { moves, same } = await hangingOn(double.id, stays.id, db)
  const as = new Map(same.map(({ record, as }) => [record.id, as]))
  return [
    {
      table: 'failures',
      record: stays.id,
      fields: {
        ...Object.fromEntries(filled.map(({ field, value }) => [field, value])),
        ...Object.fromEntries(
          differing.filter(({ field }) => takes.includes(field)).map(({ field, double }) => [field, double]),
        ),
        ...lists,
        formerNo: numbersOf(stays, double),
      },
    },
    {
      table: 'failures',
      record: double.id,
      fields: {
        state: 'MERGED',
        stateSince: now,
        mergedInto: stays.id,
        closeCode: 'C6',
        closedAt: now,
        closedBy: person.name,
      },
    },
    ...moves.map(({ table, field, record }) => ({
      table,
      record: record.id,
      fields: {
        ...leadingTo(table, record, as),
        [field]: stays.id,
        ...(table === 'attachments' ? { carriedFrom: record['carriedFrom'] ?? double.id } : {}),
      },
    })),
    ...same.map(({ table, record }) => ({ table, record: record.id, fields: { deleted: true } })),
    ...(await filesOf(as, db)),
    ...(await eventsOf(same, db)),
  ]
}

/** What a record names among the records that stay behind is named where it is the same. */
function leadingTo(table: TableName, record: Row, as: ReadonlyMap<string, string>): Readonly<Record<string, unknown>> {
  const renamed = (value: unknown): unknown => (typeof value === 'string' ? (as.get(value) ?? value) : value)
  return Object.fromEntries(
    Object.entries(FIELDS_OF_TABLE[table]).flatMap(([field, { kind }]) => {
      const value = record[field]
      if (kind === 'ref' && renamed(value) !== value) return [[field, renamed(value)]]
      return Array.isArray(value) && value.some((entry) => renamed(entry) !== entry)
        ? [[field, value.map(renamed)]]
        : []
    }),
  )
}

/** Files of the records that stay behind go to the same record on the other side, which may have them already. */
async function filesOf(as: ReadonlyMap<string, string>, db: FracasDatabase): Promise<readonly RecordPatch[]> {
  const ids = [...as.keys(), ...as.values()]
  if (ids.length === 0) return []
  const files = (await db.recordsOf('attachments').where('ownerId').anyOf(ids).toArray()).filter(
    ({ deleted }) => deleted !== true,
  )
  const there = new Set(files.map(({ ownerId, sha256 }) => `${ownerId ?? ''}|${sha256 ?? ''}`))
  return files.flatMap(({ id, ownerId = '', sha256 = '' }): readonly RecordPatch[] => {
    const owner = as.get(ownerId)
    if (owner === undefined) return []
    const fields = there.has(`${owner}|${sha256}`) ? { deleted: true } : { ownerId: owner }
    return [{ table: 'attachments', record: id, fields }]
  })
}

/** A swap that is there twice has been told twice to the lives of its items. */
async function eventsOf(same: Hanging['same'], db: FracasDatabase): Promise<readonly RecordPatch[]> {
  const ids = same.flatMap(({ table, record }) => {
    const { off, on } = idsOfEvents(record.id)
    return table === 'replacements' ? [off, on] : []
  })
  const events = await db.recordsOf('installEvents').bulkGet(ids)
  return events.flatMap((event): readonly RecordPatch[] =>
    event === undefined || event.deleted === true
      ? []
      : [{ table: 'installEvents', record: event.id, fields: { deleted: true } }],
  )
}
