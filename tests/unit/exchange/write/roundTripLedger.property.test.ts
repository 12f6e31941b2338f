import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { BUILT_IN_CODES } from '../../../../src/domain/codeLists'
import type { CodeListName } from '../../../../src/domain/codeListName'
import { dateOfDay } from '../../../../src/domain/moment'
import type { LedgerRow } from '../../../../src/exchange/tables/ledgerRow'
import { cellTextOf } from '../../../../src/exchange/write/ooxml/xmlText'
import { writeFailureLedger } from '../../../../src/exchange/write/writeFailureLedger'
import { ledgerRowsOf, parsedFile, planOf, substance } from './roundTripRows'

/** What people and other programs leave in cells: marks, blanks, line ends, formulas, control characters, emoji, full-width forms. */
const WEIRD = [
  '"',
  '”',
  '同上',
  '〃',
  '/',
  '无',
  '-',
  '不详',
  'n/a',
  'unknown',
  '合计',
  '小计',
  '序号',
  ' a ',
  'x\ny',
  'a\tb',
  '=1+1',
  '+86 138',
  '@x',
  '-5',
  "'q",
  '“引”',
  '<b>&amp;</b>',
  '_x000D_',
  '_x0041_',
  'a\u200bb',
  '\ufeffz',
  '\u0001c',
  '\ud83d',
  '🚄🛑',
  '２０１６．３．５',
  '2016.3.5',
  'ＡＢＣ',
  '00123',
  '100200300400500600',
  '2.01605E+11',
  '1e5',
  '12:30',
  'TRUE',
  '[CODE]',
  ']]>',
  '何工/2016.3.6',
]
const text = fc
  .oneof(
    fc.constantFrom(...WEIRD),
    fc.string({ maxLength: 30, unit: 'grapheme' }),
    fc.string({ maxLength: 12, unit: 'binary' }),
    fc.tuple(fc.constantFrom(...WEIRD), fc.constantFrom(...WEIRD)).map((pair) => pair.join('')),
  )
  .map(cellTextOf)
  .filter((value) => value !== '')
/** Names of places are trimmed when they become records of their own. */
const name = text.map((value) => value.trim()).filter((value) => value !== '')
const day = fc.integer({ min: -7300, max: 47_000 }).map(dateOfDay)
const two = (value: number): string => String(value).padStart(2, '0')
const time = fc.tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
const moment = fc.oneof(
  day,
  day.map((date) => date.slice(0, 7)),
  day.map((date) => date.slice(0, 4)),
  fc.tuple(day, time).map(([date, [hour, minute]]) => `${date}T${two(hour)}:${two(minute)}`),
  fc.tuple(day, time).map(([date, [hour]]) => `${date}T${two(hour)}`),
)
/** Not after the day of reading, or the year of the number would stand for it. */
const past = moment.filter((value) => value < '2025')
const code = (list: CodeListName) => fc.constantFrom(...BUILT_IN_CODES[list].map(({ code }) => code))
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined, freq: 3 })

const rowOf = fc.record({
  failure: fc.record({
    no: maybe(text),
    state: code('CL-STATE'),
    occurredAt: maybe(past),
    carNo: maybe(text),
    nodeText: maybe(text),
    partNoText: maybe(text),
    systemText: maybe(text),
    reportedSerial: maybe(text),
    reportedBatch: maybe(text),
    unitMadeAt: maybe(moment),
    unitInstalledAt: maybe(moment),
    qty: fc.integer({ min: 1, max: 40 }),
    odometerKm: maybe(fc.integer({ min: 0, max: 20_000_000 })),
    detectionPhase: maybe(code('CL-PHASE')),
    description: maybe(text),
    faultCode: maybe(text),
    serviceImpact: maybe(code('CL-IMPACT')),
    delayMin: maybe(fc.integer({ min: 0, max: 10_000 })),
    severity: maybe(code('CL-SEV')),
    faultLevel: maybe(code('CL-LEVEL')),
    onMainLine: maybe(fc.boolean()),
    responsibleText: maybe(text),
    remark: maybe(text),
  }),
  estimated: fc.boolean(),
  handling: maybe(
    fc.record({
      measure: maybe(text),
      method: maybe(code('CL-HANDLE')),
      handler: maybe(text),
      endAt: maybe(moment),
      result: maybe(code('CL-RESULT')),
    }),
  ),
  serials: maybe(fc.record({ removedSerial: maybe(text), installedSerial: maybe(text) })),
  analysis: maybe(fc.record({ rootCauseText: maybe(text), rootCauseCat: maybe(code('CL-CAUSE')) })),
  action: maybe(fc.record({ description: text, doneAt: maybe(moment) })),
  names: fc.record({ operator: maybe(name), depot: maybe(name), line: maybe(name), vehicleType: maybe(name) }),
})

const isEmpty = (record: object | undefined): boolean =>
  record === undefined || Object.values(record).every((value) => value === undefined)

/** The drawn parts as the records they would be in the database; every train differs, so no two rows are one failure. */
function rowFrom(
  {
    failure,
    estimated,
    handling,
    serials,
    analysis,
    action,
    names,
  }: typeof rowOf extends fc.Arbitrary<infer R> ? R : never,
  at: number,
): LedgerRow {
  const isClosed = failure.state === 'CLOSED' || failure.state === 'ARCHIVED'
  const endAt = handling?.endAt
  return {
    failure: {
      ...failure,
      legacy: true,
      cycle: 1,
      closedAt: isClosed ? action?.doneAt : undefined,
      odometerEstimated: failure.odometerKm !== undefined && estimated ? true : undefined,
    },
    handlings: isEmpty(handling) ? [] : [handling ?? {}],
    replacements: isEmpty(serials) ? [] : [{ ...serials, at: endAt, isMainFault: true }],
    analyses: isEmpty(analysis) ? [] : [analysis ?? {}],
    actions: action === undefined ? [] : [{ ...action, type: 'PERM', department: failure.responsibleText }],
    names: { ...names, trainNo: `${at % 2 === 0 ? '' : '00'}${at + 101}` },
  }
}

/** Places are one record whatever the width of their letters: compared as the reader joins them, by the first spelling. */
const comparable = (rows: readonly LedgerRow[]): object[] =>
  rows.map((row) => substance({ ...row, names: { trainNo: row.names.trainNo } }))

test.each(['zh', 'en'] as const)('whatever a record says comes back from the exported ledger (%s)', (language) => {
  fc.assert(
    fc.property(fc.array(rowOf, { minLength: 1, maxLength: 8 }), text, (drawn, filterInWords) => {
      const rows = drawn.map(rowFrom)
      const bytes = writeFailureLedger(rows, {
        language,
        filterInWords,
        generatedAt: '2026-01-01T08:30+08:00',
        build: 'test',
      })
      const again = ledgerRowsOf(planOf([parsedFile(bytes, 'export.xlsx')]).plan)
      expect(comparable(again)).toEqual(comparable(rows))
    }),
    { numRuns: 40, seed: 20260101 },
  )
})
