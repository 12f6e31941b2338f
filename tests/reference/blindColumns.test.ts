/** A sample of the blind measurement (`npm run blind` has the whole): columns are understood under headers that say nothing. */
import { expect, test } from 'vitest'
import { corpusSheets, fleetAndParts, generatedSheets, readAlone, type BlindSheet } from './blind/blindSheet'
import { inForeignWords, inNonsense, withoutHeaders, withoutOne } from './blind/changedHeaders'
import { heldColumns, judgeBlind, rightShare, together } from './blind/judgeBlind'

/** Not among the seeds that were looked at while the rules were written. */
const SEEDS = [9201, 9202, 9203, 9204, 9205, 9206]
const LEAST_F1 = 0.9
const LEAST_F1_OF_ONE = 0.98
const LEAST_RIGHT = 0.98
const SURE = 0.8

const known = fleetAndParts()
const sheets = [...corpusSheets().filter(({ raw }) => raw.rows.length < 200), ...generatedSheets(SEEDS)]

function read(changed: readonly BlindSheet[]) {
  const { agreement, said, f1 } = together(changed.map((sheet) => judgeBlind(sheet, readAlone(sheet.raw, { known }))))
  const sure = rightShare(said, SURE)
  return { f1, invented: agreement.invented, right: sure.right / sure.all }
}

test.each([
  ['nonsense', inNonsense],
  ['no header at all', withoutHeaders],
  ['a language the program does not speak', inForeignWords],
] as const)('under %s the fields are found, nothing is invented, and what is said surely is right', (_, change) => {
  const { f1, invented, right } = read(sheets.map((sheet) => change(sheet)))
  expect(f1).toBeGreaterThanOrEqual(LEAST_F1)
  expect(invented).toBe(0)
  expect(right).toBeGreaterThanOrEqual(LEAST_RIGHT)
})

test('one header that says nothing among others that do loses next to nothing', () => {
  const changed = sheets.flatMap((sheet) =>
    heldColumns(sheet)
      .filter((_, at) => at % 5 === sheet.id.length % 5)
      .map((letter) => withoutOne(sheet, letter)),
  )
  const { f1, invented, right } = read(changed)
  expect(f1).toBeGreaterThanOrEqual(LEAST_F1_OF_ONE)
  expect(invented).toBe(0)
  expect(right).toBeGreaterThanOrEqual(LEAST_RIGHT)
})
