/** Organisations and places named by the rows: found among the known ones by name, or made once. */
import { plainText } from '../../domain/plainText'
import type { PlannedRecord } from '../../domain/importPlan'
import type { KnownRecords } from './knownRecords'
import { decidedName, type WordDecisions } from '../tables/wordDecisions'

export type PartyKind = 'operator' | 'depot' | 'line'

export interface PartyDesk {
  /** The id of the party of that name; undefined for an empty name. */
  readonly idOf: (kind: PartyKind, name: unknown, parentId?: string) => string | undefined
  readonly added: readonly PlannedRecord<'parties'>[]
}

export function partyDesk(known: KnownRecords, newId: () => string, decisions: WordDecisions = {}): PartyDesk {
  const ids = new Map<string, string>(
    known.parties.flatMap((party) =>
      [party.name, party.short]
        .filter((name) => name !== undefined)
        .map((name) => [`${party.kind}|${plainText(name)}`, party.id] as const),
    ),
  )
  const added: PlannedRecord<'parties'>[] = []
  return {
    added,
    idOf: (kind, word, parentId) => {
      const name = decidedName(decisions, kind, word)
      if (typeof name !== 'string' || name.trim() === '') return undefined
      const key = `${kind}|${plainText(name)}`
      const found = ids.get(key)
      if (found !== undefined) return found
      const id = newId()
      ids.set(key, id)
      added.push({ id, kind, name: name.trim(), ...(parentId === undefined ? {} : { parentId }) })
      return id
    },
  }
}
