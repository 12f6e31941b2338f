/** Columns under headers that say nothing are known by what the company already has, and by what a person once said. */
import { beforeEach, expect, test } from 'vitest'
import { localPerson } from '../../../src/domain/person'
import type { FracasDatabase } from '../../../src/store/database'
import { Importer } from '../../../src/workers/importer'
import type { Preview } from '../../../src/workers/importAnswers'
import { freshDatabase } from '../../support/freshDatabase'
import { aWorkbook } from '../exchange/aWorkbook'

const NUMBERS = ['0812', '0815', '0819', '0823', '0826', '0831']
const FLEET = [
  ['车型', '列车号', '用户', '配属段', '编组辆数', '上线日期'],
  ...NUMBERS.map((number, at) => ['CRH380A', number, '云岭局', '青禾动车段', 8, `2013-02-0${at + 1}`]),
]
/** Headers of nobody's language over a ledger. */
const LEDGER = [
  ['zuvo', 'krafi', 'mupol', 'xebtiq', 'wobnuj'],
  ...Array.from({ length: 12 }, (_, at) => [
    `2019-03-${String(at + 10)}`,
    NUMBERS[at % NUMBERS.length]!,
    '中继阀',
    ['中继阀排风口漏风', '制动缓解慢', '压力显示异常'][((at * at) % 7) % 3]!,
    ['更换中继阀', '清洁阀芯，试验正常'][((at * at) % 5) % 2]!,
  ]),
]
const file = (rows: readonly (readonly (string | number)[])[], name: string) => ({
  name,
  bytes: aWorkbook({ 表: rows }).slice().buffer,
})
const quiet = (): void => undefined
const person = localPerson('王工', 'QAL')
const importer = (db: FracasDatabase): Importer => new Importer(() => '2020-01-01', db)
const sheetOf = ({ files }: Preview, at: number) => {
  const one = files[at]!
  if (!one.ok) throw new Error('the file was refused')
  return one.sheets[0]!
}
const fieldsOf = (preview: Preview, at: number) =>
  Object.fromEntries(sheetOf(preview, at).columns.map(({ header, field }) => [header, field]))
const MEANT = { zuvo: 'occurredAt', krafi: 'trainNo', xebtiq: 'symptom', wobnuj: 'measure' }

let db: FracasDatabase
beforeEach(() => {
  db = freshDatabase()
})

test('trains of the database name the column they stand in', async () => {
  const fleet = importer(db)
  await fleet.read([file(FLEET, '配属.xlsx')], quiet)
  await fleet.commit(person, quiet)
  const preview = await importer(db).read([file(LEDGER, '台账.xlsx')], quiet)
  expect(fieldsOf(preview, 0)).toMatchObject(MEANT)
  expect(sheetOf(preview, 0)).toMatchObject({ kind: 'failure-ledger', records: 12 })
})

test('so do those of a fleet list dropped together with the ledger, whichever comes first', async () => {
  const preview = await importer(db).read([file(LEDGER, '台账.xlsx'), file(FLEET, '配属.xlsx')], quiet)
  expect(fieldsOf(preview, 0)).toMatchObject(MEANT)
  expect(sheetOf(preview, 0).kind).toBe('failure-ledger')
})

test('without them nobody is told a train number that is none', async () => {
  const preview = await importer(db).read([file(LEDGER, '台账.xlsx')], quiet)
  const trains = sheetOf(preview, 0).columns.find(({ header }) => header === 'krafi')!
  expect(trains.field).toBeNull()
  expect(trains.guesses?.[0]?.field).toBe('trainNo')
})

/** A row of types stands between the names and the records, so that the names are not found alone. */
const TYPED = (from: number) => [
  ['Vorgang', 'Gemeldet', 'Zug', 'Beschreibung', 'Kollege'],
  ['Text', 'Datum', 'Nummer', 'Text', 'Text'],
  ...Array.from({ length: 14 }, (_, at) => [
    `V${from + at}`,
    `2019-04-${at + 10}`,
    String(4711 + (at % 5)),
    `Druck sinkt im Stand, Fall ${from + at}`,
    ['H. Meier', 'A. Kurz'][at % 2]!,
  ]),
]

test('a header that a person pointed at is found again in the next file', async () => {
  const first = importer(db)
  await first.read([file(TYPED(100), 'a.xlsx')], quiet)
  const columns = { A: 'failureNo', B: 'occurredAt', C: 'trainNo', D: 'symptom' } as const
  await first.override(0, '表', { kind: 'failure-ledger', headerRows: [1], columns }, quiet)
  await first.commit(person, quiet)
  const preview = await importer(db).read([file(TYPED(300), 'b.xlsx')], quiet)
  expect(sheetOf(preview, 0)).toMatchObject({ kind: 'failure-ledger', headerRows: [1], isRemembered: true })
  expect(fieldsOf(preview, 0)).toMatchObject({ Vorgang: 'failureNo', Zug: 'trainNo', Beschreibung: 'symptom' })
})
