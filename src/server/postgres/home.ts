/** The folder PostgreSQL keeps its files in: `postgres` in the data folder, where the user who runs it can get there. */
import { createHash } from 'node:crypto'
import { chmodSync, chownSync, existsSync, mkdirSync, realpathSync, rmdirSync, symlinkSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { canEnter, postgresUser, type SystemUser } from './systemUser'

/** Where the files are when root keeps the data folder in a place nobody else may enter, such as /root. */
const ELSEWHERE = '/var/lib/fracas-team'

export interface Home {
  readonly folder: string
  readonly user: SystemUser | null
}

/** Makes it on first use. In the data folder stands a link where the files have to be elsewhere. */
export function homeOfPostgres(data: string, elsewhere = ELSEWHERE): Home {
  mkdirSync(data, { recursive: true, mode: 0o700 })
  const inData = join(data, 'postgres')
  if (existsSync(inData)) {
    const folder = realpathSync(inData)
    return { folder, user: postgresUser(folder) }
  }
  const user = postgresUser(inData)
  makeFor(inData, user)
  if (user === null) return { folder: realpathSync(inData), user }
  // Others may pass through the data folder, not look into it.
  chmodSync(data, 0o711)
  if (canEnter(realpathSync(inData), user)) return { folder: realpathSync(inData), user }
  rmdirSync(inData)
  const path = resolve(data)
  const folder = join(elsewhere, `${basename(path)}-${createHash('sha256').update(path).digest('hex').slice(0, 8)}`)
  mkdirSync(elsewhere, { recursive: true, mode: 0o711 })
  makeFor(folder, user)
  symlinkSync(folder, inData)
  return { folder, user }
}

function makeFor(folder: string, user: SystemUser | null): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  if (user !== null) chownSync(folder, user.uid, user.gid)
}
