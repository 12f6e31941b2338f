/**
 * Does the company take this change? Asked by the server on the records as they are before it, with the account it knows; what
 * the device says of person and role is compared, never believed. Whole changes are taken or refused, never parts of them.
 */
import { inverseValues, isSameJson, type Change, type Edit } from '../change'
import { companyFieldsOf } from '../companyFields'
import { companyFieldsNeeded, companyValueFaults } from '../companyValueFaults'
import { isHeld } from '../positions'
import { fieldsNeedingReason } from '../kpiFields'
import { editOfEntries } from '../listEntries'
import { UPGRADE, type LoggedChange } from '../loggedChange'
import { statesOf, type Written } from '../mergedRecord'
import { isMoment } from '../moment'
import type { Person } from '../person'
import { faultsOfEdit } from '../recordFaults'
import type { RecordReader } from '../recordReader'
import { withWholeLists, type FieldSet, type RecordVersions } from '../recordVersions'
import { familyOf, FIELDS_OF_TABLE, type StoredRecord, type TableName } from '../records/tables'
import { beyondScope, isGuarded } from '../workflow/commandScope'
import { isCommand, type CommandName } from '../workflow/commands'
import { permitRecords } from '../workflow/permitRecords'
import { needsReasonWhenClosed, permits } from '../workflow/permits'
import { isOneOf } from '../closedSet'
import { writesOf } from '../writesOf'
import { judgeStep } from './judgeStep'
import { positionsTaken } from './positionsTaken'
import type { Account, TeamRefusal } from './protocol'

export interface JudgedOn {
  readonly account: Account
  /** Of the records as they are before the change. */
  readonly reader: RecordReader
  /** The entries of a change the company has taken; none where it has not. */
  readonly changeOf: (id: string) => Promise<readonly LoggedChange[]>
  /** Changes of the same device that were refused, and what each of them would have made. */
  readonly refused: readonly RefusedBefore[]
  /** Changes of this device up to this number were made before it joined. */
  readonly joinedAt: number
}

export interface RefusedBefore {
  readonly number: number
  /** `table:id` of the records it would have made. */
  readonly made: readonly string[]
}

/** One record that is written, as it is before. */
interface Judged {
  readonly table: TableName
  readonly record: string
  readonly edit: Edit
  readonly states: RecordVersions | undefined
  readonly before: Readonly<Record<string, unknown>> | undefined
  /** What the edit writes, lists whole. */
  readonly set: FieldSet
}

/** Commands that bring whole lists in: the file is the company's, not the person's word. */
const BRINGING: ReadonlySet<string> = new Set(['import', UPGRADE])
const OF_OTHERS: ReadonlySet<CommandName> = new Set(['import-update', 'import-update-undone', 'undo'])
const MERGING: ReadonlySet<CommandName> = new Set(['merge-fleet', 'merge-failures', 'merge-serials', 'merge-cars'])

/**
 * @param entries all entries of one change, in their order
 * @returns every reason against it; empty when it is taken
 */
export async function judgeChange(entries: readonly LoggedChange[], on: JudgedOn): Promise<readonly TeamRefusal[]> {
  const [first] = entries
  if (first === undefined) return [{ code: 'not-a-record' }]
  const writes = entries.flatMap(writesOf)
  const built = buildsOn(writes, first.device, on.refused)
  if (built !== null) return [{ code: 'builds-on', number: built }]
  const person = personOf(first, on)
  if (first.number <= on.joinedAt && mayBring(on.account)) return brought(writes, first.device, on)
  if (BRINGING.has(first.command)) {
    if (person === null) return [{ code: 'other-role' }]
    const refused = permits('import', person)
    return refused.length > 0 ? refused : brought(writes, first.device, on)
  }
  if (!isCommand(first.command)) return [{ code: 'unknown-command' }]
  if (first.actor !== on.account.name) return [{ code: 'other-actor' }]
  if (person === null) return [{ code: 'other-role' }]
  const judged = await judgedRecords(writes, on.reader)
  const beyond = await beyondCommand(first, judged, on)
  if (beyond.length > 0) return beyond
  if (judged.some(saysNoMoment)) return [{ code: 'not-a-moment' }]
  const taken = takenReasons(judged)
  if (taken.length > 0) return taken
  return judgeCommand(first as LoggedChange & { readonly command: CommandName }, person, judged, on)
}

/** Of several roles the one the change was made in. */
function personOf({ role }: LoggedChange, { account }: JudgedOn): Person | null {
  const { id, name, roles, reach } = account
  return isOneOf(roles, role) ? { id, name, role, reach, isInTeam: true } : null
}

/** Whoever may bring in a company's workbooks may bring in what a device did before it joined. */
const mayBring = ({ id, name, roles, reach }: Account): boolean =>
  roles.some((role) => permits('import', { id, name, role, reach, isInTeam: true }).length === 0)

/** The refused change this one stands on; null when it stands on none. */
function buildsOn(writes: readonly Written[], device: string, refused: readonly RefusedBefore[]): number | null {
  for (const { number, made } of refused)
    for (const { edit } of writes) {
      const seen = Object.values(edit.base ?? {}).some((vector) => vector[device] === number)
      const owners = familyOf(edit.table).owners.map((field) => edit.set[field])
      const named = made.some((name) => {
        const id = name.slice(name.indexOf(':') + 1)
        return name === `${edit.table}:${edit.record}` || owners.includes(id)
      })
      if (seen || named) return number
    }
  return null
}

/**
 * What is brought in whole stands as it is, where it takes nothing from anybody: what a device did before it joined can only have
 * moved records of its own, whatever it says of when it joined.
 */
async function brought(
  writes: readonly Written[],
  device: string,
  { reader }: JudgedOn,
): Promise<readonly TeamRefusal[]> {
  const judged = await judgedRecords(writes, reader)
  const taken = takenReasons(judged)
  if (taken.length > 0) return taken
  return judged.flatMap(({ table, edit, states }): TeamRefusal[] => {
    const isOfOthers = (field: string): boolean =>
      isGuarded(table, field) && states?.[field]?.values.some((write) => write.device !== device) === true
    const fields = Object.keys(edit.set).filter(isOfOthers)
    return fields.length === 0 ? [] : [{ code: 'beyond-command', table, fields }]
  })
}

async function judgedRecords(writes: readonly Written[], reader: RecordReader): Promise<readonly Judged[]> {
  const ids = new Map<TableName, Set<string>>()
  for (const { edit } of writes) ids.set(edit.table, (ids.get(edit.table) ?? new Set()).add(edit.record))
  const before = new Map<string, StoredRecord>()
  for (const [table, wanted] of ids)
    for (const record of await reader.get(table, wanted)) before.set(`${table}:${record.id}`, record as StoredRecord)
  return writes.map(({ edit: whole }) => {
    const edit = editOfEntries(whole, familyOf(whole.table).lists)
    const { table, record } = edit
    const stored = before.get(`${table}:${record}`)
    const states = statesOf(stored)
    return {
      table,
      record,
      edit,
      states,
      before: stored as Judged['before'],
      set: withWholeLists(states ?? {}, edit.set),
    }
  })
}

/** Forms write nothing else into a date; a text there would end every reckoning with it. */
const saysNoMoment = ({ table, edit }: Judged): boolean =>
  Object.entries(edit.set).some(([field, value]) => {
    const kind = FIELDS_OF_TABLE[table][field]?.kind
    return (
      (kind === 'date' || kind === 'moment') &&
      typeof value === 'string' &&
      value !== '' &&
      !isMoment(withoutOffset(value))
    )
  })

const withoutOffset = (moment: string): string => moment.replace(/(?:Z|[+-]\d\d:\d\d)$/u, '')

const isCreation = ({ was }: Edit): boolean => was === undefined

async function beyondCommand(
  { command, undoes }: LoggedChange,
  judged: readonly Judged[],
  on: JudgedOn,
): Promise<readonly TeamRefusal[]> {
  if (command === 'undo') return undoes === undefined ? [{ code: 'gone' }] : beyondUndo(judged, undoes, on)
  return judged.flatMap(({ table, edit, before, states }): TeamRefusal[] => {
    // A record nobody has told the company of yet may be added to; no step of it can be taken.
    const isNew = before === undefined && isCreation(edit)
    const fields = Object.keys(edit.set)
    if (before === undefined && !isNew && fields.some((field) => isGuarded(table, field))) return [{ code: 'gone' }]
    const beyond = [...beyondScope(command as Exclude<CommandName, 'undo'>, table, isNew, fields)]
    // What decides a dispute may decide steps, where there is a dispute about steps.
    if (command === 'settle-conflict' && (before === undefined || !isHeld(table, before as never)))
      beyond.push(...fields.filter((field) => isGuarded(table, field) && (states?.[field]?.values.length ?? 0) < 2))
    return beyond.length === 0 ? [] : [{ code: 'beyond-command', table, fields: beyond }]
  })
}

/** An undo writes what stood before, of what its change wrote, and nothing else. */
async function beyondUndo(judged: readonly Judged[], undoes: string, on: JudgedOn): Promise<readonly TeamRefusal[]> {
  const undone = await on.changeOf(undoes)
  if (undone.length === 0) return [{ code: 'gone' }]
  const wanted = new Map<string, FieldSet>()
  for (const entry of undone) {
    const edits = writesOf(entry).map(({ edit }) => editOfEntries(edit, familyOf(edit.table).lists))
    for (const one of inverseValues({ ...(entry as Change), edits }))
      wanted.set(`${one.table}:${one.record}`, { ...wanted.get(`${one.table}:${one.record}`), ...one.wanted })
  }
  return judged.flatMap(({ table, record, edit }): TeamRefusal[] => {
    const may = wanted.get(`${table}:${record}`) ?? {}
    const fields = Object.entries(edit.set).flatMap(([field, value]) =>
      field in may && isSameJson(may[field], value) ? [] : [field],
    )
    return fields.length === 0 ? [] : [{ code: 'beyond-command', table, fields }]
  })
}

const takenReasons = (judged: readonly Judged[]): readonly TeamRefusal[] =>
  judged.flatMap(({ edit, states, table, record }) =>
    positionsTaken(edit, states ?? {}).map(({ field, by }): TeamRefusal => {
      const { value, actor, stamp } = by
      return { code: 'step-taken', table, record, field, value, by: actor, at: stamp }
    }),
  )

async function judgeCommand(
  change: LoggedChange & { readonly command: CommandName },
  person: Person,
  judged: readonly Judged[],
  on: JudgedOn,
): Promise<readonly TeamRefusal[]> {
  const { command, why = '' } = change
  const records = await permitRecords(judged, on.reader)
  const undone = command === 'undo' ? await commandUndone(change, on) : undefined
  const analyses =
    command === 'approve-analysis'
      ? judged.flatMap(({ before }) => (before as StoredRecord<'rootCauseAnalyses'> | undefined) ?? [])
      : []
  const asked = { ...records, analyses, ...(undone === undefined ? {} : { undone }) }
  const reasons: TeamRefusal[] = [...permits(command, person, asked)]
  if (command.startsWith('step-')) reasons.push(...(await judgeStep(command, change.at, person, judged, on.reader)))
  if (why.trim() === '') {
    if (needsReasonWhenClosed(command, asked)) reasons.push({ code: 'closed-needs-reason' })
    const edits = judged.map(({ edit }) => edit)
    const nodeOf = ({ table, record }: Edit): unknown =>
      judged.find((one) => one.table === table && one.record === record)?.before?.['bomNodeId']
    const fields = fieldsNeedingReason(edits, nodeOf)
    if (fields.length > 0) reasons.push({ code: 'reason-needed', fields })
  }
  return reasons.length > 0 || OF_OTHERS.has(command) ? reasons : soundnessReasons(command, judged, on.reader)
}

/** The command an undo takes back in the end: an undo of an undo speaks of the first one. */
async function commandUndone({ undoes }: LoggedChange, on: JudgedOn): Promise<CommandName | undefined> {
  let id = undoes
  for (let turn = 0; id !== undefined && turn < MOST_UNDONE; turn += 1) {
    const [entry]: readonly LoggedChange[] = await on.changeOf(id)
    if (entry === undefined) return undefined
    if (entry.command !== 'undo') return isCommand(entry.command) ? entry.command : undefined
    id = entry.undoes
  }
  return undefined
}

/** Of an undo of an undo of … */
const MOST_UNDONE = 20

async function soundnessReasons(
  command: CommandName,
  judged: readonly Judged[],
  reader: RecordReader,
): Promise<readonly TeamRefusal[]> {
  const company = companyFieldsOf((await reader.all('companyFields')).filter(({ deleted }) => deleted !== true))
  return judged.flatMap(({ table, before, set }): TeamRefusal[] => [
    ...faultsOfEdit(table, before, set).map(({ kind, fields }) => ({ code: kind, table, fields })),
    ...(MERGING.has(command)
      ? []
      : [...companyValueFaults(table, before, set, company), ...companyFieldsNeeded(table, before, set, company)]
    ).map((fault) => ({ code: 'company-value' as const, ...fault })),
  ])
}
