/**
 * Which BOM node does a row mean? A part number decides when the BOM knows it. Where a row has only words, the node of
 * exactly that name; else what the other rows with the same words and a part number agree on; else the only node
 * whose name fits the words. When none of these is clear the row stays unassigned and a person decides: a wrong part
 * would falsify two rates, an open one falsifies none.
 */
import { plainText } from '../../domain/plainText'
import type { BomNode } from '../../domain/records/bomNode'

export type PartReason = 'part-number' | 'name' | 'alias' | 'same-words-elsewhere' | 'fits-only-one' | 'serial-family'

export interface PartEvidence {
  readonly words: string
  readonly partNo: string
  readonly serial: string
  /** name or number of the assembly it sits in */
  readonly parent?: string
}

export interface MatchedPart {
  readonly nodeId: string
  readonly reason: PartReason
}

const FEWEST_WITNESSES = 2
const SHORTEST_FITTING_WORDS = 2

/** Letters a serial number starts with (`ZJ1306-0062` → `zj`); none for purely numeric serials. */
const serialFamily = (serial: string): string => /^[a-z]{2,4}(?=\d)/u.exec(plainText(serial))?.[0] ?? ''

class Witnesses {
  private readonly votes = new Map<string, Map<string, number>>()

  add(about: string, nodeId: string): void {
    if (about === '') return
    const votes = this.votes.get(about) ?? new Map<string, number>()
    votes.set(nodeId, (votes.get(nodeId) ?? 0) + 1)
    this.votes.set(about, votes)
  }

  /** The node all witnesses agree on, when there are enough of them. */
  verdict(about: string): string | undefined {
    const votes = [...(this.votes.get(about) ?? [])]
    const [only] = votes
    return votes.length === 1 && only !== undefined && only[1] >= FEWEST_WITNESSES ? only[0] : undefined
  }

  contradicts(about: string, nodeId: string): boolean {
    const votes = this.votes.get(about)
    return votes !== undefined && !votes.has(nodeId)
  }
}

type Node = BomNode & { readonly id: string }

/** Ids by a folded text; none where several nodes share it. */
function uniqueIds(entries: readonly (readonly [text: string, id: string])[]): (folded: string) => string | undefined {
  const ids = new Map<string, string | null>()
  for (const [text, id] of entries) {
    const key = plainText(text)
    if (key !== '') ids.set(key, ids.has(key) && ids.get(key) !== id ? null : id)
  }
  return (folded) => ids.get(folded) ?? undefined
}

/** The only node whose name ends the words or is ended by them; of several, the one with the longest name within them. */
function fittingNode(nodes: readonly Node[]): (words: string) => string | undefined {
  const names = nodes
    .map((node) => ({ id: node.id, name: plainText(node.name ?? '') }))
    .filter(({ name }) => name.length >= SHORTEST_FITTING_WORDS)
  return (words) => {
    if (words.length < SHORTEST_FITTING_WORDS) return undefined
    const fits = names.filter(({ name }) => words.endsWith(name) || name.endsWith(words))
    const longest = Math.max(...fits.map(({ name }) => name.length))
    const best = words.length >= longest ? fits.filter(({ name }) => name.length === longest) : fits
    return best.length === 1 ? best[0]?.id : undefined
  }
}

/** What the product structure says by itself. */
function partsByName(
  nodes: readonly Node[],
  byPartNo: (partNo: string) => string | undefined,
): (partNo: string, words: string) => MatchedPart | null {
  const byName = uniqueIds(nodes.map(({ name = '', id }) => [name, id]))
  const byAlias = uniqueIds(
    nodes.flatMap(({ aliases = '', id }) => aliases.split(/[;；\n]/u).map((alias) => [alias, id] as const)),
  )
  return (partNo, words) => {
    const numbered = byPartNo(partNo)
    if (numbered !== undefined) return { nodeId: numbered, reason: 'part-number' }
    const named = byName(words)
    if (named !== undefined) return { nodeId: named, reason: 'name' }
    // A number that is no part's any more may be the former one of a part.
    const alias = byAlias(words) ?? (partNo === '' ? undefined : byAlias(partNo))
    return alias === undefined ? null : { nodeId: alias, reason: 'alias' }
  }
}

/** Of several nodes with one number, or one name, the one that sits in the assembly the row names. */
function partsByParent(
  nodes: readonly Node[],
): (partNo: string, words: string, parent: string) => MatchedPart | undefined {
  const byId = new Map(nodes.map((node) => [node.id, node]))
  const sitsIn = ({ parentId }: Node, parent: string): boolean => {
    const assembly = parentId === undefined ? undefined : byId.get(parentId)
    return assembly !== undefined && [assembly.name, assembly.partNo].some((text) => plainText(text ?? '') === parent)
  }
  const only = (found: readonly Node[], parent: string): string | undefined => {
    const inside = found.filter((node) => sitsIn(node, parent))
    return inside.length === 1 ? inside[0]?.id : undefined
  }
  return (partNo, words, parent) => {
    if (parent === '') return undefined
    const numbered = partNo === '' ? [] : nodes.filter((node) => plainText(node.partNo ?? '') === partNo)
    const byNumber = only(numbered, parent)
    if (byNumber !== undefined) return { nodeId: byNumber, reason: 'part-number' }
    const named = words === '' ? [] : nodes.filter((node) => plainText(node.name ?? '') === words)
    const byName = numbered.length > 0 ? undefined : only(named, parent)
    return byName === undefined ? undefined : { nodeId: byName, reason: 'name' }
  }
}

/** Words that a stored failure uses for a node. */
export interface StoredWords {
  readonly words: string
  readonly nodeId: string
}

/**
 * @param rows every row of the import, so that the clear ones can speak for the unclear ones
 * @param stored what failures that are there say, by number or because a person assigned them
 */
export function partMatcher(
  nodes: readonly Node[],
  rows: Iterable<PartEvidence>,
  stored: Iterable<StoredWords> = [],
): (row: PartEvidence) => MatchedPart | null {
  const byPartNo = uniqueIds(nodes.map(({ partNo = '', id }) => [partNo, id]))
  const namedPart = partsByName(nodes, byPartNo)
  const fitting = fittingNode(nodes)
  const nodeUnder = partsByParent(nodes)

  const aboutWords = new Witnesses()
  const aboutSerials = new Witnesses()
  for (const row of rows) {
    const nodeId = byPartNo(plainText(row.partNo))
    if (nodeId === undefined) continue
    aboutWords.add(plainText(row.words), nodeId)
    aboutSerials.add(serialFamily(row.serial), nodeId)
  }
  for (const { words, nodeId } of stored) aboutWords.add(plainText(words), nodeId)

  const decide = (row: PartEvidence): MatchedPart | null => {
    const words = plainText(row.words)
    const named = namedPart(plainText(row.partNo), words)
    if (named !== null) return named
    const under = row.parent === undefined ? undefined : nodeUnder(plainText(row.partNo), words, plainText(row.parent))
    if (under !== undefined) return under
    const family = serialFamily(row.serial)
    const witnessed = aboutWords.verdict(words)
    if (witnessed !== undefined && !aboutSerials.contradicts(family, witnessed))
      return { nodeId: witnessed, reason: 'same-words-elsewhere' }
    const fits = fitting(words)
    if (fits !== undefined && !aboutSerials.contradicts(family, fits) && !aboutWords.contradicts(words, fits))
      return { nodeId: fits, reason: 'fits-only-one' }
    const ofFamily = aboutSerials.verdict(family)
    if (ofFamily !== undefined && !aboutWords.contradicts(words, ofFamily))
      return { nodeId: ofFamily, reason: 'serial-family' }
    return null
  }

  const answers = new Map<string, MatchedPart | null>()
  return (row) => {
    const key = `${row.partNo}|${row.words}|${row.parent ?? ''}|${serialFamily(row.serial)}`
    const known = answers.get(key)
    if (known !== undefined) return known
    const answer = decide(row)
    answers.set(key, answer)
    return answer
  }
}
