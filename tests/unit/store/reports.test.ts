import { describe, expect, test } from 'vitest'
import { localPerson } from '../../../src/domain/person'
import type { StoredReport } from '../../../src/domain/storedReport'
import { FracasDatabase } from '../../../src/store/database'
import { conclusionOf, saveConclusion, storedReport, storedReports, fileReport } from '../../../src/store/reports'
import { backupOf, restoredFrom } from '../../support/backups'

const REPORT: Omit<StoredReport, 'id'> = {
  question: '{"kind":"weekly"}',
  kind: 'weekly',
  title: '周故障简报：全部产品',
  language: 'zh',
  conclusion: '无',
  figures: [
    { name: 'now.failures', of: '', value: 3 },
    { name: 'now.fpmk', of: '', value: null },
  ],
  inputsHash: 'ab',
  storedAt: '2026-01-05T08:30+08:00',
  storedBy: '何工',
  build: 'test',
}
let databases = 0
const filed = async (report: Omit<StoredReport, 'id'>, db: FracasDatabase): Promise<string> =>
  (await fileReport(report, localPerson('何工', 'QAL'), db))?.edits[0]?.record ?? ''
const empty = (): FracasDatabase => new FracasDatabase(`reports-${(databases += 1)}`)

describe('reports on file', () => {
  test('are listed latest first and come back as they were', async () => {
    const db = empty()
    const first = await filed(REPORT, db)
    const second = await filed({ ...REPORT, storedAt: '2026-01-06T08:30+08:00' }, db)
    expect((await storedReports(db)).map(({ id }) => id)).toEqual([second, first])
    expect(await storedReport(first, db)).toEqual({ ...REPORT, id: first })
  })

  test('go into a backup and come out of it, with the conclusions being written', async () => {
    const db = empty()
    const id = await filed(REPORT, db)
    await saveConclusion({ key: 'k', text: '膜片批次需要普查', savedAt: 1 }, localPerson('赵工', 'QAL'), db)
    const other = await restoredFrom(await backupOf(db))
    expect([await storedReport(id, other), (await conclusionOf('k', other))?.text]).toEqual([
      { ...REPORT, id },
      '膜片批次需要普查',
    ])
  })

  test('are filed by whoever works on failures, and by no reader', async () => {
    const db = empty()
    await expect(fileReport(REPORT, localPerson('访客', 'VIEW'), db)).rejects.toThrow('file-report')
    expect(await storedReports(db)).toEqual([])
  })

  test('a conclusion that was emptied is gone', async () => {
    const db = empty()
    await saveConclusion({ key: 'k', text: 'x', savedAt: 1 }, localPerson('赵工', 'QAL'), db)
    await saveConclusion({ key: 'k', text: '', savedAt: 2 }, localPerson('赵工', 'QAL'), db)
    expect(await conclusionOf('k', db)).toBeUndefined()
  })
})
