/**
 * Workbooks nobody has shown the program: the true records of the fixtures, written down in other words, orders, places, units
 * and kinds of file. One layout may miss a column; all of a kind together must reach what the known workbooks reach.
 */
import { appendFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { seededRandom, type SeededRandom } from '../../fixtures/demo/seededRandom'
import { parseWorkbook } from '../../src/exchange/tables/parseWorkbook'
import {
  f1Of,
  judgeReading,
  LEAST_F1,
  LEAST_ISSUE_RECALL,
  LEAST_RECALL,
  MOST_INVENTED,
  type Agreement,
} from './judgeReading'
import { form } from './unseen/forms'
import { distances, fleet, journal, ledger, structure } from './unseen/tables'
import { unseenFile, type WrittenSheet } from './unseen/unseenFile'

const LAYOUTS = Number(process.env['UNSEEN_LAYOUTS'] ?? 60)
const FIRST_SEED = Number(process.env['UNSEEN_SEED'] ?? 1000)
/** A file that takes what was read of every layout, to look into what a figure hides. */
const LOG = process.env['UNSEEN_LOG']
const KINDS: Readonly<Record<string, (random: SeededRandom) => readonly WrittenSheet[]>> = {
  'failure ledgers': (random) =>
    random.chance(0.15) ? [ledger(random, '2016'), ledger(random, '2017')] : [ledger(random)],
  'replacement journals': (random) => [journal(random)],
  fleets: (random) => [fleet(random)],
  'product structures': (random) => [structure(random)],
  mileage: (random) => [distances(random)],
  'report forms': (random) =>
    Array.from({ length: random.pick([1, 1, 3]) }, (_, at) => ({ ...form(random), name: `表${at + 1}` })),
}

const sum = (all: readonly Agreement[], name: keyof Agreement): number =>
  all.reduce((total, each) => total + each[name], 0)

test.each(Object.keys(KINDS))('%s of unseen layout are read as well as the known ones', (kind) => {
  const readings = Array.from({ length: LAYOUTS }, (_, at) => {
    const random = seededRandom(FIRST_SEED + at)
    const { name, bytes, truth } = unseenFile(KINDS[kind]!(random), random)
    const result = parseWorkbook(bytes, name, { today: '2026-01-01' })
    const agreement = judgeReading(truth, result.ok ? result.sheets : [])
    if (LOG !== undefined)
      appendFileSync(
        LOG,
        `${JSON.stringify({ kind, seed: FIRST_SEED + at, name, agreement, truth, sheets: result.ok ? result.sheets : result })}\n`,
      )
    return agreement
  })
  const all = {
    right: sum(readings, 'right'),
    wrong: sum(readings, 'wrong'),
    missing: sum(readings, 'missing'),
    records: sum(readings, 'records'),
    found: sum(readings, 'found'),
    invented: sum(readings, 'invented'),
    doubts: sum(readings, 'doubts'),
    doubted: sum(readings, 'doubted'),
    unjustified: sum(readings, 'unjustified'),
  }
  expect.soft(f1Of(all), JSON.stringify(all)).toBeGreaterThanOrEqual(LEAST_F1)
  expect.soft(all.found / all.records).toBeGreaterThanOrEqual(LEAST_RECALL)
  expect.soft(all.invented / all.records).toBeLessThanOrEqual(MOST_INVENTED)
  expect.soft(all.doubts === 0 ? 1 : all.doubted / all.doubts).toBeGreaterThanOrEqual(LEAST_ISSUE_RECALL)
})
