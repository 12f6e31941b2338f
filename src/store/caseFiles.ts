/** One failure with everything its way to closing stands on, and the commands that move it along. */
import { CommandRefused } from '../domain/commandTrouble'
import type { Bone } from '../domain/fishbone'
import { isSameJson, type Change } from '../domain/change'
import { failedPart } from '../domain/failedPart'
import type { Moment } from '../domain/moment'
import { deviceCode } from '../domain/deviceId'
import { nextRecordNumber } from '../domain/recordNumber'
import type { Json } from '../domain/records/field'
import type { StoredRecord, TableName } from '../domain/records/tables'
import { lacksBeforeSubmitting } from '../domain/workflow/analysisSubmission'
import { cycleOf, inForce, type CaseFile } from '../domain/workflow/caseFile'
import type { Person } from '../domain/person'
import {
  gatesOf,
  decide,
  effectOf,
  isWaivable,
  waiversOf,
  type Answers,
  type Decision,
} from '../domain/workflow/decide'
import { missingAt } from '../domain/workflow/gates'
import { readCaseFile } from '../domain/workflow/readCaseFile'
import { missingKey, type Missing } from '../domain/workflow/missing'
import type { Duties } from '../domain/workflow/separation'
import { commandOfStep, type TransitionName } from '../domain/workflow/transitions'
import { remainingFailure } from './attachments'
import { commit, presentRecord, seenSaid, whySaid, type Said, type Seen } from './commit'
import { database, type FracasDatabase } from './database'
import { presentDevice } from './device'
import { gateContextOf } from './gateContext'
import { newId } from './newId'
import { readerOf } from './readerOf'

/** Tables whose records hang on a failure, on its problem, or on both. */
type LoopTable = 'rootCauseAnalyses' | 'correctiveActions' | 'effectVerifications'

const inOrder = <R extends { readonly id: string; readonly deleted?: boolean }>(records: readonly R[]): R[] =>
  [...new Map(records.filter((record) => record.deleted !== true).map((record) => [record.id, record])).values()].sort(
    (a, b) => (a.id < b.id ? -1 : 1),
  )

/** null when there is no failure of that id. */
export const caseFileOf = (failureId: string, db: FracasDatabase = database): Promise<CaseFile | null> =>
  readCaseFile(failureId, readerOf(db))

export type StepResult =
  { readonly ok: true; readonly change: Change | null } | { readonly ok: false; readonly decision: Decision | null }

/**
 * Takes a step of the workflow, or answers why it is not open. The decision is made on what the disk holds, in the
 * transaction that writes.
 * @param now local civil time, to the minute
 * @throws CommandRefused when the person may not, or the failure is gone
 */
export async function takeStep(
  failureId: string,
  name: TransitionName,
  person: Person,
  now: Moment,
  answers: Answers = {},
  db: FracasDatabase = database,
): Promise<StepResult> {
  let refused: Decision | null = null
  const change = await commit(
    {
      name: commandOfStep(name),
      person,
      ...whySaid({ why: answers.why ?? '' }),
      duties: async (db) => dutiesOf(await caseFileOf(failureId, db)),
    },
    async (db) => {
      const file = await caseFileOf(failureId, db)
      if (file === null) throw new CommandRefused([{ code: 'gone' }], commandOfStep(name))
      // Merging into a failure that was itself merged means the one that remains; never a circle.
      const remaining = answers.target === undefined ? undefined : await remainingFailure(answers.target, db)
      const settled = remaining === undefined ? answers : { ...answers, target: remaining }
      const decision = decide(name, file, person, await gateContextOf(file, now, db), settled)
      if (!decision.isOpen || remaining === failureId) {
        refused = decision
        return []
      }
      const step = {
        table: 'failures' as const,
        record: failureId,
        fields: effectOf(decision, file, person, now, settled),
      }
      return name === 'merge' && remaining !== undefined ? [step, ...carriedAlong(file, remaining)] : [step]
    },
    db,
  )
  return refused === null && change !== null ? { ok: true, change } : { ok: false, decision: refused }
}

/** Whose work a step judges: the authors of the causes and the owners of the actions that are in force. */
function dutiesOf(file: CaseFile | null): Pick<Duties, 'analyses' | 'actions'> {
  if (file === null) return {}
  const { analyses, actions } = inForce(file)
  return { analyses, actions }
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

/**
 * The review board lets a failure pass a gate without an item; kept with who, when and why, for this cycle only.
 * @throws CommandRefused when the person may not, nobody says why, or the item is not missing or cannot be waived
 */
export async function waive(
  failureId: string,
  missing: Missing,
  person: Person,
  now: Moment,
  why: string,
  db: FracasDatabase = database,
): Promise<Change | null> {
  return commit(
    { name: 'waive', person, why: why.trim() },
    async (db) => {
      const file = await caseFileOf(failureId, db)
      if (file === null) throw new CommandRefused([{ code: 'gone' }], 'waive')
      const context = await gateContextOf(file, now, db)
      const needed = gatesOf(file).flatMap((gate) => missingAt(gate, file, context))
      const isNeeded = needed.some((known) => missingKey(known) === missingKey(missing))
      if (!isNeeded || !isWaivable(missing, file)) throw new CommandRefused([{ code: 'overtaken' }], 'waive')
      if (why.trim() === '')
        throw new CommandRefused([{ code: 'reason-needed', fields: ['failures.waivers'] }], 'waive')
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
  person: Person,
  said: Said = {},
  db: FracasDatabase = database,
): Promise<Change | null> {
  const { failure, problem } = file
  const name = `${id === null ? 'add' : 'edit'}-${table}` as const
  const belongs =
    id === null
      ? { failureId: failure.id, ...(problem === null ? {} : { problemId: problem.id }), cycle: cycleOf(failure) }
      : {}
  return commit(
    { name, person, ...whySaid(said) },
    async (db) => {
      const known = id === null ? undefined : await presentRecord<TableName>(name, table, id, db)
      return [
        {
          table: table as TableName,
          record: id ?? newId(),
          fields: { ...belongs, ...(table === 'rootCauseAnalyses' ? unapproved(known, fields, said.seen) : fields) },
          ...seenSaid(said),
        },
      ]
    },
    db,
  )
}

/** A changed analysis is a new one to its reviewer: who approved the earlier one has not seen this one. */
function unapproved(
  known: object | undefined,
  { approvedAt: _approved, submittedAt: _submitted, version: _version, ...fields }: Readonly<Record<string, unknown>>,
  seen: Seen = {},
): Readonly<Record<string, unknown>> {
  const before = (known ?? {}) as Readonly<Record<string, unknown>>
  const isSame = (a: unknown, b: unknown): boolean => isSameJson((a ?? null) as Json, (b ?? null) as Json)
  const isChanged = Object.entries(fields).some(
    ([field, value]) => !isSame(before[field], value) && !(field in seen && isSame(seen[field], value)),
  )
  const { version } = before
  const next = (typeof version === 'number' ? version : 0) + 1
  return isChanged ? { ...fields, submittedAt: null, approvedAt: null, version: next } : fields
}

/**
 * Hands an analysis to the reviewer it names.
 * @throws CommandRefused while it lacks something the reviewer would have to ask for
 */
export async function submitAnalysis(
  analysisId: string,
  file: CaseFile,
  person: Person,
  now: Moment,
  db: FracasDatabase = database,
): Promise<Change | null> {
  return commit(
    { name: 'submit-analysis', person },
    async (db) => {
      const analysis = await presentRecord('submit-analysis', 'rootCauseAnalyses', analysisId, db)
      const present = (await caseFileOf(file.failure.id, db)) ?? file
      if (lacksBeforeSubmitting(analysis, present, now).length > 0)
        throw new CommandRefused([{ code: 'incomplete' }], 'submit-analysis')
      return [{ table: 'rootCauseAnalyses' as const, record: analysisId, fields: { submittedAt: now } }]
    },
    db,
  )
}

/** The reviewer whom an analysis names approves it as it stands; whoever wrote it cannot. */
export async function approveAnalysis(
  analysisId: string,
  person: Person,
  now: Moment,
  db: FracasDatabase = database,
): Promise<Change | null> {
  return commit(
    {
      name: 'approve-analysis',
      person,
      duties: async (db) => ({
        analyses: [await presentRecord('approve-analysis', 'rootCauseAnalyses', analysisId, db)],
      }),
    },
    async (db) => {
      const { submittedAt } = await presentRecord('approve-analysis', 'rootCauseAnalyses', analysisId, db)
      if (submittedAt === undefined) throw new CommandRefused([{ code: 'not-submitted' }], 'approve-analysis')
      return [{ table: 'rootCauseAnalyses' as const, record: analysisId, fields: { approvedAt: now } }]
    },
    db,
  )
}

/**
 * Makes a problem of a failure. What was analysed and decided so far goes along: it belongs to both from now on.
 * @returns the id of the problem, or null when the failure is gone
 */
export const problemFromFailure = (
  failureId: string,
  title: string,
  person: Person,
  db: FracasDatabase = database,
): Promise<string | null> => problemFromFailures([failureId], title, person, db)

/** The same for several failures at once: part and symptom are those of the first, the path and severity of the gravest. */
export async function problemFromFailures(
  failureIds: readonly string[],
  title: string,
  person: Person,
  db: FracasDatabase = database,
): Promise<string | null> {
  const id = newId()
  const change = await commit(
    { name: 'make-problem', person },
    async (db) => {
      const files = await caseFilesOf(failureIds, db)
      const [file] = files
      if (file === undefined) return []
      const { failure } = file
      const device = await presentDevice(db)
      const given = (await db.recordsOf('problems').toArray()).map((problem) => problem.no)
      const no = nextRecordNumber('problem', deviceCode(device.id), given)
      const fields = {
        no,
        title,
        bomNodeId: failedPart(failure).nodeId,
        symptomCode: failure.symptomCode,
        path: files.some((each) => each.failure.path === '8D') ? '8D' : 'standard',
        step: 'D0',
        state: 'ANALYSIS',
        severityMax: files.flatMap((each) => each.failure.severity ?? []).toSorted()[0],
      }
      return [{ table: 'problems' as const, record: id, fields }, ...files.flatMap((each) => linking(each, id))]
    },
    db,
  )
  return change === null ? null : id
}

/** Puts a failure under a problem that exists; null takes it out again. */
export async function linkProblem(
  failureId: string,
  problemId: string | null,
  person: Person,
  db: FracasDatabase = database,
): Promise<Change | null> {
  return commit(
    { name: problemId === null ? 'unlink-problem' : 'link-problem', person },
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

/** Puts several failures under a problem that exists, in one change. */
export async function linkProblems(
  failureIds: readonly string[],
  problemId: string,
  person: Person,
  db: FracasDatabase = database,
): Promise<Change | null> {
  return commit(
    { name: 'link-problem', person },
    async (db) => {
      await presentRecord('link-problem', 'problems', problemId, db)
      return (await caseFilesOf(failureIds, db)).flatMap((file) => linking(file, problemId))
    },
    db,
  )
}

/** The case files of those that are there, in the order given. */
async function caseFilesOf(ids: readonly string[], db: FracasDatabase): Promise<readonly CaseFile[]> {
  const files: CaseFile[] = []
  for (const id of ids) {
    const file = await caseFileOf(id, db)
    if (file !== null) files.push(file)
  }
  return files
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
  person: Person,
  db: FracasDatabase = database,
): Promise<Change | null> {
  return commit(
    { name: 'draw-fishbone', person },
    async (db) => {
      await presentRecord('draw-fishbone', 'rootCauseAnalyses', analysisId, db)
      return [
        {
          table: 'rootCauseAnalyses' as const,
          record: analysisId,
          fields: { fishbone: bones.length === 0 ? null : bones },
        },
      ]
    },
    db,
  )
}

export async function allProblems(db: FracasDatabase = database): Promise<readonly StoredRecord<'problems'>[]> {
  return inOrder(await db.recordsOf('problems').toArray())
}

export async function editProblem(
  problemId: string,
  fields: Readonly<Record<string, unknown>>,
  person: Person,
  said: Said = {},
  db: FracasDatabase = database,
): Promise<Change | null> {
  return commit(
    { name: 'edit-problem', person, ...whySaid(said) },
    async (db) => {
      await presentRecord('edit-problem', 'problems', problemId, db)
      return [{ table: 'problems' as const, record: problemId, fields, ...seenSaid(said) }]
    },
    db,
  )
}
