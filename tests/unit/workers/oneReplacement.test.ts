/** A ledger, a journal and a report on the same replacement: one record, however they spell it and whichever comes first. */
import { readFileSync } from 'node:fs'
import { beforeEach, describe, expect, test } from 'vitest'
import { localPerson } from '../../../src/domain/person'
import { confusableIdentity, isTellingSerial } from '../../../src/domain/serialIdentity'
import type { FracasDatabase } from '../../../src/store/database'
import { itemEventsOf } from '../../../src/store/itemEvents'
import { eventsOfSerial } from '../../../src/store/serialLives'
import { trainRecords } from '../../../src/store/trainFiles'
import { Importer } from '../../../src/workers/importer'
import { freshDatabase } from '../../support/freshDatabase'
import { aWorkbook } from '../exchange/aWorkbook'

const LEDGER = [
  '故障编号,车型,列车号,部件名称,发生日期,故障现象,故障等级,处理措施,换下件号,换上件号',
  'GZ-2016-0001,CRH380A,2650,中继阀,2016-03-05,中继阀漏风,Ⅲ,更换中继阀,ZJ1201-0001,ZJ1510-0025',
  'GZ-2016-0002,CRH380A,2651,电源板,2016-04-06,EBCU重启,Ⅲ,更换电源板,DY1402-0032,',
]
const JOURNAL = [
  '部件名称,车型,车组,车号,位置,日期,更换原因,换下部件序列号,换上部件序列号,作业者',
  '中继阀,CRH380A,2650,6,左1,2016-03-05,中继阀漏风,ZJ1201-0001,ZJ151O-0025,胡工',
  '电源板,CRH380A,2651,3,1位,2016-04-06,EBCU重启,DY14O2-0032,DY1601-0034,高工',
]

const quiet = (): void => undefined
const person = localPerson('王工', 'QAL')
let db: FracasDatabase
beforeEach(() => {
  db = freshDatabase()
})

const workbook = (name: string, rows: readonly string[]) => ({
  name,
  bytes: aWorkbook({ [name]: rows.map((row) => row.split(',')) }).slice().buffer,
})

async function imported(...files: readonly { readonly name: string; readonly bytes: ArrayBuffer }[]): Promise<void> {
  const importer = new Importer(() => '2026-01-01', db)
  await importer.read(files, quiet)
  const answer = await importer.commit(person, quiet)
  expect(answer.kind).toBe('stored')
}

/** What is stored of every replacement, by the number of its failure. */
async function told() {
  const failures = new Map((await db.recordsOf('failures').toArray()).map(({ id, no }) => [id, no]))
  return (await db.recordsOf('replacements').toArray())
    .map(({ failureId = '', removedSerial, installedSerial, position, carNo, handler }) => [
      failures.get(failureId),
      removedSerial,
      installedSerial,
      position,
      carNo,
      handler,
    ])
    .sort()
}

const WHOLE = [
  ['GZ-2016-0001', 'ZJ1201-0001', 'ZJ1510-0025', '左1', '6', '胡工'],
  ['GZ-2016-0002', 'DY1402-0032', 'DY1601-0034', '1位', '3', '高工'],
]

describe('one record', () => {
  test('when both come together', async () => {
    await imported(workbook('台账.xlsx', LEDGER), workbook('更换记录.xlsx', JOURNAL))
    expect(await told()).toEqual(WHOLE)
  })

  test('when the journal comes a month later', async () => {
    await imported(workbook('台账.xlsx', LEDGER))
    await imported(workbook('更换记录.xlsx', JOURNAL))
    expect(await told()).toEqual(WHOLE)
  })

  test('when the journal was there first: it joins its failure, and its spelling stays', async () => {
    await imported(workbook('更换记录.xlsx', JOURNAL))
    expect((await told()).map(([no]) => no)).toEqual([undefined, undefined])
    await imported(workbook('台账.xlsx', LEDGER))
    expect((await told()).map(([no, off, on]) => [no, off, on])).toEqual([
      ['GZ-2016-0001', 'ZJ1201-0001', 'ZJ151O-0025'],
      ['GZ-2016-0002', 'DY14O2-0032', 'DY1601-0034'],
    ])
  })

  test('where one report names what came off, another what went on, and the journal both', async () => {
    const off = LEDGER.map((row) => row.replace(',ZJ1510-0025', ','))
    const on = LEDGER.map((row) => row.replace('ZJ1201-0001', ''))
    await imported(workbook('甲.xlsx', off), workbook('乙.xlsx', on), workbook('更换记录.xlsx', JOURNAL))
    expect((await told()).map(([no]) => no)).toEqual(['GZ-2016-0001', 'GZ-2016-0002'])
  })
})

test('a swap that no failure asked for shows on its serials and its train, and ends a life', async () => {
  const bom = workbook('BOM.xlsx', ['层级,部件名称,图号,数量', '1,制动系统,BK-1000,1', '2,中继阀,BK-1210,8'])
  const journal = workbook('更换记录.xlsx', JOURNAL.slice(0, 2))
  await imported(bom, journal)
  const [train] = await db.recordsOf('trains').toArray()
  const events = await eventsOfSerial('ZJ1201-0001', null, db)
  expect(events.map(({ kind, at, place }) => [kind, at, place])).toEqual([
    ['remove', '2016-03-05', { trainId: train?.id, carNo: '6', position: '左1' }],
  ])
  const dossier = await trainRecords(train?.id ?? '', [], db)
  expect(dossier?.items.map(({ serial }) => serial).sort()).toEqual(['ZJ1201-0001', 'ZJ151O-0025'])
  const valve = (await db.recordsOf('bomNodes').toArray()).find(({ partNo }) => partNo === 'BK-1210')
  expect((await itemEventsOf(valve?.id ?? '', db)).map(({ kind, serial }) => [kind, serial])).toEqual([
    ['remove', 'ZJ1201-0001'],
    ['install', 'ZJ151O-0025'],
  ])
})

test('a letter that may be a digit is said with the spelling it may be, and stays as written', async () => {
  const importer = new Importer(() => '2026-01-01', db)
  const preview = await importer.read([workbook('更换记录.xlsx', JOURNAL)], quiet)
  const said = preview.files.flatMap((file) =>
    'sheets' in file ? file.sheets.map(({ issues }) => issues['serial-confusable']) : [],
  )
  expect(said).toEqual([2])
})

test('of the ledgers, the journal and the reports of one fleet no pair of serials is stored twice', async () => {
  const files = [
    'B1-产品BOM.xlsx',
    'B2-列车台账.xlsx',
    'L2-售后故障信息台账(2014-2017).xls',
    'L2-售后故障信息台账(2014-2017) -最新版.xlsx',
    'L4-配件更换记录.xlsx',
    'F1-故障报告表(2016).xlsx',
  ].map((name) => ({ name, bytes: new Uint8Array(readFileSync(`fixtures/excel/${name}`)).slice().buffer }))
  await imported(...files)
  const stored = await db.recordsOf('replacements').toArray()
  const pairs = stored.flatMap(({ removedSerial = '', installedSerial = '' }) =>
    isTellingSerial(removedSerial) && isTellingSerial(installedSerial)
      ? [`${confusableIdentity(removedSerial)} → ${confusableIdentity(installedSerial)}`]
      : [],
  )
  expect(pairs.length).toBeGreaterThan(200)
  expect(pairs.filter((pair, at) => pairs.indexOf(pair) !== at)).toEqual([])
  expect(stored.filter(({ failureId }) => failureId === undefined)).toEqual([])
})
