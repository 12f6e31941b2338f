/**
 * A fleet ten times the size of the largest ledger seen: 300 trains, 120 nodes, monthly kilometres of eight years, and as many
 * failures as asked for, as imports like any other. The same seed gives the same fleet.
 */
import { descriptions, causeTexts, handlers, measures, reporters } from '../../fixtures/demo/wording'
import { seededRandom, type SeededRandom } from '../../fixtures/demo/seededRandom'
import type { ImportPlan, PlannedRecord } from '../../src/domain/importPlan'
import { addMonths, dateOfDay, dayNumber, lastDayOfMonth } from '../../src/domain/moment'
import { newId } from '../../src/store/newId'

const TRAINS = 300
const SYSTEMS = ['供风系统', '制动控制系统', '基础制动', '防滑系统', '停放制动', '辅助装置', '电子控制', '管路附件']
const PARTS = [
  '中继阀',
  '分配阀',
  '电磁阀',
  '压力传感器',
  '空压机',
  '干燥器',
  '制动夹钳',
  '闸片',
  '速度传感器',
  '控制板',
  '软管',
  '调压阀',
  '风缸',
  '安全阀',
]
const FIRST_MONTH = '2016-01'
const MONTHS = 96
const FIRST_DAY = dayNumber(FIRST_MONTH)
const DAYS = dayNumber('2024-01') - FIRST_DAY

export interface BigFleet {
  /** Products, nodes, places, trains and readings. */
  readonly fleet: ImportPlan
  /** `count` more failures with what hangs on them; call it again for the next ones. */
  readonly failures: (count: number) => ImportPlan
}

const planOf = (name: string, records: ImportPlan['records']): ImportPlan => ({
  files: [{ name, size: 0, sha256: '' }],
  sheets: [],
  records,
  rows: [],
  skipped: {},
})

export function bigFleet(seed: number): BigFleet {
  const random = seededRandom(seed)
  const product = { id: newId(), code: 'BK', name: '制动系统', model: 'BK-3', family: 'CTRL' }
  const systems = SYSTEMS.map((name, order) => ({
    id: newId(),
    name,
    partNo: `BK-${order + 1}000`,
    qty: 8,
    order,
    productId: product.id,
    active: true,
  }))
  const parts = systems.flatMap((system, at) =>
    PARTS.map((name, order) => ({
      id: newId(),
      parentId: system.id,
      name: `${name}${at + 1}型`,
      partNo: `BK-${at + 1}${String(order + 1).padStart(2, '0')}0`,
      qty: random.between(1, 4),
      order,
      active: true,
    })),
  )
  const operators = Array.from({ length: 6 }, (_, at) => ({
    id: newId(),
    kind: 'operator',
    name: `第${at + 1}客运公司`,
  }))
  const depots = Array.from({ length: 18 }, (_, at) => ({
    id: newId(),
    kind: 'depot',
    name: `${'东南西北中新'[at % 6] ?? ''}城${at + 1}动车所`,
    parentId: operators[at % 6]?.id ?? '',
  }))
  const trains = Array.from({ length: TRAINS }, (_, at) => {
    const depot = random.pick(depots)
    return {
      id: newId(),
      trainNo: String(2001 + at),
      vehicleType: random.pick(['CRH380A', 'CRH380B', 'CR400AF', 'HXD3C']),
      serviceDate: `${2013 + (at % 3)}-0${1 + (at % 9)}-01`,
      depotId: depot.id,
      operatorId: depot.parentId,
      status: 'service',
    }
  })
  const usageReadings = trains.flatMap((train) =>
    Array.from({ length: MONTHS }, (_, at) => {
      const month = addMonths(FIRST_MONTH, at)
      return {
        id: newId(),
        subjectType: 'train',
        subjectId: train.id,
        metric: 'km',
        basis: 'distance',
        value: random.between(28_000, 52_000),
        from: `${month}-01`,
        at: lastDayOfMonth(month),
        source: 'ledger',
      }
    }),
  )

  let written = 0
  return {
    fleet: planOf('车队.xlsx', {
      products: [product],
      bomNodes: [...systems, ...parts],
      parties: [...operators, ...depots],
      trains,
      usageReadings,
    }),
    failures: (count) => {
      const rows = Array.from({ length: count }, () =>
        failureOf(random, random.pick(trains), random.pick(parts), (written += 1)),
      )
      return planOf(`台账${written}.xlsx`, {
        failures: rows.map(({ failure }) => failure),
        handlings: rows.map(({ handling }) => handling),
        replacements: rows.flatMap(({ replacement }) => replacement ?? []),
        rootCauseAnalyses: rows.flatMap(({ analysis }) => analysis ?? []),
      })
    },
  }
}

interface Row {
  readonly failure: PlannedRecord<'failures'>
  readonly handling: PlannedRecord<'handlings'>
  readonly replacement: PlannedRecord<'replacements'> | null
  readonly analysis: PlannedRecord<'rootCauseAnalyses'> | null
}

const two = (value: number): string => String(value).padStart(2, '0')

function failureOf(
  random: SeededRandom,
  train: { id: string; depotId: string; operatorId: string },
  part: { id: string; name: string },
  number: number,
): Row {
  const id = newId()
  const day = FIRST_DAY + random.between(0, DAYS - 1)
  const date = dateOfDay(day)
  const symptomCode = random.pick(Object.keys(descriptions))
  const carNo = two(random.between(1, 8))
  const filled = (sentence: string): string =>
    sentence
      .replace('{part}', part.name)
      .replace('{car}', carNo)
      .replace('{kpa}', String(random.between(10, 480)))
      .replace('{code}', String(random.between(1000, 9999)))
  const serviceImpact = random.weighted({ NONE: 70, TEMPREPAIR: 12, DELAY: 8, RESTRICT: 5, OFFLINE: 4, RESCUE: 1 })
  const isReplaced = random.chance(0.4)
  const method = isReplaced ? 'SWAP_NEW' : random.pick(['FIX', 'RESET', 'ADJUST', 'CLEAN', 'MONITOR'])
  const cause = random.pick(Object.keys(causeTexts))
  const serial = `${date.slice(2, 4)}${String(random.between(1, 99_999)).padStart(5, '0')}`
  return {
    failure: {
      id,
      origin: { sheet: 0, row: number + 1 },
      no: `GZ-${date.slice(0, 4)}-${String(number).padStart(6, '0')}`,
      state: random.weighted({ CLOSED: 90, ANALYSIS: 6, SUBMITTED: 3, CANCELLED: 1 }),
      occurredAt: random.chance(0.6) ? `${date}T${two(random.between(0, 23))}:${two(random.between(0, 59))}` : date,
      customerId: train.operatorId,
      depotId: train.depotId,
      trainId: train.id,
      carNo,
      ...(random.chance(0.97) ? { bomNodeId: part.id } : {}),
      nodeText: part.name,
      reportedSerial: serial,
      odometerKm: random.between(50_000, 4_000_000),
      detectionPhase: random.pick(['MAIN', 'DEPOT', 'DAILY', 'PM', 'PREDEP']),
      symptomCode,
      description: filled(random.pick(descriptions[symptomCode] ?? [])),
      serviceImpact,
      ...(serviceImpact === 'DELAY' ? { delayMin: random.between(1, 60) } : {}),
      severity: random.pick(['2', '3', '3', '3', '4', '4']),
      relevance: random.weighted({ REL: 75, NREL: 20, PEND: 5 }),
      chargeable: random.weighted({ OWN: 60, SUP: 20, OPR: 15, PEND: 5 }),
      reporter: random.pick(reporters),
      qty: 1,
      legacy: true,
    },
    handling: {
      id: newId(),
      failureId: id,
      handler: random.pick(handlers),
      method,
      measure: filled(random.pick(measures[method] ?? [])),
      result: 'OK',
      endAt: date,
    },
    replacement: isReplaced
      ? {
          id: newId(),
          failureId: id,
          bomNodeId: part.id,
          removedSerial: serial,
          installedSerial: `${date.slice(2, 4)}${String(random.between(1, 99_999)).padStart(5, '0')}`,
          isMainFault: true,
        }
      : null,
    analysis: random.chance(0.5)
      ? { id: newId(), failureId: id, rootCauseCat: cause, rootCauseText: filled(random.pick(causeTexts[cause] ?? [])) }
      : null,
  }
}
