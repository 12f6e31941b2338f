/** As whom PostgreSQL runs: it refuses to run as root, so a service started by root gives it to somebody else. */
import { spawnSync } from 'node:child_process'
import { readFileSync, statSync } from 'node:fs'

export interface SystemUser {
  readonly uid: number
  readonly gid: number
}

/** The users it is given to, the first that this machine has. */
const CANDIDATES = ['postgres', 'nobody']

/**
 * Who runs PostgreSQL for the files in `folder`: null is whoever runs the service. Once it has files, their owner does; a
 * user `postgres` that came to the machine later could not open them.
 */
export function postgresUser(folder: string): SystemUser | null {
  if (process.getuid?.() !== 0) return null
  const owner = statSync(folder, { throwIfNoEntry: false })
  if (owner !== undefined && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid }
  const users = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
  const found = CANDIDATES.map((name) => users.find((user) => user[0] === name)).find((user) => user !== undefined)
  if (found === undefined) throw new Error('PostgreSQL does not run as root, and there is no user nobody to run it.')
  return { uid: Number(found[2]), gid: Number(found[3]) }
}

/** May that user enter the folder? Every folder above it has a say. */
export const canEnter = (folder: string, user: SystemUser): boolean =>
  spawnSync('/bin/sh', ['-c', 'cd -- "$1"', 'sh', folder], { ...user, cwd: '/', stdio: 'ignore' }).status === 0
