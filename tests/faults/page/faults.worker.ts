/** The thread that is killed: real IndexedDB and the program's own store. */
import { expose } from 'comlink'
import { localPerson } from '../../../src/domain/person'
import { database } from '../../../src/store/database'
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
  /** Changes somebody made here, by what they wrote. */
  readonly written: readonly string[]
  /** What is not whole, in words; empty when everything is. */
  readonly half: readonly string[]
}

const api = {
  fill: (changes: number, photos: number): Promise<void> => fillLog(database, changes, photos),

  async make(): Promise<Blob> {
    const target = targetInBrowser()
    const choice = { kind: 'everything' } as const
    const making = {
      choice,
      about: choice,
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
