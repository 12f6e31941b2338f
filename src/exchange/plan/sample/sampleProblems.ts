/** Problems of the demonstration fleet: what was analysed and done for several failures at once, whether it worked, what was learned. */
import type { SampleFleetFile, SampleProblem } from '../../../../fixtures/demo/sampleFleetFile'
import type { PlannedRecord } from '../../../domain/importPlan'
import { filled } from '../failureFromRecord'
import type { SampleIds } from './sampleIds'

export interface IdentifiedProblem extends SampleProblem {
  readonly id: string
  readonly nodeId: string | undefined
  readonly lessonId: string | undefined
}

export const identifiedProblems = (
  sample: SampleFleetFile,
  ids: SampleIds,
  newId: () => string,
): readonly IdentifiedProblem[] =>
  sample.problems.map((problem) => ({
    ...problem,
    id: newId(),
    nodeId: ids.node(problem.partNo),
    lessonId: problem.lesson === undefined ? undefined : newId(),
  }))

/** @param severityOf severity of a failure by its number; the worst of a problem is its smallest */
export const problemRecords = (
  problems: readonly IdentifiedProblem[],
  severityOf: ReadonlyMap<string, number>,
): readonly PlannedRecord<'problems'>[] =>
  problems.map((problem) =>
    filled({
      id: problem.id,
      no: problem.no,
      title: problem.title,
      bomNodeId: problem.nodeId,
      path: problem.path,
      team: problem.team,
      isIsNot: problem.isIsNot,
      quantified: problem.quantified,
      lessonId: problem.lessonId,
      similarProducts: problem.similarProducts.length === 0 ? undefined : problem.similarProducts,
      stepSignoffs: problem.signOffs.map((signed) => ({ ...signed, result: 'approved', comment: '' })),
      severityMax: String(Math.min(...problem.failureNos.map((failureNo) => severityOf.get(failureNo) ?? 4))),
    }),
  )

export const problemActions = (
  problems: readonly IdentifiedProblem[],
  newId: () => string,
): readonly PlannedRecord<'correctiveActions'>[] =>
  problems.flatMap(({ id, actions }) =>
    actions.map((action): PlannedRecord<'correctiveActions'> =>
      filled({ id: newId(), problemId: id, ...action, cycle: 1 }),
    ),
  )

export const problemAnalyses = (
  problems: readonly IdentifiedProblem[],
  newId: () => string,
): readonly PlannedRecord<'rootCauseAnalyses'>[] =>
  problems.map(({ id, analysis }) => filled({ id: newId(), problemId: id, ...analysis, cycle: 1, version: 1 }))

export const problemVerifications = (
  problems: readonly IdentifiedProblem[],
  actions: readonly PlannedRecord<'correctiveActions'>[],
  newId: () => string,
): readonly PlannedRecord<'effectVerifications'>[] =>
  problems.flatMap(({ id, verification }) => {
    if (verification === undefined) return []
    const verified = actions.filter(({ problemId, effectiveAt }) => problemId === id && effectiveAt !== undefined)
    return [{ id: newId(), problemId: id, ...verification, cycle: 1, actionIds: verified.map((action) => action.id) }]
  })

export const problemLessons = (problems: readonly IdentifiedProblem[]): readonly PlannedRecord<'knowledgeItems'>[] =>
  problems.flatMap(({ id, title, nodeId, analysis, actions, lesson, lessonId }) =>
    lesson === undefined || lessonId === undefined
      ? []
      : [
          {
            ...lesson,
            id: lessonId,
            title,
            type: 'case',
            state: 'published',
            problemId: id,
            ...(nodeId === undefined ? {} : { bomNodeId: nodeId }),
            cause: analysis.rootCauseText,
            fix: actions.map(({ description }) => description).join('\n'),
          },
        ],
  )
