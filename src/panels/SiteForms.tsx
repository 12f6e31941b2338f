/** The forms of what was done on site: a handling, a part replaced. */
import { weightOf } from '../domain/installations'
import { handlingFields, type Handling } from '../domain/records/handling'
import { replacementFields, type Replacement } from '../domain/records/replacement'
import type { StoredRecord } from '../domain/records/tables'
import { localMoment } from '../i18n/format'
import { saveHandling } from '../store/failures'
import { checkReplacement, saveReplacement } from '../store/replacements'
import { useText } from '../ui/LanguageContext'
import { recordWith, sharedOf, type CaseFormProps } from './caseForm'
import { findingInWords } from './lifeInWords'
import { RecordDialog } from './RecordDialog'
import { usePerson } from './usePerson'
import { useEngine } from './useEngine'

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

export function HandlingForm(props: CaseFormProps) {
  const { t } = useText()
  const person = usePerson()
  const { file, target } = props
  const { record } = target
  return (
    <RecordDialog<Handling>
      {...sharedOf(props)}
      title={record === null ? t.handlingAdd : t.tabHandling}
      table="handlings"
      fields={handlingFields}
      names={HANDLING_INPUTS}
      record={record === null ? { handler: person.name } : recordWith(file.handlings, record)}
      multiline={['measure', 'prelimCause', 'restrictions']}
      onSave={(patch, meant) => saveHandling(file.failure.id, record, patch, person, meant)}
    />
  )
}

/** What is known before anybody types: the time, and what the failure says of the part. */
function freshReplacement({ failure, replacements }: CaseFormProps['file']): Replacement {
  return {
    at: localMoment().slice(0, 16),
    isMainFault: replacements.every((line) => line.isMainFault !== true),
    ...(failure.reportedSerial === undefined ? {} : { removedSerial: failure.reportedSerial }),
    ...(failure.odometerKm === undefined ? {} : { odometerKm: failure.odometerKm }),
    ...(failure.bomNodeId === undefined ? {} : { bomNodeId: failure.bomNodeId }),
  }
}

export function ReplacementForm(props: CaseFormProps) {
  const { t } = useText()
  const person = usePerson()
  const { file, target } = props
  const { record } = target
  const { id } = file.failure
  const { answer: names } = useEngine('all-names', (engine) => engine.allNames())
  const given: Partial<StoredRecord<'replacements'>> =
    record === null ? freshReplacement(file) : recordWith(file.replacements, record)
  return (
    <RecordDialog<Replacement>
      {...sharedOf(props)}
      title={record === null ? t.replacementAdd : t.tabReplacements}
      table="replacements"
      fields={replacementFields}
      names={REPLACEMENT_INPUTS}
      record={given}
      multiline={[]}
      checkTitle={t.findingsTitle}
      check={async (typed) =>
        (await checkReplacement(id, record, { ...given, ...typed })).map((finding) => ({
          text: findingInWords(finding, names ?? {}, t),
          weight: weightOf(finding),
        }))
      }
      onSave={async (patch, meant) => {
        const result = await saveReplacement(id, record, patch, person, meant)
        return result.ok ? result.change : 'refused'
      }}
    />
  )
}
