/** Known values as people write them into cells. */
import type { SeededRandom } from '../../../../../fixtures/demo/seededRandom'
import type { KnownField, KnownRow } from './knownRows'

export type Written = string | number | boolean | Date | null

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const ROMAN = ['Ⅰ', 'Ⅱ', 'Ⅲ', 'Ⅳ']
const CODES: Readonly<Record<string, readonly [readonly string[], readonly string[]]>> = {
  'phase MAIN': [
    ['正线', '正线运营', '运行', '运营中'],
    ['Main line', 'In service'],
  ],
  'phase DEPOT': [
    ['库检', '库内', '库内检修'],
    ['Depot', 'Depot inspection'],
  ],
  'phase DAILY': [
    ['日检', '一级修', '日常检查'],
    ['Daily check', 'Daily inspection'],
  ],
  'phase PREDEP': [
    ['出库检查', '出库前'],
    ['Pre-departure', 'Before departure'],
  ],
  'impact NONE': [
    ['无', '无影响'],
    ['None', 'No impact'],
  ],
  'impact DELAY': [
    ['晚点', '延误'],
    ['Delay', 'Delayed'],
  ],
  'impact OFFLINE': [
    ['下线', '退出服务'],
    ['Out of service', 'Withdrawn'],
  ],
  'impact RESCUE': [['救援'], ['Rescue']],
  'method SWAP_NEW': [
    ['更换', '换件', '更换新件'],
    ['Replaced', 'Replacement'],
  ],
  'method FIX': [
    ['修复', '维修'],
    ['Repaired', 'Repair'],
  ],
  'method RESET': [
    ['复位', '重启'],
    ['Reset', 'Restart'],
  ],
  'method ADJUST': [
    ['调整', '紧固'],
    ['Adjusted', 'Adjustment'],
  ],
  'causeCategory DES': [['设计', '设计原因'], ['Design']],
  'causeCategory MFG': [
    ['制造', '制造质量', '工艺'],
    ['Manufacturing', 'Quality'],
  ],
  'causeCategory AGE': [
    ['老化', '磨损'],
    ['Wear', 'Ageing'],
  ],
  'causeCategory MNT': [['检修不当', '维护'], ['Maintenance']],
  'closed true': [
    ['闭环', '已关闭', '已完成'],
    ['Closed', 'Done'],
  ],
  'closed false': [
    ['未闭环', '未关闭', '处理中'],
    ['Open', 'Pending'],
  ],
  'closed verifying': [
    ['跟踪', '验证中'],
    ['Verifying', 'Monitoring'],
  ],
}

const DATE_STYLES = ['dots', 'slashes', 'chinese', 'real', 'iso', 'english', 'fullwidth', 'compact'] as const
const DISTANCES = ['km', 'wan', 'commas', 'withUnit', 'wanUnit'] as const

/** How one workbook writes things: a person keeps to one manner within a column. */
export interface Manner {
  readonly english: boolean
  readonly dates: Readonly<Partial<Record<KnownField, (typeof DATE_STYLES)[number]>>>
  readonly distance: (typeof DISTANCES)[number]
  readonly train: 'bare' | 'suffix' | 'typed' | 'number'
  readonly severity: 'roman' | 'digit' | 'level'
}

export function mannerOf(random: SeededRandom, english: boolean): Manner {
  const style = (): (typeof DATE_STYLES)[number] =>
    random.pick(english ? (['iso', 'real', 'english', 'slashes'] as const) : DATE_STYLES)
  return {
    english,
    dates: { occurredAt: style(), repairedAt: style(), actionDoneAt: style() },
    distance: random.pick(DISTANCES),
    train: random.pick(['bare', 'suffix', 'typed', 'number'] as const),
    severity: random.pick(['roman', 'digit', 'level'] as const),
  }
}

/** Unit a header must name so that a bare number under it is right. */
export const unitOf = ({ distance }: Manner): string =>
  distance === 'wan' ? '（万公里）' : distance === 'km' ? '(km)' : ''

export function writeCell(row: KnownRow, field: KnownField, manner: Manner, random: SeededRandom): Written {
  const value = row[field]
  switch (field) {
    case 'occurredAt':
    case 'repairedAt':
    case 'actionDoneAt':
      return writeDate(String(value), manner.dates[field] ?? 'iso')
    case 'odometerKm':
      return writeDistance(row.odometerKm, manner)
    case 'trainNo':
      return writeTrain(row, manner, random)
    case 'carNo':
      return manner.english
        ? random.pick([row.carNo, Number(row.carNo)])
        : random.pick([row.carNo, `${row.carNo}车`, Number(row.carNo), `0${row.carNo}`, `${row.carNo}号车`])
    case 'severity':
      return manner.severity === 'digit'
        ? row.severity
        : manner.severity === 'roman'
          ? ROMAN[row.severity - 1]!
          : manner.english
            ? ['I', 'II', 'III', 'IV'][row.severity - 1]!
            : `${ROMAN[row.severity - 1]}级`
    case 'quantity':
      return manner.english ? row.quantity : random.pick([row.quantity, `${row.quantity}件`, String(row.quantity)])
    default: {
      const words = CODES[`${field} ${String(value)}`]
      return words === undefined ? (value as string) : random.pick(words[manner.english ? 1 : 0])
    }
  }
}

function writeDate(date: string, style: (typeof DATE_STYLES)[number]): Written {
  const [year = '', month = '', day = ''] = date.split('-')
  const [m, d] = [Number(month), Number(day)]
  switch (style) {
    case 'dots':
      return `${year}.${m}.${d}`
    case 'slashes':
      return `${year}/${m}/${d}`
    case 'chinese':
      return `${year}年${m}月${d}日`
    case 'real':
      return new Date(Date.UTC(Number(year), m - 1, d))
    case 'english':
      return `${d} ${MONTHS[m - 1]} ${year}`
    case 'fullwidth':
      return `${year}．${m}．${d}`.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))
    case 'compact':
      return `${year}${month}${day}`
    default:
      return date
  }
}

function writeDistance(km: number, { distance, english }: Manner): Written {
  switch (distance) {
    case 'wan':
      return km / 10_000
    case 'commas':
      return km.toLocaleString('en-US')
    case 'withUnit':
      return english ? `${km} km` : `${km}公里`
    case 'wanUnit':
      return english ? `${km}km` : `${km / 10_000}万公里`
    default:
      return km
  }
}

function writeTrain({ trainNo, vehicleType }: KnownRow, { train, english }: Manner, random: SeededRandom): Written {
  if (train === 'number') return Number(trainNo)
  if (train === 'suffix') return english ? trainNo : random.pick([`${trainNo}组`, `${trainNo}列`, trainNo])
  return train === 'typed' && vehicleType.startsWith('CRH')
    ? random.pick([`${vehicleType}-${trainNo}`, `${vehicleType} ${trainNo}`])
    : trainNo
}
