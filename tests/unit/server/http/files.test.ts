/** Photos and papers: kept only when every byte is right, and carried on where an upload stopped. */
import { createHash, randomBytes } from 'node:crypto'
import { connect } from 'node:net'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import type { ChangeService } from '../../../../src/server/changes/changeService'
import { startTeam, type TestBrowser, type TestTeam } from '../../../support/teamApp'
import { startPostgres, type TestPostgres } from '../../../support/teamServer'

let postgres: TestPostgres
let team: TestTeam
let browser: TestBrowser
const changes: ChangeService = {
  push: async () => ({ decided: 0, refused: [], head: 0 }),
  pull: async () => ({ arrivals: [], head: 0, upTo: 0 }),
  head: async () => 0,
}
beforeAll(async () => {
  postgres = await startPostgres()
}, 120_000)
afterAll(() => postgres.stop(), 60_000)
beforeEach(async () => {
  team = await startTeam(await postgres.newDatabase(), changes)
  browser = await team.browserOf(await team.member('Li'))
})
afterEach(() => team.stop(), 60_000)

const photo = randomBytes(300_000)
const hash = createHash('sha256').update(photo).digest('hex')
const path = `/api/files/${hash}`
const part = (from: number, to: number): Promise<{ readonly status: number; readonly body: unknown }> =>
  browser.send('PUT', path, photo.subarray(from, to), { 'content-range': `bytes ${from}-${to - 1}/${photo.length}` })

test('a file is there for everybody who is signed in once it is acknowledged', async () => {
  expect((await browser.send('HEAD', path)).status).toBe(404)
  expect((await browser.send('PUT', path, photo)).status).toBe(201)
  expect((await browser.send('PUT', path, photo)).status).toBe(200)
  const head = await browser.send('HEAD', path)
  expect([head.status, head.headers.get('content-length')]).toEqual([200, String(photo.length)])
  const colleague = await team.browserOf(await team.member('Chen'))
  const answer = await fetch(`${team.url}${path}`, {
    headers: { cookie: [...colleague.cookies].map((pair) => pair.join('=')).join('; ') },
  })
  expect(Buffer.from(await answer.arrayBuffer()).equals(photo)).toBe(true)
  expect(answer.headers.get('content-disposition')).toBe('attachment')
  expect((await team.newBrowser().send('GET', path)).status).toBe(401)
  expect((await team.newBrowser().send('PUT', path, photo)).status).toBe(401)
})

test('bytes of another hash are not kept', async () => {
  const other = photo.subarray(1)
  expect((await browser.send('PUT', path, other)).body).toEqual({ code: 'malformed' })
  const head = await browser.send('HEAD', path)
  expect([head.status, head.headers.get('upload-offset')]).toEqual([404, '0'])
})

test('parts are put together, and a part too far says where to go on', async () => {
  expect(await part(0, 100_000)).toMatchObject({ status: 202, body: { size: 100_000 } })
  expect(await part(200_000, 300_000)).toMatchObject({ status: 409, body: { code: 'gap', from: 100_000 } })
  expect((await browser.send('HEAD', path)).headers.get('upload-offset')).toBe('100000')
  const colleague = await team.browserOf(await team.member('Chen'))
  expect((await colleague.send('HEAD', path)).headers.get('upload-offset')).toBe('0')
  expect(await part(100_000, 300_000)).toMatchObject({ status: 201, body: { size: 300_000 } })
  expect((await browser.send('HEAD', path)).status).toBe(200)
})

test('an upload that is cut off goes on from what arrived', async () => {
  const { hostname, port } = new URL(team.url)
  const socket = connect(Number(port), hostname)
  const cookie = [...browser.cookies].map((pair) => pair.join('=')).join('; ')
  const head = `PUT ${path} HTTP/1.1\r\nhost: ${hostname}:${port}\r\nx-fracas: 1\r\ncookie: ${cookie}\r\ncontent-length: ${photo.length}\r\n\r\n`
  socket.write(head)
  socket.write(photo.subarray(0, 120_000))
  const begun = async (): Promise<number> => Number((await browser.send('HEAD', path)).headers.get('upload-offset'))
  await expect.poll(begun, { timeout: 20_000 }).toBe(120_000)
  socket.destroy()
  await expect.poll(async () => (await part(120_000, 300_000)).status, { timeout: 20_000 }).toBe(201)
})

test.each([
  ['bytes 0-9/99999999999', 413],
  ['bytes 5-1/10', 400],
  ['bytes x', 400],
  ['bytes 0-299999/299999', 400],
])('a range of %s is refused', async (range, status) => {
  expect((await browser.send('PUT', path, photo.subarray(0, 10), { 'content-range': range })).status).toBe(status)
})
