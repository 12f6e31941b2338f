/** The forms of what leads to closing: an analysis, an action, a verification of its effect. */
import { correctiveActionFields } from '../domain/records/correctiveAction'
import { effectVerificationFields } from '../domain/records/effectVerification'
import { rootCauseAnalysisFields } from '../domain/records/rootCauseAnalysis'
import type { StoredRecord } from '../domain/records/tables'
import { saveLoopRecord } from '../store/caseFiles'
import { useText } from '../ui/LanguageContext'
import { recordWith, sharedOf, type CaseFormProps } from './caseForm'
import { RecordDialog } from './RecordDialog'
import { usePerson } from './usePerson'
import { WhyTreeEditor } from './WhyTree'

type Analysis = Partial<StoredRecord<'rootCauseAnalyses'>>
type Action = Partial<StoredRecord<'correctiveActions'>>
type Verification = Partial<StoredRecord<'effectVerifications'>>

const ANALYSIS_INPUTS = [
  'rootCauseCat',
  'rootCauseText',
  'failureMode',
  'mechanism',
  'occurWhy',
  'escapeWhy',
  'escapePoint',
  'reproduced',
  'notReproducedWhy',
  'benchFinding',
  'labReportNo',
  'confidence',
  'author',
  'reviewer',
] as const satisfies readonly (keyof StoredRecord<'rootCauseAnalyses'>)[]
const ACTION_INPUTS = [
  'type',
  'description',
  'owner',
  'department',
  'dueAt',
  'doneAt',
  'changeDocNo',
  'effKind',
  'effValue',
  'effectiveAt',
  'scopeUnits',
  'doneUnits',
  'containmentUntil',
  'containmentEffPct',
  'criteria',
  'evidence',
  'riskNote',
] as const satisfies readonly (keyof StoredRecord<'correctiveActions'>)[]
const VERIFICATION_INPUTS = [
  'method',
  'windowStart',
  'windowEnd',
  'trains',
  'exposureKm',
  'recurrencesReviewed',
  'result',
  'verifier',
  'decision',
  'evidence',
] as const satisfies readonly (keyof StoredRecord<'effectVerifications'>)[]

export function AnalysisForm(props: CaseFormProps) {
  const { t } = useText()
  const person = usePerson()
  const { file, target } = props
  const { record } = target
  const given: Analysis = record === null ? { author: person.name } : recordWith(file.analyses, record)
  return (
    <RecordDialog<Analysis>
      {...sharedOf(props)}
      title={record === null ? t.analysisAdd : t.analysisEdit}
      table="rootCauseAnalyses"
      fields={rootCauseAnalysisFields}
      names={ANALYSIS_INPUTS}
      multiline={['rootCauseText']}
      record={given}
      special={{
        occurWhy: (value, onChange) => <WhyTreeEditor label={t.whyTreeOccur} value={value} onChange={onChange} />,
        escapeWhy: (value, onChange) => <WhyTreeEditor label={t.whyTreeEscape} value={value} onChange={onChange} />,
      }}
      onSave={(patch, meant) => saveLoopRecord(file, 'rootCauseAnalyses', record, patch, person, meant)}
    />
  )
}

export function ActionForm(props: CaseFormProps) {
  const { t } = useText()
  const person = usePerson()
  const { file, target } = props
  const { record } = target
  const cause = record === null ? file.analyses.at(-1)?.id : undefined
  return (
    <RecordDialog<Action>
      {...sharedOf(props)}
      title={record === null ? t.actionAdd : t.actionEdit}
      table="correctiveActions"
      company="correctiveActions"
      fields={correctiveActionFields}
      names={ACTION_INPUTS}
      record={record === null ? { type: 'PERM' } : recordWith(file.actions, record)}
      multiline={['description', 'criteria', 'evidence', 'riskNote']}
      onSave={(patch, meant) =>
        saveLoopRecord(
          file,
          'correctiveActions',
          record,
          { ...(cause === undefined ? {} : { causeId: cause }), ...patch },
          person,
          meant,
        )
      }
    />
  )
}

export function VerificationForm(props: CaseFormProps) {
  const { t } = useText()
  const person = usePerson()
  const { file, target } = props
  const { record } = target
  return (
    <RecordDialog<Verification>
      {...sharedOf(props)}
      title={record === null ? t.verificationAdd : t.verificationEdit}
      table="effectVerifications"
      fields={effectVerificationFields}
      names={VERIFICATION_INPUTS}
      record={record === null ? { verifier: person.name, method: 'FIELD' } : recordWith(file.verifications, record)}
      multiline={['evidence']}
      onSave={(patch, meant) =>
        saveLoopRecord(
          file,
          'effectVerifications',
          record,
          { ...(record === null ? { actionIds: file.actions.map(({ id }) => id) } : {}), ...patch },
          person,
          meant,
        )
      }
    />
  )
}
