/** What the fleet and the product tree are asked: figures of every node, names, the choice of a population, failures without a part. */
import { idAt, keepRows, textAt } from '../metrics/failureColumns'
import { nodeLabel, partyLabel, trainLabel } from '../metrics/fleet'
import { lastReading, type LastReading } from '../metrics/lastReading'
import { nodeFigures } from '../metrics/nodeFigures'
import { recordedPeriod } from '../metrics/recordedPeriod'
import { fleetExposure, rowsInScope, trainsInScope, type Scope } from '../metrics/scope'
import type { FleetChoices, Language, Overview, TreeView } from './engineAnswers'
import { redirected } from '../store/reference'
import type { EngineView } from './engineView'

export function treeView(view: EngineView, scope: Scope): TreeView {
  const { version, fleet } = view
  const { from, to } = recordedPeriod(view, scope)
  const whole: Scope = {
    population: scope.population,
    partBasis: scope.partBasis,
    vehicleTypes: scope.vehicleTypes,
    depotIds: scope.depotIds,
    from,
    to,
  }
  const exposure = fleetExposure(fleet, trainsInScope(fleet, scope), from, to)
  const { counted } = rowsInScope(view, whole)
  const { nodes, unassigned } = nodeFigures(view, counted, exposure, scope.partBasis)
  return {
    version,
    unassigned,
    counted: counted.length,
    exposure,
    nodes: nodes.map((figures) => {
      const node = fleet.tree.nodes.get(figures.nodeId)
      const path = fleet.tree.pathOf(figures.nodeId)
      return {
        id: figures.nodeId,
        parentId: path.at(-2)?.id ?? null,
        name: node?.name ?? '',
        partNo: node?.partNo ?? '',
        level: path.length,
        hasChildren: fleet.tree.childrenOf(figures.nodeId).length > 0,
        criticality: node?.criticality ?? '',
        figures,
      }
    }),
  }
}

/**
 * The last odometer reading of a train up to a moment, from the readings on record and from its failures.
 * @param besides the failure whose own reading is in question
 */
export function lastOdometer(
  { columns, live, reference }: EngineView,
  trainId: string,
  until: string,
  besides?: string,
): LastReading | null {
  const read = reference.usageReadings.flatMap(({ subjectId, metric, basis, value, at }) =>
    subjectId === trainId && metric === 'km' && basis !== 'distance' && value !== undefined && at !== undefined
      ? [{ km: value, at }]
      : [],
  )
  const reported: LastReading[] = []
  for (const row of live) {
    const km = columns.number.odometerKm[row] ?? Number.NaN
    if (Number.isFinite(km) && textAt(columns, 'trainId', row) === trainId && idAt(columns, row) !== besides)
      reported.push({ km, at: textAt(columns, 'occurredAt', row) })
  }
  return lastReading([...read, ...reported], until)
}

/** Names of everything a failure can point to, by id. */
export function allNames({ fleet, reference }: EngineView): Readonly<Record<string, string>> {
  const names: Record<string, string> = {}
  for (const id of fleet.tree.nodes.keys()) names[id] = nodeLabel(fleet, id)
  for (const id of fleet.trains.keys()) names[id] = trainLabel(fleet, id)
  for (const id of fleet.parties.keys()) names[id] = partyLabel(fleet, id)
  for (const { id, name = '' } of reference.products) names[id] = name
  for (const [double, survivor] of reference.redirects)
    names[double] ??= names[redirected(reference.redirects, survivor)] ?? ''
  for (const batch of reference.batches) names[batch.id] = batch.files.map((file) => file.name).join('、')
  return names
}

/** Vehicle types, depots and operators of the fleet, for the choice of population. */
export function fleetChoices({ fleet }: EngineView, language: Language): FleetChoices {
  const trains = [...fleet.trains.values()]
  const vehicleTypes = [...new Set(trains.map((train) => train.vehicleType ?? ''))].filter((type) => type !== '').sort()
  const partiesOf = (field: 'depotId' | 'operatorId') =>
    [...new Set(trains.map((train) => train[field] ?? ''))]
      .filter((id) => id !== '')
      .map((id) => ({ id, label: partyLabel(fleet, id) }))
      .sort((a, b) => a.label.localeCompare(b.label, language))
  return { vehicleTypes, depots: partiesOf('depotId'), operators: partiesOf('operatorId') }
}

/** Failures whose part is not in the tree. */
export function unassignedRows({ columns, live, fleet }: EngineView): Uint32Array {
  const { index, words } = columns.text.bomNodeId
  const isKnown = words.map((word) => fleet.tree.nodes.has(word))
  return keepRows(live, (row) => isKnown[index[row] ?? 0] !== true)
}

/** Wordings of parts that fit no node, most frequent first. */
export function unassignedWords(view: EngineView): readonly { readonly words: string; readonly count: number }[] {
  const counts = new Map<string, number>()
  for (const row of unassignedRows(view)) {
    const words = textAt(view.columns, 'nodeText', row)
    counts.set(words, (counts.get(words) ?? 0) + 1)
  }
  return [...counts].map(([words, count]) => ({ words, count })).sort((a, b) => b.count - a.count)
}

export function overview(view: EngineView): Overview {
  const { version, live, fleet, reference } = view
  const sample = reference.batches.find((batch) => batch.isSample && batch.state === 'committed')
  return {
    version,
    failures: live.length,
    trains: fleet.trains.size,
    nodes: fleet.tree.nodes.size,
    readings: reference.usageReadings.length,
    unassigned: unassignedRows(view).length,
    hasSample: sample !== undefined,
    sampleBatchId: sample?.id ?? null,
  }
}
