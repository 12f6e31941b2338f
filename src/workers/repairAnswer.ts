/** How long repairs took: from the failures the engine holds and the handlings the database has of them. */
import { idAt } from '../metrics/failureColumns'
import { repairHours, rowsRepaired, type RepairHours } from '../metrics/repairHours'
import type { Scope } from '../metrics/scope'
import { database, type FracasDatabase } from '../store/database'
import { handlingsOf } from '../store/handlingsOf'
import type { EngineView } from './engineView'

export async function answerRepairs(
  view: EngineView,
  scope: Scope,
  db: FracasDatabase = database,
): Promise<RepairHours> {
  const ids = new Map(Array.from(rowsRepaired(view, scope), (row) => [row, idAt(view.columns, row)] as const))
  const handlings = await handlingsOf([...ids.values()], db)
  return repairHours(view, scope, (row) => handlings.get(ids.get(row) ?? '') ?? [])
}
