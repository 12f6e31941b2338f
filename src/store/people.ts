/** Who may be named as an owner, an author or a reviewer: the people in use, with the department or place they belong to. */
import { isEnded, PERSON } from '../domain/masterData'
import type { StoredRecord } from '../domain/records/tables'
import { database, type FracasDatabase } from './database'
import { masterRecords } from './masterRecords'

export interface NamedPerson {
  readonly name: string
  /** Department or place; empty where nobody said. */
  readonly of: string
}

export async function peopleNames(db: FracasDatabase = database): Promise<readonly NamedPerson[]> {
  const parties = (await masterRecords('parties', db)) as readonly StoredRecord<'parties'>[]
  const names = new Map(parties.map(({ id, short, name = '' }) => [id, short ?? name]))
  return parties
    .filter((party) => party.kind === PERSON && !isEnded('parties', party, ''))
    .map(({ name = '', parentId = '' }) => ({ name, of: names.get(parentId) ?? '' }))
    .toSorted((a, b) => a.name.localeCompare(b.name, 'zh-CN'))
}
