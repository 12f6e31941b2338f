/** Every task there is, with the failure it belongs to. */
import { useLiveQuery } from 'dexie-react-hooks'
import { useMemo } from 'react'
import { byUrgency, tasksOf, type OpenCase, type Task } from '../../domain/workflow/tasks'
import { openSignOffs, type OpenSignOff } from '../../domain/workflow/boardMeetings'
import { LIMITED_STATES } from '../../domain/workflow/timeLimits'
import type { WorkRules } from '../../domain/workflow/workRules'
import { localMoment } from '../../i18n/format'
import { useEngine } from '../../panels/useEngine'
import { useWorkRules } from '../../panels/useWorkRules'
import { allProblems } from '../../store/caseFiles'
import { openCases } from '../../store/openCases'
import { useText } from '../../ui/LanguageContext'

/** More open failures than anybody works on; what lies beyond is said. */
const MOST = 2000

export interface OpenTask {
  readonly task: Task
  readonly file: OpenCase
}

export interface OpenWork {
  readonly tasks: readonly OpenTask[]
  readonly cases: readonly OpenCase[]
  /** Meetings of the review board that wait for a member. */
  readonly signOffs: readonly OpenSignOff[]
  /** Open failures there are; only the latest `cases.length` of them are read. */
  readonly all: number
  readonly rules: WorkRules
  readonly now: string
}

/** undefined while it is being read. */
export function useOpenWork(): OpenWork | undefined {
  const { language } = useText()
  const rules = useWorkRules()
  const { answer: ids } = useEngine('open-failures', (engine) =>
    engine.idsOf({
      language,
      filters: [{ field: 'state', op: 'is', values: LIMITED_STATES }],
      search: '',
      sorting: { field: 'occurredAt', descending: true },
    }),
  )
  const cases = useLiveQuery(async () => (ids === null ? undefined : await openCases(ids.slice(0, MOST))), [ids])
  const signOffs = useLiveQuery(async () => (await allProblems()).flatMap(openSignOffs), [])
  return useMemo(() => {
    if (cases === undefined || signOffs === undefined || rules === undefined || ids === null) return undefined
    const now = localMoment().slice(0, 16)
    const tasks = cases
      .flatMap((file) => tasksOf(file, now, rules.calendar, rules.limits).map((task) => ({ task, file })))
      .sort((a, b) => byUrgency(a.task, b.task))
    return { tasks, cases, signOffs, all: ids.length, rules, now }
  }, [cases, signOffs, rules, ids])
}
