/** Organisations and places named by the rows: found among the known ones by name, or made once. */
import { namesIn } from '../../domain/otherNames'
import type { IdFor } from '../../domain/naturalId'
import { plainText } from '../../domain/plainText'
import type { PlannedRecord } from '../../domain/importPlan'
import type { Origin } from '../../domain/records/tables'
import type { KnownRecords } from './knownRecords'
import type { MasterReconciler } from './masterReconciler'
import { decidedName, type WordDecisions } from '../tables/wordDecisions'

export type PartyKind = 'operator' | 'depot' | 'line'

export interface PartyResolver {
  /** The id of the party of that name; undefined for an empty name. */
  readonly idOf: (kind: PartyKind, name: unknown, parentId?: string) => string | undefined
  /** The id of the party of that name if there is one; nothing is made. */
  readonly known: (kind: PartyKind, name: unknown) => string | undefined
  /** The same for a list of masters, which knows what the party belongs to: a ledger only says who used the train that day. */
  readonly listed: (kind: PartyKind, name: unknown, parentId: string | undefined, origin: Origin) => string | undefined
  readonly added: readonly PlannedRecord<'parties'>[]
}

export function partyResolver(
  known: KnownRecords,
  masters: MasterReconciler,
  idFor: IdFor,
  decisions: WordDecisions = {},
): PartyResolver {
  const parties = new Map<string, PlannedRecord<'parties'>>(
    known.parties.flatMap((party) =>
      [party.name, party.short]
        .filter((name) => name !== undefined)
        .map((name) => [`${party.kind}|${plainText(name)}`, party] as const),
    ),
  )
  // A former name finds its place, unless another bears it now.
  for (const party of known.parties)
    for (const name of namesIn(party.aliases)) {
      const key = `${party.kind}|${plainText(name)}`
      if (!parties.has(key)) parties.set(key, party)
    }
  const added: PlannedRecord<'parties'>[] = []
  const keyOf = (kind: PartyKind, word: unknown): string => {
    const name = decidedName(decisions, kind, word)
    return typeof name === 'string' ? `${kind}|${plainText(name)}` : ''
  }
  const find = (
    kind: PartyKind,
    word: unknown,
    parentId: string | undefined,
    origin?: Origin,
  ): PlannedRecord<'parties'> | undefined => {
    const name = decidedName(decisions, kind, word)
    if (typeof name !== 'string' || name.trim() === '') return undefined
    const key = keyOf(kind, word)
    const found = parties.get(key)
    if (found !== undefined) return found
    const party: PlannedRecord<'parties'> = {
      id: idFor('parties', { kind, name }),
      kind,
      name: name.trim(),
      ...(parentId === undefined ? {} : { parentId }),
      ...(origin === undefined ? {} : { origin }),
    }
    parties.set(key, party)
    added.push(party)
    masters.isPlanned(party.id)
    return party
  }
  return {
    added,
    known: (kind, word) => parties.get(keyOf(kind, word))?.id,
    idOf: (kind, word, parentId) => find(kind, word, parentId)?.id,
    listed: (kind, word, parentId, origin) => {
      const party = find(kind, word, parentId, origin)
      if (party !== undefined && parentId !== undefined && parentId !== party.id)
        masters.say('parties', party, { parentId }, origin)
      return party?.id
    },
  }
}
