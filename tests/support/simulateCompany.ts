/**
 * A company of people who each give any command of theirs on a device of their own, over networks that lose, cut and repeat, with
 * the real rules, the real store of a device and the real server. What must hold afterwards is counted here.
 */
import { seededRandom, type SeededRandom } from '../../fixtures/demo/seededRandom'
import { UPGRADE, type LoggedChange } from '../../src/domain/loggedChange'
import { unpackVersions } from '../../src/domain/recordVersions'
import type { StoredRecord } from '../../src/domain/records/tables'
import { fieldsOf } from '../../src/domain/storedFields'
import type { Account, Session } from '../../src/domain/team/protocol'
import { COMMANDS, type CommandName } from '../../src/domain/workflow/commands'
import type { Role } from '../../src/domain/workflow/roles'
import { makeKeyPair } from '../../src/exchange/package/packageKey'
import { canonicalDump } from '../../src/store/canonicalDump'
import type { FracasDatabase } from '../../src/store/database'
import { presentDevice } from '../../src/store/device'
import { takeIn } from '../../src/store/takeIn'
import { refusedHere } from '../../src/store/teamState'
import { verifyRecords } from '../../src/store/verifyRecords'
import { joinTeam } from '../../src/sync/joinTeam'
import { syncOnce } from '../../src/sync/syncOnce'
import { ServerAway, teamServer, type Fetch } from '../../src/sync/teamServer'
import { WALKS } from './commandWalk'
import { freshDatabase } from './freshDatabase'
import type { TestTeam } from './teamApp'

const OWN = { label: 'simulated', makeKeyPair }

/** Walks whose preparation writes beside the log, or that bring what another device did. */
const NOT_GIVEN: ReadonlySet<CommandName> = new Set([
  'submit-analysis',
  'approve-analysis',
  'merge-serials',
  'suffix-number',
  'take-in',
])

/** Who works here, and the commands each of them gives. */
const PEOPLE: readonly Role[] = ['QAL', 'FSE', 'SSM', 'REL', 'FRB']
const commandsOf = (role: Role): readonly CommandName[] =>
  COMMANDS.filter((command) => !NOT_GIVEN.has(command) && WALKS[command].person.role === role)

interface Member {
  readonly account: Account
  readonly db: FracasDatabase
  readonly network: Fetch
}

type Fault = 'none' | 'drop' | 'cut' | 'twice' | '500'
const FAULTS: readonly Fault[] = ['none', 'none', 'none', 'drop', 'cut', 'twice', '500']

/** What a run came to; every count but the first four must be zero. */
export interface Simulated {
  readonly commands: number
  readonly taken: number
  readonly refused: number
  readonly faults: number
  /** Devices whose records are not those of the first one. */
  readonly differing: number
  /** Records of the company that its devices have otherwise. */
  readonly otherwise: number
  /** Changes of a device the server has decided about in none or more than one way. */
  readonly lost: number
  /** Places in the order of the company that nobody has. */
  readonly gaps: number
  /** Records of a device that its log does not say. */
  readonly unsaid: number
}

export async function simulateCompany(team: TestTeam, world: LoggedChange, seed: number): Promise<Simulated> {
  const random = seededRandom(seed)
  let [commands, faults] = [0, 0]
  const nextFault = (): Fault => {
    const fault = random.pick(FAULTS)
    if (fault !== 'none') faults += 1
    return fault
  }
  const members: Member[] = []
  for (const role of PEOPLE) members.push(await memberOf(team, role, members.length === 0 ? world : null, nextFault))
  for (const member of members) await syncThrough(member)
  for (let turn = 0; turn < TURNS; turn += 1) {
    const member = random.pick(members)
    commands += await give(member, random)
    if (random.chance(0.4)) await syncThrough(random.pick(members))
  }
  // Everybody comes home: twice, because what one sends the others fetch.
  for (let round = 0; round < 2; round += 1) for (const member of members) await syncThrough(member)
  return { commands, faults, ...(await whatHolds(team, members)) }
}

const TURNS = 24

async function memberOf(
  team: TestTeam,
  role: Role,
  world: LoggedChange | null,
  nextFault: () => Fault,
): Promise<Member> {
  const account = await team.member(`${role}员`, { roles: [role] })
  const db = freshDatabase()
  // The first of them brings what the company has had so far.
  if (world !== null) {
    const device = await db.transaction('rw', db.device, () => presentDevice(db))
    await db.device.put({ ...device, changeCount: 1 })
    await takeIn({ changes: [[{ ...world, device: device.id, number: 1, command: UPGRADE }]] }, {}, db)
  }
  const { cookies } = await team.browserOf(account)
  const cookie = [...cookies].map((pair) => pair.join('=')).join('; ')
  const straight: Fetch = (path, init) =>
    fetch(`${team.url}${path}`, { ...init, headers: { ...(init.headers as Record<string, string>), cookie } })
  const network: Fetch = async (path, init) => {
    const fault = nextFault()
    if (fault === 'drop') throw new TypeError('the request was lost')
    if (fault === '500') return new Response('oops', { status: 500 })
    if (fault === 'twice') await (await straight(path, init)).arrayBuffer()
    const answer = await straight(path, init)
    if (fault === 'cut') throw new TypeError('the answer was lost')
    return answer
  }
  const session = (await (await straight('/api/me', {})).json()) as Session
  await joinTeam(teamServer(straight), session, OWN, db)
  return { account, db, network }
}

/** @returns 1 where it was obeyed; what is refused on the device is part of a day */
async function give({ account, db }: Member, random: SeededRandom): Promise<number> {
  const [role] = account.roles
  const command = random.pick(commandsOf(role ?? 'FSE'))
  const walk = WALKS[command]
  const before = await db.changes.count()
  try {
    await walk.give(db, walk.person, await walk.before?.(db, walk.person))
  } catch (error) {
    if (!(error instanceof Error) || !/^(?:CommandRefused|ChangedMeanwhile|Error|TypeError)$/u.test(error.name))
      throw error
  }
  return (await db.changes.count()) > before ? 1 : 0
}

/** Tries until it has gone through, as the loop of a device does. */
async function syncThrough({ db, network }: Member): Promise<void> {
  for (let tries = 0; tries < 500; tries += 1)
    try {
      return await syncOnce(teamServer(network), OWN, db)
    } catch (error) {
      if (!(error instanceof ServerAway)) throw error
    }
  throw new Error('never got through')
}

async function whatHolds(
  { pool }: TestTeam,
  members: readonly Member[],
): Promise<Omit<Simulated, 'commands' | 'faults'>> {
  const dumps = await Promise.all(members.map(async ({ db }) => JSON.stringify((await canonicalDump(db)).records)))
  const count = async (sql: string, values: readonly unknown[] = []): Promise<number> =>
    Number((await pool.query<{ n: string }>(sql, [...values])).rows[0]?.n)
  let [lost, unsaid, refused] = [0, 0, 0]
  for (const { db } of members) {
    const { id, changeCount } = (await db.device.get('device')) ?? { id: '', changeCount: 0 }
    const decided = await count(
      `select count(distinct number) as n from (
         select number from change where device = $1 union all select number from refused_change where device = $1) as all_of_it`,
      [id],
    )
    const twice = await count(
      'select count(*) as n from change join refused_change using (device, number) where device = $1',
      [id],
    )
    lost += changeCount - decided + twice
    refused += (await refusedHere(db)).length
    unsaid +=
      (
        await verifyRecords(
          () => undefined,
          () => false,
          db,
        )
      )?.differences ?? 1
  }
  return {
    taken: await count('select count(*) as n from change'),
    refused,
    differing: dumps.filter((dump) => dump !== dumps[0]).length,
    otherwise: await recordsOtherwise(pool, members[0]),
    lost,
    gaps: await count('select max(seq) - count(*) as n from change'),
    unsaid,
  }
}

async function recordsOtherwise(pool: TestTeam['pool'], member: Member | undefined): Promise<number> {
  const { rows } = await pool.query<{ kind: string; id: string; state: StoredRecord }>(
    'select kind, id, state from record',
  )
  let otherwise = 0
  for (const { kind, id, state } of rows) {
    const here = (await member?.db.table(kind).get(id)) as StoredRecord | undefined
    if (here === undefined || said(state) !== said(here)) otherwise += 1
  }
  return otherwise
}

/** A record with what is known of every field, in one order. */
const said = (record: StoredRecord): string =>
  JSON.stringify(inOrder(unpackVersions(record.versions, fieldsOf(record) as never)))

function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, one]) => [key, inOrder(one)]),
  )
}
