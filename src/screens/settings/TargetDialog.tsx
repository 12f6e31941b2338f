/** What a contract demands, agreed or changed. */
import { targetRefusal } from '../../domain/contractTarget'
import { contractTargetFields, type ContractTarget } from '../../domain/records/contractTarget'
import type { StoredRecord } from '../../domain/records/tables'
import { wordsOfReports } from '../../i18n/reports'
import { RecordDialog } from '../../panels/RecordDialog'
import { usePerson } from '../../panels/usePerson'
import { saveContractTarget } from '../../store/contractTargets'
import { useText } from '../../ui/LanguageContext'

const INPUTS = [
  'contractNo',
  'bomNodeId',
  'vehicleType',
  'operatorId',
  'category',
  'population',
  'measure',
  'value',
  'confidencePct',
  'definition',
  'exclusions',
  'agreedBy',
  'agreedOn',
] as const
/** Nothing is filled in beforehand: what is preset here would be agreed by nobody. */
const NEW: ContractTarget = {}

interface Option {
  readonly id: string
  readonly label: string
}

interface Props {
  /** null: a new one. */
  readonly target: StoredRecord<'contractTargets'> | null
  readonly operators: readonly Option[]
  readonly types: readonly string[]
  readonly onClose: () => void
}

export function TargetDialog({ target, operators, types, onClose }: Props) {
  const { t, language } = useText()
  const words = wordsOfReports(language)
  const person = usePerson()
  const choice =
    (label: string, options: readonly Option[]) => (value: unknown, onChange: (value: unknown) => void, id: string) => (
      <div className="field">
        <label className="field-label" htmlFor={id}>
          {label}
        </label>
        <select
          id={id}
          className="input"
          value={typeof value === 'string' ? value : ''}
          onChange={(event) => onChange(event.target.value === '' ? undefined : event.target.value)}
        >
          <option value="">{t.all}</option>
          {options.map((option) => (
            <option key={option.id} value={option.id}>
              {option.label}
            </option>
          ))}
        </select>
      </div>
    )
  return (
    <RecordDialog<ContractTarget>
      title={words.targetsTitle}
      form={`contractTargets:${target?.id ?? 'new'}`}
      label={{ about: target?.contractNo ?? '', href: '/settings#targets' }}
      table="contractTargets"
      fields={contractTargetFields}
      names={INPUTS}
      record={target ?? NEW}
      isNew={target === null}
      multiline={['definition', 'exclusions']}
      special={{
        vehicleType: choice(
          contractTargetFields.vehicleType[language],
          types.map((type) => ({ id: type, label: type })),
        ),
        operatorId: choice(contractTargetFields.operatorId[language], operators),
      }}
      check={async (record) => {
        const refusal = targetRefusal(record)
        return refusal === null ? [] : [{ text: words.targetRefusal(refusal), weight: 'refused' }]
      }}
      onSave={(patch, meant) => saveContractTarget(target?.id ?? null, patch, person, meant)}
      onClose={onClose}
    />
  )
}
