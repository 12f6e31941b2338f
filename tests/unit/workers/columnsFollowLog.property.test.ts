import { CommandRefused } from '../../../src/domain/commandTrouble'
import { localPerson } from '../../../src/domain/person'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { TableName } from '../../../src/domain/records/tables'
import { NUMBER_FIELDS, TEXT_FIELDS } from '../../../src/metrics/columnDescriptions'
import { textAt, type FailureColumns } from '../../../src/metrics/failureColumns'
import { caseFileOf, linkProblem, problemFromFailure, saveLoopRecord } from '../../../src/store/caseFiles'
import { commit, undo } from '../../../src/store/commit'
import type { FracasDatabase } from '../../../src/store/database'
import { failureDossier, saveHandling } from '../../../src/store/failures'
import { commitImport, redoImport, undoImport } from '../../../src/store/imports'
import { newId } from '../../../src/store/newId'
import { FailureColumnCache } from '../../../src/workers/failureColumnCache'
import { aPlan } from '../../support/aPlan'
import { refusalsOf } from '../../support/refusalsOf'
import { freshDatabase } from '../../support/freshDatabase'

const LOOP = ['rootCauseAnalyses', 'correctiveActions', 'effectVerifications'] as const

/** What people do to failures, problems and their records; numbers pick among what is there. */
type Deed =
  | { readonly kind: 'file' | 'import' | 'undo-last' }
  | { readonly kind: 'make-problem' | 'leave' | 'handle' | 'undo-import' | 'redo-import'; readonly which: number }
  | { readonly kind: 'join'; readonly which: number; readonly problem: number }
  | { readonly kind: 'add'; readonly table: (typeof LOOP)[number]; readonly which: number; readonly text: number }
  | {
      readonly kind: 'of-problem'
      readonly table: (typeof LOOP)[number]
      readonly problem: number
      readonly text: number
    }
  | { readonly kind: 'import-onto'; readonly which: number; readonly problem: number; readonly text: number }
  | { readonly kind: 'say' | 'delete' | 'move' | 'hand-over'; readonly record: number; readonly to: number }

const pick = fc.nat(40)
const table = fc.constantFrom(...LOOP)
const deed: fc.Arbitrary<Deed> = fc.oneof(
  fc.record({ kind: fc.constantFrom('file', 'import', 'undo-last') }),
  fc.record({ kind: fc.constantFrom('make-problem', 'leave', 'handle', 'undo-import', 'redo-import'), which: pick }),
  fc.record({ kind: fc.constant('join' as const), which: pick, problem: pick }),
  fc.record({ kind: fc.constant('add' as const), table, which: pick, text: pick }),
  fc.record({ kind: fc.constant('of-problem' as const), table, problem: pick, text: pick }),
  fc.record({ kind: fc.constant('import-onto' as const), which: pick, problem: pick, text: pick }),
  fc.record({ kind: fc.constantFrom('say', 'delete', 'move', 'hand-over'), record: pick, to: pick }),
)

const said = (table: TableName, text: number): Readonly<Record<string, unknown>> =>
  table === 'rootCauseAnalyses'
    ? { rootCauseText: `原因 ${text}`, rootCauseCat: ['DES', 'MFG', 'MAT'][text % 3], benchFinding: 'CONF' }
    : table === 'correctiveActions'
      ? { description: `措施 ${text}`, doneAt: '2026-03-01' }
      : { evidence: `见证 ${text}` }

/** By the first of them who may: each change needs what it takes to make it. */
async function undoneBySomebody(id: string, db: FracasDatabase): Promise<void> {
  for (const role of ['SSM', 'REL', 'QAL'] as const)
    if ((await refusalsOf(undo(id, localPerson('甲', role), '更正', db))).length === 0) return
}

async function act(db: FracasDatabase, deed: Deed): Promise<void> {
  const of = <R>(records: readonly R[], at: number): R | undefined => records[at % Math.max(1, records.length)]
  const failures = (await db.recordsOf('failures').toArray()).map(({ id }) => id)
  const problems = (await db.recordsOf('problems').toArray()).map(({ id }) => id)
  const batches = (await db.importBatches.toArray()).map(({ id }) => id)
  const write = (table: TableName, record: string, fields: Readonly<Record<string, unknown>>) =>
    commit(
      { name: 'import-update', person: localPerson('甲', 'QAL'), why: '更正' },
      async () => [{ table, record, fields }],
      db,
    )
  const failure = 'which' in deed ? of(failures, deed.which) : undefined
  const problem = 'problem' in deed ? of(problems, deed.problem) : undefined
  switch (deed.kind) {
    case 'file':
      await write('failures', newId(), { no: `L-${failures.length}`, bomNodeId: 'n1', occurredAt: '2026-01-05' })
      return
    case 'import':
      await commitImport(aPlan(2), { person: localPerson('甲', 'QAL') }, db)
      return
    case 'undo-last': {
      const last = await db.changes.orderBy('seq').reverse().first()
      if (last?.edits !== undefined) await undoneBySomebody(last.id, db)
      return
    }
    case 'make-problem':
      if (failure !== undefined) await problemFromFailure(failure, '归零', localPerson('甲', 'REL'), db)
      return
    case 'leave':
      if (failure !== undefined) await linkProblem(failure, null, localPerson('甲', 'REL'), db)
      return
    case 'join':
      if (failure !== undefined && problem !== undefined)
        await linkProblem(failure, problem, localPerson('甲', 'REL'), db)
      return
    case 'handle':
      if (failure !== undefined)
        await saveHandling(
          failure,
          null,
          { measure: `处理 ${deed.which}` },
          localPerson('甲', 'SSM'),
          { why: '更正' },
          db,
        )
      return
    case 'add': {
      const file = failure === undefined ? null : await caseFileOf(failure, db)
      if (file !== null)
        await saveLoopRecord(
          file,
          deed.table,
          null,
          said(deed.table, deed.text),
          localPerson('甲', 'QAL'),
          { why: '更正' },
          db,
        )
      return
    }
    case 'of-problem':
      if (problem !== undefined)
        await write(deed.table, newId(), { problemId: problem, ...said(deed.table, deed.text) })
      return
    case 'import-onto': {
      if (failure === undefined) return
      const plan = aPlan(1)
      const analysis = { id: newId(), ...(problem === undefined ? {} : { problemId: problem }) }
      const records = {
        ...plan.records,
        rootCauseAnalyses: [{ ...analysis, failureId: failure, ...said('rootCauseAnalyses', deed.text) }],
      }
      await commitImport({ ...plan, records }, { person: localPerson('甲', 'QAL') }, db)
      return
    }
    case 'undo-import':
    case 'redo-import': {
      const batch = of(batches, deed.which)
      if (batch === undefined) return
      if (deed.kind === 'redo-import') await redoImport(batch, localPerson('甲', 'SSM'), db)
      else await undoImport(batch, localPerson('甲', 'SSM'), deed.which % 2 === 0, db)
      return
    }
    default: {
      const children = (
        await Promise.all(
          LOOP.map(async (table) => (await db.recordsOf(table).toArray()).map(({ id }) => ({ table, id }))),
        )
      ).flat()
      const child = of(children, deed.record)
      if (child === undefined) return
      const fields =
        deed.kind === 'say'
          ? said(child.table, deed.to)
          : deed.kind === 'delete'
            ? { deleted: deed.to % 2 === 0 }
            : deed.kind === 'move'
              ? { failureId: of(failures, deed.to) ?? null }
              : { problemId: deed.to % 5 === 0 ? null : (of(problems, deed.to) ?? null) }
      await write(child.table, child.id, fields)
    }
  }
}

/** What a closed failure may not do is part of what people try; it changes nothing. */
const unlessRefused = (deed: Promise<void>): Promise<void> =>
  deed.catch((error: unknown) => {
    if (!(error instanceof CommandRefused)) throw error
  })

const rowsOf = (columns: FailureColumns): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    columns.ids
      .all()
      .map(
        (id, row) =>
          [
            id,
            [
              columns.flags[row],
              ...TEXT_FIELDS.map((field) => `${field}=${textAt(columns, field, row)}`),
              ...NUMBER_FIELDS.map((field) => columns.number[field][row]),
            ],
          ] as const,
      )
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  )

async function fromScratch(db: FracasDatabase): Promise<FailureColumns> {
  await db.snapshots.clear()
  const columns = new FailureColumnCache(db)
  await columns.load(() => undefined)
  return columns.columns
}

describe('the columns follow the log', () => {
  test('whatever people do, in whatever steps it is taken in, the columns are those built from every record', async () => {
    let shared = 0
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(deed, fc.boolean()), { minLength: 4, maxLength: 22 }),
        fc.constantFrom(2, 3),
        async (deeds, failures) => {
          const db = freshDatabase()
          for (let count = 0; count < failures; count += 1) await act(db, { kind: 'file' })
          await act(db, { kind: 'make-problem', which: 0 })
          const followed = new FailureColumnCache(db)
          await followed.load(() => undefined)
          for (const [deed, isTakenIn] of deeds) {
            await unlessRefused(act(db, deed))
            if (isTakenIn) await followed.catchUp()
          }
          await followed.catchUp()
          const whole = await fromScratch(db)
          expect(rowsOf(followed.columns)).toEqual(rowsOf(whole))
          const causes = whole.ids
            .all()
            .map((_, row) => textAt(whole, 'causeText', row))
            .filter((text) => text !== '')
          if (new Set(causes).size < causes.length) shared += 1
        },
      ),
      { numRuns: 15 },
    )
    expect(shared).toBeGreaterThan(0)
  })

  test('an import taken back and brought back is followed at a failure that one of its records was moved to', async () => {
    const db = freshDatabase()
    for (let count = 0; count < 2; count += 1) await act(db, { kind: 'file' })
    const [first = '', second = ''] = (await db.recordsOf('failures').toArray()).map(({ id }) => id)
    const followed = new FailureColumnCache(db)
    await followed.load(() => undefined)
    const causes = async () => {
      await followed.catchUp()
      return [first, second].map((id) => textAt(followed.columns, 'causeText', followed.columns.ids.all().indexOf(id)))
    }
    await act(db, { kind: 'import-onto', which: 0, problem: 0, text: 1 })
    expect(await causes()).toEqual(['原因 1', ''])
    await act(db, { kind: 'move', record: 0, to: 1 })
    expect(await causes()).toEqual(['', '原因 1'])
    await act(db, { kind: 'undo-import', which: 1 })
    expect(await causes()).toEqual(['', ''])
    await act(db, { kind: 'redo-import', which: 1 })
    expect(await causes()).toEqual(['', '原因 1'])
  })

  test('the cause of a problem stands in the row of each of its failures, as on their pages', async () => {
    const db = freshDatabase()
    const followed = new FailureColumnCache(db)
    await followed.load(() => undefined)
    for (let count = 0; count < 3; count += 1) await act(db, { kind: 'file' })
    const [first = '', second = '', third = ''] = (await db.recordsOf('failures').toArray()).map(({ id }) => id)
    const problem = (await problemFromFailure(first, '归零', localPerson('甲', 'REL'), db)) ?? ''
    await linkProblem(second, problem, localPerson('甲', 'REL'), db)
    const file = await caseFileOf(first, db)
    if (file === null) throw new Error('no file')
    await saveLoopRecord(
      file,
      'rootCauseAnalyses',
      null,
      { rootCauseText: '膜片老化', rootCauseCat: 'MFG' },
      localPerson('甲', 'REL'),
      {},
      db,
    )
    const causes = async () => {
      await followed.catchUp()
      return [first, second, third].map((id) =>
        textAt(followed.columns, 'causeText', followed.columns.ids.all().indexOf(id)),
      )
    }
    expect(await causes()).toEqual(['膜片老化', '膜片老化', ''])
    for (const id of [first, second])
      expect((await failureDossier(id, db))?.analyses.map(({ rootCauseText }) => rootCauseText)).toEqual(['膜片老化'])
    const [analysis] = await db.recordsOf('rootCauseAnalyses').toArray()
    await saveLoopRecord(
      file,
      'rootCauseAnalyses',
      analysis?.id ?? '',
      { rootCauseText: '膜片划伤' },
      localPerson('甲', 'REL'),
      {},
      db,
    )
    expect(await causes()).toEqual(['膜片划伤', '膜片划伤', ''])
    await linkProblem(third, problem, localPerson('甲', 'REL'), db)
    expect(await causes()).toEqual(['膜片划伤', '膜片划伤', '膜片划伤'])
    await linkProblem(second, null, localPerson('甲', 'REL'), db)
    expect(await causes()).toEqual(['膜片划伤', '', '膜片划伤'])
  })
})
