/** My work over a fleet: right first, and read in a handful of steps however much there is. */
import { beforeEach, describe, expect, test } from 'vitest'
import { localPerson } from '../../../src/domain/person'
import type { FracasDatabase } from '../../../src/store/database'
import { commitImport } from '../../../src/store/imports'
import { Engine } from '../../../src/workers/engine'
import { countReads, type CountedReads } from '../../support/countReads'
import { freshDatabase } from '../../support/freshDatabase'

const NOW = '2026-03-03T09:00'
const OWNER = localPerson('孙工', 'REL')

let db: FracasDatabase
let reads: CountedReads
beforeEach(() => {
  db = freshDatabase()
  reads = countReads(db)
})

async function engineWith(records: Readonly<Record<string, readonly object[]>>): Promise<Engine> {
  await commitImport(
    { files: [], sheets: [], rows: [], skipped: {}, records: records as never },
    { person: localPerson('王工', 'QAL') },
    db,
  )
  const engine = new Engine(
    () => undefined,
    db,
    () => undefined,
  )
  await engine.follow()
  reads.since()
  return engine
}

const two = (value: number): string => String(value).padStart(2, '0')
const five = (value: number): string => String(value).padStart(5, '0')

describe('what waits', () => {
  /** Reported long ago and young of late: the first one is the latest by far, and the last one reported. */
  const open = (count: number) =>
    Array.from({ length: count }, (_, at) => ({
      id: `f${five(at)}`,
      no: `GZ-${five(at)}`,
      state: 'ANALYSIS',
      path: 'standard',
      owner: '孙工',
      occurredAt: at === 0 ? '2020-01-01' : `2026-01-${two(1 + (at % 28))}`,
      stateSince: at === 0 ? '2020-01-02T09:00' : `2026-02-${two(1 + (at % 27))}T09:00`,
    }))

  test('is headed by what is latest, and counted whole, however many failures are open', async () => {
    const engine = await engineWith({ failures: open(5000) })
    const { mine, late, board, owners } = await engine.openWork(OWNER, NOW)
    expect([mine.count, board.ANALYSIS?.count, owners]).toEqual([5000, 5000, ['孙工']])
    expect(late.first[0]?.file.failure.no).toBe('GZ-00000')
    expect(board.ANALYSIS?.first[0]?.file.failure.no).toBe('GZ-00000')
    const dues = mine.first.map(({ task }) => task.due ?? Number.POSITIVE_INFINITY)
    expect([...dues].sort((a, b) => a - b)).toEqual(dues)
    expect(mine.first.length).toBeGreaterThan(100)
  })

  test('names an action of a problem once, however many of its failures are open', async () => {
    const failures = open(3).map((failure) => ({ ...failure, problemId: 'p1' }))
    const action = { id: 'a1', problemId: 'p1', description: '加装防尘罩', owner: '孙工', dueAt: '2026-02-01' }
    const engine = await engineWith({ failures, problems: [{ id: 'p1' }], correctiveActions: [action] })
    const { mine, late } = await engine.openWork(OWNER, NOW)
    expect(mine.first.filter(({ task }) => task.kind === 'action').map(({ task }) => task.about)).toEqual([
      '加装防尘罩',
    ])
    expect(mine.count).toBe(4)
    expect(late.first.some(({ task }) => task.record === 'a1')).toBe(true)
  })

  test('is read in as many steps for two thousand failures as for ten', async () => {
    const steps: number[] = []
    for (const count of [10, 2000]) {
      db = freshDatabase()
      reads = countReads(db)
      const engine = await engineWith({ failures: open(count) })
      await engine.openWork(OWNER, NOW)
      steps.push(reads.since())
    }
    expect(steps[1]).toBe(steps[0])
    expect(steps[0]).toBeLessThanOrEqual(6)
  })
})

describe('what came back', () => {
  /** Every part failed once, was corrected, and failed again. */
  const corrected = (count: number) => ({
    failures: Array.from({ length: 2 * count }, (_, at) => ({
      id: `f${five(at)}`,
      no: `GZ-${five(at)}`,
      state: at < count ? 'CLOSED' : 'SUBMITTED',
      cycle: 1,
      bomNodeId: `n${at % count}`,
      symptomCode: 'LEAK_EXT',
      occurredAt: at < count ? '2026-01-05T08:00' : '2026-03-05T08:00',
      trainId: 't1',
    })),
    correctiveActions: Array.from({ length: count }, (_, at) => ({
      id: `a${five(at)}`,
      failureId: `f${five(at)}`,
      type: 'PERM',
      effectiveAt: '2026-02-01',
      doneAt: '2026-02-01',
      effKind: 'dateFrom',
      cycle: 1,
    })),
    trains: [{ id: 't1', trainNo: '2101' }],
    bomNodes: Array.from({ length: count }, (_, at) => ({ id: `n${at}`, name: `部件${at}` })),
  })

  test('is found for every action, in as many steps for hundreds of actions as for three', async () => {
    const steps: number[] = []
    for (const count of [3, 400]) {
      db = freshDatabase()
      reads = countReads(db)
      const engine = await engineWith(corrected(count))
      const proposals = await engine.recurrenceAfterAction(null)
      expect(proposals.map(({ closed, later }) => [closed.no, ...later.map(({ failure }) => failure.no)])).toEqual(
        Array.from({ length: count }, (_, at) => [`GZ-${five(at)}`, `GZ-${five(at + count)}`]),
      )
      steps.push(reads.since())
    }
    expect(steps[1]).toBe(steps[0])
    expect(steps[0]).toBeLessThanOrEqual(6)
  })

  test('of one failure is found the same way', async () => {
    const engine = await engineWith(corrected(3))
    expect((await engine.recurrenceAfterAction('f00001')).map(({ closed }) => closed.no)).toEqual(['GZ-00001'])
  })
})
