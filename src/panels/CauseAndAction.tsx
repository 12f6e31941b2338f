/**
 * Cause, actions, and whether they worked, of a failure or of the problem it belongs to; earlier cycles stay readable
 * beside the present one.
 */
import { isCompanyTable } from '../domain/companyFields'
import { perMillion } from '../reliability/perMillion'
import { permits } from '../domain/workflow/permits'
import { useCommand, useSayDone } from './useCommand'
import type { ReactNode } from 'react'
import { partOfAction } from '../domain/failedPart'
import type { Fields, Json } from '../domain/records/field'
import { correctiveActionFields } from '../domain/records/correctiveAction'
import { effectVerificationFields } from '../domain/records/effectVerification'
import { rootCauseAnalysisFields } from '../domain/records/rootCauseAnalysis'
import type { StoredRecord } from '../domain/records/tables'
import { readWhyTree } from '../domain/whyTree'
import { lacksBeforeSubmitting } from '../domain/workflow/analysisSubmission'
import { cycleOf, type CaseFile } from '../domain/workflow/caseFile'
import type { Person } from '../domain/person'
import { formatMoment } from '../i18n/format'
import type { ActionEffect, Effect, EffectSide } from '../metrics/effectivenessScope'
import { periodAsDates } from '../metrics/scope'
import { EffectPanel } from './EffectPanel'
import { AnalysisDiagram } from './AnalysisDiagram'
import { CommandButton } from './CommandButton'
import { RecordFiles } from './RecordFiles'
import { RecordFacts } from './RecordFacts'
import { WhyTreeView } from './WhyTree'
import { approveAnalysis, saveLoopRecord, submitAnalysis } from '../store/caseFiles'
import { engine } from '../workers/engineClient'
import { useText } from '../ui/LanguageContext'
import type { EditTarget } from './editTarget'
import { itemsInWords } from './itemInWords'
import { useCompanyFields } from './useCompanyFields'

interface Props {
  readonly file: CaseFile
  readonly person: Person
  readonly now: string
  readonly onEdit: (target: EditTarget) => void
}

/** What the comparison of the rates suggests; a person may judge otherwise. */
const RESULT_OF: Readonly<Record<Effect, string>> = {
  effective: 'EFF',
  partly: 'PART',
  ineffective: 'INEFF',
  'not-enough-data': 'INSUF',
}
const HIDDEN = [
  'failureId',
  'problemId',
  'causeId',
  'cycle',
  'version',
  'occurWhy',
  'escapeWhy',
  'fishbone',
  'actionIds',
  'recurrences',
]

const rateOf = ({ rows, partKm }: EffectSide): number | null => (partKm > 0 ? perMillion(rows.length / partKm) : null)

/** The verification that the comparison of the rates makes of an action. */
async function verificationBy(
  action: StoredRecord<'correctiveActions'>,
  { before, after, trains, units, verdict }: ActionEffect,
) {
  const [from, to] = periodAsDates(after.from, after.to)
  return {
    actionIds: [action.id],
    method: 'DATA',
    windowStart: from,
    windowEnd: to,
    trains,
    ...(units === null ? {} : { items: units.ranAfter }),
    exposureKm: Math.round(after.trainKm),
    beforeFpmk: rateOf(before),
    afterFpmk: rateOf(after),
    recurrences: await engine().idsOfRows(after.rows),
    ...(verdict.status === 'estimated' ? { result: RESULT_OF[verdict.verdict] } : {}),
  }
}

export function CauseAndAction({ file, person, now, onEdit }: Props) {
  const { t } = useText()
  const { run } = useCommand()
  const sayDone = useSayDone()
  const { failure, problem } = file
  const verifyWith = async (action: StoredRecord<'correctiveActions'>, effect: ActionEffect): Promise<void> => {
    const end = await run(async () =>
      saveLoopRecord(file, 'effectVerifications', null, await verificationBy(action, effect), person),
    )
    if (end.ended === 'done') sayDone(t.editSaved, end.value)
  }
  return (
    <div className="stack">
      <Entries
        title={t.cause}
        add={t.analysisAdd}
        none={t.analysisNone}
        file={file}
        table="rootCauseAnalyses"
        records={file.analyses}
        fields={rootCauseAnalysisFields}
        onEdit={onEdit}
      >
        {(entry) => (
          <>
            <WhyTreeView nodes={readWhyTree(entry.occurWhy as Json | undefined)} />
            <WhyTreeView nodes={readWhyTree(entry.escapeWhy as Json | undefined)} />
            <AnalysisDiagram
              analysis={entry}
              effect={problem?.title ?? failure.title ?? failure.description ?? ''}
              isFrozen={cycleOf(entry) !== cycleOf(failure)}
            />
            <Approval analysis={entry} file={file} person={person} now={now} />
          </>
        )}
      </Entries>
      <Entries
        title={t.action}
        add={t.actionAdd}
        none={t.actionsNone}
        file={file}
        table="correctiveActions"
        records={file.actions}
        fields={correctiveActionFields}
        onEdit={onEdit}
      >
        {(entry) => (
          <EffectPanel
            action={entry}
            nodeId={partOfAction(failure, problem)}
            symptomCode={problem?.symptomCode ?? failure.symptomCode}
            onUse={cycleOf(entry) === cycleOf(failure) ? (effect) => void verifyWith(entry, effect) : null}
          />
        )}
      </Entries>
      <Entries
        title={t.verifications}
        add={t.verificationAdd}
        none={t.verificationsNone}
        file={file}
        table="effectVerifications"
        records={file.verifications}
        fields={effectVerificationFields}
        onEdit={onEdit}
      />
    </div>
  )
}

type LoopRecord =
  StoredRecord<'rootCauseAnalyses'> | StoredRecord<'correctiveActions'> | StoredRecord<'effectVerifications'>

interface EntriesProps<R extends LoopRecord> {
  readonly title: string
  readonly add: string
  readonly none: string
  readonly file: CaseFile
  readonly table: 'rootCauseAnalyses' | 'correctiveActions' | 'effectVerifications'
  readonly records: readonly R[]
  readonly fields: Fields
  readonly onEdit: (target: EditTarget) => void
  readonly children?: (record: R) => ReactNode
}

function Entries<R extends LoopRecord>({
  title,
  add,
  none,
  file,
  table,
  records,
  fields,
  onEdit,
  children,
}: EntriesProps<R>) {
  const { t } = useText()
  const about = { failures: [file.failure] }
  return (
    <>
      <div className="spread">
        <h2>{title}</h2>
        <CommandButton command={`add-${table}`} records={about} onPress={() => onEdit({ table, record: null })}>
          {add}
        </CommandButton>
      </div>
      {records.length === 0 ? <p className="muted">{none}</p> : null}
      <ul className="entry-list">
        {records.map((entry) => {
          const isFrozen = cycleOf(entry) !== cycleOf(file.failure)
          return (
            <li key={entry.id} className="card card-pad stack">
              {isFrozen ? (
                <p className="small muted">
                  {t.loopCycle(cycleOf(entry))} · {t.loopFrozen}
                </p>
              ) : null}
              <RecordFacts
                fields={fields}
                record={entry}
                table={table}
                hide={HIDDEN}
                company={isCompanyTable(table) ? table : undefined}
              />
              {children?.(entry)}
              <RecordFiles ownerId={entry.id} attachments={file.attachments} />
              {isFrozen ? null : (
                <div>
                  <CommandButton
                    command={`edit-${table}`}
                    records={about}
                    isQuiet
                    onPress={() => onEdit({ table, record: entry.id })}
                  >
                    {t.edit}
                  </CommandButton>
                </div>
              )}
            </li>
          )
        })}
      </ul>
    </>
  )
}

interface ApprovalProps {
  readonly analysis: StoredRecord<'rootCauseAnalyses'>
  readonly file: CaseFile
  readonly person: Person
  readonly now: string
}

/** Handing it over is a step: before it the reviewer is not asked, and after it nothing is changed unseen. */
function Submission({ analysis, file, person, now }: ApprovalProps) {
  const { t, language } = useText()
  const company = useCompanyFields()
  const { isPending, run } = useCommand()
  const lacks = lacksBeforeSubmitting(analysis, file, now)
  return (
    <CommandButton
      command="submit-analysis"
      records={{ failures: [file.failure] }}
      busyWhy={lacks.length > 0 ? itemsInWords(lacks, t, language, company) : isPending ? t.commandPending : undefined}
      onPress={() => void run(() => submitAnalysis(analysis.id, file, person, now))}
    >
      {t.analysisSubmit}
    </CommandButton>
  )
}

/** A second person looks at the analysis; whoever wrote it cannot. */
function Approval({ analysis, file, person, now }: ApprovalProps) {
  const { t } = useText()
  const { isPending, run } = useCommand()
  if (analysis.approvedAt !== undefined)
    return <p className="small">{t.analysisApproved(analysis.reviewer ?? '', formatMoment(analysis.approvedAt))}</p>
  const against = permits('approve-analysis', person, {
    analyses: [analysis],
    touched: [{ table: 'rootCauseAnalyses', before: analysis, set: { approvedAt: now } }],
  })
  const refusal =
    analysis.reviewer === undefined || analysis.reviewer === ''
      ? t.missingReason('not-approved', '')
      : analysis.author === analysis.reviewer
        ? t.missingReason('reviewer-is-author', '')
        : person.name !== analysis.reviewer
          ? t.analysisApproveOnly(analysis.reviewer)
          : against[0] !== undefined
            ? t.commandRefusal(against[0])
            : isPending
              ? t.commandPending
              : undefined
  return (
    <div className="row">
      {analysis.submittedAt === undefined ? (
        <Submission analysis={analysis} file={file} person={person} now={now} />
      ) : (
        <span className="small">{t.analysisSubmitted(formatMoment(analysis.submittedAt))}</span>
      )}
      <button
        type="button"
        className="button"
        disabled={refusal !== undefined}
        title={refusal}
        onClick={() => void run(() => approveAnalysis(analysis.id, person, now))}
      >
        {t.analysisApprove}
      </button>
      {refusal === undefined ? null : <span className="small muted">{refusal}</span>}
    </div>
  )
}
