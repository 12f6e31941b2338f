/** Getting in and staying out: passwords, links, sessions and what guessing costs. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Pool } from 'pg'
import { accountLines, changeAccount, makeAccount } from '../../../../src/server/accounts/accounts'
import { acceptInvitation, invite, invited } from '../../../../src/server/accounts/invitations'
import { signIn } from '../../../../src/server/accounts/signIn'
import { closeSession, openSession, principalOf } from '../../../../src/server/accounts/sessions'
import { firstAdministratorPath } from '../../../../src/server/accounts/firstAdministrator'
import type { Account, AccountWish } from '../../../../src/domain/team/protocol'
import { SET_CREDENTIAL } from '../../../../src/server/accounts/accountStatements'
import { hashOfPassword } from '../../../../src/server/accounts/password'
import { countAttempt } from '../../../../src/server/accounts/signInAttempts'
import type { ProblemError } from '../../../../src/server/problemError'
import { startPostgres, type TestPostgres } from '../../../support/teamServer'

let postgres: TestPostgres
let pool: Pool
let kept: string
beforeAll(async () => {
  postgres = await startPostgres()
  kept = await hashOfPassword(PASSWORD)
}, 120_000)
afterAll(() => postgres.stop(), 60_000)
beforeEach(async () => {
  pool = await postgres.newDatabase()
})

const PASSWORD = 'seat ring 47 leaks'
const DEPOT = { address: '10.1.0.7', browserToken: null }
const wish = (name: string, more: Partial<AccountWish> = {}): AccountWish => ({
  name,
  roles: ['FSE'],
  reach: 'all',
  isActive: true,
  ...more,
})
const tokenOf = (path: string): string => path.replace('/join/', '')

async function member(name: string, more: Partial<AccountWish> = {}): Promise<Account> {
  const { account } = await makeAccount(pool, wish(name, more))
  await pool.query(SET_CREDENTIAL, [account.id, kept])
  return account
}
const codeOf = async (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => 'fine',
    (error: { readonly problem?: { readonly code: string } }) => error.problem?.code ?? error,
  )

test('a link makes the password once and signs in; then name and password do', async () => {
  const { path } = await makeAccount(pool, wish('王 工'))
  const token = tokenOf(path)
  expect((await invited(pool, token)).name).toBe('王 工')
  const { token: session } = await acceptInvitation(pool, token, PASSWORD, DEPOT, null)
  expect((await principalOf(pool, session)).account.name).toBe('王 工')
  expect(await codeOf(acceptInvitation(pool, token, 'another password', DEPOT, null))).toBe('no-such-invitation')
  expect(await codeOf(invited(pool, token))).toBe('no-such-invitation')
  const again = await signIn(pool, { name: ' 王 工 ', password: PASSWORD }, DEPOT, null)
  expect((await principalOf(pool, again.token)).account.roles).toEqual(['FSE'])
})

test('of two who use a link at once one is too late', async () => {
  const { path } = await makeAccount(pool, wish('Li'))
  const both = await Promise.all(
    ['first of two words', 'second of two words'].map((password) =>
      codeOf(acceptInvitation(pool, tokenOf(path), password, DEPOT, null)),
    ),
  )
  expect(both.toSorted()).toEqual(['fine', 'no-such-invitation'])
})

test('a link ends after seven days, and with the next one', async () => {
  const { account, path } = await makeAccount(pool, wish('Li'))
  const next = await invite(pool, account)
  expect(await codeOf(invited(pool, tokenOf(path)))).toBe('no-such-invitation')
  await pool.query(`update invitation set expires_at = now() - interval '1 second'`)
  expect(await codeOf(invited(pool, tokenOf(next.path)))).toBe('no-such-invitation')
})

test.each(['short one', '王小明王小明王小明', 'aaaaaaaaaaaa', '王小明12345'])(
  '“%s” is no password',
  async (password) => {
    const { path } = await makeAccount(pool, wish('王小明'))
    expect(await codeOf(acceptInvitation(pool, tokenOf(path), password, DEPOT, null))).toBe('password-too-weak')
    expect((await invited(pool, tokenOf(path))).name).toBe('王小明')
  },
)

test('a name belongs to one person, however it is typed', async () => {
  const { account } = await makeAccount(pool, wish('Li Wei'))
  expect(await codeOf(makeAccount(pool, wish(' ｌｉ wei')))).toBe('name-taken')
  const { account: other } = await makeAccount(pool, wish('Chen'))
  expect(await codeOf(changeAccount(pool, other.id, wish('LI WEI')))).toBe('name-taken')
  expect((await changeAccount(pool, account.id, wish('LI WEI'))).name).toBe('LI WEI')
})

test('a wrong password and an unknown name are answered alike', async () => {
  await member('Li')
  expect(await codeOf(signIn(pool, { name: 'Li', password: 'x' }, DEPOT, null))).toBe('wrong-password')
  expect(await codeOf(signIn(pool, { name: 'Nobody', password: 'x' }, DEPOT, null))).toBe('wrong-password')
  await makeAccount(pool, wish('Invited'))
  expect(await codeOf(signIn(pool, { name: 'Invited', password: 'x' }, DEPOT, null))).toBe('wrong-password')
})

test('whoever guesses has to wait, all at once as well; the person whose name it is signs in elsewhere', async () => {
  const { id } = await member('Li')
  const guesser = { address: '203.0.113.9', browserToken: null }
  const guesses = await Promise.all(Array.from({ length: 40 }, () => codeOf(countAttempt(pool, 'li', id, guesser))))
  expect(guesses.filter((code) => code === 'fine')).toHaveLength(5)
  const tooEarly = signIn(pool, { name: 'Li', password: PASSWORD }, guesser, null)
  await expect(tooEarly).rejects.toMatchObject({ problem: { code: 'slow-down', after: expect.any(Number) } })
  expect(await codeOf(signIn(pool, { name: 'Li', password: PASSWORD }, DEPOT, null))).toBe('fine')
})

test('behind one address the browser somebody always uses keeps working while a colleague guesses', async () => {
  const { id } = await member('Li')
  const known = await signIn(pool, { name: 'Li', password: PASSWORD }, DEPOT, null)
  for (let guess = 0; guess < 6; guess += 1) await codeOf(countAttempt(pool, 'Li', id, DEPOT))
  expect(await codeOf(signIn(pool, { name: 'Li', password: PASSWORD }, DEPOT, null))).toBe('slow-down')
  const own = { address: DEPOT.address, browserToken: known.browserToken }
  expect(await codeOf(signIn(pool, { name: 'Li', password: PASSWORD }, own, null))).toBe('fine')
  // The proof of one account is none for another.
  const other = await member('Chen')
  for (let guess = 0; guess < 6; guess += 1) await codeOf(countAttempt(pool, 'Chen', other.id, DEPOT))
  expect(await codeOf(signIn(pool, { name: 'Chen', password: PASSWORD }, own, null))).toBe('slow-down')
})

test('guesses from many addresses are slowed down by the name, for a minute at most', async () => {
  await member('Li')
  await signIn(pool, { name: 'Li', password: PASSWORD }, DEPOT, null)
  await pool.query(`insert into sign_in_attempt values ('name li', 40, now())
    on conflict (key) do update set attempts = 40, last_at = now()`)
  const elsewhere = { address: '198.51.100.4', browserToken: null }
  const slowed = signIn(pool, { name: 'Li', password: 'guess' }, elsewhere, null)
  await expect(slowed).rejects.toMatchObject({ problem: { code: 'slow-down' } })
  await expect(slowed).rejects.toSatisfy((error: ProblemError) => (error.problem.after ?? 99) <= 60)
  expect(await codeOf(signIn(pool, { name: 'Li', password: PASSWORD }, DEPOT, null))).toBe('fine')
})

test('signing in never goes on with a secret the browser brought, and ends the session before', async () => {
  const account = await member('Li')
  const before = await openSession(pool, account.id, null)
  const { token } = await signIn(pool, { name: 'Li', password: PASSWORD }, DEPOT, before)
  expect(token).not.toBe(before)
  expect(await codeOf(principalOf(pool, before))).toBe('signed-out')
  const planted = 'A'.repeat(43)
  const fixed = await signIn(pool, { name: 'Li', password: PASSWORD }, DEPOT, planted)
  expect(fixed.token).not.toBe(planted)
  expect(await codeOf(principalOf(pool, planted))).toBe('signed-out')
})

test('a session ends by signing out, after thirty idle days, and with the account', async () => {
  const account = await member('Li')
  const token = await openSession(pool, account.id, null)
  await pool.query(`update session set last_seen = now() - interval '29 days'`)
  expect((await principalOf(pool, token)).account.id).toBe(account.id)
  await pool.query(`update session set last_seen = now() - interval '31 days'`)
  expect(await codeOf(principalOf(pool, token))).toBe('signed-out')

  const next = await openSession(pool, account.id, null)
  await closeSession(pool, next)
  expect(await codeOf(principalOf(pool, next))).toBe('signed-out')

  const last = await openSession(pool, account.id, null)
  await changeAccount(pool, account.id, wish('Li', { isActive: false }))
  expect(await codeOf(principalOf(pool, last))).toBe('signed-out')
  expect(await codeOf(signIn(pool, { name: 'Li', password: PASSWORD }, DEPOT, null))).toBe('wrong-password')
})

test('roles count from the next request on', async () => {
  const account = await member('Li')
  const token = await openSession(pool, account.id, null)
  await changeAccount(pool, account.id, wish('Li', { roles: ['VIEW'] }))
  expect((await principalOf(pool, token)).account.roles).toEqual(['VIEW'])
})

test('the last administrator stays one', async () => {
  const account = await member('root', { roles: ['ADM'] })
  expect(await codeOf(changeAccount(pool, account.id, wish('root', { roles: ['FSE'] })))).toBe('not-allowed')
  expect(await codeOf(changeAccount(pool, account.id, wish('root', { roles: ['ADM'], isActive: false })))).toBe(
    'not-allowed',
  )
  await member('second', { roles: ['ADM', 'QAL'] })
  expect((await changeAccount(pool, account.id, wish('root', { roles: ['FSE'] }))).roles).toEqual(['FSE'])
})

test('the first administrator gets a link until somebody can sign in', async () => {
  const first = await firstAdministratorPath(pool)
  const second = await firstAdministratorPath(pool)
  expect(await codeOf(invited(pool, tokenOf(first ?? '')))).toBe('no-such-invitation')
  await acceptInvitation(pool, tokenOf(second ?? ''), PASSWORD, DEPOT, null)
  expect(await firstAdministratorPath(pool)).toBeNull()
  expect((await accountLines(pool)).map(({ roles, hasPassword }) => ({ roles, hasPassword }))).toEqual([
    { roles: ['ADM'], hasPassword: true },
  ])
})

test('nothing in the database signs in: no secret and no password is kept as it is', async () => {
  const { account, path } = await makeAccount(pool, wish('Li'))
  const { token, browserToken } = await acceptInvitation(pool, tokenOf(path), PASSWORD, DEPOT, null)
  const open = await invite(pool, account)
  const tables = ['session', 'invitation', 'credential', 'known_browser', 'account', 'sign_in_attempt']
  const dump = await Promise.all(
    tables.map(async (table) => JSON.stringify((await pool.query(`select * from ${table}`)).rows)),
  )
  for (const secret of [token, browserToken, PASSWORD, tokenOf(path), tokenOf(open.path)])
    expect(dump.join('')).not.toContain(secret)
})
