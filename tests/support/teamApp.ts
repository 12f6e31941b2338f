/** The company's server in this process, and browsers that talk to it over a real connection. */
import { randomUUID } from 'node:crypto'
import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Pool } from 'pg'
import type { Account, AccountWish } from '../../src/domain/team/protocol'
import { makeAccount } from '../../src/server/accounts/accounts'
import { SET_CREDENTIAL } from '../../src/server/accounts/accountStatements'
import { teamOf } from '../../src/server/accounts/firstAdministrator'
import { hashOfPassword } from '../../src/server/accounts/password'
import { openSession } from '../../src/server/accounts/sessions'
import type { ChangeService } from '../../src/server/changes/changeService'
import { folderStore } from '../../src/server/files/folderStore'
import { makeApp } from '../../src/server/http/app'

export interface TestTeam {
  readonly url: string
  readonly pool: Pool
  /** Somebody with an account and the password `PASSWORD`. */
  readonly member: (name: string, more?: Partial<AccountWish>) => Promise<Account>
  /** A browser in which that account is signed in. */
  readonly browserOf: (account: Account) => Promise<TestBrowser>
  /** A browser nobody is signed in with. */
  readonly newBrowser: () => TestBrowser
  readonly stop: () => Promise<void>
}

export interface TestBrowser {
  /** As the app's own page sends it; JSON for objects. Cookies are kept. */
  readonly send: (method: string, path: string, body?: unknown, headers?: Record<string, string>) => Promise<TestAnswer>
  readonly cookies: Map<string, string>
}

export interface TestAnswer {
  readonly status: number
  readonly headers: Headers
  readonly text: string
  /** The body read as JSON. */
  readonly body: unknown
}

export const PASSWORD = 'seat ring 47 leaks'
let kept: Promise<string> | null = null

export async function startTeam(pool: Pool, changes: ChangeService): Promise<TestTeam> {
  const folder = mkdtempSync(join(tmpdir(), 'fracas-team-'))
  const pages = join(folder, 'dist')
  mkdirSync(join(pages, 'assets'), { recursive: true })
  writeFileSync(join(pages, 'index.html'), '<title>the app</title>')
  writeFileSync(join(pages, 'assets/app.js'), 'start()')
  writeFileSync(join(folder, 'database.json'), 'the secret of the folder above')
  const stopping = new AbortController()
  const app = makeApp({
    pool,
    team: await teamOf(pool),
    build: 'test',
    changes,
    files: folderStore(join(folder, 'files')),
    pages,
    stopping: stopping.signal,
  })
  await app.listen({ host: '127.0.0.1', port: 0 })
  const url = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`
  return {
    url,
    pool,
    member: async (name, more = {}) => {
      const { account } = await makeAccount(pool, { name, roles: ['FSE'], reach: 'all', isActive: true, ...more })
      kept ??= hashOfPassword(PASSWORD)
      await pool.query(SET_CREDENTIAL, [account.id, await kept])
      return account
    },
    browserOf: async ({ id }) => {
      const browser = browserAt(url)
      browser.cookies.set('fracas-session', await openSession(pool, id, null))
      return browser
    },
    newBrowser: () => browserAt(url),
    stop: async () => {
      stopping.abort()
      await app.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** As a device registers; ids as devices draw them. */
export const aDevice = (more: Record<string, unknown> = {}): Record<string, unknown> => ({
  id: `D${randomUUID().replaceAll('-', '').slice(0, 20)}`,
  publicKey: { kty: 'EC', crv: 'P-256', x: randomUUID(), y: randomUUID() },
  label: 'Tablet · Chromium',
  joinedAt: 0,
  ...more,
})

function browserAt(url: string): TestBrowser {
  const cookies = new Map<string, string>()
  return {
    cookies,
    send: async (method, path, body, headers = {}) => {
      const isBytes = body instanceof Uint8Array
      const answer = await fetch(`${url}${path}`, {
        method,
        redirect: 'manual',
        headers: {
          'x-fracas': '1',
          ...(cookies.size === 0 ? {} : { cookie: [...cookies].map((pair) => pair.join('=')).join('; ') }),
          ...(body === undefined ? {} : { 'content-type': isBytes ? 'application/octet-stream' : 'application/json' }),
          ...headers,
        },
        ...(body === undefined ? {} : { body: isBytes ? Buffer.from(body) : JSON.stringify(body) }),
      })
      for (const line of answer.headers.getSetCookie()) {
        const [, name = '', value = ''] = /^([^=]+)=([^;]*)/u.exec(line) ?? []
        if (value === '') cookies.delete(name)
        else cookies.set(name, value)
      }
      const text = await answer.text()
      return { status: answer.status, headers: answer.headers, text, body: jsonOf(text) }
    },
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}
