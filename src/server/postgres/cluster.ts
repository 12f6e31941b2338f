/**
 * The PostgreSQL that comes with the program: made on first start, started when it does not answer, stopped in good order. It
 * outlives a service that was killed; the next one finds it answering and goes on.
 */
import { execFile } from 'node:child_process'
import { existsSync, readFileSync, renameSync, rmSync, unlinkSync, writeFileSync, chownSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { Client } from 'pg'
import { addressOf, freePort, ownerAddressOf, readAccess, saveAccess, type Access } from './access'
import { copyNative, MAJOR, nativeFolder, programIn, type ProgramOfPostgres } from './binaries'
import { homeOfPostgres, type Home } from './home'

export interface Cluster {
  /** Starts it unless it answers. Resolves with the address of the database. */
  readonly start: () => Promise<string>
  /** Starts it again under the address it had, for those who hold that address. */
  readonly startAgain: () => Promise<void>
  readonly isRunning: () => Promise<boolean>
  readonly stop: () => Promise<void>
  /** Address of the database `name`, made if it is not there; for the tests. */
  readonly databaseOf: (name: string) => Promise<string>
}

export interface ClusterOptions {
  /** Where its files are if the user who runs it may not enter the data folder. */
  readonly elsewhere?: string
  /** Off where the data are thrown away anyway. */
  readonly isDurable?: boolean
}

/** Milliseconds it may take to come up; one that is busy recovering is waited for as long as it says so. */
const PATIENCE = 60_000

export async function openCluster(data: string, options: ClusterOptions = {}): Promise<Cluster> {
  const home = homeOfPostgres(data, options.elsewhere)
  let access = await readAccess(data)
  const run = runnerOf(home, await reachableNative(home))
  const files = join(home.folder, 'cluster')

  async function comeUp(mayMove: boolean): Promise<void> {
    const until = Date.now() + PATIENCE
    for (;;) {
      const state = await stateOf(access, files)
      if (state === 'answers') return
      if (state !== 'busy') {
        removeForeignPid(files)
        if ((await freePort(access.port)) === null && mayMove)
          access = saveAccess(data, { ...access, port: await freePort() })
        const started = await run('pg_ctl', startArguments(files, home, access, options.isDurable ?? true))
        if (started.isDone) continue
        if (Date.now() > until)
          throw new Error(`PostgreSQL does not start: ${started.said}\n${lastLines(join(home.folder, 'start.log'))}`)
      }
      await pause(300)
    }
  }

  return {
    start: async () => {
      if (!existsSync(join(files, 'PG_VERSION'))) await makeCluster(files, home, access, run, options)
      const version = readFileSync(join(files, 'PG_VERSION'), 'utf8').trim()
      if (version !== MAJOR)
        throw new Error(`The database in ${files} is of PostgreSQL ${version}; this program brings ${MAJOR}.`)
      await comeUp(true)
      await asOwner(access, (client) => ensureRole(client, access))
      await asOwner(access, (client) => ensureDatabase(client, 'fracas'))
      return addressOf(access)
    },
    startAgain: () => comeUp(false),
    isRunning: async () => (await stateOf(access, files)) === 'answers',
    stop: async () => {
      await run('pg_ctl', ['-D', files, '-m', 'fast', '-w', '-t', '60', 'stop'])
    },
    databaseOf: async (name) => {
      await asOwner(access, (client) => ensureDatabase(client, name))
      return addressOf(access, name)
    },
  }
}

type Runner = (
  program: ProgramOfPostgres,
  args: readonly string[],
) => Promise<{ readonly isDone: boolean; readonly said: string }>

/** Programs of PostgreSQL see nothing of the service's surroundings but the path. */
function runnerOf(home: Home, native: string): Runner {
  const options = {
    ...home.user,
    cwd: home.folder,
    env: { PATH: process.env['PATH'] ?? '', SystemRoot: process.env['SystemRoot'] ?? '', LC_ALL: 'C' },
  }
  return (program, args) =>
    new Promise((done) => {
      execFile(programIn(native, program), args, options, (error, stdout, stderr) => {
        done({ isDone: error === null, said: `${stdout}${stderr}`.trim() || (error?.message ?? '') })
      })
    })
}

/** The packages as they are, or a copy beside the data where the user who runs them may not read the packages. */
async function reachableNative(home: Home): Promise<string> {
  const native = nativeFolder()
  if (home.user === null || (await runnerOf(home, native)('initdb', ['--version'])).isDone) return native
  const copy = join(home.folder, 'native')
  if (!(await runnerOf(home, copy)('initdb', ['--version'])).isDone) copyNative(native, copy)
  return copy
}

/** Made beside and renamed: a cluster whose making was cut off is never taken for one. */
async function makeCluster(
  files: string,
  home: Home,
  access: Access,
  run: Runner,
  { isDurable = true }: ClusterOptions,
): Promise<void> {
  const beside = `${files}.new`
  const password = join(home.folder, 'password')
  rmSync(beside, { recursive: true, force: true })
  writeFileSync(password, access.ownerPassword, { mode: 0o600 })
  if (home.user !== null) chownSync(password, home.user.uid, home.user.gid)
  try {
    const how = ['-U', 'postgres', '-E', 'UTF8', '--locale=C', '-A', 'scram-sha-256', '--pwfile', password]
    const made = await run('initdb', ['-D', beside, ...how, ...(isDurable ? [] : ['--no-sync'])])
    if (!made.isDone) throw new Error(`The database cannot be made: ${made.said}`)
  } finally {
    unlinkSync(password)
  }
  renameSync(beside, files)
}

/** Reached over this machine's own address only. The day's log replaces that of the same weekday. */
function startArguments(files: string, home: Home, access: Access, isDurable: boolean): readonly string[] {
  const settings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: '100',
    timezone: 'UTC',
    log_timezone: 'UTC',
    logging_collector: 'on',
    log_filename: 'postgresql-%a.log',
    log_truncate_on_rotation: 'on',
    log_rotation_age: '1d',
    ...(isDurable ? {} : { fsync: 'off' }),
  }
  const options = Object.entries(settings).map(([name, value]) => `-c ${name}=${value}`)
  const log = join(home.folder, 'start.log')
  return ['start', '-D', files, '-w', '-t', '60', '-l', log, '-o', `-p ${access.port} ${options.join(' ')}`]
}

/** Asked by connecting: what the file with its process number says may be old. */
async function stateOf(access: Access, files: string): Promise<'answers' | 'busy' | 'silent'> {
  try {
    return await asOwner(access, async (client) => {
      const { rows } = await client.query<{ data_directory: string }>('show data_directory')
      if (rows[0]?.data_directory !== files) return 'silent'
      return 'answers'
    })
  } catch (error) {
    // 57P03: it is there and recovering, or going down.
    return (error as { readonly code?: unknown }).code === '57P03' ? 'busy' : 'silent'
  }
}

/** A file left behind whose number another program has by now would keep PostgreSQL from ever starting again. */
function removeForeignPid(files: string): void {
  const path = join(files, 'postmaster.pid')
  if (process.platform !== 'linux' || !existsSync(path)) return
  const pid = readFileSync(path, 'utf8').split('\n')[0] ?? ''
  const command = `/proc/${pid}/comm`
  if (!existsSync(command) || readFileSync(command, 'utf8').trim() !== 'postgres') unlinkSync(path)
}

async function asOwner<T>(access: Access, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: ownerAddressOf(access), connectionTimeoutMillis: 5000 })
  // A server that dies under an open connection says so by an event as well.
  client.on('error', () => undefined)
  try {
    await client.connect()
    return await work(client)
  } finally {
    await client.end().catch(() => undefined)
  }
}

async function ensureRole(client: Client, access: Access): Promise<void> {
  const { rowCount } = await client.query(`select from pg_roles where rolname = 'fracas'`)
  if (rowCount === 0) await client.query(`create role fracas login password '${access.password}'`)
}

async function ensureDatabase(client: Client, name: string): Promise<void> {
  const { rowCount } = await client.query('select from pg_database where datname = $1', [name])
  if (rowCount === 0) await client.query(`create database ${client.escapeIdentifier(name)} owner fracas`)
}

const lastLines = (path: string): string =>
  existsSync(path) ? readFileSync(path, 'utf8').trimEnd().split('\n').slice(-5).join('\n') : ''
