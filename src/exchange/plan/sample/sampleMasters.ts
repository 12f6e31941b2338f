/** Products, product structure, sites, trains and distances of the demonstration fleet as records. */
import type { SampleFleetFile, SampleNode } from '../../../../fixtures/demo/sampleFleetFile'
import type { PlannedRecord } from '../../../domain/importPlan'
import { filled } from '../failureFromRecord'
import { operatorsOf, type SampleIds } from './sampleIds'

const UNIT_TYPE: Readonly<Record<string, string>> = { 系统: 'system', 零件: 'part', 软件: 'software' }
const FAMILY: Readonly<Record<string, string>> = {
  供风: 'AIR',
  制动控制: 'CTRL',
  基础制动: 'FOUND',
  防滑: 'WSP',
  停放: 'PARK',
  辅助: 'AUX',
  软件: 'SW',
}

export const sampleProducts = (sample: SampleFleetFile, ids: SampleIds): readonly PlannedRecord<'products'>[] =>
  sample.products.map(({ code, name, model, family }) => ({
    id: ids.product(code) ?? '',
    code,
    name,
    model,
    family: FAMILY[family] ?? family,
  }))

export const sampleNodes = (sample: SampleFleetFile, ids: SampleIds): readonly PlannedRecord<'bomNodes'>[] =>
  sample.nodes.map((node, order) =>
    filled({
      id: ids.node(node.partNo) ?? '',
      ...ownerOf(node, ids),
      order,
      partNo: node.partNo,
      name: node.name,
      qty: node.qty,
      unitType: UNIT_TYPE[node.unitType] ?? node.unitType,
      criticality: node.criticality,
      designMtbfH: node.designMtbfH ?? undefined,
      targetFpmk: node.targetFpmk ?? undefined,
      active: true,
    }),
  )

const ownerOf = ({ parentPartNo, productCode }: SampleNode, ids: SampleIds) =>
  parentPartNo === null ? { productId: ids.product(productCode) } : { parentId: ids.node(parentPartNo) }

export const sampleParties = (sample: SampleFleetFile, ids: SampleIds): readonly PlannedRecord<'parties'>[] => [
  ...Array.from(operatorsOf(sample), (name) => ({ id: ids.operator(name) ?? '', kind: 'operator', name })),
  ...sample.sites.map((site) =>
    filled({
      id: ids.site(site.code) ?? '',
      kind: 'depot',
      name: site.name,
      short: site.shortName,
      parentId: ids.operator(site.operator),
    }),
  ),
]

export const sampleTrains = (sample: SampleFleetFile, ids: SampleIds): readonly PlannedRecord<'trains'>[] =>
  sample.trains.map((train) =>
    filled({
      id: ids.train(train.trainNo) ?? '',
      trainNo: train.trainNo,
      vehicleType: train.vehicleType,
      carsPerTrain: train.carsPerTrain,
      serviceDate: train.serviceDate,
      operatorId: ids.operator(train.operator),
      depotId: ids.site(train.siteCode),
      status: 'service',
    }),
  )

export const sampleReadings = (
  sample: SampleFleetFile,
  ids: SampleIds,
  newId: () => string,
): readonly PlannedRecord<'usageReadings'>[] =>
  sample.readings.map((reading) =>
    filled({
      id: newId(),
      subjectType: 'train',
      subjectId: ids.train(reading.trainNo),
      metric: 'km',
      basis: 'cumulative',
      value: reading.odometerKm,
      at: reading.at,
      source: 'odometer',
    }),
  )
