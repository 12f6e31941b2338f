/**
 * My work: what waits in all open failures, and which closed ones came back. Both read the database in a few large
 * steps, whatever there is.
 */
import { isOneOf } from '../domain/closedSet'
import { openWork, type OpenWork } from '../domain/workflow/openWork'
import type { Person } from '../domain/person'
import { LIMITED_STATES } from '../domain/workflow/timeLimits'
import { workRules } from '../domain/workflow/workRules'
import type { Moment } from '../domain/moment'
import { idAt, keepRows } from '../metrics/failureColumns'
import { reopenProposals, type AlikeSince, type Proposal } from '../store/recurrenceAfterAction'
import type { FracasDatabase } from '../store/database'
import { openCases } from '../store/openCases'
import type { EngineView } from './engineView'

const CASES_AT_ONCE = 2000

/** @param now local civil time, to the minute */
export async function openWorkOf(view: EngineView, person: Person, now: Moment, db: FracasDatabase): Promise<OpenWork> {
  const { columns, live, reference } = view
  const { index, words } = columns.text.state
  const isOpenState = words.map((state) => isOneOf(LIMITED_STATES, state))
  const open = keepRows(live, (row) => isOpenState[index[row] ?? 0] === true)
  const rules = workRules(Object.fromEntries(reference.settings.map(({ name = '', value }) => [name, value])))
  const work = openWork(person, now, rules)
  for (let from = 0; from < open.length; from += CASES_AT_ONCE)
    work.take(
      await openCases(
        Array.from(open.subarray(from, from + CASES_AT_ONCE), (row) => idAt(columns, row)),
        db,
      ),
    )
  return work.result()
}

/** @param only one closed failure; all when null */
export const recurrenceAfterAction = (
  view: EngineView,
  only: string | null,
  db: FracasDatabase,
): Promise<readonly Proposal[]> => reopenProposals(alikeIn(view), only, db)

/** Finds the failures of many questions in one pass over the rows. */
const alikeIn =
  ({ columns, live }: EngineView): AlikeSince =>
  (questions) => {
    const { failedNodeId, symptomCode } = columns.text
    const nodeNumber = new Map(failedNodeId.words.map((word, number) => [word, number]))
    const symptomNumber = new Map(symptomCode.words.map((word, number) => [word, number]))
    /** Per node and symptom the rows found so far; only what is asked about has an entry. */
    const found = new Map<number, number[]>()
    const keyOf = (node: number, symptom: number): number => node * symptomCode.words.length + symptom
    const keysOf = questions.map(({ nodeIds, symptomCode }) =>
      nodeIds.flatMap((id) => {
        const [node, symptom] = [nodeNumber.get(id) ?? 0, symptomNumber.get(symptomCode) ?? 0]
        if (node === 0 || symptom === 0) return []
        found.set(keyOf(node, symptom), [])
        return [keyOf(node, symptom)]
      }),
    )
    for (let at = 0; at < live.length; at += 1) {
      const row = live[at] ?? 0
      found.get(keyOf(failedNodeId.index[row] ?? 0, symptomCode.index[row] ?? 0))?.push(row)
    }
    const days = columns.number.occurredDay
    return questions.map(({ day }, at) =>
      (keysOf[at] ?? []).flatMap((key) =>
        (found.get(key) ?? []).flatMap((row) => ((days[row] ?? Number.NaN) >= day ? [idAt(columns, row)] : [])),
      ),
    )
  }
