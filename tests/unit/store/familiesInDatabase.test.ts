import { afterEach, expect, test } from 'vitest'
import { familyOf, TABLE_NAMES } from '../../../src/domain/records/tables'
import { FracasDatabase } from '../../../src/store/database'
import { SERIAL_KEYS } from '../../../src/store/serialKeys'

const opened: FracasDatabase[] = []
afterEach(() => {
  for (const db of opened.splice(0)) db.close()
})

/** The newest version of the database has a table for every family, with just the indexes its description asks for. */
test.each(TABLE_NAMES)('%s is stored with the indexes of its description', async (table) => {
  const db = new FracasDatabase(`families-${table}`)
  opened.push(db)
  await db.open()
  const { primKey, indexes } = db.table(table).schema
  expect(primKey.keyPath).toBe('id')
  const family = familyOf(table)
  expect(indexes.map(({ keyPath }) => keyPath)).toEqual([
    ...family.indexes,
    ...(family.serials.length === 0 ? [] : [SERIAL_KEYS]),
  ])
})
