import { localPerson } from '../../../src/domain/person'
import { expect, test } from 'vitest'
import { undo } from '../../../src/store/commit'
import {
  allTemplates,
  deleteTemplate,
  duplicateTemplate,
  saveTemplate,
  templateOf,
} from '../../../src/store/reportTemplates'
import { backupOf, restoredFrom } from '../../support/backups'
import { freshDatabase } from '../../support/freshDatabase'

const BYTES = new TextEncoder().encode('stands for a workbook').buffer as ArrayBuffer
const id = 't-1'
const TEMPLATE = {
  id,
  name: '客户甲 报告表',
  kind: 'failure-report',
  language: 'zh',
  fileName: '甲.xlsx',
  bytes: BYTES,
  binding: { sheet: '表', cells: [{ cell: 'B3', field: 'node' }], lines: [] },
}

test('a template is saved, changed, duplicated and deleted, and each of these can be taken back', async () => {
  const db = freshDatabase()
  await saveTemplate(TEMPLATE, localPerson('何工', 'SSM'), db)
  await saveTemplate({ ...TEMPLATE, name: '客户甲 2026' }, localPerson('何工', 'SSM'), db)
  await duplicateTemplate(id, '副本', localPerson('何工', 'SSM'), db)
  expect((await allTemplates(db)).map(({ name }) => name)).toEqual(['副本', '客户甲 2026'])
  expect(await db.blobs.count()).toBe(1)
  const gone = await deleteTemplate(id, localPerson('何工', 'SSM'), db)
  expect([await templateOf(id, db), (await allTemplates(db)).length]).toEqual([null, 1])
  await undo(gone?.id ?? '', localPerson('何工', 'SSM'), '', db)
  await deleteTemplate(id, localPerson('何工', 'SSM'), db)
  await saveTemplate({ ...TEMPLATE, name: '客户甲 2026' }, localPerson('何工', 'SSM'), db)
  const back = await templateOf(id, db)
  expect([back?.template, new Uint8Array(back?.bytes ?? new ArrayBuffer(0))]).toMatchObject([
    { name: '客户甲 2026', binding: TEMPLATE.binding },
    new Uint8Array(BYTES),
  ])
  expect((await db.changes.toArray()).map(({ command }) => command)).toEqual([
    'add-template',
    'edit-template',
    'add-template',
    'delete-template',
    'undo',
    'delete-template',
    'edit-template',
  ])
})

test('a backup carries templates with their workbooks', async () => {
  const db = freshDatabase()
  await saveTemplate(TEMPLATE, localPerson('何工', 'SSM'), db)
  const other = await restoredFrom(await backupOf(db))
  const back = await templateOf(id, other)
  expect(new TextDecoder().decode(back?.bytes)).toBe('stands for a workbook')
  expect(back?.template.name).toBe(TEMPLATE.name)
})
