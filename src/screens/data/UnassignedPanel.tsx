/** Part names that fit no BOM node: decided once for all rows that use them, and remembered as another name of the node. */
import { useState } from 'react'
import { formatCount } from '../../i18n/format'
import { NodePicker } from '../../panels/NodePicker'
import { useActor } from '../../panels/useActor'
import { useEngine } from '../../panels/useEngine'
import { undo } from '../../store/commit'
import { assignWords } from '../../store/nodes'
import { engine } from '../../workers/engineClient'
import { useText } from '../../ui/LanguageContext'
import { useToast } from '../../ui/Toasts'

export function UnassignedPanel() {
  const { t, language } = useText()
  const { actor } = useActor()
  const toast = useToast()
  const [chosen, setChosen] = useState<Readonly<Record<string, string | undefined>>>({})
  const { answer: groups } = useEngine('unassigned', (engine) => engine.unassignedWords())
  if (groups === null || groups.length === 0) return null
  const assign = async (words: string, nodeId: string): Promise<void> => {
    const ids = await engine().idsOfUnassigned(words)
    const change = await assignWords(ids, words, nodeId, actor)
    toast(
      t.unassignedDone(ids.length),
      change === null ? undefined : { label: t.undo, run: () => void undo(change.id, actor, t.undoAtOnce) },
    )
  }
  return (
    <section className="card card-pad stack">
      <h2>{t.unassignedTitle}</h2>
      <p className="small muted">{t.unassignedWhy}</p>
      <ul className="unassigned-list">
        {groups.slice(0, 50).map(({ words, count }) => {
          const nodeId = chosen[words]
          return (
            <li key={words}>
              <span className="grow">
                <strong>{words === '' ? t.blankValue : words}</strong>{' '}
                <span className="muted">{t.failuresCount(formatCount(count, language))}</span>
              </span>
              <NodePicker
                nodeId={nodeId}
                label={`${t.unassignedAssign} ${words}`}
                onChoose={(id) => setChosen((before) => ({ ...before, [words]: id }))}
              />
              <button
                type="button"
                className="button"
                disabled={nodeId === undefined}
                title={nodeId === undefined ? t.fileNodePlaceholder : undefined}
                onClick={() => {
                  if (nodeId !== undefined) void assign(words, nodeId)
                }}
              >
                {t.unassignedAssign}
              </button>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
