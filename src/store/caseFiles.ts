/** One failure with everything its way to closing stands on, and the commands that move it along. */
import type { Bone } from '../domain/fishbone'
import { failedPart } from '../domain/failedPart'
import type { Change } from '../domain/change'
import { nextRecordNumber } from '../domain/recordNumber'
import type { StoredRecord, TableName } from '../domain/records/tables'
import { cycleOf, type CaseFile } from '../domain/workflow/caseFile'
import {
  decide,
  effectOf,
  isWaivable,
  waiversOf,
  type Answers,
  type Decision,
  type Person,
} from '../domain/workflow/decide'
import type { GateContext } from '../domain/workflow/gates'
import { missingKey, type Missing } from '../domain/workflow/missing'
import { commandOfStep, type TransitionName } from '../domain/workflow/transitions'
import { remainingFailure } from './attachments'
import { childRecordsOf } from './childRecords'
import { commit } from './commit'
import { database, type FracasDatabase } from './database'
import { presentDevice } from './device'
import { newId } from './newId'
import { isShownWith, undoneAmong } from './undoneBatches'

/** Tables whose records hang on a failure, on its problem, or on both. */
type LoopTable = 'rootCauseAnalyses' | 'correctiveActions' | 'effectVerifications'

const inOrder = <R extends { readonly id: string; readonly deleted?: boolean }>(records: readonly R[]): R[] =>
  [...new Map(records.filter((record) => record.deleted !== true).map((record) => [record.id, record])).values()].sort(
    (a, b) => (a.id < b.id ? -1 : 1),
  )

/** null when there is no failure of that id. Ids rise with time, so that every list is in the order it came about. */
export async function caseFileOf(failureId: string, db: FracasDatabase = database): Promise<CaseFile | null> {
  const failure = await db.recordsOf('failures').get(failureId)
  if (failure === undefined || failure.deleted === true) return null
  const { problemId } = failure
  const [childrenOf, problem] = await Promise.all([
    childRecordsOf([failure], db),
    problemId === undefined ? undefined : db.recordsOf('problems').get(problemId),
  ])
  const children = childrenOf(failure)
  const owners = [
    failureId,
    ...Object.values(children).flatMap((records) => records.map(({ id }: { readonly id: string }) => id)),
    ...(problem === undefined ? [] : [problem.id]),
  ]
  const attachments = await db.recordsOf('attachments').where('ownerId').anyOf(owners).toArray()
  const undone = await undoneAmong(attachments, db)
  return {
    failure,
    ...children,
    attachments: inOrder(attachments.filter((record) => isShownWith(record, failure, undone))),
    problem: problem === undefined || problem.deleted === true ? null : problem,
  }
}

export type StepResult =
  { readonly ok: true; readonly change: Change | null } | { readonly ok: false; readonly decision: Decision | null }

/** Takes a step of the workflow, or answers why it is not open. The decision is made on what the disk holds, in the transaction that writes. */
export async function takeStep(
  failureId: string,
  name: TransitionName,
  person: Person,
  context: GateContext,
  answers: Answers = {},
  db: FracasDatabase = database,
): Promise<StepResult> {
  let refused: Decision | null = null
  const why = answers.why?.trim() ?? ''
  const change = await commit(
    { name: commandOfStep(name), actor: person.name, ...(why === '' ? {} : { why }) },
    async (db) => {
      const file = await caseFileOf(failureId, db)
      if (file === null) return []
      // Merging into a failure that was itself merged means the one that remains; never a circle.
      const remaining = answers.target === undefined ? undefined : await remainingFailure(answers.target, db)
      const settled = remaining === undefined ? answers : { ...answers, target: remaining }
      const decision = decide(name, file, person, context, settled)
      if (!decision.isOpen || remaining === failureId) {
        refused = decision
        return []
      }
      const step = {
        table: 'failures' as const,
        record: failureId,
        fields: effectOf(decision, file, person, context.now, settled),
      }
      return name === 'merge' && remaining !== undefined ? [step, ...carriedAlong(file, remaining)] : [step]
    },
    db,
  )
  return refused === null && change !== null ? { ok: true, change } : { ok: false, decision: refused }
}

/** The files of a merged failure and of its records belong to the failure that remains, and say where they came from. */
const carriedAlong = ({ failure, problem, attachments }: CaseFile, remaining: string) =>
  attachments
    .filter(({ ownerId }) => ownerId !== problem?.id)
    .map(({ id, carriedFrom }) => ({
      table: 'attachments' as const,
      record: id,
      fields: { ownerId: remaining, carriedFrom: carriedFrom ?? failure.id },
    }))

/** The review board lets a failure pass a gate without an item; kept with who, when and why, for this cycle only. */
export async function waive(
  failureId: string,
  missing: Missing,
  person: Person,
  now: string,
  why: string,
  db: FracasDatabase = database,
): Promise<Change | null> {
  return commit(
    { name: 'waive', actor: person.name, why },
    async (db) => {
      const file = await caseFileOf(failureId, db)
      if (file === null || person.role !== 'FRB' || !isWaivable(missing, file) || why.trim() === '') return []
      const waiver = {
        item: missingKey(missing),
        by: person.name,
        at: now,
        why: why.trim(),
        cycle: cycleOf(file.failure),
      }
      return [{ table: 'failures' as const, record: failureId, fields: { waivers: [...waiversOf(file), waiver] } }]
    },
    db,
  )
}

/** Adds or changes a record of the loop; what is new belongs to the failure, to its problem where it has one, and to the present cycle. */
export async function saveLoopRecord<T extends LoopTable>(
  file: CaseFile,
  table: T,
  id: string | null,
  fields: Readonly<Record<string, unknown>>,
  actor: string,
  why = '',
  db: FracasDatabase = database,
): Promise<Change | null> {
  const { failure, problem } = file
  const belongs =
    id === null
      ? { failureId: failure.id, ...(problem === null ? {} : { problemId: problem.id }), cycle: cycleOf(failure) }
      : {}
  return commit(
    { name: `${id === null ? 'add' : 'edit'}-${table}`, actor, ...(why === '' ? {} : { why }) },
    async () => [{ table: table as TableName, record: id ?? newId(), fields: { ...belongs, ...fields } }],
    db,
  )
}

/**
 * Makes a problem of a failure. What was analysed and decided so far goes along: it belongs to both from now on.
 * @returns the id of the problem, or null when the failure is gone
 */
export async function problemFromFailure(
  failureId: string,
  title: string,
  actor: string,
  db: FracasDatabase = database,
): Promise<string | null> {
  const id = newId()
  const change = await commit(
    { name: 'make-problem', actor },
    async (db) => {
      const file = await caseFileOf(failureId, db)
      if (file === null) return []
      const { failure } = file
      const device = await presentDevice(db)
      const given = (await db.recordsOf('problems').toArray()).map((problem) => problem.no)
      const no = nextRecordNumber('problem', device.id, given)
      const fields = {
        no,
        title,
        bomNodeId: failedPart(failure).nodeId,
        symptomCode: failure.symptomCode,
        path: failure.path === '8D' ? '8D' : 'standard',
        step: 'D0',
        state: 'ANALYSIS',
        severityMax: failure.severity,
      }
      return [{ table: 'problems' as const, record: id, fields }, ...linking(file, id)]
    },
    db,
  )
  return change === null ? null : id
}

/** Puts a failure under a problem that exists; null takes it out again. */
export async function linkProblem(
  failureId: string,
  problemId: string | null,
  actor: string,
  db: FracasDatabase = database,
): Promise<Change | null> {
  return commit(
    { name: problemId === null ? 'unlink-problem' : 'link-problem', actor },
    async (db) => {
      const file = await caseFileOf(failureId, db)
      if (file === null) return []
      return problemId === null
        ? [{ table: 'failures' as const, record: failureId, fields: { problemId: null } }]
        : linking(file, problemId)
    },
    db,
  )
}

function linking({ failure, analyses, actions, verifications }: CaseFile, problemId: string) {
  const along = (table: LoopTable, records: readonly { readonly id: string }[]) =>
    records.map((record) => ({ table, record: record.id, fields: { problemId } }))
  return [
    { table: 'failures' as const, record: failure.id, fields: { problemId } },
    ...along('rootCauseAnalyses', analyses),
    ...along('correctiveActions', actions),
    ...along('effectVerifications', verifications),
  ]
}

export interface ProblemFile {
  readonly problem: StoredRecord<'problems'>
  readonly failures: readonly StoredRecord<'failures'>[]
  readonly analyses: readonly StoredRecord<'rootCauseAnalyses'>[]
  readonly actions: readonly StoredRecord<'correctiveActions'>[]
  readonly verifications: readonly StoredRecord<'effectVerifications'>[]
  /** Of the problem, and of its analyses, actions and verifications. */
  readonly attachments: readonly StoredRecord<'attachments'>[]
}

export async function problemFileOf(problemId: string, db: FracasDatabase = database): Promise<ProblemFile | null> {
  const problem = await db.recordsOf('problems').get(problemId)
  if (problem === undefined || problem.deleted === true) return null
  const of = <T extends LoopTable | 'failures'>(table: T): Promise<StoredRecord<T>[]> =>
    db.recordsOf(table).where('problemId').equals(problemId).toArray() as Promise<StoredRecord<T>[]>
  const [failures, analyses, actions, verifications] = await Promise.all([
    of('failures'),
    of('rootCauseAnalyses'),
    of('correctiveActions'),
    of('effectVerifications'),
  ])
  const owners = [problemId, ...[analyses, actions, verifications].flatMap((records) => records.map(({ id }) => id))]
  const attachments = inOrder(await db.recordsOf('attachments').where('ownerId').anyOf(owners).toArray())
  return {
    problem,
    attachments,
    failures: inOrder(failures),
    analyses: inOrder(analyses),
    actions: inOrder(actions),
    verifications: inOrder(verifications),
  }
}

/** Draws on an analysis: the possible causes of its diagram. */
export async function drawFishbone(
  analysisId: string,
  bones: readonly Bone[],
  actor: string,
  db: FracasDatabase = database,
): Promise<Change | null> {
  return commit(
    { name: 'draw-fishbone', actor },
    async () => [
      {
        table: 'rootCauseAnalyses' as const,
        record: analysisId,
        fields: { fishbone: bones.length === 0 ? null : bones },
      },
    ],
    db,
  )
}

export async function allProblems(db: FracasDatabase = database): Promise<readonly StoredRecord<'problems'>[]> {
  return inOrder(await db.recordsOf('problems').toArray())
}

export async function editProblem(
  problemId: string,
  fields: Readonly<Record<string, unknown>>,
  actor: string,
  db: FracasDatabase = database,
): Promise<Change | null> {
  return commit(
    { name: 'edit-problem', actor },
    async () => [{ table: 'problems' as const, record: problemId, fields }],
    db,
  )
}
