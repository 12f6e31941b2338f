/** Every legacy workbook beside what a careful reader would read from it: fields, records, doubts. */
import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parseWorkbook } from '../../src/exchange/tables/parseWorkbook'
import { f1Of, judgeReading, LEAST_F1, LEAST_ISSUE_RECALL, LEAST_RECALL, type Truth } from './judgeReading'

const FOLDER = 'fixtures/excel'

test.each(readdirSync(`${FOLDER}/truth`))('%s agrees with what the workbook says', (name) => {
  const truth = JSON.parse(readFileSync(`${FOLDER}/truth/${name}`, 'utf8')) as Truth
  const file = readdirSync(FOLDER).find((each) => each.replace(/\.[^.]+$/, '') === name.replace('.truth.json', ''))!
  const result = parseWorkbook(new Uint8Array(readFileSync(`${FOLDER}/${file}`)), file, { today: '2026-01-01' })
  const counts = judgeReading(truth, result.ok ? result.sheets : [])
  expect(counts.records).toBeGreaterThan(0)
  expect(f1Of(counts)).toBeGreaterThanOrEqual(LEAST_F1)
  expect(counts.found / counts.records).toBeGreaterThanOrEqual(LEAST_RECALL)
  expect(counts.invented).toBe(0)
  expect(counts.doubts === 0 ? 1 : counts.doubted / counts.doubts).toBeGreaterThanOrEqual(LEAST_ISSUE_RECALL)
  expect(counts.unjustified).toBe(0)
})
