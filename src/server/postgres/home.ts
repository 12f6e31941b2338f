/** The folder PostgreSQL keeps its files in: `postgres` in the data folder, where the user who runs it can get there. */
import { chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, realpathSync, rmdirSync, symlinkSync } from 'node:fs'
import { basename, join } from 'node:path'
import { makeDataFolder } from '../dataFolder'
import { canEnter, postgresUser, type SystemUser } from './systemUser'

/** Where the files are when root keeps the data folder in a place nobody else may enter, such as /root. */
const ELSEWHERE = '/var/lib/fracas-team'

export interface Home {
  readonly folder: string
  readonly user: SystemUser | null
}

/** Makes it on first use. In the data folder stands a link where the files have to be elsewhere. */
export function homeOfPostgres(data: string, elsewhere = ELSEWHERE): Home {
  makeDataFolder(data)
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
  mkdirSync(elsewhere, { recursive: true, mode: 0o711 })
  // A name of its own: a data folder made anew at the same path begins anew.
  const folder = mkdtempSync(join(elsewhere, `${basename(data)}-`))
  makeFor(folder, user)
  symlinkSync(folder, inData)
  return { folder, user }
}

function makeFor(folder: string, user: SystemUser | null): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  if (user !== null) chownSync(folder, user.uid, user.gid)
}
