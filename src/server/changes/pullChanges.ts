/** What the company has done since a place in its order, for a device that knows everything before it. */
import type { Pool } from 'pg'
import type { ImportedRows } from '../../domain/importBatch'
import type { LoggedChange } from '../../domain/loggedChange'
import type { Arrival, Pull } from '../../domain/team/protocol'
import * as sql from './changeStatements'

/** After so much text the rest comes with the next answer; one change is never cut. */
const MOST_CHARACTERS = 8 * 2 ** 20

interface Row {
  readonly seq: number
  readonly body: string
  readonly batchId: string | null
  readonly command: string
}

/**
 * @param device whose own changes are left out: it has them
 * @param limit of changes in one answer
 */
export async function changesAfter(pool: Pool, after: number, device: string, limit: number): Promise<Pull> {
  // The head first: what is taken in while the changes are read comes with the next question.
  const head = await headOf(pool)
  const { rows } = await pool.query<Row>(sql.CHANGES_AFTER, [after, device, limit])
  const arrivals: Arrival[] = []
  let characters = 0
  for (const { seq, body, batchId, command } of rows) {
    if (arrivals.length > 0 && characters + body.length > MOST_CHARACTERS) break
    characters += body.length
    const entries = JSON.parse(body) as readonly LoggedChange[]
    const isImport = batchId !== null && command === 'import'
    const imported = isImport ? (await pool.query<ImportedRows>(sql.ROWS_OF, [batchId])).rows : []
    arrivals.push({ seq, entries, ...(imported.length === 0 ? {} : { rows: imported }) })
  }
  const last = arrivals.at(-1)?.seq ?? after
  const isAll = arrivals.length === rows.length && rows.length < limit
  const upTo = isAll ? Math.max(head, last) : last
  return { arrivals, head: Math.max(head, last), upTo }
}

export async function headOf(pool: Pool): Promise<number> {
  return (await pool.query<{ head: number }>(sql.HEAD)).rows[0]?.head ?? 0
}
