/** The interface as devices and administrators use it. */
import { gzipSync } from 'node:zlib'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import type { AccountLine, DeviceLine, Invitation, Push, RegisteredDevice } from '../../../../src/domain/team/protocol'
import type { ChangeService, PullQuestion } from '../../../../src/server/changes/changeService'
import { aDevice, PASSWORD, startTeam, type TestBrowser, type TestTeam } from '../../../support/teamApp'
import { startPostgres, type TestPostgres } from '../../../support/teamServer'

let postgres: TestPostgres
let team: TestTeam
const pushed: Push[] = []
const asked: PullQuestion[] = []
/** Stands for the changes of the company: takes everything, and waits as long as it is asked to. */
const changes: ChangeService = {
  push: async (_principal, push) => {
    pushed.push(push)
    return { decided: push.changes.at(-1)?.number ?? 0, refused: [], head: pushed.length }
  },
  pull: async (_principal, question) => {
    asked.push(question)
    if (question.wait > 0 && !question.signal.aborted)
      await new Promise((go) => question.signal.addEventListener('abort', go, { once: true }))
    return { arrivals: [], head: pushed.length, upTo: pushed.length }
  },
  head: async () => pushed.length,
}
beforeAll(async () => {
  postgres = await startPostgres()
}, 120_000)
afterAll(() => postgres.stop(), 60_000)
beforeEach(async () => {
  team = await startTeam(await postgres.newDatabase(), changes)
  pushed.length = 0
  asked.length = 0
})
afterEach(() => team.stop(), 60_000)

const aChange = (device: unknown, number = 1): unknown => ({
  id: `${String(device)}-${number}`,
  v: 13,
  device,
  number,
  at: 1_780_000_000_000,
  actor: 'Li',
  command: 'file-failure',
  edits: [],
})

async function withDevice(browser: TestBrowser): Promise<string> {
  const device = aDevice()
  await browser.send('POST', '/api/devices', device)
  return String(device['id'])
}

test('from an invitation to being signed in, out and in again', async () => {
  const administrator = await team.browserOf(await team.member('root', { roles: ['ADM'] }))
  const wish = { name: '王工', roles: ['FSE', 'SSM'], reach: { stations: ['北京'], departments: [] }, isActive: true }
  const invitation = (await administrator.send('POST', '/api/accounts', wish)).body as Invitation
  const token = invitation.path.replace('/join/', '')

  const person = team.newBrowser()
  expect((await person.send('GET', '/api/me')).body).toEqual({ code: 'signed-out' })
  expect((await person.send('GET', `/api/invitations/${token}`)).body).toEqual({ name: '王工', team: '闭环 FRACAS' })
  expect((await person.send('POST', `/api/invitations/${token}`, { password: 'too short' })).body).toEqual({
    code: 'password-too-weak',
  })
  const joined = await person.send('POST', `/api/invitations/${token}`, { password: PASSWORD })
  expect(joined.body).toMatchObject({
    account: { name: '王工', reach: wish.reach },
    server: { protocol: 1 },
    leaseDays: 30,
  })
  expect((await person.send('GET', '/api/me')).body).toEqual(joined.body)
  expect((await person.send('GET', `/api/invitations/${token}`)).status).toBe(404)

  expect((await person.send('DELETE', '/api/session')).status).toBe(204)
  expect((await person.send('GET', '/api/me')).status).toBe(401)
  expect((await person.send('POST', '/api/session', { name: '王工', password: PASSWORD })).body).toEqual(joined.body)
})

test('administrators see and change everybody; others do not', async () => {
  const administrator = await team.browserOf(await team.member('root', { roles: ['ADM'] }))
  const li = await team.member('Li')
  const person = await team.browserOf(li)
  await withDevice(person)
  const lines = (await administrator.send('GET', '/api/accounts')).body as readonly AccountLine[]
  expect(lines.map(({ name, hasPassword, devices }) => [name, hasPassword, devices.length])).toEqual([
    ['Li', true, 1],
    ['root', true, 0],
  ])
  const wish = { name: 'Li', roles: ['QAL'], reach: 'all', isActive: true }
  for (const [method, path, body] of [
    ['GET', '/api/accounts', undefined],
    ['POST', '/api/accounts', wish],
    ['PATCH', `/api/accounts/${li.id}`, wish],
    ['POST', `/api/accounts/${li.id}/invitation`, undefined],
    ['GET', '/status', undefined],
  ] as const)
    expect((await person.send(method, path, body)).body).toEqual({ code: 'not-allowed' })
  expect((await administrator.send('PATCH', `/api/accounts/${li.id}`, wish)).body).toMatchObject({ roles: ['QAL'] })
  expect((await administrator.send('POST', `/api/accounts/${li.id}/invitation`)).body).toMatchObject({
    path: expect.stringMatching(/^\/join\/[\w-]{43}$/u),
  })
  expect((await administrator.send('PATCH', '/api/accounts/nobody', { ...wish, name: 'x' })).status).toBe(404)
})

test('a device pushes and pulls for itself only, packed or not', async () => {
  const browser = await team.browserOf(await team.member('Li'))
  const push = (device: string): unknown => ({ device, changes: [aChange(device)], rows: [] })
  expect((await browser.send('POST', '/api/changes', push('D1'))).body).toEqual({ code: 'unknown-device' })
  const device = await withDevice(browser)
  expect((await browser.send('POST', '/api/changes', push(device))).body).toEqual({ decided: 1, refused: [], head: 1 })
  expect((await browser.send('POST', '/api/changes', push('D1'))).body).toEqual({ code: 'unknown-device' })
  const packed = await browser.send('POST', '/api/changes', gzipSync(JSON.stringify(push(device))), {
    'content-type': 'application/json',
    'content-encoding': 'gzip',
  })
  expect(packed.body).toEqual({ decided: 1, refused: [], head: 2 })
  expect(pushed[1]).toEqual(pushed[0])

  expect((await browser.send('GET', `/api/changes?after=2&device=${device}`)).body).toEqual({
    arrivals: [],
    head: 2,
    upTo: 2,
  })
  expect((await browser.send('GET', '/api/changes?after=2&device=D1')).body).toEqual({ code: 'unknown-device' })
  expect((await browser.send('GET', `/api/changes?after=x&device=${device}`)).status).toBe(400)
})

test('who is signed out while waiting for changes gets none', async () => {
  const account = await team.member('Li')
  const browser = await team.browserOf(account)
  const device = await withDevice(browser)
  const waiting = browser.send('GET', `/api/changes?after=0&device=${device}&wait=999`)
  await expect.poll(() => asked.length).toBe(1)
  expect(asked[0]?.wait).toBe(25)
  await team.pool.query('delete from session')
  await team.stop()
  expect((await waiting).body).toEqual({ code: 'signed-out' })
  team = await startTeam(team.pool, changes)
})

test('a device is known by its key, and goes along with whoever signs in on it', async () => {
  const li = await team.browserOf(await team.member('Li'))
  const device = aDevice()
  expect((await li.send('POST', '/api/devices', device)).body).toEqual({ id: device['id'], decided: 0 })
  expect((await li.send('POST', '/api/devices', { ...device, label: 'Phone' })).status).toBe(200)
  const copy = { ...device, publicKey: aDevice()['publicKey'] }
  expect((await li.send('POST', '/api/devices', copy)).body).toEqual({ code: 'other-key' })
  const chen = await team.browserOf(await team.member('Chen'))
  expect(((await chen.send('POST', '/api/devices', device)).body as RegisteredDevice).id).toBe(device['id'])
  expect((await li.send('GET', '/api/devices')).body).toEqual([])
  expect((await chen.send('GET', '/api/devices')).body).toEqual([
    expect.objectContaining({ id: device['id'], label: 'Tablet · Chromium', decided: 0, refused: 0, revokedAt: null }),
  ])
  expect(JSON.stringify((await chen.send('GET', '/api/devices')).body)).not.toContain('P-256')
})

test('a device that was given up is told so, and signing in again does not bring it back', async () => {
  const li = await team.member('Li')
  const lost = await team.browserOf(li)
  const device = aDevice()
  await lost.send('POST', '/api/devices', device)
  const other = await team.browserOf(li)
  const stranger = await team.browserOf(await team.member('Chen'))
  const path = `/api/devices/${String(device['id'])}`
  expect((await stranger.send('DELETE', path)).body).toEqual({ code: 'not-allowed' })
  expect((await other.send('POST', `${path}/wipe`)).body).toEqual({ code: 'not-allowed' })
  expect((await other.send('DELETE', path)).status).toBe(204)
  expect((await lost.send('GET', '/api/me')).body).toEqual({ code: 'device-revoked' })
  expect((await other.send('POST', '/api/devices', device)).body).toEqual({ code: 'device-revoked' })

  const administrator = await team.browserOf(await team.member('root', { roles: ['ADM'] }))
  expect((await administrator.send('POST', `${path}/wipe`)).status).toBe(204)
  const answer = await lost.send('GET', `/api/changes?after=0&device=${String(device['id'])}`)
  expect([answer.status, answer.body]).toEqual([410, { code: 'wipe' }])
  expect((await other.send('POST', '/api/devices', device)).body).toEqual({ code: 'wipe' })
  const [line] = (await other.send('GET', '/api/devices')).body as readonly DeviceLine[]
  expect(line).toMatchObject({ isWiped: true, revokedAt: expect.any(Number) })
})

test('the state of the service: for machines, and with devices and sizes for administrators', async () => {
  expect((await team.newBrowser().send('GET', '/healthz')).status).toBe(200)
  expect((await team.newBrowser().send('GET', '/status')).status).toBe(401)
  const administrator = await team.browserOf(await team.member('root', { roles: ['ADM'] }))
  const device = await withDevice(administrator)
  await administrator.send('POST', '/api/changes', { device, changes: [aChange(device)], rows: [] })
  expect((await administrator.send('GET', '/status')).body).toMatchObject({
    head: 1,
    refused: 0,
    devices: [{ id: device, behind: 1 }],
    files: { count: 0, bytes: 0 },
  })
})
