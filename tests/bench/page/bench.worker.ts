/** The thread the browser's figures are measured in: real IndexedDB, the program's own modules, no screen. */
import { localPerson } from '../../../src/domain/person'
import { expose } from 'comlink'
import { Dexie } from 'dexie'
import type { ImportPlan } from '../../../src/domain/importPlan'
import type { Scope } from '../../../src/metrics/scope'
import type { NodeAnalysis } from '../../../src/metrics/nodeAnalysis'
import { DEFAULT_RECURRENCE } from '../../../src/metrics/recurrence'
import { database, FracasDatabase } from '../../../src/store/database'
import { commitImport } from '../../../src/store/imports'
import { dayNumber } from '../../../src/domain/moment'
import { lastSeq, loadSnapshot, saveSnapshot, timesColumnsForgotten } from '../../../src/store/snapshots'
import {
  bytesPerRow,
  emptyColumns,
  packColumns,
  putRow,
  unpackColumns,
  type FailureColumns,
  type FailureRow,
  type PackedColumns,
} from '../../../src/metrics/failureColumns'
import { failureRow } from '../../../src/metrics/failureRow'
import { Engine } from '../../../src/workers/engine'
import type { TableQuery } from '../../../src/workers/engineAnswers'
import { readReference } from '../../../src/store/reference'
import { bigFleet } from '../bigFleet'
import { interleaved, type Timings } from '../interleaved'
import { plainFleet } from '../plainFleet'
import { ledgerPlan, readingTimes } from '../readLedgerFile'
import { fillLog, packageTimes, type PackageTimes } from './packageTimes'

const timed = async (work: () => unknown): Promise<number> => {
  const start = performance.now()
  await work()
  return performance.now() - start
}

/** The same records into tables with the same indexes, with nothing around it. */
async function bareBulkAdd(plan: ImportPlan, name: string): Promise<void> {
  const db = new Dexie(name)
  const ours = new FracasDatabase(`${name}-shape`)
  db.version(1).stores(
    Object.fromEntries(
      ours.tables.map((table) => [
        table.name,
        [table.schema.primKey, ...table.schema.indexes].map((index) => index.src).join(', '),
      ]),
    ),
  )
  await db.open()
  const rows: Readonly<Record<string, readonly object[]>> = {
    ...plan.records,
    importedRows: plan.rows.map((rows) => ({ ...rows, batchId: 'bare' })),
  }
  await db.transaction('rw', db.tables, async () => {
    for (const [table, records] of Object.entries(rows)) await db.table(table).bulkAdd(records)
  })
  db.close()
}

const ALL: Scope = { population: 'all', vehicleTypes: [], depotIds: [], partBasis: 'analysed' }
const TABLE: TableQuery = {
  language: 'zh',
  filters: [],
  search: '',
  sorting: [{ field: 'occurredAt', descending: true }],
}
const SYMPTOMS = ['NOREL', 'LOWP', 'DRYER', 'SENSOR', 'NOISE', 'HOSE', 'OIL']

/** What somebody types into a report, letter by letter and in both languages; each run asks about another of them. */
const TYPED_ZH = [
  '漏',
  '漏风',
  '中继阀漏风',
  '排气口持续排风，停车后',
  '保压时5车中继阀1型内漏，排气口持续排风',
  '5车空压机启动频繁，打风时间明显变长，检查空压机3型',
]
const TYPED_EN = [
  'leak',
  'air leaks',
  'Air leaks at the exhaust port',
  'car 5: brake does not release, cylinder at 240 kPa',
  'EBCU of car 3 reports fault 4711 and goes out of service',
  'Compressor starts too often and pumps for a long time',
]

const ROWS_AT_ONCE = 20_000

/** The rows of a plan whose records all belong to failures of the same plan, one of each kind at most. */
function* plannedRows({ records }: ImportPlan): Generator<FailureRow> {
  const byFailure = <R extends { readonly failureId?: string }>(hanging: readonly R[] = []) =>
    new Map(hanging.map((record) => [record.failureId ?? '', record]))
  const [handlings, replacements, analyses] = [
    byFailure(records.handlings),
    byFailure(records.replacements),
    byFailure(records.rootCauseAnalyses),
  ]
  const listed = <R>(record: R | undefined): readonly R[] => (record === undefined ? [] : [record])
  for (const failure of records.failures ?? [])
    yield failureRow(failure, {
      handlings: listed(handlings.get(failure.id)),
      replacements: listed(replacements.get(failure.id)),
      analyses: listed(analyses.get(failure.id)),
      actions: [],
    })
}

async function storedColumns(): Promise<FailureColumns> {
  const snapshot = await loadSnapshot()
  const columns = snapshot === null ? null : unpackColumns(snapshot.columns as PackedColumns)
  if (columns === null) throw new Error('there is no snapshot')
  return columns
}

/** The engine as it opens a database that has a snapshot, and the same failures as plain objects. */
async function engineBesidePlain() {
  const engine = new Engine(() => undefined)
  await engine.open()
  return { engine, plain: plainFleet(await storedColumns(), await readReference()) }
}

const api = {
  /** A store of its own with a log of many changes; without a name the one the program opens. */
  async fillLog(changes: number, photos: number, name?: string): Promise<void> {
    const db = name === undefined ? database : new FracasDatabase(name)
    await fillLog(db, changes, photos)
    if (name !== undefined) db.close()
  },
  packageTimes: (name: string, run: number, withBare: boolean): Promise<PackageTimes> =>
    packageTimes(name, run, withBare),

  reading: (bytes: Uint8Array, runs: number): Promise<Timings> => readingTimes(bytes, runs),

  /** Every run writes into a database of its own. */
  async storing(bytes: Uint8Array, runs: number): Promise<Timings> {
    const plan = ledgerPlan(bytes)
    const names: string[] = []
    const fresh = (kind: string, run: number): string => {
      names.push(`bench-${kind}-${run}`)
      return `bench-${kind}-${run}`
    }
    const timings = await interleaved(
      runs,
      async (run) => {
        const db = new FracasDatabase(fresh('ours', run))
        await commitImport(plan, { person: localPerson('bench', 'QAL') }, db)
        db.close()
      },
      (run) => bareBulkAdd(plan, fresh('bare', run)),
    )
    for (const name of names) await Dexie.delete(name)
    return timings
  },

  /**
   * Fills the program's own database: the fleet and the last tenth of the failures as imports, the others written
   * bare, because what the log holds of them is never read again.
   */
  async fill(failures: number): Promise<void> {
    const big = bigFleet(20_260_113)
    await commitImport(big.fleet, { person: localPerson('bench', 'QAL') })
    for (let tenth = 0; tenth < 9; tenth += 1) {
      const { records } = big.failures(failures / 10)
      await database.transaction('rw', Object.keys(records), async () => {
        for (const [table, rows] of Object.entries(records))
          await database.table(table).bulkAdd(rows.map((row) => ({ ...row, versions: '["bench",1,1,"bench"]' })))
      })
    }
    await commitImport(big.failures(failures / 10), { person: localPerson('bench', 'QAL') })
  },

  /** Fills the columns without the records: what a start loads and what questions are answered from. */
  async fillColumns(failures: number): Promise<void> {
    const big = bigFleet(20_260_113)
    await commitImport(big.fleet, { person: localPerson('bench', 'QAL') })
    const columns = emptyColumns(failures)
    for (let left = failures; left > 0; left -= ROWS_AT_ONCE)
      for (const row of plannedRows(big.failures(Math.min(left, ROWS_AT_ONCE)))) putRow(columns, row)
    await saveSnapshot(packColumns(columns), await lastSeq(), await timesColumnsForgotten())
  },

  async bytesPerRow(): Promise<number> {
    return bytesPerRow(await storedColumns())
  },

  /** Each question as a screen asks it, its first run not counted. */
  async alone(runs: number): Promise<Readonly<Record<string, readonly number[]>>> {
    const engine = new Engine(() => undefined)
    await engine.open()
    const firstDay = dayNumber('2016-01')
    const since = (run: number): Scope => ({ ...ALL, from: firstDay + run })
    const sorted = (field: 'occurredAt' | 'no' | 'description') => (run: number) =>
      engine.page({ ...TABLE, sorting: [{ field, descending: false }], scope: since(run) }, 0, 20, ['no'])
    const questions: Readonly<Record<string, (run: number) => Promise<unknown>>> = {
      'filter, one code': (run) =>
        engine.totals({
          ...TABLE,
          filters: [{ field: 'symptomCode', op: 'is', values: [SYMPTOMS[run % SYMPTOMS.length] ?? ''] }],
        }),
      'filter, words anywhere in the description': (run) =>
        engine.totals({ ...TABLE, filters: [{ field: 'description', op: 'like', query: `${run % 8}车 漏` }] }),
      'search over all fields': (run) => engine.totals({ ...TABLE, search: `中继阀${run % 8}` }),
      'sort by time': sorted('occurredAt'),
      'sort by number': sorted('no'),
      'sort by description': sorted('description'),
      'KPIs of every node': (run) => engine.tree(since(run)),
    }
    const times: Record<string, number[]> = {}
    for (const [question, ask] of Object.entries(questions)) {
      await ask(runs + 1)
      times[question] = []
      for (let run = 0; run < runs; run += 1) times[question].push(await timed(() => ask(run)))
    }
    return times
  },

  /** Reads every failure once, builds the columns and saves them; later starts load those. */
  buildSnapshot: (): Promise<number> => timed(() => new Engine(() => undefined).follow()),

  /** The cards beside a report that is being written: for a part, and for a whole system while nobody has chosen a symptom yet. */
  async similarCards(runs: number): Promise<Readonly<Record<string, Timings>>> {
    const { engine, plain } = await engineBesidePlain()
    const found: Record<string, Timings> = {}
    for (const [subject, nodes, symptomCode] of [
      ['a part and its symptom', plain.parts, 'LEAK_INT'],
      ['a part, no symptom chosen', plain.parts, ''],
      ['a system and its symptom', plain.systems, 'LEAK_INT'],
      ['a system, no symptom chosen', plain.systems, ''],
    ] as const)
      for (const [language, texts] of [
        ['zh', TYPED_ZH],
        ['en', TYPED_EN],
      ] as const) {
        const asked = (run: number) => ({
          nodeId: nodes[run % nodes.length] ?? '',
          symptomCode,
          trainId: plain.trains[run % plain.trains.length] ?? '',
          day: plain.firstDay + 2900 - run,
          text: texts[run % texts.length] ?? '',
        })
        const ours = async (run: number) => {
          const { lately, lastFix } = await engine.similar(asked(run), language)
          return [lately.length, lastFix?.id ?? null] as const
        }
        const theirs = (run: number) => {
          const { lately, lastFix } = plain.similar(asked(run))
          return [lately, lastFix] as const
        }
        for (let run = 0; run < texts.length; run += 1) {
          const [mine, other] = [JSON.stringify(await ours(run)), JSON.stringify(theirs(run))]
          if (mine !== other) throw new Error(`similar to “${asked(run).text}”: ${mine} is not ${other}`)
        }
        found[`similar failures while typing (${language}), ${subject}`] = await interleaved(
          Math.max(runs, texts.length),
          ours,
          theirs,
        )
      }
    return found
  },

  /** Each question as a screen asks it and as a loop over plain objects answers it; the answers must agree. */
  async answers(runs: number): Promise<Readonly<Record<string, Timings>>> {
    const { engine, plain } = await engineBesidePlain()
    const agree = (question: string, ours: unknown, theirs: unknown): void => {
      if (JSON.stringify(ours) !== JSON.stringify(theirs))
        throw new Error(`${question}: ${JSON.stringify(ours)} is not ${JSON.stringify(theirs)}`)
    }
    const ask = async <A>(
      question: string,
      ours: (run: number) => Promise<A>,
      theirs: (run: number) => A,
    ): Promise<Timings> => {
      agree(question, await ours(runs + 1), theirs(runs + 1))
      return interleaved(runs, ours, theirs)
    }
    const firstIds = async (query: TableQuery): Promise<readonly string[]> =>
      (await engine.page(query, 0, 20, ['no'])).rows.map((row) => row.id)
    const symptomOf = (run: number): string => SYMPTOMS[run % SYMPTOMS.length] ?? ''
    const bars = ({ paretos }: NodeAnalysis) =>
      paretos.symptomCode.map(({ word, rows }) => [word, rows.length] as const)
    const everyNode = async (run: number) =>
      (await engine.tree({ ...ALL, from: plain.firstDay + run })).nodes.map(
        ({ id, figures }) => [id, figures.failures] as const,
      )
    // The first sort by a column works out the order of its words; later ones know it.
    const firstSort: Timings = {
      ours: [await timed(() => engine.page({ ...TABLE, sorting: [{ field: 'no', descending: true }] }, 0, 20, ['no']))],
      baseline: [await timed(() => plain.byNumber(plain.firstDay, 20))],
    }
    return {
      'first sort by number': firstSort,
      'filter, one code': await ask(
        'filter',
        async (run) =>
          (await engine.totals({ ...TABLE, filters: [{ field: 'symptomCode', op: 'is', values: [symptomOf(run)] }] }))
            .rows,
        (run) => plain.withSymptom(symptomOf(run)),
      ),
      'filter, words anywhere in the description': await ask(
        'like',
        async (run) =>
          (await engine.totals({ ...TABLE, filters: [{ field: 'description', op: 'like', query: `${run % 8}车 漏` }] }))
            .rows,
        (run) => plain.described([`${run % 8}车`, '漏']),
      ),
      'search over all fields': await ask(
        'search',
        async (run) => (await engine.totals({ ...TABLE, search: `中继阀${run % 8}` })).rows,
        (run) => plain.mentioning(`中继阀${run % 8}`),
      ),
      // A query of its own each run, so that no answer is remembered.
      'sort by time': await ask(
        'sort by time',
        (run) => firstIds({ ...TABLE, scope: { ...ALL, from: plain.firstDay + run } }),
        (run) => plain.latest(plain.firstDay + run, 20),
      ),
      'sort by number': await ask(
        'sort by number',
        (run) =>
          firstIds({
            ...TABLE,
            sorting: [{ field: 'no', descending: false }],
            scope: { ...ALL, from: plain.firstDay + run },
          }),
        (run) => plain.byNumber(plain.firstDay + run, 20),
      ),
      'sort by description': await ask(
        'sort by description',
        (run) =>
          firstIds({
            ...TABLE,
            sorting: [{ field: 'description', descending: false }],
            scope: { ...ALL, from: plain.firstDay + run },
          }),
        (run) => plain.byDescription(plain.firstDay + run, 20),
      ),
      'group: page of one system (five Paretos, trend, repeats)': await ask(
        'pareto',
        async (run) =>
          bars(
            await engine.node(
              { ...ALL, nodeId: plain.systems[run % plain.systems.length] ?? '' },
              DEFAULT_RECURRENCE,
              'zh',
            ),
          ),
        (run) => plain.symptomsOf(plain.systems[run % plain.systems.length] ?? ''),
      ),
      'group: all products (five Paretos, trend, repeats)': await ask(
        'pareto of all',
        async (run) => bars(await engine.node({ ...ALL, from: plain.firstDay + run }, DEFAULT_RECURRENCE, 'zh')),
        (run) => plain.symptomsSince(plain.firstDay + run),
      ),
      'KPIs of every node': await ask('figures', everyNode, (run) => plain.failuresOfEveryNode(plain.firstDay + run)),
    }
  },
}

export type BenchApi = typeof api

expose(api)
