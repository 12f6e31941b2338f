import { localPerson } from '../../../src/domain/person'
import { beforeEach, describe, expect, test } from 'vitest'
import { lifeLine } from '../../../src/domain/installations'
import type { Replacement } from '../../../src/domain/records/replacement'
import { custodyOf, type CustodyStep } from '../../../src/domain/custody'
import type { Change } from '../../../src/domain/change'
import { undo } from '../../../src/store/commit'
import type { FracasDatabase } from '../../../src/store/database'
import { deleteFailure, fileFailure } from '../../../src/store/failures'
import { historyOf } from '../../../src/store/history'
import { recordCustody, removalsOfSerial, returnToStock, saveReplacement } from '../../../src/store/replacements'
import { eventsOfSerial } from '../../../src/store/serialLives'
import { refusalsOf } from '../../support/refusalsOf'
import { freshDatabase } from '../../support/freshDatabase'

let db: FracasDatabase
beforeEach(() => {
  db = freshDatabase()
})

async function failureOn(trainId: string, at: string): Promise<string> {
  const result = await fileFailure(
    {
      occurredAt: at,
      trainId,
      bomNodeId: 'n1',
      symptomCode: 'LEAK_EXT',
      description: '中继阀排风口持续漏风，缓解后仍有气流声',
      serviceImpact: 'NONE',
      detectionPhase: 'DEPOT',
      detectionMethod: 'INSPECT',
      operatingMode: 'STANDSTILL',
      odometerKm: 1_234_567,
      qty: 1,
      dataDownloaded: true,
      reporter: '王工',
    },
    localPerson('王工', 'SSM'),
    '2026-05-07T14:30+08:00',
    db,
  )
  if (!result.ok) throw new Error(JSON.stringify(result.missing))
  return result.id
}

const SWAP: Replacement = {
  at: '2026-01-10T09:00',
  position: '1车1位',
  bomNodeId: 'n1',
  removedSerial: 'ZJF-1',
  installedSerial: 'ZJF-2',
  reason: 'FAULT',
  removedDisposition: 'REPAIR',
  odometerKm: 500_000,
}
const lineOf = async (serial: string) => lifeLine(await eventsOfSerial(serial, null, db))
const whereIs = async (serial: string): Promise<string> => {
  const { now } = await lineOf(serial)
  return now.kind === 'installed' ? `installed ${now.since.place.trainId} ${now.since.place.position}` : now.kind
}

describe('a part replacement', () => {
  test('of nothing is refused by the command too, whatever form asked, and nothing is stored', async () => {
    const id = await failureOn('T1', '2026-01-10T08:00')
    const nothing: Replacement = { at: '2026-01-10T09:00', bomNodeId: 'n1' }
    expect(await refusalsOf(saveReplacement(id, null, nothing, localPerson('王工', 'SSM'), {}, db))).toEqual([
      'nothing-replaced',
    ])
    expect(await db.recordsOf('replacements').count()).toBe(0)
  })

  test('ends the stay of the removed serial and begins that of the installed one, in one change', async () => {
    const failure = await failureOn('T1', '2026-01-10T08:00')
    const before = await db.changes.count()
    expect((await saveReplacement(failure, null, SWAP, localPerson('何工', 'SSM'), {}, db)).ok).toBe(true)
    expect(await db.changes.count()).toBe(before + 1)
    expect([await whereIs('ZJF-1'), await whereIs('zjf-2')]).toEqual(['away', 'installed T1 1车1位'])
    // Read out over the telephone, scanned at full width: the same item.
    expect([await whereIs(' ZJF - 2'), await whereIs('ｚｊｆ-2')]).toEqual([
      'installed T1 1车1位',
      'installed T1 1车1位',
    ])
    expect((await db.recordsOf('units').toArray()).map(({ serialNo }) => serialNo).sort()).toEqual(['ZJF-1', 'ZJF-2'])
  })

  test('taken back or edited takes its events along', async () => {
    const failure = await failureOn('T1', '2026-01-10T08:00')
    const saved = await saveReplacement(failure, null, SWAP, localPerson('何工', 'SSM'), {}, db)
    const [line] = await db.recordsOf('replacements').toArray()
    const mended = await saveReplacement(
      failure,
      line?.id ?? '',
      { ...SWAP, installedSerial: 'ZJF-3' },
      localPerson('何工', 'SSM'),
      { why: '抄错' },
      db,
    )
    expect([await whereIs('ZJF-2'), await whereIs('ZJF-3')]).toEqual(['unknown', 'installed T1 1车1位'])
    if (!saved.ok || !mended.ok) throw new Error('refused')
    const takeBack = (change: Change | null) => undo(change?.id ?? '', localPerson('何工', 'SSM'), '记错车', db)
    expect(await takeBack(saved.change)).toMatchObject({ ok: false, why: 'later-edits' })
    expect(await takeBack(mended.change)).toMatchObject({ ok: true })
    expect(await takeBack(saved.change)).toMatchObject({ ok: true })
    expect([await whereIs('ZJF-1'), await whereIs('ZJF-2'), await whereIs('ZJF-3')]).toEqual([
      'unknown',
      'unknown',
      'unknown',
    ])
    expect((await saveReplacement(failure, null, SWAP, localPerson('何工', 'SSM'), {}, db)).ok).toBe(true)
    expect(await whereIs('ZJF-2')).toBe('installed T1 1车1位')
  })

  test('does not count once its failure is deleted', async () => {
    const failure = await failureOn('T1', '2026-01-10T08:00')
    await saveReplacement(failure, null, SWAP, localPerson('何工', 'SSM'), {}, db)
    await deleteFailure(failure, localPerson('何工', 'SSM'), '误报', db)
    expect(await whereIs('ZJF-2')).toBe('unknown')
  })

  test('cannot install an item elsewhere while its removal is open, and says which; once it is back in stock it can', async () => {
    const first = await failureOn('T1', '2026-01-10T08:00')
    await saveReplacement(first, null, SWAP, localPerson('何工', 'SSM'), {}, db)
    const second = await failureOn('T2', '2026-02-10T08:00')
    const again: Replacement = { ...SWAP, at: '2026-02-10T09:00', removedSerial: 'ZJF-9', installedSerial: 'ZJF-1' }
    const refused = await saveReplacement(second, null, again, localPerson('何工', 'SSM'), { confirmed: true }, db)
    expect(
      refused.ok
        ? []
        : refused.findings.map(({ kind, serial, event }) => [kind, serial, event?.at, event?.place.trainId]),
    ).toEqual([['removal-open', 'ZJF-1', '2026-01-10T09:00', 'T1']])
    expect(await db.recordsOf('replacements').count()).toBe(1)
    await returnToStock('ZJF-1', { at: '2026-02-01T10:00', finding: 'CONF' }, localPerson('库管', 'SSM'), db)
    expect((await saveReplacement(second, null, again, localPerson('何工', 'SSM'), {}, db)).ok).toBe(true)
    expect(await whereIs('ZJF-1')).toBe('installed T2 1车1位')
  })

  test('may put the same item back where it came from', async () => {
    const failure = await failureOn('T1', '2026-01-10T08:00')
    await saveReplacement(failure, null, SWAP, localPerson('何工', 'SSM'), {}, db)
    const back = await saveReplacement(
      failure,
      null,
      { ...SWAP, at: '2026-01-11T09:00', removedSerial: 'ZJF-2', installedSerial: 'ZJF-1', removedDisposition: 'NFF' },
      localPerson('何工', 'SSM'),
      {},
      db,
    )
    expect(back.ok).toBe(true)
  })

  test('that disagrees with the records is written only when the person says so, and the disagreement stays', async () => {
    const first = await failureOn('T1', '2026-01-10T08:00')
    await saveReplacement(first, null, SWAP, localPerson('何工', 'SSM'), {}, db)
    const second = await failureOn('T2', '2026-02-10T08:00')
    const elsewhere: Replacement = { ...SWAP, at: '2026-02-10T09:00', removedSerial: 'ZJF-2', installedSerial: 'ZJF-5' }
    const asked = await saveReplacement(second, null, elsewhere, localPerson('何工', 'SSM'), {}, db)
    expect(asked.ok ? [] : asked.findings.map(({ kind }) => kind)).toEqual(['removed-elsewhere'])
    expect(
      (await saveReplacement(second, null, elsewhere, localPerson('何工', 'SSM'), { confirmed: true }, db)).ok,
    ).toBe(true)
    expect((await lineOf('ZJF-2')).disagreements.map(({ kind }) => kind)).toEqual(['removed-elsewhere'])
  })

  test('says that another serial is at that position by the records', async () => {
    const failure = await failureOn('T1', '2026-01-10T08:00')
    await saveReplacement(failure, null, SWAP, localPerson('何工', 'SSM'), {}, db)
    const wrong = await saveReplacement(
      failure,
      null,
      { ...SWAP, at: '2026-01-20T09:00', removedSerial: 'ZJF-7', installedSerial: 'ZJF-8' },
      localPerson('何工', 'SSM'),
      {},
      db,
    )
    expect(wrong.ok ? [] : wrong.findings.map(({ kind, other }) => [kind, other])).toEqual([
      ['position-holds-another', 'ZJF-2'],
    ])
  })

  test('taken over from an old workbook has a life line too; an item it does not follow up may be installed', async () => {
    const failure = await failureOn('T1', '2026-01-10T08:00')
    await db.recordsOf('replacements').add({
      id: 'old',
      failureId: failure,
      removedSerial: 'ALT-1',
      installedSerial: 'ALT-2',
      at: '2019-05-01',
      batchId: 'b1',
      versions: '["d",1,1,"x"]',
    })
    expect([await whereIs('ALT-1'), await whereIs('ALT-2')]).toEqual(['off', 'installed T1 '])
  })
})

describe('the way of a removed item', () => {
  const step = (kind: CustodyStep['kind'], at: string, to = ''): Omit<CustodyStep, 'by'> => ({
    kind,
    at,
    from: '',
    to,
    doc: 'DN-7',
    note: '',
  })
  const steps = async () =>
    (await removalsOfSerial('ZJF-1', db)).map(({ line }) => custodyOf(line).map(({ kind, by }) => `${kind} ${by}`))

  test('is recorded step by step with its history, and back in stock it may be installed again', async () => {
    const first = await failureOn('T1', '2026-01-10T08:00')
    await saveReplacement(first, null, SWAP, localPerson('何工', 'SSM'), {}, db)
    const [removal] = await removalsOfSerial('ZJF-1', db)
    const id = removal?.line.id ?? ''
    expect(removal?.removedAt).toBe('2026-01-10T09:00')
    await recordCustody(id, step('handedOver', '2026-01-11', '库房'), localPerson('库管', 'WHS'), db)
    const sent = await recordCustody(id, step('sentToRepair', '2026-01-12', '返修车间'), localPerson('库管', 'WHS'), db)
    expect(await refusalsOf(recordCustody(id, step('repaired', '2026-01-20'), localPerson('赵工', 'QAL'), db))).toEqual(
      ['role'],
    )
    await recordCustody(id, step('repaired', '2026-01-20'), localPerson('返修员', 'REP'), db)
    expect(await whereIs('ZJF-1')).toContain('away')
    await recordCustody(id, step('backInStock', '2026-01-22'), localPerson('库管', 'WHS'), db)
    expect(await steps()).toEqual([['handedOver 库管', 'sentToRepair 库管', 'repaired 返修员', 'backInStock 库管']])
    expect(await whereIs('ZJF-1')).toContain('stock')
    expect(await refusalsOf(recordCustody(id, step('scrapped', '2026-01-23'), localPerson('库管', 'WHS'), db))).toEqual(
      ['overtaken'],
    )
    const told = (await db.changes.where('records').equals(`replacements:${id}`).toArray()).filter(
      ({ command }) => command === 'custody-step',
    )
    expect(told.map(({ actor }) => actor)).toEqual(['库管', '库管', '返修员', '库管'])
    const history = await historyOf([`replacements:${id}`], db)
    expect(history.find(({ change }) => change.id === sent?.id)?.fields).toEqual([
      {
        table: 'replacements',
        record: id,
        field: 'custody',
        before: null,
        after: [expect.objectContaining({ kind: 'sentToRepair' })],
      },
    ])
    // An older step is not taken back from under the later ones; the last one is.
    expect(await undo(sent?.id ?? '', localPerson('库管', 'SSM'), '记错', db)).toEqual({
      ok: false,
      why: 'later-entries',
    })
    expect((await steps())[0]).toHaveLength(4)
    expect((await undo(told.at(-1)?.id ?? '', localPerson('库管', 'SSM'), '还没回来', db)).ok).toBe(true)
    expect(await steps()).toEqual([['handedOver 库管', 'sentToRepair 库管', 'repaired 返修员']])
    expect(await whereIs('ZJF-1')).toContain('away')
  })

  test('that ends in scrap keeps it off every train', async () => {
    const first = await failureOn('T1', '2026-01-10T08:00')
    await saveReplacement(first, null, SWAP, localPerson('何工', 'SSM'), {}, db)
    const [removal] = await removalsOfSerial('ZJF-1', db)
    await recordCustody(removal?.line.id ?? '', step('scrapped', '2026-01-15'), localPerson('库管', 'WHS'), db)
    const second = await failureOn('T2', '2026-02-10T08:00')
    const refused = await saveReplacement(
      second,
      null,
      { ...SWAP, at: '2026-02-10T09:00', removedSerial: 'ZJF-3', installedSerial: 'ZJF-1' },
      localPerson('何工', 'SSM'),
      { confirmed: true },
      db,
    )
    expect(refused.ok ? [] : refused.findings.map(({ kind }) => kind)).toContain('scrapped')
  })

  test('loses no step when two people record at once, and an undone step is gone from the life line too', async () => {
    const first = await failureOn('T1', '2026-01-10T08:00')
    await saveReplacement(first, null, SWAP, localPerson('何工', 'SSM'), {}, db)
    const [removal] = await removalsOfSerial('ZJF-1', db)
    const id = removal?.line.id ?? ''
    await Promise.all([
      recordCustody(id, step('handedOver', '2026-01-12', '库房'), localPerson('库管', 'WHS'), db),
      recordCustody(id, step('sentToRepair', '2026-01-12', '返修车间'), localPerson('何工', 'FSE'), db),
    ])
    expect(await steps()).toEqual([['handedOver 库管', 'sentToRepair 何工']])
    const back = await recordCustody(id, step('backInStock', '2026-01-22'), localPerson('库管', 'WHS'), db)
    await undo(back?.id ?? '', localPerson('库管', 'SSM'), '', db)
    expect(await steps()).toEqual([['handedOver 库管', 'sentToRepair 何工']])
    expect(await whereIs('ZJF-1')).toContain('away')
    await returnToStock('ZJF-1', { at: '2026-02-01T10:00' }, localPerson('库管', 'SSM'), db)
    expect((await steps())[0]?.at(-1)).toBe('backInStock 库管')
  })
})
