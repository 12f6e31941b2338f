/** What strangers, other sites and lost devices try, and that none of it works. */
import { connect } from 'node:net'
import { gzipSync } from 'node:zlib'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import type { ChangeService } from '../../../../src/server/changes/changeService'
import { networkOf } from '../../../../src/server/http/cookies'
import { aDevice, PASSWORD, startTeam, type TestTeam } from '../../../support/teamApp'
import { startPostgres, type TestPostgres } from '../../../support/teamServer'

let postgres: TestPostgres
let team: TestTeam
let taken = 0
const changes: ChangeService = {
  push: async () => {
    taken += 1
    return { decided: 0, refused: [], head: 0 }
  },
  pull: async () => ({ arrivals: [], head: 0, upTo: 0 }),
  head: async () => 0,
}
beforeAll(async () => {
  postgres = await startPostgres()
}, 120_000)
afterAll(() => postgres.stop(), 60_000)
beforeEach(async () => {
  taken = 0
  team = await startTeam(await postgres.newDatabase(), changes)
})
afterEach(() => team.stop(), 60_000)

/** One request word for word, as no browser would send it. */
async function raw(request: string): Promise<string> {
  const { hostname, port } = new URL(team.url)
  const socket = connect(Number(port), hostname)
  socket.write(request)
  let answer = ''
  for await (const chunk of socket) answer += String(chunk)
  return answer
}

test.each([
  ['empty', ''],
  ['guessed', 'A'.repeat(43)],
  ['SQL', `' or true --`],
  ['a pattern', `${'A'.repeat(42)}%`],
  ['long', 'A'.repeat(5000)],
])('a forged cookie signs nobody in: %s', async (_kind, cookie) => {
  await team.browserOf(await team.member('Li'))
  const browser = team.newBrowser()
  browser.cookies.set('fracas-session', cookie)
  expect((await browser.send('GET', '/api/me')).status).toBe(401)
})

test('signing in gives a new secret that no script can read and no other site can send', async () => {
  await team.member('Li')
  const browser = team.newBrowser()
  const planted = 'B'.repeat(43)
  browser.cookies.set('fracas-session', planted)
  const answer = await browser.send('POST', '/api/session', { name: 'Li', password: PASSWORD })
  const [session = ''] = answer.headers.getSetCookie()
  expect(session).toMatch(/^fracas-session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict; Max-Age=\d+$/u)
  expect(session).not.toContain(planted)
  const behindProxy = await browser.send(
    'POST',
    '/api/session',
    { name: 'Li', password: PASSWORD },
    {
      'x-forwarded-proto': 'https',
    },
  )
  expect(behindProxy.headers.getSetCookie()[0]).toMatch(/^__Host-fracas-session=.*; Secure$/u)
})

test.each([
  ['without our header', { 'x-fracas': '' }],
  ['from another site', { origin: 'https://elsewhere.example' }],
  ['from a page without an origin', { origin: 'null' }],
  ['from another address of the same domain', { 'sec-fetch-site': 'same-site' }],
])('what changes something is refused %s', async (_where, headers) => {
  const browser = await team.browserOf(await team.member('Li'))
  const refused = await browser.send('POST', '/api/devices', aDevice(), headers)
  expect([refused.status, refused.body]).toEqual([403, { code: 'not-allowed' }])
  expect((await browser.send('DELETE', '/api/session', undefined, headers)).status).toBe(403)
  expect((await browser.send('GET', '/api/me')).status).toBe(200)
  expect((await browser.send('POST', '/api/devices', aDevice(), { origin: team.url })).status).toBe(200)
})

test('guessing over the network ends with a wait that is told', async () => {
  await team.member('Li')
  const browser = team.newBrowser()
  await team.pool.query(`insert into sign_in_attempt values ('address 127.0.0.1 li', 9, now())`)
  const answer = await browser.send('POST', '/api/session', { name: 'Li', password: 'guess number ten' })
  expect([answer.status, answer.body]).toEqual([429, { code: 'slow-down', after: expect.any(Number) }])
  expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(60)
})

test('bodies that are too large are not read to their end, packed ones not unpacked to theirs', async () => {
  const browser = await team.browserOf(await team.member('Li'))
  const device = aDevice()
  await browser.send('POST', '/api/devices', device)
  const long = await browser.send('POST', '/api/session', { name: 'Li', password: 'x'.repeat(70_000) })
  expect([long.status, long.body]).toEqual([413, { code: 'too-large' }])
  const bomb = gzipSync(Buffer.alloc(80 * 2 ** 20, 32))
  expect(bomb.length).toBeLessThan(200_000)
  const packed = { 'content-type': 'application/json', 'content-encoding': 'gzip' }
  const blown = await browser.send('POST', '/api/changes', bomb, packed)
  expect([blown.status, blown.body]).toEqual([413, { code: 'too-large' }])
  const stranger = await team.newBrowser().send('POST', '/api/changes', gzipSync('{}'), packed)
  expect([stranger.status, taken]).toEqual([401, 0])
  const damaged = await browser.send('POST', '/api/changes', Buffer.from('no zip'), packed)
  expect([damaged.status, damaged.body]).toEqual([400, { code: 'malformed' }])
})

test.each([
  { name: 'Li', password: PASSWORD, roles: ['ADM'] },
  { name: ['Li'], password: PASSWORD },
  { name: 'Li' },
  'Li',
  null,
])('a body of another shape is refused: %j', async (body) => {
  await team.member('Li')
  expect((await team.newBrowser().send('POST', '/api/session', body)).body).toEqual({ code: 'malformed' })
})

test.each([
  { name: 'x'.repeat(101) },
  { name: 'Li\r\nset-cookie: a=b' },
  { name: '   ' },
  { roles: [] },
  { roles: ['ROOT'] },
  { reach: { stations: ['x'], departments: [], all: true } },
])('an account cannot be made with %j', async (odd) => {
  const administrator = await team.browserOf(await team.member('root', { roles: ['ADM'] }))
  const wish = { name: 'Chen', roles: ['FSE'], reach: 'all', isActive: true, ...odd }
  expect((await administrator.send('POST', '/api/accounts', wish)).body).toEqual({ code: 'malformed' })
})

test('SQL in what is sent is text', async () => {
  const administrator = await team.browserOf(await team.member('root', { roles: ['ADM'] }))
  const name = `'; drop table session; --`
  expect(
    (await administrator.send('POST', '/api/accounts', { name, roles: ['FSE'], reach: 'all', isActive: true })).status,
  ).toBe(201)
  expect((await administrator.send('DELETE', `/api/devices/${encodeURIComponent(`' or ''='`)}`)).status).toBe(404)
  expect((await administrator.send('GET', '/api/me')).status).toBe(200)
})

test('no path leads out of the build or the files', async () => {
  const { host } = new URL(team.url)
  const ask = (path: string): Promise<string> =>
    raw(`GET ${path} HTTP/1.1\r\nhost: ${host}\r\nconnection: close\r\n\r\n`)
  expect(await ask('/')).toContain('the app')
  expect(await ask('/assets/app.js')).toContain('start()')
  for (const path of [
    '/../database.json',
    '/..%2fdatabase.json',
    '/%2e%2e/database.json',
    '/assets/../../database.json',
    '/..%5cdatabase.json',
    '/database.json%00.html',
    '/api/files/..%2f..%2fdatabase.json',
    '/%',
    '//database.json',
  ])
    expect(await ask(path), path).not.toContain('the secret')
  const browser = await team.browserOf(await team.member('Li'))
  for (const hash of ['..%2f..%2fdatabase.json', 'A'.repeat(64), '0'.repeat(63)])
    expect((await browser.send('GET', `/api/files/${hash}`)).status, hash).toBe(400)
})

test('nothing of a request turns up as a header, and every answer bears the strict ones', async () => {
  const { host } = new URL(team.url)
  const answer = await raw(`GET /x%0d%0aset-cookie:%20a=b HTTP/1.1\r\nhost: ${host}\r\nconnection: close\r\n\r\n`)
  expect(answer).toContain('the app')
  expect(answer.toLowerCase()).not.toContain('set-cookie')
  const browser = await team.browserOf(await team.member('Li'))
  for (const path of ['/', '/api/me', '/api/nowhere', '/assets/none.js', '/healthz']) {
    const { headers } = await browser.send('GET', path)
    expect(headers.get('content-security-policy'), path).toContain("frame-ancestors 'none'")
    expect(headers.get('x-content-type-options'), path).toBe('nosniff')
    expect(headers.get('access-control-allow-origin'), path).toBeNull()
  }
  expect((await browser.send('GET', '/api/me')).headers.get('cache-control')).toBe('no-store')
  expect((await browser.send('GET', '/api/nowhere')).body).toEqual({ code: 'not-found' })
  expect((await browser.send('GET', '/failures/17')).text).toContain('the app')
  expect((await browser.send('POST', '/failures/17', {})).status).toBe(405)
})

test('an account that is switched off while it works is out with the next request', async () => {
  const administrator = await team.browserOf(await team.member('root', { roles: ['ADM'] }))
  const li = await team.member('Li')
  const browser = await team.browserOf(li)
  await browser.send('POST', '/api/devices', aDevice())
  const wish = { name: 'Li', roles: ['FSE'], reach: 'all', isActive: false }
  expect((await administrator.send('PATCH', `/api/accounts/${li.id}`, wish)).status).toBe(200)
  expect((await browser.send('GET', '/api/me')).body).toEqual({ code: 'signed-out' })
  expect((await browser.send('POST', '/api/session', { name: 'Li', password: PASSWORD })).body).toEqual({
    code: 'wrong-password',
  })
})

test('a network of IPv6 counts as one place', () => {
  expect(networkOf('2001:db8:1:2:3:4:5:6')).toBe(networkOf('2001:db8:1:2::9'))
  expect(networkOf('2001:db8:1:2::9')).not.toBe(networkOf('2001:db8:1:3::9'))
  expect(networkOf('::1')).toBe('0:0:0:0::/64')
  expect(networkOf('::ffff:10.0.0.7')).toBe('10.0.0.7')
})
