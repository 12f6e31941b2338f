/** The company's one order: what devices send is taken whole or refused whole, once, and handed on. */
import '../../../support/memoryIndexedDb'
import type { Pool } from 'pg'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { statesOf } from '../../../../src/domain/mergedRecord'
import type { StoredRecord } from '../../../../src/domain/records/tables'
import { localPerson, type Person } from '../../../../src/domain/person'
import type { LoggedChange } from '../../../../src/domain/loggedChange'
import type { Push, PushAnswer } from '../../../../src/domain/team/protocol'
import type { Role } from '../../../../src/domain/workflow/roles'
import { makeAccount } from '../../../../src/server/accounts/accounts'
import { registerDevice } from '../../../../src/server/accounts/devices'
import type { Principal } from '../../../../src/server/accounts/principal'
import { openChanges } from '../../../../src/server/changes/companyChanges'
import type { ChangeService } from '../../../../src/server/changes/changeService'
import { canonicalDump } from '../../../../src/store/canonicalDump'
import { takeStep } from '../../../../src/store/caseFiles'
import { SCHEMA_VERSION, type FracasDatabase } from '../../../../src/store/database'
import { presentDevice } from '../../../../src/store/device'
import { editFailure, fileFailure } from '../../../../src/store/failures'
import { takeIn } from '../../../../src/store/takeIn'
import { aCaseFile } from '../../../support/aCaseFile'
import { freshDatabase } from '../../../support/freshDatabase'
import { startPostgres, type TestPostgres } from '../../../support/teamServer'

let postgres: TestPostgres
let pool: Pool
let company: ChangeService
beforeAll(async () => {
  postgres = await startPostgres()
}, 120_000)
afterAll(() => postgres.stop(), 60_000)
beforeEach(async () => {
  pool = await postgres.newDatabase()
  company = await openChanges(pool, { schema: SCHEMA_VERSION })
})

const NOW = '2026-06-30T10:00+08:00'
const KEY = { kty: 'EC', crv: 'P-256', x: 'x', y: 'y' }

/** Somebody with an account and a device. */
interface Member {
  readonly person: Person
  readonly db: FracasDatabase
  readonly device: string
  readonly principal: Principal
}

async function member(name: string, roles: readonly Role[], joinedAt = 0): Promise<Member> {
  const { account } = await makeAccount(pool, { name, roles, reach: 'all', isActive: true })
  const db = freshDatabase()
  const device = (await db.transaction('rw', db.device, () => presentDevice(db))).id
  const principal = { account, sessionId: 'none', device: null }
  await pool.query(`insert into session (id, token_hash, account_id) values ($1, $2, $3)`, [name, name, account.id])
  await registerDevice(pool, { ...principal, sessionId: name }, { id: device, publicKey: KEY, label: name, joinedAt })
  const person = { ...localPerson(name, roles[0] ?? 'FSE'), id: account.id, isInTeam: true }
  return { person, db, device, principal: { ...principal, device } }
}

const loggedBy = async ({ db, device }: Member, after = 0): Promise<readonly LoggedChange[]> =>
  (await db.changes.orderBy('seq').toArray())
    .filter((entry) => entry.device === device && entry.number > after)
    .map(({ seq: _seq, prev: _prev, ...entry }) => entry)

const push = (by: Member, changes: readonly LoggedChange[]): Promise<PushAnswer> =>
  company.push(by.principal, { device: by.device, changes, rows: [] } satisfies Push)
const pushAll = async (by: Member, after = 0): Promise<PushAnswer> => push(by, await loggedBy(by, after))

/** Takes in everything of the company; what the device itself did is left out. */
async function pull({ principal, db, device }: Member, after = 0): Promise<number> {
  const signal = new AbortController().signal
  const { arrivals, upTo } = await company.pull(principal, { after, device, wait: 0, limit: 500, signal })
  await takeIn({ changes: [arrivals.flatMap(({ entries }) => entries)] }, {}, db)
  return upTo
}

async function file(by: Member, more: object = {}): Promise<string> {
  const { id: _id, versions: _v, no: _no, state: _s, ...fields } = aCaseFile().failure
  const filed = await fileFailure({ ...fields, depotId: 'gz', ...more }, by.person, NOW, by.db)
  if (!filed.ok) throw new Error('not filed')
  return filed.id
}

const codeOf = async (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => 'fine',
    (error: { readonly problem?: { readonly code: string } }) => error.problem?.code ?? error,
  )
const rowsIn = async (table: string): Promise<number> =>
  Number((await pool.query<{ n: string }>(`select count(*) as n from ${table}`)).rows[0]?.n)

/** A record with what is known of every field; in which order a database keeps fields says nothing. */
const said = (record: StoredRecord | undefined): unknown =>
  record === undefined ? null : { ...record, versions: statesOf(record) }

test('two devices that send and fetch hold the same, and the company the same as they do', async () => {
  const wang = await member('王工', ['FSE'])
  const li = await member('李工', ['SSM'])
  const id = await file(wang)
  await editFailure(id, { remark: '漏风' }, wang.person, {}, wang.db)
  expect(await pushAll(wang)).toMatchObject({ decided: 2, refused: [] })
  await pull(li)
  await takeStep(id, 'accept', li.person, '2026-07-01T09:00', {}, li.db)
  const answer = await pushAll(li)
  expect(answer.refused).toEqual([])
  await pull(wang)
  await pull(li)
  expect(await canonicalDump(wang.db)).toEqual(await canonicalDump(li.db))
  const { rows } = await pool.query(`select state from record where kind = 'failures' and id = $1`, [id])
  expect(said(rows[0]?.state as StoredRecord)).toEqual(said(await wang.db.recordsOf('failures').get(id)))
})

test('a failure gets its official number once, without gaps, and its first number still finds it', async () => {
  const wang = await member('王工', ['FSE'])
  const ids = [await file(wang), await file(wang), await file(wang, { depotId: 'sz' })]
  const before = await Promise.all(ids.map(async (id) => (await wang.db.recordsOf('failures').get(id))?.no))
  await pushAll(wang)
  await pushAll(wang)
  await pull(wang)
  const after = await Promise.all(ids.map((id) => wang.db.recordsOf('failures').get(id)))
  expect(after.map((failure) => failure?.no)).toEqual(['L-01-26-0001', 'L-01-26-0002', 'L-02-26-0001'])
  expect(after.map((failure) => failure?.formerNo)).toEqual(before)
})

test('a number two people gave to two failures stays with the first, and the second gets a suffix', async () => {
  const [wang, li] = [await member('王工', ['FSE', 'SSM']), await member('李工', ['SSM'])]
  const numbered = async (by: Member): Promise<string> => {
    const id = await file(by)
    await editFailure(id, { no: 'KH-2026-7' }, { ...by.person, role: 'SSM' }, { why: '客户的编号' }, by.db)
    return id
  }
  const [first, second] = [await numbered(wang), await numbered(li)].toSorted()
  expect((await pushAll(wang)).refused).toEqual([])
  expect((await pushAll(li)).refused).toEqual([])
  await pull(wang)
  await pull(li)
  for (const { db } of [wang, li]) {
    const noOf = async (id = ''): Promise<string | undefined> => (await db.recordsOf('failures').get(id))?.no
    expect(await noOf(first)).toBe('KH-2026-7')
    expect(await noOf(second)).toBe(`KH-2026-7·${second?.slice(-4).toUpperCase() ?? ''}`)
  }
})

test('the same push again is answered the same and written once; a gap and another change of the number are not taken', async () => {
  const wang = await member('王工', ['FSE'])
  const id = await file(wang)
  await editFailure(id, { remark: '一' }, wang.person, {}, wang.db)
  const [first, second] = await loggedBy(wang)
  if (first === undefined || second === undefined) throw new Error('nothing logged')
  expect(await codeOf(push(wang, [second]))).toBe('gap')
  const answers = await Promise.all([push(wang, [first, second]), push(wang, [first, second]), push(wang, [first])])
  expect(answers.map(({ decided }) => decided)).toEqual([2, 2, 2])
  expect(await rowsIn('change')).toBe(3)
  expect(await codeOf(push(wang, [{ ...second, actor: '别人' }]))).toBe('same-number')
  expect(await codeOf(push(wang, [{ ...second, device: 'another' }]))).toBe('malformed')
})

test('what a person may not do is refused whole, named with who may, and nobody hears of it', async () => {
  const wang = await member('王工', ['FSE'])
  const li = await member('李工', ['SSM'])
  const id = await file(wang)
  await editFailure(id, { remark: '先' }, wang.person, {}, wang.db)
  await pushAll(wang)
  // The program would not let him; a device that was tampered with does.
  await takeStep(id, 'accept', { ...wang.person, name: '王工', role: 'SSM' }, '2026-07-01T09:00', {}, wang.db)
  await editFailure(id, { remark: '后' }, wang.person, {}, wang.db)
  const asHimself = (await loggedBy(wang, 2)).map((entry) => ({ ...entry, role: 'FSE' }))
  const answer = await push(wang, asHimself)
  expect(answer.decided).toBe(4)
  expect(answer.refused).toHaveLength(1)
  expect(answer.refused[0]).toMatchObject({ number: 3, command: 'step-accept', mayInstead: ['李工'] })
  expect(answer.refused[0]?.reasons.map(({ code }) => code)).toContain('role')
  expect(await push(wang, asHimself)).toMatchObject({ decided: 4, refused: answer.refused })
  await pull(li)
  const seen = await li.db.recordsOf('failures').get(id)
  expect([seen?.state, seen?.remark]).toEqual(['SUBMITTED', '后'])
})

test('two people take a step from the same state: the first stands, the second is told whose it was', async () => {
  const [wang, li, zhao] = [await member('王工', ['FSE']), await member('李工', ['SSM']), await member('赵工', ['REL'])]
  const id = await file(wang)
  await pushAll(wang)
  await pull(li)
  await pull(zhao)
  await takeStep(id, 'accept', li.person, '2026-07-01T09:00', {}, li.db)
  await takeStep(id, 'return', zhao.person, '2026-07-01T09:05', { why: '没有照片' }, zhao.db)
  const [ofLi, ofZhao] = [await loggedBy(li), await loggedBy(zhao)]
  const [first, second] = await Promise.all([push(li, ofLi), push(zhao, ofZhao)])
  expect(first.refused).toEqual([])
  expect(second.refused[0]?.reasons).toContainEqual(
    expect.objectContaining({ code: 'step-taken', field: 'state', value: 'HANDLING', by: '李工' }),
  )
})

test('facts written apart are both kept, for a person to choose', async () => {
  const [wang, li] = [await member('王工', ['FSE']), await member('李工', ['SSM'])]
  const id = await file(wang)
  await pushAll(wang)
  await pull(li)
  await editFailure(id, { remark: '左' }, wang.person, {}, wang.db)
  await editFailure(id, { remark: '右' }, li.person, {}, li.db)
  expect((await pushAll(wang, 1)).refused).toEqual([])
  expect((await pushAll(li)).refused).toEqual([])
  await pull(wang)
  await pull(li)
  expect((await wang.db.conflicts.toArray())[0]?.fields).toEqual(['remark'])
  expect(await canonicalDump(wang.db)).toEqual(await canonicalDump(li.db))
})

test('a change of a newer program waits, and what is no record is refused without stopping what comes after', async () => {
  const wang = await member('王工', ['FSE'])
  await file(wang)
  await file(wang)
  const [first, second] = await loggedBy(wang)
  if (first === undefined || second === undefined) throw new Error('nothing logged')
  const newer = { ...second, v: SCHEMA_VERSION + 1 }
  expect(await push(wang, [first, newer])).toMatchObject({ decided: 1, waits: 'server-older' })
  const broken = { ...second, edits: [{ ...second.edits?.[0], set: { occurredAt: 'long ago' } }] } as LoggedChange
  expect((await push(wang, [broken])).refused[0]?.reasons).toEqual([{ code: 'not-a-moment' }])
  const noRecord = { ...second, number: 3, edits: [{ ...second.edits?.[0], set: { qty: 'two' } }] } as never
  expect(await codeOf(push(wang, [noRecord]))).toBe('malformed')
  await file(wang)
  // What was refused is not in the way of what comes after.
  expect(await pushAll(wang, 2)).toMatchObject({ decided: 3, refused: [] })
})

test('a device is taken only from the account it belongs to, and not after it was given up', async () => {
  const [wang, li] = [await member('王工', ['FSE']), await member('李工', ['FSE'])]
  await file(wang)
  const changes = await loggedBy(wang)
  expect(await codeOf(company.push(li.principal, { device: wang.device, changes, rows: [] }))).toBe('unknown-device')
  await pool.query('update device set revoked_at = now() where id = $1', [wang.device])
  expect(await codeOf(push(wang, changes))).toBe('device-revoked')
  await pool.query('update device set is_wiped = true where id = $1', [wang.device])
  expect(await codeOf(push(wang, changes))).toBe('wipe')
  expect(await rowsIn('change')).toBe(0)
})

test('what was taken cannot be changed or removed in the database', async () => {
  const wang = await member('王工', ['FSE'])
  await file(wang)
  await pushAll(wang)
  for (const sql of [`update change set body = '[]'`, 'delete from change', 'truncate change'])
    await expect(pool.query(sql)).rejects.toThrow('the log is only added to')
})

test('a device that waits for news hears of them when they come', async () => {
  const [wang, li] = [await member('王工', ['FSE']), await member('李工', ['SSM'])]
  const signal = new AbortController().signal
  const waiting = company.pull(li.principal, { after: 0, device: li.device, wait: 20, limit: 500, signal })
  await file(wang)
  await pushAll(wang)
  expect((await waiting).arrivals.length).toBeGreaterThan(0)
})
