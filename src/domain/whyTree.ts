/**
 * Why, asked again and again: a tree, because an answer may have several causes of its own and a chain would hide all but
 * one. Stored in the analysis as plain data; whatever does not look like a tree reads as an empty one.
 */
import { oneIn, storedList, textIn } from './storedList'
import type { Json } from './records/field'

export interface WhyNode {
  readonly answer: string
  /** What proves it: a measurement, a photo, a record. */
  readonly evidence: string
  readonly verdict: WhyVerdict
  readonly causes: readonly WhyNode[]
}

export const WHY_VERDICTS = ['open', 'confirmed', 'ruledOut'] as const
export type WhyVerdict = (typeof WHY_VERDICTS)[number]

export const EMPTY_WHY: WhyNode = { answer: '', evidence: '', verdict: 'open', causes: [] }

export const readWhyTree = (json: Json | undefined): readonly WhyNode[] =>
  storedList(json, (node) => ({
    answer: textIn(node, 'answer'),
    evidence: textIn(node, 'evidence'),
    verdict: oneIn(node, 'verdict', WHY_VERDICTS) ?? 'open',
    causes: readWhyTree(node['causes']),
  }))

export const everyWhy = (nodes: readonly WhyNode[]): readonly WhyNode[] =>
  nodes.flatMap((node) => [node, ...everyWhy(node.causes)])

/** An answer that was confirmed and says by what. */
export const isProven = (node: WhyNode): boolean =>
  node.verdict === 'confirmed' && node.answer.trim() !== '' && node.evidence.trim() !== ''
