/**
 * `npm run team`: the company's server. `--port N` (0 picks one), `--data DIR`, `--pages DIR`; `invite NAME ROLE[,ROLE]` and
 * `reset-password NAME` print a link. `DATABASE_URL` names a PostgreSQL of the company.
 */
import { mkdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import type { ChangeService } from './changes/changeService'
import { openDatabase } from './openDatabase'
import { linkLine, printInvitation, printReset } from './printLink'
import { ProblemError } from './problemError'
import { runService } from './runService'

const say = (line: string): void => void process.stdout.write(`${line}\n`)

const changes: ChangeService = {
  push: () => Promise.reject(new ProblemError('unavailable')),
  pull: () => Promise.reject(new ProblemError('unavailable')),
  head: () => Promise.resolve(0),
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      port: { type: 'string', default: process.env['PORT'] ?? '4180' },
      data: { type: 'string', default: 'data' },
      pages: { type: 'string', default: 'dist' },
    },
  })
  const [command, name = '', roles = ''] = positionals
  if (command !== undefined && command !== 'invite' && command !== 'reset-password')
    throw new Error(`Unknown command ${command}; there are invite NAME ROLE[,ROLE] and reset-password NAME.`)
  const port = Number(values.port)
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error(`${values.port} is no port.`)
  const data = resolve(values.data)
  mkdirSync(data, { recursive: true, mode: 0o700 })
  const database = await openDatabase(process.env['DATABASE_URL'], data, say)
  if (command === undefined) return runService(database, changes, { data, pages: resolve(values.pages), port }, say)
  const { pool } = database
  try {
    say(linkLine(data, await (command === 'invite' ? printInvitation(pool, name, roles) : printReset(pool, name))))
  } finally {
    await database.close('as-found')
  }
}

try {
  await main()
  process.exit(0)
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exit(1)
}
