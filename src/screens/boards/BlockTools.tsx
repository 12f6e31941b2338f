/** What can be done with a block of a board: dragged by its handle, moved with buttons, widened, changed, removed. */
import { ChevronLeft, ChevronRight, GripVertical, MoveHorizontal, Pencil, X } from 'lucide-react'
import type { ReactNode } from 'react'
import type { BlockSize } from '../../domain/board'
import { useText } from '../../ui/LanguageContext'

/** What is carried while a block is dragged: its id. */
export const DRAGGED_BLOCK = 'application/x-board-block'

interface Props {
  readonly id: string
  readonly name: string
  readonly size: BlockSize
  readonly isFirst: boolean
  readonly isLast: boolean
  readonly onDrag: (isDragged: boolean) => void
  readonly onMove: (step: 1 | -1) => void
  readonly onSize: () => void
  readonly onEdit: () => void
  readonly onRemove: () => void
}

export function BlockTools({ id, name, size, isFirst, isLast, onDrag, onMove, onSize, onEdit, onRemove }: Props) {
  const { t } = useText()
  return (
    <div className="block-tools no-print" role="group" aria-label={name}>
      <span
        className="block-handle"
        draggable
        aria-hidden
        onDragStart={(event) => {
          event.dataTransfer.effectAllowed = 'move'
          event.dataTransfer.setData(DRAGGED_BLOCK, id)
          onDrag(true)
        }}
        onDragEnd={() => onDrag(false)}
      >
        <GripVertical size={16} />
      </span>
      <Tool label={t.blockEarlier(name)} isOff={isFirst} onPress={() => onMove(-1)}>
        <ChevronLeft size={16} aria-hidden />
      </Tool>
      <Tool label={t.blockLater(name)} isOff={isLast} onPress={() => onMove(1)}>
        <ChevronRight size={16} aria-hidden />
      </Tool>
      <Tool label={t.blockWider(name, t.blockSizeName(size))} onPress={onSize}>
        <MoveHorizontal size={16} aria-hidden />
      </Tool>
      <Tool label={t.blockChange(name)} onPress={onEdit}>
        <Pencil size={16} aria-hidden />
      </Tool>
      <Tool label={t.blockRemove(name)} onPress={onRemove}>
        <X size={16} aria-hidden />
      </Tool>
    </div>
  )
}

interface ToolProps {
  readonly label: string
  readonly isOff?: boolean
  readonly onPress: () => void
  readonly children: ReactNode
}

function Tool({ label, isOff = false, onPress, children }: ToolProps) {
  return (
    <button
      type="button"
      className="button quiet icon"
      aria-label={label}
      title={label}
      aria-disabled={isOff}
      onClick={() => (isOff ? undefined : onPress())}
    >
      {children}
    </button>
  )
}
