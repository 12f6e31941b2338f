/** What the engine makes of a store: every cell of every failure, and the product tree with its figures. */
import { NUMBER_FIELDS, TEXT_FIELDS } from '../../src/metrics/columnDescriptions'
import type { Scope } from '../../src/metrics/scope'
import { Engine } from '../../src/workers/engine'
import type { FracasDatabase } from '../../src/store/database'

const EVERYTHING: Scope = { population: 'all', partBasis: 'analysed', vehicleTypes: [], depotIds: [] }

export const anEngine = (db: FracasDatabase): Engine =>
  new Engine(
    () => undefined,
    db,
    () => undefined,
  )

/** In an order of its own, and without what only counts in one engine. */
export async function engineSays(engine: Engine): Promise<unknown> {
  await engine.follow()
  const all = { language: 'zh', filters: [], search: '', sorting: [] } as const
  const { rows } = await engine.page(all, 0, 100_000, [...TEXT_FIELDS, ...NUMBER_FIELDS])
  const { version: _version, nodes, ...tree } = await engine.tree(EVERYTHING)
  const byId = (a: { readonly id: string }, b: { readonly id: string }): number => (a.id < b.id ? -1 : 1)
  return { rows: rows.toSorted(byId), nodes: nodes.toSorted(byId), ...tree }
}
