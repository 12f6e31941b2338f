/** Lives of a part, from the failures the engine holds and from what the database knows of its items. */
import type { ItemEvent } from '../domain/itemEvent'
import type { NodeLifeQuestion } from '../metrics/lifeQuestion'
import { nodeLife, type NodeLife } from '../metrics/nodeLife'
import type { Scope } from '../metrics/scope'
import { database, type FracasDatabase } from '../store/database'
import { itemEventsOf } from '../store/itemEvents'
import type { EngineView } from './engineView'

/** A view is of one moment, so what was read for it holds as long as it does. */
const read = new WeakMap<EngineView, Map<string, Promise<readonly ItemEvent[]>>>()

export function itemEventsFor(view: EngineView, nodeId: string, db: FracasDatabase): Promise<readonly ItemEvent[]> {
  const known = read.get(view) ?? new Map<string, Promise<readonly ItemEvent[]>>()
  read.set(view, known)
  const reading = known.get(nodeId) ?? itemEventsOf(nodeId, db)
  known.set(nodeId, reading)
  reading.catch(() => known.delete(nodeId))
  return reading
}

export async function answerLife(
  view: EngineView,
  scope: Scope,
  question: NodeLifeQuestion,
  db: FracasDatabase = database,
): Promise<NodeLife> {
  const items = scope.nodeId === undefined ? [] : await itemEventsFor(view, scope.nodeId, db)
  return nodeLife(view, scope, question, items)
}
