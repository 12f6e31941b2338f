/** What the company takes from devices that keep to the program, and what it does not take from those that do not. */
import '../../../support/memoryIndexedDb'
import { describe, expect, test } from 'vitest'
import type { LoggedChange } from '../../../../src/domain/loggedChange'
import { judgeChange } from '../../../../src/domain/team/judgeChange'
import type { Account, TeamRefusal } from '../../../../src/domain/team/protocol'
import { COMMANDS, type CommandName } from '../../../../src/domain/workflow/commands'
import { rolesFor } from '../../../../src/domain/workflow/permits'
import type { Role } from '../../../../src/domain/workflow/roles'
import type { FracasDatabase } from '../../../../src/store/database'
import { readerOf } from '../../../../src/store/readerOf'
import { aWorld, WALKS } from '../../../support/commandWalk'
import { freshDatabase } from '../../../support/freshDatabase'

const account = (name: string, roles: readonly Role[]): Account => ({
  id: name,
  name,
  roles,
  reach: 'all',
  isActive: true,
})

async function copyOf(db: FracasDatabase): Promise<FracasDatabase> {
  const copy = freshDatabase()
  for (const table of db.tables) await copy.table(table.name).bulkPut(await table.toArray())
  return copy
}

const judgedIn = (db: FracasDatabase, entries: readonly LoggedChange[], by: Account): Promise<readonly TeamRefusal[]> =>
  judgeChange(entries, {
    account: by,
    reader: readerOf(db),
    changeOf: async (id) => db.changes.where('id').equals(id).toArray(),
    refused: [],
    joinedAt: 0,
  })

interface Given {
  readonly before: FracasDatabase
  readonly entries: readonly LoggedChange[]
}

/** What a command writes into the log of a device, and the records before it. */
async function given(command: CommandName): Promise<Given> {
  const db = freshDatabase()
  const walk = WALKS[command]
  await aWorld(db, walk.failure)
  const prepared = await walk.before?.(db, walk.person)
  const before = await copyOf(db)
  const last = (await db.changes.orderBy('seq').last())?.seq ?? 0
  await walk.give(db, walk.person, prepared)
  return { before, entries: await db.changes.where('seq').above(last).toArray() }
}

/** Taking in, and what it does, is of devices alone: the company has one order. */
const OF_DEVICES: ReadonlySet<CommandName> = new Set(['take-in', 'suffix-number'])
const OF_PEOPLE = COMMANDS.filter((command) => !OF_DEVICES.has(command))

describe.each(OF_PEOPLE)('%s', (command) => {
  test('as the program gives it is taken, and from a role that may not give it is not', async () => {
    const { before, entries } = await given(command)
    expect(entries.length).toBeGreaterThan(0)
    const numbers = [...new Set(entries.map(({ number }) => number))]
    const change = entries.filter(({ number }) => number === numbers[0])
    const [first] = change
    const actor = account(first?.actor ?? '', [(first?.role ?? 'ADM') as Role])
    expect(await judgedIn(before, change, actor)).toEqual([])
    const outsider = account(first?.actor ?? '', ['VIEW'])
    expect(await judgedIn(before, change, outsider)).not.toEqual([])
    expect(rolesFor(command)).not.toContain('VIEW')
  })
})

const forged = (entry: LoggedChange | undefined, more: Partial<LoggedChange>): LoggedChange[] =>
  entry === undefined ? [] : [{ ...entry, ...more }]
const codesOf = (reasons: readonly TeamRefusal[]): readonly string[] => reasons.map(({ code }) => code)
const editing = (record: string, set: Record<string, never | string>, was = {}) => ({
  edits: [{ table: 'failures' as const, record, set, was }],
})

describe('a device that does not keep to the program', () => {
  const SSM = account('SSM员', ['SSM'])

  test('signs with the name or in the role of somebody else', async () => {
    const { before, entries } = await given('review-note')
    const [entry] = entries
    const role = (entry?.role ?? 'SSM') as Role
    expect(codesOf(await judgedIn(before, entries, account('别人', [role])))).toEqual(['other-actor'])
    expect(codesOf(await judgedIn(before, entries, account(entry?.actor ?? '', ['GM'])))).toEqual(['other-role'])
  })

  test('closes a failure under the name of a note, or of an edit', async () => {
    const { before, entries } = await given('review-note')
    const by = account(entries[0]?.actor ?? '', [(entries[0]?.role ?? 'SSM') as Role])
    for (const command of [
      'review-note',
      'edit-failure',
      'assign-owner',
      'add-handling',
      'merge-parts',
      'merge-fleet',
      'import-update',
    ])
      expect(
        codesOf(await judgedIn(before, forged(entries[0], { command, ...editing('f2', { state: 'CLOSED' }) }), by)),
      ).toEqual(['beyond-command'])
  })

  test('takes a step the record does not stand before, or skips what its gate asks for', async () => {
    const { before, entries } = await given('step-accept')
    const [entry] = entries
    const by = account(entry?.actor ?? '', [(entry?.role ?? 'SSM') as Role])
    const seen = { base: { state: { ...entry?.edits?.[0]?.base?.['state'] } } }
    const stepOf = (state: string) => ({ edits: [{ ...editing('f1', { state }).edits[0], ...seen }] as never })
    const asClosing = forged(entry, { command: 'step-close', role: 'QAL', ...stepOf('CLOSED') })
    expect(codesOf(await judgedIn(before, asClosing, account(entry?.actor ?? '', ['QAL'])))).toContain('not-open')
    const skipping = forged(entry, stepOf('CLOSE_REVIEW'))
    expect(codesOf(await judgedIn(before, skipping, by))).toContain('beyond-command')
    await before.recordsOf('failures').update('f1', { description: undefined } as never)
    expect(codesOf(await judgedIn(before, entries, by))).toContain('not-open')
  })

  test('takes a step on top of one it has not seen: it is told whose', async () => {
    const { before, entries } = await given('step-accept')
    const after = await copyOf(before)
    const [entry] = entries
    const by = account(entry?.actor ?? '', [(entry?.role ?? 'SSM') as Role])
    const { takeIn } = await import('../../../../src/store/takeIn')
    await takeIn(
      { changes: [[{ ...(entry as LoggedChange), id: 'other', device: 'other', actor: '李工' }]] },
      {},
      after,
    )
    const reasons = await judgedIn(after, entries, by)
    expect(reasons).toContainEqual(
      expect.objectContaining({ code: 'step-taken', field: 'state', value: 'HANDLING', by: '李工' }),
    )
  })

  test('calls undo what takes nothing back', async () => {
    const { before, entries } = await given('undo')
    const by = account(entries[0]?.actor ?? '', [(entries[0]?.role ?? 'SSM') as Role])
    const more = forged(entries[0], editing('f2', { description: '改了别的' }))
    expect(codesOf(await judgedIn(before, more, by))).toEqual(['beyond-command'])
    const nothing = forged(entries[0], { undoes: 'no such change' })
    expect(codesOf(await judgedIn(before, nothing, by))).toEqual(['gone'])
  })

  test('builds on what was refused, and is told on what', async () => {
    const { before, entries } = await given('add-handling')
    const [entry] = entries
    const reasons = await judgeChange(entries, {
      account: account(entry?.actor ?? '', [(entry?.role ?? 'FSE') as Role]),
      reader: readerOf(before),
      changeOf: async () => [],
      refused: [{ number: 41, made: [`failures:${entry?.edits?.[0]?.set['failureId'] as string}`] }],
      joinedAt: 0,
    })
    expect(reasons).toEqual([{ code: 'builds-on', number: 41 }])
  })

  test('says that it joined later than it did, to move what others did', async () => {
    const { before, entries } = await given('step-accept')
    const [entry] = entries
    const on = {
      account: account('质量', ['QAL']),
      reader: readerOf(before),
      changeOf: async () => [],
      refused: [],
      joinedAt: 1_000_000,
    }
    expect(codesOf(await judgeChange(entries, on))).toEqual(['beyond-command'])
    const own = forged(entry, {
      command: 'file-failure',
      edits: [{ table: 'failures', record: 'new', set: { remark: '以前' } }],
    })
    expect(await judgeChange(own, on)).toEqual([])
  })

  test('gives a command nobody knows', async () => {
    const { before, entries } = await given('review-note')
    const by = { ...SSM, name: entries[0]?.actor ?? '' }
    expect(codesOf(await judgedIn(before, forged(entries[0], { command: 'drop-everything' }), by))).toEqual([
      'unknown-command',
    ])
  })
})
