/** The cause-and-effect diagram of one analysis, drawn in place while it is not approved. */
import { usePerson } from './usePerson'
import { useCommand } from './useCommand'
import type { Json } from '../domain/records/field'
import type { StoredRecord } from '../domain/records/tables'
import { drawFishbone } from '../store/caseFiles'
import { useText } from '../ui/LanguageContext'
import { Fishbone } from './Fishbone'

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
  const person = usePerson()
  const { run } = useCommand()
  const isApproved = analysis.approvedAt !== undefined
  const value = analysis.fishbone as Json | undefined
  if ((isFrozen || isApproved) && value === undefined) return null
  const locked = isFrozen ? t.loopFrozen : isApproved ? t.fishLocked : undefined
  return (
    <Fishbone
      effect={effect}
      value={value}
      onChange={locked === undefined ? (bones) => void run(() => drawFishbone(analysis.id, bones, person)) : null}
      {...(locked === undefined ? {} : { lockedWhy: locked })}
    />
  )
}
