/** The inputs of the report, by name, each with what is wrong with it. */
import type { ReactNode } from 'react'
import { failureFields, type Failure } from '../../../domain/records/failure'
import type { Field } from '../../../domain/records/field'
import { FieldInput } from '../../../panels/FieldInput'
import { NodePicker } from '../../../panels/NodePicker'
import { TrainPicker } from '../../../panels/TrainPicker'
import { missingInWords } from '../../../panels/unreadInWords'
import { useText } from '../../../ui/LanguageContext'
import type { Filing } from './useFiling'

interface Props {
  readonly filing: Filing
  readonly name: keyof Failure
  readonly asButtons?: boolean
  readonly multiline?: boolean
  readonly required?: boolean
  readonly hint?: ReactNode
  /** Another value than the form holds, and another way to write it. */
  readonly value?: unknown
  readonly field?: Field
  readonly onChange?: (value: unknown) => void
}

export function FilingInput({ filing, name, field, onChange, ...rest }: Props) {
  const problem = useProblem(filing, name)
  return (
    <FieldInput
      {...rest}
      id={`file-${name}`}
      field={field ?? failureFields[name as keyof typeof failureFields]}
      value={'value' in rest ? rest.value : filing.form[name]}
      problem={problem}
      onChange={onChange ?? ((value) => filing.set({ [name]: value }))}
    />
  )
}

/** Why the report cannot be submitted with this answer; null when nothing is wrong with it. */
function useProblem({ missing }: Filing, name: keyof Failure): string | null {
  const { t, language } = useText()
  const item = missing.find(({ field }) => field === name)
  return item === undefined ? null : missingInWords(item, t, language)
}

interface PickerFieldProps {
  readonly filing: Filing
  readonly name: 'trainId' | 'bomNodeId'
}

export function FilingPicker({ filing, name }: PickerFieldProps) {
  const { language } = useText()
  const problem = useProblem(filing, name)
  const { form, set, chooseTrain } = filing
  const id = `file-${name}`
  const shared = {
    id,
    canKeep: true,
    invalid: problem !== null,
    describedBy: problem === null ? undefined : `${id}-problem`,
  }
  return (
    <div className={problem === null ? 'field' : 'field has-problem'}>
      <label className="field-label is-required" htmlFor={id}>
        {failureFields[name][language]}
      </label>
      {name === 'trainId' ? (
        <TrainPicker
          {...shared}
          trainId={form.trainId}
          words={form.trainText}
          onChoose={chooseTrain}
          onWords={(typed) =>
            set({
              trainId: undefined,
              trainText: typed || undefined,
              customerId: undefined,
              depotId: undefined,
              lineId: undefined,
            })
          }
        />
      ) : (
        <NodePicker
          {...shared}
          nodeId={form.bomNodeId}
          words={form.nodeText}
          onChoose={(nodeId) => set({ bomNodeId: nodeId, nodeText: undefined })}
          onWords={(typed) => set({ bomNodeId: undefined, nodeText: typed || undefined })}
        />
      )}
      {problem === null ? null : (
        <p id={`${id}-problem`} className="field-problem">
          {problem}
        </p>
      )}
    </div>
  )
}
