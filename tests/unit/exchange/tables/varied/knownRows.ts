/** Failures whose every field is known, for workbooks written in many ways. */
import type { SeededRandom } from '../../../../../fixtures/demo/seededRandom'

export interface KnownRow {
  readonly failureNo: string
  readonly occurredAt: string
  readonly repairedAt: string
  readonly operator: string
  readonly depot: string
  readonly vehicleType: string
  readonly trainNo: string
  readonly carNo: string
  readonly odometerKm: number
  readonly node: string
  readonly partNo: string
  readonly serialNo: string
  readonly phase: string
  readonly symptom: string
  readonly impact: string
  readonly severity: number
  readonly measure: string
  readonly method: string
  readonly removedSerial: string
  readonly installedSerial: string
  readonly quantity: number
  readonly handler: string
  readonly cause: string
  readonly causeCategory: string
  readonly responsible: string
  readonly action: string
  readonly actionDoneAt: string
  readonly closed: boolean | 'verifying'
}

export type KnownField = keyof KnownRow

const two = (value: number): string => String(value).padStart(2, '0')

const PARTS = [
  ['中继阀', 'BK-1210', 'ZJ'],
  ['防滑阀', 'FH-4100', 'FV'],
  ['电源板', 'BK-1110', 'DY'],
  ['双塔干燥器', 'GF-2200', 'GZ'],
  ['活塞环', 'GF-2121', 'HS'],
  ['截断塞门', 'SM-3100', 'SM'],
] as const
const STORIES = [
  ['制动缓解慢', '膜板老化'],
  ['持续漏风', '密封圈破损'],
  ['报轻微故障后重启', '焊点虚焊'],
  ['露点指示器变红', '干燥剂失效'],
  ['打风时间过长', '活塞环磨耗'],
  ['手柄卡滞', '润滑脂干涸'],
] as const
const OPERATORS = [
  ['北岭局', '松岭动车段', 'CRH380A'],
  ['苍澜局', '白鹭动车段', 'CRH380B'],
  ['望川地铁', '青禾车辆段', 'B型车'],
] as const

/** Rows in the order of their days. */
export function knownRows(random: SeededRandom, count: number): KnownRow[] {
  return Array.from({ length: count }, (_, at): KnownRow => {
    const [node, partNo, letters] = random.pick(PARTS)
    const [symptom, cause] = random.pick(STORIES)
    const [operator, depot, vehicleType] = random.pick(OPERATORS)
    const month = 1 + Math.floor((at / count) * 11)
    const day = 1 + Math.floor(random.next() * 27)
    const serial = (): string =>
      `${letters}${13 + Math.floor(random.next() * 3)}${two(1 + Math.floor(random.next() * 12))}-${String(1 + Math.floor(random.next() * 9000)).padStart(4, '0')}`
    const removed = serial()
    return {
      failureNo: `GZ-2016-${String(at + 1).padStart(4, '0')}`,
      occurredAt: `2016-${two(month)}-${two(day)}`,
      repairedAt: `2016-${two(month)}-${two(day + 1)}`,
      operator,
      depot,
      vehicleType,
      trainNo: String(2600 + Math.floor(random.next() * 90)),
      carNo: String(1 + Math.floor(random.next() * 8)),
      odometerKm: (30 + at) * 10_000 + Math.floor(random.next() * 100) * 100,
      node,
      partNo,
      serialNo: removed,
      phase: random.pick(['MAIN', 'DEPOT', 'DAILY', 'PREDEP']),
      symptom: `${symptom}${at + 1}`,
      impact: random.pick(['NONE', 'DELAY', 'OFFLINE', 'RESCUE']),
      severity: 1 + Math.floor(random.next() * 4),
      measure: `处理经过${at + 1}，试验良好`,
      method: random.pick(['SWAP_NEW', 'FIX', 'RESET', 'ADJUST']),
      removedSerial: removed,
      installedSerial: serial(),
      quantity: 1 + Math.floor(random.next() * 3),
      handler: random.pick(['王工', '李工', '赵工']),
      cause: `${cause}${at + 1}`,
      causeCategory: random.pick(['DES', 'MFG', 'AGE', 'MNT']),
      responsible: random.pick(['岭川制动', '川祥阀业', '用户']),
      action: `改进工艺${at + 1}`,
      actionDoneAt: `2016-12-${two(1 + Math.floor(random.next() * 27))}`,
      closed: random.pick([true, false, 'verifying'] as const),
    }
  })
}
