/**
 * A backup file of an earlier version: rows of tables in a zip. Into an empty database it goes as it is; beside other data its log
 * comes in as a package, made of it in a database that exists only meanwhile. Nothing writes such files any more but the copy that is
 * kept before an upgrade.
 */
import { deviceIdFrom } from '../domain/deviceId'
import { localPerson } from '../domain/person'
import { isPlainObject } from '../domain/plainObject'
import { isTableName } from '../domain/records/tables'
import { entryRenamed, namesFromLog, rowRenamed, type DeviceNames, type RenamedEntry } from '../domain/renamedDevices'
import { sha256 } from '../domain/sha256'
import type { ByteSink } from '../exchange/archive/zipWriter'
import {
  BackupRefused,
  type BackupLimits,
  type BackupManifest,
  type BackupProblem,
} from '../exchange/backup/backupFormat'
import { openBackup, type BackupPart, type OpenBackup } from '../exchange/backup/openBackup'
import type { ByteSource } from '../exchange/open/byteSource'
import { ALL_IN_LOG_SINCE, type SaidOnce } from '../store/bringIntoLog'
import { database, FracasDatabase, SCHEMA_VERSION } from '../store/database'
import type { LoggedChange } from '../domain/loggedChange'
import { restoreRows, RestoreFailed, tablesOfRows, type Restored } from '../store/restoreRows'
import { rowProblem } from '../domain/rowProblem'
import { upgradedRow } from '../store/rowUpgrades'
import { isEmpty } from '../store/takeIn'
import { verifyRecords } from '../store/verifyRecords'
import type { OnPackageStage } from './packageAnswers'
import { makePackage } from './packages'

/**
 * Reads a file from its first byte to its last and holds it against its manifest and against what the tables hold.
 * @throws BackupRefused with the first thing that is wrong
 */
export async function checkBackup(
  source: ByteSource,
  onStage: OnPackageStage,
  db: FracasDatabase = database,
  limits?: BackupLimits,
): Promise<OpenBackup> {
  const backup = openBackup(source, SCHEMA_VERSION, limits)
  const { schema } = backup.manifest
  const tables = tablesOfRows(db)
  await backup.check(
    (table, row) =>
      !tables.includes(table)
        ? ''
        : isPlainObject(row)
          ? rowProblem(table, upgradedRow(table, row, schema, db.rowUpgrades))
          : '',
    (done, total) => onStage('checking', total === 0 ? 1 : done / total),
  )
  return backup
}

/**
 * Takes a file into an empty database, all of it or nothing.
 * @returns how many rows were taken in, and how many of them lost characters that no text may hold
 * @throws BackupRefused with why nothing was stored
 */
export async function restoreBackup(
  source: ByteSource,
  onStage: OnPackageStage,
  db: FracasDatabase = database,
): Promise<Restored> {
  if (!(await isEmpty(db))) throw new BackupRefused('restoreNotEmpty')
  return storeRows(await checkBackup(source, onStage, db), onStage, db)
}

async function storeRows(
  backup: OpenBackup,
  onStage: OnPackageStage,
  db: FracasDatabase,
  said?: SaidOnce,
): Promise<Restored> {
  const { counts, schema } = backup.manifest
  try {
    return await restoreRows(
      {
        parts: upgradedParts(backup.parts, schema, db),
        counts,
        from: schema,
        ...(said === undefined ? {} : { said }),
      },
      (done) => onStage('storing', Math.min(1, done / Math.max(1, backup.partCount))),
      db,
    )
  } catch (error) {
    throw restoreProblem(error)
  }
}

const MEANWHILE = 'bihuan-fracas.older-backup'

/**
 * Makes a package of an older backup: unsigned, and the same every time.
 * @throws BackupRefused when the file is wrong, or holds records of which its log knows nothing
 */
export async function packageOfBackup(source: ByteSource, sink: ByteSink, onStage: OnPackageStage): Promise<void> {
  const backup = await checkBackup(source, onStage)
  const meanwhile = new FracasDatabase(MEANWHILE)
  await meanwhile.delete()
  try {
    await meanwhile.open()
    const { manifest } = backup
    const said = saidOnce(manifest)
    await meanwhile.device.put({ key: 'device', id: said.device, changeCount: 0, failureCount: 0 })
    await storeRows(backup, onStage, meanwhile, said)
    const verified = await verifyRecords(
      (done, all) => onStage('checking', all === 0 ? 1 : done / all),
      () => false,
      meanwhile,
    )
    // What a record says beside the log would not come along.
    if (verified === null || verified.unexplained > 0) throw new BackupRefused('restoreBesideLog')
    await makePackage(
      sink,
      {
        choice: { kind: 'backup', withFiles: true },
        about: { kind: 'backup', filesLeftOut: 0 },
        person: localPerson('', 'VIEW'),
        madeAt: madeAtOf(manifest),
        build: manifest.build,
        passphrase: '',
        isUnsigned: true,
      },
      onStage,
      undefined,
      meanwhile,
    )
  } finally {
    await meanwhile.delete()
    meanwhile.close()
  }
}

/** Civil time to the minute; files of the first versions say seconds or nothing. */
function madeAtOf({ savedAt }: BackupManifest): string {
  const [, minute, offset = '+00:00'] =
    /^(\d{4}-\d\d-\d\dT\d\d:\d\d)[\d:.]*([+-]\d\d:\d\d|Z)?$/u.exec(String(savedAt)) ?? []
  return `${minute ?? '2000-01-01T00:00'}${offset}`
}

/** Whoever takes this file in, wherever and however often, gets one and the same change of what it kept beside its log. */
function saidOnce(manifest: BackupManifest): SaidOnce {
  const hash = sha256(JSON.stringify(manifest))
  const random = Uint8Array.from({ length: 32 }, (_, at) => Number.parseInt(hash.slice(2 * at, 2 * at + 2), 16))
  return { device: deviceIdFrom(random), id: `backup-${hash.slice(0, 32)}`, at: Date.parse(madeAtOf(manifest)) }
}

function* upgradedParts(
  partsOf: () => Iterable<BackupPart>,
  schema: number,
  { rowUpgrades }: FracasDatabase,
): Generator<BackupPart> {
  const names = schema < ALL_IN_LOG_SINCE ? namesFromLog(entriesIn(partsOf())) : null
  for (const part of partsOf())
    if ('blob' in part) yield part
    else {
      const rows = part.rows.map((row) => upgradedRow(part.table, row, schema, rowUpgrades))
      yield { table: part.table, rows: names === null ? rows : rows.map((row) => renamedIn(part.table, row, names)) }
    }
}

function* entriesIn(parts: Iterable<BackupPart>): Generator<LoggedChange> {
  for (const part of parts)
    if (!('blob' in part) && part.table === 'changes') yield* part.rows as readonly LoggedChange[]
}

/** A row of a file from before devices had long ids. */
function renamedIn(table: string, row: unknown, names: DeviceNames): unknown {
  if (table === 'changes') return entryRenamed(row as LoggedChange & RenamedEntry, names)
  return isTableName(table) ? rowRenamed(table, row as Readonly<Record<string, unknown>>, names) : row
}

const RESTORE_PROBLEMS: Readonly<Record<RestoreFailed['why'], BackupProblem>> = {
  'not-empty': 'restoreNotEmpty',
  'counts-differ': 'restoreDamaged',
}

const restoreProblem = (error: unknown): unknown =>
  error instanceof RestoreFailed ? new BackupRefused(RESTORE_PROBLEMS[error.why]) : error
