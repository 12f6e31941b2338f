/** Counts the questions a database is asked, however it is asked: a list of keys read at once is one. */
import type { FracasDatabase } from '../../src/store/database'

const READING = new Set(['get', 'getMany', 'query', 'openCursor', 'count'])

export interface CountedReads {
  readonly since: () => number
}

/** @returns what counts from now on; `since` answers how many reads there were since it was last asked */
export function countReads(db: FracasDatabase): CountedReads {
  let reads = 0
  db.use({
    stack: 'dbcore',
    name: 'count-reads',
    create: (core) => ({
      ...core,
      table: (name) => {
        const table = core.table(name)
        return new Proxy(table, {
          get: (target, method) => {
            const value: unknown = Reflect.get(target, method)
            if (typeof value !== 'function' || typeof method !== 'string' || !READING.has(method)) return value
            return (...values: unknown[]) => {
              reads += 1
              return Reflect.apply(value, target, values) as unknown
            }
          },
        })
      },
    }),
  })
  return {
    since: () => {
      const counted = reads
      reads = 0
      return counted
    },
  }
}
