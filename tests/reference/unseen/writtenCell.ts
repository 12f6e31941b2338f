/** One true value as one person writes it: in the manner of their workbook, with the doubts that manner deserves. */
import type { SeededRandom } from '../../../fixtures/demo/seededRandom'
import type { Fields } from './truthRecords'

export type Written = string | number | boolean | Date | null

/** What stands in the cell, what a careful reader takes from it (nothing: undefined), and what they must doubt. */
export interface WrittenCell {
  readonly cell: Written
  readonly truth: string | number | boolean | undefined
  readonly doubts: readonly string[]
}

const DATES = [
  'iso',
  'dots',
  'slashes',
  'chinese',
  'real',
  'compact',
  'padded',
  'weekday',
  'named',
  'twoDigits',
  'number',
] as const
const DISTANCES = ['km', 'wan', 'thousands', 'commas', 'withUnit', 'wanUnit', 'miles', 'milesInCell'] as const
export type DateManner = (typeof DATES)[number]
export interface Manner {
  readonly english: boolean
  readonly date: DateManner
  readonly distance: (typeof DISTANCES)[number]
  readonly train: 'bare' | 'suffix' | 'typed' | 'number' | 'hash'
  readonly severity: 'roman' | 'digit' | 'level' | 'word'
  /** share of cells with a doubt put in on purpose */
  readonly doubts: number
}

export const mannerOf = (random: SeededRandom, english: boolean): Manner => ({
  english,
  date: random.pick(english ? (['iso', 'real', 'named', 'slashes', 'number'] as const) : DATES),
  distance: random.pick(
    english ? (['km', 'commas', 'withUnit', 'miles', 'milesInCell', 'thousands'] as const) : DISTANCES,
  ),
  train: random.pick(['bare', 'suffix', 'typed', 'number', 'hash'] as const),
  severity: random.pick(['roman', 'digit', 'level', 'word'] as const),
  doubts: random.pick([0, 0, 0.04]),
})

/** The unit a header must name so that a bare number under it is right. */
export function unitOf({ distance, english }: Manner, random: SeededRandom): string {
  switch (distance) {
    case 'wan':
      return random.pick(['(万km)', '（万公里）', '/万km', '（单位：万公里）', '(万千米)'])
    case 'thousands':
      return english ? random.pick([' (1000 km)', ' [10^3 km]', " ('000 km)"]) : random.pick(['（千公里）', '(千km)'])
    case 'miles':
      return english ? random.pick([' (mi)', ' [miles]', ' (mile)', ', miles']) : random.pick(['（英里）', '(mile)'])
    case 'km':
      return random.pick(english ? [' (km)', ' [km]', ', km', ''] : ['(km)', '（公里）', '/km', ''])
    default:
      return ''
  }
}

const WORDS: Readonly<Record<string, readonly [readonly string[], readonly string[]]>> = {
  'phase PM': [
    ['三级修', '高级修', '架修', '月检'],
    ['Overhaul', 'Scheduled maintenance'],
  ],
  'phase MAIN': [
    ['正线运行', '运营途中', '在线运行', '运行途中'],
    ['In service', 'Main line service'],
  ],
  'phase DEPOT': [
    ['库内检查', '库检', '段内检修'],
    ['Depot inspection', 'In depot'],
  ],
  'phase DAILY': [
    ['日检', '一级修作业', '日常检'],
    ['Daily inspection', 'Daily check'],
  ],
  'phase DYN': [
    ['动调', '试运行'],
    ['Dynamic test', 'Trial run'],
  ],
  'phase PREDEP': [
    ['出库前检查', '出库检'],
    ['Pre-departure check', 'Before departure'],
  ],
  'impact NONE': [
    ['无', '无影响', '未影响运营', '对运营无影响'],
    ['None', 'No impact', 'No effect on service'],
  ],
  'impact RESCUE': [
    ['救援', '请求救援'],
    ['Rescue', 'Rescued'],
  ],
  'impact TEMPREPAIR': [['临修', '入库临修'], ['Unscheduled repair']],
  'impact DELAY': [
    ['晚点', '造成晚点', '延误'],
    ['Delay', 'Train delayed'],
  ],
  'impact RESTRICT': [
    ['限速运行', '限速'],
    ['Speed restriction', 'Speed restricted'],
  ],
  'impact ISOLATE': [
    ['切除单车制动', '制动隔离'],
    ['Isolated', 'Brake isolated'],
  ],
  'impact OFFLINE': [
    ['下线', '退出运营', '掉线'],
    ['Withdrawn from service', 'Taken out of service'],
  ],
  'impact NOTOUT': [
    ['未出库', '未能出库'],
    ['Not dispatched', 'Failed to leave depot'],
  ],
  'method SWAP_NEW': [
    ['更换', '换件处理', '更换新件'],
    ['Replaced', 'Part replaced', 'Replacement'],
  ],
  'method CLEAN': [
    ['清洁', '清洗'],
    ['Cleaned', 'Cleaning'],
  ],
  'method MONITOR': [
    ['监控使用', '跟踪观察'],
    ['Kept under watch', 'Monitored'],
  ],
  'method FIX': [
    ['原件修复', '修复'],
    ['Repaired', 'Repaired in place'],
  ],
  'method RESET': [
    ['复位', '断电重启'],
    ['Reset', 'Restarted'],
  ],
  'method ADJUST': [
    ['调整', '紧固'],
    ['Adjusted', 'Tightened'],
  ],
  'causeCategory ENV': [
    ['环境', '环境因素'],
    ['Environment', 'Environmental'],
  ],
  'causeCategory MFG': [
    ['制造', '制造质量', '工艺'],
    ['Manufacturing', 'Production quality'],
  ],
  'causeCategory AGE': [
    ['老化', '磨耗', '老化磨损'],
    ['Ageing', 'Wear', 'Wear-out'],
  ],
  'causeCategory DES': [
    ['设计', '设计缺陷'],
    ['Design', 'Design error'],
  ],
  'causeCategory INST': [
    ['安装', '安装不当'],
    ['Installation', 'Mounting'],
  ],
  'causeCategory MNT': [
    ['维护', '检修不当'],
    ['Maintenance', 'Poor maintenance'],
  ],
  'causeCategory EXT': [
    ['外部', '外部原因'],
    ['External', 'Third party'],
  ],
  'closed true': [
    ['已闭环', '关闭', '已完结', '已归零', '已关闭'],
    ['Closed', 'Completed', 'Done'],
  ],
  'closed false': [
    ['未闭环', '处理中', '未关闭', '进行中'],
    ['Open', 'In progress', 'Pending'],
  ],
  'closed verifying': [
    ['验证中', '跟踪验证', '待验证'],
    ['Verifying', 'Under monitoring'],
  ],
  'onMainLine true': [
    ['是', '√', 'Y'],
    ['Yes', 'Y'],
  ],
  'onMainLine false': [
    ['否', '×', 'N'],
    ['No', 'N'],
  ],
  'result DONE': [
    ['已修复', '恢复正常'],
    ['Repaired', 'Fixed'],
  ],
  'result OK': [
    ['正常', '设备正常'],
    ['OK', 'Normal'],
  ],
  'result TEMP': [
    ['临时处理', '临时修复'],
    ['Temporary repair', 'Temporary'],
  ],
  'result NOT': [
    ['未修复', '待修'],
    ['Not repaired', 'Not fixed'],
  ],
  'criticality A': [['A', 'A类', 'A级'], ['A']],
  'criticality B': [['B', 'B类', 'B级'], ['B']],
  'criticality C': [['C', 'C类', 'C级'], ['C']],
}
export const wordsOf = (field: string, value: unknown, english: boolean): readonly string[] | undefined =>
  WORDS[`${field} ${String(value)}`]?.[english ? 1 : 0]

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const certain = (cell: Written, truth: WrittenCell['truth']): WrittenCell => ({ cell, truth, doubts: [] })
const NOTHING_MARKS = ['/', '-', '—', null]

/** A value of the record; marks for “nothing” where it has none. */
export function writtenCell(fields: Fields, field: string, manner: Manner, random: SeededRandom): WrittenCell {
  const value = fields[field]
  if (value === undefined)
    return certain(random.pick(manner.english ? [null, null, 'N/A', '-'] : NOTHING_MARKS), undefined)
  if (field.endsWith('At') || field === 'mfgDate') return writtenDate(String(value), field, manner, random)
  switch (field) {
    case 'odometerKm':
      return writtenDistance(Number(value), manner, random)
    case 'trainNo':
      return writtenTrain(fields, manner, random)
    case 'carNo':
      return random.chance(manner.doubts)
        ? { cell: manner.english ? `${value}, 7` : `${value}、7车`, truth: undefined, doubts: ['several-cars'] }
        : certain(
            manner.english
              ? random.pick([`Car ${value}`, `${value}`, Number(value)])
              : random.pick([`${value}车`, `0${value}`, Number(value), `${value}号车`, `第${value}车`]),
            value,
          )
    case 'severity': {
      const at = Number(value) - 1
      const roman = ['Ⅰ', 'Ⅱ', 'Ⅲ', 'Ⅳ']
      if (random.chance(manner.doubts)) return { cell: 'Ⅱ/Ⅲ', truth: undefined, doubts: ['severity-conflict'] }
      return certain(
        manner.severity === 'digit'
          ? Number(value)
          : manner.severity === 'roman'
            ? roman[at]!
            : manner.severity === 'level'
              ? manner.english
                ? ['I', 'II', 'III', 'IV'][at]!
                : `${roman[at]}级`
              : (manner.english
                  ? ['Catastrophic', 'Critical', 'Marginal', 'Negligible']
                  : ['灾难', '严重', '一般', '轻微'])[at]!,
        value,
      )
    }
    case 'serialNo':
    case 'removedSerial':
    case 'installedSerial':
      return random.chance(manner.doubts / 2)
        ? { cell: '2.01605E+11', truth: undefined, doubts: ['serial-precision-lost'] }
        : certain(String(value), value)
    case 'quantity':
      return certain(
        random.pick<Written>(
          manner.english ? [Number(value), `${value} pcs`] : [Number(value), `${value}件`, `${value}`],
        ),
        value,
      )
    case 'cars':
      return certain(
        random.pick<Written>(
          manner.english ? [Number(value), `${value} cars`] : [Number(value), `${value}辆`, `${value}节编组`],
        ),
        value,
      )
    case 'delayMin':
      return certain(
        random.pick<Written>(
          manner.english ? [Number(value), `${value} min`] : [Number(value), `${value}分`, `${value}分钟`],
        ),
        value,
      )
    case 'designMtbfH':
      return certain(random.pick<Written>([Number(value), Number(value).toLocaleString('en-US')]), value)
    default: {
      const words = wordsOf(field, value, manner.english)
      return certain(words === undefined ? (value as Written) : random.pick(words), value)
    }
  }
}

export function writtenDate(
  date: string,
  field: string,
  { date: manner, doubts, english }: Manner,
  random: SeededRandom,
): WrittenCell {
  const [day = '', time = ''] = date.split('T')
  const [year = '', month = '', dayOfMonth] = day.split('-')
  const isPart = field === 'mfgDate'
  if (dayOfMonth === undefined)
    return {
      cell: english
        ? `${year}-${month}`
        : random.pick([`${year}年${Number(month)}月`, `${year}.${month}`, `${year}-${month}`]),
      truth: day,
      doubts: isPart ? [] : ['month-only'],
    }
  const [m, d] = [Number(month), Number(dayOfMonth)]
  if (!english && !isPart && random.chance(doubts))
    return random.pick<WrittenCell>([
      { cell: `${year}年${m}月`, truth: `${year}-${month}`, doubts: ['month-only'] },
      { cell: `${year}.${m}.${d}-${Math.min(12, m + 1)}.${d > 28 ? 28 : d}`, truth: day, doubts: ['date-range'] },
      { cell: `${year}.13.${d}`, truth: undefined, doubts: ['date-unreadable'] },
    ])
  const at =
    time === ''
      ? ''
      : english
        ? ` ${time}`
        : random.pick([` ${time}`, ` ${Number(time.slice(0, 2))}时${time.slice(3)}分`])
  switch (manner) {
    case 'dots':
      return certain(`${year}.${m}.${d}${at}`, date)
    case 'slashes':
      return certain(`${year}/${month}/${dayOfMonth}${at}`, date)
    case 'chinese':
      return certain(`${year}年${m}月${d}日${at}`, date)
    case 'real':
      return time === '' ? certain(new Date(Date.UTC(Number(year), m - 1, d)), date) : certain(`${day} ${time}`, date)
    case 'compact':
      return time === '' ? certain(`${year}${month}${dayOfMonth}`, date) : certain(`${day} ${time}`, date)
    case 'number':
      return time === '' ? certain(Number(`${year}${month}${dayOfMonth}`), date) : certain(`${day} ${time}`, date)
    case 'padded':
      return certain(`${year} . ${month} . ${dayOfMonth}`.replaceAll(' ', random.chance(0.5) ? ' ' : '') + at, date)
    case 'weekday':
      return certain(
        `${year}-${month}-${dayOfMonth}（星期${'日一二三四五六'[new Date(`${day}T00:00Z`).getUTCDay()]}）`,
        day,
      )
    case 'named':
      return certain(
        random.pick([
          `${d} ${MONTHS[m - 1]} ${year}`,
          `${MONTHS[m - 1]} ${d}, ${year}`,
          `${dayOfMonth}-${MONTHS[m - 1]}-${year}`,
        ]),
        day,
      )
    case 'twoDigits':
      return { cell: `${year.slice(2)}.${m}.${d}${at}`, truth: date, doubts: ['date-two-digit-year'] }
    default:
      return certain(date.replace('T', ' '), date)
  }
}

const KM_PER_MILE = 1.609344

export function writtenDistance(km: number, { distance, english, doubts }: Manner, random: SeededRandom): WrittenCell {
  const miles = Math.round(km / KM_PER_MILE)
  if (!english && random.chance(doubts))
    return {
      cell: `约${Math.round(km / 10_000)}万公里`,
      truth: Math.round(km / 10_000) * 10_000,
      doubts: ['odometer-estimated'],
    }
  switch (distance) {
    case 'wan':
      return certain(Math.round(km / 100) / 100, Math.round(km / 100) * 100)
    case 'thousands':
      return certain(Math.round(km / 100) / 10, Math.round(km / 100) * 100)
    case 'commas':
      return certain(km.toLocaleString('en-US'), km)
    case 'withUnit':
      return certain(english ? `${km} km` : random.pick([`${km}公里`, `${km}KM`, `${km}千米`]), km)
    case 'wanUnit':
      return certain(`${Math.round(km / 100) / 100}万${random.pick(['公里', 'km', ''])}`, Math.round(km / 100) * 100)
    case 'miles':
      return certain(miles, Math.round(miles * KM_PER_MILE))
    case 'milesInCell':
      return certain(
        english ? random.pick([`${miles} mi`, `${miles.toLocaleString('en-US')} miles`]) : `${miles}英里`,
        Math.round(miles * KM_PER_MILE),
      )
    default:
      return certain(km, km)
  }
}

function writtenTrain({ trainNo, vehicleType }: Fields, { train, english }: Manner, random: SeededRandom): WrittenCell {
  const number = String(trainNo)
  if (train === 'number' && !number.startsWith('0')) return certain(Number(number), number)
  if (train === 'suffix' && !english)
    return certain(random.pick([`${number}组`, `${number}列`, `${number}号车组`, number]), number)
  if (train === 'hash') return certain(english ? `#${number}` : `${number}#`, number)
  const type = String(vehicleType ?? '')
  return train === 'typed' && /^[A-Z0-9]+$/i.test(type) ? certain(`${type}-${number}`, number) : certain(number, number)
}
