/** The cause-and-effect diagram (Ishikawa): six branches of possible causes, each confirmed, ruled out or still open. */
import type { Json } from './records/field'
import { WHY_VERDICTS, type WhyVerdict } from './whyTree'

/** 人机料法环测. */
export const BRANCHES = ['people', 'machine', 'material', 'method', 'environment', 'measurement'] as const
export type Branch = (typeof BRANCHES)[number]

export interface Bone {
  readonly branch: Branch
  readonly text: string
  readonly verdict: WhyVerdict
  /** What confirms it or rules it out. */
  readonly evidence: string
}

const textOf = (value: Json | undefined): string => (typeof value === 'string' ? value : '')

/** Possible causes in the order they were put down; what does not look like one is left out. */
export function readFishbone(json: Json | undefined): readonly Bone[] {
  if (!Array.isArray(json)) return []
  return (json as readonly Json[]).flatMap((entry): Bone[] => {
    if (typeof entry !== 'object' || entry === null || Array.isArray(entry)) return []
    const bone = entry as Readonly<Record<string, Json>>
    const branch = BRANCHES.find((known) => known === bone['branch'])
    return branch === undefined
      ? []
      : [
          {
            branch,
            text: textOf(bone['text']),
            verdict: WHY_VERDICTS.find((known) => known === bone['verdict']) ?? 'open',
            evidence: textOf(bone['evidence']),
          },
        ]
  })
}
