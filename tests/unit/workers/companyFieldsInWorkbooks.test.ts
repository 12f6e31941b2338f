/** Company fields in workbooks: a column known by its label, words to be decided, and an export that comes back the same. */
import { beforeEach, describe, expect, test } from 'vitest'
import { companyFieldsOf } from '../../../src/domain/companyFields'
import { localPerson } from '../../../src/domain/person'
import type { CompanyField } from '../../../src/domain/records/companyField'
import { writeFailureLedger } from '../../../src/exchange/write/writeFailureLedger'
import { fleetOf } from '../../../src/metrics/fleet'
import { companyFieldRecords } from '../../../src/store/companyFieldRecords'
import { retireCompanyField, saveCompanyField } from '../../../src/store/companyFields'
import type { FracasDatabase } from '../../../src/store/database'
import { readReference } from '../../../src/store/reference'
import { dossiersOf } from '../../../src/store/snapshots'
import { ledgerRow } from '../../../src/workers/exporter'
import { Importer } from '../../../src/workers/importer'
import type { Preview } from '../../../src/workers/importAnswers'
import { freshDatabase } from '../../support/freshDatabase'
import { aWorkbook } from '../exchange/aWorkbook'

const keeper = localPerson('赵工', 'ADM')
const quiet = (): void => undefined
const FIELDS: readonly CompanyField[] = [
  { key: 'x_wheelDiameter', kind: 'number', zh: '轮径', en: 'Wheel diameter', unit: 'mm', least: 770, most: 860 },
  {
    key: 'x_weather',
    kind: 'choice',
    zh: '天气',
    en: 'Weather',
    options: [
      { code: 'rain', zh: '下雨', en: 'Rain' },
      { code: 'snow', zh: '下雪', en: 'Snow' },
    ],
  },
  { key: 'x_wet', kind: 'yesNo', zh: '现场有水', en: 'Wet on site' },
  { key: 'x_turnedOn', kind: 'date', zh: '镟修日期', en: 'Wheels turned on' },
  { key: 'x_note', kind: 'text', zh: '段内编号', en: 'Depot reference' },
]
const HEADER = ['故障编号', '车型', '列车号', '走行公里', '部件名称', '发生日期', '故障现象']
const ROWS = [
  ['GZ-2024-0001', 'CRH380A', '2901', '1200345', '中继阀', '2024-03-05', '中继阀漏风'],
  ['GZ-2024-0002', 'CRH380A', '2902', '1300000', '电源板', '2024-04-06', 'EBCU重启'],
  ['GZ-2024-0003', 'CRH380A', '2903', '1100000', '活塞环', '2024-05-07', '打风时间长'],
]

let db: FracasDatabase
beforeEach(async () => {
  db = freshDatabase()
  for (const field of FIELDS) await saveCompanyField(null, { table: 'failures', ...field }, keeper, {}, db)
})

async function shown(bytes: Uint8Array): Promise<{ importer: Importer; preview: Preview }> {
  const importer = new Importer(() => '2025-01-01', db)
  const preview = await importer.read([{ name: '台账.xlsx', bytes: bytes.slice().buffer }], quiet)
  return { importer, preview }
}
const ledger = (header: readonly string[], ...cells: readonly (readonly string[])[]): Uint8Array =>
  aWorkbook({ 台账: [[...HEADER, ...header], ...ROWS.map((row, at) => [...row, ...(cells[at] ?? [])])] })

const columnsOf = ({ files }: Preview) => {
  const [file] = files
  return file?.ok === true ? (file.sheets[0]?.columns ?? []).slice(HEADER.length).map(({ field }) => field) : null
}
async function stored(importer: Importer) {
  const answer = await importer.commit(keeper, quiet)
  expect(answer.kind).toBe('stored')
  return Object.fromEntries((await db.recordsOf('failures').toArray()).map((failure) => [failure.no ?? '', failure]))
}

describe('an import', () => {
  test('knows the columns by their labels in either language, with a unit or not, and by their keys', async () => {
    expect(columnsOf((await shown(ledger(['轮径', 'Weather', 'x_wet', '轮对厂内批']))).preview)).toEqual([
      'x_wheelDiameter',
      'x_weather',
      'x_wet',
      null,
    ])
    expect(columnsOf((await shown(ledger(['Wheel diameter (mm)', '镟修日期', '段内编号']))).preview)).toEqual([
      'x_wheelDiameter',
      'x_turnedOn',
      'x_note',
    ])
  })

  test('reads each cell by the kind of its field', async () => {
    const { importer } = await shown(
      ledger(
        ['轮径', '天气', '现场有水', '镟修日期', '段内编号'],
        ['812.5', '下雨', '是', '2024-02-03', 'D-07'],
        ['', 'Snow', '否', '2024年3月', ''],
      ),
    )
    const failures = await stored(importer)
    expect(failures['GZ-2024-0001']).toMatchObject({
      x_wheelDiameter: 812.5,
      x_weather: 'rain',
      x_wet: true,
      x_turnedOn: '2024-02-03',
      x_note: 'D-07',
    })
    expect(failures['GZ-2024-0002']).toMatchObject({ x_weather: 'snow', x_wet: false, x_turnedOn: '2024-03' })
    expect(failures['GZ-2024-0002']).not.toHaveProperty('x_wheelDiameter')
    expect(Object.keys(failures['GZ-2024-0003'] ?? {}).filter((name) => name.startsWith('x_'))).toEqual([])
  })

  test('does not take a value beyond the limits, and says so', async () => {
    const { importer, preview } = await shown(ledger(['轮径'], ['905'], ['790']))
    const [file] = preview.files
    expect(file?.ok === true && file.sheets[0]?.issues).toMatchObject({ 'beyond-limits': 1 })
    const failures = await stored(importer)
    expect(failures['GZ-2024-0001']).not.toHaveProperty('x_wheelDiameter')
    expect(failures['GZ-2024-0002']).toMatchObject({ x_wheelDiameter: 790 })
  })

  test('asks what an unknown option means, proposes the nearest, and remembers the answer', async () => {
    const bytes = ledger(['天气'], ['下雨了'], ['下雨'], ['下雨了'])
    const { importer, preview } = await shown(bytes)
    expect(preview.plan.unknown).toContainEqual(
      expect.objectContaining({
        field: 'x_weather',
        word: '下雨了',
        count: 2,
        nearest: expect.objectContaining({ value: 'rain' }) as unknown,
      }),
    )
    await importer.decideWord('x_weather', '下雨了', 'rain', quiet)
    const failures = await stored(importer)
    expect(failures['GZ-2024-0003']).toMatchObject({ x_weather: 'rain' })
    const again = await shown(bytes)
    expect(again.preview.plan.unknown.filter(({ decided }) => decided === null)).toEqual([])
  })

  test('takes a column for a field when a person says so', async () => {
    const { importer } = await shown(ledger(['车轮尺寸'], ['799']))
    const preview = await importer.override(0, '台账', { columns: { H: 'x_wheelDiameter' } }, quiet)
    expect(columnsOf(preview)).toEqual(['x_wheelDiameter'])
    expect((await stored(importer))['GZ-2024-0001']).toMatchObject({ x_wheelDiameter: 799 })
  })

  test('shows what a newer workbook says otherwise, and fills what was empty', async () => {
    await stored((await shown(ledger(['轮径', '天气'], ['812', '下雨']))).importer)
    const { importer, preview } = await shown(ledger(['轮径', '天气'], ['805', '下雨'], ['790', '']))
    const first = preview.plan.changed.find(({ no }) => no === 'GZ-2024-0001')
    expect(first?.differences.map(({ field, before, now }) => [field, before, now])).toEqual([
      ['x_wheelDiameter', 812, 805],
    ])
    await importer.takeOver(null, null, true, quiet)
    const failures = await stored(importer)
    expect(failures['GZ-2024-0001']).toMatchObject({ x_wheelDiameter: 805, x_weather: 'rain' })
    expect(failures['GZ-2024-0002']).toMatchObject({ x_wheelDiameter: 790 })
  })
})

describe('an export', () => {
  const exported = async (language: 'zh' | 'en'): Promise<Uint8Array> => {
    const reference = await readReference(db)
    const ids = (await db.recordsOf('failures').toCollection().primaryKeys()) as string[]
    const rows = (await dossiersOf(ids, db)).map((dossier) => ledgerRow(dossier, fleetOf(reference)))
    return writeFailureLedger(rows, {
      language,
      filterInWords: '没有筛选',
      generatedAt: '2025-01-01T08:30+08:00',
      build: 'test',
      company: companyFieldsOf(reference.companyFields).failures ?? {},
    })
  }
  beforeEach(async () => {
    const { importer } = await shown(
      ledger(
        ['轮径', '天气', '现场有水', '镟修日期', '段内编号'],
        ['812.5', '下雨', '是', '2024-02-03', '同上'],
        ['', '下雪', '否', '', '007'],
      ),
    )
    await stored(importer)
  })

  test.each(['zh', 'en'] as const)(
    'has the fields at its end and comes back without a difference (%s)',
    async (language) => {
      const { preview } = await shown(await exported(language))
      const [file] = preview.files
      const columns = file?.ok === true ? (file.sheets[0]?.columns ?? []) : []
      expect(columns.slice(-5).map(({ field }) => field)).toEqual(FIELDS.map(({ key }) => key))
      expect(preview.plan.changed).toEqual([])
      expect(preview.plan.unknown.filter(({ field }) => field.startsWith('x_'))).toEqual([])
    },
  )

  test.each(['zh', 'en'] as const)('marks a retired field, and comes back all the same (%s)', async (language) => {
    const weather = (await companyFieldRecords(db)).find(({ key }) => key === 'x_weather')
    await retireCompanyField(weather?.id ?? '', '2026-05-08T14:00', keeper, '不再记录', db)
    const { preview } = await shown(await exported(language))
    const [file] = preview.files
    const columns = file?.ok === true ? (file.sheets[0]?.columns ?? []) : []
    expect(columns.at(-1)?.header).toContain(language === 'zh' ? '天气（停用）' : 'Weather (retired)')
    expect(columns.at(-1)?.field).toBe('x_weather')
    expect(preview.plan.changed).toEqual([])
  })
})
