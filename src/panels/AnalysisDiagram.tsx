/** The cause-and-effect diagram of one analysis, drawn in place while it is not approved. */
import type { Json } from '../domain/records/field'
import type { StoredRecord } from '../domain/records/tables'
import { drawFishbone } from '../store/caseFiles'
import { useText } from '../ui/LanguageContext'
import { Fishbone } from './Fishbone'
import { useActor } from './useActor'

export function AnalysisDiagram({
  analysis,
  effect,
  isFrozen,
}: {
  readonly analysis: StoredRecord<'rootCauseAnalyses'>
  readonly effect: string
  readonly isFrozen: boolean
}) {
  const { t } = useText()
  const { actor } = useActor()
  const isApproved = analysis.approvedAt !== undefined
  const value = analysis.fishbone as Json | undefined
  if ((isFrozen || isApproved) && value === undefined) return null
  const locked = isFrozen ? t.loopFrozen : isApproved ? t.fishLocked : undefined
  return (
    <Fishbone
      effect={effect}
      value={value}
      onChange={locked === undefined ? (bones) => void drawFishbone(analysis.id, bones, actor) : null}
      {...(locked === undefined ? {} : { lockedWhy: locked })}
    />
  )
}
