/** What waits, from all open failures, and the meetings of the review board that wait for a member. */
import { useLiveQuery } from '../../panels/useLiveQuery'
import { useMemo } from 'react'
import { openSignOffs, type OpenSignOff } from '../../domain/workflow/boardMeetings'
import type { Person } from '../../domain/person'
import type { OpenWork } from '../../domain/workflow/openWork'
import type { WorkRules } from '../../domain/workflow/workRules'
import { localMoment } from '../../i18n/format'
import { useEngine } from '../../panels/useEngine'
import { useWorkRules } from '../../panels/useWorkRules'
import { allProblems } from '../../store/caseFiles'

export interface WaitingWork extends OpenWork {
  readonly signOffs: readonly OpenSignOff[]
  readonly rules: WorkRules
}

/** undefined while it is being worked out. */
export function useOpenWork(person: Person): WaitingWork | undefined {
  const rules = useWorkRules()
  const { answer: work } = useEngine(`open-work|${person.role}|${person.name}`, (engine) =>
    engine.openWork(person, localMoment().slice(0, 16)),
  )
  const signOffs = useLiveQuery(async () => (await allProblems()).flatMap(openSignOffs), [])
  return useMemo(
    () => (work === null || signOffs === undefined || rules === undefined ? undefined : { ...work, signOffs, rules }),
    [work, signOffs, rules],
  )
}
