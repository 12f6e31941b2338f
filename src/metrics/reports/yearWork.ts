/** What was made better in a period and what was learned: lasting actions with what was found of their effect, and lessons published. */
import { dayNumber, isMoment, precisionOf } from '../../domain/moment'
import type { CorrectiveAction } from '../../domain/records/correctiveAction'
import type { EffectVerification } from '../../domain/records/effectVerification'
import type { KnowledgeItem } from '../../domain/records/knowledgeItem'
import type { ProblemCase } from '../../domain/records/problem'
import type { Period } from '../recordedPeriod'

type WithId<R> = R & { readonly id: string }

export interface WorkRecords {
  readonly actions: readonly WithId<CorrectiveAction>[]
  readonly verifications: readonly WithId<EffectVerification>[]
  readonly problems: readonly WithId<ProblemCase>[]
  readonly lessons: readonly WithId<KnowledgeItem>[]
}

export interface Improvement {
  readonly actionId: string
  readonly description: string
  readonly kind: string
  readonly owner: string
  /** What it belongs to: number and title of the problem, or number of the failure. */
  readonly of: string
  readonly problemId: string
  readonly failureId: string
  readonly nodeLabel: string
  /** Day it took effect, or was done where nobody said when. */
  readonly day: string
  readonly changeDocNo: string
  readonly doneUnits: number | null
  readonly scopeUnits: number | null
  readonly state: string
  /** What the latest verification that names it found; empty where nobody has verified it. */
  readonly verdict: string
  readonly verdictLabel: string
}

export interface LessonLine {
  readonly id: string
  readonly no: string
  readonly title: string
  readonly nodeLabel: string
  readonly recognise: string
  readonly fix: string
  readonly publishedOn: string
}

export interface YearWork {
  readonly improvements: readonly Improvement[]
  readonly lessons: readonly LessonLine[]
  /** Lessons in force of which nobody knows the day they were published. */
  readonly lessonsUndated: number
}

/** Actions that change the product or how it is made, kept or supplied; containment and papers are none. */
const LASTING: ReadonlySet<string> = new Set(['PERM', 'PREV', 'RETRO', 'HORIZ', 'SUPP'])
const IMPLEMENTED: ReadonlySet<string> = new Set(['done', 'verified'])

const dayOf = (moment: string | undefined): number | null =>
  moment !== undefined && isMoment(moment) && precisionOf(moment) !== 'year' && precisionOf(moment) !== 'month'
    ? dayNumber(moment.slice(0, 10))
    : null

/** @param isHere whether what an action or lesson belongs to is one the report looks at */
export function yearWork(
  { actions, verifications, problems, lessons }: WorkRecords,
  { from, to }: Period,
  isHere: (of: { readonly failureId?: string; readonly problemId?: string }) => boolean,
  isNodeHere: (nodeId: string | undefined) => boolean,
  nodeName: (id: string | undefined) => string,
  failureNo: (id: string) => string,
  codeName: (list: string, code: string) => string,
): YearWork {
  const isIn = (day: number | null): boolean => day !== null && day >= from && day < to
  const problemOf = new Map(problems.map((problem) => [problem.id, problem]))
  const verdictOf = (id: string): string =>
    verifications
      .filter(({ actionIds }) => Array.isArray(actionIds) && actionIds.includes(id))
      .toSorted((a, b) => ((a.windowEnd ?? '') < (b.windowEnd ?? '') ? -1 : 1))
      .at(-1)?.result ?? ''
  const improvements = actions
    .filter(
      (action) =>
        LASTING.has(action.type ?? '') &&
        (action.state === undefined || IMPLEMENTED.has(action.state)) &&
        isIn(dayOf(action.effectiveAt) ?? dayOf(action.doneAt)) &&
        isHere({
          ...(action.failureId === undefined ? {} : { failureId: action.failureId }),
          ...(action.problemId === undefined ? {} : { problemId: action.problemId }),
        }),
    )
    .map((action): Improvement => {
      const problem = problemOf.get(action.problemId ?? '')
      const verdict = verdictOf(action.id)
      return {
        actionId: action.id,
        description: action.description ?? '',
        kind: codeName('CL-ACT', action.type ?? ''),
        owner: action.owner ?? '',
        problemId: action.problemId ?? '',
        failureId: action.failureId ?? '',
        of:
          problem === undefined
            ? failureNo(action.failureId ?? '')
            : [problem.no, problem.title].filter((part) => part !== undefined && part !== '').join(' '),
        nodeLabel: nodeName(problem?.bomNodeId),
        day: (dayOf(action.effectiveAt) === null ? action.doneAt : action.effectiveAt)?.slice(0, 10) ?? '',
        changeDocNo: action.changeDocNo ?? '',
        doneUnits: action.doneUnits ?? null,
        scopeUnits: action.scopeUnits ?? null,
        state: action.state ?? '',
        verdict,
        verdictLabel: verdict === '' ? '' : codeName('CL-VERR', verdict),
      }
    })
    .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.actionId < b.actionId ? -1 : 1))
  const published = lessons.filter(({ state, bomNodeId }) => state === 'published' && isNodeHere(bomNodeId))
  return {
    improvements,
    lessons: published
      .filter(({ publishedOn }) => isIn(dayOf(publishedOn)))
      .map(({ id, no = '', title = '', bomNodeId, recognise = '', fix = '', publishedOn = '' }) => ({
        id,
        no,
        title,
        nodeLabel: nodeName(bomNodeId),
        recognise,
        fix,
        publishedOn,
      }))
      .sort((a, b) => (a.publishedOn < b.publishedOn ? -1 : a.publishedOn > b.publishedOn ? 1 : a.id < b.id ? -1 : 1)),
    lessonsUndated: published.filter(({ publishedOn }) => dayOf(publishedOn) === null).length,
  }
}
