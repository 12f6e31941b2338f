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

/**
 * @param rows every row of the import, so that the clear ones can speak for the unclear ones
 */
export function partMatcher(
  nodes: readonly (BomNode & { readonly id: string })[],
  rows: Iterable<PartEvidence>,
): (row: PartEvidence) => MatchedPart | null {
  const unique = (entries: readonly (readonly [string, string])[]): ReadonlyMap<string, string | null> => {
    const map = new Map<string, string | null>()
    for (const [key, id] of entries) if (key !== '') map.set(key, map.has(key) && map.get(key) !== id ? null : id)
    return map
  }
  const byPartNo = unique(nodes.map((node) => [plainText(node.partNo ?? ''), node.id]))
  const byName = unique(nodes.map((node) => [plainText(node.name ?? ''), node.id]))
  const byAlias = unique(
    nodes.flatMap((node) =>
      (node.aliases ?? '').split(/[;；\n]/u).map((alias) => [plainText(alias), node.id] as const),
    ),
  )
  const names = nodes
    .map((node) => ({ id: node.id, name: plainText(node.name ?? '') }))
    .filter(({ name }) => name.length >= SHORTEST_FITTING_WORDS)

  const aboutWords = new Witnesses()
  const aboutSerials = new Witnesses()
  for (const row of rows) {
    const nodeId = byPartNo.get(plainText(row.partNo)) ?? undefined
    if (nodeId === undefined) continue
    aboutWords.add(plainText(row.words), nodeId)
    aboutSerials.add(serialFamily(row.serial), nodeId)
  }

  const fittingOne = (words: string): string | undefined => {
    if (words.length < SHORTEST_FITTING_WORDS) return undefined
    const fits = names.filter(({ name }) => words.endsWith(name) || name.endsWith(words))
    const longest = Math.max(...fits.map(({ name }) => name.length))
    const best = words.length >= longest ? fits.filter(({ name }) => name.length === longest) : fits
    return best.length === 1 ? best[0]?.id : undefined
  }

  const answers = new Map<string, MatchedPart | null>()
  const decide = (row: PartEvidence): MatchedPart | null => {
    const byNumber = byPartNo.get(plainText(row.partNo))
    if (byNumber !== undefined && byNumber !== null) return { nodeId: byNumber, reason: 'part-number' }
    const words = plainText(row.words)
    const family = serialFamily(row.serial)
    const named = byName.get(words)
    if (named !== undefined && named !== null) return { nodeId: named, reason: 'name' }
    const alias = byAlias.get(words)
    if (alias !== undefined && alias !== null) return { nodeId: alias, reason: 'alias' }
    const witnessed = aboutWords.verdict(words)
    if (witnessed !== undefined && !aboutSerials.contradicts(family, witnessed))
      return { nodeId: witnessed, reason: 'same-words-elsewhere' }
    const fitting = fittingOne(words)
    if (fitting !== undefined && !aboutSerials.contradicts(family, fitting) && !aboutWords.contradicts(words, fitting))
      return { nodeId: fitting, reason: 'fits-only-one' }
    const ofFamily = aboutSerials.verdict(family)
    if (ofFamily !== undefined && !aboutWords.contradicts(words, ofFamily))
      return { nodeId: ofFamily, reason: 'serial-family' }
    return null
  }
  return (row) => {
    const key = `${row.partNo}|${row.words}|${serialFamily(row.serial)}`
    const known = answers.get(key)
    if (known !== undefined) return known
    const answer = decide(row)
    answers.set(key, answer)
    return answer
  }
}
