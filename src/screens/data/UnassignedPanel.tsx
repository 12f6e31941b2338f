/** Part names that fit no BOM node: decided once for all rows that use them, and remembered as another name of the node. */
import { usePerson } from '../../panels/usePerson'
import { useCommand, useSayDone } from '../../panels/useCommand'
import { useState } from 'react'
import { formatCount } from '../../i18n/format'
import { NodePicker } from '../../panels/NodePicker'
import { useEngine } from '../../panels/useEngine'
import { assignWords } from '../../store/nodes'
import { engine } from '../../workers/engineClient'
import { useText } from '../../ui/LanguageContext'

export function UnassignedPanel() {
  const { t, language } = useText()
  const person = usePerson()
  const { isPending, run } = useCommand()
  const sayDone = useSayDone()
  const [chosen, setChosen] = useState<Readonly<Record<string, string | undefined>>>({})
  const { answer: groups } = useEngine('unassigned', (engine) => engine.unassignedWords())
  if (groups === null || groups.length === 0) return null
  const assign = async (words: string, nodeId: string): Promise<void> => {
    const end = await run(async () => {
      const ids = await engine().idsOfUnassigned(words)
      return { count: ids.length, change: await assignWords(ids, words, nodeId, person) }
    })
    if (end.ended === 'done') sayDone(t.unassignedDone(end.value.count), end.value.change)
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
                disabled={nodeId === undefined || isPending}
                title={nodeId === undefined ? t.fileNodePlaceholder : isPending ? t.commandPending : undefined}
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
