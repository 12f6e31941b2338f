/** Replacements, causes and actions that an import adds, each once: what the same failure has already is not added again. */
import type { PlannedRecord } from '../../domain/importPlan'
import type { KnownChildRecords } from '../../domain/knownChildRecords'
import type { ChildRecordComparer, ChildTable } from './childRecordComparer'
import { filled } from './failureFromRecord'
import { replacementList, type ReplacementList, type ReplacementSurroundings } from './replacementList'
import { toldRecords } from './toldRecords'

/** Every `isNew` says that nothing can be there yet: the failure came with the same row. */
export interface ChildRecordLists {
  readonly replacements: readonly PlannedRecord<'replacements'>[]
  readonly rootCauseAnalyses: readonly PlannedRecord<'rootCauseAnalyses'>[]
  readonly correctiveActions: readonly PlannedRecord<'correctiveActions'>[]
  readonly addReplacement: ReplacementList['add']
  readonly failureOfReplacement: ReplacementList['failureOf']
  /** False when it is there already. */
  readonly addCause: (failureId: string, analysis: Cause, isNew?: boolean) => boolean
  readonly addAction: (failureId: string, action: Action, isNew?: boolean) => boolean
  readonly hasCause: (failureId: string) => boolean
}

type Cause = Omit<PlannedRecord<'rootCauseAnalyses'>, 'id' | 'failureId'>
type Action = Omit<PlannedRecord<'correctiveActions'>, 'id' | 'failureId'>

/** What a report says of a record that was found: it is meant, whatever its words. */
const MEANT = { names: [], isLastMeant: true } as const

/** @param trainOf the train of a failure, where a replacement names none of its own */
export function childRecordLists(
  known: KnownChildRecords,
  comparer: ChildRecordComparer,
  trainOf: ReplacementSurroundings['trainOf'],
  newId: () => string,
): ChildRecordLists {
  const replacements = replacementList(known.replacements, {
    trainOf,
    fill: (stored, { origin, ...said }) => comparer.fill('replacements', stored, said, origin),
  })
  const say =
    (table: ChildTable) =>
    (
      stored: { readonly id: string },
      { id: _id, origin, failureId: _failure, ...said }: Cause & Action & { id: string; failureId?: string },
    ): void =>
      void comparer.say(table, [stored], said, MEANT, origin)
  const causes = toldRecords<PlannedRecord<'rootCauseAnalyses'>, KnownChildRecords['analyses'][number]>(
    known.analyses,
    'rootCauseText',
    say('rootCauseAnalyses'),
  )
  const actions = toldRecords<PlannedRecord<'correctiveActions'>, KnownChildRecords['actions'][number]>(
    known.actions,
    'description',
    say('correctiveActions'),
  )
  return {
    get replacements() {
      return replacements.added
    },
    rootCauseAnalyses: causes.added,
    correctiveActions: actions.added,
    hasCause: causes.has,
    addReplacement: replacements.add,
    failureOfReplacement: replacements.failureOf,
    addCause: (failureId, analysis, isNew) => causes.add(filled({ id: newId(), failureId, ...analysis }), isNew),
    addAction: (failureId, action, isNew) => actions.add(filled({ id: newId(), failureId, ...action }), isNew),
  }
}
