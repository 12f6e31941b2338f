/** Finds a train by part of its number, type or depot. */
import { useState } from 'react'
import type { TrainHit } from '../metrics/fleetSearch'
import { engine } from '../workers/engineClient'
import { Combobox } from '../ui/Combobox'
import { useText } from '../ui/LanguageContext'
import type { ComboOption } from '../ui/useOptions'
import { AddFromPicker } from './AddFromPicker'
import type { PickerProps } from './pickerProps'
import { useEngine } from './useEngine'

interface Props extends PickerProps {
  readonly trainId: string | undefined
}

const optionOf = ({ id, label, operator, depot }: TrainHit): ComboOption => ({
  id,
  label,
  detail: [operator, depot].filter((part) => part !== '').join(' · '),
})

export function TrainPicker({ trainId, onChoose, ...field }: Props) {
  const { t } = useText()
  // Its name is known at the moment it is picked; only one that was stored is asked for.
  const [picked, setPicked] = useState<ComboOption | null>(null)
  const { answer: train } = useEngine(trainId === undefined ? null : `train|${trainId}`, (engine) =>
    engine.trainOf(trainId ?? ''),
  )
  const label = picked?.id === trainId ? picked?.label : train?.label
  return (
    <>
      <Combobox
        {...field}
        chosen={trainId === undefined ? '' : (label ?? '')}
        chosenId={trainId}
        placeholder={t.fileTrainPlaceholder}
        find={async (typed) => (await engine().findTrains(typed, 40)).map(optionOf)}
        match={async (words) => {
          const hit = await engine().trainNamed(words)
          return hit === null ? null : optionOf(hit)
        }}
        onChoose={(option) => {
          setPicked(option)
          onChoose(option?.id)
        }}
        emptyText={field.canKeep === true ? t.fileNoTrainMatch : t.pickerNoTrain}
      />
      {field.onWords === undefined || trainId !== undefined ? null : (
        <AddFromPicker table="trains" words={field.words ?? ''} onAdded={onChoose} />
      )}
    </>
  )
}
