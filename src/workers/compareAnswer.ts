/** Groups of a node compared, from the failures the engine holds and from what the database knows of its items. */
import { confusableIdentity } from '../domain/serialIdentity'
import type { CausesQuestion } from '../metrics/compare/causesQuestion'
import type { CompareQuestion } from '../metrics/compare/compareQuestion'
import { nodeComparison, NO_ITEMS, type ComparisonAnswer, type KnownItems } from '../metrics/compare/nodeComparison'
import { severalCauses, type NoSeveralCauses, type SeveralCauses } from '../metrics/compare/severalCauses'
import { idAt, textAt } from '../metrics/failureColumns'
import { batchOfPart, partField, serialOfPart } from '../metrics/partBasis'
import { UNASSIGNED, type Scope } from '../metrics/scope'
import { database, type FracasDatabase } from '../store/database'
import { batchesOfItems } from '../store/itemBatches'
import type { Language } from './engineAnswers'
import type { EngineView } from './engineView'
import { itemEventsFor } from './lifeAnswer'

export async function answerComparison(
  view: EngineView,
  scope: Scope,
  question: CompareQuestion,
  language: Language,
  db: FracasDatabase = database,
): Promise<ComparisonAnswer> {
  return nodeComparison(
    view,
    scope,
    question,
    view.labelOf(language),
    await knownItems(view, scope, question.by === 'batch', db),
  )
}

export async function answerCauses(
  view: EngineView,
  scope: Scope & { readonly nodeId: string },
  question: CausesQuestion,
  language: Language,
  db: FracasDatabase = database,
): Promise<SeveralCauses | NoSeveralCauses> {
  const items = await knownItems(view, scope, question.causes.includes('batch'), db)
  return severalCauses(view, scope, question, view.labelOf(language), items)
}

/** Batches are read only when somebody asks for them. */
async function knownItems(
  view: EngineView,
  scope: Scope,
  withBatches: boolean,
  db: FracasDatabase,
): Promise<KnownItems> {
  const { nodeId } = scope
  if (nodeId === undefined || nodeId === UNASSIGNED) return NO_ITEMS
  const events = await itemEventsFor(view, nodeId, db)
  if (!withBatches) return { events, batchOf: NO_ITEMS.batchOf }
  const { columns, live } = view
  const rows = live.filter((row) => textAt(columns, partField(scope.partBasis), row) === nodeId)
  const items = await batchesOfItems(
    nodeId,
    Array.from(rows, (row) => idAt(columns, row)),
    db,
  )
  const batches = new Map<string, string>()
  const tell = (serial: string, batch: string): void => {
    const key = confusableIdentity(serial)
    if (key !== '' && batch !== '' && !batches.has(key)) batches.set(key, batch)
  }
  for (const { serial, batch } of items) tell(serial, batch)
  for (const row of rows) {
    const batch = batchOfPart(columns, scope.partBasis, row)
    for (const serial of serialOfPart(columns, scope.partBasis, row).split('；')) tell(serial, batch)
  }
  return { events, batchOf: (serial) => batches.get(confusableIdentity(serial)) ?? '' }
}
