/** How the embedded database is reached: its port and its passwords, in a file only the service may read. */
import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { once } from 'node:events'
import { createServer, type AddressInfo } from 'node:net'
import { join } from 'node:path'

export interface Access {
  readonly port: number
  /** Of `postgres`, who makes roles and databases. */
  readonly ownerPassword: string
  /** Of `fracas`, as whom the service works. */
  readonly password: string
}

const pathIn = (data: string): string => join(data, 'database.json')
const newPassword = (): string => randomBytes(24).toString('hex')

export async function readAccess(data: string): Promise<Access> {
  if (existsSync(pathIn(data))) return JSON.parse(readFileSync(pathIn(data), 'utf8')) as Access
  return saveAccess(data, { port: await freePort(), ownerPassword: newPassword(), password: newPassword() })
}

/** Written beside and renamed, so that a crash leaves the file as it was. */
export function saveAccess(data: string, access: Access): Access {
  const beside = `${pathIn(data)}.${process.pid}`
  writeFileSync(beside, JSON.stringify(access), { mode: 0o600 })
  renameSync(beside, pathIn(data))
  return access
}

export const addressOf = (access: Access, database = 'fracas'): string =>
  `postgres://fracas:${access.password}@127.0.0.1:${access.port}/${database}`
export const ownerAddressOf = (access: Access): string =>
  `postgres://postgres:${access.ownerPassword}@127.0.0.1:${access.port}/postgres`

/** A port of this machine that nobody listens on, or the wanted one if that is free; null where it is not. */
export async function freePort(): Promise<number>
export async function freePort(wanted: number): Promise<number | null>
export async function freePort(wanted = 0): Promise<number | null> {
  const probe = createServer()
  try {
    probe.listen(wanted, '127.0.0.1')
    await once(probe, 'listening')
  } catch {
    return null
  }
  const { port } = probe.address() as AddressInfo
  probe.close()
  await once(probe, 'close')
  return port
}
