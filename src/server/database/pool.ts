/** The way to PostgreSQL for everything the service does. */
import { Pool, type PoolClient, type QueryResult, type QueryResultRow } from 'pg'

/** A pool or a connection within a transaction: what a statement needs. */
export interface Queryable {
  query<Row extends QueryResultRow>(sql: string, values?: readonly unknown[]): Promise<QueryResult<Row>>
}

const MOST_CONNECTIONS = 20

export function openPool(address: string): Pool {
  const pool = new Pool({
    connectionString: address,
    max: MOST_CONNECTIONS,
    connectionTimeoutMillis: 5000,
    application_name: 'fracas',
  })
  // Connections that lie idle break when the server goes away; whoever asks next is told.
  pool.on('error', () => undefined)
  return pool
}

export async function answers(pool: Pool): Promise<boolean> {
  try {
    await pool.query('select 1')
    return true
  } catch {
    return false
  }
}

/** All of it or nothing. */
export async function inTransaction<T>(pool: Pool, work: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  let broken: Error | undefined
  // Without a listener a connection that breaks between two statements would end the service.
  const note = (error: Error): void => {
    broken = error
  }
  client.on('error', note)
  try {
    await client.query('begin')
    const result = await work(client)
    await client.query('commit')
    return result
  } catch (error) {
    await client.query('rollback').catch((cause: Error) => {
      broken = cause
    })
    throw error
  } finally {
    client.off('error', note)
    client.release(broken)
  }
}
