/** Finds a train by part of its number, type or depot. */
import { useState } from 'react'
import { engine } from '../workers/engineClient'
import { Combobox, type ComboOption } from '../ui/Combobox'
import { useText } from '../ui/LanguageContext'
import type { PickerProps } from './pickerProps'
import { useEngine } from './useEngine'

interface Props extends PickerProps {
  readonly trainId: string | undefined
}

export function TrainPicker({ trainId, freeText, onChoose, ...field }: Props) {
  const { t } = useText()
  // Its name is known at the moment it is picked; only one that was stored is asked for.
  const [picked, setPicked] = useState<ComboOption | null>(null)
  const { answer: train } = useEngine(trainId === undefined ? null : `train|${trainId}`, (engine) =>
    engine.trainOf(trainId ?? ''),
  )
  const find = async (typed: string): Promise<readonly ComboOption[]> =>
    (await engine().findTrains(typed, 40)).map((hit) => ({
      id: hit.id,
      label: hit.label,
      detail: [hit.operator, hit.depot].filter((part) => part !== '').join(' · '),
    }))
  return (
    <Combobox
      {...field}
      chosen={
        trainId === undefined ? (freeText ?? '') : ((picked?.id === trainId ? picked?.label : train?.label) ?? '')
      }
      placeholder={t.fileTrainPlaceholder}
      find={find}
      onChoose={(option) => {
        setPicked(option)
        onChoose(option?.id)
      }}
      freeTextLabel={t.fileKeepText}
      emptyText={t.fileNoTrainMatch}
    />
  )
}
