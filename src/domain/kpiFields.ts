/** Fields of a failure that figures depend on: whoever changes one says why, and the reason stays in its history. */
import type { Failure } from './records/failure'

export const KPI_FIELDS: readonly (keyof Failure)[] = [
  'occurredAt', 'trainId', 'bomNodeId', 'actualNodeId', 'odometerKm', 'serviceImpact', 'delayMin', 'severity', 'relevance', 'chargeable', 'failureClass', 'state',
]
