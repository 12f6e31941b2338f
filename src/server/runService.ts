/** The service from its start to its end. */
import { readFileSync, writeFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { firstAdministratorPath, teamOf } from './accounts/firstAdministrator'
import type { ChangeService } from './changes/changeService'
import { folderStore } from './files/folderStore'
import { makeApp } from './http/app'
import type { OpenDatabase } from './openDatabase'

export interface ServiceOptions {
  readonly data: string
  readonly pages: string
  readonly port: number
}

/** Milliseconds that answers under way are given when the service stops. */
const PATIENCE = 10_000

/** Where the address stands under which the service was last reached, for the commands that print links. */
export const addressFile = (data: string): string => join(data, 'address')

/** Serves until the process is told to stop. */
export async function runService(
  database: OpenDatabase,
  changes: ChangeService,
  { data, pages, port }: ServiceOptions,
  say: (line: string) => void,
): Promise<void> {
  const { pool } = database
  const stopping = new AbortController()
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { readonly version: string }
  const app = makeApp({
    pool,
    team: await teamOf(pool),
    build: version,
    changes,
    files: folderStore(join(data, 'files')),
    pages,
    stopping: stopping.signal,
  })
  await app.listen({ host: '127.0.0.1', port })
  const address = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`
  writeFileSync(addressFile(data), address, { mode: 0o600 })
  const path = await firstAdministratorPath(pool)
  const link = path === null ? '' : `\nFirst administrator, once: ${address}${path}`
  say(`TEAM ${address}/${link}`)

  await signalToStop()
  stopping.abort()
  const late = setTimeout(() => app.server.closeAllConnections(), PATIENCE)
  await app.close()
  clearTimeout(late)
  await database.close()
}

const signalToStop = (): Promise<void> =>
  new Promise((stop) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => stop())
  })
