/**
 * Master data: what failures are recorded against. For each family what its list shows, what its form asks, which names
 * find it, and when a record is one of the past. Nothing of it is ever deleted while something stands on it.
 */
import { isOneOf } from './closedSet'
import type { StoredRecord } from './records/tables'
import { trainLabel } from './trainLabel'

export const MASTER_TABLES = ['products', 'bomNodes', 'trains', 'parties', 'units'] as const
export type MasterTable = (typeof MASTER_TABLES)[number]
export type MasterRecord = StoredRecord<MasterTable>

export const isMasterTable = (name: string): name is MasterTable => isOneOf(MASTER_TABLES, name)

export interface MasterFamily {
  /** Columns of the list, the first one the name. */
  readonly columns: readonly string[]
  /** Fields of the form, in its order; what is not among them is changed by a command of its own. */
  readonly inputs: readonly string[]
  /** Without these a record is not stored. */
  readonly needed: readonly string[]
  /** Fields whose former words go on finding the record. */
  readonly names: readonly string[]
  /** Fields that end it, and what stands in the way of it being in use. */
  readonly ends: readonly string[]
}

export const MASTER_FAMILIES: Readonly<Record<MasterTable, MasterFamily>> = {
  products: {
    columns: ['name', 'code', 'model', 'family', 'lifecycle'],
    inputs: [
      'name',
      'code',
      'model',
      'family',
      'drawingNo',
      'stdRef',
      'serialised',
      'lifecycle',
      'targetMtbfH',
      'targetMdbfKm',
      'targetFpmk',
    ],
    needed: ['code', 'name'],
    names: [],
    ends: ['lifecycle'],
  },
  bomNodes: {
    columns: ['name', 'partNo', 'position', 'qty', 'criticality', 'revision'],
    inputs: [
      'name',
      'partNo',
      'qty',
      'position',
      'aliases',
      'code',
      'spec',
      'drawingNo',
      'unitType',
      'isLru',
      'criticality',
      'safetyRelated',
      'supplierId',
      'designMtbfH',
      'designMdbfKm',
      'targetFpmk',
      'exposureBasis',
      'dutyCycle',
      'lifeLimitKm',
      'lifeLimitMonth',
      'fmeaRef',
      'revision',
      'effectiveFrom',
      'effectiveTo',
    ],
    needed: ['name', 'qty'],
    names: ['name', 'partNo'],
    ends: ['active', 'effectiveTo'],
  },
  trains: {
    columns: ['trainNo', 'vehicleType', 'operatorId', 'depotId', 'lineId', 'serviceDate', 'status'],
    inputs: [
      'trainNo',
      'vehicleType',
      'operatorId',
      'depotId',
      'depotSince',
      'lineId',
      'formation',
      'carsPerTrain',
      'projectNo',
      'deliveryDate',
      'serviceDate',
      'warrantyEnd',
      'maintLevel',
      'lastOverhaulKm',
      'lastOverhaulDate',
      'status',
      'aliases',
    ],
    needed: ['trainNo', 'vehicleType'],
    names: ['trainNo'],
    ends: ['status', 'retiredOn'],
  },
  parties: {
    columns: ['name', 'short', 'kind', 'parentId', 'region'],
    inputs: [
      'name',
      'short',
      'kind',
      'parentId',
      'aliases',
      'region',
      'address',
      'contractNos',
      'contactName',
      'contactPhone',
    ],
    needed: ['name', 'kind'],
    names: ['name', 'short'],
    ends: ['active'],
  },
  units: {
    columns: ['serialNo', 'bomNodeId', 'partNo', 'batchNo', 'shipDate', 'warrantyEnd'],
    inputs: [
      'serialNo',
      'bomNodeId',
      'partNo',
      'batchNo',
      'mfgDate',
      'shipDate',
      'swVersion',
      'ownership',
      'warrantyStart',
      'warrantyEnd',
      'warrantyKm',
      'parentUnitId',
    ],
    needed: ['serialNo', 'bomNodeId'],
    names: [],
    ends: ['endedOn'],
  },
}

/** People stand among the organisations they belong to, and are listed apart. */
export const PERSON = 'person'
const PERSON_COLUMNS = ['name', 'parentId', 'role', 'contactPhone']
const PERSON_INPUTS = ['name', 'parentId', 'role', 'contactPhone', 'aliases']

/** Columns and inputs of records of one kind; places of every kind have the same. */
export const masterFamily = (table: MasterTable, kind: string): MasterFamily =>
  table === 'parties' && kind === PERSON
    ? { ...MASTER_FAMILIES.parties, columns: PERSON_COLUMNS, inputs: PERSON_INPUTS }
    : MASTER_FAMILIES[table]

type Values = Readonly<Record<string, unknown>>
const textOf = (record: Values, field: string): string => {
  const value = record[field]
  return typeof value === 'string' ? value : ''
}

/** What people call it. */
export function masterName(table: MasterTable, record: object): string {
  const values = record as Values
  if (table === 'trains') return trainLabel(textOf(values, 'trainNo'), textOf(values, 'vehicleType'))
  if (table === 'units') return textOf(values, 'serialNo')
  return textOf(values, 'name') || textOf(values, 'partNo') || textOf(values, 'code')
}

/** Merged records are found under the name of the one they went into, and nowhere else. */
export const isMerged = (record: object): boolean => textOf(record as Values, 'mergedInto') !== ''

/**
 * Is it one of the past: not offered for new records, but shown with what stands on it?
 * @param today day as `2026-05-07`; a record that ends later is still in use
 */
export function isEnded(table: MasterTable, record: object, today: string): boolean {
  const values = record as Values
  const isPast = (field: string): boolean => textOf(values, field) !== '' && textOf(values, field) <= today
  switch (table) {
    case 'products':
      return values['lifecycle'] === 'ended'
    case 'bomNodes':
      return values['active'] === false || isPast('effectiveTo')
    case 'trains':
      return values['status'] === 'scrapped' || isPast('retiredOn')
    case 'parties':
      return values['active'] === false
    case 'units':
      return isPast('endedOn')
  }
}

/** What a record says once it is ended on a day. */
export function endingOf(table: MasterTable, on: string): Values {
  switch (table) {
    case 'products':
      return { lifecycle: 'ended' }
    case 'bomNodes':
      return { active: false, effectiveTo: on }
    case 'trains':
      return { status: 'scrapped', retiredOn: on }
    case 'parties':
      return { active: false }
    case 'units':
      return { endedOn: on }
  }
}

/** What it says once it is in use again. */
export function resumingOf(table: MasterTable): Values {
  switch (table) {
    case 'products':
      return { lifecycle: 'production' }
    case 'bomNodes':
      return { active: true, effectiveTo: null }
    case 'trains':
      return { status: 'service', retiredOn: null }
    case 'parties':
      return { active: true }
    case 'units':
      return { endedOn: null }
  }
}
