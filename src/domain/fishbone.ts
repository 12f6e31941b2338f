/** The cause-and-effect diagram (Ishikawa): six branches of possible causes, each confirmed, ruled out or still open. */
import { oneIn, storedList, textIn } from './storedList'
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

/** Possible causes in the order they were put down; what does not look like one is left out. */
export const readFishbone = (json: Json | undefined): readonly Bone[] =>
  storedList(json, (bone) => {
    const branch = oneIn(bone, 'branch', BRANCHES)
    if (branch === undefined) return null
    return {
      branch,
      text: textIn(bone, 'text'),
      verdict: oneIn(bone, 'verdict', WHY_VERDICTS) ?? 'open',
      evidence: textIn(bone, 'evidence'),
    }
  })
