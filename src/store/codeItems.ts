/** Codes the company added or changed, and settings every device should share. */
import type { Change } from '../domain/change'
import { codeBook } from '../domain/codeBook'
import type { CodeListName } from '../domain/codeListName'
import { naturalId } from '../domain/naturalId'
import type { Person } from '../domain/person'
import type { StoredRecord } from '../domain/records/tables'
import type { CodeItem } from '../domain/records/codeItem'
import type { Json } from '../domain/records/field'
import { commit } from './commit'
import { database, type FracasDatabase } from './database'

export const allCodeItems = async (db: FracasDatabase = database): Promise<StoredRecord<'codeItems'>[]> =>
  (await db.recordsOf('codeItems').toArray()).filter((item) => item.deleted !== true)

/** Adds a code to a list, or changes the one of that code. */
export async function saveCodeItem(
  fields: CodeItem & { list: string; code: string },
  person: Person,
  db: FracasDatabase = database,
): Promise<Change | null> {
  return commit(
    { name: 'save-code', person },
    async (db) => {
      const known = (await db.recordsOf('codeItems').toArray()).find(
        (item) => item.list === fields.list && item.code === fields.code,
      )
      return [
        {
          table: 'codeItems',
          record: known?.id ?? naturalId('codeItems', fields),
          fields: { ...fields, deleted: null },
        },
      ]
    },
    db,
  )
}

export async function setting(name: string, db: FracasDatabase = database): Promise<Json | undefined> {
  return (await db.recordsOf('settings').toArray()).find((setting) => setting.name === name && setting.deleted !== true)
    ?.value
}

export async function saveSetting(
  name: string,
  value: Json,
  person: Person,
  db: FracasDatabase = database,
): Promise<Change | null> {
  return commit(
    { name: 'save-setting', person },
    async (db) => {
      const known = (await db.recordsOf('settings').toArray()).find((setting) => setting.name === name)
      return [
        {
          table: 'settings',
          record: known?.id ?? naturalId('settings', { name }),
          fields: { name, value, deleted: null },
        },
      ]
    },
    db,
  )
}

/** Puts the codes of a list in an order; each keeps its words. */
export async function orderCodes(
  list: CodeListName,
  inOrder: readonly string[],
  person: Person,
  db: FracasDatabase = database,
): Promise<Change | null> {
  return commit(
    { name: 'save-code', person },
    async (db) => {
      const items = (await db.recordsOf('codeItems').toArray()).filter((item) => item.list === list)
      const codes = codeBook(items.filter((item) => item.deleted !== true))[list]
      return codes.map(({ code, zh, en, isActive }) => {
        const known = items.find((item) => item.code === code)
        return {
          table: 'codeItems',
          record: known?.id ?? naturalId('codeItems', { list, code }),
          fields: { list, code, zh, en, active: isActive, order: inOrder.indexOf(code), deleted: null },
        }
      })
    },
    db,
  )
}
