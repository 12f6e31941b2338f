/** Finds a BOM node by part of its name, part number or the initials of its pinyin; shows the path of each. */
import { useState } from 'react'
import type { NodeHit } from '../metrics/fleetSearch'
import { engine } from '../workers/engineClient'
import { Combobox } from '../ui/Combobox'
import { useText } from '../ui/LanguageContext'
import type { ComboOption } from '../ui/useOptions'
import { AddFromPicker } from './AddFromPicker'
import type { PickerProps } from './pickerProps'
import { useEngine } from './useEngine'

interface Props extends PickerProps {
  readonly nodeId: string | undefined
}

const labelOf = ({ name, partNo }: Pick<NodeHit, 'name' | 'partNo'>): string => `${name}  ${partNo}`
const optionOf = (hit: NodeHit): ComboOption => ({
  id: hit.id,
  label: labelOf(hit),
  detail: hit.path.slice(0, -1).join(' ▸ '),
})

export function NodePicker({ nodeId, onChoose, ...field }: Props) {
  const { t } = useText()
  // Its name is known at the moment it is picked; only one that was stored is asked for.
  const [picked, setPicked] = useState<ComboOption | null>(null)
  const { answer: node } = useEngine(nodeId === undefined ? null : `node|${nodeId}`, (engine) =>
    engine.nodeOf(nodeId ?? ''),
  )
  const label = picked?.id === nodeId ? picked?.label : node === null ? undefined : labelOf(node)
  return (
    <>
      <Combobox
        {...field}
        chosen={nodeId === undefined ? '' : (label ?? '')}
        chosenId={nodeId}
        placeholder={t.fileNodePlaceholder}
        find={async (typed) => (await engine().findNodes(typed, 40)).map(optionOf)}
        match={async (words) => {
          const hit = await engine().nodeNamed(words)
          return hit === null ? null : optionOf(hit)
        }}
        onChoose={(option) => {
          setPicked(option)
          onChoose(option?.id)
        }}
        emptyText={field.canKeep === true ? t.fileNoNodeMatch : t.pickerNoNode}
      />
      {field.onWords === undefined || nodeId !== undefined ? null : (
        <AddFromPicker table="bomNodes" words={field.words ?? ''} onAdded={onChoose} />
      )}
    </>
  )
}
