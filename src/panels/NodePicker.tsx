/** Finds a BOM node by part of its name, part number or the initials of its pinyin; shows the path of each. */
import { useState } from 'react'
import { engine } from '../workers/engineClient'
import { Combobox, type ComboOption } from '../ui/Combobox'
import { useText } from '../ui/LanguageContext'
import type { PickerProps } from './pickerProps'
import { useEngine } from './useEngine'

interface Props extends PickerProps {
  readonly nodeId: string | undefined
}

export function NodePicker({ nodeId, freeText, onChoose, ...field }: Props) {
  const { t } = useText()
  // Its name is known at the moment it is picked; only one that was stored is asked for.
  const [picked, setPicked] = useState<ComboOption | null>(null)
  const { answer: node } = useEngine(nodeId === undefined ? null : `node|${nodeId}`, (engine) =>
    engine.nodeOf(nodeId ?? ''),
  )
  const find = async (typed: string): Promise<readonly ComboOption[]> =>
    (await engine().findNodes(typed, 40)).map((hit) => ({
      id: hit.id,
      label: `${hit.name}  ${hit.partNo}`,
      detail: hit.path.slice(0, -1).join(' ▸ '),
    }))
  const name = picked?.id === nodeId ? picked?.label : node === null ? undefined : `${node.name}  ${node.partNo}`
  return (
    <Combobox
      {...field}
      chosen={nodeId === undefined ? (freeText ?? '') : (name ?? '')}
      placeholder={t.fileNodePlaceholder}
      find={find}
      onChoose={(option) => {
        setPicked(option)
        onChoose(option?.id)
      }}
      freeTextLabel={t.fileKeepText}
      emptyText={t.fileNoNodeMatch}
    />
  )
}
