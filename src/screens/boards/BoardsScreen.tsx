/** The boards there are, and the one that is open. */
import { useLiveQuery } from '../../panels/useLiveQuery'
import { useState } from 'react'
import { Link, useLocation } from 'wouter'
import type { Board } from '../../domain/board'
import { CommandButton } from '../../panels/CommandButton'
import { boards } from '../../store/boards'
import { newId } from '../../store/newId'
import { useText } from '../../ui/LanguageContext'
import { BoardView } from './BoardView'
import { NameDialog } from './NameDialog'
import './boards.css'

/** @param id of the board that is open; the first one when empty */
export function BoardsScreen({ id }: { readonly id: string }) {
  const { t } = useText()
  const [, navigate] = useLocation()
  const all = useLiveQuery(() => boards(), [])
  const [isAdding, setAdding] = useState<Board | null>(null)
  if (all === undefined)
    return (
      <div className="page" aria-busy="true">
        <h1>{t.boardsTitle}</h1>
      </div>
    )
  const open = id === '' ? all[0] : all.find((board) => board.id === id)
  return (
    <div className="page boards-page">
      <header className="spread no-print">
        <div>
          <h1>{t.boardsTitle}</h1>
          <p className="muted">{t.boardsLead}</p>
        </div>
        <CommandButton command="save-board" onPress={() => setAdding({ id: newId(), name: '', blocks: [] })}>
          {t.boardsAdd}
        </CommandButton>
      </header>
      {all.length < 2 ? null : (
        <nav className="row no-print" aria-label={t.boardsTitle}>
          {all.map((board) => (
            <Link
              key={board.id}
              className="button"
              href={`/boards/${board.id}`}
              aria-current={board.id === open?.id ? 'page' : undefined}
            >
              {board.name}
            </Link>
          ))}
        </nav>
      )}
      {open === undefined ? (
        <p className="muted">{id === '' ? t.boardsNone : t.boardsGone}</p>
      ) : (
        <BoardView key={open.id} board={open} />
      )}
      {isAdding === null ? null : (
        <NameDialog
          board={isAdding}
          onSaved={() => navigate(`/boards/${isAdding.id}`)}
          onClose={() => setAdding(null)}
        />
      )}
    </div>
  )
}
