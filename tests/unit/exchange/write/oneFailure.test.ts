/** A failure exported as a ledger and as a form, and imported where another train has its number, is one failure with all it said. */
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { Failure } from '../../../../src/domain/records/failure'
import { sheetPictures } from '../../../../src/exchange/open/sheetPictures'
import { NOTHING_KNOWN, type KnownRecords } from '../../../../src/exchange/plan/knownRecords'
import { planImport, type ParsedFile } from '../../../../src/exchange/plan/planImport'
import { planPictures } from '../../../../src/exchange/plan/planPictures'
import { failureDifferences } from '../../../../src/exchange/plan/review/failureDifferences'
import type { LedgerRow } from '../../../../src/exchange/tables/ledgerRow'
import { writeFailureLedger } from '../../../../src/exchange/write/writeFailureLedger'
import { codeBook } from '../../../../src/domain/codeBook'
import { BUILT_IN_TEMPLATES } from '../../../../src/exchange/write/templates/builtInTemplates'
import { failureRecord } from '../../../../src/exchange/write/templates/failureFields'
import { fillTemplate } from '../../../../src/exchange/write/templates/fillTemplate'
import { parsedFile, planOf } from './roundTripRows'

const exported = (name: string): ParsedFile =>
  parsedFile(new Uint8Array(readFileSync(`fixtures/exports/${name}`)), name)
const LEDGER = exported('one-failure-ledger.xlsx')
const FORM = exported('one-failure-form.xlsx')

let count = 0
const newId = (): string => `id-${String((count += 1)).padStart(5, '0')}`
const KNOWN: KnownRecords = { ...NOTHING_KNOWN, trains: [{ id: 'sy', trainNo: '2101', vehicleType: 'SY200B' }] }
const plan = (files: readonly ParsedFile[], known = KNOWN) => planImport(files, newId, known)

test.each([
  ['ledger first', [LEDGER, FORM]],
  ['form first', [FORM, LEDGER]],
])('%s: one failure on a train of its own, and the train is asked', (_, files) => {
  const planned = plan(files)
  expect(planned.plan.records.failures).toMatchObject([
    { no: 'L-A70F-001', reporter: '张工', reportedAt: '2026-11-29', nodeText: 'EP2002阀', serviceImpact: 'NONE' },
  ])
  expect(planned.plan.records.trains).toMatchObject([{ trainNo: '2101', vehicleType: 'CR400AF' }])
  expect(planned.plan.records.failures?.[0]?.trainId).toBe(planned.plan.records.trains?.[0]?.id)
  expect(planned.plan.records.replacements).toHaveLength(1)
  expect(planned.unknown.filter(({ field }) => field === 'trainNo')).toMatchObject([
    { word: 'CR400AF-2101', decided: null },
  ])
})

test('the form after the ledger was stored tells of the same failure', () => {
  const first = plan([LEDGER]).plan.records
  const [failure] = first.failures ?? []
  const known: KnownRecords = {
    ...KNOWN,
    trains: [...KNOWN.trains, ...(first.trains ?? [])],
    failures: [
      {
        id: failure!.id,
        no: failure!.no ?? '',
        trainId: failure!.trainId ?? '',
        occurredAt: failure!.occurredAt ?? '',
        part: 'ep2002阀',
        description: failure!.description ?? '',
        serial: '',
      },
    ],
  }
  const planned = plan([FORM], known)
  expect(planned.plan.records.failures).toEqual([])
  expect(planned.failures.again).toMatchObject([{ id: failure!.id, now: { reporter: '张工' } }])
})

test('the logo of a form is no attachment of its failure, a picture below it is', () => {
  const planned = plan([FORM])
  const [sheet] = FORM.sheets
  const [logo] = sheetPictures(new Uint8Array(readFileSync('fixtures/exports/one-failure-form.xlsx')))
  const pictures = [
    { ...logo!, sha256: 'logo' },
    { ...logo!, row: 19, name: 'photo.png', sha256: 'photo' },
  ]
  const { attachments, unmatchedPictures } = planPictures(
    [{ number: 0, sheet: sheet!, pictures }],
    planned.failures.failureOfRow,
    () => false,
    newId,
  )
  expect([attachments.map(({ name }) => name), unmatchedPictures]).toEqual([['photo.png'], 1])
})

const REPORT: Failure = {
  no: 'L-A70F-002',
  occurredAt: '2026-05-07T14:10+08:00',
  reportedAt: '2026-05-07T15:20+08:00',
  reporter: '王工',
  trainText: 'CR400AF-2101',
  nodeText: '中继阀',
  description: '中继阀排风口持续漏风',
  symptomCode: 'LEAK_EXT',
  detectionMethod: 'INSPECT',
  operatingMode: 'STANDSTILL',
  detectionPhase: 'DEPOT',
  serviceImpact: 'NONE',
  dataDownloaded: false,
  noDataReason: '记录仪故障',
  noReadingReason: '里程表更换',
  qty: 1,
  state: 'SUBMITTED',
}
const ROW: LedgerRow = { failure: REPORT, handlings: [], replacements: [], analyses: [], actions: [], names: {} }

test.each(['zh', 'en'] as const)('a ledger carries everything a report says and brings it back (%s)', (language) => {
  const about = { filterInWords: '', generatedAt: '2026-05-08T08:30+08:00', build: 'test', language }
  const [back] = planOf([parsedFile(writeFailureLedger([ROW], about), 'a.xlsx')]).plan.records.failures ?? []
  expect(back).toMatchObject({
    reporter: '王工',
    reportedAt: '2026-05-07T15:20',
    symptomCode: 'LEAK_EXT',
    detectionMethod: 'INSPECT',
    operatingMode: 'STANDSTILL',
    dataDownloaded: false,
    noDataReason: '记录仪故障',
    noReadingReason: '里程表更换',
  })
  // Beside the failure itself it says nothing else; the train was only a text there.
  expect(failureDifferences(REPORT, back!).map(({ field }) => field)).toEqual(['trainId'])
})

const TEMPLATE = new Uint8Array(readFileSync('src/exchange/write/templates/files/failure-report.xlsx'))

test.each(['zh', 'en'] as const)('so does the form of a failure (%s)', (language) => {
  const words = { book: codeBook([]), language }
  const filled = fillTemplate(TEMPLATE, BUILT_IN_TEMPLATES['failure-report'], {
    cells: failureRecord(
      { ...ROW, failure: { ...REPORT, faultCode: 'E-12', remark: '夜间' }, verifications: [], nodeNames: {} },
      words,
    ),
    lists: { replacements: [] },
  })
  const [back] = planOf([parsedFile(filled, 'a.xlsx')]).plan.records.failures ?? []
  expect(back).toMatchObject({
    reporter: '王工',
    reportedAt: '2026-05-07T15:20',
    symptomCode: 'LEAK_EXT',
    detectionMethod: 'INSPECT',
    operatingMode: 'STANDSTILL',
    dataDownloaded: false,
    noDataReason: '记录仪故障',
    noReadingReason: '里程表更换',
    faultCode: 'E-12',
    remark: '夜间',
  })
})

test('every label of the codes a report carries is read back as its code', async () => {
  const { BUILT_IN_CODES } = await import('../../../../src/domain/codeLists')
  const { readCode } = await import('../../../../src/exchange/cells/readCodeByField')
  for (const [field, list] of [
    ['symptomCode', 'CL-SYM'],
    ['detectionMethod', 'CL-DETECT'],
    ['operatingMode', 'CL-MODE'],
  ] as const)
    for (const { code, zh, en } of BUILT_IN_CODES[list])
      expect([zh, en].map((label) => readCode(field, label))).toEqual([code, code])
})
