/** What the program writes into its own forms, it reads back: failure report, analysis report, corrective-action report. */
import { readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { codeBook } from '../../../../src/domain/codeBook'
import { BUILT_IN_CODES } from '../../../../src/domain/codeLists'
import type { CodeListName } from '../../../../src/domain/codeListName'
import { dateOfDay } from '../../../../src/domain/moment'
import { BUILT_IN_TEMPLATES } from '../../../../src/exchange/write/templates/builtInTemplates'
import {
  failureRecord,
  replacementRecords,
  type TemplateCase,
} from '../../../../src/exchange/write/templates/failureFields'
import { fillTemplate } from '../../../../src/exchange/write/templates/fillTemplate'
import { readsAs } from '../../../../src/exchange/write/ledgerCells'
import { cellTextOf } from '../../../../src/exchange/write/ooxml/xmlText'
import { firstSheet } from '../aWorkbook'

/** Texts that cells may hold and that mean themselves; marks for “nothing” mean nothing in a form too. */
const WEIRD = [
  '=1+1',
  '+86 138',
  '-5',
  '@x',
  '“引”号',
  '"quoted"',
  'x\ny',
  '第一行\n第二行',
  '<b>&amp;</b>',
  '🚄🛑',
  'ＡＢＣ全角',
  '00123',
  '①②',
  "it's",
  'a，b；c',
  '100%',
  '漏风'.repeat(16_000),
  '泄漏 ２０１６',
]
const clean = (value: string): string => cellTextOf(value.replace(/\p{C}/gu, '').replace(/\s+/gu, ' ')).trim()
const free = fc.oneof(
  fc.constantFrom(...WEIRD),
  fc.string({ unit: 'grapheme', minLength: 3, maxLength: 40 }).map(clean),
)
/** Words of a label, a tick, a colon after a word: in a form they are form. Texts of the form itself are not drawn. */
const text = free.filter(
  (value) => readsAs('symptom', value, value) && !/[:：]/u.test(value) && !/[□☐☑☒√✓✔■●○◯◉]/u.test(value),
)
const word = fc.constantFrom('岭川制动', '川祥阀业', '北岭局', '王工', '质量部-3', 'Zhou', '阀类车间（二）')
const serial = fc.constantFrom(
  'ZJ1403-0001',
  '0016050007',
  '1E5',
  '201605000712345678',
  '００12',
  'AB 12/3',
  '2.5',
  '1-2',
  '+100',
)
const day = fc.integer({ min: 14_000, max: 17_000 }).map(dateOfDay)
const two = (value: number): string => String(value).padStart(2, '0')
const moment = fc.oneof(
  day,
  day.map((date) => date.slice(0, 7)),
  fc
    .tuple(day, fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
    .map(([date, hour, minute]) => `${date}T${two(hour)}:${two(minute)}`),
)
const code = (list: CodeListName) => fc.constantFrom(...BUILT_IN_CODES[list].map((each) => each.code))
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined, freq: 4 })

const caseOf = fc.record({
  failure: fc.record({
    no: fc.integer({ min: 1, max: 9999 }).map((at) => `GZ-2016-${String(at).padStart(4, '0')}`),
    occurredAt: day.map((date) => date),
    carNo: maybe(fc.integer({ min: 1, max: 16 }).map(String)),
    description: maybe(text),
    reportedSerial: serial,
    reportedBatch: maybe(fc.constantFrom('1403', '0007', 'B-12')),
    severity: maybe(code('CL-SEV')),
    odometerKm: maybe(fc.integer({ min: 1, max: 9_000_000 })),
    unitMadeAt: maybe(moment),
    unitInstalledAt: maybe(day),
    responsibleText: maybe(word),
    reporter: maybe(word),
    reportedAt: maybe(day),
  }),
  handling: fc.record({ measure: maybe(text), prelimCause: maybe(text) }),
  parts: fc.array(
    fc.record({
      partText: fc.constantFrom('中继阀', '膜板', 'O形圈 20×2'),
      removedSerial: maybe(serial),
      installedSerial: maybe(serial),
      qty: fc.integer({ min: 1, max: 40 }),
    }),
    { maxLength: 6 },
  ),
  analysis: fc.record({
    reportNo: fc.integer({ min: 1, max: 9999 }).map((at) => `FX-2016-${at}`),
    rootCauseText: maybe(text),
    author: maybe(word),
  }),
  action: fc.record({
    reportNo: fc.integer({ min: 1, max: 9999 }).map((at) => `CS-2016-${at}`),
    description: text,
    owner: maybe(word),
    doneAt: maybe(day),
    dueAt: maybe(day),
  }),
})
type Drawn = typeof caseOf extends fc.Arbitrary<infer R> ? R : never

const templateCase = ({ failure, handling, parts, analysis, action }: Drawn): TemplateCase => ({
  failure,
  handlings: [handling],
  replacements: parts,
  analyses: [analysis],
  actions: [action],
  verifications: [],
  names: { trainNo: '0112', vehicleType: 'CRH-X', nodeName: '中继阀', operator: '北岭局', depot: '松岭动车段' },
  nodeNames: {},
})
const WORDS = { zh: { book: codeBook([]), language: 'zh' }, en: { book: codeBook([]), language: 'en' } } as const
const template = (name: 'failure-report' | 'analysis-report' | 'corrective-action'): Uint8Array =>
  new Uint8Array(readFileSync(`src/exchange/write/templates/files/${name}.xlsx`))
const FILES = {
  'failure-report': template('failure-report'),
  'analysis-report': template('analysis-report'),
  'corrective-action': template('corrective-action'),
}

function readBack(name: keyof typeof FILES, drawn: Drawn, language: 'zh' | 'en') {
  const of = templateCase(drawn)
  return firstSheet(
    fillTemplate(FILES[name], BUILT_IN_TEMPLATES[name], {
      cells: failureRecord(of, WORDS[language]),
      lists: { replacements: replacementRecords(of, WORDS[language]) },
    }),
  )
}
/** Only what was said; a cell holds no more than 32,767 letters and no outer blanks. */
const said = (fields: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
const only = (fields: Readonly<Record<string, unknown>>, names: readonly string[]): Record<string, unknown> =>
  said(Object.fromEntries(names.map((name) => [name, fields[name]])))

test.each(['zh', 'en'] as const)('a filled failure report is read back as the failure it tells (%s)', (language) => {
  fc.assert(
    fc.property(caseOf, (drawn) => {
      const sheet = readBack('failure-report', drawn, language)
      const { failure, handling, parts } = drawn
      const wanted = said({
        failureNo: failure.no,
        occurredAt: failure.occurredAt,
        carNo: failure.carNo,
        symptom: failure.description,
        serialNo: failure.reportedSerial,
        batchNo: failure.reportedBatch,
        severity: failure.severity === undefined ? undefined : Number(failure.severity),
        odometerKm: failure.odometerKm,
        mfgDate: failure.unitMadeAt,
        installedAt: failure.unitInstalledAt,
        responsible: failure.responsibleText,
        reporter: failure.reporter,
        measure: handling.measure,
        cause: handling.prelimCause,
        node: '中继阀',
        trainNo: '0112',
        vehicleType: 'CRH-X',
        operator: '北岭局',
      })
      const main = sheet.records.find(({ kind }) => kind === 'failure')
      expect(
        only(
          main?.fields ?? {},
          Object.keys({
            ...wanted,
            carNo: 0,
            symptom: 0,
            batchNo: 0,
            severity: 0,
            odometerKm: 0,
            mfgDate: 0,
            installedAt: 0,
            responsible: 0,
            reporter: 0,
            measure: 0,
            cause: 0,
          }),
        ),
      ).toEqual(wanted)
      const lines = sheet.records
        .filter(({ kind }) => kind === 'replacement')
        .map(({ fields }) => only(fields, ['node', 'removedSerial', 'installedSerial', 'quantity']))
      expect(lines).toEqual(
        parts.map(({ partText, removedSerial, installedSerial, qty }) =>
          said({ node: partText, removedSerial, installedSerial, quantity: qty }),
        ),
      )
    }),
    { numRuns: 40, seed: 20260101 },
  )
})

test.each(['zh', 'en'] as const)('a filled analysis report is read back as the analysis (%s)', (language) => {
  fc.assert(
    fc.property(caseOf, (drawn) => {
      const sheet = readBack('analysis-report', drawn, language)
      const { failure, analysis } = drawn
      const wanted = said({
        reportNo: analysis.reportNo,
        failureNo: failure.no,
        serialNo: failure.reportedSerial,
        occurredAt: failure.occurredAt,
        cause: analysis.rootCauseText,
        responsible: failure.responsibleText,
        author: analysis.author,
        node: '中继阀',
        trainNo: '0112',
        vehicleType: 'CRH-X',
      })
      expect(sheet.records.map(({ kind }) => kind)).toEqual(['analysis'])
      expect(only(sheet.records[0]!.fields, [...Object.keys(wanted), 'cause', 'responsible', 'author'])).toEqual(wanted)
    }),
    { numRuns: 40, seed: 20260102 },
  )
})

test.each(['zh', 'en'] as const)('a filled corrective-action report is read back as the action (%s)', (language) => {
  fc.assert(
    fc.property(caseOf, (drawn) => {
      const sheet = readBack('corrective-action', drawn, language)
      const { failure, analysis, action } = drawn
      const wanted = said({
        reportNo: action.reportNo,
        failureNo: failure.no,
        cause: analysis.rootCauseText,
        action: action.description,
        handler: action.owner,
        actionDoneAt: action.doneAt,
        dueAt: action.dueAt,
        responsible: failure.responsibleText,
        node: '中继阀',
      })
      expect(sheet.records.map(({ kind }) => kind)).toEqual(['action'])
      expect(
        only(sheet.records[0]!.fields, [
          ...Object.keys(wanted),
          'cause',
          'handler',
          'actionDoneAt',
          'dueAt',
          'responsible',
        ]),
      ).toEqual(wanted)
    }),
    { numRuns: 40, seed: 20260103 },
  )
})

/** Boxes on the printed form offer fewer words than the lists: these say their code, the others are read as what is ticked. */
test.each([
  ['phase', 'CL-PHASE', 'detectionPhase', ['MAIN', 'DEPOT']],
  ['impact', 'CL-IMPACT', 'serviceImpact', ['NONE', 'DELAY', 'DETRAIN', 'RESCUE', 'OFFLINE']],
] as const)('the %s that the form has a box for comes back', (field, list, name, codes) => {
  expect(BUILT_IN_CODES[list].map(({ code: known }) => known)).toEqual(expect.arrayContaining([...codes]))
  for (const one of codes) {
    const [drawn] = fc.sample(caseOf, { numRuns: 1, seed: 7 })
    const sheet = readBack('failure-report', { ...drawn!, failure: { ...drawn!.failure, [name]: one } }, 'zh')
    expect(sheet.records[0]!.fields[field]).toBe(one)
  }
})
