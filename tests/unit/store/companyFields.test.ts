import { beforeEach, describe, expect, test } from 'vitest'
import { shownCompanyFields } from '../../../src/domain/companyFields'
import { localPerson } from '../../../src/domain/person'
import type { Change } from '../../../src/domain/change'
import type { CompanyField } from '../../../src/domain/records/companyField'
import { caseFileOf } from '../../../src/store/caseFiles'
import { undo } from '../../../src/store/commit'
import {
  orderCompanyFields,
  resumeCompanyField,
  retireCompanyField,
  saveCompanyField,
  usageOfCompanyField,
} from '../../../src/store/companyFields'
import { companyFieldRecords, readCompanyFields } from '../../../src/store/companyFieldRecords'
import type { FracasDatabase } from '../../../src/store/database'
import { editFailure, fileFailure } from '../../../src/store/failures'
import { historyOf } from '../../../src/store/history'
import { saveView } from '../../../src/store/savedViews'
import { missingAt, DEFAULT_LIMITS } from '../../../src/domain/workflow/gates'
import { addMaster } from '../../../src/store/masterRecords'
import { CommandRefused, troubleOf } from '../../../src/domain/commandTrouble'
import { commandsEn, commandsZh } from '../../../src/i18n/commands'
import { freshDatabase } from '../../support/freshDatabase'
import { receive } from '../../support/receive'

const keeper = localPerson('赵工', 'ADM')
const engineer = localPerson('王工', 'REL')
const NOW = '2026-05-08T14:00+08:00'

const WHEEL: CompanyField = {
  table: 'failures',
  key: 'x_wheelDiameter',
  kind: 'number',
  zh: '轮径',
  en: 'Wheel diameter',
  unit: 'mm',
  least: 770,
  most: 860,
}
const WEATHER: CompanyField = {
  table: 'failures',
  key: 'x_weather',
  kind: 'choice',
  zh: '天气',
  en: 'Weather',
  options: [
    { code: 'rain', zh: '雨', en: 'Rain' },
    { code: 'snow', zh: '雪', en: 'Snow' },
  ],
}
const REPORT = {
  occurredAt: '2026-05-01T08:00',
  trainText: '0312',
  nodeText: '中继阀',
  symptomCode: 'LEAK_INT',
  description: '停放制动不缓解，复位后仍报警',
  serviceImpact: 'NONE',
  detectionPhase: 'OPER',
  detectionMethod: 'DRIVER',
  operatingMode: 'RUN',
  odometerKm: 123_456,
  qty: 1,
  dataDownloaded: true,
  reporter: '何工',
} as const

let db: FracasDatabase
beforeEach(() => {
  db = freshDatabase()
})

const add = (field: CompanyField, person = keeper) => saveCompanyField(null, field, person, {}, db)
const idOf = async (key: string): Promise<string> =>
  (await companyFieldRecords(db)).find((field) => field.key === key)?.id ?? ''

async function aFailure(fields: Readonly<Record<string, unknown>> = {}): Promise<string> {
  const filed = await fileFailure({ ...REPORT, ...fields }, localPerson('何工', 'FSE'), NOW, db)
  if (!filed.ok) throw new Error(filed.missing.map(({ field }) => field).join())
  return filed.id
}
const failure = async (id: string) => db.recordsOf('failures').get(id)

/** What the person reads when the command is refused. */
async function said(command: Promise<unknown>): Promise<readonly [zh: string, en: string]> {
  const error = await command.then(
    () => null,
    (refused: unknown) => refused,
  )
  expect(error).toBeInstanceOf(CommandRefused)
  const [reason] = (error as CommandRefused).reasons
  if (reason === undefined) throw new Error('no reason')
  return [commandsZh.commandRefusal(reason), commandsEn.commandRefusal(reason)]
}

describe('a value is held against its field where it is written', () => {
  beforeEach(async () => {
    await add(WHEEL)
    await add(WEATHER)
  })

  test('within the limits it is stored, with a history of its own', async () => {
    const id = await aFailure({ x_wheelDiameter: 812.5, x_weather: 'rain' })
    expect(await failure(id)).toMatchObject({ x_wheelDiameter: 812.5, x_weather: 'rain' })
    await editFailure(id, { x_wheelDiameter: 811 }, engineer, {}, db)
    const [latest] = await historyOf([`failures:${id}`], db)
    expect(latest?.fields).toEqual([expect.objectContaining({ field: 'x_wheelDiameter', before: 812.5, after: 811 })])
  })

  test('beyond a limit it is refused with field, value and limit', async () => {
    const id = await aFailure()
    expect(await said(editFailure(id, { x_wheelDiameter: 905 }, engineer, {}, db))).toEqual([
      '“轮径”不能大于 860 mm，现在是 905 mm',
      '“Wheel diameter” must be at most 860 mm; it says 905 mm',
    ])
    expect((await said(editFailure(id, { x_wheelDiameter: 769.9 }, engineer, {}, db)))[0]).toContain('770 mm')
    expect((await said(editFailure(id, { x_wheelDiameter: '大' }, engineer, {}, db)))[0]).toContain('大')
    expect(await failure(id)).not.toHaveProperty('x_wheelDiameter')
  })

  test('a list takes its own codes only', async () => {
    expect((await said(aFailure({ x_weather: 'fog' })))[0]).toBe('“天气”的选项里没有“fog”')
  })

  test('a value that stood there stays when the limits are narrowed, and other fields can be changed', async () => {
    const id = await aFailure({ x_wheelDiameter: 780 })
    await saveCompanyField(await idOf('x_wheelDiameter'), { ...WHEEL, least: 800 }, keeper, {}, db)
    await editFailure(id, { remark: '备注' }, engineer, {}, db)
    expect(await failure(id)).toMatchObject({ x_wheelDiameter: 780, remark: '备注' })
    expect((await said(editFailure(id, { x_wheelDiameter: 790 }, engineer, {}, db)))[0]).toContain('800 mm')
  })
})

describe('a field is retired and never deleted', () => {
  test('its values stay, show with the mark, and nobody fills it any more', async () => {
    await add(WHEEL)
    const id = await aFailure({ x_wheelDiameter: 812 })
    const other = await aFailure()
    const field = await idOf('x_wheelDiameter')
    await retireCompanyField(field, NOW, keeper, '改由车轮车床记录', db)
    const company = await readCompanyFields(db)
    expect(
      shownCompanyFields(company, 'failures', (await failure(id)) ?? {}).map(([, { zh, en }]) => [zh, en]),
    ).toEqual([['轮径（停用）', 'Wheel diameter (retired)']])
    expect(shownCompanyFields(company, 'failures', (await failure(other)) ?? {})).toEqual([])
    expect((await said(editFailure(other, { x_wheelDiameter: 812 }, engineer, {}, db)))[0]).toContain('不再填写')
    await editFailure(id, { x_wheelDiameter: null }, engineer, {}, db)
    await resumeCompanyField(field, keeper, db)
    await editFailure(other, { x_wheelDiameter: 812 }, engineer, {}, db)
    expect(await failure(other)).toMatchObject({ x_wheelDiameter: 812 })
  })

  test('whoever retires it is told how many values and which views stand on it, and says why', async () => {
    await add(WHEEL)
    await aFailure({ x_wheelDiameter: 812 })
    await saveView('小轮径', '/failures?cols=no,x_wheelDiameter', keeper, db)
    await saveView('别的', '/failures?cols=no,x_wheelDiameter2', keeper, db)
    expect(await usageOfCompanyField(WHEEL, db)).toEqual({ values: 1, views: ['小轮径'] })
    await said(retireCompanyField(await idOf('x_wheelDiameter'), NOW, keeper, ' ', db))
  })

  test('adding one is not taken back once somebody has filled it', async () => {
    const change = await add(WHEEL)
    await aFailure({ x_wheelDiameter: 812 })
    expect(await undo(change?.id ?? '', keeper, '多余', db)).toMatchObject({ ok: false })
    expect(await companyFieldRecords(db)).toHaveLength(1)
  })
})

describe('a definition', () => {
  test('keeps key and kind for good', async () => {
    await add(WHEEL)
    const id = await idOf('x_wheelDiameter')
    expect((await said(saveCompanyField(id, { ...WHEEL, kind: 'text' }, keeper, {}, db)))[0]).toContain('类型不能改')
    expect((await said(saveCompanyField(id, { ...WHEEL, key: 'x_other' }, keeper, {}, db)))[0]).toContain('键不能改')
    await saveCompanyField(id, { ...WHEEL, zh: '车轮直径' }, keeper, {}, db)
    expect((await readCompanyFields(db)).failures?.['x_wheelDiameter']?.zh).toBe('车轮直径')
  })

  test('keeps its options; one that is not used any more is retired', async () => {
    await add(WEATHER)
    const id = await idOf('x_weather')
    const [rain, snow] = WEATHER.options as readonly { code: string; zh: string; en: string }[]
    expect((await said(saveCompanyField(id, { ...WEATHER, options: [rain] }, keeper, {}, db)))[0]).toContain('不能删')
    const kept = await aFailure({ x_weather: 'snow' })
    await saveCompanyField(id, { ...WEATHER, options: [rain, { ...snow, isRetired: true }] }, keeper, {}, db)
    await editFailure(kept, { remark: '备注' }, engineer, {}, db)
    expect(await failure(kept)).toMatchObject({ x_weather: 'snow' })
    expect((await said(aFailure({ x_weather: 'snow' })))[0]).toContain('已停用')
  })

  test('has a label of its own, because workbooks know their columns by it', async () => {
    await add(WHEEL)
    expect((await said(add({ ...WHEEL, key: 'x_two', zh: ' 轮径 ', en: 'Other' })))[0]).toContain('已有别的字段在用')
    expect((await said(add({ ...WHEEL, key: 'x_two', zh: '备注', en: 'Other' })))[0]).toContain('已有别的字段在用')
    await add({ ...WHEEL, table: 'trains', key: 'x_wheelDiameter' })
  })

  test('is one of sixty at most', async () => {
    for (let at = 0; at < 60; at += 1)
      await add({ table: 'trains', kind: 'text', key: `x_f${at}`, zh: `字段${at}`, en: `Field ${at}` })
    expect(
      (await said(add({ table: 'trains', kind: 'text', key: 'x_more', zh: '再一个', en: 'One more' })))[0],
    ).toContain('60')
  })

  test('is made by whoever keeps the codes', async () => {
    const reader = localPerson('看', 'VIEW')
    expect(troubleOf(await add(WHEEL, reader).catch((error: unknown) => error))).toMatchObject({ kind: 'refused' })
  })

  test('stands where it is put', async () => {
    await add(WHEEL)
    await add(WEATHER)
    await orderCompanyFields([await idOf('x_weather'), await idOf('x_wheelDiameter')], keeper, db)
    expect(Object.keys((await readCompanyFields(db)).failures ?? {})).toEqual(['x_weather', 'x_wheelDiameter'])
  })
})

describe('gates ask for it', () => {
  test('at filing: the report says which field is missing', async () => {
    await add({ ...WHEEL, need: 'G1' })
    expect(await fileFailure(REPORT, localPerson('何工', 'FSE'), NOW, db)).toEqual({
      ok: false,
      missing: [{ field: 'x_wheelDiameter', why: 'missing' }],
    })
    await aFailure({ x_wheelDiameter: 812 })
  })

  test('at a later gate: the case file names it', async () => {
    await add({ ...WHEEL, need: 'G3' })
    const file = await caseFileOf(await aFailure(), db)
    if (file === null) throw new Error('no file')
    const context = { now: NOW.slice(0, 16), escalation: {}, limits: DEFAULT_LIMITS }
    expect(missingAt('G3', file, context)).toContainEqual(
      expect.objectContaining({ table: 'failures', field: 'x_wheelDiameter', reason: 'missing' }),
    )
    expect(missingAt('G1', file, context).map(({ field }) => field)).not.toContain('x_wheelDiameter')
  })

  test('a train cannot be added without a field it is not stored without', async () => {
    await add({ table: 'trains', kind: 'text', key: 'x_fleetNo', zh: '车队号', en: 'Fleet no.', need: 'save' })
    const train = { trainNo: '0312', vehicleType: 'HXD1' }
    expect((await said(addMaster('trains', train, engineer, db)))[0]).toBe('“车队号”必须填写')
    await addMaster('trains', { ...train, x_fleetNo: 'A7' }, engineer, db)
  })
})

test('two devices with different definitions lose nothing of each other', async () => {
  await add(WHEEL)
  const id = await aFailure()
  const foreign: Change = {
    id: 'c-other',
    v: 10,
    device: 'bb01',
    number: 1,
    at: Date.now(),
    actor: '李工',
    command: 'edit-failure',
    edits: [{ table: 'failures', record: id, set: { x_fromNewer: 7, x_wheelDiameter: 9999 } }],
  }
  await receive(foreign, db)
  await editFailure(id, { remark: '本机也在改' }, engineer, {}, db)
  expect(await failure(id)).toMatchObject({ x_fromNewer: 7, x_wheelDiameter: 9999, remark: '本机也在改' })
  expect(
    shownCompanyFields(await readCompanyFields(db), 'failures', (await failure(id)) ?? {}).map(([name]) => name),
  ).toEqual(['x_wheelDiameter', 'x_fromNewer'])
})
