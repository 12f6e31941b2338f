/**
 * `npm run team`: the company's server. `--port N` (0 picks one), `--data DIR`, `--pages DIR`; `invite NAME ROLE[,ROLE]` and
 * `reset-password NAME` print a link. `DATABASE_URL` names a PostgreSQL of the company.
 */
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { SCHEMA_VERSION } from '../domain/schemaVersion'
import { openChanges } from './changes/companyChanges'
import { makeDataFolder } from './dataFolder'
import { openDatabase } from './openDatabase'
import { linkLine, printInvitation, printReset } from './printLink'
import { runService } from './runService'

const say = (line: string): void => void process.stdout.write(`${line}\n`)

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
  makeDataFolder(data)
  const database = await openDatabase(process.env['DATABASE_URL'], data, say)
  if (command === undefined) {
    const changes = await openChanges(database.pool, { schema: SCHEMA_VERSION })
    return runService(database, changes, { data, pages: resolve(values.pages), port }, say)
  }
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
