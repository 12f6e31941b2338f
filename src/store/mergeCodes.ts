/** Two codes of one list become one: records that hold the one hold the other, in one change that can be taken back. */
import { naturalId } from '../domain/naturalId'
import type { Change } from '../domain/change'
import { codeBook } from '../domain/codeBook'
import type { CodeListName } from '../domain/codeListName'
import { fieldsWithCodes } from '../domain/codeReferences'
import { CommandRefused } from '../domain/commandTrouble'
import { withNames } from '../domain/otherNames'
import type { Person } from '../domain/person'
import { allCodeItems } from './codeItems'
import { commit, whySaid, type RecordPatch } from './commit'
import { database, type FracasDatabase } from './database'
import type { UsageCount } from './masterUsage'
import { undoneBatchIds } from './undoneBatches'
import { isShownWith, type Imported } from '../domain/liveRecord'

type Row = Imported & Readonly<Record<string, unknown>> & { readonly id: string }

const withCode = (value: unknown, from: string, into: string): unknown =>
  Array.isArray(value)
    ? [...new Set(value.map((code: unknown) => (code === from ? into : code)))]
    : value === from
      ? into
      : value

/** Records that hold a code, by field. */
async function holders(
  list: CodeListName,
  code: string,
  db: FracasDatabase,
): Promise<readonly { readonly table: UsageCount['table']; readonly field: string; readonly rows: readonly Row[] }[]> {
  const undone = await undoneBatchIds(db)
  return Promise.all(
    fieldsWithCodes(list).map(async ({ table, field, isMany }) => ({
      table,
      field,
      rows: (
        (await db
          .recordsOf(table)
          .filter((record) => {
            const value = (record as unknown as Row)[field]
            return isMany ? Array.isArray(value) && value.includes(code) : value === code
          })
          .toArray()) as unknown as readonly Row[]
      ).filter((record) => isShownWith(record, {}, undone)),
    })),
  )
}

/** How many records hold a code, field by field. */
export const usageOfCode = async (
  list: CodeListName,
  code: string,
  db: FracasDatabase = database,
): Promise<readonly UsageCount[]> =>
  (await holders(list, code, db)).flatMap(({ table, field, rows }) =>
    rows.length === 0 ? [] : [{ table, field, count: rows.length }],
  )

/**
 * @throws CommandRefused when the person may not, when one of the two is no code of the list, or nobody says why
 */
export async function mergeCodes(
  list: CodeListName,
  from: string,
  into: string,
  person: Person,
  why: string,
  db: FracasDatabase = database,
): Promise<Change | null> {
  if (why.trim() === '')
    throw new CommandRefused([{ code: 'reason-needed', fields: ['codeItems.mergedInto'] }], 'merge-codes')
  return commit(
    { name: 'merge-codes', person, ...whySaid({ why }) },
    async (db) => {
      const items = await allCodeItems(db)
      const codes = codeBook(items)[list]
      const [gone, stays] = [from, into].map((code) => codes.find((known) => known.code === code))
      if (gone === undefined || stays === undefined || from === into || !stays.isActive)
        throw new CommandRefused([{ code: 'not-mergeable' }], 'merge-codes')
      const itemOf = (code: string) => items.find((item) => item.list === list && item.code === code)
      const patches = new Map<
        string,
        { table: RecordPatch['table']; record: string; fields: Record<string, unknown> }
      >()
      for (const { table, field, rows } of await holders(list, from, db))
        for (const row of rows) {
          const patch = patches.get(`${table}:${row.id}`) ?? { table, record: row.id, fields: {} }
          patch.fields[field] = withCode(row[field], from, into)
          patches.set(`${table}:${row.id}`, patch)
        }
      const { zh, en } = gone
      return [
        {
          table: 'codeItems',
          record: itemOf(into)?.id ?? naturalId('codeItems', { list, code: into }),
          fields: {
            list,
            code: into,
            zh: stays.zh,
            en: stays.en,
            active: true,
            synonyms: withNames(itemOf(into)?.synonyms, [zh, en, itemOf(from)?.synonyms], [stays.zh, stays.en]),
          },
        },
        {
          table: 'codeItems',
          record: itemOf(from)?.id ?? naturalId('codeItems', { list, code: from }),
          fields: { list, code: from, zh, en, active: false, mergedInto: into },
        },
        ...patches.values(),
      ]
    },
    db,
  )
}
