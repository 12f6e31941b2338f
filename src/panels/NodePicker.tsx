/** Finds a BOM node by part of its name, part number or the initials of its pinyin; shows the path of each. */
import { engine } from '../workers/engineClient'
import { Combobox, type ComboOption } from '../ui/Combobox'
import { useText } from '../ui/LanguageContext'
import { useEngine } from './useEngine'

interface Props {
  readonly id?: string
  readonly nodeId: string | undefined
  readonly freeText?: string | undefined
  readonly onChoose: (nodeId: string | undefined) => void
  readonly onFreeText?: (typed: string) => void
  readonly label?: string
  readonly invalid?: boolean
  readonly describedBy?: string
}

export function NodePicker({ id, nodeId, freeText, onChoose, onFreeText, label, invalid, describedBy }: Props) {
  const { t } = useText()
  const { answer: node } = useEngine(nodeId === undefined ? null : `node|${nodeId}`, (engine) => engine.nodeOf(nodeId ?? ''))
  const find = async (typed: string): Promise<readonly ComboOption[]> =>
    (await engine().findNodes(typed, 40)).map((hit) => ({ id: hit.id, label: `${hit.name}  ${hit.partNo}`, detail: hit.path.slice(0, -1).join(' ▸ ') }))
  const chosen = nodeId === undefined ? (freeText ?? '') : node === null ? '' : `${node.name}  ${node.partNo}`
  return (
    <Combobox
      {...(id === undefined ? {} : { id })}
      {...(label === undefined ? {} : { label })}
      {...(invalid === undefined ? {} : { invalid })}
      {...(describedBy === undefined ? {} : { describedBy })}
      chosen={chosen}
      placeholder={t.fileNodePlaceholder}
      find={find}
      onChoose={(option) => onChoose(option?.id)}
      {...(onFreeText === undefined ? {} : { onFreeText })}
      freeTextLabel={t.fileKeepText}
      emptyText={t.fileNoNodeMatch}
    />
  )
}
