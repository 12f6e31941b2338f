import { beforeEach, expect, test } from 'vitest'
import { codeBook } from '../../../src/domain/codeBook'
import { localPerson } from '../../../src/domain/person'
import { withCompanyWords } from '../../../src/exchange/tables/companyWords'
import { allCodeItems, saveCodeItem } from '../../../src/store/codeItems'
import { undo } from '../../../src/store/commit'
import type { FracasDatabase } from '../../../src/store/database'
import { mergeCodes, usageOfCode } from '../../../src/store/mergeCodes'
import { stored } from '../../support/aCaseFile'
import { freshDatabase } from '../../support/freshDatabase'
import { refusalsOf } from '../../support/refusalsOf'

const keeper = localPerson('吴工', 'ADM')
let db: FracasDatabase
beforeEach(async () => {
  db = freshDatabase()
  await saveCodeItem(
    { list: 'CL-SYM', code: 'HISS', zh: '嘶嘶声', en: 'Hissing', synonyms: '嘶响', active: true },
    keeper,
    db,
  )
  await db
    .recordsOf('failures')
    .bulkPut([
      stored<'failures'>({ id: 'f1', symptomCode: 'HISS' }),
      stored<'failures'>({ id: 'f2', symptomCode: 'LEAK_EXT' }),
    ])
})
const book = async () => codeBook(await allCodeItems(db))['CL-SYM']

test('merging two codes moves the records, retires the one, and is taken back as one', async () => {
  expect(await usageOfCode('CL-SYM', 'HISS', db)).toEqual([{ table: 'failures', field: 'symptomCode', count: 1 }])
  expect(await refusalsOf(mergeCodes('CL-SYM', 'HISS', 'LEAK_EXT', keeper, ' ', db))).toEqual(['reason-needed'])
  const change = await mergeCodes('CL-SYM', 'HISS', 'LEAK_EXT', keeper, '一回事', db)
  expect((await db.recordsOf('failures').get('f1'))?.symptomCode).toBe('LEAK_EXT')
  expect((await book()).find(({ code }) => code === 'HISS')).toMatchObject({ isActive: false, mergedInto: 'LEAK_EXT' })
  await undo(change?.id ?? '', keeper, '', db)
  expect((await db.recordsOf('failures').get('f1'))?.symptomCode).toBe('HISS')
  expect((await book()).find(({ code }) => code === 'HISS')).toMatchObject({ isActive: true, mergedInto: '' })
})

test('files that use the words of a merged code are read as the one that stands', async () => {
  await mergeCodes('CL-SYM', 'HISS', 'LEAK_EXT', keeper, '一回事', db)
  const { symptomCode = {} } = withCompanyWords({}, await allCodeItems(db))
  expect([symptomCode['嘶嘶声'], symptomCode['hissing'], symptomCode['嘶响']]).toEqual([
    'LEAK_EXT',
    'LEAK_EXT',
    'LEAK_EXT',
  ])
  expect(withCompanyWords({ symptomCode: { 嘶响: 'LEAK_INT' } }, await allCodeItems(db)).symptomCode?.['嘶响']).toBe(
    'LEAK_INT',
  )
})

test('codes stand where the company puts them', async () => {
  await saveCodeItem({ list: 'CL-SYM', code: 'HISS', zh: '嘶嘶声', en: 'Hissing', order: -1 }, keeper, db)
  expect((await book())[0]?.code).toBe('HISS')
})
