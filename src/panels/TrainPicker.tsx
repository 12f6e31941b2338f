/** Finds a train by part of its number, type or depot. */
import { engine } from '../workers/engineClient'
import { Combobox, type ComboOption } from '../ui/Combobox'
import { useText } from '../ui/LanguageContext'
import { useEngine } from './useEngine'

interface Props {
  readonly id?: string
  readonly trainId: string | undefined
  readonly freeText?: string | undefined
  readonly onChoose: (trainId: string | undefined) => void
  readonly onFreeText?: (typed: string) => void
  readonly label?: string
  readonly invalid?: boolean
  readonly describedBy?: string
}

export function TrainPicker({ id, trainId, freeText, onChoose, onFreeText, label, invalid, describedBy }: Props) {
  const { t } = useText()
  const { answer: train } = useEngine(trainId === undefined ? null : `train|${trainId}`, (engine) => engine.trainOf(trainId ?? ''))
  const find = async (typed: string): Promise<readonly ComboOption[]> =>
    (await engine().findTrains(typed, 40)).map((hit) => ({ id: hit.id, label: hit.label, detail: [hit.operator, hit.depot].filter((part) => part !== '').join(' · ') }))
  return (
    <Combobox
      {...(id === undefined ? {} : { id })}
      {...(label === undefined ? {} : { label })}
      {...(invalid === undefined ? {} : { invalid })}
      {...(describedBy === undefined ? {} : { describedBy })}
      chosen={trainId === undefined ? (freeText ?? '') : (train?.label ?? '')}
      placeholder={t.fileTrainPlaceholder}
      find={find}
      onChoose={(option) => onChoose(option?.id)}
      {...(onFreeText === undefined ? {} : { onFreeText })}
      freeTextLabel={t.fileKeepText}
      emptyText={t.fileNoTrainMatch}
    />
  )
}
