/** Views people saved: an address under a name, for everybody who works on the same data. */
import type { Change } from '../domain/change'
import type { Person } from '../domain/person'
import { commit } from './commit'
import { database, type FracasDatabase } from './database'
import { newId } from './newId'

export interface SavedView {
  readonly id: string
  readonly name: string
  /** Path and question of the page, as the address bar shows them. */
  readonly address: string
}

/** Settings of this name hold the views, one each, so that two people who save one each lose neither. */
const SETTING = 'view'

/** An address within the program and nothing else: what is stored may come from another device. */
export const isOwnAddress = (address: unknown): address is string =>
  typeof address === 'string' && /^\/(?![/\\])[^\s]*$/u.test(address) && address.length <= 8000

function viewOf(id: string, value: unknown): SavedView | null {
  if (typeof value !== 'object' || value === null || !('title' in value) || !('address' in value)) return null
  const { title, address } = value
  return typeof title === 'string' && isOwnAddress(address) ? { id, name: title, address } : null
}

/** By name. */
export async function savedViews(db: FracasDatabase = database): Promise<readonly SavedView[]> {
  const rows = await db.recordsOf('settings').toArray()
  return rows
    .flatMap(({ id, name, value, deleted }) => (name === SETTING && deleted !== true ? (viewOf(id, value) ?? []) : []))
    .sort((a, b) => a.name.localeCompare(b.name, 'zh'))
}

/** @param address of the page as it is shown now */
export const saveView = (
  name: string,
  address: string,
  person: Person,
  db: FracasDatabase = database,
): Promise<Change | null> =>
  commit(
    { name: 'save-view', person },
    async () => [
      { table: 'settings', record: newId(), fields: { name: SETTING, value: { title: name.trim(), address } } },
    ],
    db,
  )

export const removeView = (id: string, person: Person, db: FracasDatabase = database): Promise<Change | null> =>
  commit(
    { name: 'remove-view', person },
    async () => [{ table: 'settings', record: id, fields: { deleted: true } }],
    db,
  )
