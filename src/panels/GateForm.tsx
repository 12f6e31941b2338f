/** What one gate asks of the failure, and what belongs beside it. */
import { isCompanyKey } from '../domain/companyFields'
import { standing } from '../domain/costs'
import type { CompanyKey } from '../domain/records/companyField'
import type { Failure } from '../domain/records/failure'
import type { Fields } from '../domain/records/field'
import type { Gate } from '../domain/workflow/missing'
import { wordsOfCosts } from '../i18n/costs'
import { costsOf } from '../store/costs'
import { editFailure } from '../store/failures'
import { useText } from '../ui/LanguageContext'
import { sharedOf, type CaseFormProps } from './caseForm'
import { useFieldsOf } from './useCompanyFields'
import { RecordDialog } from './RecordDialog'
import { usePerson } from './usePerson'

const INPUTS: Readonly<Partial<Record<Gate, readonly (keyof Failure)[]>>> = {
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

/** null: the gate asks nothing of the failure itself. */
export const inputsOfGate = (gate: Gate | undefined): readonly (keyof Failure)[] | null =>
  (gate === undefined ? undefined : INPUTS[gate]) ?? null

/** Company fields that this gate asks for. */
const companyFieldsAt = (fields: Fields, gate: Gate | undefined): readonly CompanyKey[] =>
  Object.entries(fields).flatMap(([name, { need }]) =>
    isCompanyKey(name) && need === gate && gate !== undefined ? [name] : [],
  )

export function GateForm(props: CaseFormProps) {
  const { t, language } = useText()
  const person = usePerson()
  const { failure } = props.file
  const { gate } = props.target
  const fields = useFieldsOf('failures')
  return (
    <RecordDialog<Failure>
      {...sharedOf(props)}
      title={t.loopTitle}
      fields={fields}
      names={[...(inputsOfGate(gate) ?? []), ...companyFieldsAt(fields, gate)]}
      record={failure}
      multiline={[]}
      table="failures"
      check={async (fields) =>
        fields.costMark === 'none' && standing(await costsOf(failure.id)).length > 0
          ? [{ text: wordsOfCosts(language).costsNoneRefused, weight: 'refused' }]
          : []
      }
      onSave={(patch, meant) => editFailure(failure.id, patch, person, meant)}
    />
  )
}
