/**
 * The database and every version its schema ever had. IndexedDB is the only truth; few indexes, because each costs
 * a tenth of the time of a bulk import and lists are read from the columnar snapshot, not from here.
 */
import { Dexie, type Table, type Transaction } from 'dexie'
import type { ImportBatch, ImportedRows } from '../domain/importBatch'
import type { LoggedChange } from '../domain/loggedChange'
import type { ReportConclusion } from '../domain/storedReport'
import type { Json } from '../domain/records/field'
import { TABLE_NAMES, type StoredRecord, type TableName } from '../domain/records/tables'
import { ALERT_TABLES } from './alertTables'
import { tellHeld } from './heldDatabase'
import { ROW_UPGRADES, type RowUpgrade } from './rowUpgrades'
import { DATABASE_NAME, SCHEMA_VERSION } from './schemaVersion'
import { SERIAL_KEYS, serialKeys } from './serialKeys'
import type { RefusedHere, TeamState } from './teamState'
import type { UPGRADES } from './upgrades'

export { DATABASE_NAME, SCHEMA_VERSION }

/** Most openings upgrade nothing, and need none of that code; the transaction is kept open while it is fetched. */
const upgradedTo =
  (version: keyof typeof UPGRADES) =>
  async (transaction: Transaction): Promise<void> =>
    (await Dexie.waitFor(import('./upgrades'))).UPGRADES[version](transaction)

export interface Draft {
  readonly id: string
  readonly savedAt: number
  /** What has been typed so far. */
  readonly fields: Record<string, unknown>
  /** What the form held before anything was typed. */
  readonly base: Record<string, unknown>
  /** Which form it belongs to: one record's, or one of its steps'. Without: the form that files a failure. */
  readonly form?: string
  /** What the form is called and what it is about, as the list of drafts shows it. */
  readonly title?: string
  readonly about?: string
  /** Where the form is opened again. */
  readonly href?: string
  /** Kept for later: listed, and not opened by itself. */
  readonly isSetAside?: boolean
}

/** An id this store had, and how many changes it made under it; what bears higher numbers is the other store's. */
export interface FormerDevice {
  readonly id: string
  readonly changeCount: number
}

export interface DeviceState {
  readonly key: 'device'
  readonly id: string
  changeCount: number
  failureCount: number
  /** Ids under which this store wrote before it became a device of its own. */
  readonly former?: readonly FormerDevice[]
}

export interface StoredSnapshot {
  readonly name: string
  readonly formatVersion: number
  /** Last `seq` of the log the snapshot contains. */
  readonly lastSeq: number
  /** How often columns had been forgotten when these were read. */
  readonly forgotten?: number
  readonly columns: unknown
}

/** A record on which devices disagree, as long as they do: kept beside the records so that nobody has to look for them. */
export interface ConflictingRecord {
  /** `table:id` */
  readonly key: string
  readonly fields: readonly string[]
}

/** A hand-over package this device made or took in. */
export interface PackageNote {
  readonly id: string
  readonly at: number
  readonly direction: 'out' | 'in'
  readonly person: string
  /** Who made it. */
  readonly device: string
  readonly about: Json
  /** Per device the ranges of change numbers inside. */
  readonly numbers: Readonly<Record<string, readonly (readonly [number, number])[]>>
  readonly counts: Readonly<Record<string, number>>
  /** Of one that was made: the last entry of the log it looked at. */
  readonly lastSeq?: number
  /** Of a backup that holds everything up to here: the last entry of this log in it, and when it was made. */
  readonly backup?: { readonly upTo: number; readonly at: number }
  /** Of one that was taken in: per device up to which number its maker knew every change. */
  readonly heads?: Readonly<Record<string, number>>
  /** Of one that was taken in: which attached files known here its maker did not have. */
  readonly lacks?: readonly string[]
}

/** The signing key of a device. Of this one the pair, which cannot be read out of the browser; of others what they sent. */
export interface DeviceKey {
  readonly device: string
  readonly publicKey: JsonWebKey
  readonly pair?: CryptoKeyPair
  /** When a person said that the key is theirs whose device it is; absent for this device's own. */
  readonly acceptedAt?: number
  readonly acceptedBy?: string
  readonly revokedAt?: number
}

export interface Blobs {
  readonly sha256: string
  readonly bytes: ArrayBuffer
}

type RecordTables = { [T in TableName]: Table<StoredRecord<T>, string> }

export class FracasDatabase extends Dexie {
  declare changes: Table<LoggedChange, number>
  declare importBatches: Table<ImportBatch, string>
  declare importedRows: Table<ImportedRows, [string, number, number]>
  declare drafts: Table<Draft, string>
  declare device: Table<DeviceState, string>
  declare snapshots: Table<StoredSnapshot, string>
  declare blobs: Table<Blobs, string>
  declare conflicts: Table<ConflictingRecord, string>
  declare packages: Table<PackageNote, string>
  declare deviceKeys: Table<DeviceKey, string>
  declare team: Table<TeamState, string>
  declare refusedChanges: Table<RefusedHere, [string, number]>
  /** Empty since version 12: conclusions are records now. */
  declare reportConclusions: Table<ReportConclusion, string>

  /** Set while another tab holds the database in its former shape: ends telling the others who wait. */
  private stopTelling: (() => void) | null = null

  constructor(
    name = DATABASE_NAME,
    readonly rowUpgrades: readonly RowUpgrade[] = ROW_UPGRADES,
  ) {
    super(name, { chromeTransactionDurability: 'strict' })
    this.version(1).stores({
      products: 'id',
      bomNodes: 'id',
      parties: 'id',
      trains: 'id',
      units: 'id, serialNo',
      installEvents: 'id, unitId',
      usageReadings: 'id',
      failures: 'id',
      handlings: 'id, failureId',
      replacements: 'id, failureId',
      problems: 'id',
      rootCauseAnalyses: 'id, failureId',
      correctiveActions: 'id, failureId',
      effectVerifications: 'id',
      attachments: 'id, ownerId',
      codeItems: 'id',
      settings: 'id',
      changes: '++seq, &id, *records',
      importBatches: 'id',
      importedRows: '[batchId+sheet+firstRow]',
      drafts: 'id',
      device: 'key',
      snapshots: 'name',
      blobs: 'sha256',
    })
    // What belongs to a problem is found by it; only the few records that have one are in these indexes.
    this.version(2).stores({
      failures: 'id, problemId',
      rootCauseAnalyses: 'id, failureId, problemId',
      correctiveActions: 'id, failureId, problemId',
      effectVerifications: 'id, failureId, problemId',
    })
    // The life of a serial is read from every replacement that names it, and what is at a place from the events of its train.
    this.version(3).stores({
      replacements: 'id, failureId, removedSerial, installedSerial',
      installEvents: 'id, unitId, trainId',
    })
    this.version(4).stores({
      knowledgeItems: 'id, problemId',
      failures: 'id, problemId, knowledgeId',
    })
    // Few, and read as a whole: no index beside the key.
    this.version(5).stores({ storedReports: 'id', reportConclusions: 'key' })
    this.version(6).stores({ reportTemplates: 'id' })
    this.version(7).stores({ contractTargets: 'id', costEntries: 'id, failureId, problemId' })
    // A dossier reads the readings of one train, and whatever shows asks which imports were taken back.
    this.version(8).stores({ usageReadings: 'id, subjectId', importBatches: 'id, state' })
    // A serial is found however it was written, and a replacement without a failure by its train.
    this.version(9).stores({ units: `id, *${SERIAL_KEYS}`, replacements: `id, failureId, trainId, *${SERIAL_KEYS}` })
    // A company has a few dozen at most; they are read as a whole.
    this.version(10).stores({ companyFields: 'id' })
    this.version(11).stores(ALERT_TABLES)
    // A number of a failure is looked up when changes arrive, and what arrived by its device; conclusions are in the log now.
    this.version(12)
      .stores({
        failures: 'id, no, problemId, knowledgeId',
        changes: '++seq, &id, *records, [device+number]',
        conclusions: 'id',
        // What belongs to this device alone: where devices disagree, packages sent and taken in, keys.
        conflicts: 'key',
        packages: 'id',
        deviceKeys: 'device',
      })
      .upgrade(upgradedTo(12))
    this.version(13).upgrade(upgradedTo(13))
    // What belongs to this device alone: the company it is in, and what the company's server did not take of it.
    this.version(14).stores({ team: 'key', refusedChanges: '[device+number]' })
    this.use(serialKeys)
    this.on('blocked', () => {
      this.stopTelling ??= tellHeld()
    })
    this.on(
      'ready',
      () => {
        this.stopTelling?.()
        this.stopTelling = null
        this.refuseNewer()
      },
      true,
    )
    for (const version of new Set(rowUpgrades.map((upgrade) => upgrade.version)))
      this.version(version).upgrade(async (transaction) => {
        for (const { table, upgrade } of rowUpgrades.filter((one) => one.version === version))
          await transaction
            .table<object>(table)
            .toCollection()
            .modify((row, stored) => {
              stored.value = upgrade(row as Readonly<Record<string, unknown>>)
            })
      })
  }

  /**
   * Dexie opens a database of a later release as well, and an old tab would then write old rows into it. It counts ten
   * native versions for each of ours.
   * @throws Dexie.VersionError
   */
  private refuseNewer(): void {
    const version = Math.floor(this.backendDB().version / 10)
    if (version > this.verno)
      throw new Dexie.VersionError(`the data is of version ${version}, this program knows ${this.verno}`)
  }

  /** The table of one kind of record. */
  recordsOf<T extends TableName>(table: T): RecordTables[T] {
    return this.table(table) as RecordTables[T]
  }
}

export const RECORD_TABLES: readonly TableName[] = TABLE_NAMES

export const database = new FracasDatabase()
