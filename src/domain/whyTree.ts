/**
 * Why, asked again and again: a tree, because an answer may have several causes of its own and a chain would hide all but
 * one. Stored in the analysis as plain data; whatever does not look like a tree reads as an empty one.
 */
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

const textOf = (value: Json | undefined): string => (typeof value === 'string' ? value : '')

export function readWhyTree(json: Json | undefined): readonly WhyNode[] {
  if (!Array.isArray(json)) return []
  return (json as readonly Json[]).flatMap((entry): WhyNode[] => {
    if (typeof entry !== 'object' || entry === null || Array.isArray(entry)) return []
    const node = entry as Readonly<Record<string, Json>>
    return [
      {
        answer: textOf(node['answer']),
        evidence: textOf(node['evidence']),
        verdict: WHY_VERDICTS.find((verdict) => verdict === node['verdict']) ?? 'open',
        causes: readWhyTree(node['causes']),
      },
    ]
  })
}

export const everyWhy = (nodes: readonly WhyNode[]): readonly WhyNode[] =>
  nodes.flatMap((node) => [node, ...everyWhy(node.causes)])

/** An answer that was confirmed and says by what. */
export const isProven = (node: WhyNode): boolean =>
  node.verdict === 'confirmed' && node.answer.trim() !== '' && node.evidence.trim() !== ''
