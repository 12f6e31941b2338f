/** Two devices and a server: whatever the network does in between, they end in the same state. */
import { expect, test } from 'vitest'
import { localPerson } from '../../../src/domain/person'
import type { Account, Session } from '../../../src/domain/team/protocol'
import { canonicalDump } from '../../../src/store/canonicalDump'
import type { FracasDatabase } from '../../../src/store/database'
import { editFailure, fileFailure } from '../../../src/store/failures'
import { commitImport } from '../../../src/store/imports'
import { noteTeam, refusedHere, teamState } from '../../../src/store/teamState'
import { verifyRecords } from '../../../src/store/verifyRecords'
import { joinTeam } from '../../../src/sync/joinTeam'
import { syncOnce } from '../../../src/sync/syncOnce'
import { ServerAway, ServerRefused, teamServer } from '../../../src/sync/teamServer'
import { makeKeyPair } from '../../../src/exchange/package/packageKey'
import { aCaseFile } from '../../support/aCaseFile'
import { aPlan } from '../../support/aPlan'
import { FakeTeamServer, type Fault } from '../../support/fakeTeamServer'
import { freshDatabase } from '../../support/freshDatabase'

const NOW = '2026-06-30T10:00+08:00'
const ACCOUNT: Account = { id: 'a1', name: '王工', roles: ['FSE', 'SSM'], reach: 'all', isActive: true }
const OWN = { label: 'Chromium', makeKeyPair }

async function report(db: FracasDatabase, remark: string): Promise<string> {
  const { id: _id, versions: _versions, no: _no, state: _state, ...fields } = aCaseFile().failure
  const filed = await fileFailure({ ...fields, remark }, localPerson('王工', 'FSE'), NOW, db)
  return filed.ok ? filed.id : ''
}

const edit = (db: FracasDatabase, id: string, remark: string): Promise<unknown> =>
  editFailure(id, { remark }, localPerson('赵工', 'SSM'), { why: '更正' }, db)

async function joined(server: FakeTeamServer): Promise<FracasDatabase> {
  const db = freshDatabase()
  await joinTeam(teamServer(server.network()), server.session as Session, OWN, db)
  return db
}

/** Tries until it has gone through, as the loop does. */
async function syncThrough(server: FakeTeamServer, db: FracasDatabase, next: () => Fault): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1)
    try {
      return await syncOnce(teamServer(server.network(next)), OWN, db)
    } catch (error) {
      if (!(error instanceof ServerAway)) throw error
    }
  throw new Error('never got through')
}

const sync = (server: FakeTeamServer, db: FracasDatabase): Promise<void> => syncThrough(server, db, () => 'none')

/** Seeded: the same faults each time. */
function faults(seed: number): () => Fault {
  let state = seed
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return (['none', 'drop', 'none', 'cut', 'none', 'twice', '500'] as const)[Math.floor(state / 65_536) % 7] ?? 'none'
  }
}

test.each([1, 2, 3, 4, 5])('two devices end alike over a network that loses, cuts and repeats (%i)', async (seed) => {
  const server = new FakeTeamServer(ACCOUNT)
  const [here, there] = [await joined(server), await joined(server)]
  const next = faults(seed)
  const id = await report(here, '第一句')
  await commitImport(aPlan(60), { person: localPerson('李工', 'QAL') }, there)
  await syncThrough(server, here, next)
  await syncThrough(server, there, next)
  await edit(there, id, '第二句')
  await edit(here, id, '另一句')
  for (const db of [there, here, there]) await syncThrough(server, db, next)
  expect(await canonicalDump(there)).toEqual(await canonicalDump(here))
  expect(await here.importedRows.count()).toBe(await there.importedRows.count())
  expect(await teamState(here)).toMatchObject({ decided: 2, cursor: 4, head: 4 })
})

test('a refused change leaves no trace in the records of its device, and nobody else hears of it', async () => {
  const server = new FakeTeamServer(ACCOUNT)
  const [here, there] = [await joined(server), await joined(server)]
  const id = await report(here, '第一句')
  await sync(server, here)
  server.judge = ({ command }) => (command === 'edit-failure' ? { code: 'outside-reach' } : null)
  await edit(here, id, '不收')
  await syncThrough(server, here, faults(7))
  await sync(server, there)
  expect((await canonicalDump(there)).records).toEqual((await canonicalDump(here)).records)
  expect(await here.recordsOf('failures').get(id)).toMatchObject({ remark: '第一句' })
  expect(await refusedHere(here)).toMatchObject([{ number: 2, reasons: [{ code: 'outside-reach' }] }])
  const silent = (): void => undefined
  expect(await verifyRecords(silent, () => false, here)).toMatchObject({ differences: 0 })
})

test('an answer that was noted nowhere is asked for again, and noted once', async () => {
  const server = new FakeTeamServer(ACCOUNT)
  const here = await joined(server)
  server.judge = () => ({ code: 'other-role' })
  await report(here, '一')
  const cutPushes = teamServer(async (path, init) => {
    const response = await server.network()(path, init)
    if (init.method === 'POST') throw new TypeError('the page was closed')
    return response
  })
  await expect(syncOnce(cutPushes, OWN, here)).rejects.toThrow(ServerAway)
  expect(await refusedHere(here)).toEqual([])
  await sync(server, here)
  await noteTeam({ decided: 0 }, here)
  await sync(server, here)
  expect(await refusedHere(here)).toHaveLength(1)
})

test('a server that has lost the latest gets them again from where it asks', async () => {
  const server = new FakeTeamServer(ACCOUNT)
  const here = await joined(server)
  for (const remark of ['一', '二', '三']) await report(here, remark)
  await sync(server, here)
  const device = (await here.device.get('device'))?.id ?? ''
  server.forget(device, 1)
  await report(here, '四')
  await sync(server, here)
  expect(await teamState(here)).toMatchObject({ decided: 4 })
})

test('what a newer program wrote waits for the server, and goes up once it is newer too', async () => {
  const server = new FakeTeamServer(ACCOUNT)
  const here = await joined(server)
  await report(here, '一')
  server.schema -= 1
  await sync(server, here)
  expect(await teamState(here)).toMatchObject({ decided: 0, isServerOlder: true })
  server.schema += 1
  await sync(server, here)
  expect(await teamState(here)).toMatchObject({ decided: 1, isServerOlder: false })
})

test('whoever is signed out or told to delete hears so, and nothing is lost before', async () => {
  const server = new FakeTeamServer(ACCOUNT)
  const here = await joined(server)
  await report(here, '一')
  for (const [status, code] of [
    [401, 'signed-out'],
    [410, 'wipe'],
  ] as const) {
    server.problems.push({ status, code })
    const end = await syncOnce(teamServer(server.network()), OWN, here).catch((error: unknown) => error)
    expect(end instanceof ServerRefused ? end.problem.code : end).toBe(code)
  }
  await sync(server, here)
  expect(await teamState(here)).toMatchObject({ decided: 1 })
})

test('a server that is not one, or says what cannot be, changes nothing', async () => {
  const here = await joined(new FakeTeamServer(ACCOUNT))
  const before = await canonicalDump(here)
  const entry = {
    id: 'x',
    v: 14,
    device: 'd',
    number: 1,
    at: 1,
    actor: '',
    command: 'edit',
    edits: [{ table: 'nothing' }],
  }
  const answers = [
    '<html></html>',
    '{}',
    JSON.stringify({ arrivals: [{ seq: 1, entries: [entry] }], head: 1, upTo: 1 }),
  ]
  for (const body of answers)
    await expect(
      syncOnce(
        teamServer(async () => new Response(body)),
        OWN,
        here,
      ),
    ).rejects.toThrow()
  expect(await canonicalDump(here)).toEqual(before)
  expect(await teamState(here)).toMatchObject({ cursor: 0 })
})
