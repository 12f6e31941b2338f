/**
 * One board: its blocks in their order, moved by dragging or with buttons, widened, changed and removed. Each step is saved
 * at once and can be taken back.
 */
import { useState } from 'react'
import { nextSize, withMoved, type Board, type BoardBlock } from '../../domain/board'
import { formatCount } from '../../i18n/format'
import { CommandButton } from '../../panels/CommandButton'
import { RowsDrawer, type OpenedRows } from '../../panels/RowsDrawer'
import { useCommand, useSayDone } from '../../panels/useCommand'
import { useEngine } from '../../panels/useEngine'
import { usePerson } from '../../panels/usePerson'
import { removeBoard, saveBoard } from '../../store/boards'
import { newId } from '../../store/newId'
import { useText } from '../../ui/LanguageContext'
import { Block } from './Block'
import { BlockDialog } from './BlockDialog'
import { BlockTools, DRAGGED_BLOCK } from './BlockTools'
import { NameDialog } from './NameDialog'

const NEW_BLOCK = {
  kind: 'figures',
  size: 'full',
  nodeId: '',
  vehicleType: '',
  depotId: '',
  months: 12,
  by: '',
} as const

export function BoardView({ board }: { readonly board: Board }) {
  const { t, language } = useText()
  const person = usePerson()
  const { run } = useCommand()
  const sayDone = useSayDone()
  const [opened, setOpened] = useState<OpenedRows | null>(null)
  const [editing, setEditing] = useState<BoardBlock | null>(null)
  const [isNaming, setNaming] = useState(false)
  const [dragged, setDragged] = useState<string | null>(null)
  const { answer: names } = useEngine('all-names', (engine) => engine.allNames())
  const { blocks } = board
  const save = async (next: readonly BoardBlock[], said = t.boardsSaved): Promise<void> => {
    const end = await run(() => saveBoard({ ...board, blocks: next }, person))
    if (end.ended === 'done' && end.value !== null) sayDone(said, end.value)
  }
  const nameOf = (block: BoardBlock): string =>
    [
      t.blockKindName(block.kind),
      [names?.[block.nodeId] ?? '', block.vehicleType, names?.[block.depotId] ?? '']
        .filter((part) => part !== '')
        .join(' · '),
    ]
      .filter((part) => part !== '')
      .join(' — ')
  const move = (block: BoardBlock, to: number): void => {
    const next = withMoved(blocks, block.id, to)
    const at = next.findIndex(({ id }) => id === block.id)
    if (next.some(({ id }, place) => id !== blocks[place]?.id))
      void save(next, t.blockMoved(nameOf(block), formatCount(at + 1, language)))
  }
  const remove = async (): Promise<void> => {
    const end = await run(() => removeBoard(board.id, person))
    if (end.ended === 'done') sayDone(t.boardsRemoved, end.value)
  }
  return (
    <section className="board" aria-label={board.name}>
      <div className="spread">
        <h2>{board.name}</h2>
        <div className="row no-print">
          <CommandButton command="save-board" onPress={() => setEditing({ ...NEW_BLOCK, id: newId() })}>
            {t.blockAdd}
          </CommandButton>
          <button type="button" className="button" onClick={() => window.print()}>
            {t.boardsPrint}
          </button>
          <CommandButton command="save-board" isQuiet onPress={() => setNaming(true)}>
            {t.boardsRename}
          </CommandButton>
          <CommandButton command="remove-board" isQuiet onPress={() => void remove()}>
            {t.boardsRemove}
          </CommandButton>
        </div>
      </div>
      {blocks.length === 0 ? <p className="muted">{t.boardsEmpty}</p> : null}
      <ol className="board-grid">
        {blocks.map((block, at) => (
          <li
            key={block.id}
            className={`board-block is-${block.size}${dragged === block.id ? ' is-dragged' : ''}`}
            onDragOver={(event) => {
              // Only what is dragged from a board may be dropped on one.
              if (event.dataTransfer.types.includes(DRAGGED_BLOCK)) event.preventDefault()
            }}
            onDrop={(event) => {
              const moved = blocks.find(({ id }) => id === event.dataTransfer.getData(DRAGGED_BLOCK))
              if (moved === undefined) return
              event.preventDefault()
              move(moved, at)
            }}
          >
            <BlockTools
              id={block.id}
              name={nameOf(block)}
              size={block.size}
              isFirst={at === 0}
              isLast={at === blocks.length - 1}
              onDrag={(isDragged) => setDragged(isDragged ? block.id : null)}
              onMove={(step) => move(block, at + step)}
              onSize={() =>
                void save(blocks.map((one) => (one === block ? { ...block, size: nextSize(block.size) } : one)))
              }
              onEdit={() => setEditing(block)}
              onRemove={() => void save(blocks.filter((one) => one !== block))}
            />
            <Block block={block} name={names?.[block.nodeId] ?? t.blockEverything} onOpen={setOpened} />
          </li>
        ))}
      </ol>
      {editing === null ? null : (
        <BlockDialog
          block={editing}
          isNew={!blocks.some(({ id }) => id === editing.id)}
          onSave={(block) =>
            saveBoard(
              {
                ...board,
                blocks: blocks.some(({ id }) => id === block.id)
                  ? blocks.map((one) => (one.id === block.id ? block : one))
                  : [...blocks, block],
              },
              person,
            )
          }
          onClose={() => setEditing(null)}
        />
      )}
      {isNaming ? <NameDialog board={board} onClose={() => setNaming(false)} /> : null}
      {opened === null ? null : <RowsDrawer opened={opened} filter={board.name} onClose={() => setOpened(null)} />}
    </section>
  )
}
