/** One event told by a ledger, a form, an analysis, an action report and a journal is one failure with all of that on it. */
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { NOTHING_KNOWN, type KnownRecords } from '../../../../src/exchange/plan/knownRecords'
import { parseWorkbook } from '../../../../src/exchange/tables/parseWorkbook'
import { planImport } from '../../../../src/exchange/plan/planImport'

const LEDGER = 'L2-售后故障信息台账(2014-2017) -最新版.xlsx'
const FORMS = 'F1-故障报告表(2016).xlsx'
const REPORTS = 'F2-故障分析与纠正措施报告.xlsx'
const JOURNAL = 'L4-配件更换记录.xlsx'
const FLEET = ['B1-产品BOM.xlsx', 'B2-列车台账.xlsx']

function plan(names: readonly string[], known: KnownRecords = NOTHING_KNOWN, first = 0) {
  const files = names.map((name) => {
    const bytes = new Uint8Array(readFileSync(`fixtures/excel/${name}`))
    const result = parseWorkbook(bytes, name, { today: '2026-01-01' })
    if (!result.ok) throw new Error(result.problem.code)
    return { name, size: bytes.length, sha256: '', sheets: result.sheets, rows: [] }
  })
  let next = first
  return planImport(files, () => `r${String((next += 1)).padStart(9, '0')}`, known)
}

test('forms of failures the ledger has are no second failures, and their parts lists are kept', () => {
  const ledger = plan([...FLEET, LEDGER])
  const both = plan([...FLEET, LEDGER, FORMS])
  expect(both.plan.records.failures).toHaveLength(ledger.plan.records.failures!.length)
  expect(both.failures.duplicates.filter(({ kind }) => kind === 'across-files')).toHaveLength(25)
  expect(both.plan.records.replacements!.length).toBeGreaterThan(ledger.plan.records.replacements!.length)
  const seals = both.plan.records.replacements!.filter(({ partText }) => partText === 'O形密封圈')
  expect(seals.length).toBeGreaterThan(0)
  expect(seals.every(({ failureId }) => both.plan.records.failures!.some(({ id }) => id === failureId))).toBe(true)
})

test('what a form adds to the row of the ledger says where it stood', () => {
  const {
    plan: { records },
  } = plan([...FLEET, LEDGER, FORMS])
  const completed = records.failures!.filter(({ origin }) =>
    Object.values(origin?.cells ?? {}).some((cell) => cell.includes('!')),
  )
  expect(completed.length).toBeGreaterThan(0)
  expect(completed.every(({ reporter }) => reporter !== undefined)).toBe(true)
})

test('analyses and actions hang on the failure they name', () => {
  const {
    plan: { records },
    unlinked,
  } = plan([...FLEET, FORMS, REPORTS])
  const failure = records.failures!.find(({ no }) => no === 'GZ-2016-0027')!
  expect(
    records.rootCauseAnalyses!.filter(
      ({ failureId, reportNo }) => failureId === failure.id && reportNo === 'FX-2016-0027',
    ),
  ).toHaveLength(1)
  expect(records.correctiveActions!.filter(({ failureId }) => failureId === failure.id)).toMatchObject([
    { reportNo: 'CS-2016-0027', description: '供方1407批次全数召回更换', owner: '赵工', state: 'verified' },
  ])
  expect(unlinked).toEqual({ analyses: 0, actions: 0, replacements: 0 })
})

test('an analysis that comes before its failure is joined by it later', () => {
  const early = plan([...FLEET, REPORTS])
  expect(early.unlinked).toMatchObject({ analyses: 6, actions: 6 })
  const {
    products = [],
    bomNodes = [],
    parties = [],
    trains = [],
    rootCauseAnalyses = [],
    correctiveActions = [],
  } = early.plan.records
  const known: KnownRecords = {
    ...NOTHING_KNOWN,
    products,
    bomNodes,
    parties,
    trains,
    childRecords: { handlings: [], replacements: [], analyses: rootCauseAnalyses, actions: correctiveActions },
  }
  const later = plan([FORMS], known, 900_000)
  const failure = later.plan.records.failures!.find(({ no }) => no === 'GZ-2016-0014')!
  expect(
    rootCauseAnalyses.some(({ failureId, reportNo }) => failureId === failure.id && reportNo === 'FX-2016-0014'),
  ).toBe(true)
})

test('a journal hangs on the failures it repaired and repeats none of their replacements', () => {
  const {
    plan: { records, skipped },
    unlinked,
  } = plan([...FLEET, LEDGER, JOURNAL])
  const ownPairs = records
    .replacements!.filter(
      ({ removedSerial, installedSerial }) => removedSerial !== undefined && installedSerial !== undefined,
    )
    .map(({ failureId, removedSerial, installedSerial }) => `${failureId} ${removedSerial} ${installedSerial}`)
  expect(new Set(ownPairs).size).toBe(ownPairs.length)
  expect(skipped['already-there']).toBeGreaterThan(60)
  expect(unlinked.replacements).toBeLessThan(15)
  expect(
    records
      .replacements!.filter(({ failureId }) => failureId === undefined)
      .every(({ trainId, reasonText }) => trainId !== undefined && reasonText !== undefined),
  ).toBe(true)
})
