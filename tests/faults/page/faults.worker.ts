/** The thread that is killed: real IndexedDB and the program's own store. */
import { expose } from 'comlink'
import { Dexie } from 'dexie'
import { writesOf } from '../../../src/domain/conflicts'
import { localPerson } from '../../../src/domain/person'
import { listConflicts, settleConflicts } from '../../../src/store/conflicts'
import { database, DATABASE_NAME } from '../../../src/store/database'
import { takeIn } from '../../../src/store/takeIn'
import { editFailure } from '../../../src/store/failures'
import { verifyLog } from '../../../src/store/operationLog'
import { verifyRecords } from '../../../src/store/verifyRecords'
import { sourceOfFile, targetInBrowser } from '../../../src/workers/threadFiles'
import { makePackage, takePackageIn } from '../../../src/workers/packages'
import { fillLog } from '../../bench/page/packageTimes'

const PERSON = localPerson('faults', 'QAL')

export interface Found {
  readonly changes: number
  readonly failures: number
  readonly files: number
  readonly notes: number
  /** Records on which devices disagree. */
  readonly conflicts: number
  /** Changes somebody made here, by what they wrote. */
  readonly written: readonly string[]
  /** What is not whole, in words; empty when everything is. */
  readonly half: readonly string[]
}

const api = {
  fill: (changes: number, photos: number): Promise<void> => fillLog(database, changes, photos),

  async make(kind: 'everything' | 'backup' = 'everything'): Promise<Blob> {
    const target = targetInBrowser()
    const choice = kind === 'backup' ? { kind, withFiles: true } : { kind }
    const making = {
      choice,
      about: kind === 'backup' ? ({ kind, filesLeftOut: 0 } as const) : ({ kind } as const),
      person: PERSON,
      madeAt: '2026-01-01T08:00+08:00',
      build: 'x',
      passphrase: '',
    }
    await makePackage(target, making, () => undefined)
    return target.finish()
  },

  async takeIn(address: string): Promise<void> {
    const file = await (await fetch(address)).blob()
    await takePackageIn(sourceOfFile(file), PERSON, true, () => undefined)
  },

  /** Two devices wrote the same remarks differently, and nobody has chosen. */
  async dispute(count: number): Promise<void> {
    const ids = (await database.recordsOf('failures').toCollection().limit(count).primaryKeys()) as string[]
    for (const device of ['m4n8k3elsewhere00000', 'q7r2t5elsewhere00000']) {
      const edits = ids.map((record) => {
        return { table: 'failures' as const, record, set: { remark: `by ${device}` }, was: { remark: null } }
      })
      const by = { id: `by-${device}`, v: 13, device, number: 1, at: 1_800_000_000_000, actor: device }
      await takeIn({ changes: [[{ ...by, command: 'edit-failure', edits }]] })
    }
  },

  /** All of them in one change. */
  async settle(): Promise<void> {
    const listed = await listConflicts(null)
    const settlements = listed.flatMap(({ table, id, disputes }) =>
      disputes.map((dispute) => ({
        table,
        record: id,
        field: dispute.field,
        value: 'chosen',
        seen: writesOf(dispute),
      })),
    )
    await settleConflicts(settlements, PERSON, 'chosen')
  },

  /** A database of version 12: analyses with whole lists, and the import that brought them. Nothing opens it yet. */
  async old(stores: Readonly<Record<string, string>>, count: number): Promise<void> {
    const old = new Dexie(DATABASE_NAME)
    old.version(12).stores(stores)
    const device = 'b2c4d6elsewhere00000'
    const by = { v: 12, device, number: 1, at: 1_790_000_000_000, actor: 'x', command: 'import', batchId: 'old' }
    const versions = JSON.stringify([device, 1, by.at, by.actor])
    const rows = Array.from({ length: count }, (_, at) => {
      const why = {
        answer: `why ${at}`,
        evidence: '',
        verdict: 'open',
        causes: [{ answer: 'because', evidence: 'seen' }],
      }
      return { id: `a${at}`, failureId: `f${at}`, occurWhy: [why] }
    })
    await old.table('rootCauseAnalyses').bulkAdd(rows.map((row) => ({ ...row, batchId: 'old', versions })))
    for (let from = 0; from < count; from += 1000) {
      const edits = rows.slice(from, from + 1000).map(({ id, ...set }) => {
        return { table: 'rootCauseAnalyses', record: id, set }
      })
      await old.table('changes').add({ ...by, id: `old-${from}`, packedEdits: JSON.stringify(edits) })
    }
    old.close()
  },

  /** Opens the database, which upgrades it. */
  async upgrade(): Promise<void> {
    await database.open()
  },

  /** Writes one change after another; each is told when the program says that it is stored. */
  async write(round: number, told: (words: string) => void): Promise<void> {
    const ids = (await database.recordsOf('failures').toCollection().limit(50).primaryKeys()) as string[]
    for (let at = 0; ; at += 1) {
      const words = `round ${round} change ${at}`
      await editFailure(ids[at % ids.length] ?? '', { remark: words }, PERSON, {})
      told(words)
    }
  },

  async look(): Promise<Found> {
    const log = await verifyLog(
      () => undefined,
      () => false,
    )
    const records = await verifyRecords(
      () => undefined,
      () => false,
    )
    const changes = await database.changes.toArray()
    return {
      changes: changes.length,
      failures: await database.recordsOf('failures').count(),
      files: await database.blobs.count(),
      notes: await database.packages.count(),
      conflicts: await database.conflicts.count(),
      written: changes.flatMap(({ edits = [] }) =>
        edits.flatMap(({ set }) => (String(set['remark'] ?? '').startsWith('round ') ? [String(set['remark'])] : [])),
      ),
      half: [
        ...(log?.broken == null ? [] : [`log: ${log.broken.kind}`]),
        ...(records?.first ?? []).map(({ kind, table, id }) => `${kind} ${table} ${id}`),
      ],
    }
  },
}

export type FaultsApi = typeof api

expose(api)
