/** `npm run team` as people run it: a process that starts, is killed, and comes up again. */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { startPostgres, type TestPostgres } from '../../support/teamServer'

let data = ''
let postgres: TestPostgres
const running: ChildProcess[] = []
beforeAll(async () => {
  postgres = await startPostgres()
}, 120_000)
afterAll(() => postgres.stop(), 60_000)
beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), 'fracas-service-'))
  chmodSync(data, 0o711)
  mkdirSync(join(data, 'dist'))
  writeFileSync(join(data, 'dist/index.html'), '<title>the app</title>')
})
afterEach(async () => {
  await Promise.all(running.splice(0).map((service) => end(service, 'SIGTERM')))
  rmSync(data, { recursive: true, force: true })
}, 60_000)

async function end(service: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (service.exitCode !== null || service.signalCode !== null) return
  service.kill(signal)
  await once(service, 'exit')
}

const words = (...more: readonly string[]): readonly string[] =>
  ['src/headless/team.mjs', '--no-build', '--data', data, '--pages', join(data, 'dist')].concat(more)

interface Started {
  readonly service: ChildProcess
  readonly url: string
  readonly said: () => string
}

async function start(company?: string): Promise<Started> {
  const { DATABASE_URL: _own, ...env } = process.env
  const service = spawn(process.execPath, words('--port', '0'), {
    env: { ...env, ...(company === undefined ? {} : { DATABASE_URL: company }) },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  running.push(service)
  let said = ''
  service.stdout.on('data', (chunk) => (said += String(chunk)))
  service.stderr.on('data', (chunk) => (said += String(chunk)))
  await expect.poll(() => said, { timeout: 60_000 }).toMatch(/^TEAM http/mu)
  return { service, url: /^TEAM (\S+)/mu.exec(said)?.[1] ?? '', said: () => said }
}
const status = async (url: string): Promise<number> =>
  fetch(`${url}healthz`).then(
    (answer) => answer.status,
    () => 0,
  )
const pidFile = (): string => join(data, 'postgres/cluster/postmaster.pid')
const pidOfPostgres = (): number => Number(readFileSync(pidFile(), 'utf8').split('\n')[0])

test('it prints its address and the first link, survives kill -9 of itself and of PostgreSQL, and stops in good order', async () => {
  const first = await start()
  expect(first.said()).toMatch(/^First administrator, once: http:\/\/127\.0\.0\.1:\d+\/join\/[\w-]{43}$/mu)
  const link = /\S+\/join\/\S+/u.exec(first.said())?.[0] ?? ''
  expect(await (await fetch(link)).text()).toContain('the app')
  const token = link.split('/').at(-1)
  const accepted = await fetch(`${first.url}api/invitations/${token}`, {
    method: 'POST',
    headers: { 'x-fracas': '1', 'content-type': 'application/json' },
    body: JSON.stringify({ password: 'seat ring 47 leaks' }),
  })
  const cookie = accepted.headers.getSetCookie()[0]?.split(';')[0] ?? ''
  expect(accepted.status).toBe(200)

  const killed = pidOfPostgres()
  process.kill(killed, 'SIGKILL')
  await expect.poll(() => existsSync(pidFile()) && pidOfPostgres() !== killed, { timeout: 30_000 }).toBe(true)
  await expect.poll(() => status(first.url), { timeout: 30_000 }).toBe(200)

  await end(first.service, 'SIGKILL')
  const second = await start()
  expect(second.said()).not.toContain('/join/')
  expect((await fetch(`${second.url}api/me`, { headers: { cookie } })).status).toBe(200)

  await end(second.service, 'SIGTERM')
  expect(second.service.exitCode).toBe(0)
  expect(existsSync(pidFile())).toBe(false)
}, 120_000)

test('links are printed beside the running service, and what is typed wrongly is said', async () => {
  const { url } = await start()
  const say = (...more: readonly string[]): string => {
    const { stdout, stderr } = spawnSync(process.execPath, words(...more), { encoding: 'utf8', timeout: 60_000 })
    return stdout + stderr
  }
  const invited = say('invite', '李 工', 'fse,QAL')
  expect(invited).toContain(`李 工 (FSE, QAL), once, until `)
  expect(invited).toMatch(new RegExp(`${url}join/[\\w-]{43}`, 'u'))
  expect(say('invite', '李 工', 'FSE')).toContain('has an account already')
  expect(say('invite', '王 工', 'BOSS')).toContain('Unknown role BOSS')
  expect(say('reset-password', '李 工')).toMatch(new RegExp(`${url}join/[\\w-]{43}`, 'u'))
  expect(say('reset-password', '王 工')).toContain('Nobody is called 王 工')
  expect(say('inivte', '王 工')).toContain('Unknown command inivte')
  expect(await status(url)).toBe(200)
}, 120_000)

test('several services share the PostgreSQL of a company and start nothing of their own', async () => {
  const address = await postgres.newAddress()
  const both = await Promise.all([start(address), start(address)])
  expect(await Promise.all(both.map(({ url }) => status(url)))).toEqual([200, 200])
  expect(existsSync(join(data, 'postgres'))).toBe(false)
}, 120_000)
