/** Commands on the bill of materials. */
import type { Person } from '../domain/person'
import type { Change } from '../domain/change'
import { commit } from './commit'
import { database, type FracasDatabase } from './database'

/** Assigns failures to a node and remembers their wording as another name of it, in one change. */
export async function assignWords(
  failureIds: readonly string[],
  words: string,
  nodeId: string,
  person: Person,
  db: FracasDatabase = database,
): Promise<Change | null> {
  return commit(
    { name: 'assign-part', person },
    async (db) => {
      const node = await db.recordsOf('bomNodes').get(nodeId)
      const aliases = (node?.aliases ?? '')
        .split(/[;；]/u)
        .map((alias) => alias.trim())
        .filter((alias) => alias !== '')
      const remembered =
        words === '' || aliases.includes(words) || node?.name === words
          ? []
          : [{ table: 'bomNodes' as const, record: nodeId, fields: { aliases: [...aliases, words].join('；') } }]
      return [
        ...failureIds.map((record) => ({ table: 'failures' as const, record, fields: { bomNodeId: nodeId } })),
        ...remembered,
      ]
    },
    db,
  )
}
