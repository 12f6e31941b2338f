/** A backup written, checked and taken in: the database on one side, a file on the other. */
import { isPlainObject } from '../domain/plainObject'
import { isTableName } from '../domain/records/tables'
import { entryRenamed, namesFromLog, rowRenamed, type DeviceNames, type RenamedEntry } from '../domain/renamedDevices'
import { BackupRefused, type BackupLimits, type BackupProblem } from '../exchange/backup/backupFormat'
import { BackupWriter } from '../exchange/backup/backupWriter'
import { openBackup, type BackupPart, type OpenBackup } from '../exchange/backup/openBackup'
import type { ByteSink } from '../exchange/archive/zipWriter'
import type { ByteSource } from '../exchange/open/byteSource'
import {
  backedUpTables,
  isEmpty,
  readEverything,
  restoreEverything,
  RestoreFailed,
  type Restored,
} from '../store/backup'
import { ALL_IN_LOG_SINCE } from '../store/bringIntoLog'
import { database, SCHEMA_VERSION, type FracasDatabase, type LoggedChange } from '../store/database'
import { rowProblem } from '../store/rowProblem'
import { upgradedRow } from '../store/rowUpgrades'
import type { OnBackupStage } from './backupAnswers'

export interface AboutBackup {
  /** When, with the offset of the place. */
  readonly savedAt: string
  readonly build: string
}

export interface WrittenBackup {
  readonly bytes: number
  /** Attached files whose bytes are not those they were stored with; they are in the backup as they are. */
  readonly damagedFiles: number
}

/**
 * Writes everything the database holds.
 * @throws BackupRefused when the file could not be read again, or imports went on all the time
 */
export async function writeBackup(
  sink: ByteSink,
  about: AboutBackup,
  onStage: OnBackupStage,
  db: FracasDatabase = database,
  limits?: BackupLimits,
): Promise<WrittenBackup> {
  const writer = new BackupWriter(sink, limits)
  let damagedFiles = 0
  const read = await readEverything(
    {
      rows: (table, rows) => writer.rows(table, rows),
      file: async (sha256, bytes) => {
        if (!(await writer.file(sha256, bytes))) damagedFiles += 1
      },
    },
    (done, total) => onStage('writing', total === 0 ? 1 : done / total),
    db,
  )
  if (read === null) throw new BackupRefused('backupKeptChanging')
  return { bytes: await writer.finish({ schema: SCHEMA_VERSION, ...about, ...read }), damagedFiles }
}

/**
 * Reads a file from its first byte to its last and holds it against its manifest and against what the tables hold.
 * @throws BackupRefused with the first thing that is wrong
 */
export async function checkBackup(
  source: ByteSource,
  onStage: OnBackupStage,
  db: FracasDatabase = database,
  limits?: BackupLimits,
): Promise<OpenBackup> {
  const backup = openBackup(source, SCHEMA_VERSION, limits)
  const { schema } = backup.manifest
  const tables = backedUpTables(db)
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
  onStage: OnBackupStage,
  db: FracasDatabase = database,
): Promise<Restored> {
  if (!(await isEmpty(db))) throw new BackupRefused('restoreNotEmpty')
  const backup = await checkBackup(source, onStage, db)
  const { counts, schema } = backup.manifest
  try {
    return await restoreEverything(
      upgradedParts(backup.parts, schema, db),
      counts,
      schema,
      (done) => onStage('storing', Math.min(1, done / Math.max(1, backup.partCount))),
      db,
    )
  } catch (error) {
    throw restoreProblem(error)
  }
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
