/** What a problem taught, gathered from its records; and which lessons fit a failure that is being written. */
import { isIsNotLine, isIsNotRows } from './isIsNot'
import type { Json } from './records/field'
import type { KnowledgeItem } from './records/knowledgeItem'
import type { StoredRecord } from './records/tables'
import { everyWhy, isProven, readWhyTree } from './whyTree'
import { unsignedSteps } from './workflow/problemSteps'

export interface SolvedProblem {
  readonly problem: StoredRecord<'problems'>
  readonly failures: readonly StoredRecord<'failures'>[]
  readonly analyses: readonly StoredRecord<'rootCauseAnalyses'>[]
  readonly actions: readonly StoredRecord<'correctiveActions'>[]
}

const distinct = (texts: readonly (string | undefined)[]): readonly string[] => [
  ...new Set(texts.flatMap((text) => (text === undefined || text.trim() === '' ? [] : [text.trim()]))),
]

export type LessonGap = 'open' | 'steps' | 'cause' | 'fix'

/** Failures of a problem that prove nothing either way. */
const ASIDE: ReadonlySet<string> = new Set(['CANCELLED', 'MERGED'])
/** Everything but the closing itself is done; gate G7 asks for the lesson before it lets a failure close. */
const SOLVED: ReadonlySet<string> = new Set(['CLOSE_REVIEW', 'CLOSED', 'ARCHIVED'])

/**
 * What is still missing before a problem teaches anything. Only a closed problem does: every failure under it is verified
 * and waits at most for its closing review, and an 8D has all its steps signed.
 */
export function missingLesson({ problem, failures, analyses, actions }: SolvedProblem): readonly LessonGap[] {
  const counted = failures.filter(({ state = '' }) => !ASIDE.has(state))
  return [
    ...(counted.length === 0 || counted.some(({ state = '' }) => !SOLVED.has(state)) ? ['open' as const] : []),
    ...(problem.path === '8D' && unsignedSteps(problem).length > 0 ? ['steps' as const] : []),
    ...(distinct(analyses.map(({ rootCauseText }) => rootCauseText)).length === 0 ? ['cause' as const] : []),
    ...(distinct(actions.filter(({ state }) => state !== 'cancelled').map(({ description }) => description)).length ===
    0
      ? ['fix' as const]
      : []),
  ]
}

/** A lesson in the words of the problem itself; a person edits it afterwards. */
export function lessonOf({ problem, failures, analyses, actions }: SolvedProblem): KnowledgeItem {
  const latest = analyses.at(-1)
  const proofs = everyWhy(readWhyTree(latest?.occurWhy as Json | undefined))
    .filter(isProven)
    .map(({ answer, evidence }) => `${answer}（${evidence}）`)
  const filled = (fields: Record<string, string | undefined>): Record<string, string> =>
    Object.fromEntries(
      Object.entries(fields).flatMap(([name, value]) => (value === undefined || value === '' ? [] : [[name, value]])),
    )
  return {
    type: 'case',
    state: 'published',
    ...filled({
      title: problem.title,
      bomNodeId: problem.bomNodeId,
      symptomCode: problem.symptomCode,
      problemId: problem.id,
      symptom: distinct([problem.quantified, ...failures.slice(0, 3).map(({ description }) => description)]).join('\n'),
      recognise: distinct([
        ...isIsNotRows(problem.isIsNot).map(isIsNotLine),
        ...failures.map(({ faultCode }) => faultCode),
        ...proofs,
      ]).join('\n'),
      cause: distinct(analyses.map(({ rootCauseText }) => rootCauseText)).join('\n'),
      fix: distinct(actions.filter(({ state }) => state !== 'cancelled').map(({ description }) => description)).join(
        '\n',
      ),
    }),
  }
}

/** In force on a day: published, and not past its date. */
export const isInForce = ({ state, validUntil }: KnowledgeItem, today: string): boolean =>
  state === 'published' && (validUntil === undefined || validUntil >= today)

/** Lessons for a part and symptom; what says both comes before what says the part alone. */
export function fittingLessons<K extends KnowledgeItem>(
  items: readonly K[],
  nodeIds: readonly string[],
  symptomCode: string,
  today: string,
): readonly K[] {
  const fit = (item: K): number => {
    if (!isInForce(item, today) || item.bomNodeId === undefined || !nodeIds.includes(item.bomNodeId)) return 0
    return item.symptomCode === undefined ? 1 : symptomCode === '' ? 1 : item.symptomCode === symptomCode ? 2 : 0
  }
  return items.filter((item) => fit(item) > 0).toSorted((a, b) => fit(b) - fit(a))
}
