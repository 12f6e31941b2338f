/**
 * What records are found by when a serial is asked for: beside each row its serials as they are compared. The indexes of
 * IndexedDB know texts letter by letter, and a plate typed with a blank, at full width or in small letters is the same item.
 * The keys are written with a row and taken off when it is read, so that nobody else knows of them.
 */
import type { DBCore, DBCoreTable, Middleware } from 'dexie'
import { namesIn } from '../domain/otherNames'
import { serialIdentity } from '../domain/serialIdentity'
import { familyOf, isTableName } from '../domain/records/tables'

export const SERIAL_KEYS = 'serialKeys'

/** The field that holds several, as one text. */
const OTHER_SPELLINGS = 'aliases'

type Row = Readonly<Record<string, unknown>>

function keyed(row: Row, serials: readonly string[]): Row {
  const keys = serials.flatMap((field) => {
    const serial = row[field]
    if (typeof serial !== 'string' || serial.trim() === '') return []
    return field === OTHER_SPELLINGS ? namesIn(serial).map(serialIdentity) : [serialIdentity(serial)]
  })
  const { [SERIAL_KEYS]: _, ...fields } = row
  return keys.length === 0 ? fields : { ...fields, [SERIAL_KEYS]: [...new Set(keys)] }
}

function unkeyed(row: unknown): unknown {
  if (typeof row !== 'object' || row === null || !(SERIAL_KEYS in row)) return row
  const { [SERIAL_KEYS]: _, ...fields } = row
  return fields
}

function withKeys(table: DBCoreTable, serials: readonly string[]): DBCoreTable {
  return {
    ...table,
    mutate: (request) =>
      table.mutate(
        request.type === 'add' || request.type === 'put'
          ? { ...request, values: request.values.map((row) => keyed(row as Row, serials)) }
          : request,
      ),
    // `then` on the promises of the database: an `async` function would leave the transaction it runs in.
    get: (request) => table.get(request).then(unkeyed),
    getMany: (request) => table.getMany(request).then((rows) => rows.map(unkeyed)),
    query: (request) =>
      table
        .query(request)
        .then((answer) => (request.values === true ? { ...answer, result: answer.result.map(unkeyed) } : answer)),
  }
}

/** To be used by a database whose families name their `serials`. */
export const serialKeys: Middleware<DBCore> = {
  stack: 'dbcore',
  name: SERIAL_KEYS,
  create: (below) => ({
    ...below,
    table: (name) => {
      const table = below.table(name)
      const serials = isTableName(name) ? familyOf(name).serials : []
      return serials.length === 0 ? table : withKeys(table, serials)
    },
  }),
}
