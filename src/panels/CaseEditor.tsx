/** Opens the right form for a record of a case file, at the field a person came for. */
import { standing } from '../domain/costs'
import { correctiveActionFields } from '../domain/records/correctiveAction'
import { effectVerificationFields } from '../domain/records/effectVerification'
import { failureFields, type Failure } from '../domain/records/failure'
import { handlingFields, type Handling } from '../domain/records/handling'
import { replacementFields, type Replacement } from '../domain/records/replacement'
import { rootCauseAnalysisFields } from '../domain/records/rootCauseAnalysis'
import type { StoredRecord, TableName } from '../domain/records/tables'
import type { CaseFile } from '../domain/workflow/caseFile'
import type { Gate } from '../domain/workflow/missing'
import { weightOf } from '../domain/installations'
import { wordsOfCosts } from '../i18n/costs'
import { localMoment } from '../i18n/format'
import { CustodyDialog } from './CustodySteps'
import { findingInWords } from './lifeInWords'
import { RecordDialog } from './RecordDialog'
import { usePerson } from './usePerson'
import { useEngine } from './useEngine'
import { WhyTreeEditor } from './WhyTree'
import { saveLoopRecord } from '../store/caseFiles'
import { costsOf } from '../store/costs'
import { editFailure, saveHandling } from '../store/failures'
import { checkReplacement, saveReplacement } from '../store/replacements'
import { timeOfReplacement } from '../store/serialLives'
import { useText } from '../ui/LanguageContext'
import { EditDialog } from './EditDialog'
import { ProblemDialog } from './ProblemDialog'

export interface EditTarget {
  readonly table: TableName
  /** null: a new one. */
  readonly record: string | null
  readonly field?: string | null
  readonly gate?: Gate
}

const HANDLING_INPUTS = [
  'startAt',
  'endAt',
  'handler',
  'crew',
  'method',
  'measure',
  'result',
  'prelimCauseCat',
  'prelimCause',
  'diagH',
  'repairH',
  'functionTestOk',
  'restrictions',
  'nextCheckAt',
] as const satisfies readonly (keyof Handling)[]
const REPLACEMENT_INPUTS = [
  'at',
  'removedSerial',
  'installedSerial',
  'noSerialReason',
  'position',
  'installedSource',
  'isMainFault',
  'reason',
  'removedDisposition',
  'tagNo',
  'odometerKm',
  'swOld',
  'swNew',
] as const satisfies readonly (keyof Replacement)[]
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
/** What one gate asks of the failure, and what belongs beside it. */
const FAILURE_INPUTS: Readonly<Partial<Record<Gate, readonly (keyof Failure)[]>>> = {
  G2: [
    'severity',
    'faultLevel',
    'priority',
    'safetyEvent',
    'warrantyState',
    'owner',
    'duplicateCheck',
    'path',
    'customerNeedsReport',
    'raisedToMeeting',
  ],
  G3: ['verified'],
  G4: [
    'actualNodeId',
    'actualSerial',
    'relevance',
    'relevanceReason',
    'chargeable',
    'responsibleText',
    'failureClass',
    'recurrence',
  ],
  G7: ['closeCode', 'customerAnsweredAt', 'costMark'],
}

interface Props {
  readonly file: CaseFile
  readonly target: EditTarget
  readonly onClose: () => void
}

export function CaseEditor({ file, target, onClose }: Props) {
  const { t, language } = useText()
  const person = usePerson()
  const actor = person.name
  const { failure } = file
  const { table, record, field = null, gate } = target
  const one = <R extends { readonly id: string }>(records: readonly R[]): Partial<R> =>
    records.find(({ id }) => id === record) ?? {}
  const shared = { focus: field, onClose }
  const { answer: names } = useEngine('all-names', (engine) => engine.allNames())

  switch (table) {
    case 'failures': {
      if (field === 'problemId') return <ProblemDialog file={file} onClose={onClose} />
      const names = gate === undefined ? undefined : FAILURE_INPUTS[gate]
      if (names === undefined) return <EditDialog failure={failure} onClose={onClose} />
      return (
        <RecordDialog<Failure>
          {...shared}
          title={t.loopTitle}
          fields={failureFields}
          names={names}
          record={failure}
          multiline={[]}
          table="failures"
          check={async (fields) =>
            fields.costMark === 'none' && standing(await costsOf(failure.id)).length > 0
              ? [{ text: wordsOfCosts(language).costsNoneRefused, weight: 'refused' }]
              : []
          }
          onSave={(fields, why) => editFailure(failure.id, withNulls(fields), person, { why })}
        />
      )
    }
    case 'handlings':
      return (
        <RecordDialog<Handling>
          {...shared}
          title={record === null ? t.handlingAdd : t.tabHandling}
          table="handlings"
          fields={handlingFields}
          names={HANDLING_INPUTS}
          record={record === null ? { handler: actor } : one(file.handlings)}
          multiline={['measure', 'prelimCause', 'restrictions']}
          onSave={(fields) => saveHandling(failure.id, record, fields, person)}
        />
      )
    case 'replacements': {
      const line = file.replacements.find(({ id }) => id === record)
      if (field === 'custody' && line !== undefined)
        return <CustodyDialog removal={{ line, removedAt: timeOfReplacement(line, failure) }} onClose={onClose} />
      const fresh: Replacement = {
        at: localMoment().slice(0, 16),
        isMainFault: file.replacements.every((line) => line.isMainFault !== true),
        ...(failure.reportedSerial === undefined ? {} : { removedSerial: failure.reportedSerial }),
        ...(failure.odometerKm === undefined ? {} : { odometerKm: failure.odometerKm }),
      }
      const given: Partial<StoredRecord<'replacements'>> =
        record === null
          ? { ...fresh, ...(failure.bomNodeId === undefined ? {} : { bomNodeId: failure.bomNodeId }) }
          : one(file.replacements)
      const whole = (fields: Replacement): Replacement => ({ ...given, ...fields })
      return (
        <RecordDialog<Replacement>
          {...shared}
          title={record === null ? t.replacementAdd : t.tabReplacements}
          table="replacements"
          fields={replacementFields}
          names={REPLACEMENT_INPUTS}
          record={given}
          multiline={[]}
          check={async (fields) =>
            (await checkReplacement(failure.id, record, whole(fields))).map((finding) => ({
              text: findingInWords(finding, names ?? {}, t),
              weight: weightOf(finding),
            }))
          }
          onSave={async (fields, why, confirmed) => {
            const { bomNodeId } = given
            const result = await saveReplacement(
              failure.id,
              record,
              { ...(bomNodeId === undefined ? {} : { bomNodeId }), ...fields },
              person,
              { why, confirmed },
            )
            return result.ok ? result.change : 'refused'
          }}
        />
      )
    }
    case 'rootCauseAnalyses':
      return (
        <RecordDialog<Partial<StoredRecord<'rootCauseAnalyses'>>>
          {...shared}
          title={record === null ? t.analysisAdd : t.analysisEdit}
          table="rootCauseAnalyses"
          fields={rootCauseAnalysisFields}
          names={ANALYSIS_INPUTS}
          multiline={['rootCauseText']}
          record={record === null ? { author: actor } : one(file.analyses)}
          special={{
            occurWhy: (value, onChange) => <WhyTreeEditor label={t.whyTreeOccur} value={value} onChange={onChange} />,
            escapeWhy: (value, onChange) => <WhyTreeEditor label={t.whyTreeEscape} value={value} onChange={onChange} />,
          }}
          onSave={(fields) => saveLoopRecord(file, 'rootCauseAnalyses', record, withNulls(fields), person)}
        />
      )
    case 'correctiveActions':
      return (
        <RecordDialog<Partial<StoredRecord<'correctiveActions'>>>
          {...shared}
          title={record === null ? t.actionAdd : t.actionEdit}
          table="correctiveActions"
          fields={correctiveActionFields}
          names={ACTION_INPUTS}
          record={record === null ? { type: 'PERM' } : one(file.actions)}
          multiline={['description', 'criteria', 'evidence', 'riskNote']}
          onSave={(fields, why) =>
            saveLoopRecord(
              file,
              'correctiveActions',
              record,
              {
                ...(record === null && file.analyses.length > 0 ? { causeId: file.analyses.at(-1)?.id } : {}),
                ...withNulls(fields),
              },
              person,
              { why },
            )
          }
        />
      )
    case 'effectVerifications':
      return (
        <RecordDialog<Partial<StoredRecord<'effectVerifications'>>>
          {...shared}
          title={record === null ? t.verificationAdd : t.verificationEdit}
          table="effectVerifications"
          fields={effectVerificationFields}
          names={VERIFICATION_INPUTS}
          record={record === null ? { verifier: actor, method: 'FIELD' } : one(file.verifications)}
          multiline={['evidence']}
          onSave={(fields, why) =>
            saveLoopRecord(
              file,
              'effectVerifications',
              record,
              { ...(record === null ? { actionIds: file.actions.map(({ id }) => id) } : {}), ...withNulls(fields) },
              person,
              { why },
            )
          }
        />
      )
    default:
      return null
  }
}

/** What was emptied is cleared in the record. */
const withNulls = (fields: object): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, value ?? null]))
