/** One ledger as it is mailed three months running, with a report in between and one import taken back. */
import { expect, test, type Page } from '@playwright/test'
import { utils, write } from 'xlsx'
import type { StoredRecord, TableName } from '../../src/domain/records/tables'
import { countIn, recordsIn } from './pages/database'
import { DataPage } from './pages/DataPage'

const HEADER =
  '故障编号,车型,车号,部件名称,故障现象,发生时间,故障等级,处理措施,换下件号,换上件号,原因分析,纠正措施,完成日期,闭环状态'
const MARCH = [
  'GZ-2024-0001,CRH380A,2901,中继阀,中继阀排风口漏风,2024-03-05,Ⅲ,更换中继阀,ZJ2001-0001,ZJ2301-0007,,,,未闭环',
  'GZ-2024-0002,CRH380A,2902,电源板,EBCU重启报轻微故障,2024-03-06,Ⅲ,断电复位,,,,,,未闭环',
]
const APRIL = [
  'GZ-2024-0001,CRH380A,2901,中继阀,中继阀排风口漏风。,2024-03-05,Ⅲ,更换中继阀,ZJ2001-0001,ZJ23O1-0007,膜板老化,,,未闭环',
  'GZ-2024-0002,CRH380A,2902,电源板,EBCU重启报轻微故障,2024-03-06 10:20,Ⅱ,断电复位,,,,,,未闭环',
  'GZ-2024-0003,CRH380A,2903,活塞环,打风时间长且温度高,2024-04-07,Ⅱ,更换活塞环,HS2001-0003,HS2301-0001,,,,未闭环',
]
const REPORT = [
  '故障分析报告',
  '报告编号,FX-2024-0001,故障编号,GZ-2024-0001',
  '车型,CRH380A,列车号,2901',
  '故障部件,中继阀,分析人,张工',
  '原因分析,膜板老化，导致中继阀排风口漏风',
]
const MAY = [
  `${APRIL[0]!.slice(0, APRIL[0]!.indexOf('膜板'))}膜板老化,膜板改用氟硅橡胶,2024-05-20,已闭环`,
  APRIL[1]!,
  APRIL[2]!,
]

async function mail(data: DataPage, name: string, rows: readonly string[], separator = ','): Promise<void> {
  const book = utils.book_new()
  utils.book_append_sheet(book, utils.aoa_to_sheet(rows.map((row) => row.split(separator))), '台账')
  await data.open()
  await data.page.locator('.drop input[type=file]').setInputFiles({
    name,
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    buffer: Buffer.from(write(book, { type: 'buffer', bookType: 'xlsx' }) as Uint8Array),
  })
  await data.previewShown()
}

const failure = async (page: Page, no: string) => (await recordsIn(page, 'failures')).find((one) => one.no === no)
const liveIn = async <T extends TableName>(page: Page, table: T): Promise<readonly StoredRecord<T>[]> =>
  (await recordsIn(page, table)).filter(({ deleted }) => deleted !== true)

test('three months of one ledger: nothing is doubled, nothing that is only written otherwise is asked, and one can be taken back', async ({
  page,
}) => {
  const data = new DataPage(page)
  const { t } = data.app
  await mail(data, '三月.xlsx', [HEADER, ...MARCH])
  await data.commit()

  await mail(data, '四月.xlsx', [HEADER, ...APRIL])
  const known = page.locator('.card').filter({ has: page.getByRole('heading', { name: t.againTitle, exact: true }) })
  // The full stop and the O are no differences, the minute is filled; the severity is one.
  await expect(known.getByRole('checkbox')).toHaveCount(1)
  await known.getByRole('checkbox').check()
  await data.previewShown()
  await data.commit()
  expect(await countIn(page, 'failures')).toBe(3)
  expect(await failure(page, 'GZ-2024-0002')).toMatchObject({ severity: '2', occurredAt: '2024-03-06T10:20' })
  expect((await liveIn(page, 'replacements')).map(({ installedSerial }) => installedSerial).sort()).toEqual([
    'HS2301-0001',
    'ZJ2301-0007',
  ])
  expect((await liveIn(page, 'rootCauseAnalyses')).map(({ rootCauseText }) => rootCauseText)).toEqual(['膜板老化'])

  await mail(data, '分析.xlsx', [...REPORT])
  await known.getByRole('checkbox').check()
  await data.previewShown()
  await data.commit()
  expect(await liveIn(page, 'rootCauseAnalyses')).toMatchObject([
    { rootCauseText: '膜板老化，导致中继阀排风口漏风', author: '张工', reportNo: 'FX-2024-0001' },
  ])

  await mail(data, '五月.xlsx', [HEADER, ...MAY])
  await known.getByRole('button', { name: t.againTakeAll }).click()
  await data.previewShown()
  await expect(known.getByText(t.againSteps('1', '0'))).toBeVisible()
  await data.commit()
  expect(await failure(page, 'GZ-2024-0001')).toMatchObject({ state: 'CLOSED' })
  expect(await liveIn(page, 'rootCauseAnalyses')).toHaveLength(1)
  expect(await liveIn(page, 'correctiveActions')).toMatchObject([{ description: '膜板改用氟硅橡胶' }])

  await data.open()
  await data.history.first().getByRole('button', { name: t.importUndo }).click()
  await expect(data.history.first()).toContainText(t.importUndone)
  await expect.poll(async () => (await failure(page, 'GZ-2024-0001'))?.['state']).toBe('SUBMITTED')
  expect(await failure(page, 'GZ-2024-0002')).toMatchObject({ severity: '2' })
  await data.app.open('/failures')
  await expect(page.getByText('GZ-2024-0003').first()).toBeVisible()
})
